#pragma once
// What nobody crosses on foot: rivers, motorways, railways, as lines in the plane. A grid of cells remembers
// which lines pass through each, so that a step is held against the few lines near it.

#include "engine/geography/coordinates.h"
#include "engine/geography/geojson.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

using geography::Meters;

class Barriers {
public:
    /// Lines and the borders of areas, as far as they can come between two of `places`.
    Barriers(const geography::Shapes& shapes, const geography::LocalPlane& plane,
             std::span<const Meters> places);

    bool empty() const { return m_lines.empty(); }
    /// Whether the straight way from `a` to `b` crosses a line. A place on a line is on its left.
    bool between(Meters a, Meters b) const;
    /// A distance within which no line lies: a lower bound, in meters, at most 300; infinite without lines.
    double clear(Meters place) const;

private:
    struct Piece {
        Meters from, to;
    };
    struct Range {
        int begin = 0, end = 0;  // of rows, in a column
    };
    void add(const geography::Line& line, const geography::LocalPlane& plane);
    int column(double east) const;
    int row(double north) const;
    /// The rows that a piece passes in a column.
    Range rows_in(const Piece& piece, int at) const;
    template <class Each>
    void for_each_cell(const Piece& piece, Each each) const;

    double m_west = 0, m_south = 0, m_east = 0, m_north = 0;
    double m_cell = 100;
    int m_columns = 1, m_rows = 1;
    std::vector<Piece> m_lines;
    std::vector<std::uint32_t> m_begin;  // of each cell in m_in_cell
    std::vector<std::uint32_t> m_in_cell;
};

}  // namespace wallchart::turf
