#pragma once
// Whether a vote was valid: notice, reading, questionnaire, interview, the ballot's time, the steps before.

#include "engine/decision/outcome.h"

#include <vector>

namespace wallchart::decision {

/// What was found: faults make a vote not valid, the others are said as well.
struct Validity {
    std::vector<Message> kept;
    std::vector<Message> faults;
};

/// Judges a vote held on `voted_on` at `step`. `before` is the outcome of the step before on the path, null
/// for the first; `retry_after` the date of an earlier vote at this step that did not count.
Validity check_validity(const Situation& situation, std::size_t step, Date voted_on,
                        const StepOutcome* before, std::optional<Date> retry_after);

/// Judges the second vote between those whom a valid vote of `first` has left: it needs no notice of its own,
/// and of a ballot only its time.
Validity check_run_off(const Situation& situation, std::size_t step, Date voted_on, Date first);

/// The dates of the town halls that count: apart as the rule asks, each with notice.
std::vector<Date> counted_town_halls(const Situation& situation, std::size_t step);

/// `date` moved by a period; months keep the day, or take the month's last.
Date plus_period(Date date, Period period);

/// Dates on which an act was recorded at a step, in order.
std::vector<Date> dates_of(const Situation& situation, std::size_t step, StepAct act);

/// Dates on which a questionnaire was sent or came back at any step: it is one questionnaire for all.
std::vector<Date> dates_of(const Situation& situation, StepAct act);

}  // namespace wallchart::decision
