-- The public sign-up page, the queue of those to be placed in a local, formations and introductions.

CREATE TABLE join_page (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL UNIQUE,
    is_open INTEGER NOT NULL,
    headline_en TEXT NOT NULL,
    headline_es TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_es TEXT NOT NULL,
    revision BIGINT NOT NULL
);

-- What somebody sent from the page, as they wrote it.
CREATE TABLE sign_up (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    language TEXT NOT NULL,
    organization_text TEXT NOT NULL,
    employer_text TEXT NOT NULL,
    offers TEXT NOT NULL,                -- JSON list of what they will do
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX sign_up_workspace ON sign_up (workspace_id, at);

-- Somebody who wrote which union they are in: placed in it, or waiting for an organizer who knows.
CREATE TABLE placement (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    text TEXT NOT NULL,                  -- as they wrote it
    text_folded TEXT NOT NULL COLLATE binary,
    source TEXT NOT NULL,                -- 'sign_up', 'import'
    state TEXT NOT NULL,                 -- 'waiting', 'placed', 'set_aside'
    organization_id BIGINT,
    user_id BIGINT,                      -- who placed them; none when the name said it surely
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX placement_state ON placement (workspace_id, state, id);
CREATE INDEX placement_id ON placement (id);
CREATE INDEX placement_text ON placement (workspace_id, text_folded);
CREATE INDEX placement_organization ON placement (organization_id);

-- Supporters of one union or local, put in touch by consent.
CREATE TABLE formation (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    UNIQUE (workspace_id, organization_id)
);
CREATE INDEX formation_organization ON formation (organization_id);

CREATE TABLE introduction (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    formation_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,             -- the human behind it
    at BIGINT NOT NULL,
    subject TEXT NOT NULL,
    message TEXT NOT NULL,
    recipients INTEGER NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX introduction_formation ON introduction (formation_id);

-- Who was in which introduction: nobody gets the same names twice.
CREATE TABLE introduced (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    introduction_id BIGINT NOT NULL,
    formation_id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX introduced_introduction ON introduced (introduction_id);
CREATE INDEX introduced_formation ON introduced (formation_id, person_id);
