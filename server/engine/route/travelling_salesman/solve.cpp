#include "engine/route/travelling_salesman/solve.h"

#include "core/random.h"
#include "engine/route/travelling_salesman/greedy_edges.h"
#include "engine/route/travelling_salesman/lin_kernighan.h"

#include <algorithm>
#include <numeric>

namespace wallchart::route {
namespace {

constexpr int neighbours_tried = 8;
constexpr int of_each_quadrant = 2;
constexpr int few = 8;          // up to here every order is tried
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

}  // namespace

Around travelling_salesman(const Distances& all, const Budget& budget) {
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

}  // namespace wallchart::route
