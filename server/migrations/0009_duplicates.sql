-- Pairs that may be one human, those that were said to be two, and records that were merged.

CREATE TABLE likely_duplicate (
    person_id BIGINT NOT NULL,           -- the earlier record of the two
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    other_person_id BIGINT NOT NULL,
    state TEXT NOT NULL,                 -- 'waiting', 'distinct'
    probability DOUBLE PRECISION NOT NULL,
    reasons TEXT NOT NULL,               -- JSON list: field, what was found, weight in bits
    source TEXT NOT NULL,                -- 'sign_up', 'import', 'search', 'user'
    user_id BIGINT,                      -- who said that they are two
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX likely_duplicate_id ON likely_duplicate (id);
CREATE INDEX likely_duplicate_state ON likely_duplicate (workspace_id, state, probability, id);
CREATE INDEX likely_duplicate_other ON likely_duplicate (other_person_id);

CREATE TABLE merged_person (
    person_id BIGINT NOT NULL,           -- who they are now
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    former_id BIGINT NOT NULL,           -- the record that went (not there any more, so no other_person_id)
    user_id BIGINT,
    at BIGINT NOT NULL,
    not_taken TEXT NOT NULL,             -- JSON list: field and value of what the other record said instead
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX merged_person_former ON merged_person (former_id);
