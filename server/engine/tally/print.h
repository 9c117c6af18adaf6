#pragma once
// A count told to others: as JSON for programs, as a report for the minutes, as a picture for the wall.

#include "core/result.h"
#include "engine/tally/count.h"

#include <string>
#include <string_view>

namespace wallchart::tally {

/// The whole record as JSON (docs/guide/tally.md lists its fields); votes are texts. The same count gives the
/// same bytes.
std::string print_json(const Count& count);

/// A report to print and sign: every round with its votes, transfers, decisions and ties.
std::string print_report(const Count& count);

/// The rounds as an SVG: a column for each, a block for each candidate, bands for the votes that move.
std::string print_svg(const Count& count);

/// What a record says of how it was counted: enough to count the same ballots again.
struct Recipe {
    std::string rule;
    int seats = 1;
    std::vector<std::string> withdrawn;
    std::vector<std::pair<std::string, std::string>> options;
    std::string fingerprint;
};

/// Reads what print_json wrote. Errors: invalid.
Result<Recipe> read_recipe(std::string_view json);

/// A candidate's name, or what stands for nobody.
std::string_view holder_name(const Count& count, Candidate candidate);

}  // namespace wallchart::tally
