#pragma once
// Doors that stand behind one house door: a building is one stop of a walk, and inside it is walked floor by
// floor.

#include "engine/doors/door.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::route {

using doors::Door;
using doors::Window;

/// Which side of its street a house stands on, by its number.
enum class StreetSide : std::uint8_t { unknown, odd, even };

struct Building {
    std::vector<int> doors;  ///< places in the list, floor by floor from the ground up
    std::optional<geography::Coordinates> place;
    std::string street;  ///< folded, with the usual short words; empty where not known
    int number = 0;      ///< of the house; 0 where not known
    StreetSide side = StreetSide::unknown;
    std::optional<Window> window;
    std::int64_t amount = 0;  ///< of all its doors
};

/// Doors of one street, house number and window that stand within 150 m of each other, or at one place where
/// no address is known. In the order of the list.
std::vector<Building> find_buildings(const std::vector<Door>& doors);

}  // namespace wallchart::route
