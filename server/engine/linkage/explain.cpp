#include "engine/linkage/explain.h"

#include <algorithm>

namespace wallchart::linkage {

Explanation explain(const Scorer& scorer, const Outcome& outcome) {
    Explanation explanation;
    auto odds = scorer.odds(outcome);
    auto stronger = std::max({odds.unrelated, odds.relatives, odds.namesakes});
    explanation.alternative = stronger == odds.unrelated   ? Alternative::unrelated
                              : stronger == odds.relatives ? Alternative::relatives
                                                           : Alternative::namesakes;
    auto against = [&](const Odds& part) {
        switch (explanation.alternative) {
            case Alternative::relatives:
                return part.same - part.relatives;
            case Alternative::namesakes:
                return part.same - part.namesakes;
            default:
                return part.same - part.unrelated;
        }
    };
    explanation.weight = odds.weight();
    double sum = against(scorer.before());
    explanation.reasons.push_back({Reason::Part::before, Comparison::given, {}, sum});
    for (std::size_t at = 0; at < comparison_count; ++at) {
        if (outcome.levels[at] == 0) continue;
        auto comparison = static_cast<Comparison>(at);
        auto weight = against(scorer.part(at, outcome));
        sum += weight;
        explanation.reasons.push_back({Reason::Part::comparison, comparison,
                                       info(comparison).levels[outcome.levels[at] - 1U].label, weight});
    }
    explanation.reasons.push_back({Reason::Part::otherwise, Comparison::given, {}, explanation.weight - sum});
    return explanation;
}

}  // namespace wallchart::linkage
