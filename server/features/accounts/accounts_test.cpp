#include "features/accounts/accounts.h"

#include "support/test_browser.h"

#include <algorithm>

namespace wallchart::test {
namespace {

constexpr const char* good_password = "harbor lights at dawn";

class AccountsTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        server = std::make_unique<SignInServer>(*database);
        auto done = (*database)->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            auto made = TRY(create_workspace(tx, {"harbor", "Harbor Alliance"}));
            workspace = made.id;
            auto ana = TRY(add_user(tx, {"ana@example.org", "Ana", good_password}));
            owner = ana.id;
            return set_role(tx, workspace, owner, Role::owner);
        });
        ASSERT_TRUE(done) << done.error().message;
    }
    void TearDown() override { server.reset(); }

    Response sign_in(TestBrowser& browser, std::string_view password = good_password,
                     std::string_view email = "ana@example.org") {
        return browser.post("/session", "{\"email\":\"" + std::string(email) + "\",\"password\":\"" +
                                            std::string(password) + "\"}");
    }
    /// The token in the last letter to that address.
    std::string mailed_token(std::string_view to) {
        auto body = (*database)->read([&](Reader& reader) {
            return reader.value<std::string>(
                "SELECT body FROM mail WHERE recipient = $1 AND body LIKE '%https://%' ORDER BY id DESC "
                "LIMIT "
                "1",
                to);
        });
        auto start = body.find("https://");
        if (start == std::string::npos) return {};
        auto link = body.substr(start, body.find('\n', start) - start);
        return link.substr(link.rfind('/') + 1);
    }
    std::int64_t count(const std::string& sql) {
        return (*database)->read([&](Reader& reader) { return reader.value<std::int64_t>(sql); });
    }
    void pass(std::chrono::milliseconds time) { database->clock().set(database->clock().now() + time); }

    std::unique_ptr<SignInServer> server;
    Id<Workspace> workspace;
    Id<User> owner;
};
ON_BOTH_DATABASES(AccountsTest);

std::string token_body(const std::string& token, const std::string& more = "") {
    return "{\"token\":\"" + token + "\"" + more + "}";
}

TEST_P(AccountsTest, SignsInAndOut) {
    TestBrowser browser(*server);
    EXPECT_EQ(browser.get("/session").status, 401);
    ASSERT_EQ(sign_in(browser).status, 200);
    auto session = body_of(browser.get("/session"));
    EXPECT_EQ(session.at("user").at("name").as_string(), "Ana");
    EXPECT_EQ(session.at("role").as_string(), "owner");
    EXPECT_TRUE(session.at("can").at("administer").as_bool());
    EXPECT_EQ(browser.remove("/session").status, 204);
    EXPECT_EQ(browser.get("/session").status, 401);
}

TEST_P(AccountsTest, TheCookieIsOutOfReachOfScripts) {
    TestBrowser browser(*server);
    auto cookie = header_of(sign_in(browser), "set-cookie");
    for (const char* part : {"HttpOnly", "SameSite=Lax", "Secure", "Path=/"})
        EXPECT_NE(cookie.find(part), std::string::npos) << cookie;
}

TEST_P(AccountsTest, TellsAWrongPasswordAndAnUnknownAddressAlike) {
    TestBrowser browser(*server);
    auto wrong = body_of(sign_in(browser, "not the password"));
    auto unknown = body_of(sign_in(browser, good_password, "nobody@example.org"));
    EXPECT_EQ(wrong.at("detail"), unknown.at("detail"));
    EXPECT_EQ(wrong.at("status"), unknown.at("status"));
}

TEST_P(AccountsTest, LimitsGuessesAtAPasswordWhetherTheAccountExistsOrNot) {
    for (const char* email : {"ana@example.org", "nobody@example.org"}) {
        TestBrowser browser(*server);
        for (int guess = 0; guess < 8; ++guess)
            EXPECT_EQ(sign_in(browser, "guess", email).status, 401);
        auto refused = sign_in(browser, good_password, email);
        EXPECT_EQ(refused.status, 429);
        auto wait = std::stoi(header_of(refused, "retry-after"));
        EXPECT_GT(wait, 0);
        EXPECT_LE(wait, 900);
    }
    pass(std::chrono::minutes(16));
    TestBrowser browser(*server);
    EXPECT_EQ(sign_in(browser).status, 200);
}

