#include "engine/route/walk/buildings.h"

#include "core/text.h"
#include "engine/linkage/read_address.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace wallchart::route {
namespace {

constexpr double one_building_meters = 150;

/// Where a unit is: its floor, then what its name begins with, its number, and the rest.
struct UnitPlace {
    int floor = 0;
    std::string before;
    int number = 0;
    std::string after;
    auto key() const { return std::tie(floor, before, number, after); }
};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

UnitPlace place_of_unit(std::string_view unit) {
    UnitPlace place;
    std::string text = linkage::read_unit(unit);
    std::erase(text, ' ');
    std::size_t at = 0;
    while (at < text.size() && !is_digit(text[at]))
        place.before += text[at++];
    std::size_t digits = 0;
    while (at < text.size() && is_digit(text[at]) && digits < 6) {
        place.number = place.number * 10 + (text[at++] - '0');
        ++digits;
    }
    place.after = text.substr(at);
    const auto& word = place.before;
    if (text.empty())
        place.floor = -2;  // the house itself
    else if (word.starts_with("bsmt") || word.starts_with("base") || word.starts_with("low") || word == "ll")
        place.floor = -1;
    else if (word.starts_with("ph") || word.starts_with("pent"))
        place.floor = 10'000;
    else if (digits >= 3)
        place.floor = place.number / 100;  // 204 is on the second floor
    else if (digits > 0 && !place.after.empty() && word.empty())
        place.floor = place.number;  // so is 2B
    return place;
}

/// "37-12" is 3712, "12A" is 12; 0 without a number.
int number_of_house(std::string_view text) {
    int number = 0;
    for (char letter : text) {
        if (is_digit(letter) && number < 10'000'000)
            number = number * 10 + (letter - '0');
        else if (letter != '-' && number > 0)
            break;
    }
    return number;
}

bool near(const std::optional<geography::Coordinates>& a, const std::optional<geography::Coordinates>& b) {
    if (!a || !b) return !a && !b;
    return great_circle_meters(*a, *b) <= one_building_meters;
}

}  // namespace

std::vector<std::size_t> floor_by_floor(const std::vector<std::string_view>& units) {
    std::vector<std::pair<UnitPlace, std::size_t>> places;
    places.reserve(units.size());
    for (auto unit : units)
        places.emplace_back(place_of_unit(unit), places.size());
    std::ranges::stable_sort(places,
                             [](const auto& a, const auto& b) { return a.first.key() < b.first.key(); });
    std::vector<std::size_t> order;
    order.reserve(units.size());
    for (const auto& place : places)
        order.push_back(place.second);
    return order;
}

bool comes_before(std::string_view unit, std::string_view other) {
    auto a = place_of_unit(unit), b = place_of_unit(other);
    return a.key() < b.key();
}

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
            building.number = number_of_house(number);
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
        for (auto at : floor_by_floor(units))
            walked.push_back(building.doors[at]);
        building.doors = std::move(walked);
    }
    return buildings;
}

}  // namespace wallchart::route
