#include "features/directory/directory.h"

#include "support/test_server.h"

namespace wallchart::test {
namespace {

class DirectoryTest : public ServerTest {
protected:
    static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }
    boost::json::value add(std::string_view path, std::string_view body) {
        auto response = server->as(Role::organizer).post(path, body);
        EXPECT_EQ(response.status, 201) << response.body;
        return body_of(response);
    }
    std::vector<std::string> found(const std::string& query) {
        std::vector<std::string> names;
        auto answer = body_of(server->as(Role::observer).get("/organizations?" + query));
        for (const auto& item : answer.at("items").as_array())
            names.push_back(text(item.at("name")));
        return names;
    }
};

using Names = std::vector<std::string>;

TEST_P(DirectoryTest, FindsByWordsNumberAndCity) {
    add("/organizations",
        R"({"name":"Harbor Workers Local 12","number":"12","city":"Port Amber","state":"NB"})");
    add("/organizations", R"({"name":"Enfermería Unida 12","number":"12","city":"Easton"})");
    add("/organizations", R"({"name":"100% Council","kind":"council"})");
    EXPECT_EQ(found("search=workers%2012"), Names{"Harbor Workers Local 12"});
    EXPECT_EQ(found("search=enfermeria"), Names{"Enfermería Unida 12"});
    EXPECT_EQ(found("search=amber"), Names{"Harbor Workers Local 12"});
    EXPECT_EQ(found("search=100%25"), Names{"100% Council"});
    EXPECT_EQ(found("kind=council"), Names{"100% Council"});
    EXPECT_EQ(found("state=NB"), Names{"Harbor Workers Local 12"});
}

TEST_P(DirectoryTest, PagesByName) {
    for (const char* name : {"C", "A", "B"})
        add("/organizations", std::string(R"({"name":")") + name + R"("})");
    auto first = body_of(server->get("/organizations?limit=2"));
    auto second = body_of(server->get("/organizations?limit=2&cursor=" + text(first.at("next"))));
    EXPECT_EQ(text(second.at("items").at(0).at("name")), "C");
    EXPECT_TRUE(second.at("next").is_null());
}

TEST_P(DirectoryTest, TheTreeHasNoCircle) {
    auto council = text(add("/organizations", R"({"name":"Council","kind":"council"})").at("id"));
    auto local = text(
        add("/organizations", R"({"name":"Local","parent_organization_id":")" + council + R"("})").at("id"));
    auto circle =
        server->put("/organizations/" + council,
                    R"({"name":"Council","kind":"council","parent_organization_id":")" + local + R"("})");
    EXPECT_EQ(circle.status, 422) << circle.body;
    EXPECT_EQ(server->remove("/organizations/" + council).status, 409);
    EXPECT_EQ(server->remove("/organizations/" + local).status, 204);
    EXPECT_EQ(server->remove("/organizations/" + council).status, 204);
}

TEST_P(DirectoryTest, AWorksiteNamesItsEmployerAndLocal) {
    auto employer = text(add("/employers", R"({"name":"Northgate Freight"})").at("id"));
    auto local = text(add("/organizations", R"({"name":"Local 88"})").at("id"));
    add("/worksites", R"({"name":"Northgate Distribution Center","eligible":242,"employer_id":")" + employer +
                          R"(","organization_id":")" + local + R"("})");
    auto list = body_of(server->get("/worksites?search=freight"));
    EXPECT_EQ(text(list.at("items").at(0).at("organization_name")), "Local 88");
    EXPECT_EQ(list.at("items").at(0).at("eligible").as_int64(), 242);
    EXPECT_EQ(server->post("/worksites", R"({"name":"x","eligible":-1})").status, 422);
}

TEST_P(DirectoryTest, IsTheWorkspacesOwn) {
    auto local = text(add("/organizations", R"({"name":"Local 88"})").at("id"));
    EXPECT_EQ(server->as(Role::lead).put("/organizations/" + local, R"({"name":"x"})").status, 403);
    EXPECT_EQ(server->stranger().get("/organizations/" + local).status, 404);
    EXPECT_EQ(server->stranger().remove("/organizations/" + local).status, 404);
    EXPECT_EQ(server->stranger().get("/organizations").body, R"({"items":[],"next":null})");
    EXPECT_EQ(server->get("/organizations/count").body, R"({"count":0})");
    server->as(Role::observer);
    EXPECT_EQ(server->get("/organizations/count").body, R"({"count":1})");
    EXPECT_EQ(server->get("/worksites/count").body, R"({"count":0})");
}

ON_BOTH_DATABASES(DirectoryTest);

}  // namespace
}  // namespace wallchart::test
