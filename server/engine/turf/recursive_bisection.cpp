#include "engine/turf/recursive_bisection.h"

#include <algorithm>
#include <cmath>

namespace wallchart::turf {
namespace {

bool wider_than_high(std::span<const Stop> stops, std::span<const std::uint32_t> members) {
    double east = 0, north = 0, east_square = 0, north_square = 0;
    for (auto at : members) {
        const auto& place = stops[at].at;
        east += place.east, north += place.north;
        east_square += place.east * place.east, north_square += place.north * place.north;
    }
    auto count = static_cast<double>(members.size());
    return east_square - east * east / count >= north_square - north * north / count;
}

}  // namespace

void bisect(std::span<const Stop> stops, std::span<const double> weights, std::span<std::uint32_t> members,
            std::size_t parts, const std::function<void(std::span<const std::uint32_t>)>& each) {
    if (parts <= 1 || members.size() <= 1) return each(members);
    bool by_east = wider_than_high(stops, members);
    std::ranges::sort(members, {}, [&](std::uint32_t at) {
        const auto& place = stops[at].at;
        return by_east ? std::tuple(place.east, place.north, at) : std::tuple(place.north, place.east, at);
    });
    double total = 0;
    for (auto at : members)
        total += weights[at];
    auto first_parts = parts / 2;
    double wanted = total * static_cast<double>(first_parts) / static_cast<double>(parts);
    // Each part needs a member at least.
    auto least = first_parts, most = members.size() - (parts - first_parts);
    double sum = 0;
    std::size_t count = 0;
    while (count < most &&
           (count < least || std::abs(sum + weights[members[count]] - wanted) <= std::abs(sum - wanted)))
        sum += weights[members[count++]];
    bisect(stops, weights, members.first(count), first_parts, each);
    bisect(stops, weights, members.subspan(count), parts - first_parts, each);
}

}  // namespace wallchart::turf
