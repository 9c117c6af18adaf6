-- What the last look through everyone for duplicates taught: newcomers are compared by it, one by one.

CREATE TABLE linkage_model (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    people BIGINT NOT NULL,              -- in the workspace then
    compared_to BIGINT NOT NULL,         -- id of the journal: what was written before it has been compared
    model TEXT NOT NULL,                 -- JSON: how much each field tells
    frequencies TEXT NOT NULL,           -- JSON: how often values occur, by hash; nobody's name stands there
    sources TEXT NOT NULL                -- JSON list: the systems whose numbers are compared
);
CREATE INDEX linkage_model_workspace ON linkage_model (workspace_id);

-- Those of one street address, and those born on one day, are compared.
CREATE INDEX address_street ON address (street, person_id);
CREATE INDEX person_birth ON person (workspace_id, birth_date) WHERE length(birth_date) = 10;
