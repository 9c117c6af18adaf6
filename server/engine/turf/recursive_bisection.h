#pragma once
// A first cut: the stops are halved by a line across their longer side so that each half has its share of
// the turf, each half is halved again, until one turf is left (recursive coordinate bisection, Berger and
// Bokhari 1987). It is quick and fair, and knows nothing of streets: what follows improves it.

#include "engine/turf/stop.h"

#include <functional>
#include <span>

namespace wallchart::turf {

/// Parts `members` (numbers of stops, put into another order) into `parts` of like weight and calls `each`
/// with the members of every part. `parts` is at most the number of members.
void bisect(std::span<const Stop> stops, std::span<const double> weights, std::span<std::uint32_t> members,
            std::size_t parts, const std::function<void(std::span<const std::uint32_t>)>& each);

}  // namespace wallchart::turf
