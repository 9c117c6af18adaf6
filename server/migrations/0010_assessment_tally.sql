-- How many people stand where in each drive, kept right by the database itself with every change of an
-- assessment: counting a million of them again for each slate board takes longer than anyone waits.

CREATE TABLE assessment_tally (
    drive_id BIGINT NOT NULL,
    value INTEGER NOT NULL,
    leader INTEGER NOT NULL,
    people BIGINT NOT NULL,              -- with such a current assessment; may be 0
    PRIMARY KEY (drive_id, value, leader)
) WITHOUT ROWID;

INSERT INTO assessment_tally (drive_id, value, leader, people)
SELECT drive_id, value, leader, count(*) FROM assessment WHERE current = 1 GROUP BY drive_id, value, leader;

-- only sqlite:
CREATE TRIGGER assessment_inserted AFTER INSERT ON assessment WHEN NEW.current = 1
BEGIN
    INSERT INTO assessment_tally (drive_id, value, leader, people) VALUES (NEW.drive_id, NEW.value, NEW.leader, 1)
    ON CONFLICT (drive_id, value, leader) DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER assessment_erased AFTER DELETE ON assessment WHEN OLD.current = 1
BEGIN
    UPDATE assessment_tally SET people = people - 1
    WHERE drive_id = OLD.drive_id AND value = OLD.value AND leader = OLD.leader;
END;
CREATE TRIGGER assessment_updated AFTER UPDATE OF drive_id, value, leader, current ON assessment
BEGIN
    UPDATE assessment_tally SET people = people - 1
    WHERE OLD.current = 1 AND drive_id = OLD.drive_id AND value = OLD.value AND leader = OLD.leader;
    INSERT INTO assessment_tally (drive_id, value, leader, people)
    SELECT NEW.drive_id, NEW.value, NEW.leader, 1 WHERE NEW.current = 1
    ON CONFLICT (drive_id, value, leader) DO UPDATE SET people = people + 1;
END;

-- only postgres:
-- Once for a statement, however many rows it wrote; in the order of the key, so that two writers who count
-- in several drives wait for each other rather than block each other.
CREATE FUNCTION count_assessments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO assessment_tally AS tally (drive_id, value, leader, people)
        SELECT drive_id, value, leader, count(*) FROM after_it WHERE current = 1
        GROUP BY drive_id, value, leader ORDER BY drive_id, value, leader
        ON CONFLICT (drive_id, value, leader) DO UPDATE SET people = tally.people + excluded.people;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO assessment_tally AS tally (drive_id, value, leader, people)
        SELECT drive_id, value, leader, -count(*) FROM before_it WHERE current = 1
        GROUP BY drive_id, value, leader ORDER BY drive_id, value, leader
        ON CONFLICT (drive_id, value, leader) DO UPDATE SET people = tally.people + excluded.people;
    ELSE
        INSERT INTO assessment_tally AS tally (drive_id, value, leader, people)
        SELECT drive_id, value, leader, sum(people) FROM (
            SELECT drive_id, value, leader, 1 AS people FROM after_it WHERE current = 1
            UNION ALL SELECT drive_id, value, leader, -1 FROM before_it WHERE current = 1) AS changes
        GROUP BY drive_id, value, leader HAVING sum(people) <> 0 ORDER BY drive_id, value, leader
        ON CONFLICT (drive_id, value, leader) DO UPDATE SET people = tally.people + excluded.people;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER assessment_inserted AFTER INSERT ON assessment
    REFERENCING NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION count_assessments();
CREATE TRIGGER assessment_erased AFTER DELETE ON assessment
    REFERENCING OLD TABLE AS before_it FOR EACH STATEMENT EXECUTE FUNCTION count_assessments();
CREATE TRIGGER assessment_updated AFTER UPDATE ON assessment
    REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION count_assessments();
-- both:
