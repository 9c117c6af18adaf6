#pragma once
// A coarser picture of the same town (multilevel, Hendrickson and Leland 1995): houses that follow each other
// on one side of a street are taken together, a few at a time. Turf of such rows are found several times as
// quickly, and are a good beginning for turf of single houses.

#include "engine/turf/neighbours.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Rows of stops. A row stands where its middle stop does.
struct Coarse {
    std::vector<Stop> stops;                          ///< in the order of the stops in their middle
    std::vector<std::vector<std::uint32_t>> members;  ///< of each, in the order of walking
    std::vector<double> inner_meters;                 ///< of walking from the first member to the last
};

/// Takes `members` together in rows of at most `most_stops` and `most_weight`; what is heavier stays alone.
/// No barrier lies within a row.
Coarse coarsen(const Walk& walk, const Neighbours& neighbours, std::span<const double> weights,
               std::span<const std::uint32_t> members, std::size_t most_stops, double most_weight);

/// The members of rows in this order, each row begun at its nearer end.
std::vector<std::uint32_t> expand(const Walk& walk, const Coarse& coarse,
                                  std::span<const std::uint32_t> order);

}  // namespace wallchart::turf
