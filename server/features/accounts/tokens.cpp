#include "core/text.h"
#include "features/accounts/sessions.h"
#include "http/paging.h"

namespace wallchart {
namespace {

enum class TokenScope : std::uint8_t { read, write };
BOOST_DESCRIBE_ENUM(TokenScope, read, write)

struct ApiToken;

struct ApiTokenView {
    Id<ApiToken> id;
    std::string name;
    TokenScope scope = TokenScope::read;
    Id<User> user_id;
    std::string user_name;
    Instant created_at{};
    std::optional<Instant> used_at;
    std::optional<Instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(ApiTokenView, (),
                      (id, name, scope, user_id, user_name, created_at, used_at, expires_at))

/// Everybody sees their own tokens; owners those of the whole workspace.
const std::string token_query =
    "SELECT t.id, t.name, t.scope, t.user_id, u.name, t.created_at, t.used_at, t.expires_at "
    "FROM api_token t JOIN user_account u ON u.id = t.user_id "
    "WHERE t.workspace_id = $1 AND (t.user_id = $2 OR $3 = 1)";

struct ApiTokenList {
    std::string cursor;
    int limit = 100;
};
BOOST_DESCRIBE_STRUCT(ApiTokenList, (), (cursor, limit))

Result<Page<ApiTokenView>> list(Call& call, const ApiTokenList& query) {
    auto after = TRY(page_start(query.cursor, query.limit, 0));
    const auto& access = call.access();
    auto found = call.read([&](Reader& reader) {
        return reader.rows<ApiTokenView>(token_query + " AND t.id > $4 ORDER BY t.id LIMIT $5",
                                         access.workspace, access.user, access.may(Permission::administer),
                                         after, query.limit + 1);
    });
    return page_of(std::move(found), query.limit);
}

struct NewApiToken {
    std::string name;
    TokenScope scope = TokenScope::read;
    std::optional<Date> expires_on;  ///< the last day it works, in the workspace's time zone
};
BOOST_DESCRIBE_STRUCT(NewApiToken, (), (name, scope, expires_on))

struct MadeApiToken {
    Id<ApiToken> id;
    std::string token;  ///< shown this once
};
BOOST_DESCRIBE_STRUCT(MadeApiToken, (), (id, token))

Result<MadeApiToken> make(Call& call, const NewApiToken& input) {
    const auto& access = call.access();
    auto name = squeeze(input.name);
    if (name.empty() || length(name) > 100)
        return invalid("/name", "A name of 1 to 100 characters is needed.");
    std::optional<Instant> expires;
    if (input.expires_on) {
        expires = start_of_day(plus_days(*input.expires_on, 1), access.time_zone);
        if (*expires <= call.now()) return invalid("/expires_on", "This day has passed.");
    }
    call.set_status(201);
    return call.write("token", "", [&](Transaction& tx) -> Result<MadeApiToken> {
        MadeApiToken made{new_id<ApiToken>(), "wct_" + new_token()};
        tx.execute(
            "INSERT INTO api_token (id, token_hash, workspace_id, user_id, name, scope, created_at, "
            "expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            made.id, hash_token(made.token), access.workspace, access.user, name, input.scope, tx.now(),
            expires);
        return made;
    });
}

struct ApiTokenPath {
    Id<ApiToken> id;
};
BOOST_DESCRIBE_STRUCT(ApiTokenPath, (), (id))

Result<Nothing> remove(Call& call, const ApiTokenPath& path) {
    const auto& access = call.access();
    return call.write("token", "", [&](Transaction& tx) -> Result<Nothing> {
        auto removed = tx.execute(
            "DELETE FROM api_token WHERE id = $1 AND workspace_id = $2 AND (user_id = $3 OR $4 = 1)", path.id,
            access.workspace, access.user, access.may(Permission::administer));
        if (removed == 0) return not_found("The token");
        tx.touch("api_token");
        return Nothing{};
    });
}

struct OpenSession {
    std::string id;  ///< not the secret: the beginning of its hash
    Instant created_at{};
    Instant seen_at{};
    bool current = false;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, created_at, seen_at, current))

constexpr std::size_t session_id_length = 24;

Result<Page<OpenSession>> sessions(Call& call) {
    auto own = hash_token(call.request().cookie(session_cookie)).substr(0, session_id_length);
    Page<OpenSession> page;
    call.read([&](Reader& reader) {
        reader.each(
            "SELECT token_hash, created_at, seen_at FROM session WHERE user_id = $1 AND second_factor = 1 "
            "AND expires_at > $2 ORDER BY seen_at DESC, token_hash LIMIT 200",
            [&](const Row& row) {
                auto id = std::string(row.text(0).substr(0, session_id_length));
                page.items.push_back({id, Instant(std::chrono::milliseconds(row.integer(1))),
                                      Instant(std::chrono::milliseconds(row.integer(2))), id == own});
            },
            call.access().user, call.now());
    });
    return page;
}

struct OpenSessionPath {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OpenSessionPath, (), (id))

Result<Nothing> end(Call& call, const OpenSessionPath& path) {
    bool shaped = path.id.size() == session_id_length &&
                  path.id.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!shaped) return not_found("The session");
    return call.write("session", "", [&](Transaction& tx) -> Result<Nothing> {
        auto ended = tx.execute("DELETE FROM session WHERE user_id = $1 AND substr(token_hash, 1, 24) = $2",
                                call.access().user, path.id);
        if (ended == 0) return not_found("The session");
        tx.touch("session");
        return Nothing{};
    });
}

Result<Nothing> end_others(Call& call) {
    return call.write("session", "", [&](Transaction& tx) -> Result<Nothing> {
        tx.execute("DELETE FROM session WHERE user_id = $1 AND token_hash <> $2", call.access().user,
                   hash_token(call.request().cookie(session_cookie)));
        tx.touch("session");
        return Nothing{};
    });
}

}  // namespace

void add_token_routes(Router& router) {
    router.group("accounts")
        .add(Method::get, "/tokens", Permission::organize, list,
             "One's API tokens; an owner sees the whole workspace's")
        .add(Method::post, "/tokens", Permission::organize, make,
             "Make an API token with one's own role; it is shown once")
        .answers_secret()
        .add(Method::delete_, "/tokens/{id}", Permission::organize, remove, "Take an API token back")
        .add(Method::get, "/sessions", Permission::account, sessions, "Where one is signed in")
        .add(Method::delete_, "/sessions/{id}", Permission::account, end, "End one of one's sessions")
        .add(Method::delete_, "/sessions", Permission::account, end_others,
             "End all of one's sessions but this one");
}

}  // namespace wallchart
