#pragma once
// Rules in which each ballot simply adds to candidates, and the most votes win.

#include "engine/tally/count.h"
#include "engine/tally/election.h"
#include "engine/tally/options.h"
#include "engine/tally/ties.h"

#include <string>
#include <vector>

namespace wallchart::tally {

/// What a ballot gives, and which ballots do not count.
struct Sums {
    std::vector<std::int64_t> votes;  ///< by candidate
    std::int64_t valid = 0;
    std::int64_t invalid = 0;  ///< more marks, votes or points than a ballot has
    std::int64_t blank = 0;    ///< no candidate who stands
};

enum class Gives : std::uint8_t {
    first_choice,  ///< one vote to the first rank, or to the only candidate scored
    one_each,      ///< one vote to each candidate marked, `most` at most
    points,        ///< each mark (or point) is a vote, `most` of them at most
    scores,        ///< the score, none of them above `most`
};

/// Adds up. Errors: invalid (scores are asked of ranked ballots).
Result<Sums> add_up(const Election& election, Gives gives, std::int64_t most);

/// A record of one round with these sums, in which those with the most votes are elected. `clause` names the
/// rule. Errors: conflict (a tie that has to be asked about).
Result<Count> elect_most(const Election& election, const Sums& sums, TieBreaker& ties,
                         const std::string& clause);

/// Elects to `seats` seats in the last round of `count`, those with the most of `votes` first. Errors:
/// conflict.
Result<void> elect_by(Count& count, const std::vector<Amount>& votes, std::vector<Candidate> among, int seats,
                      TieBreaker& ties, const std::string& clause);

/// Those who stand, in the order of the paper.
std::vector<Candidate> standing(const Election& election);

}  // namespace wallchart::tally
