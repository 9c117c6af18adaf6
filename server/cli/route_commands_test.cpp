// `wallchart route` over files as people have them, and what it prints.
#include "core/json.h"
#include "engine/geography/geojson.h"
#include "support/command_test.h"

#include <gtest/gtest.h>

namespace wallchart {
namespace {

class RouteCommands : public test::CommandTest {
protected:
    int run(std::vector<std::string> words) {
        words.insert(words.begin(), "route");
        return run_command(std::move(words));
    }
};

const std::string three =
    "id,lat,lon,street,number\na,41,-96,Elm St,2\nb,41.002,-96,Elm St,6\nc,41.001,-96,Elm St,4\n";

TEST_F(RouteCommands, PrintsAWalkAndItsJson) {
    auto list = write("doors.csv", three);
    ASSERT_EQ(run({list, "--start", "40.999,-96", "--end", "anywhere", "--json", path("walk.json")}), 0)
        << m_said;
    EXPECT_EQ(m_out,
              "walk,order,id,street,house_number,unit,latitude,longitude,meters,arrives\r\n"
              "1,1,a,Elm St,2,,41.000000,-96.000000,145,1.8\r\n"
              "1,2,c,Elm St,4,,41.001000,-96.000000,111,5.2\r\n"
              "1,3,b,Elm St,6,,41.002000,-96.000000,111,8.6\r\n");
    EXPECT_NE(m_said.find("walk 1: 3 doors, 0.37 km, 0.18 h\n"), std::string::npos) << m_said;
    auto json = parse_json(text_of("walk.json"));
    ASSERT_TRUE(json);
    EXPECT_EQ(json->at("unit").as_string(), "meters");
    const auto& stops = json->at("walks").as_array().at(0).at("stops").as_array();
    ASSERT_EQ(stops.size(), 3U);
    EXPECT_EQ(stops[2].at("id").as_string(), "b");
    EXPECT_EQ(stops[2].at("order").as_int64(), 3);
}

TEST_F(RouteCommands, NamesBadRowsAndWalksTheOthers) {
    auto list = write("doors.csv", three + "d,-96,41,Elm St,8\ne,,-96,Elm St,10\n");
    ASSERT_EQ(run({list}), 0) << m_said;
    EXPECT_NE(
        m_said.find("Row 5 seems to have latitude and longitude in each other's place and is left out.\n"),
        std::string::npos)
        << m_said;
    EXPECT_NE(m_said.find("Row 6 has no latitude or no longitude and is left out.\n"), std::string::npos);
    EXPECT_NE(m_said.find("doors 3\n"), std::string::npos);
    EXPECT_EQ(run({write("doors.csv", "id,lat,lon\nd,-96,41\n")}), 1);
    EXPECT_NE(m_said.find("No row can be used. Row 2 "), std::string::npos) << m_said;
    list = write("doors.csv", "id,north,east\nd,41,-96\n");
    EXPECT_EQ(run({list}), 1);
    EXPECT_EQ(run({list, "--map", "latitude=north", "--map", "longitude=east"}), 0) << m_said;
}

TEST_F(RouteCommands, DrawsAMap) {
    ASSERT_EQ(run({write("doors.csv", three), "--start", "40.999,-96", "--geojson", path("map.geojson")}), 0)
        << m_said;
    auto shapes = geography::read_geojson(text_of("map.geojson"));
    ASSERT_TRUE(shapes) << shapes.error().message;
    EXPECT_EQ(shapes->points.size(), 3U);
    ASSERT_EQ(shapes->lines.size(), 1U);
    EXPECT_EQ(shapes->lines[0].front(), (geography::Coordinates{41, -96}));
    EXPECT_EQ(run({write("doors.csv", three), "--geojson", path("no/such/folder.geojson")}), 1);
}

TEST_F(RouteCommands, SharesDoorsAmongSeveral) {
    auto list = write("doors.csv", three);
    ASSERT_EQ(run({list, "--vehicles", "3", "--capacity", "1", "--json", "-"}), 0) << m_said;
    auto json = parse_json(m_out);
    ASSERT_TRUE(json) << m_out;
    EXPECT_EQ(json->at("walks").as_array().size(), 3U);
    EXPECT_EQ(run({list, "--vehicles", "2", "--capacity", "1"}), 1);
    EXPECT_EQ(m_said, "The doors want 3, and 2 times 1 can be carried: at least 3 volunteers are needed.\n");
    EXPECT_EQ(m_out, "");
}

TEST_F(RouteCommands, GoesByStreetsOrByAMatrix) {
    auto list = write("doors.csv", three);
    auto streets = write("s.geojson", R"({"type":"LineString","coordinates":[[-96,40.99],[-96,41.01]]})");
    EXPECT_EQ(run({list, "--streets", streets, "--start", "40.999,-96"}), 0) << m_said;
    EXPECT_NE(m_said.find("cost 667."), std::string::npos) << m_said;  // 333.6 m and back
    auto matrix = write("m.csv", "id,a,b,c\na,0,1,50\nb,1,0,2\nc,50,2,0\n");
    EXPECT_EQ(run({list, "--matrix", matrix}), 0) << m_said;
    EXPECT_NE(m_said.find("cost 3.0 meters"), std::string::npos) << m_said;
    EXPECT_EQ(run({list, "--matrix", matrix, "--streets", streets}), 1);
    EXPECT_EQ(run({list, "--streets", write("bad.geojson", "{")}), 1);
}

TEST_F(RouteCommands, SolvesTheLiteraturesProblems) {
    auto places = write(
        "five.tsp",
        "DIMENSION: 5\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 10 10\n3 10 0\n4 0 10\n5 5 "
        "0\nEOF\n");
    ASSERT_EQ(run({"--tsplib", places, "--rounds", "10"}), 0) << m_said;
    EXPECT_EQ(m_out.substr(0, 8), "cost 40\n");
    EXPECT_NE(m_out.find("\ntour 1 "), std::string::npos) << m_out;
    ASSERT_EQ(run({"--tsplib", places, "--rounds", "10", "--json", "-"}), 0);
    EXPECT_EQ(parse_json(m_out)->at("cost").as_int64(), 40);
    EXPECT_EQ(parse_json(m_out)->at("tour").as_array().size(), 5U);
    auto customers =
        write("c.vrp",
              "DIMENSION: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nCAPACITY: 10\nNODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 "
              "8\nDEMAND_SECTION\n1 0\n2 4\n3 7\nDEPOT_SECTION\n1\n-1\nEOF\n");
    ASSERT_EQ(run({"--cvrplib", customers, "--rounds", "10"}), 0) << m_said;
    EXPECT_EQ(m_out.substr(0, 8), "cost 30\n");
    EXPECT_NE(m_out.find("Route #2: "), std::string::npos);
    auto windows = write(
        "w.txt",
        "VEHICLE\nNUMBER CAPACITY\n1 10\nCUSTOMER\n0 0 0 0 0 100 0\n1 3 4 5 0 100 0\n2 6 8 5 0 100 0\n");
    ASSERT_EQ(run({"--solomon", windows, "--rounds", "10"}), 0) << m_said;
    EXPECT_EQ(m_out.substr(0, 11), "cost 20.00\n");
    windows = write("w.txt", "VEHICLE\nNUMBER CAPACITY\n1 10\nCUSTOMER\n0 0 0 0 0 100 0\n1 3 4 5 0 4 0\n");
    EXPECT_EQ(run({"--solomon", windows}), 1);
    EXPECT_EQ(m_said, "No vehicle could serve these customers, even alone: 1.\n");
}

TEST_F(RouteCommands, SayWhatIsWrongWithTheirOptions) {
    auto list = write("doors.csv", three);
    EXPECT_EQ(run({}), 1);
    EXPECT_EQ(m_said, "A list of doors is missing: wallchart route STOPS.csv\n");
    EXPECT_EQ(run({list, "--tsplib", list}), 1);
    EXPECT_EQ(run({list, "--start", "-96,41"}), 1);
    EXPECT_EQ(run({list, "--start", "41"}), 1);
    EXPECT_EQ(m_said, "--start takes a latitude and a longitude: 41.2565,-95.9345\n");
    EXPECT_EQ(run({list, "--start", "10,10"}), 1);
    EXPECT_EQ(m_said, "--start lies more than 200 km from every door.\n");
    EXPECT_EQ(run({list, "--vehicles", "none"}), 1);
    EXPECT_EQ(m_said, "--vehicles takes a number from 1 to 10000.\n");
    EXPECT_EQ(run({path("absent.csv")}), 1);
}

}  // namespace
}  // namespace wallchart
