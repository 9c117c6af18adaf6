#include "engine/route/literature/solomon.h"
#include "engine/route/literature/tsplib.h"
#include "engine/route/travelling_salesman/solve.h"
#include "engine/route/vehicle_routing/solve.h"

#include <gtest/gtest.h>

namespace wallchart::route {
namespace {

Distances read(const std::string& type, const std::string& body, int count = 3) {
    auto problem = read_tsplib("NAME: x\nTYPE : TSP\nDIMENSION: " + std::to_string(count) +
                               "\nEDGE_WEIGHT_TYPE : " + type + "\n" + body + "\nEOF\n");
    EXPECT_TRUE(problem) << problem.error().message;
    return problem ? problem->distances : Distances({}, Metric::euclidean);
}

TEST(Tsplib, RoundsEachMetricAsItsOwnPaperSays) {
    const std::string places = "NODE_COORD_SECTION\n1 0 0\n2 10 5\n3 0.4 0\n";
    EXPECT_EQ(read("EUC_2D", places).between(0, 1), 11);   // 11.18
    EXPECT_EQ(read("CEIL_2D", places).between(0, 1), 12);  // up
    EXPECT_EQ(read("ATT", places).between(0, 1), 4);       // 3.54, up
    EXPECT_EQ(read("EUC_2D", places).between(0, 2), 0);
    // 1° of latitude on the radius of TSPLIB, and 30 minutes written as .30.
    EXPECT_EQ(read("GEO", "NODE_COORD_SECTION\n1 10.00 20.00\n2 11.00 20.00\n3 10.30 20.00\n").between(0, 1),
              112);
    EXPECT_EQ(read("GEO", "NODE_COORD_SECTION\n1 10.00 20.00\n2 11.00 20.00\n3 10.30 20.00\n").between(0, 2),
              56);
}

TEST(Tsplib, ReadsEveryFormOfAMatrix) {
    for (const auto& [form, numbers] :
         {std::pair{"FULL_MATRIX", "0 1 2 1 0 3 2 3 0"}, std::pair{"UPPER_ROW", "1 2\n3"},
          std::pair{"LOWER_ROW", "1\n2 3"}, std::pair{"UPPER_DIAG_ROW", "0 1 2 0 3 0"},
          std::pair{"LOWER_DIAG_ROW", "0 1 0 2 3 0"}, std::pair{"UPPER_COL", "1 2 3"}}) {
        auto distances = read(
            "EXPLICIT", std::string("EDGE_WEIGHT_FORMAT: ") + form + "\nEDGE_WEIGHT_SECTION\n" + numbers);
        ASSERT_EQ(distances.count(), 3) << form;
        EXPECT_EQ(distances.between(0, 1), 1) << form;
        EXPECT_EQ(distances.between(2, 0), 2) << form;
        EXPECT_EQ(distances.between(1, 2), 3) << form;
    }
}

TEST(Tsplib, SaysWhichLineIsWrong) {
    auto fault = [](const std::string& text) {
        auto problem = read_tsplib(text);
        return problem ? std::string("read") : problem.error().message;
    };
    EXPECT_EQ(fault("DIMENSION: 2\nNODE_COORD_SECTION\n1 2\n"), "Line 3: 3 numbers are expected here.");
    EXPECT_EQ(fault("DIMENSION: 2\nNODE_COORD_SECTION\n1 2 x\n"), "Line 3: \"x\" is no number.");
    EXPECT_EQ(fault("DIMENSION: 2\nNODE_COORD_SECTION\n1 2 3\n"),
              "Line 3: the file ends after 1 of 2 stops.");
    EXPECT_EQ(fault("DIMENSION: 2\nNODE_COORD_SECTION\n1 2 3\n1 4 5\n"),
              "DIMENSION says 2, but 1 different places are listed.");
    EXPECT_EQ(fault("DIMENSION: many\n"), "Line 1: DIMENSION is not a count.");
    EXPECT_EQ(fault("DIMENSION: 9999999\n"), "At most 2,000,000 stops are read.");
    EXPECT_EQ(fault("TYPE: ATSP\n"), "Problems of type \"ATSP\" are not solved.");
    EXPECT_EQ(fault("EDGE_WEIGHT_TYPE: MAN_2D\n"),
              "Distances of type \"MAN_2D\" are not known: EUC_2D, CEIL_2D, ATT, GEO, EXPLICIT.");
    EXPECT_EQ(fault(""), "The file names no DIMENSION.");
}

TEST(Cvrplib, PutsTheDepotFirst) {
    auto problem = read_cvrplib(
        "TYPE: CVRP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nCAPACITY: 10\nDISTANCE: 40\nSERVICE_TIME: 3\n"
        "NODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 8\nDEMAND_SECTION\n1 4\n2 0\n3 "
        "6\nDEPOT_SECTION\n2\n-1\nEOF\n");
    ASSERT_TRUE(problem) << problem.error().message;
    EXPECT_EQ(problem->distances.between(1, 2), 10);
    EXPECT_EQ(problem->distances.between(0, 2), 5);
    EXPECT_EQ(problem->demands[1].amount, 4);
    EXPECT_EQ(problem->demands[2].amount, 6);
    EXPECT_EQ(problem->demands[1].service, 3);
    EXPECT_EQ(problem->demands[0].close, 40);
    EXPECT_EQ(vehicle_routing(*problem, {.rounds = 50}).length, 20);
    auto fault = read_cvrplib("DIMENSION: 1\nCAPACITY: 10\nNODE_COORD_SECTION\n1 0 0\n");
    EXPECT_EQ(fault.error().message, "Stop 1 has no demand in the DEMAND_SECTION.");
}

const std::string solomon_head =
    "C1\n\nVEHICLE\nNUMBER     CAPACITY\n  5   50\n\nCUSTOMER\nCUST NO.  XCOORD.  YCOORD.  "
    "DEMAND  READY TIME  DUE DATE  SERVICE TIME\n\n";

TEST(Solomon, KeepsWindowsAndSavesVehicles) {
    // Two clusters, east and west. In each the windows allow one order only: by their numbers.
    std::string text = solomon_head + "0 50 50 0 0 1000 0\n";
    for (int cluster = 0; cluster < 2; ++cluster)
        for (int at = 0; at < 4; ++at)
            text += std::to_string(cluster * 4 + at + 1) + " " + std::to_string(cluster == 0 ? 10 : 90) +
                    " " + std::to_string(50 + at % 2 * 3) + " 10 " + std::to_string(40 + at * 20) + " " +
                    std::to_string(50 + at * 20) + " 10\n";
    auto problem = read_solomon(text);
    ASSERT_TRUE(problem) << problem.error().message;
    auto answer = vehicle_routing(*problem, {.rounds = 2000});
    EXPECT_TRUE(answer.unserved.empty());
    EXPECT_TRUE(faulty_stops(*problem, answer).empty());
    ASSERT_EQ(answer.routes.size(), 2U);
    for (const auto& route : answer.routes)
        EXPECT_TRUE(std::is_sorted(route.begin(), route.end()));
    // Twice out 40, 3 and 3 and 3, and back by the hypotenuse.
    EXPECT_NEAR(static_cast<double>(answer.length) / solomon_scale, 2 * (40 + 9 + std::hypot(40, 3)), 0.001);
}

TEST(Solomon, SaysWhichLineIsWrong) {
    auto fault = [](const std::string& text) {
        auto problem = read_solomon(text);
        return problem ? std::string("read") : problem.error().message;
    };
    EXPECT_EQ(fault(""), "The file names no vehicles.");
    EXPECT_EQ(fault(solomon_head), "The file lists no stops.");
    EXPECT_EQ(fault(solomon_head + "0 50 50 0 0 1000\n"),
              "Line 10: a stop has seven numbers: number, x, y, demand, ready time, due date, service time.");
    EXPECT_EQ(fault(solomon_head + "0 50 50 0 100 10 0\n"), "Line 10: the window ends before it begins.");
    EXPECT_EQ(fault(solomon_head + "0 50 x 0 100 10 0\n"),
              "Line 10: a number is missing, or larger than 100,000.");
}

}  // namespace
}  // namespace wallchart::route
