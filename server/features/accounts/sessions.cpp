#include "features/accounts/sessions.h"

#include "core/text.h"

namespace wallchart {
namespace {

constexpr auto remembered_for = std::chrono::seconds{2};
constexpr std::size_t remembered_limit = 10'000;

Access read_access(const Row& row) {
    Access access;
    access.user.value = row.integer(0);
    access.language = row.text(1);
    if (row.is_null(2)) return access;
    access.workspace.value = row.integer(2);
    access.role = parse_choice<Role>(row.text(3)).value_or(Role::observer);
    if (!row.is_null(4)) access.organization = Id<Organization>{row.integer(4)};
    access.time_zone = row.text(5);
    return access;
}

}  // namespace

std::string begin_session(Transaction& tx, Id<User> user, std::optional<Id<Workspace>> workspace,
                          bool second_factor) {
    if (!workspace) {
        auto first = tx.value<std::int64_t>(
            "SELECT workspace_id FROM user_role WHERE user_id = $1 ORDER BY workspace_id LIMIT 1", user);
        if (first != 0) workspace = Id<Workspace>{first};
    }
    auto token = new_token();
    tx.execute("DELETE FROM session WHERE expires_at < $1", tx.now());
    tx.execute(
        "INSERT INTO session (token_hash, user_id, workspace_id, created_at, seen_at, expires_at, "
        "second_factor) "
        "VALUES ($1, $2, $3, $4, $4, $5, $6)",
        hash_token(token), user, workspace, tx.now(), tx.now() + session_lifetime, second_factor);
    return token;
}

void end_session(Transaction& tx, std::string_view token) {
    tx.execute("DELETE FROM session WHERE token_hash = $1", hash_token(token));
    tx.touch("session");
}

void end_sessions_of(Transaction& tx, Id<User> user) {
    tx.execute("DELETE FROM session WHERE user_id = $1", user);
    tx.touch("session");
}

std::string session_cookie_header(std::string_view token, bool https) {
    auto cookie = std::string(session_cookie) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax";
    if (https) cookie += "; Secure";
    auto seconds =
        token.empty() ? 0 : std::chrono::duration_cast<std::chrono::seconds>(session_lifetime).count();
    return cookie + "; Max-Age=" + std::to_string(seconds);
}

Identities::Identities(Database& database) : m_database(database) {
    m_listening = database.on_change([this](const ChangeNotice& notice) {
        for (const auto& topic : notice.topics)
            if (topic == "user_role" || topic == "session" || topic == "user_account" ||
                topic == "api_token" || topic == "workspace" || topic == "*")
                forget_all();
    });
}

void Identities::forget_all() {
    std::lock_guard lock(m_mutex);
    m_remembered.clear();
}

Result<std::optional<Identity>> Identities::identify(const Request& request) {
    auto authorization = request.header("authorization");
    bool bearer = authorization.size() > 7 && to_lower_ascii(authorization.substr(0, 7)) == "bearer ";
    auto secret = bearer ? std::string(trim(authorization.substr(7))) : request.cookie(session_cookie);
    if (secret.empty()) return std::nullopt;
    auto hash = hash_token(secret);
    auto key = (bearer ? "t" : "s") + hash;
    auto now = std::chrono::steady_clock::now();
    {
        std::lock_guard lock(m_mutex);
        auto found = m_remembered.find(key);
        if (found != m_remembered.end() && found->second.until > now) return found->second.identity;
    }
    auto identity = bearer ? by_token(hash) : by_session(hash);
    if (!identity) {
        // An old cookie is no error: the sign-in page must still open. An old token is one.
        if (!bearer) return std::nullopt;
        return std::unexpected(identity.error());
    }
    identity->by_cookie = !bearer;
    std::lock_guard lock(m_mutex);
    if (m_remembered.size() >= remembered_limit) m_remembered.clear();
    m_remembered[key] = {*identity, now + remembered_for};
    return *identity;
}

Result<Identity> Identities::by_session(std::string_view hash) {
    std::optional<Identity> identity;
    auto now = m_database.clock().now();
    m_database.read([&](Reader& reader) {
        reader.each(
            "SELECT u.id, u.language, r.workspace_id, r.role, r.organization_id, w.time_zone "
            "FROM session s JOIN user_account u ON u.id = s.user_id "
            "LEFT JOIN user_role r ON r.user_id = s.user_id AND r.workspace_id = s.workspace_id "
            "LEFT JOIN workspace w ON w.id = r.workspace_id "
            "WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.second_factor = 1 AND u.disabled = 0",
            [&](const Row& row) { identity.emplace().access = read_access(row); }, hash, now);
    });
    if (!identity) return failure(ErrorKind::unauthenticated, "Sign in to do this.");
    return *identity;
}

Result<Identity> Identities::by_token(std::string_view hash) {
    std::optional<Identity> identity;
    auto now = m_database.clock().now();
    m_database.read([&](Reader& reader) {
        reader.each(
            "SELECT u.id, u.language, r.workspace_id, r.role, r.organization_id, w.time_zone, t.scope "
            "FROM api_token t JOIN user_account u ON u.id = t.user_id "
            "JOIN user_role r ON r.user_id = t.user_id AND r.workspace_id = t.workspace_id "
            "JOIN workspace w ON w.id = r.workspace_id "
            "WHERE t.token_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > $2) AND u.disabled = 0",
            [&](const Row& row) {
                identity.emplace().access = read_access(row);
                identity->access.read_only = row.text(6) != "write";
            },
            hash, now);
    });
    if (!identity) return failure(ErrorKind::unauthenticated, "This token is unknown or has expired.");
    return *identity;
}

}  // namespace wallchart
