// Every operation as every role, as nobody and as the owner of another workspace. The operations are those of
// the router itself: a new one is covered as soon as it is registered, or fails here until it can be filled.

#include "core/text.h"
#include "support/route_filler.h"

#include <filesystem>
#include <fstream>

namespace wallchart::test {
namespace {

struct Caller {
    std::string name;
    std::optional<Access> access;
    std::set<std::string> hidden;  ///< what no answer to them may hold
    bool foreign = false;
};

/// Readings of what only long work makes: there is nothing yet.
const std::set<std::string> not_made_yet{"GET /imports/{id}/rejects"};

/// Operations with a rule of their own beyond the role, which answers 403: with the reason.
const std::set<std::string> finer_rules{};

class MatrixTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        seed_workspace(*server);
        add("nobody", std::nullopt);
        add("stranger", server->stranger_access(), true);
        for (auto role : {Role::observer, Role::volunteer, Role::lead, Role::organizer, Role::owner})
            add(std::string(name_of(role)), server->access(role));
        auto bounded = server->access(Role::lead);
        bounded.organization = (*database)->read([&](Reader& reader) {
            return Id<Organization>{reader.value<std::int64_t>(
                "SELECT max(id) FROM organization WHERE workspace_id = $1 AND kind = 'local'",
                server->workspace())};
        });
        add("bounded lead", bounded);
        auto reading = server->access(Role::owner);
        reading.read_only = true;
        add("reading token", reading);
    }

    void add(std::string name, std::optional<Access> access, bool foreign = false) {
        Caller caller{std::move(name), std::move(access), {}, foreign};
        caller.hidden = hidden_from(*server, caller.access);
        callers.push_back(std::move(caller));
    }

    Response send(const Caller& caller, const Request& request) {
        if (caller.access) {
            server->as(*caller.access);
        } else {
            server->nobody();
        }
        auto response = server->send(request);
        if (!response.file.empty()) {
            std::ifstream file(response.file, std::ios::binary);
            response.body.assign(std::istreambuf_iterator<char>(file), {});
            file.close();
            std::filesystem::remove(response.file);
        }
        if (!request.body_file.empty()) std::filesystem::remove(request.body_file);
        return response;
    }

    static std::string describe(const Route& route) {
        return std::string(name_of(route.method)) + " " + route.path;
    }

    void check_leaks(const Caller& caller, const Route& route, const Response& response) {
        for (const auto& secret : caller.hidden)
            EXPECT_EQ(response.body.find(secret), std::string::npos)
                << describe(route) << " tells " << caller.name << " of " << secret;
    }

    /// What the answer must be by the operation's declared permission.
    void check_status(const Caller& caller, const Route& route, const Response& response) {
        auto where = describe(route) + " as " + caller.name + ": " + std::to_string(response.status) + " " +
                     response.body.substr(0, 300);
        EXPECT_LT(response.status, 500) << where;
        EXPECT_NE(response.status, 405) << where;
        if (route.permission == Permission::anyone) return;
        if (!caller.access) {
            EXPECT_EQ(response.status, 401) << where;
            return;
        }
        bool writes = route.method != Method::get;
        bool allowed = caller.access->may(route.permission) && !(caller.access->read_only && writes);
        if (!allowed) {
            EXPECT_EQ(response.status, 403) << where;
        } else {
            EXPECT_NE(response.status, 401) << where;
            if (!finer_rules.contains(describe(route))) {
                EXPECT_NE(response.status, 403) << where;
            }
        }
    }

    std::vector<Caller> callers;
};
ON_BOTH_DATABASES(MatrixTest);

/// Without what differs from one request to the next.
std::string without_request_id(const std::string& body) {
    auto start = body.find("\"instance\":");
    if (start == std::string::npos) return body;
    return body.substr(0, start) + body.substr(body.find(',', start) + 1);
}

TEST_P(MatrixTest, EveryOperationKeepsItsPermissionAndTellsNothingMore) {
    RouteFiller filler(*server);
    ASSERT_GT(callers.front().hidden.size(), 100U);
    const auto& routes = server->application().router().routes();
    // Filled before anything is called: later on some of the records are gone.
    std::vector<FilledRequest> requests;
    for (const auto& route : routes) {
        requests.push_back(filler.fill(route, Ids::stored));
        for (const auto& gap : requests.back().untaught)
            ADD_FAILURE() << describe(route) << ": teach tests/support/route_filler.cpp: " << gap;
    }
    // Readings first: what is written changes what there is to read.
    for (bool writes : {false, true}) {
        for (std::size_t at = 0; at < routes.size(); ++at) {
            const auto& route = routes[at];
            if ((route.method != Method::get) != writes) continue;
            for (const auto& caller : callers) {
                if (caller.foreign) continue;
                auto request = route.upload ? filler.fill(route, Ids::stored).request : requests[at].request;
                auto response = send(caller, request);
                check_status(caller, route, response);
                check_leaks(caller, route, response);
                // The owner sees everything: what is read must be there, or the test proves nothing.
                bool secret = route.path.find("{token}") != std::string::npos;
                bool made = !not_made_yet.contains(describe(route));
                if (!writes && caller.name == "owner" && !secret && made) {
                    EXPECT_LT(response.status, 400) << describe(route) << " " << response.body;
                }
            }
        }
    }
}

TEST_P(MatrixTest, RecordsOfAnotherWorkspaceAreAsIfAbsent) {
    RouteFiller filler(*server);
    const auto& stranger = callers[1];
    for (const auto& route : server->application().router().routes()) {
        auto stored = filler.fill(route, Ids::stored);
        auto of_stored = send(stranger, stored.request);
        check_status(stranger, route, of_stored);
        check_leaks(stranger, route, of_stored);
        if (!stored.names_records || route.permission == Permission::anyone) continue;
        auto absent = filler.fill(route, Ids::absent);
        auto of_absent = send(stranger, absent.request);
        EXPECT_EQ(of_stored.status, of_absent.status) << describe(route) << " " << of_stored.body;
        EXPECT_EQ(without_request_id(of_stored.body), without_request_id(of_absent.body)) << describe(route);
        if (stored.path_names_records) {
            bool refused = of_stored.status == 404 || of_stored.status == 422;
            EXPECT_TRUE(refused) << describe(route) << " " << of_stored.status << " " << of_stored.body;
        }
    }
    // And nothing of the first workspace has changed.
    auto touched = (*database)->read([&](Reader& reader) {
        return reader.value<std::int64_t>(
            "SELECT count(*) FROM batch WHERE workspace_id = $1 AND user_id = $2", server->workspace(),
            server->stranger_access().user);
    });
    EXPECT_EQ(touched, 0);
}

}  // namespace
}  // namespace wallchart::test
