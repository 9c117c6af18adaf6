#pragma once
// Decisions: how each organization decides, when its bodies meet, what was done in a drive by that rule; and,
// from these, by when each step is due and what the votes came to. The reckoning is engine/decision.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "engine/decision/outcome.h"
#include "engine/decision/rule.h"
#include "engine/decision/situation.h"
#include "features/directory/directory.h"
#include "features/drives/drives.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// An organization's rule as written (engine/decision/rule_text.h reads it).
struct StoredRule {
    static constexpr std::string_view table = "decision_rule";
    Id<StoredRule> id;
    Id<Workspace> workspace_id;
    Id<Organization> organization_id;
    std::string text;
    std::string source;  ///< where it stands: "Bylaws, article VII"
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(StoredRule, (), (id, workspace_id, organization_id, text, source, revision))

/// A meeting on a day of its own, beside those that a pattern gives.
struct Meeting {
    static constexpr std::string_view table = "meeting";
    Id<Meeting> id;
    Id<Workspace> workspace_id;
    Id<Organization> organization_id;
    std::string body;  ///< a kind of step ("membership_meeting"), or the name of one
    Date held_on{};
    std::string name;
    std::string place;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Meeting, (), (id, workspace_id, organization_id, body, held_on, name, place, revision))

/// "First Tuesday of each month but July"
struct StoredPattern {
    static constexpr std::string_view table = "meeting_pattern";
    Id<StoredPattern> id;
    Id<Workspace> workspace_id;
    Id<Organization> organization_id;
    std::string body;
    std::string pattern;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(StoredPattern, (), (id, workspace_id, organization_id, body, pattern, revision))

/// What was done in a drive at a step of the rule.
struct StepRecord {
    static constexpr std::string_view table = "step_record";
    Id<StepRecord> id;
    Id<Workspace> workspace_id;
    Id<Drive> drive_id;
    int step = 0;  ///< position in the rule, from 0
    decision::StepAct act = decision::StepAct::notice;
    Date happened_on{};
    std::optional<decision::VoteCount> votes;
    std::string evidence;  ///< where it is recorded: "minutes of 6 May"
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(StepRecord, (),
                      (id, workspace_id, drive_id, step, act, happened_on, votes, evidence, revision))

// ---- rules.cpp ----

/// The body of a meeting in one form: the name of a kind of step, or the name of a step as written.
/// Errors: invalid.
Result<std::string> check_body(std::string_view body);
inline constexpr std::size_t record_limit = 500;  ///< of one drive

/// Day, votes where they belong and only there, lengths. Errors: invalid, with every fault.
Result<void> check_record(const StepRecord& record, Date today);
/// The level of what a drive is for, from the levels of its races: the highest, since it decides who may.
decision::DecisionLevel level_of(const std::vector<RaceLevel>& races);

// ---- store.cpp ----

/// An organization of the workspace. Errors: not_found.
Result<Organization> find_deciding_organization(Reader& reader, const Access& access, Id<Organization> id);
/// The same, for changes: within what the Access reaches. Errors: not_found.
Result<Organization> find_organization_to_change(Reader& reader, const Access& access, Id<Organization> id);
/// A drive within what the Access reaches. Errors: not_found.
Result<Drive> find_deciding_drive(Reader& reader, const Access& access, Id<Drive> id);

std::optional<StoredRule> find_rule(Reader& reader, Id<Organization> organization);
std::vector<StoredPattern> patterns_of(Reader& reader, Id<Organization> organization);
/// Meetings by their days; those from `from` on, after the cursor of the page before.
Result<Page<Meeting>> list_meetings(Reader& reader, Id<Organization> organization, std::string_view cursor,
                                    int limit);
Result<Meeting> find_meeting(Reader& reader, const Access& access, Id<Meeting> id);
Result<StoredPattern> find_pattern(Reader& reader, const Access& access, Id<StoredPattern> id);
decision::Calendar calendar_of(Reader& reader, Id<Organization> organization);

std::vector<StepRecord> records_of(Reader& reader, Id<Drive> drive);
Result<StepRecord> find_record(Reader& reader, const Access& access, Id<StepRecord> id);

/// Everything that a drive's timetable and outcome are made from; nothing where the organization has no rule.
/// `level` stands in for that of the drive's races.
std::optional<decision::Situation> situation_of(Reader& reader, const Drive& drive, Date today,
                                                std::optional<decision::DecisionLevel> level = {});

// ---- settle_drive.cpp ----

/// Gives a drive the outcome that the rule finds, with the endorsement it has won; takes both back when a
/// vote was taken back. A drive that was withdrawn, or has no rule, is left alone. Errors: stale, conflict.
Result<void> settle_drive(Transaction& tx, const Drive& drive, Date today, decision::DecisionOutcome before);
/// What the rule finds now; undecided where there is no rule.
decision::Outcome outcome_of(Reader& reader, const Drive& drive, Date today);

// ---- decision_facts.cpp ----

/// What the rule says of a drive, as the drive's own requirements ask for it.
DecisionFacts read_decision_facts(Reader& reader, const Drive& drive, Date today);

// ---- rule_api.cpp, meeting_api.cpp, timetable_api.cpp ----

void add_decision_rule_routes(Router& router);
void add_meeting_routes(Router& router);
void add_timetable_routes(Router& router);
/// All three.
void add_decision_routes(Router& router);

}  // namespace wallchart
