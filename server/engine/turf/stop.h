#pragma once
// Where a volunteer stops: a house with all its doors, or some floors of one that is larger than a turf.

#include "engine/turf/turf.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Street number of a stop whose street is not known.
inline constexpr std::uint32_t no_street = 0xffffffffU;

struct Stop {
    Meters at;
    float weight = 0;  ///< of its doors, together
    std::uint32_t street = no_street;
    std::int32_t number = 0;       ///< of the house; 0 if not known
    float clear = 0;               ///< meters within which no barrier lies
    std::uint32_t first_door = 0;  ///< in Stops::doors
    std::uint32_t door_count = 0;
};

/// All stops, in the order of a Hilbert curve, so that neighbours lie near each other in memory too.
struct Stops {
    std::vector<Stop> stops;
    std::vector<std::uint32_t>
        doors;  ///< numbers of doors; those of a stop follow each other, by floor and unit
    std::vector<std::uint32_t> whole;  ///< stops that are a full turf: floors of a large building
    geography::LocalPlane plane{{}};   ///< in which the stops lie

    std::span<const std::uint32_t> doors_of(std::uint32_t stop) const {
        return {doors.data() + stops[stop].first_door, stops[stop].door_count};
    }
};

/// Gathers doors of one building: of the same place (within 0.1 m), or of the same street and number and
/// within 150 m. `weights` has one a door; `size` is the weight of a turf: what is heavier than 1.1 times
/// that is parted by floors. `kept` is empty or has the turf that each door lies in already, or no_turf:
/// doors of different turf are different stops.
Stops gather_stops(std::span<const Door> doors, std::span<const double> weights, double size,
                   std::span<const std::uint32_t> kept);

}  // namespace wallchart::turf
