-- The directory (organizations, employers, worksites) and people with what belongs to them.

CREATE TABLE organization (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    parent_organization_id BIGINT,
    kind TEXT NOT NULL,                  -- 'union', 'council', 'local', 'chapter', 'caucus', 'committee', ...
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL COLLATE binary,
    affiliation TEXT NOT NULL,           -- the union's code ("IBT"), or empty
    number TEXT NOT NULL,                -- "810", "32BJ"
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    members BIGINT,                      -- as it states itself
    website TEXT NOT NULL,
    external_source TEXT NOT NULL,       -- 'olms', 'teamsters' ...
    external_id TEXT NOT NULL COLLATE binary,
    note TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX organization_name ON organization (workspace_id, name_folded);
CREATE INDEX organization_number ON organization (workspace_id, affiliation, number);
CREATE INDEX organization_external ON organization (workspace_id, external_source, external_id);
CREATE INDEX organization_parent ON organization (parent_organization_id);

CREATE TABLE employer (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL COLLATE binary,
    industry TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX employer_name ON employer (workspace_id, name_folded);

CREATE TABLE worksite (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    employer_id BIGINT,
    organization_id BIGINT,              -- the local whose bargaining unit it is
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL COLLATE binary,
    street TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    eligible BIGINT,                     -- workers in the unit
    organization_text TEXT NOT NULL,     -- the union as the source wrote it
    external_source TEXT NOT NULL,
    external_id TEXT NOT NULL COLLATE binary,
    revision BIGINT NOT NULL
);
CREATE INDEX worksite_name ON worksite (workspace_id, name_folded);
CREATE INDEX worksite_external ON worksite (workspace_id, external_source, external_id);
CREATE INDEX worksite_employer ON worksite (employer_id);
CREATE INDEX worksite_organization ON worksite (organization_id);

CREATE TABLE person (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    given_name TEXT NOT NULL,
    middle_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    suffix TEXT NOT NULL,
    family_first TEXT NOT NULL COLLATE binary,  -- folded "family given": found by the start of either name
    given_first TEXT NOT NULL COLLATE binary,   -- folded "given family"
    birth_date TEXT NOT NULL,            -- YYYY-MM-DD, YYYY-MM or YYYY, as far as known
    sex TEXT NOT NULL,
    language TEXT NOT NULL,              -- 'en', 'es' or empty
    note TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX person_family ON person (workspace_id, family_first, id);
CREATE INDEX person_given ON person (workspace_id, given_first);

CREATE TABLE contact_point (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                  -- 'email', 'phone'
    value TEXT NOT NULL COLLATE binary,  -- e-mail in lower case, phone in E.164
    label TEXT NOT NULL,                 -- 'mobile', 'home', 'work' or empty
    rank INTEGER NOT NULL,               -- 0 is used first
    working INTEGER NOT NULL,            -- 0: bounced, wrong or disconnected
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX contact_point_value ON contact_point (workspace_id, value, person_id);

CREATE TABLE address (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    street TEXT NOT NULL,
    unit TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    country TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;

CREATE TABLE external_id (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    source TEXT NOT NULL,                -- 'van', 'action_network', 'import' ...
    value TEXT NOT NULL COLLATE binary,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX external_id_value ON external_id (workspace_id, source, value, person_id);

CREATE TABLE membership (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    status TEXT NOT NULL,                -- 'member', 'retiree', 'prospect', 'former'
    role TEXT NOT NULL,                  -- 'member', 'steward', 'delegate', 'officer'
    good_standing INTEGER NOT NULL,
    source TEXT NOT NULL,                -- 'import', 'sign_up', 'placement', 'user'
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX membership_organization ON membership (organization_id, person_id);

CREATE TABLE employment (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    employer_id BIGINT,
    worksite_id BIGINT,
    employer_text TEXT NOT NULL,         -- as the person or the list wrote it
    department TEXT NOT NULL,
    shift TEXT NOT NULL,
    job_title TEXT NOT NULL,
    started_on TEXT,
    ended_on TEXT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX employment_worksite ON employment (worksite_id, person_id);
CREATE INDEX employment_employer ON employment (employer_id);

-- What the person agreed to, each time they said so; the newest of a kind is in force.
CREATE TABLE consent (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,                  -- 'email', 'text', 'introduction'
    granted INTEGER NOT NULL,
    at BIGINT NOT NULL,
    source TEXT NOT NULL,                -- 'sign_up', 'import', 'user', 'unsubscribe'
    wording TEXT NOT NULL,               -- what they were shown
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX consent_kind ON consent (kind, person_id);

CREATE TABLE custom_field (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    revision BIGINT NOT NULL,
    UNIQUE (workspace_id, name)
);

CREATE TABLE custom_value (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    custom_field_id BIGINT NOT NULL,
    value TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX custom_value_field ON custom_value (custom_field_id, person_id);

-- Who works with whom: a volunteer sees only those assigned to them.
CREATE TABLE assignment (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    drive_id BIGINT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX assignment_user ON assignment (user_id, person_id);
CREATE INDEX assignment_drive ON assignment (drive_id);

CREATE TABLE relationship (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    other_person_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                  -- 'leads', 'influences', 'knows'
    user_id BIGINT NOT NULL,             -- who claimed it
    evidence TEXT NOT NULL,
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX relationship_other ON relationship (other_person_id);
