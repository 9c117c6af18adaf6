#pragma once
// A contest and its ballots, as a file or the product hands them over.

#include "engine/tally/ballots.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::tally {

/// A part of the electorate whose votes are shown by themselves as well: a precinct, a batch.
struct Part {
    std::string kind;  ///< "precinct", "batch"
    std::string name;
    Ballots ballots;
};

struct Election {
    std::string title;
    std::vector<std::string> candidates;  ///< names, in the order of the ballot paper
    std::vector<Candidate> withdrawn;     ///< passed over wherever they are marked
    std::vector<Candidate> tie_order;     ///< drawn beforehand: of those tied, the one named first is taken
    std::vector<std::pair<std::string, std::string>> options;  ///< stated by the file itself
    int seats = 1;
    Ballots ballots;
    std::vector<Part> parts;  ///< where they are asked for and the records say them
};

/// Names that a record uses for what is not a candidate.
inline constexpr std::string_view exhausted_name = "exhausted";
inline constexpr std::string_view residual_name = "residual surplus";
inline constexpr std::string_view write_ins_name = "Undeclared Write-ins";

/// The number of the candidate of that name.
std::optional<Candidate> find_candidate(const Election& election, std::string_view name);

/// Errors: invalid (no candidate, too many of them, an empty name or two alike, a name that the record uses
/// otherwise, seats below 1 or more than there are candidates).
Result<void> check_election(const Election& election);

}  // namespace wallchart::tally
