#include "core/random.h"
#include "engine/route/nearest_neighbours.h"
#include "engine/route/travelling_salesman/greedy_edges.h"
#include "engine/route/travelling_salesman/lin_kernighan.h"
#include "engine/route/travelling_salesman/solve.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace wallchart::route {
namespace {

/// Stops as chance has them, a third of them crowded in one place, some at the very same one.
std::vector<Point> some_points(int count, std::uint64_t seed) {
    Random random(seed);
    std::vector<Point> points;
    for (int at = 0; at < count; ++at) {
        bool crowded = random.chance(0.3);
        points.push_back({static_cast<double>(random.below(crowded ? 4 : 1000)),
                          static_cast<double>(random.below(crowded ? 4 : 1000))});
    }
    return points;
}

bool each_once(std::vector<int> order, int count) {
    std::sort(order.begin(), order.end());
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    return order == all;
}

/// The shortest way around by trying every set of stops and its last (Bellman, Held and Karp 1962).
Length shortest_around(const Distances& distances) {
    int count = distances.count() - 1;
    constexpr Length none = 1'000'000'000;
    std::vector<std::vector<Length>> best(std::size_t{1} << count, std::vector<Length>(count, none));
    for (int last = 0; last < count; ++last)
        best[std::size_t{1} << last][last] = distances.between(0, last + 1);
    for (std::size_t set = 1; set < best.size(); ++set)
        for (int last = 0; last < count; ++last)
            for (int next = 0; next < count; ++next) {
                auto more = set | std::size_t{1} << next;
                if (more == set || best[set][last] == none) continue;
                best[more][next] =
                    std::min(best[more][next], best[set][last] + distances.between(last + 1, next + 1));
            }
    Length shortest = none;
    for (int last = 0; last < count; ++last)
        shortest = std::min(shortest, best.back()[last] + distances.between(last + 1, 0));
    return shortest;
}

TEST(TravellingSalesman, TakesFewStopsOrNone) {
    for (int count = 0; count <= 9; ++count) {
        Distances distances(some_points(count, 5), Metric::euclidean);
        auto around = travelling_salesman(distances, {.rounds = 50});
        EXPECT_TRUE(each_once(around.order, count)) << count;
        EXPECT_EQ(around.length, distances.around(around.order));
        EXPECT_TRUE(count == 0 || around.order.front() == 0);
    }
}

TEST(TravellingSalesman, TakesStopsAtOnePlaceAndOnOneLine) {
    Distances same(std::vector<Point>(500, Point{3, 3}), Metric::euclidean);
    EXPECT_EQ(travelling_salesman(same, {.rounds = 50}).length, 0);
    std::vector<Point> line;
    for (int at = 0; at < 1500; ++at)
        line.push_back({static_cast<double>(at * 7 % 1500), 0});
    EXPECT_EQ(travelling_salesman(Distances(line, Metric::euclidean), {.rounds = 50}).length, 2 * 1499);
}

RC_GTEST_PROP(TravellingSalesman, FindsTheShortestWayAroundTwelveStops, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    auto count = *rc::gen::inRange(2, 13);
    Distances distances(some_points(count, seed), Metric::euclidean);
    auto around = travelling_salesman(distances, {.rounds = 300, .seed = seed});
    RC_ASSERT(around.length == shortest_around(distances));
}

RC_GTEST_PROP(TravellingSalesman, VisitsEachStopOnceAndNeverGrowsLonger, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    auto count = *rc::gen::inRange(9, 400);
    bool as_matrix = *rc::gen::arbitrary<bool>();
    Distances distances(some_points(count, seed), Metric::euclidean_up);
    if (as_matrix) {
        std::vector<std::int32_t> matrix;
        for (int from = 0; from < count; ++from)
            for (int to = 0; to < count; ++to)
                matrix.push_back(static_cast<std::int32_t>(distances.between(from, to)));
        distances = Distances(std::move(matrix), count);
    }
    auto start = greedy_edges(distances, NeighbourLists(distances, 8));
    RC_ASSERT(each_once(start, count));
    auto some = travelling_salesman(distances, {.rounds = 0, .seed = seed});
    auto more = travelling_salesman(distances, {.rounds = 60, .seed = seed});
    RC_ASSERT(each_once(more.order, count));
    RC_ASSERT(more.length == distances.around(more.order));
    RC_ASSERT(some.length <= distances.around(start));
    RC_ASSERT(more.length <= some.length);
    RC_ASSERT(travelling_salesman(distances, {.rounds = 60, .seed = seed}).order == more.order);
}

RC_GTEST_PROP(TravellingSalesman, ShortensTheOrderThatThereIs, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    auto count = *rc::gen::inRange(2, 60);
    Distances distances(some_points(count, seed), Metric::euclidean);
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    auto around = shorten_around(distances, order);
    RC_ASSERT(each_once(around.order, count));
    RC_ASSERT(around.length == distances.around(around.order));
    RC_ASSERT(around.length <= distances.around(order));
    if (count <= 5) RC_ASSERT(around.length == shortest_around(distances));
    // It looks again only where something changed, so that a second search may find more, but never less.
    RC_ASSERT(shorten_around(distances, around.order).length <= around.length);
}

RC_GTEST_PROP(LinKernighan, TakesAShuffleBackWholly, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    auto count = *rc::gen::inRange(9, 80);
    Distances distances(some_points(count, seed), Metric::euclidean);
    auto neighbours = NeighbourLists::by_quadrants(distances, 8, 2);
    std::vector<int> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    LinKernighan search(distances, neighbours, numbers);
    auto before = search.length();
    Random random(seed);
    search.mark();
    int from = static_cast<int>(random.below(count)), middle = from + 1 + static_cast<int>(random.below(3));
    search.exchange_parts(from, middle, middle + 1 + static_cast<int>(random.below(3)));
    RC_ASSERT(search.length() == distances.around(search.tour().order()));
    search.search([] { return false; });
    RC_ASSERT(search.length() == distances.around(search.tour().order()));
    search.take_back();
    RC_ASSERT(search.length() == before);
    RC_ASSERT(distances.around(search.tour().order()) == before);
}

RC_GTEST_PROP(NeighbourLists, AreThoseOfALookAtAllOthers, ()) {
    auto count = *rc::gen::inRange(1, 200);
    Distances distances(some_points(count, *rc::gen::inRange<std::uint64_t>(1, 1000)), Metric::euclidean);
    NeighbourLists neighbours(distances, 6);
    const auto& points = distances.points();
    auto square = [&](int a, int b) {
        double x = points[a].x - points[b].x, y = points[a].y - points[b].y;
        return x * x + y * y;
    };
    for (int stop = 0; stop < count; ++stop) {
        std::vector<std::pair<double, int>> all;
        for (int other = 0; other < count; ++other)
            if (other != stop) all.emplace_back(square(stop, other), other);
        std::sort(all.begin(), all.end());
        auto found = neighbours.of(stop);
        for (std::size_t at = 0; at < found.size(); ++at)
            RC_ASSERT(found[at] == all[at].second);
    }
}

TEST(NeighbourLists, KnowTheNextClusterByQuadrants) {
    // Two clusters: of the nearest eight none lies in the other one.
    std::vector<Point> points;
    for (int at = 0; at < 40; ++at)
        points.push_back({at % 2 == 0 ? at * 0.1 : 1000 + at * 0.1, static_cast<double>(at % 7)});
    Distances distances(points, Metric::euclidean);
    auto neighbours = NeighbourLists::by_quadrants(distances, 8, 2);
    auto near = neighbours.of(38);  // the easternmost of the west
    EXPECT_EQ(near.size(), 8U);
    EXPECT_TRUE(std::any_of(near.begin(), near.end(), [](int other) { return other % 2 == 1; }));
    NeighbourLists nearest(distances, 8);
    auto plain = nearest.of(38);
    EXPECT_TRUE(std::none_of(plain.begin(), plain.end(), [](int other) { return other % 2 == 1; }));
}

}  // namespace
}  // namespace wallchart::route
