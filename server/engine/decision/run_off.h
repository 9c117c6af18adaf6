#pragma once
// What follows when none of several choices carries: a second vote between those with most votes.

#include "engine/decision/tally.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart::decision {

/// The two choices with most votes, and those who have as many as the second; fewer than two if there are no
/// more that anybody voted for.
std::vector<std::string> finalists(const VoteCount& votes);

/// Another choice than ours that reaches the threshold.
std::optional<ChoiceCount> carried_instead(const DecisionThreshold& threshold, const DecisionStep& step,
                                           const VoteCount& votes, std::optional<int> eligible);

/// What the second vote needs.
DecisionThreshold run_off_threshold(const DecisionStep& step, const DecisionThreshold& first);

/// Why votes cannot be those of a run-off between these: another choice is among them.
std::optional<Message> run_off_fault(const VoteCount& votes, const std::vector<std::string>& finalists);

}  // namespace wallchart::decision
