#pragma once
// For each step of a path: the earliest and the latest days on which it can be taken.

#include "engine/decision/outcome.h"

#include <optional>
#include <vector>

namespace wallchart::decision {

/// The days of one step. A meeting starts and finishes on the same day; a ballot starts when it opens and
/// finishes when it is counted; town halls from the first to the last.
struct Window {
    bool settled = false;  ///< taken: then start and finish are the days it was taken
    MeetingDays days;
    std::optional<Date> earliest_start, earliest_finish;
    std::optional<Date> latest_start, latest_finish;
    std::optional<Date> earliest_reading, latest_reading;
    std::optional<Date> read_on;                     ///< the reading that counts
    std::optional<Date> notice_on;                   ///< the notice that counts
    std::optional<Date> opened_on;                   ///< a ballot that is open
    std::vector<Date> held;                          ///< town halls that count
    std::vector<Date> earliest_halls, latest_halls;  ///< of those still to be held
    /// What keeps the step from being taken earlier; none if nothing does.
    std::optional<Message> binding;
};

/// One window for each step of the outcome, in order.
std::vector<Window> windows_of(const Situation& situation, const Outcome& outcome);

}  // namespace wallchart::decision
