#pragma once
// How many ballots prefer each candidate to each other one.

#include "engine/tally/count.h"
#include "engine/tally/election.h"

#include <optional>
#include <vector>

namespace wallchart::tally {

/// A table of votes between pairs. A candidate who is not ranked stands below all who are; those at one rank,
/// and those not ranked, are equal. On scored ballots the higher score is preferred.
class Pairwise {
public:
    /// More candidates than this are refused: the work grows with their cube.
    static constexpr std::size_t limit = 500;

    /// Errors: too_large.
    static Result<Pairwise> of(const Election& election);

    /// Ballots that prefer `one` to `other`.
    std::int64_t votes(Candidate one, Candidate other) const {
        return m_votes[static_cast<std::size_t>(one) * m_size + static_cast<std::size_t>(other)];
    }
    bool beats(Candidate one, Candidate other) const { return votes(one, other) > votes(other, one); }
    const std::vector<Candidate>& candidates() const { return m_candidates; }  ///< those who stand
    /// Who beats every other.
    std::optional<Candidate> condorcet_winner() const;

    std::int64_t valid = 0;
    std::int64_t blank = 0;

private:
    void add(std::span<const int> levels, std::int64_t weight);

    std::size_t m_size = 0;
    std::vector<std::int64_t> m_votes;
    std::vector<Candidate> m_candidates;
};

/// A record with what Condorcet rules share: one round, each candidate's tally the number of those they beat,
/// and the votes between pairs as notes ("Rivera over Stone").
Count begin_condorcet(const Election& election, const Pairwise& pairs);

}  // namespace wallchart::tally
