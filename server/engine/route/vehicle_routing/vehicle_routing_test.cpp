#include "core/random.h"
#include "engine/route/vehicle_routing/solve.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace wallchart::route {
namespace {

/// Customers around a depot, and windows for some where they are asked for.
RoutingProblem some_problem(int count, std::uint64_t seed, bool timed, Goal goal) {
    Random random(seed);
    std::vector<Point> points;
    std::vector<Demand> demands(count);
    for (int at = 0; at < count; ++at) {
        points.push_back({static_cast<double>(random.below(100)), static_cast<double>(random.below(100))});
        if (at == 0) continue;
        demands[at].amount = random.between(1, 20);
        if (!timed || random.chance(0.3)) continue;
        demands[at].service = 10;
        demands[at].open = random.between(150, 400);
        demands[at].close = demands[at].open + random.between(20, 80);
    }
    if (timed) demands[0].close = 1000;
    RoutingProblem problem{Distances(std::move(points), Metric::euclidean_up), std::move(demands), 60};
    problem.goal = goal;
    return problem;
}

Length length_of(const RoutingProblem& problem, const Routes& answer) {
    Length length = 0;
    for (const auto& route : answer.routes) {
        int at = 0;
        for (int stop : route) {
            length += problem.distances.between(at, stop);
            at = stop;
        }
        length += problem.distances.between(at, 0);
    }
    return length;
}

RC_GTEST_PROP(VehicleRouting, ServesEachOnceWithinRoomAndTime, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    bool timed = *rc::gen::arbitrary<bool>();
    auto goal = *rc::gen::element(Goal::length, Goal::vehicles_then_length);
    auto problem = some_problem(*rc::gen::inRange(1, 60), seed, timed, goal);
    Budget budget{.rounds = 300, .seed = seed};
    auto answer = vehicle_routing(problem, budget);
    RC_ASSERT(answer.unserved.empty());
    RC_ASSERT(faulty_stops(problem, answer).empty());
    RC_ASSERT(answer.length == length_of(problem, answer));
    RC_ASSERT(vehicle_routing(problem, budget).routes == answer.routes);
}

RC_GTEST_PROP(VehicleRouting, LeavesOverWhatFewVehiclesCannotServe, ()) {
    auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    auto problem = some_problem(*rc::gen::inRange(2, 40), seed, true, Goal::length);
    problem.vehicles = *rc::gen::inRange(1, 4);
    auto answer = vehicle_routing(problem, {.rounds = 200, .seed = seed});
    RC_ASSERT(static_cast<int>(answer.routes.size()) <= problem.vehicles);
    RC_ASSERT(faulty_stops(problem, answer).empty());
    RC_ASSERT(answer.length == length_of(problem, answer));
}

TEST(VehicleRouting, IsNeverWorseWithMoreRounds) {
    auto problem = some_problem(60, 7, false, Goal::length);
    auto first = vehicle_routing(problem, {.rounds = 0}).length;
    auto later = vehicle_routing(problem, {.rounds = 3000}).length;
    EXPECT_LT(later, first);
}

TEST(VehicleRouting, SavesVehiclesFirstWhereTheyCount) {
    // A wide circle and loads of a third: two vehicles carry all, though four short ways would too.
    std::vector<Point> points{{0, 0}, {100, 0}, {0, 100}, {-100, 0}, {0, -100}, {100, 5}, {-5, -100}};
    std::vector<Demand> demands(points.size());
    for (std::size_t at = 1; at < demands.size(); ++at)
        demands[at].amount = 20;
    RoutingProblem problem{Distances(points, Metric::euclidean), demands, 60};
    problem.goal = Goal::vehicles_then_length;
    auto answer = vehicle_routing(problem, {.rounds = 2000});
    EXPECT_EQ(answer.routes.size(), 2U);
    EXPECT_TRUE(faulty_stops(problem, answer).empty());
}

TEST(VehicleRouting, SaysWhoCannotBeServed) {
    std::vector<Point> points{{0, 0}, {10, 0}, {50, 0}, {90, 0}};
    std::vector<Demand> demands(4);
    demands[0].close = 120;
    demands[1].amount = 70;
    demands[2].close = 40;
    auto found = impossible_stops({Distances(points, Metric::euclidean), demands, 60});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].why, Hindrance::too_much);
    EXPECT_EQ(found[1].why, Hindrance::too_late);
    EXPECT_EQ(found[2].why, Hindrance::back_too_late);
}

TEST(VehicleRouting, GoesAnotherWayBackWhereThatIsShorter) {
    // Around a one-way block: 0 to 1 to 2 to 3 and on, each step 1, backwards 10.
    std::vector<std::int32_t> matrix(25);
    for (int from = 0; from < 5; ++from)
        for (int to = 0; to < 5; ++to)
            matrix[from * 5 + to] = from == to ? 0 : (from + 1) % 5 == to ? 1 : 10;
    RoutingProblem problem{Distances(matrix, 5), std::vector<Demand>(5)};
    problem.vehicles = 1;
    auto answer = vehicle_routing(problem, {.rounds = 500});
    EXPECT_EQ(answer.length, 5);
    EXPECT_EQ(answer.routes, (std::vector<std::vector<int>>{{1, 2, 3, 4}}));
}

}  // namespace
}  // namespace wallchart::route
