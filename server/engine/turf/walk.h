#pragma once
// What it takes to walk from stop to stop, and a good order for a few of them. This file and its .cpp are
// all that would change if walking were measured on a street graph.

#include "engine/turf/barriers.h"
#include "engine/turf/stop.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Meters on foot between two stops. Along one street: as the crow flies, and 10 m more to its other side.
/// From street to street: 1.3 times that, as detours in towns are, and 30 m. Through a barrier: 3 km around.
class Walk {
public:
    Walk(std::span<const Stop> stops, const Barriers& barriers) : m_stops(stops), m_barriers(barriers) {}

    double meters(std::uint32_t from, std::uint32_t to) const {
        const auto& a = m_stops[from];
        const auto& b = m_stops[to];
        double east = a.at.east - b.at.east, north = a.at.north - b.at.north;
        double straight = std::sqrt(east * east + north * north);
        double walked = straight * detour;
        if (a.street != b.street) {
            walked += change_street;
        } else if (a.street != no_street) {
            walked = straight + ((a.number ^ b.number) & 1) * change_side;
        }
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

    static constexpr double detour = 1.3;
    static constexpr double change_street = 30;
    static constexpr double change_side = 10;
    static constexpr double around_barrier = 3000;

private:
    std::span<const Stop> m_stops;
    const Barriers& m_barriers;
};

/// Meters around: from the first stop through all and back to it.
double round_trip(const Walk& walk, std::span<const std::uint32_t> order);

/// Puts the stops into a good order for walking: a street at a time, a side at a time, by the nearest stop
/// next; then made shorter by turning around pieces (2-opt, Croes 1958) and moving up to three stops
/// elsewhere (Or 1976) until neither helps.
void order_walk(const Walk& walk, std::vector<std::uint32_t>& order);

/// The second half of order_walk: shortens the order that there is.
void shorten_walk(const Walk& walk, std::vector<std::uint32_t>& order);

}  // namespace wallchart::turf
