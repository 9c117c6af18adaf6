#include "engine/turf/barriers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace wallchart::turf {
namespace {

constexpr int most_cells_a_side = 1000;
constexpr double clear_limit = 300;

/// Which side of a line a place is on; the line itself counts to one of them, always the same.
bool left_of(Meters from, Meters to, Meters place) {
    return (to.east - from.east) * (place.north - from.north) -
               (to.north - from.north) * (place.east - from.east) >=
           0;
}

double distance(Meters place, Meters from, Meters to) {
    double east = to.east - from.east, north = to.north - from.north;
    double square = east * east + north * north;
    double share =
        square == 0
            ? 0
            : std::clamp(((place.east - from.east) * east + (place.north - from.north) * north) / square, 0.0,
                         1.0);
    return std::hypot(from.east + share * east - place.east, from.north + share * north - place.north);
}

}  // namespace

Barriers::Barriers(const geography::Shapes& shapes, const geography::LocalPlane& plane,
                   std::span<const Meters> places) {
    if (places.empty()) return;
    m_west = m_south = INFINITY;
    m_east = m_north = -INFINITY;
    for (auto place : places) {
        m_west = std::min(m_west, place.east), m_east = std::max(m_east, place.east);
        m_south = std::min(m_south, place.north), m_north = std::max(m_north, place.north);
    }
    double side = std::max(m_east - m_west, m_north - m_south);
    m_cell = std::max(m_cell, side / most_cells_a_side);
    m_columns = static_cast<int>((m_east - m_west) / m_cell) + 1;
    m_rows = static_cast<int>((m_north - m_south) / m_cell) + 1;
    for (const auto& line : shapes.lines)
        add(line, plane);
    for (const auto& area : shapes.areas)
        for (const auto& ring : area.rings)
            add(ring, plane);
    // Counted, then filled: two passes instead of a list for each cell.
    m_begin.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (const auto& piece : m_lines)
        for_each_cell(piece, [&](std::size_t cell) { ++m_begin[cell + 1]; });
    for (std::size_t cell = 1; cell < m_begin.size(); ++cell)
        m_begin[cell] += m_begin[cell - 1];
    m_in_cell.resize(m_begin.back());
    auto next = m_begin;
    for (std::uint32_t at = 0; at < m_lines.size(); ++at)
        for_each_cell(m_lines[at], [&](std::size_t cell) { m_in_cell[next[cell]++] = at; });
}

void Barriers::add(const geography::Line& line, const geography::LocalPlane& plane) {
    for (std::size_t at = 1; at < line.size(); ++at) {
        Piece piece{plane.project(line[at - 1]), plane.project(line[at])};
        bool outside = std::max(piece.from.east, piece.to.east) < m_west ||
                       std::min(piece.from.east, piece.to.east) > m_east ||
                       std::max(piece.from.north, piece.to.north) < m_south ||
                       std::min(piece.from.north, piece.to.north) > m_north;
        // Between two places lies nothing that is outside all of them.
        if (!outside) m_lines.push_back(piece);
    }
}

int Barriers::column(double east) const {
    return std::clamp(static_cast<int>(std::floor(std::clamp((east - m_west) / m_cell, -1.0, 1e6))), 0,
                      m_columns - 1);
}

int Barriers::row(double north) const {
    return std::clamp(static_cast<int>(std::floor(std::clamp((north - m_south) / m_cell, -1.0, 1e6))), 0,
                      m_rows - 1);
}

Barriers::Range Barriers::rows_in(const Piece& piece, int at) const {
    double from = piece.from.north, to = piece.to.north;
    double width = piece.to.east - piece.from.east;
    if (std::abs(width) > 1e-9) {
        // A millimeter more on either side: rounding must not lose a cell. Columns at the edge reach on.
        double west = at == 0 ? -INFINITY : m_west + at * m_cell - 1e-3;
        double east = at == m_columns - 1 ? INFINITY : m_west + (at + 1) * m_cell + 1e-3;
        double begin = std::max(west, std::min(piece.from.east, piece.to.east));
        double end = std::min(east, std::max(piece.from.east, piece.to.east));
        from = piece.from.north + (begin - piece.from.east) / width * (piece.to.north - piece.from.north);
        to = piece.from.north + (end - piece.from.east) / width * (piece.to.north - piece.from.north);
    }
    return {row(std::min(from, to) - 1e-3), row(std::max(from, to) + 1e-3) + 1};
}

template <class Each>
void Barriers::for_each_cell(const Piece& piece, Each each) const {
    int first = column(std::min(piece.from.east, piece.to.east) - 1e-3);
    int last = column(std::max(piece.from.east, piece.to.east) + 1e-3);
    for (int at = first; at <= last; ++at) {
        auto [begin, end] = rows_in(piece, at);
        for (int up = begin; up < end; ++up)
            each(static_cast<std::size_t>(at) * static_cast<std::size_t>(m_rows) +
                 static_cast<std::size_t>(up));
    }
}

bool Barriers::between(Meters a, Meters b) const {
    if (m_lines.empty()) return false;
    // The same answer from either end, also where a corner of a line lies exactly on the way.
    if (std::pair(b.east, b.north) < std::pair(a.east, a.north)) std::swap(a, b);
    bool crossed = false;
    for_each_cell({a, b}, [&](std::size_t cell) {
        for (auto at = m_begin[cell]; at < m_begin[cell + 1] && !crossed; ++at) {
            const auto& line = m_lines[m_in_cell[at]];
            crossed = left_of(line.from, line.to, a) != left_of(line.from, line.to, b) &&
                      left_of(a, b, line.from) != left_of(a, b, line.to);
        }
    });
    return crossed;
}

double Barriers::clear(Meters place) const {
    if (m_lines.empty()) return std::numeric_limits<double>::infinity();
    int reach = std::max(1, static_cast<int>(std::ceil(clear_limit / m_cell)));
    // The cells looked at hold all lines within `reach` cells.
    double nearest = std::min(clear_limit, reach * m_cell);
    for (int at = std::max(0, column(place.east) - reach);
         at <= std::min(m_columns - 1, column(place.east) + reach); ++at)
        for (int up = std::max(0, row(place.north) - reach);
             up <= std::min(m_rows - 1, row(place.north) + reach); ++up) {
            auto cell = static_cast<std::size_t>(at) * static_cast<std::size_t>(m_rows) +
                        static_cast<std::size_t>(up);
            for (auto in = m_begin[cell]; in < m_begin[cell + 1]; ++in)
                nearest = std::min(nearest,
                                   distance(place, m_lines[m_in_cell[in]].from, m_lines[m_in_cell[in]].to));
        }
    return nearest;
}

}  // namespace wallchart::turf
