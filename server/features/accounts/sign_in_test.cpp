// Signing in and out, and what stands in the way of those who guess.
#include "features/accounts/sessions.h"
#include "support/accounts_world.h"

namespace wallchart::test {
namespace {

class SignInTest : public AccountsWorld {};
ON_BOTH_DATABASES(SignInTest);

TEST_P(SignInTest, SignsInAndOut) {
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

TEST_P(SignInTest, TheCookieIsOutOfReachOfScripts) {
    TestBrowser browser(*server);
    auto cookie = header_of(sign_in(browser), "set-cookie");
    for (const char* part : {"HttpOnly", "SameSite=Lax", "Secure", "Path=/"})
        EXPECT_NE(cookie.find(part), std::string::npos) << cookie;
}

TEST_P(SignInTest, TellsAWrongPasswordAndAnUnknownAddressAlike) {
    TestBrowser browser(*server);
    auto wrong = body_of(sign_in(browser, "not the password"));
    auto unknown = body_of(sign_in(browser, good_password, "nobody@example.org"));
    EXPECT_EQ(wrong.at("detail"), unknown.at("detail"));
    EXPECT_EQ(wrong.at("status"), unknown.at("status"));
}

TEST_P(SignInTest, LimitsGuessesAtAPasswordWhetherTheAccountExistsOrNot) {
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

TEST_P(SignInTest, LimitsGuessesFromOneAddressOverManyAccounts) {
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

TEST_P(SignInTest, ASuccessForgetsTheFailuresBefore) {
    TestBrowser browser(*server);
    for (int round = 0; round < 3; ++round) {
        for (int guess = 0; guess < 5; ++guess)
            EXPECT_EQ(sign_in(browser, "guess").status, 401);
        EXPECT_EQ(sign_in(browser).status, 200);
    }
}

TEST_P(SignInTest, AClockSetBackNeitherLocksAccountsNorRevivesSessions) {
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

TEST_P(SignInTest, IsAnsweredInTheLanguageOfTheScreenThatAsks) {
    TestBrowser browser(*server);
    sign_in(browser);
    auto language = [&](std::string shown) {
        Request request;
        request.headers.emplace_back("cookie", std::string(session_cookie) + "=" + browser.cookie());
        if (!shown.empty()) request.headers.emplace_back("accept-language", std::move(shown));
        auto identity = server->identities().identify(request);
        return identity && *identity ? (*identity)->access.language : "";
    };
    EXPECT_EQ(language(""), "en");
    EXPECT_EQ(language("es"), "es");
    EXPECT_EQ(language(""), "en") << "for that one request only";
    EXPECT_EQ(language("es-US,es;q=0.9"), "en") << "sent by the browser, chosen by nobody";
    EXPECT_EQ(language("<b>"), "en");
}

TEST_P(SignInTest, AWriteOfAnotherSitesPageIsRefused) {
    TestBrowser browser(*server);
    sign_in(browser);
    Request request;
    request.method = Method::post;
    request.path = "/api/v1/tokens";
    request.body = R"({"name":"forged"})";
    request.headers.emplace_back("cookie", std::string(session_cookie) + "=" + browser.cookie());
    EXPECT_EQ(server->application().handle(request).status, 403);
}

}  // namespace
}  // namespace wallchart::test
