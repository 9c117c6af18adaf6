#pragma once
// The arithmetic of one vote, in whole numbers only: was there a quorum, and did it carry.

#include "engine/decision/message.h"
#include "engine/decision/situation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace wallchart::decision {

enum class TallyResult : std::uint8_t {
    carried,
    failed,
    unknown,  ///< a number is missing or cannot be
};

/// What was found, with the arithmetic as messages.
struct Tally {
    TallyResult result = TallyResult::unknown;
    std::vector<Message> reasons;
};

/// The smallest number of votes that is the threshold's share of `base`; for plurality the least it asks.
std::int64_t votes_needed(const DecisionThreshold& threshold, std::int64_t base);

/// The number that makes a quorum; nothing where it is a share and `eligible` is not known.
std::optional<std::int64_t> quorum_needed(const Quorum& quorum, std::optional<int> eligible);

/// What the numbers of a vote count: people, or votes where a local's delegates have as many as its size
/// gives.
enum class Counting : std::uint8_t { heads, votes };
Counting counting_of(const DecisionStep& step);

/// carried: a quorum took part. Without a quorum in the rule, carried without a reason.
Tally check_quorum(const DecisionStep& step, const VoteCount& votes, std::optional<int> eligible);

/// Whether the votes reach the threshold. `eligible` may come from the electorate.
Tally count_votes(const DecisionThreshold& threshold, bool abstentions_count, const VoteCount& votes,
                  std::optional<int> eligible, Counting counting = Counting::heads);

/// Why the numbers cannot be: fewer present than voted, fewer eligible than present, below zero.
std::optional<Message> impossible_votes(const VoteCount& votes, std::optional<int> eligible,
                                        Counting counting = Counting::heads);

}  // namespace wallchart::decision
