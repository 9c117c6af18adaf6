#include "engine/decision/forecast.h"

#include <cmath>

namespace wallchart::decision {
namespace {

constexpr double z = 1.96;  // of 95 %

struct Interval {
    double low = 0;
    double high = 1;
};

/// E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
Interval wilson(std::int64_t in_favor, std::int64_t asked) {
    auto n = static_cast<double>(asked);
    double share = static_cast<double>(in_favor) / n;
    double middle = share + z * z / (2 * n);
    double reach = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    double whole = 1 + z * z / n;
    return {(middle - reach) / whole, (middle + reach) / whole};
}

bool members_vote(StepKind kind) {
    return kind == StepKind::membership_meeting || kind == StepKind::member_ballot;
}

/// The fewest further supporters with whom the interval lies above what is needed.
std::int64_t supporters_missing(std::int64_t in_favor, std::int64_t asked, double needed) {
    auto suffices = [&](std::int64_t more) { return wilson(in_favor + more, asked + more).low >= needed; };
    std::int64_t enough = 1;
    while (!suffices(enough))
        enough *= 2;
    std::int64_t least = enough / 2;
    while (least + 1 < enough) {
        auto middle = (least + enough) / 2;
        (suffices(middle) ? enough : least) = middle;
    }
    return enough;
}

}  // namespace

std::optional<Forecast> forecast(const DecisionStep& step, const DecisionSubject& subject,
                                 const Standing& standing) {
    if (!members_vote(step.kind)) return std::nullopt;
    const auto* threshold = threshold_for(step, subject);
    if (threshold == nullptr || threshold->kind == ThresholdKind::plurality ||
        threshold->of == ThresholdBase::eligible || threshold->numerator >= threshold->denominator)
        return std::nullopt;
    Forecast found;
    found.needed = static_cast<double>(threshold->numerator) / threshold->denominator;
    // Who does not decide abstains; where that counts, it counts against.
    bool abstaining_counts = step.abstentions_count || threshold->of == ThresholdBase::present;
    found.asked = standing.in_favor + standing.against + (abstaining_counts ? standing.undecided : 0);
    if (found.asked < forecast_minimum) return found;
    found.share = static_cast<double>(standing.in_favor) / static_cast<double>(found.asked);
    auto interval = wilson(standing.in_favor, found.asked);
    found.low = interval.low;
    found.high = interval.high;
    found.expectation = interval.low >= found.needed   ? Expectation::likely
                        : interval.high < found.needed ? Expectation::unlikely
                                                       : Expectation::open;
    if (found.expectation != Expectation::likely)
        found.more = supporters_missing(standing.in_favor, found.asked, found.needed);
    return found;
}

}  // namespace wallchart::decision
