#pragma once
// Lines and areas of a map, as GeoJSON has them (RFC 7946).

#include "core/result.h"
#include "engine/geography/coordinates.h"

#include <string_view>
#include <vector>

namespace wallchart::geography {

using Line = std::vector<Coordinates>;

/// An area: its outer ring, then its holes. Each ring ends where it began.
struct Area {
    std::vector<Line> rings;
};

/// What a file shows, of whatever nesting: collections, features, several shapes in one.
struct Shapes {
    std::vector<Coordinates> points;
    std::vector<Line> lines;
    std::vector<Area> areas;
};

/// Errors: invalid, with a JSON pointer to what is no geometry, or to a place that there cannot be (latitude
/// and longitude in each other's place). Properties are passed over.
Result<Shapes> read_geojson(std::string_view text);

}  // namespace wallchart::geography
