#include "engine/route/walk/street_graph.h"

#include "engine/doors/read_doors.h"
#include "engine/route/walk/ground.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>

namespace wallchart::route {
namespace {

using geography::Coordinates;
using geography::Meters;

constexpr double square_meters = 100;
constexpr double squares_limit = 1'000'000;
constexpr double far_from_streets = 200;  // meters: then something is wrong, and it is said
constexpr double infinite = std::numeric_limits<double>::infinity();

Coordinates first_place(const std::vector<geography::Line>& lines) {
    for (const auto& line : lines)
        if (!line.empty()) return line.front();
    return {};
}

/// How far along a segment the point nearest to `place` lies, 0 to 1, and how far off.
std::pair<double, double> project(Meters place, Meters a, Meters b) {
    double east = b.east - a.east, north = b.north - a.north;
    double length = east * east + north * north;
    double share =
        length == 0 ? 0 : ((place.east - a.east) * east + (place.north - a.north) * north) / length;
    share = std::clamp(share, 0.0, 1.0);
    return {share, std::hypot(place.east - a.east - share * east, place.north - a.north - share * north)};
}

}  // namespace

StreetGraph::StreetGraph(const std::vector<geography::Line>& lines)
    : m_plane(first_place(lines)), m_center_longitude(first_place(lines).longitude) {
    std::map<std::pair<long long, long long>, int> corner_of;  // by tenths of a meter
    auto corner = [&](Coordinates place) {
        auto where = at(place);
        auto [known, fresh] =
            corner_of.emplace(std::pair{std::llround(where.east * 10), std::llround(where.north * 10)},
                              static_cast<int>(m_corners.size()));
        if (fresh) m_corners.push_back(where);
        return known->second;
    };
    for (const auto& line : lines)
        for (std::size_t at = 1; at < line.size(); ++at) {
            int from = corner(line[at - 1]), to = corner(line[at]);
            if (from != to) m_segments.push_back({from, to, great_circle_meters(line[at - 1], line[at])});
        }
    m_ways.resize(m_corners.size());
    double east = -infinite, north = -infinite;
    m_west = m_south = infinite;
    for (const auto& segment : m_segments) {
        m_ways[segment.from].push_back({segment.to, segment.meters});
        m_ways[segment.to].push_back({segment.from, segment.meters});
    }
    for (const auto& each : m_corners) {
        m_west = std::min(m_west, each.east);
        m_south = std::min(m_south, each.north);
        east = std::max(east, each.east);
        north = std::max(north, each.north);
    }
    if (m_segments.empty()) return;
    m_square =
        std::max(square_meters, std::sqrt((east - m_west + 1) * (north - m_south + 1) / squares_limit));
    m_square = std::max(m_square, std::max(east - m_west, north - m_south) / squares_limit * 10);
    m_columns = static_cast<int>((east - m_west) / m_square) + 1;
    m_rows = static_cast<int>((north - m_south) / m_square) + 1;
    m_squares.resize(static_cast<std::size_t>(m_columns) * m_rows);
    for (int at = 0; at < static_cast<int>(m_segments.size()); ++at) {
        auto a = m_corners[m_segments[at].from], b = m_corners[m_segments[at].to];
        // By points along it no farther apart than half a square: each square it passes, or one beside it.
        auto pieces = static_cast<int>(std::hypot(b.east - a.east, b.north - a.north) / m_square * 2) + 1;
        int last = -1;
        for (int piece = 0; piece <= pieces; ++piece) {
            double share = static_cast<double>(piece) / pieces;
            int column = static_cast<int>((a.east + share * (b.east - a.east) - m_west) / m_square);
            int row = static_cast<int>((a.north + share * (b.north - a.north) - m_south) / m_square);
            int square = std::clamp(row, 0, m_rows - 1) * m_columns + std::clamp(column, 0, m_columns - 1);
            if (square != last) m_squares[square].push_back(at);
            last = square;
        }
    }
}

Meters StreetGraph::at(Coordinates place) const {
    // Across the date line too.
    place.longitude = m_center_longitude + std::remainder(place.longitude - m_center_longitude, 360.0);
    return m_plane.project(place);
}

StreetGraph::Access StreetGraph::nearest(Coordinates place) const {
    Access best;
    best.off = infinite;
    auto where = at(place);
    int column = std::clamp(static_cast<int>(std::clamp((where.east - m_west) / m_square, -1e6, 1e9)), 0,
                            m_columns - 1);
    int row = std::clamp(static_cast<int>(std::clamp((where.north - m_south) / m_square, -1e6, 1e9)), 0,
                         m_rows - 1);
    auto look = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= m_columns || y >= m_rows) return;
        for (int segment : m_squares[static_cast<std::size_t>(y) * m_columns + x]) {
            const auto& each = m_segments[segment];
            auto [share, off] = project(where, m_corners[each.from], m_corners[each.to]);
            if (off < best.off || (off == best.off && segment < best.segment))
                best = {{each.from, each.to}, {share * each.meters, (1 - share) * each.meters}, segment, off};
        }
    };
    // Ring by ring; one more than where something was found, for a nearer one lies there sometimes.
    int last = std::max(m_columns, m_rows);
    for (int ring = 0; ring <= last; ++ring) {
        if (best.segment >= 0 && best.off < (ring - 2) * m_square) break;
        for (int x = column - ring; x <= column + ring; ++x) {
            look(x, row - ring);
            if (ring > 0) look(x, row + ring);
        }
        for (int y = row - ring + 1; y < row + ring; ++y) {
            look(column - ring, y);
            look(column + ring, y);
        }
    }
    return best;
}

