#pragma once
// The streets of a map as a graph: its corners, and how far they are apart.
//
// Dijkstra (1959): from one corner outwards, always on from the nearest one not yet left, until all asked for
// are reached.

#include "engine/geography/geojson.h"

#include <array>
#include <vector>

namespace wallchart::route {

class StreetGraph {
public:
    explicit StreetGraph(const std::vector<geography::Line>& lines);

    bool empty() const { return m_segments.empty(); }

    /// Where a place meets the streets: between the two corners of a segment, so far from each (meters), and
    /// so far off.
    struct Access {
        std::array<int, 2> corners{-1, -1};
        std::array<double, 2> along{0, 0};
        int segment = -1;
        double off = 0;
    };
    Access nearest(geography::Coordinates place) const;

    /// Meters from one access to each of the others along streets; infinite where no street leads.
    std::vector<double> distances(const Access& from, const std::vector<Access>& to) const;

private:
    struct Segment {
        int from, to;
        double meters;
    };
    struct Way {
        int to;
        double meters;
    };
    geography::Meters at(geography::Coordinates place) const;

    geography::LocalPlane m_plane;
    double m_center_longitude;
    std::vector<geography::Meters> m_corners;
    std::vector<Segment> m_segments;
    std::vector<std::vector<Way>> m_ways;  // from each corner
    // Segments by squares of the plane, those that touch a square's surroundings too.
    double m_square;
    double m_west, m_south;
    int m_columns, m_rows;
    std::vector<std::vector<int>> m_squares;
};

}  // namespace wallchart::route
