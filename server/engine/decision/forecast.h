#pragma once
// Whether a vote of the members would carry as people stand today, and how sure that is. An expectation from
// those who were asked, not a promise: it takes them to be like those who will come.

#include "engine/decision/rule.h"

#include <cstdint>
#include <optional>

namespace wallchart::decision {

/// Of those assessed.
struct Standing {
    std::int64_t in_favor = 0;
    std::int64_t undecided = 0;
    std::int64_t against = 0;
};

enum class Expectation : std::uint8_t {
    too_few,   ///< asked, to say anything
    likely,    ///< the whole interval lies above what is needed
    open,      ///< what is needed lies within it
    unlikely,  ///< the whole interval lies below
};
BOOST_DESCRIBE_ENUM(Expectation, too_few, likely, open, unlikely)

struct Forecast {
    Expectation expectation = Expectation::too_few;
    std::int64_t asked = 0;  ///< whose vote counts for the threshold
    double share = 0;        ///< of them, for
    double low = 0;          ///< Wilson's interval of 95 %
    double high = 0;
    double needed = 0;      ///< the share that carries it
    std::int64_t more = 0;  ///< further supporters that would make it likely; 0 where it is
};

/// Fewer than these say nothing.
inline constexpr std::int64_t forecast_minimum = 10;

/// Nothing where the members do not vote at the step, or what carries it is no share of those who come: a
/// plurality, or a share of all who may vote.
std::optional<Forecast> forecast(const DecisionStep& step, const DecisionSubject& subject,
                                 const Standing& standing);

}  // namespace wallchart::decision
