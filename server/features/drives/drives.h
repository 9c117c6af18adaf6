#pragma once
// Drives: the campaign to win one decision from one organization, and the endorsements that were won.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "features/directory/directory.h"
#include "features/slates/slates.h"
#include "http/router.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class DriveKind : std::uint8_t { endorsement, procedure, recognition, contract, strike };
BOOST_DESCRIBE_ENUM(DriveKind, endorsement, procedure, recognition, contract, strike)

enum class DriveStage : std::uint8_t {
    mapped,
    identifying,
    building_team,
    opening_process,
    resolution_moved,
    decided,
    activated
};
BOOST_DESCRIBE_ENUM(DriveStage, mapped, identifying, building_team, opening_process, resolution_moved,
                    decided, activated)

enum class DriveOutcome : std::uint8_t { open, endorsed, declined, recommended, withdrawn };
BOOST_DESCRIBE_ENUM(DriveOutcome, open, endorsed, declined, recommended, withdrawn)

struct Drive {
    static constexpr std::string_view table = "drive";
    Id<Drive> id;
    Id<Workspace> workspace_id;
    DriveKind kind = DriveKind::endorsement;
    Id<Organization> organization_id;
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Candidate>> candidate_id;  ///< one of candidate and slate for an endorsement
    std::optional<Id<Slate>> slate_id;
    DriveStage stage = DriveStage::mapped;
    DriveOutcome outcome = DriveOutcome::open;
    std::optional<Id<User>> user_id;  ///< the owner
    std::string ask;
    std::string script;     ///< Markdown
    std::int64_t goal = 0;  ///< supporters wanted
    std::optional<Date> needed_by;
    std::optional<Date> decided_on;
    std::string mover;
    std::string seconder;
    std::string note;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Drive, (),
                      (id, workspace_id, kind, organization_id, worksite_id, candidate_id, slate_id, stage,
                       outcome, user_id, ask, script, goal, needed_by, decided_on, mover, seconder, note,
                       revision))

/// A won decision, with the record that proves it.
struct Endorsement {
    static constexpr std::string_view table = "endorsement";
    Id<Endorsement> id;
    Id<Workspace> workspace_id;
    Id<Organization> organization_id;
    std::optional<Id<Drive>> drive_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Slate>> slate_id;
    Date decided_on{};
    std::string evidence;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Endorsement, (),
                      (id, workspace_id, organization_id, drive_id, candidate_id, slate_id, decided_on,
                       evidence, revision))

