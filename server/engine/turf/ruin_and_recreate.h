#pragma once
// Makes the turf better together (slack induction by string removals, Christiaens and Vanden Berghe 2020):
// where turf meet, a few stops in a row (or a few rows of stops) are taken out of each, then every one is put
// in where it costs the least walking and there is room. What came out worse is put back. Thousands of times
// a second.

#include "core/random.h"
#include "engine/turf/neighbours.h"
#include "engine/turf/tours.h"

#include <functional>
#include <span>

namespace wallchart::turf {

struct Improvement {
    /// Ends when so many pieces were put in. The time is in proportion: a third of a microsecond each.
    double moves = 0;
    /// By how much a change may be worse and still be kept now and then, in steps from stop to stop (their
    /// median); sinks to nothing.
    double temperature = 3;
    double load_cost = 1000;                  ///< meters that a load of 1 beyond the bounds costs
    std::span<const std::uint8_t> settled{};  ///< of each stop: 1 if it stays in its turf; may be empty
    /// The share of the time that is spent; at 1 the improvement ends, and not by `moves`. May be empty.
    std::function<double()> spent{};
};

/// Improves `tours`; pieces move only between neighbours, so never across a barrier.
void ruin_and_recreate(Tours& tours, const Neighbours& neighbours, Random& random,
                       const Improvement& improvement);

}  // namespace wallchart::turf
