#pragma once
// Everything that a timetable and an outcome are made from: the rule, when the bodies meet, what is to be
// decided and by when, and what has been done.

#include "core/clock.h"
#include "engine/decision/meeting_pattern.h"
#include "engine/decision/rule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wallchart::decision {

/// The votes for one choice, where there are several.
struct ChoiceCount {
    std::string name;
    int votes = 0;
    bool ours = false;  ///< the candidate or slate that the drive is for
    friend bool operator==(const ChoiceCount&, const ChoiceCount&) = default;
};
BOOST_DESCRIBE_STRUCT(ChoiceCount, (), (name, votes, ours))

/// A vote as it is entered.
struct VoteCount {
    int yes = 0;
    int no = 0;
    int abstain = 0;
    std::optional<int> present;        ///< with the right to vote; of a ballot: ballots returned
    std::optional<int> eligible;       ///< without it, computed from the electorate where that can be
    std::vector<ChoiceCount> choices;  ///< instead of yes and no
    /// Where votes count by the size of a local, yes, no, abstain and choices are in votes; present and
    /// eligible are delegates all the same, and these say what they hold.
    std::optional<int> votes_present;
    std::optional<int> votes_eligible;
    friend bool operator==(const VoteCount&, const VoteCount&) = default;
};
BOOST_DESCRIBE_STRUCT(VoteCount, (),
                      (yes, no, abstain, present, eligible, choices, votes_present, votes_eligible))

/// Something that was done.
struct StepEvent {
    int step = 0;  ///< position in the rule, from 0
    StepAct act = StepAct::notice;
    Date on{};
    std::optional<VoteCount> votes;  ///< of a vote and of a motion to overrule
};

/// What is known of the organization, to compute how many are eligible.
struct BodyFacts {
    std::optional<int> members;
    std::optional<int> locals;
    std::optional<int> officers;
};

/// How many may vote at a step; nothing where the rule and the facts do not say.
std::optional<int> electorate_size(const Electorate& electorate, const BodyFacts& facts);

/// When a body meets. `body` is a kind of step ("membership_meeting", "membership meeting") or the name of
/// one step ("COPE committee").
struct BodyPattern {
    std::string body;
    MeetingPattern pattern;
};
struct BodyMeeting {
    std::string body;
    Date on{};
};
struct Calendar {
    std::vector<BodyPattern> patterns;
    std::vector<BodyMeeting> meetings;
};

struct Situation {
    DecisionRule rule;
    Calendar calendar;
    DecisionSubject subject;
    BodyFacts facts;
    Date today{};
    std::optional<Date> needed_by;
    std::vector<StepEvent> events;
};

/// The days on which a step can be taken.
class MeetingDays {
public:
    /// Any day: a ballot, town halls, a body that meets when called, or one whose meetings nobody entered.
    MeetingDays() = default;
    explicit MeetingDays(std::vector<Date> days) : m_any(false), m_days(std::move(days)) {}

    bool any() const { return m_any; }
    std::optional<Date> on_or_after(Date date) const;
    std::optional<Date> on_or_before(Date date) const;
    std::optional<Date> after(Date date) const { return on_or_after(plus_days(date, 1)); }
    std::optional<Date> before(Date date) const { return on_or_before(plus_days(date, -1)); }
    /// Those between two days, both included; none if any day will do.
    std::vector<Date> between(Date from, Date to) const;

private:
    bool m_any = true;
    std::vector<Date> m_days;  // in order
};

/// Whether the calendar says anything of the body of this step.
bool has_meetings(const Calendar& calendar, const DecisionStep& step);

/// The days of a step, from a year before to three years after all dates of the situation.
MeetingDays days_of(const Situation& situation, const DecisionStep& step);

}  // namespace wallchart::decision
