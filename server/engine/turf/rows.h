#pragma once
// A coarser picture of the same town (a multilevel search with fixed links, Walshaw 2002): houses that are
// walked one after the other are joined to rows, the nearest first, and rows are not parted. Turf are cut of
// rows several times as quickly, and what is cut is a good beginning for turf of single houses.

#include "engine/turf/neighbours.h"
#include "engine/turf/tours.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Two stops that may follow each other in a row.
struct Link {
    float meters = 0;
    std::uint32_t from = 0, to = 0;
};

struct Row {
    std::vector<std::uint32_t> stops;  ///< in the order of walking
    double weight = 0;                 ///< of all stops
    double meters = 0;                 ///< of walking from the first to the last
    std::uint32_t middle() const { return stops[stops.size() / 2]; }
};

/// A row has at most so many stops, and weighs at most so much unless it is a single stop.
struct RowLimits {
    std::size_t stops = 0;
    double weight = 0;
};

/// Each of these stops and its nearest among them.
std::vector<Link> links_to_nearest(const Neighbours& neighbours, std::span<const std::uint32_t> stops);

/// The steps of turf, without the long ones: those to none of a stop's nearest. None to or from a stop that
/// is settled; `settled` may be empty.
std::vector<Link> links_walked(const Tours& tours, const Neighbours& neighbours,
                               std::span<const std::uint8_t> settled);

/// Joins stops by the shortest of the links that make rows within the limits (as the greedy heuristic of the
/// travelling salesman does, Bentley 1992). Every stop is in one row, many alone. In the order of the stops
/// in their middle.
std::vector<Row> join_rows(const Walk& walk, std::span<const double> weights,
                           std::span<const std::uint32_t> stops, std::vector<Link> links, RowLimits limits);

/// The stops of rows in this order, each row begun at its nearer end.
std::vector<std::uint32_t> walk_rows(const Walk& walk, std::span<const Row> rows,
                                     std::span<const std::uint32_t> order);

}  // namespace wallchart::turf
