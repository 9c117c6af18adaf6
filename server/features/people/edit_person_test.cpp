#include "features/people/people.h"
#include "support/test_server.h"

namespace wallchart::test {
namespace {

class EditPersonTest : public ServerTest {
protected:
    boost::json::value added(std::string_view body) {
        auto response = server->as(Role::organizer).post("/people", body);
        EXPECT_EQ(response.status, 201) << response.body;
        return body_of(response);
    }
    static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }
    static std::string path_of(const boost::json::value& record) {
        return "/people/" + text(record.at("person").at("id"));
    }
    std::string organization(Id<Workspace> workspace) {
        auto id = new_id_value();
        auto done = (*database)->write({workspace, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            tx.execute(
                "INSERT INTO organization (id, workspace_id, kind, name, name_folded, affiliation, "
                "number, city, state, postal_code, website, external_source, external_id, note, "
                "revision) VALUES ($1, $2, 'local', 'Harbor Local 12', 'harbor local 12', '', '', '', "
                "'', '', '', '', '', '', 1)",
                id, workspace);
            return {};
        });
        EXPECT_TRUE(done);
        return std::to_string(id);
    }
};

TEST_P(EditPersonTest, IsAddedWithContactPointsInTheirOwnForm) {
    auto record = added(R"({"given_name":" Rosa ","family_name":"Lima","email":"ROSA@Example.org",)"
                        R"("phone":"(402) 555-0123"})");
    EXPECT_EQ(text(record.at("name")), "Rosa Lima");
    EXPECT_EQ(text(record.at("contact_points").at(0).at("value")), "rosa@example.org");
    EXPECT_EQ(text(record.at("contact_points").at(1).at("value")), "+14025550123");
    auto refused = server->post("/people", R"({"given_name":"Rosa","phone":"12"})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("\"/phone\""), std::string::npos) << refused.body;
}

TEST_P(EditPersonTest, TheSecondOfTwoIsToldAndNothingIsLost) {
    auto record = added(R"({"given_name":"Rosa","family_name":"Lima"})");
    auto seen = text(record.at("person").at("revision"));
    EXPECT_EQ(server->patch(path_of(record), R"({"note":"from the first"})", "\"" + seen + "\"").status, 200);
    auto second = server->patch(path_of(record), R"({"note":"from the second"})", "\"" + seen + "\"");
    EXPECT_EQ(second.status, 412) << second.body;
    auto now = body_of(server->get(path_of(record)));
    EXPECT_EQ(text(now.at("person").at("note")), "from the first");
    EXPECT_EQ(text(now.at("person").at("given_name")), "Rosa");
}

TEST_P(EditPersonTest, WhatBelongsToThemIsAddedChangedAndRemoved) {
    auto record = added(R"({"given_name":"Rosa"})");
    auto local = organization(server->workspace());
    auto memberships = path_of(record) + "/memberships";
    auto with = body_of(server->post(memberships, R"({"organization_id":")" + local + R"("})"));
    EXPECT_EQ(text(with.at("names").at(0).at("name")), "Harbor Local 12");
    auto membership = with.at("memberships").at(0);
    auto one = memberships + "/" + text(membership.at("id"));
    auto changed = body_of(
        server->put(one, R"({"organization_id":")" + local + R"(","role":"steward","good_standing":false})"));
    EXPECT_EQ(text(changed.at("memberships").at(0).at("role")), "steward");
    EXPECT_EQ(server->remove(one, "\"1\"").status, 412);
    EXPECT_EQ(server->remove(one).status, 200);
    EXPECT_EQ(server->remove(one).status, 404);
    // An organization of another workspace is as if it were not there.
    auto strange = organization(server->stranger_access().workspace);
    EXPECT_EQ(server->post(memberships, R"({"organization_id":")" + strange + R"("})").status, 422);
}

TEST_P(EditPersonTest, AConsentSaysHowItWasGiven) {
    auto record = added(R"({"given_name":"Rosa"})");
    auto path = path_of(record) + "/consents";
    EXPECT_EQ(server->post(path, R"({"kind":"email","granted":true})").status, 422);
    EXPECT_EQ(server->post(path, R"({"kind":"email","granted":true,"wording":"At the June meeting"})").status,
              200);
    auto taken_back = body_of(server->post(path, R"({"kind":"email","granted":false})"));
    EXPECT_EQ(taken_back.at("consents").as_array().size(), 2U);
}

TEST_P(EditPersonTest, OnlyWhoMayAndOnlyTheirOwn) {
    auto record = added(R"({"given_name":"Rosa"})");
    auto path = path_of(record);
    EXPECT_EQ(server->as(Role::volunteer).patch(path, R"({"note":"x"})").status, 403);
    EXPECT_EQ(server->as(Role::organizer).remove(path).status, 403);
    EXPECT_EQ(server->stranger().patch(path, R"({"note":"x"})").status, 404);
    EXPECT_EQ(server->stranger().post(path + "/addresses", R"({"city":"Easton"})").status, 404);
    EXPECT_EQ(server->stranger().remove(path).status, 404);
    EXPECT_EQ(server->as(Role::owner).remove(path).status, 204);
    EXPECT_EQ(server->get(path).status, 404);
    auto left = (*database)->read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT count(*) FROM journal WHERE subject_id = $1",
                                          *parse_id_value(text(record.at("person").at("id"))));
    });
    EXPECT_EQ(left, 0);
}

ON_BOTH_DATABASES(EditPersonTest);

}  // namespace
}  // namespace wallchart::test
