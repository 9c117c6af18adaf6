#pragma once
// A decision written down as a text that an organizer can read: the rule, when the bodies meet, what has been
// done; and, where it is a test, what should come out. `wallchart decide` runs the same files.

#include "core/result.h"
#include "engine/decision/outcome.h"
#include "engine/decision/timetable.h"
#include "engine/decision/wording.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::decision {

struct TextCase {
    std::string name;
    Situation situation;
    Language language = Language::en;
    std::string expected_timetable;  ///< empty: nothing is expected of it
    std::string expected_outcome;
};

/// Reads a file of cases, separated by lines "=== name". Errors: invalid, with the line.
///
///     rule:                     an indented rule, as rule_text.h reads it; or "as before", of the case
///     before calendar:                 indented lines "membership meeting: first Tuesday of each month"
///     subject: federal slate    level, and "slate" or "candidate"
///     members: 400              and locals, officers: what is known of the organization
///     today: 2026-04-22
///     needed by: 2026-06-30
///     done:                     indented lines "step 2 vote 2026-06-02: 41 for, 19 against, 70 present"
///     language: es
///     timetable:  outcome:      what is expected, indented
Result<std::vector<TextCase>> read_cases(std::string_view text);

/// "41 for, 19 against, 5 abstain, 70 present, 400 eligible", or for several choices
/// "Rivera 41 (ours), Stone 30, 5 abstain"; where votes count by size, also "900 votes present, 1400 votes
/// eligible". Errors: invalid.
Result<VoteCount> read_votes(std::string_view text);

/// The timetable and the outcome as lines of text, as a case expects them.
std::string print_timetable(const Situation& situation, Language language);
std::string print_outcome(const Situation& situation, Language language);

}  // namespace wallchart::decision
