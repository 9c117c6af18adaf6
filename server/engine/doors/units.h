#pragma once
// Where a unit is in its building, and a house on its street, by their names: the one reading by which towers
// are split and buildings are walked.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace wallchart::doors {

/// A unit on the way up through its building.
struct WalkedUnit {
    std::size_t at = 0;  ///< its place in the list
    int floor = 0;  ///< "204" and "2B" are on the second; -2 the house itself, -1 a basement, 0 not known
};

/// In which order the units of a building are walked: floor by floor from the ground up, those not known
/// before the first; those alike stay in their order.
std::vector<WalkedUnit> floor_by_floor(std::span<const std::string_view> units);

/// "37-12" is 3712, "12A" is 12; 0 without a number.
int number_of_house(std::string_view text);

}  // namespace wallchart::doors
