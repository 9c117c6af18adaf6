#include "engine/route/walk/street_order.h"

#include "engine/route/travelling_salesman/solve.h"

#include <algorithm>
#include <cmath>

namespace wallchart::route {
namespace {

/// What people dislike between two buildings, in centimeters. Houses at one place are walked by their
/// numbers.
std::int32_t dislike(const Building& from, const Building& to, const Habits& habits) {
    auto streets = compare_streets(from.street, to.street);
    bool opposite =
        from.side != to.side && from.side != StreetSide::unknown && to.side != StreetSide::unknown;
    auto sides = opposite ? SidesOfStep::opposite : SidesOfStep::same_or_unknown;
    auto centimeters = static_cast<std::int32_t>(disliked_meters(streets, sides, habits) * 100);
    if (streets != StreetsOfStep::same) return centimeters;
    return centimeters + std::min(std::abs(from.number - to.number), 500);
}

/// The way from one end to the other, found as a way around: a stop that does not exist joins the ends,
/// beside which no other stop pays.
std::vector<int> way_between(std::vector<std::int32_t> matrix, int count, const Ends& ends,
                             const Budget& budget) {
    std::int32_t far = *std::max_element(matrix.begin(), matrix.end()) * 4 + 1;
    int nowhere = count;
    std::vector<std::int32_t> wider(static_cast<std::size_t>(count + 1) * (count + 1), 0);
    for (int from = 0; from < count; ++from) {
        std::copy_n(matrix.begin() + static_cast<std::ptrdiff_t>(from) * count, count,
                    wider.begin() + static_cast<std::ptrdiff_t>(from) * (count + 1));
        bool is_end = ends.start == from || ends.end == from || (!ends.start && !ends.end);
        wider[static_cast<std::size_t>(from) * (count + 1) + nowhere] =
            wider[static_cast<std::size_t>(nowhere) * (count + 1) + from] = is_end ? 0 : far;
    }
    auto around = travelling_salesman(Distances(std::move(wider), count + 1), budget).order;
    auto at = std::find(around.begin(), around.end(), nowhere);
    std::rotate(around.begin(), at, around.end());
    around.erase(around.begin());
    bool backwards = ends.start ? around.front() != *ends.start
                     : ends.end ? around.back() != *ends.end
                                : around.front() > around.back();
    if (backwards) std::reverse(around.begin(), around.end());
    return around;
}

}  // namespace

std::vector<int> street_order(const std::vector<Building>& buildings, const Ground& ground,
                              const std::vector<int>& chosen, const Ends& ends, const Habits& habits,
                              const Budget& budget) {
    // In the order of the list, so that of two ways around the same is taken whoever asks.
    auto sites = chosen;
    std::sort(sites.begin(), sites.end());
    Ends local;
    auto add_end = [&](std::optional<int> site) -> std::optional<int> {
        if (!site) return std::nullopt;
        auto known =
            std::find(sites.begin() + static_cast<std::ptrdiff_t>(chosen.size()), sites.end(), *site);
        auto at = static_cast<int>(known - sites.begin());
        if (known == sites.end()) sites.push_back(*site);
        return at;
    };
    local.start = add_end(ends.start);
    local.end = add_end(ends.end);
    auto count = static_cast<int>(sites.size());
    if (count == 0) return {};
    std::vector<std::int32_t> matrix(sites.size() * sites.size(), 0);
    auto houses = static_cast<int>(buildings.size());
    for (int from = 0; from < count; ++from)
        for (int to = 0; to < count; ++to) {
            auto& way = matrix[static_cast<std::size_t>(from) * count + to];
            if (from == to) continue;
            way = ground.between(sites[from], sites[to]);
            if (sites[from] < houses && sites[to] < houses)
                way += dislike(buildings[sites[from]], buildings[sites[to]], habits);
        }
    std::vector<int> order;
    if (local.start && local.start == local.end) {
        order = travelling_salesman(Distances(std::move(matrix), count), budget).order;
        std::rotate(order.begin(), std::find(order.begin(), order.end(), *local.start), order.end());
        // Of the two ways around, that which begins with the earlier of its two first doors.
        if (order.size() > 2 && order[1] > order.back()) std::reverse(order.begin() + 1, order.end());
    } else {
        order = way_between(std::move(matrix), count, local, budget);
    }
    std::vector<int> walked;
    for (int at : order)
        if (at < static_cast<int>(chosen.size())) walked.push_back(sites[at]);
    return walked;
}

std::vector<int> order_of_many(const std::vector<Building>& buildings,
                               const std::optional<geography::Coordinates>& start, double detour,
                               const Budget& budget) {
    geography::LocalPlane plane(*buildings.front().place);
    double center = buildings.front().place->longitude;
    std::vector<Point> points;
    auto add = [&](geography::Coordinates place) {
        place.longitude = center + std::remainder(place.longitude - center, 360.0);
        auto at = plane.project(place);
        points.push_back({at.east * 100 * detour, at.north * 100 * detour});
    };
    for (const auto& building : buildings)
        add(*building.place);
    auto count = static_cast<int>(buildings.size());
    if (start) add(*start);
    Distances distances(std::move(points), Metric::euclidean);
    auto order = travelling_salesman(distances, budget).order;
    if (start) {
        std::rotate(order.begin(), std::find(order.begin(), order.end(), count), order.end());
        order.erase(order.begin());
        return order;
    }
    int longest = 0;
    auto way = [&](int at) { return distances.between(order[at == 0 ? count - 1 : at - 1], order[at]); };
    for (int at = 1; at < count; ++at)
        if (way(at) > way(longest)) longest = at;
    std::rotate(order.begin(), order.begin() + longest, order.end());
    return order;
}

}  // namespace wallchart::route
