#pragma once
// A cut as files: a table, a map, and what a volunteer's phone needs.

#include "engine/turf/cut.h"

#include <span>
#include <string>
#include <vector>

namespace wallchart::turf {

/// A turf's doors of one building, one after the other.
struct Building {
    std::uint32_t first = 0;  ///< in Turf::doors
    std::uint32_t count = 0;
};

/// Doors that follow each other and are of one street and number, or of one place.
std::vector<Building> buildings_of(const Turf& turf, std::span<const Door> doors);

/// "12 Maple St"; the place's latitude and longitude where no street is known.
std::string address_of(const Door& door);

/// Header and a row for each door, by turf and in the order of walking: id, turf, order, building (counted in
/// the turf), latitude, longitude, street, house_number, unit.
std::string turf_csv(const Cut& cut, std::span<const Door> doors, std::span<const std::string> labels);

/// RFC 7946: the convex hull of each turf (a line or a point where it has no area) with its label, doors,
/// buildings, weight, meters and minutes.
std::string turf_geojson(const Cut& cut, std::span<const Door> doors, std::span<const std::string> labels);

/// One object for each turf: label, meters, minutes, and its buildings in the order of walking with the ids
/// and units of their doors.
std::string turf_json(const Cut& cut, std::span<const Door> doors, std::span<const std::string> labels);

}  // namespace wallchart::turf
