-- How drives moved from stage to stage; one open drive and one endorsement for a pair.

CREATE TABLE drive_move (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    drive_id BIGINT NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    missing TEXT NOT NULL,               -- JSON list of the requirements that were not met
    user_id BIGINT,
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX drive_move_drive ON drive_move (drive_id, id);

CREATE UNIQUE INDEX drive_open_candidate ON drive (organization_id, candidate_id)
    WHERE outcome = 'open' AND kind = 'endorsement';
CREATE UNIQUE INDEX drive_open_slate ON drive (organization_id, slate_id)
    WHERE outcome = 'open' AND kind = 'endorsement';
CREATE UNIQUE INDEX endorsement_candidate ON endorsement (organization_id, candidate_id);
CREATE UNIQUE INDEX endorsement_slate ON endorsement (organization_id, slate_id);
