#pragma once
// What the API says of a drive's decision: the timetable and the outcome, in words of the asker's language.

#include "engine/decision/forecast.h"
#include "engine/decision/timetable.h"
#include "engine/decision/wording.h"
#include "features/decisions/decisions.h"

namespace wallchart {

struct TimetableAct {
    decision::StepAct act = decision::StepAct::vote;
    std::string title;  ///< "Give notice"
    int number = 0;     ///< of a town hall, from 1
    decision::ActState state = decision::ActState::possible;
    std::optional<Date> earliest;
    std::optional<Date> latest;
    std::optional<Date> done_on;
    std::optional<int> days_left;  ///< to the latest day
    std::vector<Date> dates;       ///< meetings at which it can be done in time
    std::vector<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(TimetableAct, (),
                      (act, title, number, state, earliest, latest, done_on, days_left, dates, reasons))

/// What to expect of a vote of the members as people are assessed today (engine/decision/forecast.h).
struct VoteForecast {
    decision::Expectation expectation = decision::Expectation::too_few;
    std::int64_t asked = 0;
    double share = 0;
    double low = 0;
    double high = 0;
    std::string needed;  ///< "2/3 of votes cast"
    std::int64_t more = 0;
};
BOOST_DESCRIBE_STRUCT(VoteForecast, (), (expectation, asked, share, low, high, needed, more))

struct TimetableStep {
    int step = 0;  ///< position in the rule, from 0
    decision::StepKind kind = decision::StepKind::membership_meeting;
    std::string title;                      ///< "Executive board", or the organization's own name for it
    std::vector<std::string> requirements;  ///< "2/3 of votes cast", "quorum 30"
    decision::ActState state = decision::ActState::possible;
    std::vector<std::string> notes;  ///< "No meeting days are entered ..."
    std::vector<TimetableAct> acts;
    decision::StepResult result = decision::StepResult::open;
    std::string result_title;  ///< "Carried"
    std::optional<Date> decided_on;
    std::vector<std::string> reasons;        ///< of the result, with the arithmetic
    std::vector<decision::StepAct> records;  ///< what can be recorded here
    std::optional<VoteForecast> forecast;    ///< while the vote of the members is still to come
    std::vector<std::string> run_off;  ///< the choices of a second vote that decides; empty: none is due
    /// Votes are entered by the size of locals: present and eligible are delegates.
    bool votes_by_size = false;
};
BOOST_DESCRIBE_STRUCT(TimetableStep, (),
                      (step, kind, title, requirements, state, notes, acts, result, result_title, decided_on,
                       reasons, records, forecast, run_off, votes_by_size))

struct DriveTimetable {
    Id<Drive> drive_id;
    Id<Organization> organization_id;
    bool rule_known = false;
    /// The drive has its outcome, but not from votes entered here: nothing is due any more.
    bool closed = false;
    std::string source;
    decision::DecisionLevel level = decision::DecisionLevel::local;
    Date today{};
    std::optional<Date> needed_by;
    bool possible = false;
    std::vector<std::string> summary;  ///< whether it can come in time, and why not
    std::optional<Date> earliest_decision;
    decision::DecisionOutcome outcome = decision::DecisionOutcome::undecided;
    std::string outcome_title;
    std::vector<std::string> outcome_reasons;
    std::optional<Date> decided_on;
    std::vector<TimetableStep> steps;
    std::vector<StepRecord> records;
    bool can_record = false;
};
BOOST_DESCRIBE_STRUCT(DriveTimetable, (),
                      (drive_id, organization_id, rule_known, closed, source, level, today, needed_by,
                       possible, summary, earliest_decision, outcome, outcome_title, outcome_reasons,
                       decided_on, steps, records, can_record))

/// As of today. `level` stands in for that of the drive's races.
DriveTimetable timetable_of(Reader& reader, const Access& access, const Drive& drive, Date today,
                            std::optional<decision::DecisionLevel> level = {});

}  // namespace wallchart
