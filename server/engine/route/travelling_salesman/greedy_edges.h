#pragma once
// A first way around: about a sixth longer than the best, in n log n.
//
// Greedy edges (Bentley 1992): all short edges are taken from the shortest on, where neither end has two
// already and no circle closes. The pieces that remain are joined in the same way by their ends.

#include "engine/route/distances.h"
#include "engine/route/nearest_neighbours.h"

#include <vector>

namespace wallchart::route {

/// Every stop once, in the order of the way.
std::vector<int> greedy_edges(const Distances& distances, const NeighbourLists& neighbours);

}  // namespace wallchart::route
