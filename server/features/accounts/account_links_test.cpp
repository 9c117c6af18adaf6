// Links sent by e-mail or passed on: invitations, lost passwords, signing in.
#include "support/accounts_world.h"

#include <array>

namespace wallchart::test {
namespace {

class AccountLinksTest : public AccountsWorld {};
ON_BOTH_DATABASES(AccountLinksTest);

TEST_P(AccountLinksTest, AnInvitedUserChoosesAPasswordAndIsIn) {
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    auto invited =
        browser.post("/users/invitations", R"({"email":"Ben@Example.org","name":"Ben","role":"volunteer"})");
    ASSERT_EQ(invited.status, 200) << invited.body;
    EXPECT_EQ(invited.body.find("https"), std::string::npos) << "mail works: the link is not shown";
    auto token = mailed_token("ben@example.org");
    ASSERT_FALSE(token.empty());

    TestBrowser ben(*server);
    auto page = body_of(ben.post("/session/invitation/page", token_body(token)));
    EXPECT_EQ(page.at("workspace_name").as_string(), "Harbor Alliance");
    EXPECT_FALSE(page.at("has_password").as_bool());
    EXPECT_EQ(ben.post("/session/invitation", token_body(token, R"(,"password":"short")")).status, 422);
    EXPECT_EQ(ben.post("/session/invitation",
                       token_body(token, R"(,"name":"Ben K.","password":"seven small boats")"))
                  .status,
              200);
    auto session = body_of(ben.get("/session"));
    EXPECT_EQ(session.at("user").at("name").as_string(), "Ben K.");
    EXPECT_EQ(session.at("role").as_string(), "volunteer");
    EXPECT_EQ(ben.get("/users").status, 403);
    TestBrowser again(*server);
    EXPECT_EQ(
        again.post("/session/invitation", token_body(token, R"(,"password":"another password")")).status,
        404);
}

TEST_P(AccountLinksTest, WithoutAMailServerTheOwnerPassesOnTheLinkOfANewUserOnly) {
    SignInServer silent(*database, false);
    TestBrowser browser(silent);
    ASSERT_EQ(sign_in(browser).status, 200);
    auto fresh = body_of(browser.post("/users/invitations", R"({"email":"ben@example.org","role":"lead"})"));
    EXPECT_TRUE(fresh.at("link").is_string());
    auto done = (*database)->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
        auto other = TRY(create_workspace(tx, {"valley", "Valley Council"}));
        auto user = TRY(add_user(tx, {"cleo@example.org", "Cleo", "violet mountains"}));
        return set_role(tx, other.id, user.id, Role::owner);
    });
    ASSERT_TRUE(done);
    auto known = body_of(browser.post("/users/invitations", R"({"email":"cleo@example.org","role":"lead"})"));
    EXPECT_TRUE(known.at("link").is_null()) << "it would sign the owner in as somebody else";
}

TEST_P(AccountLinksTest, AResetSetsThePasswordEndsSessionsAndTellsNobodyWhoHasAnAccount) {
    TestBrowser thief(*server);
    ASSERT_EQ(sign_in(thief).status, 200);
    TestBrowser browser(*server);
    auto known = browser.post("/password-resets", R"({"email":"ana@example.org"})");
    auto unknown = browser.post("/password-resets", R"({"email":"nobody@example.org"})");
    EXPECT_EQ(known.status, 204);
    EXPECT_EQ(unknown.status, 204);
    EXPECT_EQ(known.body, unknown.body);
    auto token = mailed_token("ana@example.org");
    EXPECT_EQ(browser.post("/session/reset", token_body(token, R"(,"password":"wide open water")")).status,
              200);
    EXPECT_EQ(browser.get("/session").status, 200);
    EXPECT_EQ(thief.get("/session").status, 401);
    TestBrowser old(*server);
    EXPECT_EQ(sign_in(old).status, 401);
    EXPECT_EQ(sign_in(old, "wide open water").status, 200);
    EXPECT_EQ(browser.post("/session/reset", token_body(token, R"(,"password":"wide open lakes")")).status,
              404);
}

TEST_P(AccountLinksTest, LinksExpire) {
    TestBrowser browser(*server);
    browser.post("/password-resets", R"({"email":"ana@example.org"})");
    auto token = mailed_token("ana@example.org");
    pass(std::chrono::hours(3));
    EXPECT_EQ(browser.post("/session/reset", token_body(token, R"(,"password":"wide open water")")).status,
              404);
}

TEST_P(AccountLinksTest, EachKindHoldsForItsTimeOnceAndForNothingElse) {
    constexpr std::array kinds{LinkKind::set_up, LinkKind::invitation, LinkKind::reset, LinkKind::sign_in};
    auto make = [&](LinkKind kind) {
        return *(*database)->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<std::string> {
            return make_link(tx, kind, owner, workspace, std::chrono::hours(2));
        });
    };
    auto use = [&](LinkKind kind, const std::string& token) {
        return (*database)->write({{}, {}, "test", ""},
                                  [&](Transaction& tx) { return use_link(tx, kind, token); });
    };
    for (auto kind : kinds) {
        auto token = make(kind);
        for (auto other : kinds) {
            if (other != kind) {
                EXPECT_FALSE(use(other, token)) << name_of(kind) << " as " << name_of(other);
            }
        }
        pass(std::chrono::minutes(119));
        EXPECT_TRUE(use(kind, token)) << name_of(kind);
        EXPECT_EQ(use(kind, token).error().kind, ErrorKind::not_found) << name_of(kind) << " once";
        auto late = make(kind);
        pass(std::chrono::minutes(121));
        EXPECT_EQ(use(kind, late).error().kind, ErrorKind::not_found) << name_of(kind) << " too late";
    }
}

TEST_P(AccountLinksTest, NoPageOpensWithALinkThatHasExpired) {
    auto expired = [&](LinkKind kind) {
        return *(*database)->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<std::string> {
            return make_link(tx, kind, owner, workspace, std::chrono::hours(1));
        });
    };
    auto sign_in_link = expired(LinkKind::sign_in);
    auto reset = expired(LinkKind::reset);
    auto invitation = expired(LinkKind::invitation);
    auto set_up = expired(LinkKind::set_up);
    pass(std::chrono::minutes(61));
    TestBrowser browser(*server);
    const std::string password = R"(,"password":"wide open water")";
    EXPECT_EQ(browser.post("/session/link", token_body(sign_in_link)).status, 404);
    EXPECT_EQ(browser.post("/session/reset", token_body(reset, password)).status, 404);
    EXPECT_EQ(browser.post("/session/invitation/page", token_body(invitation)).status, 404);
    EXPECT_EQ(browser.post("/session/invitation", token_body(invitation, password)).status, 404);
    EXPECT_EQ(
        browser
            .post("/set-up", token_body(set_up, password + R"(,"email":"cleo@example.org","name":"Cleo",)"
                                                           R"("workspace_name":"Valley")"))
            .status,
        404);
    EXPECT_EQ(browser.get("/session").status, 401);
}

}  // namespace
}  // namespace wallchart::test
