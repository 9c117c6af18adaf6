#pragma once
// A browser without a network: keeps the cookie that the server gives it, as a real one does. For tests of
// how people sign in, where TestServer's own word for who asks would hide the point.

#include "features/accounts/sessions.h"
#include "http/application.h"
#include "http/events.h"
#include "support/test_database.h"
#include "support/test_server.h"

#include <string>
#include <string_view>

namespace wallchart::test {

/// The application with real sessions and tokens.
class SignInServer {
public:
    explicit SignInServer(TestDatabase& database, bool sends_mail = true);
    Application& application() { return *m_application; }
    Identities& identities() { return m_identities; }

private:
    EventHub m_events;
    Identities m_identities;
    std::unique_ptr<Application> m_application;
};

class TestBrowser {
public:
    explicit TestBrowser(SignInServer& server, std::string peer = "192.0.2.7")
        : m_server(server), m_peer(std::move(peer)) {}

    Response get(std::string_view path) { return send(Method::get, path, ""); }
    Response post(std::string_view path, std::string_view body = "{}") {
        return send(Method::post, path, body);
    }
    Response patch(std::string_view path, std::string_view body) { return send(Method::patch, path, body); }
    Response remove(std::string_view path) { return send(Method::delete_, path, ""); }

    const std::string& cookie() const { return m_cookie; }
    /// Sent with the next request only.
    void add_header(std::string name, std::string value) {
        m_extra.emplace_back(std::move(name), std::move(value));
    }

private:
    Response send(Method method, std::string_view path, std::string_view body);

    SignInServer& m_server;
    std::string m_peer;
    std::string m_cookie;
    Headers m_extra;
};

/// The value of a header of an answer; empty when absent.
std::string header_of(const Response& response, std::string_view name);

}  // namespace wallchart::test
