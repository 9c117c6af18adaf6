#pragma once
// What a cut of doors answers.

#include "engine/doors/door.h"
#include "engine/geography/coordinates.h"

#include <cstdint>
#include <vector>

namespace wallchart::turf {

using doors::Door;
using geography::Coordinates;
using geography::Meters;

/// Turf number of a door that lies in none.
inline constexpr std::uint32_t no_turf = 0xffffffffU;

/// One volunteer's doors.
struct Turf {
    std::vector<std::uint32_t> doors;  ///< in the order of walking
    double weight = 0;
    double meters = 0;   ///< of walking, from the first door around and back to it
    double minutes = 0;  ///< walking, stairs and talking at the doors
};

}  // namespace wallchart::turf
