#pragma once
// Brings turf within their bounds that the improvement left too small or too large: a stop is passed to a
// neighbour, which passes one on to its neighbour, and so on to one that has room (an augmenting path, Ford
// and Fulkerson 1956), by the chain that makes the walks longer by the least (Dijkstra 1959).

#include "engine/turf/neighbours.h"
#include "engine/turf/tours.h"

#include <cstdint>
#include <span>

namespace wallchart::turf {

/// Passes stops on until no turf is beyond its bounds, or no chain that costs at most `most_meters` makes it
/// better. Tours must consist of single stops. `settled` is 1 for stops that stay in their turf; may be
/// empty.
void balance(Tours& tours, const Neighbours& neighbours, std::span<const std::uint8_t> settled,
             double most_meters);

}  // namespace wallchart::turf
