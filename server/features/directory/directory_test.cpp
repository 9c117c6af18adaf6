#include "features/directory/directory.h"

#include "support/test_server.h"

namespace wallchart {
namespace {

class DirectoryTest : public test::ServerTest {
protected:
    std::string add(std::string_view path, std::string_view body) {
        auto made = server->as(Role::organizer).post(path, body);
        EXPECT_EQ(made.status, 201) << made.body;
        auto json = test::body_of(made);
        m_revision = std::string(json.at("revision").as_string());
        return std::string(json.at("id").as_string());
    }
    std::size_t found(const std::string& query) {
        auto answer = server->as(Role::observer).get("/api/v1/organizations?" + query);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return test::body_of(answer).at("items").as_array().size();
    }
    std::string m_revision;
};
ON_BOTH_DATABASES(DirectoryTest);

TEST_P(DirectoryTest, FindsByNameNumberAndUnion) {
    add("/api/v1/organizations",
        R"({"kind":"local","name":"Teamsters LU No 810","affiliation":"IBT","number":"810"})");
    add("/api/v1/organizations",
        R"({"kind":"local","name":"Unión del Puerto","affiliation":"ILA","number":"9"})");
    EXPECT_EQ(found("search=teamst"), 1U);
    EXPECT_EQ(found("search=81"), 1U);
    EXPECT_EQ(found("search=union+del"), 1U);
    EXPECT_EQ(found("search=IBT+Local+810"), 1U);
    EXPECT_EQ(found("search=teamsters+9"), 0U);
    EXPECT_EQ(found("affiliation=ILA"), 1U);
    EXPECT_EQ(found("kind=council"), 0U);
    EXPECT_EQ(found(""), 2U);
}

TEST_P(DirectoryTest, PagesInTheOrderOfNames) {
    for (auto name : {"C", "A", "B", "A"})
        add("/api/v1/organizations", std::string(R"({"name":")") + name + "\"}");
    std::string names, cursor;
    do {
        auto page = test::body_of(
            server->get("/api/v1/organizations?limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        names += std::string(page.at("items").at(0).at("name").as_string());
        cursor = page.at("next").is_null() ? "" : percent_encode(std::string(page.at("next").as_string()));
    } while (!cursor.empty() && names.size() < 9);
    EXPECT_EQ(names, "AABC");
}

TEST_P(DirectoryTest, ShowsTheTreeWithoutCircles) {
    auto top = add("/api/v1/organizations", R"({"kind":"union","name":"United Example Workers"})");
    auto local =
        add("/api/v1/organizations", R"({"name":"Local 1","parent_organization_id":")" + top + "\"}");
    auto record = test::body_of(server->get("/api/v1/organizations/" + local));
    EXPECT_EQ(record.at("above").at(0).at("name").as_string(), "United Example Workers");
    EXPECT_EQ(test::body_of(server->get("/api/v1/organizations/" + top)).at("below").as_int64(), 1);
    auto circle =
        server->patch("/api/v1/organizations/" + top, R"({"parent_organization_id":")" + local + "\"}");
    EXPECT_EQ(circle.status, 422) << circle.body;
    EXPECT_EQ(server->remove("/api/v1/organizations/" + top).status, 409);
    EXPECT_EQ(server->remove("/api/v1/organizations/" + local).status, 204);
    EXPECT_EQ(server->remove("/api/v1/organizations/" + top).status, 204);
}

TEST_P(DirectoryTest, TellsTheSecondOfTwoEditors) {
    auto id = add("/api/v1/organizations", R"({"name":"Local 1"})");
    auto path = "/api/v1/organizations/" + id;
    EXPECT_EQ(server->patch(path, R"({"city":"Omaha"})", m_revision).status, 200);
    EXPECT_EQ(server->patch(path, R"({"city":"Lincoln"})", m_revision).status, 412);
    EXPECT_EQ(test::body_of(server->get(path)).at("organization").at("city").as_string(), "Omaha");
    EXPECT_EQ(server->patch(path, R"({"name":" "})").status, 422);
}

TEST_P(DirectoryTest, KeepsWorkspacesAndRolesApart) {
    auto id = add("/api/v1/organizations", R"({"name":"Local 1"})");
    EXPECT_EQ(server->as(Role::lead).post("/api/v1/organizations", R"({"name":"X"})").status, 403);
    EXPECT_EQ(server->stranger().get("/api/v1/organizations/" + id).status, 404);
    EXPECT_EQ(server->stranger().patch("/api/v1/organizations/" + id, R"({"name":"X"})").status, 404);
    EXPECT_EQ(server->nobody().get("/api/v1/organizations").status, 401);
    EXPECT_EQ(test::body_of(server->stranger().get("/api/v1/organizations")).at("items").as_array().size(),
              0U);
}

TEST_P(DirectoryTest, KeepsEmployersAndWorksites) {
    auto employer = add("/api/v1/employers", R"({"name":"Harbor Foods"})");
    auto site =
        add("/api/v1/worksites", R"({"name":"North dock","eligible":40,"employer_id":")" + employer + "\"}");
    auto list = test::body_of(server->get("/api/v1/worksites?search=north"));
    EXPECT_EQ(list.at("items").at(0).at("employer").as_string(), "Harbor Foods");
    EXPECT_EQ(test::body_of(server->get("/api/v1/worksites/" + site)).at("people").as_int64(), 0);
    EXPECT_EQ(server->remove("/api/v1/employers/" + employer).status, 409);
    EXPECT_EQ(server->post("/api/v1/worksites", R"({"name":"X","employer_id":"5"})").status, 422);
    EXPECT_EQ(test::body_of(server->get("/api/v1/employers?search=harb"))
                  .at("items")
                  .at(0)
                  .at("worksites")
                  .as_int64(),
              1);
}

}  // namespace
}  // namespace wallchart
