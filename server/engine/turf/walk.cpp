#include "engine/turf/walk.h"

#include "engine/route/travelling_salesman/solve.h"

#include <limits>
#include <numeric>

namespace wallchart::turf {
namespace {

constexpr std::size_t look_ahead = 400;    // stops among which the nearest is looked for
constexpr std::size_t pairs_limit = 1000;  // stops of which each pair is measured

/// Nearest stop next (the streets and sides are in the distance), starting with the south-westernmost.
void by_nearest(const Walk& walk, std::vector<std::uint32_t>& order) {
    auto stops = walk.stops();
    std::ranges::sort(order);
    auto first = std::ranges::min_element(
        order, {}, [&](std::uint32_t at) { return std::pair(stops[at].at.north + stops[at].at.east, at); });
    std::swap(*order.begin(), *first);
    for (std::size_t at = 0; at + 2 < order.size(); ++at) {
        std::size_t best = at + 1;
        double nearest = std::numeric_limits<double>::infinity();
        // Beyond so many, the order given (along a Hilbert curve) is near enough.
        for (std::size_t next = at + 1; next < std::min(order.size(), at + 1 + look_ahead); ++next) {
            double meters = walk.meters(order[at], order[next]);
            if (meters < nearest) nearest = meters, best = next;
        }
        std::swap(order[at + 1], order[best]);
    }
}

route::Distances distances(const Walk& walk, std::span<const std::uint32_t> stops) {
    auto count = stops.size();
    if (count > pairs_limit) {
        // So many are ordered by straight ways, whatever their streets.
        std::vector<route::Point> points;
        for (auto stop : stops)
            points.push_back({walk.stops()[stop].at.east * 100, walk.stops()[stop].at.north * 100});
        return {std::move(points), route::Metric::euclidean};
    }
    std::vector<std::int32_t> centimeters(count * count, 0);
    for (std::size_t from = 0; from < count; ++from)
        for (std::size_t to = 0; to < from; ++to)
            centimeters[from * count + to] = centimeters[to * count + from] =
                static_cast<std::int32_t>(std::min(walk.meters(stops[from], stops[to]), 1e7) * 100);
    return {std::move(centimeters), static_cast<int>(count)};
}

}  // namespace

double round_trip(const Walk& walk, std::span<const std::uint32_t> order) {
    double sum = 0;
    if (order.size() < 2) return sum;
    for (std::size_t at = 0; at < order.size(); ++at)
        sum += walk.meters(order[at], order[at + 1 < order.size() ? at + 1 : 0]);
    return sum;
}

void shorten_walk(const Walk& walk, std::vector<std::uint32_t>& order) {
    if (order.size() < 4) return;
    std::vector<int> numbers(order.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    std::vector<std::uint32_t> shortened;
    shortened.reserve(order.size());
    for (int number : route::shorten_around(distances(walk, order), std::move(numbers)).order)
        shortened.push_back(order[number]);
    // Rounding, or ways without their streets, may have misled it.
    if (round_trip(walk, shortened) < round_trip(walk, order)) order = std::move(shortened);
}

void order_walk(const Walk& walk, std::vector<std::uint32_t>& order) {
    if (order.size() < 3) return;
    by_nearest(walk, order);
    shorten_walk(walk, order);
}

}  // namespace wallchart::turf