TEST_P(AccountsTest, LimitsGuessesFromOneAddressOverManyAccounts) {
    TestBrowser guesser(*server, "198.51.100.1");
    int status = 0;
    int guesses = 0;
    for (; guesses < 100 && status != 429; ++guesses)
        status =
            guesser.post("/password-resets", "{\"email\":\"p" + std::to_string(guesses) + "@example.org\"}")
                .status;
    EXPECT_EQ(guesses, 21);
    TestBrowser other(*server, "198.51.100.2");
    EXPECT_EQ(other.post("/password-resets", R"({"email":"ana@example.org"})").status, 204);
}

TEST_P(AccountsTest, ASuccessForgetsTheFailuresBefore) {
    TestBrowser browser(*server);
    for (int round = 0; round < 3; ++round) {
        for (int guess = 0; guess < 5; ++guess)
            EXPECT_EQ(sign_in(browser, "guess").status, 401);
        EXPECT_EQ(sign_in(browser).status, 200);
    }
}

TEST_P(AccountsTest, AClockSetBackNeitherLocksAccountsNorRevivesSessions) {
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    for (int guess = 0; guess < 8; ++guess) {
        TestBrowser other(*server);
        sign_in(other, "guess");
    }
    pass(-std::chrono::hours(30));
    TestBrowser later(*server);
    EXPECT_EQ(sign_in(later).status, 200);
    EXPECT_EQ(browser.get("/session").status, 200);
    pass(std::chrono::hours(24 * 20));
    EXPECT_EQ(browser.get("/session").status, 401);
    EXPECT_EQ(later.get("/session").status, 401);
}

TEST_P(AccountsTest, ASecondFactorIsAskedForOnceItIsConfirmed) {
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    auto with_password = "{\"password\":\"" + std::string(good_password) + "\"}";
    EXPECT_EQ(browser.post("/account/second-factor", R"({"password":"no"})").status, 422);
    auto offer = body_of(browser.post("/account/second-factor", with_password));
    std::string secret(offer.at("secret").as_string());
    EXPECT_TRUE(offer.at("address").as_string().starts_with("otpauth://totp/Wallchart:ana%40example.org?"));
    EXPECT_TRUE(offer.at("qr_code").as_string().starts_with("<svg "));
    auto code = [&](int steps = 0) {
        auto seconds =
            std::chrono::floor<std::chrono::seconds>(database->clock().now()).time_since_epoch().count();
        return "{\"code\":\"" + totp_code(secret, seconds / 30 + steps) + "\"}";
    };
    {
        // Not in use before it is confirmed.
        TestBrowser other(*server);
        EXPECT_FALSE(body_of(sign_in(other)).at("code_needed").as_bool());
    }
    EXPECT_EQ(browser.post("/account/second-factor/confirm", R"({"code":"000000"})").status, 422);
    auto codes = body_of(browser.post("/account/second-factor/confirm", code())).at("codes").as_array();
    EXPECT_EQ(codes.size(), 10U);

    TestBrowser other(*server);
    EXPECT_TRUE(body_of(sign_in(other)).at("code_needed").as_bool());
    EXPECT_EQ(other.get("/session").status, 401);
    EXPECT_EQ(other.post("/session/code", code()).status, 401) << "the confirming code was used";
    pass(std::chrono::seconds(30));
    EXPECT_EQ(other.post("/session/code", code()).status, 200);
    EXPECT_EQ(other.get("/session").status, 200);

    TestBrowser third(*server);
    sign_in(third);
    EXPECT_EQ(third.post("/session/code", code()).status, 401) << "each code once";
    auto recovery = "{\"code\":\"" + std::string(codes.front().as_string()) + "\"}";
    EXPECT_EQ(third.post("/session/code", recovery).status, 200);
    TestBrowser fourth(*server);
    sign_in(fourth);
    EXPECT_EQ(fourth.post("/session/code", recovery).status, 401) << "each recovery code once";

    EXPECT_EQ(third.post("/account/second-factor/end", with_password).status, 204);
    TestBrowser fifth(*server);
    EXPECT_FALSE(body_of(sign_in(fifth)).at("code_needed").as_bool());
    EXPECT_EQ(count("SELECT count(*) FROM recovery_code"), 0);
}

