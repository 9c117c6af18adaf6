-- Files given to be imported, and how a header was mapped the last time.

CREATE TABLE import (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    user_id BIGINT,
    kind TEXT NOT NULL,                  -- 'people', 'organizations', 'worksites'
    state TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_path TEXT NOT NULL,
    rejects_path TEXT NOT NULL,
    owns_files INTEGER NOT NULL,         -- 1: uploaded; removed when no longer needed
    file_size BIGINT NOT NULL,
    encoding TEXT NOT NULL,
    language TEXT NOT NULL,
    header_hash TEXT NOT NULL,
    mapping TEXT NOT NULL,               -- JSON
    summary TEXT NOT NULL,               -- JSON
    rejects TEXT NOT NULL,               -- JSON: the first ones
    fault TEXT NOT NULL,
    left_count BIGINT NOT NULL,          -- changes that an undo left
    job_id BIGINT,
    batch_id BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX import_workspace ON import (workspace_id, id);

CREATE TABLE import_mapping (
    workspace_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    header_hash TEXT NOT NULL,
    mapping TEXT NOT NULL,               -- JSON
    at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, kind, header_hash)
);
