-- Second factors, roles taken back for a while, and mail that can be unsubscribed from.

ALTER TABLE user_role ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;

ALTER TABLE user_account ADD COLUMN totp_pending TEXT;  -- a secret shown but not yet confirmed by a code

-- Codes on paper for a lost phone; each is removed when it is used.
CREATE TABLE recovery_code (
    user_id BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

ALTER TABLE mail ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE mail ADD COLUMN unsubscribe_token TEXT NOT NULL DEFAULT '';  -- for mail to people; blank once sent
ALTER TABLE mail ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX mail_workspace ON mail (workspace_id, state);

-- The links in mail to people by which they say that they want no more.
CREATE TABLE unsubscribe_link (
    token_hash TEXT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX unsubscribe_link_person ON unsubscribe_link (person_id);
