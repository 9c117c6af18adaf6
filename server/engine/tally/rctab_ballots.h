#pragma once
// The ballots of an RCTab count: for whom each counts, and why it stopped to.

#include "engine/tally/rctab.h"

#include <array>

namespace wallchart::tally {

/// What a ballot does in a round.
enum class Activity : std::uint8_t {
    active,
    undervote,
    overvote,
    skipped,
    repeated,
    exhausted,
    final_surplus
};
inline constexpr std::size_t activities = 7;

/// Says for whom a ballot counts, rank by rank.
class RctabChoice {
public:
    RctabChoice(const RctabRules& rules, std::size_t candidates) : m_rules(rules), m_seen(candidates) {}

    struct Choice {
        Activity activity = Activity::exhausted;
        Candidate candidate = nobody_exhausted;
    };
    /// `continues` says of each candidate whether a ballot may count for them.
    Choice choose(std::span<const Mark> marks, const std::vector<bool>& continues);

private:
    enum class Overvoted : std::uint8_t { no, exhaust, skip };
    Overvoted overvoted(std::span<const Mark> rank, const std::vector<bool>& continues) const;
    bool repeats(std::span<const Mark> rank);

    const RctabRules& m_rules;
    std::vector<std::uint64_t> m_seen;  // by candidate: the last ballot that named them
    std::uint64_t m_ballot = 0;
};

}  // namespace wallchart::tally
