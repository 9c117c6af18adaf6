// Problems of TSPLIB and CVRPLIB with known optima, within so many rounds rather than seconds, so that the
// answer is the same on every machine. bench/route.py measures the seconds. The data is not part of the
// project.
#include "core/text.h"
#include "engine/route/literature/tsplib.h"
#include "engine/route/travelling_salesman/solve.h"
#include "engine/route/vehicle_routing/solve.h"

#include <boost/json.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace wallchart::route {
namespace {

namespace fs = std::filesystem;

fs::path routing() {
    const char* told = std::getenv("CONFORMANCE_DATA");
    return (told ? fs::path(told) : fs::path(WALLCHART_SOURCE) / "../shared/data") / "routing";
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The best known cost of each problem of a file.
boost::json::object best_known(const char* file) {
    return boost::json::parse(text_of(routing() / file)).as_object();
}

double gap(const boost::json::object& known, const fs::path& path, Length length) {
    auto best = known.at(path.stem().string()).at("best_known_cost").to_number<double>();
    return (static_cast<double>(length) - best) / best;
}

TEST(RouteConformance, IsNearTheOptimaOfTsplib) {
    if (!fs::exists(routing() / "tsplib")) GTEST_SKIP() << "no data";
    auto known = best_known("BKS_TSP.json");
    double sum = 0;
    int count = 0;
    for (const auto& entry : std::set<fs::path>(fs::directory_iterator(routing() / "tsplib"), {})) {
        if (entry.extension() != ".tsp") continue;
        auto problem = read_tsplib(text_of(entry));
        ASSERT_TRUE(problem) << entry << problem.error().message;
        auto around = travelling_salesman(problem->distances, {.rounds = 1000});
        EXPECT_EQ(around.length, problem->distances.around(around.order));
        EXPECT_EQ(std::set<int>(around.order.begin(), around.order.end()).size(),
                  static_cast<std::size_t>(problem->distances.count()));
        double each = gap(known, entry, around.length);
        EXPECT_GE(each, 0) << entry << ": shorter than the optimum";
        EXPECT_LT(each, 0.08) << entry;
        sum += each;
        ++count;
    }
    ASSERT_GT(count, 0);
    EXPECT_LT(sum / count, 0.015);
}

TEST(RouteConformance, IsNearTheBestKnownOfCvrplib) {
    if (!fs::exists(routing() / "cvrp")) GTEST_SKIP() << "no data";
    auto known = best_known("BKS_CVRP.json");
    double sum = 0;
    int count = 0;
    for (const char* set : {"A", "B"})
        for (const auto& entry : std::set<fs::path>(fs::directory_iterator(routing() / "cvrp" / set), {})) {
            auto problem = read_cvrplib(text_of(entry));
            ASSERT_TRUE(problem) << entry << problem.error().message;
            auto answer = vehicle_routing(*problem, {.rounds = 10'000});
            EXPECT_TRUE(answer.unserved.empty()) << entry;
            EXPECT_TRUE(faulty_stops(*problem, answer).empty()) << entry;
            double each = gap(known, entry, answer.length);
            EXPECT_LT(each, 0.05) << entry;
            sum += std::max(each, 0.0);
            ++count;
        }
    ASSERT_GT(count, 0);
    EXPECT_LT(sum / count, 0.01);
}

}  // namespace
}  // namespace wallchart::route
