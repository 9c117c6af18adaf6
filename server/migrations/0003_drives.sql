-- Races, candidates and slates; drives, conversations and assessments; how organizations decide.

CREATE TABLE race (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    name TEXT NOT NULL,                  -- "U.S. House NB-2"
    office TEXT NOT NULL,
    level TEXT NOT NULL,                 -- 'local', 'state', 'federal', 'ballot_measure'
    district TEXT NOT NULL,              -- "NB-2"
    state TEXT NOT NULL,
    election_on TEXT NOT NULL,           -- the day of the election
    revision BIGINT NOT NULL
);
CREATE INDEX race_workspace ON race (workspace_id);

CREATE TABLE candidate (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    race_id BIGINT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    line TEXT NOT NULL,                  -- the line or lines they run on: JSON list of "independent", party names
    statement TEXT NOT NULL,
    website TEXT NOT NULL,
    goal INTEGER NOT NULL,               -- locals wanted (10)
    revision BIGINT NOT NULL
);
CREATE INDEX candidate_workspace ON candidate (workspace_id);
CREATE INDEX candidate_race ON candidate (race_id);

CREATE TABLE slate (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    goal INTEGER NOT NULL,               -- locals wanted for each candidate
    revision BIGINT NOT NULL
);
CREATE INDEX slate_workspace ON slate (workspace_id);

CREATE TABLE slate_candidate (
    id BIGINT PRIMARY KEY,
    slate_id BIGINT NOT NULL,
    candidate_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    UNIQUE (slate_id, candidate_id)
);
CREATE INDEX slate_candidate_candidate ON slate_candidate (candidate_id);

