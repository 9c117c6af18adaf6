#include "engine/route/walk/buildings.h"

#include "core/text.h"
#include "engine/doors/units.h"
#include "engine/linkage/read_address.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace wallchart::route {
namespace {

constexpr double one_building_meters = 150;

bool near(const std::optional<geography::Coordinates>& a, const std::optional<geography::Coordinates>& b) {
    if (!a || !b) return !a && !b;
    return great_circle_meters(*a, *b) <= one_building_meters;
}

}  // namespace

std::vector<Building> find_buildings(const std::vector<Door>& doors) {
    std::vector<Building> buildings;
    // By address and window those begun; by place, to about a meter, where there is no address.
    using Key = std::tuple<std::string, std::string, std::optional<Window>>;
    std::map<Key, std::vector<int>> begun;
    for (int at = 0; at < static_cast<int>(doors.size()); ++at) {
        const auto& door = doors[at];
        // Behind a number, so that "4th St" is not taken for one.
        auto street = linkage::read_address("1 " + door.street).street;
        if (street.empty()) street = linkage::plain_words(door.street);
        auto number = fold(trim(door.house_number));
        Key key{street, number, door.window};
        if (street.empty() || number.empty()) {
            if (!door.place) {
                std::get<1>(key) = "door " + std::to_string(at);
            } else {
                std::get<1>(key) = "at " + std::to_string(std::llround(door.place->latitude * 1e5)) + " " +
                                   std::to_string(std::llround(door.place->longitude * 1e5));
            }
        }
        auto& same = begun[key];
        auto found = std::find_if(same.begin(), same.end(),
                                  [&](int one) { return near(buildings[one].place, door.place); });
        if (found == same.end()) {
            Building building;
            building.place = door.place;
            building.street = street;
            building.number = wallchart::doors::number_of_house(number);
            if (building.number > 0)
                building.side = building.number % 2 == 1 ? StreetSide::odd : StreetSide::even;
            building.window = door.window;
            same.push_back(static_cast<int>(buildings.size()));
            buildings.push_back(std::move(building));
            found = std::prev(same.end());
        }
        buildings[*found].doors.push_back(at);
        buildings[*found].amount += door.amount;
    }
    for (auto& building : buildings) {
        if (building.doors.size() == 1) continue;
        std::vector<std::string_view> units;
        for (int door : building.doors)
            units.emplace_back(doors[door].unit);
        std::vector<int> walked;
        for (auto unit : wallchart::doors::floor_by_floor(units))
            walked.push_back(building.doors[unit.at]);
        building.doors = std::move(walked);
    }
    return buildings;
}

}  // namespace wallchart::route
