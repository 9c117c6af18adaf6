#pragma once
// For each stop those nearest to it: a search that only tries short ways needs no others.
//
// A k-d tree (Bentley 1975): the stops are halved by their longer side again and again; whoever looks for
// near ones skips each half that lies farther away than what was found. Clusters and empty land cost nothing
// more.

#include "engine/route/distances.h"

#include <span>
#include <vector>

namespace wallchart::route {

/// For each stop the same number of others, nearest first.
class NeighbourLists {
public:
    /// Of all stops; each has min(`wanted`, count - 1) neighbours.
    NeighbourLists(const Distances& distances, int wanted);
    /// Of a part of the stops among themselves: the lists hold places in `part`, as do the questions.
    NeighbourLists(const Distances& distances, const std::vector<int>& part, int wanted);

    /// Of all stops in the plane: the `each` nearest in each of the four quadrants around a stop, and then
    /// the nearest others up to `wanted`. So those at the rim of a cluster know the next cluster too. A
    /// matrix knows no quadrants: then only the nearest.
    static NeighbourLists by_quadrants(const Distances& distances, int wanted, int each);

    int width() const { return m_width; }
    std::span<const int> of(int stop) const {
        return {m_lists.data() + static_cast<std::size_t>(stop) * m_width, static_cast<std::size_t>(m_width)};
    }

private:
    int m_width = 0;
    std::vector<int> m_lists;
};

}  // namespace wallchart::route
