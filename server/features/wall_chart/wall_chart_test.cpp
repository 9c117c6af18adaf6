#include "features/wall_chart/wall_chart.h"

#include "support/drive_world.h"

namespace wallchart::test {
namespace {

class WallChartTest : public DriveWorld {
protected:
    json::value chart(const std::string& query = "") {
        auto answer = server->get(path() + (query.empty() ? "?worksite_id=" + to_string(worksite) : query));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return body_of(answer);
    }
    std::string path() const { return "/drives/" + to_string(drive) + "/wall-chart"; }
    void assess(Id<Person> person, int value, const char* instant, bool leader = false) {
        database->clock().set(*parse_instant(instant));
        auto answer = server->post(
            "/assessments",
            assessment(person, ",\"value\":" + std::to_string(value) + (leader ? ",\"leader\":true" : "")));
        ASSERT_EQ(answer.status, 200) << answer.body;
        database->clock().set(today);
    }
};

TEST_P(WallChartTest, ShowsEveryWorkerByDepartmentAndShift) {
    auto rosa = add("Rosa", "Lima", "Dock", "Night");
    add("Ivo", "Kral", "Dock", "Day");
    add("Ana", "Abel", "Dock", "Day");
    add("Lone", "Zane", "", "");
    auto carla = add("Carla", "Mora", "Cranes", "Day");
    assess(rosa, 1, "2026-04-21T12:00:00Z", true);
    server->post("/conversations", conversation(carla, "phone-0001", R"(,"follow_up_on":"2026-05-02")"));
    auto wall = chart();
    EXPECT_EQ(wall.at("place").as_string(), "North Pier");
    EXPECT_EQ(wall.at("base").as_int64(), 10) << "as the directory says";
    EXPECT_EQ(wall.at("majority").as_int64(), 6);
    EXPECT_EQ(wall.at("counts").at("workers").as_int64(), 5);
    EXPECT_EQ(wall.at("counts").at("in_favor").as_int64(), 1);
    EXPECT_EQ(wall.at("counts").at("leaders").as_int64(), 1);
    EXPECT_EQ(wall.at("counts").at("not_assessed").as_int64(), 4);
    EXPECT_EQ(wall.at("counts").at("not_talked_to").as_int64(), 3);
    const auto& blocks = wall.at("blocks").as_array();
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0].at("name").as_string(), "Cranes");
    EXPECT_EQ(blocks[1].at("name").as_string(), "Dock");
    EXPECT_EQ(blocks[2].at("name").as_string(), "") << "what is not on record comes last";
    const auto& day = blocks[1].at("rows").at(0);
    EXPECT_EQ(day.at("workers").at("names"), json::parse(R"(["Ana Abel","Ivo Kral"])"));
    const auto& night = blocks[1].at("rows").at(1).at("workers");
    EXPECT_EQ(night.at("assessments"), json::parse("[1]"));
    EXPECT_EQ(night.at("leaders"), json::parse("[1]"));
    const auto& cranes = blocks[0].at("rows").at(0).at("workers");
    EXPECT_EQ(cranes.at("talked_to"), json::parse("[1]"));
    EXPECT_EQ(cranes.at("last_contact_on"), json::parse(R"(["2026-04-22"])"));
    EXPECT_EQ(cranes.at("follow_up_on"), json::parse(R"(["2026-05-02"])"));
}

TEST_P(WallChartTest, CountsTheChangeOverFourWeeks) {
    auto rosa = add("Rosa", "Lima");
    auto ivo = add("Ivo", "Kral");
    auto ana = add("Ana", "Abel");
    assess(rosa, 2, "2026-03-01T12:00:00Z");
    assess(ivo, 3, "2026-03-20T12:00:00Z");
    assess(ivo, 2, "2026-04-10T12:00:00Z");
    assess(ana, 1, "2026-04-16T12:00:00Z");
    assess(rosa, 4, "2026-04-21T12:00:00Z");
    std::string weeks;
    auto wall = chart();
    for (const auto& week : wall.at("weeks").as_array())
        weeks += std::string(week.at("ends_on").as_string()).substr(5) + ":" +
                 std::to_string(week.at("in_favor").as_int64()) + "/" +
                 std::to_string(week.at("assessed").as_int64()) + " ";
    EXPECT_EQ(weeks, "03-25:1/2 04-01:1/2 04-08:1/2 04-15:2/2 04-22:2/3 ");
}

