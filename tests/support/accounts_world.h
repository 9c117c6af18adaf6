#pragma once
// A workspace with one owner, Ana, who signs in with a password: for tests of accounts.

#include "features/accounts/accounts.h"
#include "support/test_browser.h"

#include <string>

namespace wallchart::test {

inline constexpr const char* good_password = "harbor lights at dawn";

class AccountsWorld : public StoreTest {
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

/// The body of a request that shows a token; `more` are further members, beginning with a comma.
inline std::string token_body(const std::string& token, const std::string& more = "") {
    return "{\"token\":\"" + token + "\"" + more + "}";
}

}  // namespace wallchart::test