TEST_P(AccountsTest, CodesCannotBeGuessedAndAHalfSessionPasses) {
    auto done = (*database)->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
        tx.execute("UPDATE user_account SET totp_secret = $1", new_totp_secret());
        return {};
    });
    ASSERT_TRUE(done);
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    for (int guess = 0; guess < 6; ++guess)
        EXPECT_EQ(browser.post("/session/code", R"({"code":"123456"})").status, 401);
    EXPECT_EQ(browser.post("/session/code", R"({"code":"123456"})").status, 429);
    pass(std::chrono::minutes(16));
    auto late = browser.post("/session/code", R"({"code":"123456"})");
    EXPECT_NE(late.body.find("password again"), std::string::npos);
}

TEST_P(AccountsTest, AnInvitedUserChoosesAPasswordAndIsIn) {
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

TEST_P(AccountsTest, WithoutAMailServerTheOwnerPassesOnTheLinkOfANewUserOnly) {
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

TEST_P(AccountsTest, AResetSetsThePasswordEndsSessionsAndTellsNobodyWhoHasAnAccount) {
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

TEST_P(AccountsTest, LinksExpire) {
    TestBrowser browser(*server);
    browser.post("/password-resets", R"({"email":"ana@example.org"})");
    auto token = mailed_token("ana@example.org");
    pass(std::chrono::hours(3));
    EXPECT_EQ(browser.post("/session/reset", token_body(token, R"(,"password":"wide open water")")).status,
              404);
}

TEST_P(AccountsTest, TheLastOwnerStays) {
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

TEST_P(AccountsTest, ADisabledUserIsOutAtOnce) {
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

TEST_P(AccountsTest, ATokenOfScopeReadOnlyReads) {
    TestBrowser browser(*server);
    ASSERT_EQ(sign_in(browser).status, 200);
    auto token = [&](const char* scope) {
        auto body = std::string(R"({"name":"script","scope":")") + scope + "\"}";
        auto made = browser.post("/tokens", body);
        EXPECT_EQ(made.status, 201);
        return std::string(body_of(made).at("token").as_string());
    };
    auto reads = token("read");
    auto writes = token("write");
    auto as = [&](const std::string& secret, bool write) {
        TestBrowser script(*server);
        script.add_header("authorization", "Bearer " + secret);
        return write ? script.patch("/workspace", R"({"name":"Harbor"})").status
                     : script.get("/workspace").status;
    };
    EXPECT_EQ(as(reads, false), 200);
    EXPECT_EQ(as(reads, true), 403);
    EXPECT_EQ(as(writes, true), 200);
    auto listed = browser.get("/tokens");
    EXPECT_EQ(listed.body.find(reads), std::string::npos);
    auto id = std::string(body_of(listed).at("items").at(0).at("id").as_string());
    EXPECT_EQ(browser.remove("/tokens/" + id).status, 204);
    EXPECT_EQ(as(reads, false), 401);
}

TEST_P(AccountsTest, ListsAndEndsSessions) {
    TestBrowser one(*server);
    TestBrowser two(*server);
    TestBrowser three(*server);
    for (auto* browser : {&one, &two, &three})
        ASSERT_EQ(sign_in(*browser).status, 200);
    auto listed = body_of(one.get("/sessions")).at("items").as_array();
    ASSERT_EQ(listed.size(), 3U);
    EXPECT_EQ(std::ranges::count_if(listed, [](const auto& s) { return s.at("current").as_bool(); }), 1);
    for (const auto& session : listed)
        EXPECT_EQ(one.cookie().find(session.at("id").as_string().c_str()), std::string::npos);
    auto other = std::ranges::find_if(listed, [](const auto& s) { return !s.at("current").as_bool(); });
    EXPECT_EQ(one.remove("/sessions/" + std::string(other->at("id").as_string())).status, 204);
    EXPECT_EQ(body_of(one.get("/sessions")).at("items").as_array().size(), 2U);
    EXPECT_EQ(one.remove("/sessions").status, 204);
    EXPECT_EQ(one.get("/session").status, 200);
    EXPECT_EQ(two.get("/session").status, 401);
    EXPECT_EQ(three.get("/session").status, 401);
}

TEST_P(AccountsTest, ChangesItsOwnNameAndPassword) {
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

TEST_P(AccountsTest, GoesFromOneWorkspaceToAnotherOfItsOwn) {
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

TEST_P(AccountsTest, SettingsAreRefusedToWhoeverReadAnOlderVersion) {
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

TEST_P(AccountsTest, KeysOfPeopleWhoAreNotSignedInDoNotClash) {
    TestBrowser one(*server);
    TestBrowser two(*server);
    one.add_header("idempotency-key", "1");
    EXPECT_EQ(one.post("/password-resets", R"({"email":"ana@example.org"})").status, 204);
    two.add_header("idempotency-key", "1");
    auto other = two.post("/password-resets", R"({"email":"ben@example.org"})");
    EXPECT_EQ(other.status, 204) << other.body;
    one.add_header("idempotency-key", "1");
    auto again = one.post("/password-resets", R"({"email":"ana@example.org"})");
    EXPECT_EQ(header_of(again, "idempotency-replayed"), "true");
    EXPECT_EQ(count("SELECT count(*) FROM mail"), 1);
}

TEST_P(AccountsTest, ASecretIsNotKeptForARepeatedKey) {
    TestBrowser browser(*server);
    sign_in(browser);
    browser.add_header("idempotency-key", "k");
    auto token =
        std::string(body_of(browser.post("/tokens", R"({"name":"script"})")).at("token").as_string());
    EXPECT_EQ(count("SELECT count(*) FROM idempotency WHERE answer IS NOT NULL"), 0);
    browser.add_header("idempotency-key", "k");
    EXPECT_EQ(browser.post("/tokens", R"({"name":"script"})").status, 409);
    EXPECT_EQ(count("SELECT count(*) FROM api_token"), 1);
}

TEST_P(AccountsTest, AWriteOfAnotherSitesPageIsRefused) {
    TestBrowser browser(*server);
    sign_in(browser);
    Request request;
    request.method = Method::post;
    request.path = "/api/v1/tokens";
    request.body = R"({"name":"forged"})";
    request.headers.emplace_back("cookie", std::string(session_cookie) + "=" + browser.cookie());
    EXPECT_EQ(server->application().handle(request).status, 403);
}

TEST_P(AccountsTest, WhatHasExpiredIsRemoved) {
    TestBrowser browser(*server);
    sign_in(browser);
    browser.post("/password-resets", R"({"email":"ana@example.org"})");
    browser.add_header("idempotency-key", "k");
    browser.post("/tokens", R"({"name":"script"})");
    remove_expired(**database);
    EXPECT_EQ(browser.get("/session").status, 200);
    pass(std::chrono::hours(24 * 40));
    remove_expired(**database);
    for (const char* table : {"session", "account_link", "attempt", "idempotency"})
        EXPECT_EQ(count("SELECT count(*) FROM " + std::string(table)), 0) << table;
    EXPECT_EQ(count("SELECT count(*) FROM api_token"), 1);
}

// RFC 6238, appendix B, the last six digits of its SHA-1 column; the secret is "12345678901234567890".
TEST(Totp, GivesTheCodesOfTheStandard) {
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    EXPECT_EQ(totp_code(secret, 59 / 30), "287082");
    EXPECT_EQ(totp_code(secret, 1111111109 / 30), "081804");
    EXPECT_EQ(totp_code(secret, 1111111111 / 30), "050471");
    EXPECT_EQ(totp_code(secret, 1234567890 / 30), "005924");
    EXPECT_EQ(totp_code(secret, 2000000000 / 30), "279037");
    EXPECT_EQ(totp_code(secret, 20000000000 / 30), "353130");
}

TEST(Totp, TakesTheStepsBesideThePresentOneButNoneTwice) {
    const std::string secret = new_totp_secret();
    auto now = Instant(std::chrono::seconds(30 * 1000));
    EXPECT_EQ(totp_step(secret, totp_code(secret, 999), now, {}), 999);
    EXPECT_EQ(totp_step(secret, totp_code(secret, 1001), now, {}), 1001);
    EXPECT_EQ(totp_step(secret, totp_code(secret, 1000), now, 1000), std::nullopt);
    EXPECT_EQ(totp_step(secret, "12345", now, {}), std::nullopt);
    // The clock was a day ahead when the last code was used.
    EXPECT_EQ(totp_step(secret, totp_code(secret, 1000), now, 1000 + 2880), 1000);
}

}  // namespace
}  // namespace wallchart::test
