#pragma once
// What a cut has to tell: turf that could not have their size, and doors far from the rest of theirs.

#include "engine/turf/cut.h"
#include "engine/turf/tours.h"

#include <string>
#include <vector>

namespace wallchart::turf {

class Notes {
public:
    /// One side of the barriers could not be cut to the size: it has turf [first, end) of `scale` times that.
    void side(std::uint32_t first, std::uint32_t end, double scale);
    /// Notes the stops of a turf that take a long way there and back.
    void far_stops(const Tours& tours, std::uint32_t turf, const Stops& stops);
    /// All of it in words, and what the turf themselves show.
    std::vector<Note> take(const Cut& cut, const Request& request);

private:
    struct Side {
        std::uint32_t first, end;
        double scale;
    };
    std::vector<Side> m_sides;
    std::vector<std::uint32_t> m_far;  // doors
};

}  // namespace wallchart::turf
