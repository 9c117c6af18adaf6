#pragma once
// By when each act of each step must happen so that the decision comes in time, when it can happen at the
// earliest, and whether the whole is still possible.

#include "engine/decision/outcome.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace wallchart::decision {

enum class ActState : std::uint8_t {
    done,
    possible,
    late,          ///< its latest day has passed, or it was done too late
    not_possible,  ///< it cannot come in time any more
};
BOOST_DESCRIBE_ENUM(ActState, done, possible, late, not_possible)

inline constexpr std::size_t shown_dates_limit = 12;

/// One act of a step: give notice, read, vote ...
struct ActPlan {
    StepAct act = StepAct::vote;
    int number = 0;  ///< of a town hall, from 1; else 0
    ActState state = ActState::possible;
    std::optional<Date> earliest;
    std::optional<Date> latest;  ///< none if no date is set by which the decision is needed
    std::optional<Date> done_on;
    std::optional<int> days_left;  ///< to the latest day; negative when it has passed
    std::vector<Date> dates;       ///< meetings at which it can be done in time, the first few
    std::vector<Message> reasons;
};

struct StepPlan {
    std::size_t step = 0;  ///< position in the rule
    ActState state = ActState::possible;
    std::vector<ActPlan> acts;
    std::vector<Message> reasons;
};

struct Timetable {
    bool possible = true;
    std::vector<StepPlan> steps;
    std::optional<Date> earliest_decision;
    std::vector<Message> reasons;
};

/// The timetable for what judge() has found so far.
Timetable plan(const Situation& situation, const Outcome& outcome);

}  // namespace wallchart::decision
