#include "engine/geography/geojson.h"

#include <gtest/gtest.h>

namespace wallchart::geography {
namespace {

TEST(Geography, KnowsHowFarPlacesAreApart) {
    // A degree of a great circle; Omaha to Lincoln; across the date line.
    EXPECT_NEAR(great_circle_meters({0, 0}, {1, 0}), 111'195.1, 0.1);
    EXPECT_NEAR(great_circle_meters({41.2565, -95.9345}, {40.8136, -96.7026}), 81'100, 200);
    EXPECT_NEAR(great_circle_meters({0, 179.5}, {0, -179.5}), 111'195.1, 0.1);
    EXPECT_EQ(great_circle_meters({41, -95}, {41, -95}), 0);
}

TEST(Geography, ProjectsATownOnAPlane) {
    LocalPlane plane({41.25, -96});
    Coordinates door{41.31, -95.93};
    auto at = plane.project(door);
    EXPECT_NEAR(std::hypot(at.east, at.north), great_circle_meters({41.25, -96}, door), 9);
    EXPECT_NEAR(plane.place(at).latitude, door.latitude, 1e-12);
    EXPECT_NEAR(plane.place(at).longitude, door.longitude, 1e-12);
}

TEST(GeoJson, ReadsLinesAndAreasOfWhateverNesting) {
    auto shapes = read_geojson(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Canal"},"geometry":{"type":"LineString","coordinates":[[-96,41],[-95,41,12]]}},
        {"type":"Feature","geometry":null},
        {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
            {"type":"Point","coordinates":[-96,41]},
            {"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[2,2],[3,2],[3,3],[2,2]]]]}]}}]})");
    ASSERT_TRUE(shapes) << shapes.error().message;
    EXPECT_EQ(shapes->points, (std::vector<Coordinates>{{41, -96}}));
    ASSERT_EQ(shapes->lines.size(), 1U);
    EXPECT_EQ(shapes->lines[0], (Line{{41, -96}, {41, -95}}));
    ASSERT_EQ(shapes->areas.size(), 2U);
    EXPECT_EQ(shapes->areas[1].rings[0][1], (Coordinates{2, 3}));
}

TEST(GeoJson, SaysWhatIsWrongAndWhere) {
    auto fault = [](std::string_view text) {
        auto shapes = read_geojson(text);
        return shapes ? std::string("read") : shapes.error().fields.front().pointer;
    };
    EXPECT_EQ(fault("{"), "");
    EXPECT_EQ(fault(R"({"type":"Feature","geometry":{"type":"Circle","coordinates":[1,2]}})"),
              "/geometry/coordinates");
    EXPECT_EQ(fault(R"({"type":"LineString","coordinates":[[1,2],[3]]})"), "/coordinates/1");
    EXPECT_EQ(fault(R"({"type":"LineString","coordinates":[[1,2]]})"), "/coordinates");
    EXPECT_EQ(fault(R"({"type":"Point","coordinates":[41,-96]})"), "/coordinates");
    EXPECT_EQ(fault(R"({"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]})"), "/coordinates/0");
}

}  // namespace
}  // namespace wallchart::geography
