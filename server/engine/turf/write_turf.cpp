#include "engine/turf/write_turf.h"

#include "core/csv.h"
#include "core/json.h"
#include "engine/turf/convex_hull.h"

#include <cstdio>

namespace wallchart::turf {
namespace {

/// A degree to 0.1 m, or a number to one digit.
std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string position(const Coordinates& at) {
    return "[" + fixed(at.longitude, 6) + "," + fixed(at.latitude, 6) + "]";
}

std::string text_of(std::string_view text) {
    std::string out;
    encode_text(out, text);
    return out;
}

/// The members that map and phone share.
std::string measures(const Turf& turf, std::size_t buildings, const std::string& label) {
    return "\"turf\":" + text_of(label) + ",\"doors\":" + std::to_string(turf.doors.size()) +
           ",\"buildings\":" + std::to_string(buildings) + ",\"weight\":" + fixed(turf.weight, 2) +
           ",\"meters\":" + fixed(turf.meters, 0) + ",\"minutes\":" + fixed(turf.minutes, 0);
}

std::string geometry(const std::vector<Coordinates>& hull) {
    if (hull.size() == 1) return "{\"type\":\"Point\",\"coordinates\":" + position(hull.front()) + "}";
    std::string corners;
    for (const auto& corner : hull)
        corners += position(corner) + ",";
    if (hull.size() == 2) {
        corners.pop_back();
        return "{\"type\":\"LineString\",\"coordinates\":[" + corners + "]}";
    }
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + corners + position(hull.front()) + "]]}";
}

}  // namespace

std::vector<Building> buildings_of(const Turf& turf, std::span<const Door> doors) {
    std::vector<Building> all;
    for (std::uint32_t at = 0; at < turf.doors.size(); ++at) {
        bool same = false;
        if (at > 0) {
            const auto& door = doors[turf.doors[at]];
            const auto& before = doors[turf.doors[at - 1]];
            same = door.place == before.place ||
                   (!door.street.empty() && !door.house_number.empty() && door.street == before.street &&
                    door.house_number == before.house_number);
        }
        if (same) {
            ++all.back().count;
        } else {
            all.push_back({at, 1});
        }
    }
    return all;
}

std::string address_of(const Door& door) {
    if (door.street.empty() && door.house_number.empty())
        return fixed(door.place->latitude, 5) + ", " + fixed(door.place->longitude, 5);
    if (door.house_number.empty()) return door.street;
    if (door.street.empty()) return door.house_number;
    return door.house_number + " " + door.street;
}

std::string turf_csv(const Cut& cut, std::span<const Door> doors, std::span<const std::string> labels) {
    std::string out = "id,turf,order,building,latitude,longitude,street,house_number,unit\r\n";
    for (std::size_t number = 0; number < cut.turf.size(); ++number) {
        const auto& turf = cut.turf[number];
        std::size_t building = 0;
        for (auto [first, count] : buildings_of(turf, doors)) {
            ++building;
            for (auto at = first; at < first + count; ++at) {
                const auto& door = doors[turf.doors[at]];
                out += csv_line(std::vector<std::string>{
                    door.id, labels[number], std::to_string(at + 1), std::to_string(building),
                    fixed(door.place->latitude, 6), fixed(door.place->longitude, 6), door.street,
                    door.house_number, door.unit});
            }
        }
    }
    return out;
}

std::string turf_geojson(const Cut& cut, std::span<const Door> doors, std::span<const std::string> labels) {
    std::string out = "{\"type\":\"FeatureCollection\",\"features\":[";
    bool first = true;
    for (std::size_t number = 0; number < cut.turf.size(); ++number) {
        const auto& turf = cut.turf[number];
        if (turf.doors.empty()) continue;
        std::vector<Coordinates> places;
        for (auto door : turf.doors)
            places.push_back(*doors[door].place);
        out += first ? "\n" : ",\n";
        first = false;
        out += "{\"type\":\"Feature\",\"properties\":{" +
               measures(turf, buildings_of(turf, doors).size(), labels[number]) +
               "},\"geometry\":" + geometry(convex_hull(std::move(places))) + "}";
    }
    return out + "\n]}\n";
}

std::string turf_json(const Cut& cut, std::span<const Door> doors, std::span<const std::string> labels) {
    std::string out = "{\"turf\":[";
    bool first_turf = true;
    for (std::size_t number = 0; number < cut.turf.size(); ++number) {
        const auto& turf = cut.turf[number];
        if (turf.doors.empty()) continue;
        auto buildings = buildings_of(turf, doors);
        out +=
            (first_turf ? "\n{" : ",\n{") + measures(turf, buildings.size(), labels[number]) + ",\"stops\":[";
        first_turf = false;
        for (std::size_t at = 0; at < buildings.size(); ++at) {
            const auto& door = doors[turf.doors[buildings[at].first]];
            out += (at == 0 ? "" : ",") + std::string("{\"at\":") + position(*door.place) +
                   ",\"address\":" + text_of(address_of(door)) + ",\"doors\":[";
            for (auto each = buildings[at].first; each < buildings[at].first + buildings[at].count; ++each) {
                const auto& one = doors[turf.doors[each]];
                out += (each == buildings[at].first ? "" : ",") + std::string("{\"id\":") + text_of(one.id);
                if (!one.unit.empty()) out += ",\"unit\":" + text_of(one.unit);
                out += "}";
            }
            out += "]}";
        }
        out += "]}";
    }
    return out + "\n]}\n";
}

}  // namespace wallchart::turf
