// API tokens, open sessions, and answers kept for repeated requests.
#include "support/accounts_world.h"

#include <algorithm>

namespace wallchart::test {
namespace {

class TokensTest : public AccountsWorld {};
ON_BOTH_DATABASES(TokensTest);

TEST_P(TokensTest, ATokenOfScopeReadOnlyReads) {
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

TEST_P(TokensTest, ListsAndEndsSessions) {
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

TEST_P(TokensTest, KeysOfPeopleWhoAreNotSignedInDoNotClash) {
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

TEST_P(TokensTest, ASecretIsNotKeptForARepeatedKey) {
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

TEST_P(TokensTest, WhatHasExpiredIsRemoved) {
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

}  // namespace
}  // namespace wallchart::test
