#include "features/slates/slates.h"

#include "support/test_server.h"

#include <gmock/gmock.h>

namespace wallchart::test {
namespace {

class SlatesTest : public ServerTest {
protected:
    static std::string id_of(const boost::json::value& record) {
        return std::string(record.at("id").as_string());
    }
    std::string add_race() {
        auto answer = server->post(
            "/races",
            R"({"name":"U.S. House NB-2","office":"Representative","level":"federal","district":"NB-2","state":"NB","election_on":"2026-11-03"})");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return id_of(body_of(answer));
    }
    std::string add_candidate(const std::string& race, const std::string& family,
                              const std::string& line = R"(["independent"])") {
        auto answer =
            server->post("/candidates", R"({"race_id":")" + race + R"(","given_name":"Ana","family_name":")" +
                                            family + R"(","line":)" + line + "}");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return id_of(body_of(answer).at("candidate"));
    }
};

TEST_P(SlatesTest, HoldsCandidatesInOrderAndChangesOnlyWhatWasRead) {
    auto race = add_race();
    auto first = add_candidate(race, "Rivera", R"(["independent","Working Alliance"])");
    auto second = add_candidate(race, "Okonkwo");
    auto answer = server->post("/slates", R"({"name":"Riverbend Slate","goal":10,"candidate_ids":[")" +
                                              second + R"(",")" + first + R"("]})");
    ASSERT_EQ(answer.status, 201) << answer.body;
    auto slate = body_of(answer);
    auto path = "/slates/" + id_of(slate.at("slate"));
    auto order = [](const boost::json::value& shown) {
        std::vector<std::string> names;
        for (const auto& one : shown.at("candidates").as_array())
            names.emplace_back(one.at("name").as_string());
        return names;
    };
    EXPECT_THAT(order(slate), testing::ElementsAre("Ana Okonkwo", "Ana Rivera"));
    EXPECT_EQ(slate.at("candidates").at(1).at("candidate").at("line").as_array().size(), 2U);

    auto revision = std::string(slate.at("slate").at("revision").as_string());
    auto body = R"({"name":"Riverbend Slate 2026","goal":12,"candidate_ids":[")" + first + R"("]})";
    auto changed = server->put(path, body, "\"" + revision + "\"");
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_THAT(order(body_of(changed)), testing::ElementsAre("Ana Rivera"));
    EXPECT_EQ(server->put(path, body, "\"" + revision + "\"").status, 412);
    EXPECT_EQ(body_of(server->get(path)).at("slate").at("goal").as_int64(), 12);

    // Who is on it is part of it: the second of two who change only that is told too.
    revision = body_of(changed).at("slate").at("revision").as_string();
    body = R"({"name":"Riverbend Slate 2026","goal":12,"candidate_ids":[")";
    auto both = server->put(path, body + first + R"(",")" + second + R"("]})", "\"" + revision + "\"");
    ASSERT_EQ(both.status, 200) << both.body;
    EXPECT_EQ(server->put(path, body + second + R"("]})", "\"" + revision + "\"").status, 412);
    EXPECT_EQ(server->remove(path, "\"" + revision + "\"").status, 412);
    EXPECT_THAT(order(body_of(server->get(path))), testing::ElementsAre("Ana Rivera", "Ana Okonkwo"));

    EXPECT_EQ(server->remove("/races/" + race).status, 409);
    EXPECT_EQ(server->remove("/candidates/" + second).status, 204);
    EXPECT_EQ(server->remove(path).status, 204);
    EXPECT_EQ(server->get(path).status, 404);
}

TEST_P(SlatesTest, NamesEveryFaultOfACandidate) {
    auto race = add_race();
    auto answer = server->post(
        "/candidates", R"({"race_id":")" + race +
                           R"(","family_name":" ","line":["Green","green"],"website":"ftp://x","goal":-1})");
    EXPECT_EQ(answer.status, 422);
    auto fields = body_of(answer).at("errors").as_array();
    EXPECT_EQ(fields.size(), 4U) << answer.body;
    EXPECT_EQ(
        server->post("/candidates", R"({"race_id":"12","family_name":"Lima","line":["independent"]})").status,
        422);
    EXPECT_EQ(server->post("/slates", R"({"name":"A","candidate_ids":["7"]})").status, 422);
}

TEST_P(SlatesTest, PagesThroughCandidates) {
    auto race = add_race();
    for (const char* family : {"Rivera", "Okonkwo", "Haddad"})
        add_candidate(race, family);
    auto first = body_of(server->get("/candidates?limit=2"));
    ASSERT_EQ(first.at("items").as_array().size(), 2U);
    auto next = std::string(first.at("next").as_string());
    auto second = body_of(server->get("/candidates?limit=2&cursor=" + next));
    ASSERT_EQ(second.at("items").as_array().size(), 1U);
    EXPECT_EQ(second.at("items").at(0).at("name").as_string(), "Ana Haddad");
    EXPECT_TRUE(second.at("next").is_null());
    EXPECT_EQ(server->get("/candidates?limit=0").status, 422);
}

TEST_P(SlatesTest, AreReadByAllAndWrittenByOrganizers) {
    auto race = "/races/" + add_race();
    for (auto role : {Role::observer, Role::volunteer, Role::lead}) {
        EXPECT_EQ(server->as(role).get(race).status, 200);
        EXPECT_EQ(server->as(role).remove(race).status, 403);
        EXPECT_EQ(server->as(role).post("/slates", R"({"name":"Mine"})").status, 403);
    }
    EXPECT_EQ(server->stranger().get(race).status, 404);
    EXPECT_EQ(server->stranger().remove(race).status, 404);
    EXPECT_EQ(server->stranger().get("/races").body, R"({"items":[],"next":null})");
    EXPECT_EQ(server->nobody().get(race).status, 401);
    EXPECT_EQ(server->as(Role::organizer).remove(race).status, 204);
}

ON_BOTH_DATABASES(SlatesTest);

}  // namespace
}  // namespace wallchart::test
