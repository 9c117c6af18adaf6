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

/// In which order the units of a building are walked, by their places in `units`: floor by floor from the
/// ground up; those alike stay in their order.
std::vector<std::size_t> floor_by_floor(const std::vector<std::string_view>& units);

/// Whether a unit comes before another on the way up: basements, ground floor, "2B" and "204" on the second,
/// penthouse.
bool comes_before(std::string_view unit, std::string_view other);

}  // namespace wallchart::route
