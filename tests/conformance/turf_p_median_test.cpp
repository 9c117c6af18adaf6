// The OR-Library's capacitated p-median problems against the best costs known. The data is not part of the
// project. By a number of tries rather than by the clock, so that a busy machine changes nothing.
#include "engine/turf/p_median/solve.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace wallchart::turf::p_median {
namespace {

TEST(TurfConformance, PMedianIsWithinHalfAPercentOfTheBestKnown) {
    const char* told = std::getenv("CONFORMANCE_DATA");
    auto data =
        told ? std::filesystem::path(told) : std::filesystem::path(WALLCHART_SOURCE) / "../shared/data";
    auto folder = data / "routing/capacitated_p_median";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
    double gaps = 0;
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        auto problem = read_problem(text);
        ASSERT_TRUE(problem) << entry.path() << problem.error().message;
        Random random(1);
        auto solution = solve(*problem, random, {.iterations = 5000});
        ASSERT_TRUE(solution) << entry.path();
        EXPECT_TRUE(fits(*problem, *solution)) << entry.path();
        std::int64_t cost = 0;
        for (std::uint32_t place = 0; place < problem->places.size(); ++place)
            cost += problem->distance(place, solution->median_of[place]);
        EXPECT_EQ(cost, solution->cost) << entry.path();
        EXPECT_GE(cost, problem->best_known) << entry.path();
        gaps += static_cast<double>(cost - problem->best_known) / static_cast<double>(problem->best_known);
        ++count;
    }
    ASSERT_GT(count, 0);
    EXPECT_LE(gaps / count, 0.005);
}

}  // namespace
}  // namespace wallchart::turf::p_median
