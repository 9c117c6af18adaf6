#pragma once
// Requests for any route of the program, made from its description: the {values} of its path, a body, a
// query. What it can't fill it names, so that it must be taught here.

#include "support/test_server.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wallchart::test {

/// Fills the server's workspace with the sample movement and one of each record that the sample lacks.
/// Throws if something can't be made.
void seed_workspace(TestServer& server);

/// Which ids a request names.
enum class Ids : std::uint8_t {
    stored,  ///< of records that there are
    absent,  ///< of records that there never were
};

struct FilledRequest {
    Request request;
    bool names_records = false;           ///< its path or body holds an id
    bool path_names_records = false;      ///< its path does
    std::vector<std::string> untaught{};  ///< what could not be filled
};

class RouteFiller {
public:
    explicit RouteFiller(TestServer& server) : m_server(server) {}
    FilledRequest fill(const Route& route, Ids ids);
    /// JSON of the type with a plausible value in each member.
    std::string body(const ValueType& type, Ids ids, FilledRequest& filled);

private:
    std::string path_value(const Route& route, std::string_view before, std::string_view name, Ids ids,
                           FilledRequest& filled);
    std::string record_id(const std::string& table, Ids ids, FilledRequest& filled);
    void append(std::string& out, const ValueType& type, std::string_view name, Ids ids,
                FilledRequest& filled);

    TestServer& m_server;
};

/// What of the seeded people an Access may not see: full names, e-mails and phones.
std::set<std::string> hidden_from(TestServer& server, const std::optional<Access>& access);

}  // namespace wallchart::test
