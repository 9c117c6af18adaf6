#pragma once
// What it takes to walk from stop to stop, by the definition of a step that routes have, and a good order for
// a few of them. This file and its .cpp are all that would change if walking were measured on a street graph.

#include "engine/route/walk/steps.h"
#include "engine/turf/barriers.h"
#include "engine/turf/stop.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Meters on foot between two stops: those walked, and as many more as people dislike the step, which costs
/// them time. Through a barrier: 3 km around.
class Walk {
public:
    Walk(std::span<const Stop> stops, const Barriers& barriers) : m_stops(stops), m_barriers(barriers) {}

    double meters(std::uint32_t from, std::uint32_t to) const {
        const auto& a = m_stops[from];
        const auto& b = m_stops[to];
        double east = a.at.east - b.at.east, north = a.at.north - b.at.north;
        double straight = std::sqrt(east * east + north * north);
        // The commonest first: most steps that are tried lead to another street.
        auto streets = route::StreetsOfStep::different;
        if (a.street == b.street)
            streets = a.street == no_street ? route::StreetsOfStep::unknown : route::StreetsOfStep::same;
        else if (a.street == no_street || b.street == no_street)
            streets = route::StreetsOfStep::unknown;
        bool opposite = ((a.number ^ b.number) & 1) != 0;
        auto sides = opposite ? route::SidesOfStep::opposite : route::SidesOfStep::same_or_unknown;
        double walked =
            route::walked_meters(straight, streets) + route::disliked_meters(streets, sides, habits);
        if (straight > std::max(a.clear, b.clear) && m_barriers.between(a.at, b.at)) walked += around_barrier;
        return walked;
    }
    /// Whether a barrier lies between them.
    bool apart(std::uint32_t from, std::uint32_t to) const {
        const auto& a = m_stops[from];
        const auto& b = m_stops[to];
        double straight = std::hypot(a.at.east - b.at.east, a.at.north - b.at.north);
        return straight > std::max(a.clear, b.clear) && m_barriers.between(a.at, b.at);
    }
    std::span<const Stop> stops() const { return m_stops; }

    /// Less than those of a walk's order: here they count as time, and in the size of a turf by a shift.
    static constexpr route::Habits habits{.crossing = 10, .leaving = 30};
    static constexpr double around_barrier = 3000;

private:
    std::span<const Stop> m_stops;
    const Barriers& m_barriers;
};

/// Meters around: from the first stop through all and back to it.
double round_trip(const Walk& walk, std::span<const std::uint32_t> order);

/// Puts the stops into a good order for walking: by the nearest stop next, then as shorten_walk does.
void order_walk(const Walk& walk, std::vector<std::uint32_t>& order);

/// Shortens the order that there is as routes are shortened (route/travelling_salesman).
void shorten_walk(const Walk& walk, std::vector<std::uint32_t>& order);

}  // namespace wallchart::turf
