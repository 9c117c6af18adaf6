#pragma once
// How long a search may go on: so many rounds, or until its caller says that the time is spent. With rounds
// alone the same seed gives the same answer on every machine.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>

namespace wallchart::route {

/// What a search may use.
struct Budget {
    static constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t rounds = no_limit;
    /// The share of the time that is spent, 0 to 1 and more; asked again and again. Empty: rounds alone
    /// count.
    std::function<double()> spent{};
    std::uint64_t seed = 1;
};

/// Counts the rounds of a search against its budget.
class Progress {
public:
    explicit Progress(const Budget& budget, std::uint64_t asked_every = 16)
        : m_budget(budget), m_asked_every(asked_every) {}
    /// Whether another round may begin; counts it.
    bool next() {
        if (m_round >= m_budget.rounds) return false;
        if (m_budget.spent && m_round % m_asked_every == 0) m_spent = m_budget.spent();
        ++m_round;
        return m_spent < 1;
    }
    /// Whether the time is spent, asked within a round.
    bool time_is_over() {
        if (m_budget.spent) m_spent = m_budget.spent();
        return m_spent >= 1;
    }
    /// How much of the budget is used, 0 to 1.
    double share() const {
        double of_rounds = m_budget.rounds == Budget::no_limit
                               ? 0
                               : static_cast<double>(m_round) / static_cast<double>(m_budget.rounds);
        return std::clamp(std::max(m_spent, of_rounds), 0.0, 1.0);
    }
    std::uint64_t rounds() const { return m_round; }

private:
    const Budget& m_budget;
    std::uint64_t m_asked_every;
    std::uint64_t m_round = 0;
    double m_spent = 0;
};

}  // namespace wallchart::route
