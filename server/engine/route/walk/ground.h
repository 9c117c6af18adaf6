#pragma once
// How far one walks from one site of a walk to another: by the straight way and a detour, by a matrix that
// somebody gives, or along the streets of a map.

#include "core/csv.h"
#include "core/result.h"
#include "engine/geography/geojson.h"
#include "engine/route/distances.h"
#include "engine/route/walk/steps.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart::route {

/// A place of a walk: a building, or where it starts or ends.
struct Site {
    std::string id;          ///< by which a matrix knows it
    std::uint64_t line = 0;  ///< of its first door; 0 where a walk starts or ends
    std::optional<geography::Coordinates> place;
    std::string street;  ///< folded; between two houses of one street no detour is walked
};

/// Centimeters for each pair of sites, row by row.
struct Ground {
    std::vector<std::int32_t> centimeters;
    int count = 0;
    std::vector<std::string> remarks;
    std::int32_t& between(int from, int to) {
        return centimeters[static_cast<std::size_t>(from) * count + to];
    }
    std::int32_t between(int from, int to) const {
        return centimeters[static_cast<std::size_t>(from) * count + to];
    }
};

/// The most sites of which each pair is looked at.
inline constexpr int sites_limit = 4000;

/// By great circle times `detour`. All sites have places.
Ground straight_ground(const std::vector<Site>& sites, double detour);

/// Meters by a CSV: a first row of ids behind a first cell, and in each row an id and its distances. Sites
/// named "start" and "end" are the walk's own, if there; else their straight ways count. Errors: invalid: a
/// site without a row, a cell that is no distance.
Result<Ground> matrix_ground(const std::vector<Site>& sites, CsvReader& matrix, double detour);

/// Along the lines of a map, which meet where they share a place (to 0.1 m). A site stands at the nearest
/// point of a line; the way to it is walked too. Pairs that no line joins are joined by the straight way,
/// with a remark. Errors: invalid: no lines.
Result<Ground> street_ground(const std::vector<Site>& sites, const std::vector<geography::Line>& streets,
                             double detour);

}  // namespace wallchart::route
