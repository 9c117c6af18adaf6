// Users, their roles and their own accounts.
#include "support/accounts_world.h"

namespace wallchart::test {
namespace {

class UsersTest : public AccountsWorld {};
ON_BOTH_DATABASES(UsersTest);

TEST_P(UsersTest, TheLastOwnerStays) {
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    auto path = "/users/" + to_string(owner);
    EXPECT_EQ(browser.patch(path, R"({"role":"organizer"})").status, 409);
    EXPECT_EQ(browser.patch(path, R"({"disabled":true})").status, 409);
    EXPECT_EQ(browser.remove(path).status, 409);
    // An owner who has not taken up the invitation can't sign in, and so does not count.
    browser.post("/users/invitations", R"({"email":"ben@example.org","role":"owner"})");
    EXPECT_EQ(browser.remove(path).status, 409);
    TestBrowser ben(*server);
    ben.post("/session/invitation",
             token_body(mailed_token("ben@example.org"), R"(,"password":"seven small boats")"));
    EXPECT_EQ(browser.patch(path, R"({"role":"organizer"})").status, 200);
    EXPECT_EQ(browser.get("/users").status, 403);
}

TEST_P(UsersTest, ADisabledUserIsOutAtOnce) {
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    browser.post("/users/invitations", R"({"email":"ben@example.org","role":"organizer"})");
    TestBrowser ben(*server);
    ben.post("/session/invitation",
             token_body(mailed_token("ben@example.org"), R"(,"password":"seven small boats")"));
    auto id = std::string(body_of(ben.get("/session")).at("user").at("id").as_string());
    auto token = std::string(body_of(ben.post("/tokens", R"({"name":"script"})")).at("token").as_string());
    EXPECT_EQ(ben.get("/people").status, 200);
    EXPECT_EQ(browser.patch("/users/" + id, R"({"disabled":true})").status, 200);
    EXPECT_EQ(ben.get("/people").status, 403);
    TestBrowser script(*server);
    script.add_header("authorization", "Bearer " + token);
    EXPECT_EQ(script.get("/people").status, 401);
    EXPECT_EQ(browser.patch("/users/" + id, R"({"disabled":false})").status, 200);
    EXPECT_EQ(ben.get("/people").status, 200);
}

TEST_P(UsersTest, ChangesItsOwnNameAndPassword) {
    TestBrowser browser(*server);
    TestBrowser other(*server);
    sign_in(browser);
    sign_in(other);
    EXPECT_EQ(browser.patch("/account", R"({"name":"Ana M.","language":"es"})").status, 204);
    EXPECT_EQ(body_of(browser.get("/session")).at("user").at("language").as_string(), "es");
    EXPECT_EQ(browser.patch("/account", R"({"password":"wide open water","old_password":"no"})").status, 422);
    auto change = std::string(R"({"password":"wide open water","old_password":")") + good_password + "\"}";
    EXPECT_EQ(browser.patch("/account", change).status, 204);
    EXPECT_EQ(browser.get("/session").status, 200) << "the one that changed it goes on";
    EXPECT_EQ(other.get("/session").status, 401);
}

TEST_P(UsersTest, GoesFromOneWorkspaceToAnotherOfItsOwn) {
    Id<Workspace> mine;
    Id<Workspace> foreign;
    auto done = (*database)->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
        mine = TRY(create_workspace(tx, {"valley", "Valley Council"}))
        .id;
        foreign = TRY(create_workspace(tx, {"hills", "Hills"}))
        .id;
        return set_role(tx, mine, owner, Role::volunteer);
    });
    ASSERT_TRUE(done);
    TestBrowser browser(*server);
    sign_in(browser);
    auto to = [&](Id<Workspace> id) {
        return browser.post("/session/workspace", "{\"workspace_id\":\"" + to_string(id) + "\"}");
    };
    EXPECT_EQ(to(foreign).status, 404);
    EXPECT_EQ(body_of(to(mine)).at("role").as_string(), "volunteer");
    EXPECT_EQ(body_of(browser.get("/session")).at("workspace").at("slug").as_string(), "valley");
    EXPECT_EQ(body_of(to(workspace)).at("role").as_string(), "owner");
}

TEST_P(UsersTest, SettingsAreRefusedToWhoeverReadAnOlderVersion) {
    TestBrowser browser(*server);
    sign_in(browser);
    auto revision = std::string(body_of(browser.get("/workspace")).at("revision").as_string());
    browser.add_header("if-match", revision);
    EXPECT_EQ(browser.patch("/workspace", R"({"formation_minimum":5})").status, 200);
    browser.add_header("if-match", revision);
    EXPECT_EQ(browser.patch("/workspace", R"({"formation_minimum":7})").status, 412);
    EXPECT_EQ(browser.patch("/workspace", R"({"time_zone":"Mars/Base"})").status, 422);
    EXPECT_EQ(body_of(browser.get("/workspace")).at("formation_minimum").as_int64(), 5);
}

}  // namespace
}  // namespace wallchart::test
