#include "support/test_server.h"

#include "features/features.h"

#include <filesystem>
#include <fstream>

namespace wallchart::test {

TestServer::TestServer(TestDatabase& database) : m_database(database), m_events(*database) {
    m_folder = (std::filesystem::temp_directory_path() / ("wallchart_test_" + std::to_string(new_id_value())))
                   .string();
    auto done = database->write({{}, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
        auto workspace = TRY(create_workspace(tx, {"harbor", "Harbor Alliance"}));
        for (int role = 0; role < 5; ++role) {
            auto name = std::string(name_of(static_cast<Role>(role)));
            auto user = TRY(add_user(tx, {name + "@example.org", name, "", "en"}));
            TRY(set_role(tx, workspace.id, user.id, static_cast<Role>(role)));
            m_access[static_cast<std::size_t>(role)] = {.user = user.id,
                                                        .workspace = workspace.id,
                                                        .role = static_cast<Role>(role),
                                                        .organization = {},
                                                        .read_only = false,
                                                        .language = "en",
                                                        .time_zone = workspace.time_zone};
        }
        auto other = TRY(create_workspace(tx, {"valley", "Valley Council"}));
        auto user = TRY(add_user(tx, {"stranger@example.org", "Stranger", "", "en"}));
        TRY(set_role(tx, other.id, user.id, Role::owner));
        m_stranger = {.user = user.id, .workspace = other.id, .role = Role::owner};
        return {};
    });
    if (!done) throw std::runtime_error(done.error().message);

    Router router;
    add_all_routes(router);
    Services services{*m_database, database.clock(), m_events, "http://localhost", m_folder};
    m_application = std::make_unique<Application>(services, std::move(router),
                                                  [this](const Request&) -> Result<std::optional<Identity>> {
                                                      if (!m_asking) return std::nullopt;
                                                      return Identity{*m_asking, false};
                                                  });
    as(Role::owner);
}

TestServer& TestServer::as(Role role) {
    m_asking = access(role);
    return *this;
}

TestServer& TestServer::as(const Access& access) {
    m_asking = access;
    return *this;
}

TestServer& TestServer::stranger() {
    m_asking = m_stranger;
    return *this;
}

TestServer& TestServer::nobody() {
    m_asking.reset();
    return *this;
}

Response TestServer::send(Request request) {
    return m_application->handle(request);
}

namespace {

Request request_to(Method method, std::string_view path, std::string_view body, std::string_view revision) {
    Request request;
    request.method = method;
    auto question = path.find('?');
    request.path = (path.starts_with("//") ? "" : "/api/v1") +
                   std::string(path.substr(path.starts_with("//") ? 1 : 0,
                                           question == std::string_view::npos
                                               ? std::string_view::npos
                                               : question - (path.starts_with("//") ? 1 : 0)));
    if (question != std::string_view::npos) request.query = path.substr(question + 1);
    request.body = body;
    request.peer = "192.0.2.1";
    if (!revision.empty()) request.headers.emplace_back("if-match", revision);
    return request;
}

}  // namespace

Response TestServer::get(std::string_view path) {
    return send(request_to(Method::get, path, "", ""));
}

Response TestServer::post(std::string_view path, std::string_view body) {
    return send(request_to(Method::post, path, body, ""));
}

Response TestServer::put(std::string_view path, std::string_view body, std::string_view revision) {
    return send(request_to(Method::put, path, body, revision));
}

Response TestServer::patch(std::string_view path, std::string_view body, std::string_view revision) {
    return send(request_to(Method::patch, path, body, revision));
}

Response TestServer::remove(std::string_view path, std::string_view revision) {
    return send(request_to(Method::delete_, path, "", revision));
}

Response TestServer::upload(std::string_view path, std::string_view content) {
    std::filesystem::create_directories(m_folder);
    auto file = m_folder + "/upload";
    std::ofstream(file, std::ios::binary) << content;
    auto request = request_to(Method::post, path, "", "");
    request.body_file = file;
    auto response = send(std::move(request));
    std::filesystem::remove(file);
    return response;
}

boost::json::value body_of(const Response& response) {
    auto value = parse_json(response.body);
    EXPECT_TRUE(value) << response.status << " " << response.body;
    return value ? *value : boost::json::value{};
}

}  // namespace wallchart::test
