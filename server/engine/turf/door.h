#pragma once
// What is cut: doors, and what the cut answers.

#include "engine/geography/coordinates.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wallchart::turf {

using geography::Coordinates;
using geography::Meters;

/// A door to knock on.
struct Door {
    std::string id;
    Coordinates at;
    std::string street;      ///< "Maple St"; empty if not known
    std::string number;      ///< of the house, as written: "12", "12A"
    std::string unit;        ///< "304", "4B"; empty in a house of its own
    double weight = 1;       ///< what it counts for in the size of a turf
    std::uint64_t line = 0;  ///< of the file it came from, for messages
};

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
