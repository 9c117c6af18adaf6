#pragma once
// Keeping the turf that there are while doors are added: what was handed out stays where it is, and new
// doors join the nearest turf that has room, those nearest to one first (Prim 1957, from all turf at once).

#include "engine/turf/neighbours.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

struct Kept {
    std::vector<std::vector<std::uint32_t>> turf;  ///< stops of each
    std::vector<std::uint32_t> turf_of;            ///< of each stop, or no_turf
    std::vector<std::uint8_t> settled;             ///< of each stop: 1 if it was in a turf before
};

/// The stops whose doors lie in a turf already.
Kept kept_stops(const Stops& stops, std::span<const std::uint32_t> turf_of_door);

/// Adds free stops to kept turf: over at most 400 m at once and up to a load of `most`.
void grow_kept(const Walk& walk, const Neighbours& neighbours, std::span<const double> loads, double most,
               Kept& kept);

}  // namespace wallchart::turf
