#pragma once
// The rubber band around places (monotone chain, Andrew 1979): the places from west to east; along the lower
// side every one that makes the band turn right is let go, then the same back along the upper side.

#include "engine/geography/coordinates.h"

#include <algorithm>
#include <vector>

namespace wallchart::turf {

/// The corners against the clock, each once; one or two places where there is no area.
inline std::vector<geography::Coordinates> convex_hull(std::vector<geography::Coordinates> places) {
    using geography::Coordinates;
    std::ranges::sort(places, {}, [](const Coordinates& c) { return std::pair(c.longitude, c.latitude); });
    places.erase(std::ranges::unique(places).begin(), places.end());
    if (places.size() < 3) return places;
    auto turns_right = [](const Coordinates& a, const Coordinates& b, const Coordinates& c) {
        return (b.longitude - a.longitude) * (c.latitude - a.latitude) -
                   (b.latitude - a.latitude) * (c.longitude - a.longitude) <=
               0;
    };
    std::vector<Coordinates> hull;
    auto walk = [&](auto begin, auto end) {
        auto base = hull.size();
        for (auto at = begin; at != end; ++at) {
            while (hull.size() >= base + 2 && turns_right(hull[hull.size() - 2], hull.back(), *at))
                hull.pop_back();
            hull.push_back(*at);
        }
        hull.pop_back();  // the other side begins with it
    };
    walk(places.begin(), places.end());
    walk(places.rbegin(), places.rend());
    return hull;
}

}  // namespace wallchart::turf
