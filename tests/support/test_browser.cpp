#include "support/test_browser.h"

#include "features/features.h"

namespace wallchart::test {

SignInServer::SignInServer(TestDatabase& database, bool sends_mail)
    : m_events(*database), m_identities(*database) {
    Router router;
    add_all_routes(router);
    Services services{*database, database.clock(), m_events, "https://wallchart.example.org", "/tmp"};
    services.sends_mail = sends_mail;
    m_application =
        std::make_unique<Application>(services, std::move(router), [this](const Request& request) {
            // The two seconds for which answers are remembered are real ones; tests don't wait.
            m_identities.forget_all();
            return m_identities.identify(request);
        });
}

Response TestBrowser::send(Method method, std::string_view path, std::string_view body) {
    Request request;
    request.method = method;
    auto question = path.find('?');
    request.path = "/api/v1" + std::string(path.substr(0, question));
    if (question != std::string_view::npos) request.query = path.substr(question + 1);
    request.body = body;
    request.peer = m_peer;
    request.headers = std::exchange(m_extra, {});
    request.headers.emplace_back("x-wallchart", "1");
    if (!m_cookie.empty())
        request.headers.emplace_back("cookie", std::string(session_cookie) + "=" + m_cookie);
    auto response = m_server.application().handle(request);
    auto given = header_of(response, "set-cookie");
    if (!given.empty()) {
        auto start = given.find('=') + 1;
        m_cookie = given.substr(start, given.find(';') - start);
    }
    return response;
}

std::string header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

}  // namespace wallchart::test
