#pragma once
// Which stops are near which, on the same side of every barrier, and which can be reached from which.

#include "engine/turf/walk.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

struct Neighbours {
    std::vector<std::uint32_t> begin;  ///< of each stop in `near`, and the end
    std::vector<std::uint32_t> near;   ///< the least walking first, but links to other villages last
    std::vector<float> meters;         ///< of walking to each of them
    /// Of each stop: the smallest number of a stop that can be reached without crossing a barrier.
    std::vector<std::uint32_t> side;

    std::span<const std::uint32_t> of(std::uint32_t stop) const {
        return {near.data() + begin[stop], begin[stop + 1] - begin[stop]};
    }
};

/// The `count` nearest of each stop, without those behind a barrier. Where there is no way from one to
/// another and back by these, as between villages, the ends of the shortest link are neighbours too. Sides
/// are the connected components of this graph together with the shortest links between what it leaves apart
/// (Borůvka 1926), again without those that cross a barrier: so that without barriers all stops are on one
/// side, far villages too.
Neighbours find_neighbours(const Walk& walk, std::size_t count);

}  // namespace wallchart::turf
