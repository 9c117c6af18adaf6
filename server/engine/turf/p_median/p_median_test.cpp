// The capacitated p-median on problems whose answer is plain, and on files that have none.

#include "engine/turf/p_median/solve.h"

#include <gtest/gtest.h>

namespace wallchart::turf::p_median {
namespace {

/// Two heaps of three places each.
const std::string two_heaps = "1 4\n6 2 3\n1 0 0 1\n2 1 0 1\n3 2 0 1\n4 100 0 1\n5 101 0 1\n6 102 0 1\n";

TEST(PMedian, TakesTheMiddlesOfTwoHeaps) {
    auto problem = read_problem(two_heaps);
    ASSERT_TRUE(problem);
    Random random(1);
    auto solution = solve(*problem, random, {.iterations = 200});
    ASSERT_TRUE(solution);
    EXPECT_EQ(solution->cost, 4);
    EXPECT_TRUE(fits(*problem, *solution));
    EXPECT_EQ(solution_text(*problem, *solution), "median 2: 1 2 3\nmedian 5: 4 5 6\n");
}

TEST(PMedian, SendsAPlaceFarWhereThereIsNoRoom) {
    // Four places in one heap, room for three at each median.
    auto problem = read_problem("1 0 6 2 3  1 0 0 1  2 1 0 1  3 2 0 1  4 3 0 1  5 101 0 1  6 102 0 1");
    ASSERT_TRUE(problem);
    Random random(1);
    auto solution = solve(*problem, random, {.iterations = 200});
    ASSERT_TRUE(solution);
    EXPECT_TRUE(fits(*problem, *solution));
    EXPECT_EQ(solution->cost, 2 + 1 + 98);
}

TEST(PMedian, HasOneOrAllPlacesAsMedians) {
    for (const char* text : {"1 0 1 1 5 1 3 3 5", "1 0 3 3 5 1 0 0 5 2 1 1 5 3 2 2 5"}) {
        auto problem = read_problem(text);
        ASSERT_TRUE(problem);
        Random random(1);
        auto solution = solve(*problem, random, {.iterations = 50});
        ASSERT_TRUE(solution);
        EXPECT_EQ(solution->cost, 0);
    }
}

TEST(PMedian, RefusesWhatHasNoAnswer) {
    for (const char* text : {"", "x", "1 0\n2 3 5\n1 0 0 1\n2 0 0 1\n", "1 0\n1 1 5\n1 0 0 6\n",
                             "1 0\n3 1 5\n1 0 0 2\n2 0 0 2\n3 0 0 2\n", "1 0\n2 1 5\n1 0 0 1\n",
                             "1 0\n1 1 5\n1 nan 0 1\n", "1 0\n1000000000 1 5\n"}) {
        EXPECT_FALSE(read_problem(text)) << text;
    }
    EXPECT_NE(read_problem("1 0\n1 1 5\n1 0 0 6\n").error().message.find("Line 3"), std::string::npos);
    // It adds up, and yet no two of these fit together.
    auto problem = read_problem("1 0 3 2 5 1 0 0 3 2 0 0 3 3 0 0 3");
    ASSERT_TRUE(problem);
    Random random(1);
    EXPECT_FALSE(solve(*problem, random, {.iterations = 100}));
}

}  // namespace
}  // namespace wallchart::turf::p_median
