// Rows of houses, what is exchanged of them, and the chains that bring turf within their bounds.

#include "engine/turf/balance.h"
#include "engine/turf/improve_rows.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace wallchart::turf {
namespace {

constexpr std::size_t near_each = 8;

/// Stops on a plane without barriers, each of weight 1.
struct Ground {
    explicit Ground(std::vector<Stop> all)
        : stops(std::move(all)), none({}, geography::LocalPlane({41, -96}), {}), walk(stops, none) {
        for (auto& stop : stops)
            stop.clear = 1e6;
        weights.assign(stops.size(), 1);
        numbers.resize(stops.size());
        std::iota(numbers.begin(), numbers.end(), 0U);
    }
    std::vector<Weight> one_each() const { return std::vector<Weight>(stops.size(), Weight{.size = 1}); }
    std::vector<Stop> stops;
    Barriers none;
    Walk walk;
    std::vector<double> weights;
    std::vector<std::uint32_t> numbers;
};

Stop house(double east, double north, std::uint32_t street = no_street, std::int32_t number = 0) {
    Stop stop;
    stop.at = {east, north};
    stop.street = street;
    stop.number = number;
    return stop;
}

/// `count` houses in a square heap, ten meters apart.
void add_heap(std::vector<Stop>& stops, int count, double east) {
    int side = 1;
    while (side * side < count)
        ++side;
    for (int at = 0; at < count; ++at)
        stops.push_back(house(east + at % side * 10, at / side * 10));
}

TEST(Rows, AreHousesOfOneSideOfAStreet) {
    std::vector<Stop> stops;
    for (int at = 0; at < 20; ++at)
        stops.push_back(house(at / 2 * 16, at % 2 * 30, 0, at + 1));
    Ground ground(stops);
    auto rows = join_rows(ground.walk, ground.weights, ground.numbers,
                          links_to_nearest(find_neighbours(ground.walk, near_each), ground.numbers),
                          {.stops = 10, .weight = 10});
    ASSERT_EQ(rows.size(), 2U);
    for (const auto& row : rows) {
        EXPECT_EQ(row.stops.size(), 10U);
        EXPECT_EQ(row.weight, 10);
        EXPECT_DOUBLE_EQ(row.meters, 9 * 16);
        for (auto stop : row.stops)
            EXPECT_EQ(stop % 2, row.stops.front() % 2);
    }
}

RC_GTEST_PROP(RowsProperties, ArePartsWithinTheirLimits, ()) {
    std::vector<Stop> stops;
    auto count = *rc::gen::inRange(1, 80);
    for (int at = 0; at < count; ++at)
        stops.push_back(house(*rc::gen::inRange(0, 300), *rc::gen::inRange(0, 300)));
    Ground ground(stops);
    for (auto& weight : ground.weights)
        weight = *rc::gen::inRange(0, 5);
    RowLimits limits{static_cast<std::size_t>(*rc::gen::inRange(1, 12)),
                     static_cast<double>(*rc::gen::inRange(1, 12))};
    std::vector<int> met(stops.size(), 0);
    for (const auto& row :
         join_rows(ground.walk, ground.weights, ground.numbers,
                   links_to_nearest(find_neighbours(ground.walk, near_each), ground.numbers), limits)) {
        double weight = 0, meters = 0;
        for (std::size_t at = 0; at < row.stops.size(); ++at) {
            ++met.at(row.stops[at]);
            weight += ground.weights[row.stops[at]];
            if (at > 0) meters += ground.walk.meters(row.stops[at - 1], row.stops[at]);
        }
        RC_ASSERT(row.stops.size() == 1 || (row.stops.size() <= limits.stops && weight <= limits.weight));
        RC_ASSERT(std::abs(row.weight - weight) < 1e-9);
        RC_ASSERT(std::abs(row.meters - meters) < 1e-9);
    }
    RC_ASSERT(std::ranges::all_of(met, [](int times) { return times == 1; }));
}

RC_GTEST_PROP(RowsProperties, LeaveRingsWholeWhenTheyAreExchanged, ()) {
    std::vector<Stop> stops;
    auto count = *rc::gen::inRange(4, 80);
    for (int at = 0; at < count; ++at)
        stops.push_back(house(*rc::gen::inRange(0, 400), *rc::gen::inRange(0, 400)));
    Ground ground(stops);
    Tours tours(ground.walk, ground.one_each(), 0);
    auto parts = *rc::gen::inRange(1, 4);
    double most = count / parts + 2;
    for (int part = 0; part < parts; ++part) {
        std::vector<std::uint32_t> order;
        for (auto stop : ground.numbers)
            if (static_cast<int>(stop) * parts / count == part) order.push_back(stop);
        tours.add(order, {0, most});
    }
    Random random(*rc::gen::inRange(0, 1000));
    RowLimits limits{static_cast<std::size_t>(*rc::gen::inRange(1, 10)), 10};
    improve_rows(tours, find_neighbours(ground.walk, near_each), ground.none, limits, random,
                 {.moves = 20.0 * count, .load_cost = 1e6});
    std::vector<int> met(stops.size(), 0);
    for (std::uint32_t tour = 0; tour < tours.size(); ++tour) {
        auto order = tours.order(tour);
        RC_ASSERT(order.size() == tours.count(tour));
        RC_ASSERT(std::abs(tours.meters(tour) - round_trip(ground.walk, order)) < 1e-6);
        RC_ASSERT(tours.beyond(tour) <= 1e-9);
        for (auto stop : order) {
            ++met.at(stop);
            RC_ASSERT(tours.tour_of(stop) == tour);
        }
    }
    RC_ASSERT(std::ranges::all_of(met, [](int times) { return times == 1; }));
}

TEST(Balance, PassesHousesOnAlongAChainOfTurf) {
    // Four heaps two kilometers apart in a line; what the first lacks only the last can give.
    std::vector<Stop> stops;
    std::vector<int> heaps{7, 10, 10, 13};
    for (std::size_t at = 0; at < heaps.size(); ++at)
        add_heap(stops, heaps[at], static_cast<double>(at) * 2000);
    Ground ground(stops);
    Tours tours(ground.walk, ground.one_each(), 0);
    std::uint32_t next = 0;
    for (int heap : heaps) {
        std::vector<std::uint32_t> order(static_cast<std::size_t>(heap));
        std::iota(order.begin(), order.end(), next);
        next += static_cast<std::uint32_t>(heap);
        tours.add(order, {10, 11});
    }
    auto neighbours = find_neighbours(ground.walk, 5);
    balance(tours, neighbours, {}, 1000);
    EXPECT_EQ(tours.count(0), 7U) << "no chain is as short as that";
    balance(tours, neighbours, {}, 100'000);
    for (std::uint32_t tour = 0; tour < tours.size(); ++tour) {
        EXPECT_EQ(tours.count(tour), 10U);
        EXPECT_EQ(tours.order(tour).size(), 10U);
        EXPECT_NEAR(tours.meters(tour), round_trip(ground.walk, tours.order(tour)), 1e-6);
    }
}

TEST(Balance, LeavesWhatIsSettled) {
    std::vector<Stop> stops;
    add_heap(stops, 4, 0);
    add_heap(stops, 8, 100);
    Ground ground(stops);
    Tours tours(ground.walk, ground.one_each(), 0);
    tours.add(std::vector<std::uint32_t>{0, 1, 2, 3}, {5, 7});
    tours.add(std::vector<std::uint32_t>{4, 5, 6, 7, 8, 9, 10, 11}, {0, 12});
    std::vector<std::uint8_t> settled(stops.size(), 1);
    balance(tours, find_neighbours(ground.walk, 7), settled, 10'000);
    EXPECT_EQ(tours.count(0), 4U);
    settled[7] = 0;
    balance(tours, find_neighbours(ground.walk, 7), settled, 10'000);
    EXPECT_EQ(tours.count(0), 5U);
    EXPECT_EQ(tours.tour_of(7), 0U);
}

}  // namespace
}  // namespace wallchart::turf