std::vector<double> StreetGraph::distances(const Access& from, const std::vector<Access>& to) const {
    std::vector<double> reached(m_corners.size(), infinite);
    std::vector<char> wanted(m_corners.size(), 0);
    int left = 0;
    for (const auto& each : to)
        for (int corner : each.corners)
            if (wanted[corner] == 0) {
                wanted[corner] = 1;
                ++left;
            }
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> next;
    for (int end = 0; end < 2; ++end) {
        int corner = from.corners[end];
        if (from.along[end] < reached[corner]) {
            reached[corner] = from.along[end];
            next.emplace(from.along[end], corner);
        }
    }
    while (!next.empty() && left > 0) {
        auto [meters, corner] = next.top();
        next.pop();
        if (meters > reached[corner]) continue;
        if (wanted[corner] != 0) {
            wanted[corner] = 0;
            --left;
        }
        for (const auto& way : m_ways[corner])
            if (meters + way.meters < reached[way.to]) {
                reached[way.to] = meters + way.meters;
                next.emplace(reached[way.to], way.to);
            }
    }
    std::vector<double> answer;
    answer.reserve(to.size());
    for (const auto& each : to) {
        double best =
            std::min(reached[each.corners[0]] + each.along[0], reached[each.corners[1]] + each.along[1]);
        if (each.segment == from.segment) best = std::min(best, std::abs(each.along[0] - from.along[0]));
        answer.push_back(best + from.off + each.off);
    }
    return answer;
}

Result<Ground> street_ground(const std::vector<Site>& sites, const std::vector<geography::Line>& streets,
                             double detour) {
    StreetGraph graph(streets);
    if (graph.empty()) return failure(ErrorKind::invalid, "The map of streets holds no lines.");
    auto ground = straight_ground(sites, detour);
    std::vector<StreetGraph::Access> accesses;
    std::vector<std::uint64_t> off, apart;
    for (const auto& site : sites) {
        accesses.push_back(graph.nearest(*site.place));
        if (accesses.back().off > far_from_streets && site.line > 0) off.push_back(site.line);
    }
    for (int from = 0; from < ground.count; ++from) {
        auto meters = graph.distances(accesses[from], accesses);
        int unreached = 0;
        for (int to = 0; to < ground.count; ++to) {
            if (to == from) continue;
            if (!std::isfinite(meters[to]))
                ++unreached;
            else
                ground.between(from, to) =
                    static_cast<std::int32_t>(std::lround(std::min(meters[to], 1e6) * 100));
        }
        if (unreached * 2 > ground.count && sites[from].line > 0) apart.push_back(sites[from].line);
    }
    // The same both ways, to the centimeter.
    for (int from = 0; from < ground.count; ++from)
        for (int to = 0; to < from; ++to)
            ground.between(from, to) = ground.between(to, from) =
                std::min(ground.between(from, to), ground.between(to, from));
    if (!off.empty())
        ground.remarks.push_back("More than 200 m from any street of the map: " + doors::rows_in_words(off) +
                                 ".");
    if (!apart.empty())
        ground.remarks.push_back("No street of the map leads to most others, so the straight way counts: " +
                                 doors::rows_in_words(apart) + ".");
    return ground;
}

}  // namespace wallchart::route
