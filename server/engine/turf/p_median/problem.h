#pragma once
// The capacitated p-median problem: of n places choose p as medians and give every place to one of them, so
// that no median has more demand than its capacity and the distances add up to as little as possible. It is
// turf of equal size in its purest form (Mulvey and Beck 1984; OR-Library, Beasley 1990).

#include "core/result.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wallchart::turf::p_median {

struct Place {
    double x = 0;
    double y = 0;
    std::int64_t demand = 0;
};

struct Problem {
    std::vector<Place> places;
    std::uint32_t medians = 0;    ///< p
    std::int64_t capacity = 0;    ///< of each median
    std::int64_t best_known = 0;  ///< as the file says, 0 if it does not

    /// Euclidean, cut off to a whole number, as the literature has it.
    std::int64_t distance(std::uint32_t a, std::uint32_t b) const {
        double x = places[a].x - places[b].x, y = places[a].y - places[b].y;
        return static_cast<std::int64_t>(std::sqrt(x * x + y * y));
    }
};

/// A file of the OR-Library: number and best known cost; n, p and capacity; then for each place its number,
/// x, y and demand. Errors: invalid (with the line), for what can have no answer too.
Result<Problem> read_problem(std::string_view text);

}  // namespace wallchart::turf::p_median