TEST_P(WallChartTest, AnOrganizationsChartHasItsWorksitesAsBlocks) {
    add("Rosa", "Lima", "Dock", "Night");
    auto wall = chart("?organization_id=" + to_string(local));
    EXPECT_EQ(wall.at("place").as_string(), "Harbor Workers Local 12");
    EXPECT_FALSE(wall.at("base_is_stated").as_bool());
    EXPECT_EQ(wall.at("base").as_int64(), 1);
    EXPECT_EQ(wall.at("blocks").at(0).at("name").as_string(), "North Pier");
    EXPECT_EQ(wall.at("blocks").at(0).at("rows").at(0).at("name").as_string(), "Dock");
    EXPECT_EQ(server->get(path()).status, 200) << "the drive's own organization";
    auto places = body_of(server->get("/drives/" + to_string(drive) + "/wall-chart-places"));
    ASSERT_EQ(places.as_array().size(), 2U);
    EXPECT_EQ(places.at(1).at("name").as_string(), "North Pier");
    EXPECT_EQ(places.at(1).at("workers").as_int64(), 1);
}

TEST_P(WallChartTest, ShowsNamesOnlyToThoseWhoMaySeeThem) {
    auto rosa = add("Rosa", "Lima");
    add("Ivo", "Kral");
    assess(rosa, 2, "2026-04-21T12:00:00Z");
    assign(rosa, Role::volunteer);
    auto query = path() + "?worksite_id=" + to_string(worksite);
    auto observer = server->as(Role::observer).get(query);
    EXPECT_EQ(observer.status, 200);
    EXPECT_EQ(observer.body.find("Rosa"), std::string::npos);
    EXPECT_EQ(observer.body.find(to_string(rosa)), std::string::npos);
    auto counts = body_of(observer);
    EXPECT_EQ(counts.at("counts").at("workers").as_int64(), 2);
    EXPECT_EQ(counts.at("counts").at("in_favor").as_int64(), 1);
    EXPECT_FALSE(counts.at("sees_names").as_bool());
    auto volunteer = server->as(Role::volunteer).get(query);
    EXPECT_NE(volunteer.body.find("Rosa Lima"), std::string::npos);
    EXPECT_EQ(volunteer.body.find("Ivo"), std::string::npos);
    EXPECT_EQ(body_of(volunteer).at("counts").at("workers").as_int64(), 2);
    EXPECT_EQ(server->stranger().get(query).status, 404);
    EXPECT_EQ(server->get("/drives/" + to_string(drive) + "/wall-chart-places").status, 404);
    EXPECT_EQ(server->nobody().get(query).status, 401);
}

TEST_P(WallChartTest, AnotherWorkspacesPlaceIsAbsent) {
    Worksite other;
    write([&](Transaction& tx) {
        other.workspace_id = server->stranger_access().workspace;
        other.name = "Elsewhere";
        tx.insert(other);
    });
    EXPECT_EQ(server->get(path() + "?worksite_id=" + to_string(other.id)).status, 404);
    EXPECT_EQ(server->get(path() + "?worksite_id=1&organization_id=1").status, 422);
}

ON_BOTH_DATABASES(WallChartTest);

TEST(WallChartRules, AMajorityIsMoreThanHalf) {
    EXPECT_EQ(majority_of(242), 122);
    EXPECT_EQ(majority_of(243), 122);
    EXPECT_EQ(majority_of(1), 1);
    EXPECT_EQ(base_of({}, 7), 7);
    EXPECT_EQ(base_of(10, 7), 10);
    EXPECT_EQ(base_of(5, 7), 7) << "more are on the list than the directory says";
}

}  // namespace
}  // namespace wallchart::test
