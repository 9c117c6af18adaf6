#pragma once
// What the weighted inclusive Gregory rules share: piles of ballots, each ballot with a value that shrinks
// when it has helped to elect somebody, and the rounds in which they move.

#include "engine/tally/clean.h"
#include "engine/tally/count.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wallchart::tally {

enum class Standing : std::uint8_t { continuing, elected, eliminated, withdrawn };

/// How value * surplus / votes is worked out; each step drops what is behind the last decimal place.
enum class ValueSteps : std::uint8_t {
    at_once,         ///< one step
    each_operation,  ///< the product first, then the quotient (PR Foundation, D.4)
    fraction_first,  ///< surplus / votes first, then times the value (Minneapolis, 167.20)
};

class GregoryCount {
public:
    /// Deals every ballot to its first choice and begins round 1. `digits` up to 9; all must outlive this.
    GregoryCount(const Election& election, const CleanBallots& clean, int digits, Count& count);

    Amount one() const { return m_one; }
    Amount votes(Candidate candidate) const { return m_votes[static_cast<std::size_t>(candidate)]; }
    Standing standing(Candidate candidate) const { return m_standing[static_cast<std::size_t>(candidate)]; }
    /// All of that standing: the most votes first, those with equal votes in the order of the paper.
    std::vector<Candidate> all(Standing standing) const;
    /// Of `candidates`, those with the fewest (or the most) votes.
    std::vector<Candidate> fewest(const std::vector<Candidate>& candidates) const;
    std::vector<Candidate> most(const std::vector<Candidate>& candidates) const;
    /// The largest set of the lowest continuing who, with all their votes and the surpluses of `pending`,
    /// stay below the next: none of them can still be elected. Tied candidates stand or fall together.
    std::vector<Candidate> sure_losers(const std::vector<Candidate>& pending) const;
    int unfilled() const { return m_count.seats - static_cast<int>(m_count.elected.size()); }
    Round& round() { return m_count.rounds.back(); }
    const std::string& name(Candidate candidate) const {
        return m_count.candidates[static_cast<std::size_t>(candidate)];
    }

    /// Begins a round with the votes as they are.
    void begin_round();
    void elect(Candidate candidate, std::string text, std::string clause);
    void eliminate(Candidate candidate, std::string text, std::string clause);

    /// Moves the ballots of an eliminated candidate, at their value, to the next continuing one.
    void move_all(Candidate from);
    /// Moves a surplus: each ballot's value becomes value * surplus / votes, worked out as `steps` says.
    void move_surplus(Candidate from, Amount surplus, ValueSteps steps = ValueSteps::at_once);

private:
    template <class Revalue>
    void move(Candidate from, Revalue revalue, Amount stays);

    const Ballots& m_ballots;
    Count& m_count;
    Amount m_one;
    std::vector<std::vector<std::uint32_t>> m_piles;  // by candidate: numbers of ballots
    std::vector<std::uint16_t> m_position;            // by ballot: where in its ranking it is
    std::vector<std::uint32_t> m_value;               // by ballot
    std::vector<Amount> m_votes;
    std::vector<Standing> m_standing;
    Amount m_exhausted = 0;
    Amount m_residual = 0;
};

}  // namespace wallchart::tally