CREATE TABLE drive (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                  -- 'endorsement' now; 'procedure', 'recognition', 'contract', 'strike' later
    organization_id BIGINT NOT NULL,
    worksite_id BIGINT,
    candidate_id BIGINT,                 -- one of candidate and slate for an endorsement
    slate_id BIGINT,
    stage TEXT NOT NULL,                 -- 'mapped', 'identifying', 'building_team', 'opening_process',
                                         -- 'resolution_moved', 'decided', 'activated'
    outcome TEXT NOT NULL,               -- 'open', 'endorsed', 'declined', 'recommended', 'withdrawn'
    user_id BIGINT,                      -- the owner
    ask TEXT NOT NULL,                   -- what people are asked
    script TEXT NOT NULL,                -- Markdown
    goal BIGINT NOT NULL,                -- supporters wanted
    needed_by TEXT,                      -- by when the decision is needed
    decided_on TEXT,
    mover TEXT NOT NULL,
    seconder TEXT NOT NULL,
    note TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX drive_workspace ON drive (workspace_id, outcome);
CREATE INDEX drive_organization ON drive (organization_id);
CREATE INDEX drive_candidate ON drive (candidate_id);
CREATE INDEX drive_slate ON drive (slate_id);
CREATE INDEX drive_worksite ON drive (worksite_id);

-- How a person stands on a drive's ask, each time it was judged; the one with current = 1 counts.
CREATE TABLE assessment (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    drive_id BIGINT NOT NULL,
    value INTEGER NOT NULL,              -- 1 leader for, 2 for, 3 undecided, 4 against, 5 leader against
    leader INTEGER NOT NULL,             -- a leader, by who follows them
    current INTEGER NOT NULL,
    user_id BIGINT,                      -- who judged
    conversation_id BIGINT,
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
);
CREATE INDEX assessment_counts ON assessment (drive_id, current, value, leader, person_id);
CREATE INDEX assessment_times ON assessment (drive_id, at);

CREATE TABLE conversation (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    drive_id BIGINT,
    user_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,         -- when it reached the server; `at` is the phone's
    client_key TEXT NOT NULL,            -- made by the phone, so that a retry does not count twice
    channel TEXT NOT NULL,               -- 'in_person', 'phone', 'text', 'door', 'meeting', 'video'
    reached INTEGER NOT NULL,
    note TEXT NOT NULL,
    issues TEXT NOT NULL,                -- JSON list of what matters to them
    answers TEXT NOT NULL,               -- JSON list of what they will do
    follow_up_on TEXT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
);
CREATE INDEX conversation_user ON conversation (user_id, at);
CREATE INDEX conversation_drive ON conversation (drive_id, at);
CREATE UNIQUE INDEX conversation_client_key ON conversation (user_id, client_key);

-- When somebody is to be talked to again; done when the next conversation is logged.
CREATE TABLE follow_up (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    drive_id BIGINT,
    user_id BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    done INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
) WITHOUT ROWID;
CREATE INDEX follow_up_due ON follow_up (user_id, done, due_on);

CREATE TABLE decision_rule (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    text TEXT NOT NULL,                  -- as written, see engine/decision
    source TEXT NOT NULL,                -- where it stands: "Bylaws, article VII"
    revision BIGINT NOT NULL,
    UNIQUE (organization_id)
);
CREATE INDEX decision_rule_workspace ON decision_rule (workspace_id);

CREATE TABLE meeting (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    body TEXT NOT NULL,                  -- which body meets: a kind of step
    held_on TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX meeting_organization ON meeting (organization_id, held_on);

-- "First Tuesday of each month but July"
CREATE TABLE meeting_pattern (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    body TEXT NOT NULL,
    pattern TEXT NOT NULL,               -- as engine/decision reads it
    revision BIGINT NOT NULL
);
CREATE INDEX meeting_pattern_organization ON meeting_pattern (organization_id);

-- What was done in a drive at a step of the organization's rule.
CREATE TABLE step_record (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    drive_id BIGINT NOT NULL,
    step INTEGER NOT NULL,               -- position in the rule, from 0
    act TEXT NOT NULL,                   -- 'notice', 'questionnaire', 'interview', 'reading', 'vote', 'report' ...
    happened_on TEXT NOT NULL,
    votes TEXT,                          -- JSON, of a vote and of a motion to overrule
    evidence TEXT NOT NULL,              -- where it is recorded: "minutes of 6 May"
    revision BIGINT NOT NULL
);
CREATE INDEX step_record_drive ON step_record (drive_id);

-- A won decision, with the record that proves it.
CREATE TABLE endorsement (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    drive_id BIGINT,
    candidate_id BIGINT,
    slate_id BIGINT,
    decided_on TEXT NOT NULL,
    evidence TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX endorsement_workspace ON endorsement (workspace_id);
CREATE INDEX endorsement_organization ON endorsement (organization_id);
CREATE INDEX endorsement_drive ON endorsement (drive_id);

-- A workspace's own model texts (those of the program are assets), and their instances in drives.
CREATE TABLE model_text (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL,                  -- Markdown with {fields}
    revision BIGINT NOT NULL
);
CREATE INDEX model_text_workspace ON model_text (workspace_id);

CREATE TABLE resolution (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    drive_id BIGINT NOT NULL,
    model TEXT NOT NULL,                 -- the model text it was made from: an asset's name, or an id
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    latest_version INTEGER NOT NULL,     -- the number of its newest version
    state TEXT NOT NULL,                 -- 'draft', 'moved', 'adopted', 'defeated', 'withdrawn'
    mover TEXT NOT NULL,
    seconder TEXT NOT NULL,
    moved_on TEXT,
    decided_on TEXT,
    decided_by TEXT NOT NULL,            -- the body: "membership meeting"
    votes_for BIGINT,                    -- none: decided without a counted vote
    votes_against BIGINT,
    votes_abstained BIGINT,
    evidence TEXT NOT NULL,              -- "minutes of 6 May, page 2"
    adopted_version_id BIGINT,
    revision BIGINT NOT NULL
);
CREATE INDEX resolution_drive ON resolution (drive_id);
CREATE INDEX resolution_workspace ON resolution (workspace_id);

CREATE TABLE resolution_version (
    id BIGINT PRIMARY KEY,
    workspace_id BIGINT NOT NULL,
    resolution_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    user_id BIGINT,
    at BIGINT NOT NULL,
    note TEXT NOT NULL,
    revision BIGINT NOT NULL,
    UNIQUE (resolution_id, number)
);
