#pragma once
// The whole application without a network: requests as each role, on a fresh database.

#include "features/accounts/accounts.h"
#include "http/application.h"
#include "http/events.h"
#include "support/test_database.h"

#include <boost/json.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace wallchart::test {

/// A workspace with one user of each role, and a second workspace with an owner of its own.
class TestServer {
public:
    explicit TestServer(TestDatabase& database);

    /// Who asks next: until another is chosen.
    TestServer& as(Role role);
    TestServer& stranger();  ///< the owner of the other workspace
    TestServer& nobody();    ///< not signed in
    TestServer& as(const Access& access);

    Response get(std::string_view path);
    Response post(std::string_view path, std::string_view body = "{}");
    Response put(std::string_view path, std::string_view body, std::string_view revision = {});
    /// With If-Match when `revision` is given.
    Response patch(std::string_view path, std::string_view body, std::string_view revision = {});
    Response remove(std::string_view path, std::string_view revision = {});
    /// Sends `content` as an upload.
    Response upload(std::string_view path, std::string_view content);
    /// Any request; the caller's identity is added.
    Response send(Request request);

    /// The Access of a role's user, for calls of stores.
    const Access& access(Role role) const { return m_access[static_cast<std::size_t>(role)]; }
    const Access& stranger_access() const { return m_stranger; }
    Id<User> user(Role role) const { return access(role).user; }
    Id<Workspace> workspace() const { return m_access.front().workspace; }
    Database& database() { return *m_database; }
    Application& application() { return *m_application; }
    /// Where uploads are kept.
    const std::string& data_folder() const { return m_folder; }

private:
    TestDatabase& m_database;
    EventHub m_events;
    std::array<Access, 5> m_access;
    Access m_stranger;
    std::optional<Access> m_asking;
    std::string m_folder;
    std::unique_ptr<Application> m_application;
};

/// The answer's JSON. Fails the test when it is none.
boost::json::value body_of(const Response& response);

/// StoreTest with a TestServer as `server`.
class ServerTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) server = std::make_unique<TestServer>(*database);
    }
    void TearDown() override { server.reset(); }
    std::unique_ptr<TestServer> server;
};

}  // namespace wallchart::test
