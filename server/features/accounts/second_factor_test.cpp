// The second factor: codes of an app, and those on paper.
#include "support/accounts_world.h"

namespace wallchart::test {
namespace {

class SecondFactorTest : public AccountsWorld {};
ON_BOTH_DATABASES(SecondFactorTest);

TEST_P(SecondFactorTest, ASecondFactorIsAskedForOnceItIsConfirmed) {
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

TEST_P(SecondFactorTest, CodesCannotBeGuessedAndAHalfSessionPasses) {
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
