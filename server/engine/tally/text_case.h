#pragma once
// A count written down as a text that an organizer can read: the rule, the ballots, and what should come out.
// tests/fixtures/tally holds them.

#include "core/result.h"
#include "engine/tally/election.h"
#include "engine/tally/options.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::tally {

struct TextCase {
    std::string name;
    std::string rule;
    Options options;
    Election election;
    std::string refused;   ///< what reading the ballots said, where they cannot be read
    std::string expected;  ///< as print_case has it
};

/// Reads a file of cases, separated by lines "=== name". Errors: invalid, with the line.
///
///     rule: scottish
///     seats: 2
///     option: tie=backward,lot          one a line
///     candidates: Castor, Pollux        else in the order in which they are named
///     withdrawn: Helen
///     drawn: Helen, Castor              an order drawn beforehand for ties
///     ballots:                          indented lines: how many, then the ranking
///       4: Castor > Pollux = Helen
///       1: Castor > - > Helen           a rank left empty
///       2: nobody
///     scores:                           or: how many, then the scores
///       3: Castor 5, Pollux 0
///     blt:                              or: an indented BLT file
///     counted:                          what is expected, indented
Result<std::vector<TextCase>> read_cases(std::string_view text);

/// The count in lines: ballots, quota, then for each round tallies, who is elected and eliminated, ties, and
/// the votes that move; or "refused: ..." with the reason.
std::string print_case(const TextCase& each);

}  // namespace wallchart::tally
