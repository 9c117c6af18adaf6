-- Workspaces, accounts, the journal, jobs and mail.

CREATE TABLE workspace (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    organization_id BIGINT,              -- the body whose workspace this is
    language TEXT NOT NULL,              -- 'en', 'es'
    time_zone TEXT NOT NULL,
    formation_minimum INTEGER NOT NULL,  -- consenting supporters that make a formation
    revision BIGINT NOT NULL
);

CREATE TABLE user_account (
    id BIGINT PRIMARY KEY,
    email TEXT NOT NULL COLLATE binary UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,                  -- Argon2id; none until the invitation is taken up
    totp_secret TEXT,
    totp_last_step BIGINT,               -- a code is taken once
    language TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE user_role (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    role TEXT NOT NULL,
    organization_id BIGINT,              -- bounds what is seen to this subtree
    revision BIGINT NOT NULL,
    UNIQUE (workspace_id, user_id)
);
CREATE INDEX user_role_account ON user_role (user_id);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,         -- of the cookie's token; the token itself is nowhere
    user_id BIGINT NOT NULL,
    workspace_id BIGINT,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    second_factor INTEGER NOT NULL       -- 0: the password is given, the code is not yet
);
CREATE INDEX session_account ON session (user_id);

CREATE TABLE api_token (
    id BIGINT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    workspace_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,                 -- 'read', 'write'
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    expires_at BIGINT
);
CREATE INDEX api_token_workspace ON api_token (workspace_id);

-- A link sent by e-mail or printed at the first start; used once.
CREATE TABLE account_link (
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                  -- 'set_up', 'invitation', 'reset', 'sign_in'
    user_id BIGINT,
    workspace_id BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Failed attempts, by a hash of what was tried ("email:..." or "address:...").
CREATE TABLE attempt (
    subject_hash TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX attempt_subject ON attempt (subject_hash, at);

CREATE TABLE batch (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    user_id BIGINT,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    entries BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'done',
    undoes_batch_id BIGINT
);
CREATE INDEX batch_workspace ON batch (workspace_id, id);

CREATE TABLE journal (
    id BIGINT PRIMARY KEY,
    batch_id BIGINT NOT NULL,
    table_name TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    action TEXT NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX journal_batch ON journal (batch_id, id);
CREATE INDEX journal_subject ON journal (subject_id, id);

-- Answers to requests with an Idempotency-Key. The claim is made in the transaction of the change.
CREATE TABLE idempotency (
    user_id BIGINT NOT NULL,
    key_hash TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    status INTEGER,
    answer TEXT,
    PRIMARY KEY (user_id, key_hash)
);

CREATE TABLE job (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    user_id BIGINT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,                 -- 'waiting', 'running', 'done', 'failed', 'cancelled'
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    input TEXT NOT NULL,                 -- JSON, by kind
    progress TEXT NOT NULL,              -- JSON: where to go on after a crash
    result TEXT NOT NULL,                -- JSON, or the error
    cancel INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    run_at BIGINT NOT NULL,              -- not before
    lease_until BIGINT NOT NULL,         -- after that another process may take it
    attempts INTEGER NOT NULL
);
CREATE INDEX job_state ON job (state, run_at);
CREATE INDEX job_workspace ON job (workspace_id, id);

CREATE TABLE mail (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT,
    batch_id BIGINT,
    person_id BIGINT,                    -- none for accounts' mail
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,                 -- 'waiting', 'sent', 'failed'
    attempts INTEGER NOT NULL,
    run_at BIGINT NOT NULL,
    sent_at BIGINT,
    fault TEXT
);
CREATE INDEX mail_state ON mail (state, run_at);
CREATE INDEX mail_person ON mail (person_id);
