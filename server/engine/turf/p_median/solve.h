#pragma once
// Solves the capacitated p-median problem by large neighbourhood search (Shaw 1998): a few neighbouring
// clusters are emptied, given other medians and filled again, those first that have most to lose; then
// places are shifted and swapped and medians moved to the middle of theirs. What is worse is now and then
// kept, and less and less (simulated annealing, Kirkpatrick, Gelatt and Vecchi 1983).

#include "core/random.h"
#include "engine/turf/p_median/problem.h"

#include <functional>
#include <string>
#include <vector>

namespace wallchart::turf::p_median {

struct Solution {
    std::vector<std::uint32_t> median_of;  ///< of each place, the place that is its median
    std::int64_t cost = 0;
};

struct Effort {
    std::uint64_t iterations = 20'000;
    std::function<double()> spent;  ///< the share of the time that is spent; decides instead of `iterations`
};

/// Errors: invalid (nothing was found that fits the capacities).
Result<Solution> solve(const Problem& problem, Random& random, const Effort& effort);

/// Whether every place has a median within its capacity, and there are p of them.
bool fits(const Problem& problem, const Solution& solution);

/// A line for each median: its number (from 1), then those of its places.
std::string solution_text(const Problem& problem, const Solution& solution);
/// {"cost", "seconds", "best_known", "medians": [{"median", "load", "places"}]}; numbers from 1.
std::string solution_json(const Problem& problem, const Solution& solution, double seconds);

}  // namespace wallchart::turf::p_median
