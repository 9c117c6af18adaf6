#pragma once
// How far a step from one house to the next is on foot, and what people dislike about it: the one definition
// by which turf are cut and walks are ordered.

#include <cstdint>
#include <string_view>

namespace wallchart::route {

/// So much longer than the straight way is the way on foot. Where streets cross at right angles it is 4/π
/// = 1.27 on average; Boscoe, Henry and Zdeb (The Professional Geographer 64, 2012) measured 1.4 on the roads
/// of the United States.
inline constexpr double default_detour = 1.3;

/// How the streets of two houses compare.
enum class StreetsOfStep : std::uint8_t { unknown, same, different };
/// Which sides of their street two houses stand on.
enum class SidesOfStep : std::uint8_t { same_or_unknown, opposite };

/// What people would rather walk than do, in meters. Measured on a made grid of ten streets: with 20 and 50
/// the way is about a tenth longer than the shortest, and streets are walked in 16 pieces instead of 32.
struct Habits {
    double crossing =
        20;  ///< to the other side of the street: the wait for a gap in traffic, and the way over
    double leaving = 50;  ///< to another street
};

/// Of two names of streets, folded; empty where not known.
constexpr StreetsOfStep compare_streets(std::string_view from, std::string_view to) {
    if (from.empty() || to.empty()) return StreetsOfStep::unknown;
    return from == to ? StreetsOfStep::same : StreetsOfStep::different;
}

/// Along one street no detour is walked.
constexpr double walked_meters(double straight, StreetsOfStep streets, double detour = default_detour) {
    return streets == StreetsOfStep::same ? straight : straight * detour;
}

/// Where a street is not known, nothing is disliked.
constexpr double disliked_meters(StreetsOfStep streets, SidesOfStep sides, const Habits& habits) {
    if (streets == StreetsOfStep::different) return habits.leaving;
    // A product, as no branch predictor knows which side the next house is on.
    return streets == StreetsOfStep::same ? static_cast<int>(sides) * habits.crossing : 0;
}

}  // namespace wallchart::route
