#include "engine/route/travelling_salesman/solve.h"

#include "core/random.h"
#include "engine/route/travelling_salesman/greedy_edges.h"
#include "engine/route/travelling_salesman/lin_kernighan.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wallchart::route {
namespace {

constexpr int neighbours_tried = 8;
constexpr int of_each_quadrant = 2;
constexpr int few = 8;          // up to here every order is tried
constexpr int very_few = 5;     // the same, where there are many such ways around
constexpr int part_limit = 30;  // stops in each of the two parts that a shuffle exchanges

/// Every order of a few stops.
Around all_orders(const Distances& distances) {
    std::vector<int> order(distances.count());
    std::iota(order.begin(), order.end(), 0);
    Around best{order, distances.around(order)};
    if (order.size() < 4) return best;
    while (std::next_permutation(order.begin() + 1, order.end())) {
        Length length = distances.around(order);
        if (length < best.length) best = {order, length};
    }
    return best;
}

void shuffle_a_part(LinKernighan& search, Random& random) {
    int count = search.tour().count();
    int limit = std::min(part_limit, (count - 2) / 2);
    int from = static_cast<int>(random.below(count));
    int middle = from + random.between(1, limit);
    search.exchange_parts(from, middle, middle + random.between(1, limit));
}

/// Stops at one and the same place, each place once, in the order of the stops.
std::vector<std::vector<int>> by_place(const std::vector<Point>& points) {
    std::vector<int> order(points.size());
    std::iota(order.begin(), order.end(), 0);
    auto key = [&](int stop) { return std::tuple(points[stop].x, points[stop].y, stop); };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
    std::vector<std::vector<int>> places;
    for (int stop : order) {
        if (places.empty() || points[places.back().front()] != points[stop]) places.emplace_back();
        places.back().push_back(stop);
    }
    std::sort(places.begin(), places.end());
    return places;
}

Around search_around(const Distances& all, const Budget& budget) {
    if (all.count() <= few) return all_orders(all);
    NeighbourLists near(all, neighbours_tried);
    // Stops that follow each other get numbers that do, so that what is near lies near in memory.
    auto order = greedy_edges(all, near);
    auto distances = all.renumbered(order);
    auto neighbours = NeighbourLists::by_quadrants(distances, neighbours_tried, of_each_quadrant);
    std::vector<int> numbers(order.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    LinKernighan search(distances, neighbours, numbers);
    for (int stop : numbers)
        search.wake(stop);
    Progress progress(budget, 8);
    search.search([&] { return progress.time_is_over(); });
    Random random(budget.seed);
    while (progress.next()) {
        Length before = search.length();
        search.mark();
        shuffle_a_part(search, random);
        search.search([] { return false; });
        if (search.length() > before) search.take_back();
    }
    Around answer{{}, search.length()};
    answer.order.reserve(order.size());
    int start = 0;
    while (order[search.tour().at(start)] != 0)
        ++start;
    for (int at = 0; at < all.count(); ++at)
        answer.order.push_back(order[search.tour().at((start + at) % all.count())]);
    return answer;
}

}  // namespace

Around travelling_salesman(const Distances& distances, const Budget& budget) {
    const auto& points = distances.points();
    auto places = by_place(points);
    if (places.size() == points.size()) return search_around(distances, budget);
    // A hundred stops at one place have only each other for neighbours: they are searched as one, and walked
    // together.
    std::vector<int> first;
    first.reserve(places.size());
    for (const auto& place : places)
        first.push_back(place.front());
    Around answer;
    for (int place : search_around(distances.renumbered(first), budget).order)
        answer.order.insert(answer.order.end(), places[place].begin(), places[place].end());
    answer.length = distances.around(answer.order);
    return answer;
}

Around shorten_around(const Distances& distances, std::vector<int> order) {
    if (distances.count() <= very_few) return all_orders(distances);
    NeighbourLists near(distances, neighbours_tried);
    LinKernighan search(distances, near, std::move(order));
    for (int stop : search.tour().order())
        search.wake(stop);
    search.search([] { return false; });
    return {search.tour().order(), search.length()};
}

}  // namespace wallchart::route