/// A drive's move from one stage to another, with the reason where something was missing or it moved back.
struct DriveMove {
    static constexpr std::string_view table = "drive_move";
    Id<DriveMove> id;
    Id<Workspace> workspace_id;
    Id<Drive> drive_id;
    DriveStage from_stage = DriveStage::mapped;
    DriveStage to_stage = DriveStage::mapped;
    std::string reason;
    std::vector<std::string> missing;  ///< codes of the requirements that were not met
    std::optional<Id<User>> user_id;
    Instant at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(DriveMove, (),
                      (id, workspace_id, drive_id, from_stage, to_stage, reason, missing, user_id, at,
                       revision))

// ---- rules.cpp: what must be true before the next stage ----

/// What is asked of a drive; each is worded by the web.
enum class RequirementCode : std::uint8_t {
    owner_named,             ///< mapped: somebody is responsible
    goal_set,                ///< mapped
    deadline_set,            ///< mapped: the day by which the decision is needed
    ask_written,             ///< mapped: what people are asked
    people_listed,           ///< mapped: people of the unit are in our records
    assessed_enough,         ///< identifying: assessed, of half the goal
    supporters_enough,       ///< identifying: supporters, of a fifth of the goal
    leader_found,            ///< identifying: a leader who is for
    leaders_three,           ///< building_team: leaders who are for
    leader_departments,      ///< building_team: departments that they work in, where departments are known
    mover_named,             ///< building_team
    seconder_named,          ///< building_team
    rule_known,              ///< opening_process: how the organization decides
    timetable_possible,      ///< opening_process: by its rule and meetings the decision can come in time
    questionnaire_returned,  ///< opening_process: where the rule asks for one
    interview_held,          ///< opening_process: where the rule asks for one
    text_moved,              ///< resolution_moved: the resolution, with mover and seconder
    notice_given,            ///< resolution_moved: where the rule asks for it
    supporters_goal,         ///< resolution_moved: supporters, of the goal
    vote_entered,            ///< decided
    vote_carried,            ///< decided: by the rule
    endorsement_recorded,    ///< activated
    members_asked,           ///< activated: supporters talked to since the decision, of half of them
};
BOOST_DESCRIBE_ENUM(RequirementCode, owner_named, goal_set, deadline_set, ask_written, people_listed,
                    assessed_enough, supporters_enough, leader_found, leaders_three, leader_departments,
                    mover_named, seconder_named, rule_known, timetable_possible, questionnaire_returned,
                    interview_held, text_moved, notice_given, supporters_goal, vote_entered, vote_carried,
                    endorsement_recorded, members_asked)

/// One thing that must be true: `have` of `need` (0 or 1 of 1 where it is not a number).
struct Requirement {
    RequirementCode code = RequirementCode::owner_named;
    bool met = false;
    std::int64_t have = 0;
    std::int64_t need = 1;
};
BOOST_DESCRIBE_STRUCT(Requirement, (), (code, met, have, need))

/// How people stand on a drive's ask, and of how many.
struct DriveCounts {
    std::int64_t assessed_1 = 0;   ///< leaders for
    std::int64_t assessed_2 = 0;   ///< for
    std::int64_t assessed_3 = 0;   ///< undecided
    std::int64_t assessed_4 = 0;   ///< against
    std::int64_t assessed_5 = 0;   ///< leaders against
    std::int64_t leaders = 0;      ///< leaders by who follows them, or assessed 1 or 5
    std::int64_t leaders_for = 0;  ///< those of them who are for
    std::int64_t assessed = 0;
    std::int64_t supporters = 0;    ///< assessed 1 or 2
    std::int64_t people = 0;        ///< of the unit, in our records
    std::int64_t members = 0;       ///< as the organization states them; not fewer than `people`
    std::int64_t not_assessed = 0;  ///< of `people`
    std::int64_t majority = 0;      ///< supporters that are more than half of `members`
};
BOOST_DESCRIBE_STRUCT(DriveCounts, (),
                      (assessed_1, assessed_2, assessed_3, assessed_4, assessed_5, leaders, leaders_for,
                       assessed, supporters, people, members, not_assessed, majority))

/// What the organization's decision rule, and what was done by it, say of a drive.
struct DecisionFacts {
    bool rule_known = false;
    std::optional<bool> possible;  ///< none: not known
    bool questionnaire_required = false;
    bool questionnaire_returned = false;
    bool interview_required = false;
    bool interview_held = false;
    bool notice_required = true;
    bool notice_given = false;
    bool vote_entered = false;
    bool carried = false;
};

/// Everything the requirements are judged by.
struct DriveFacts {
    Drive drive;
    DriveCounts counts;
    std::int64_t departments = 0;         ///< of the unit's people
    std::int64_t leader_departments = 0;  ///< with a leader who is for
    bool text_moved = false;              ///< a resolution is moved or adopted, with mover and seconder
    bool endorsed = false;
    std::int64_t asked = 0;  ///< supporters talked to since the decision
    DecisionFacts decision;
};

inline constexpr std::array drive_stages{DriveStage::mapped,           DriveStage::identifying,
                                         DriveStage::building_team,    DriveStage::opening_process,
                                         DriveStage::resolution_moved, DriveStage::decided,
                                         DriveStage::activated};

/// Adds up a drive's counts: `members` from what is stated, the rest from those assessed.
void complete_counts(DriveCounts& counts, std::optional<std::int64_t> stated_members);
/// What must be true before a drive leaves a stage, met or not; of `activated`, before it is finished.
std::vector<Requirement> requirements_of(DriveStage stage, const DriveFacts& facts);
/// The codes of what is missing on the way from the drive's stage to another.
std::vector<std::string> missing_before(DriveStage wanted, const DriveFacts& facts);
/// Lengths, the goal, and one of candidate and slate for an endorsement. Errors: invalid, with every fault.
Result<void> check_drive(const Drive& drive);

/// Who endorsed whom: an international union is national, every other body local.
enum class EndorsementLevel : std::uint8_t {
    national_slate,
    national_candidate,
    local_slate,
    local_candidate
};
BOOST_DESCRIBE_ENUM(EndorsementLevel, national_slate, national_candidate, local_slate, local_candidate)
EndorsementLevel level_of(OrganizationKind kind, bool of_slate);

// ---- visible_drives.cpp ----

/// A condition on the drive `alias`, true for those the Access may see: a volunteer those in which people
/// are assigned to them, a lead those of their organizations. Begins with " AND ", or is empty.
std::string visible_drives(Query& query, const Access& access, std::string_view alias);

// ---- facts.cpp ----

/// Which drives a question is about: a condition on the drive `d`.
struct DriveScope {
    Query where;
    /// For thousands of drives at once: the script, departments, talks since the decision and what their own
    /// stage does not ask for are left out, and people are counted only where the organization does not state
    /// its members.
    bool light = false;
};
/// The facts of every drive in a scope, in a fixed number of statements. Numbers only, no names of people
/// but mover and seconder.
std::vector<DriveFacts> drive_facts(Reader& reader, const DriveScope& scope);
/// How people stand in one drive; all zero for one that does not exist.
DriveCounts counts_of(Reader& reader, Id<Drive> id);

// ---- decision_facts.cpp ----

/// What the organization's rule says of the drive. Without a rule only that none is known.
DecisionFacts decision_facts(Reader& reader, const Drive& drive, Date today);
/// Who knows the rules: decisions depend on drives and so can't be asked directly. Told once, before the
/// first question, where the features are put together.
using ReadDecisionFacts = DecisionFacts (*)(Reader& reader, const Drive& drive, Date today);
void ask_for_decision_facts(ReadDecisionFacts read);

// ---- store.cpp ----

/// A drive as it stands in a list.
struct DriveSummary {
    Drive drive;
    std::string organization_name;
    std::string city;
    std::string state;
    std::string target_name;  ///< of the candidate or the slate
    std::optional<std::string> owner_name;
    DriveCounts counts;
    std::vector<Requirement> missing;  ///< before the next stage
    bool late = false;                 ///< open, and the day by which it is needed has passed
    std::optional<int> days_left;      ///< to that day; none once decided
};
BOOST_DESCRIBE_STRUCT(DriveSummary, (),
                      (drive, organization_name, city, state, target_name, owner_name, counts, missing, late,
                       days_left))

struct DrivesQuery {
    std::optional<Id<Organization>> organization_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Slate>> slate_id;
    std::optional<DriveStage> stage;
    std::optional<DriveOutcome> outcome;
    std::optional<Id<User>> user_id;  ///< the owner
    std::string search;               ///< the start of the organization's name
    bool late = false;                ///< only those whose day has passed
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(DrivesQuery, (),
                      (organization_id, candidate_id, slate_id, stage, outcome, user_id, search, late, cursor,
                       limit))

/// What is still to be won first, the earliest needed before the others; then what has ended.
/// Errors: invalid (cursor, limit).
Result<Page<DriveSummary>> list_drives(Reader& reader, const Access& access, const DrivesQuery& query,
                                       Date today);
/// How many of those that are open the Access sees.
std::int64_t count_open_drives(Reader& reader, const Access& access);
/// The drive as stored, if the Access may see it. Names of people and the note are left out for those who
/// see numbers only. Errors: not_found for all others.
Result<Drive> find_drive(Reader& reader, const Access& access, Id<Drive> id);
/// Errors: not_found.
Result<DriveFacts> find_drive_facts(Reader& reader, const Access& access, Id<Drive> id, Date today);

struct StageView {
    DriveStage stage = DriveStage::mapped;
    std::optional<Instant> reached_at;
    std::string reason;                     ///< given when it was reached with things missing
    std::vector<Requirement> requirements;  ///< before the next
};
BOOST_DESCRIBE_STRUCT(StageView, (), (stage, reached_at, reason, requirements))

struct DriveAbilities {
    bool edit = false;
    bool move = false;
    bool log_contact = false;
};
BOOST_DESCRIBE_STRUCT(DriveAbilities, (), (edit, move, log_contact))

/// A drive with all that its page shows.
struct DriveRecord {
    DriveSummary summary;
    std::vector<StageView> stages;
    std::optional<DriveStage> next_stage;
    std::int64_t departments = 0;
    std::int64_t leader_departments = 0;
    std::vector<DriveMove> moves;  ///< newest first
    std::vector<Endorsement> endorsements;
    DriveAbilities can;
};
BOOST_DESCRIBE_STRUCT(DriveRecord, (),
                      (summary, stages, next_stage, departments, leader_departments, moves, endorsements,
                       can))
Result<DriveRecord> find_drive_record(Reader& reader, const Access& access, Id<Drive> id, Date today);

/// One week of a drive: what was done in it, and how people stood at its end.
struct DriveWeek {
    Date week{};  ///< its Monday
    std::int64_t conversations = 0;
    std::int64_t assessed = 0;
    std::int64_t supporters = 0;
    std::int64_t against = 0;
};
BOOST_DESCRIBE_STRUCT(DriveWeek, (), (week, conversations, assessed, supporters, against))
/// The last `weeks` weeks, oldest first. Errors: not_found.
Result<std::vector<DriveWeek>> drive_activity(Reader& reader, const Access& access, Id<Drive> id, Instant now,
                                              int weeks);

/// Errors: invalid for records of another workspace, conflict for a second open drive of one pair.
Result<void> check_drive_references(Reader& reader, const Drive& drive);

/// With its moves. Errors: stale, and conflict as long as anything is recorded in it.
Result<void> erase_drive(Transaction& tx, const Drive& drive);

// ---- activity.cpp holds drive_activity; move_drive.cpp: ----

/// Moves a drive to another stage. Errors: conflict when something is missing, or it moves back, and no
/// reason is given; stale.
Result<void> move_drive(Transaction& tx, DriveFacts facts, DriveStage wanted, const std::string& reason);

// ---- endorsements.cpp ----

struct EndorsementView {
    Endorsement endorsement;
    EndorsementLevel level = EndorsementLevel::local_candidate;
    std::string organization_name;
    std::string target_name;
};
BOOST_DESCRIBE_STRUCT(EndorsementView, (), (endorsement, level, organization_name, target_name))

struct EndorsementsQuery {
    std::optional<Id<Organization>> organization_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Slate>> slate_id;
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(EndorsementsQuery, (), (organization_id, candidate_id, slate_id, cursor, limit))
Result<Page<EndorsementView>> list_endorsements(Reader& reader, Id<Workspace> workspace,
                                                const EndorsementsQuery& query);
Result<EndorsementView> find_endorsement(Reader& reader, Id<Workspace> workspace, Id<Endorsement> id);
/// Records an endorsement; a drive that it names is endorsed by it. Errors: invalid, conflict for a second
/// one of the same pair.
Result<void> record_endorsement(Transaction& tx, Endorsement& endorsement);
/// The drive that it was won by is open again. Errors: stale.
Result<void> erase_endorsement(Transaction& tx, const Endorsement& endorsement);

// ---- api.cpp, endorsement_api.cpp ----

void add_drive_routes(Router& router);
void add_endorsement_routes(Router& router);

}  // namespace wallchart
