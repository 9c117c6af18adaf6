// `wallchart turf` over files as people have them.
#include "core/csv.h"
#include "engine/turf/towns_for_tests.h"
#include "support/command_test.h"

#include <gtest/gtest.h>

#include <map>

namespace wallchart {
namespace {

class TurfCommand : public test::CommandTest {
protected:
    std::string town(const std::string& name, int streets) const {
        std::string text = "id,latitude,longitude,street,house_number,unit\n";
        for (const auto& door : turf::grid_town(streets, 4, 3))
            text += door.id + "," + std::to_string(door.place->latitude) + "," +
                    std::to_string(door.place->longitude) + "," + door.street + "," + door.house_number +
                    "," + door.unit + "\n";
        return write(name, text);
    }
    int run(std::vector<std::string> words) {
        words.insert(words.begin(), "turf");
        return run_command(std::move(words));
    }
    std::map<std::string, std::string> turf_of(const std::string& name) const {
        std::map<std::string, std::string> all;
        auto reader = CsvReader::open(path(name));
        CsvRow row;
        while (reader && reader->next(row))
            all[std::string(row.cells.at(0))] = row.cells.at(1);
        return all;
    }
};

TEST_F(TurfCommand, WritesTableMapPhoneAndSheets) {
    auto doors = town("doors.csv", 6);
    ASSERT_EQ(run({doors, "--size", "40", "--out", path("turf.csv"), "--geojson", path("turf.geojson"),
                   "--json", path("turf.json"), "--sheet", path("sheets")}),
              0)
        << m_said;
    auto all = turf_of("turf.csv");
    EXPECT_EQ(all.at("id"), "turf");
    EXPECT_EQ(all.at("d1").empty(), false);
    EXPECT_NE(m_out.find("outside 10 %   0"), std::string::npos) << m_out;
    EXPECT_NE(text_of("turf.geojson").find("\"Polygon\""), std::string::npos);
    EXPECT_NE(text_of("turf.json").find("\"stops\":["), std::string::npos);
    auto sheet = text_of("sheets/turf_1.html");
    EXPECT_NE(sheet.find("aria-label=\"Map of the walk\""), std::string::npos);
    EXPECT_NE(sheet.find("where to begin"), std::string::npos);
    EXPECT_NE(sheet.find(", even side"), std::string::npos);
}

TEST_F(TurfCommand, KeepsTurfWhenDoorsAreAdded) {
    ASSERT_EQ(run({town("few.csv", 5), "--size", "40", "--out", path("before.csv")}), 0) << m_said;
    ASSERT_EQ(
        run({town("more.csv", 7), "--size", "40", "--keep", path("before.csv"), "--out", path("after.csv")}),
        0)
        << m_said;
    auto before = turf_of("before.csv"), after = turf_of("after.csv");
    EXPECT_GT(after.size(), before.size());
    for (const auto& [door, turf] : before)
        EXPECT_EQ(after.at(door), turf) << door;
}

TEST_F(TurfCommand, NamesBadRowsAndGoesOn) {
    auto doors =
        write("doors.csv", "id,lat,lng\n1,41.25,-96\n2,,-96\n3,-96,41.25\n4,41.2502,-96\n5,-33.9,151.2\n");
    ASSERT_EQ(run({doors, "--size", "2", "--out", path("turf.csv")}), 0) << m_said;
    EXPECT_NE(m_said.find("Row 3 has no latitude or no longitude and is left out."), std::string::npos)
        << m_said;
    EXPECT_NE(
        m_said.find("Row 4 seems to have latitude and longitude in each other's place and is left out."),
        std::string::npos)
        << m_said;
    EXPECT_NE(m_said.find("Row 6 is more than 1,000 km from the middle of all doors and is left out."),
              std::string::npos)
        << m_said;
    EXPECT_EQ(turf_of("turf.csv").size(), 3U);
}

TEST_F(TurfCommand, RefusesWhatItCannotUse) {
    auto doors = write("doors.csv", "id,lat,lng\n1,41.25,-96\n");
    EXPECT_EQ(run({}), 1);
    EXPECT_EQ(run({doors}), 1);
    EXPECT_EQ(run({path("absent.csv"), "--size", "60"}), 1);
    for (const char* size : {"0", "-5", "x", "nan", "1e99"})
        EXPECT_EQ(run({doors, "--size=" + std::string(size)}), 1) << size;
    EXPECT_EQ(run({doors, "--shift", "soon"}), 1);
    EXPECT_EQ(run({doors, "--size", "60", "--time", "never"}), 1);
    EXPECT_EQ(run({doors, "--size", "60", "--barriers", doors}), 1);
    EXPECT_EQ(run({doors, "--size", "60", "--keep", path("absent.csv")}), 1);
    EXPECT_EQ(run({doors, "--size", "60", "--out", path("no/such/folder.csv")}), 1);
    EXPECT_EQ(run({"--capacitated-p-median", doors}), 1);
    EXPECT_EQ(run({doors, "--size", "60"}), 0) << m_said;
}

TEST_F(TurfCommand, SolvesACapacitatedPMedian) {
    auto problem =
        write("two.txt", "1 4\n6 2 3\n1 0 0 1\n2 1 0 1\n3 2 0 1\n4 100 0 1\n5 101 0 1\n6 102 0 1\n");
    ASSERT_EQ(run({"--capacitated-p-median", problem, "--time", "0.05", "--json", "-"}), 0) << m_said;
    EXPECT_NE(m_out.find("cost 4\nseconds "), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("{\"median\":2,\"load\":3,\"places\":[1,2,3]}"), std::string::npos) << m_out;
}

}  // namespace
}  // namespace wallchart
