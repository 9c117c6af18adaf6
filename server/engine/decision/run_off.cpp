#include "engine/decision/run_off.h"

#include "core/text.h"

namespace wallchart::decision {

std::vector<std::string> finalists(const VoteCount& votes) {
    std::vector<const ChoiceCount*> order;
    for (const auto& choice : votes.choices)
        if (choice.votes > 0) order.push_back(&choice);
    std::ranges::stable_sort(order, std::greater{}, &ChoiceCount::votes);
    std::vector<std::string> names;
    for (const auto* choice : order)
        if (names.size() < 2 || choice->votes == order[1]->votes) names.push_back(choice->name);
    return names;
}

std::optional<ChoiceCount> carried_instead(const DecisionThreshold& threshold, const DecisionStep& step,
                                           const VoteCount& votes, std::optional<int> eligible) {
    for (std::size_t at = 0; at < votes.choices.size(); ++at) {
        if (votes.choices[at].ours) continue;
        auto theirs = votes;
        for (auto& choice : theirs.choices)
            choice.ours = &choice == &theirs.choices[at];
        auto tally = count_votes(threshold, step.abstentions_count, theirs, eligible, counting_of(step));
        if (tally.result == TallyResult::carried) return votes.choices[at];
    }
    return std::nullopt;
}

DecisionThreshold run_off_threshold(const DecisionStep& step, const DecisionThreshold& first) {
    if (step.run_off != RunOff::top_two_plurality) return first;
    DecisionThreshold threshold;
    threshold.kind = ThresholdKind::plurality;
    threshold.numerator = 0;
    threshold.denominator = 1;
    return threshold;
}

std::optional<Message> run_off_fault(const VoteCount& votes, const std::vector<std::string>& finalists) {
    auto names = join(finalists, ", ");
    // For and against is enough between two: for ours, or for the other.
    if (votes.choices.empty() && finalists.size() > 2) return message(Code::run_off_choices, names);
    for (const auto& choice : votes.choices) {
        auto same = [&](const std::string& name) {
            return fold(squeeze(name)) == fold(squeeze(choice.name));
        };
        if (std::ranges::none_of(finalists, same)) return message(Code::run_off_choices, names);
    }
    return std::nullopt;
}

}  // namespace wallchart::decision
