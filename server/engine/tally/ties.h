#pragma once
// Ties, broken by a stated procedure: step after step until one candidate is left.

#include "engine/tally/count.h"
#include "engine/tally/election.h"
#include "engine/tally/options.h"

#include <cstdint>
#include <vector>

namespace wallchart::tally {

enum class TieStep : std::uint8_t {
    backward,  ///< by the latest round before in which they differ
    forward,   ///< by the first round in which they differ
    lot,       ///< by an order drawn from the seed among all candidates: the first drawn is taken
    order,     ///< by the given order: the first named wins, the last named loses
    drawn,     ///< by the order the ballot file states: the first named is taken
    ask,       ///< stop, until the answer is given
};
BOOST_DESCRIBE_ENUM(TieStep, backward, forward, lot, order, drawn, ask)

struct TieRules {
    std::vector<TieStep> steps;
    std::uint64_t seed = 0;
    std::vector<Candidate> order;    ///< of the option "order"
    std::vector<Candidate> answers;  ///< of the option "answers", used one after the other
};

/// Reads the options tie ("backward,lot"), seed, order ("Name;Name;...") and answers (the same form). Where
/// the file states an order that was drawn, `preset` draws no lot but uses that.
/// Errors: invalid.
Result<TieRules> read_tie_rules(const Election& election, Options& options, std::string_view preset);

class TieBreaker {
public:
    TieBreaker(const Election& election, TieRules rules);

    /// Takes one of `tied` (the winner, the loser, whose surplus moves first) by the tallies of the rounds
    /// before the last of `count`, and writes the tie into that last round.
    /// Errors: conflict, where an answer has to be asked for.
    Result<Candidate> take(TieFor purpose, std::vector<Candidate> tied, Count& count);

private:
    Result<void> apply(TieStep step, TieFor purpose, std::vector<Candidate>& tied, Count& count,
                       std::string& how);
    void compare_round(TieFor purpose, std::vector<Candidate>& tied, const Count& count, std::size_t round,
                       std::string& how) const;

    TieRules m_rules;
    std::vector<std::string> m_names;
    std::vector<Candidate> m_lots;   // in the order drawn
    std::vector<Candidate> m_drawn;  // in the order the file states
    std::size_t m_answered = 0;
};

/// The candidates of all names, in an order drawn by the seed that does not depend on their order on the
/// paper.
std::vector<Candidate> draw_lots(const std::vector<std::string>& names, std::uint64_t seed);

/// "A, B and C".
std::string list_names(const std::vector<std::string>& names, const std::vector<Candidate>& candidates);

}  // namespace wallchart::tally
