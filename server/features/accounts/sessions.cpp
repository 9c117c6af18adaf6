#include "features/accounts/sessions.h"

#include "core/log.h"
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

Result<Access> access_of(Reader& reader, Id<Workspace> workspace, Id<User> user) {
    std::optional<Access> found;
    reader.each(
        "SELECT u.id, u.language, r.workspace_id, r.role, r.organization_id, w.time_zone FROM user_account u "
        "JOIN user_role r ON r.user_id = u.id JOIN workspace w ON w.id = r.workspace_id WHERE u.id = $1 AND "
        "r.workspace_id = $2 AND u.disabled = 0 AND r.disabled = 0",
        [&](const Row& row) { found = read_access(row); }, user, workspace);
    if (!found) return not_found("This user");
    return std::move(*found);
}

std::string begin_session(Transaction& tx, Id<User> user, std::optional<Id<Workspace>> workspace,
                          bool second_factor) {
    if (!workspace) {
        auto first = tx.value<std::int64_t>(
            "SELECT workspace_id FROM user_role WHERE user_id = $1 AND disabled = 0 ORDER BY workspace_id "
            "LIMIT 1",
            user);
        if (first != 0) workspace = Id<Workspace>{first};
    }
    auto token = new_token();
    tx.execute("DELETE FROM session WHERE expires_at < $1", tx.now());
    tx.execute(
        "INSERT INTO session (token_hash, user_id, workspace_id, created_at, seen_at, expires_at, "
        "second_factor) "
        "VALUES ($1, $2, $3, $4, $4, $5, $6)",
        hash_token(token), user, workspace, tx.now(),
        tx.now() + (second_factor ? std::chrono::minutes(session_lifetime) : half_session_lifetime),
        second_factor);
    return token;
}

std::optional<Id<User>> user_of_half_session(Reader& reader, std::string_view token, Instant now) {
    auto user = reader.value<std::int64_t>(
        "SELECT user_id FROM session WHERE token_hash = $1 AND second_factor = 0 AND expires_at > $2",
        hash_token(token), now);
    if (user == 0) return std::nullopt;
    return Id<User>{user};
}

std::string complete_session(Transaction& tx, std::string_view token, Id<User> user) {
    auto workspace =
        tx.value<std::int64_t>("SELECT workspace_id FROM session WHERE token_hash = $1", hash_token(token));
    tx.execute("DELETE FROM session WHERE token_hash = $1", hash_token(token));
    std::optional<Id<Workspace>> chosen;
    if (workspace != 0) chosen = Id<Workspace>{workspace};
    return begin_session(tx, user, chosen, true);
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

void remove_expired(Database& database) {
    auto done = database.write({{}, {}, "upkeep", ""}, [](Transaction& tx) -> Result<void> {
        constexpr auto day = std::chrono::hours(24);
        tx.execute("DELETE FROM session WHERE expires_at < $1", tx.now());
        tx.execute("DELETE FROM account_link WHERE expires_at < $1", tx.now() - day * 30);
        tx.execute("DELETE FROM attempt WHERE at < $1", tx.now() - day);
        tx.execute("DELETE FROM idempotency WHERE at < $1", tx.now() - day * 3);
        return {};
    });
    if (!done) log(LogLevel::warning, "expired records not removed");
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
    auto identity = TRY(known(request));
    // Our own screens name the language that they are shown in, which may be chosen for one browser only.
    // What browsers send by themselves ("es-US,es;q=0.9") says nothing of that.
    auto shown = request.header("accept-language");
    if (identity && (shown == "en" || shown == "es")) identity->access.language = shown;
    return identity;
}

Result<std::optional<Identity>> Identities::known(const Request& request) {
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
    std::optional<Instant> used;
    auto now = m_database.clock().now();
    m_database.read([&](Reader& reader) {
        reader.each(
            "SELECT u.id, u.language, r.workspace_id, r.role, r.organization_id, w.time_zone, s.seen_at "
            "FROM session s JOIN user_account u ON u.id = s.user_id "
            "LEFT JOIN user_role r ON r.user_id = s.user_id AND r.workspace_id = s.workspace_id AND "
            "r.disabled = 0 LEFT JOIN workspace w ON w.id = r.workspace_id "
            "WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.second_factor = 1 AND u.disabled = 0",
            [&](const Row& row) {
                identity.emplace().access = read_access(row);
                used.emplace(std::chrono::milliseconds(row.integer(6)));
            },
            hash, now);
    });
    if (!identity) return failure(ErrorKind::unauthenticated, "Sign in to do this.");
    note_use("UPDATE session SET seen_at = $1 WHERE token_hash = $2", hash, used);
    return *identity;
}

Result<Identity> Identities::by_token(std::string_view hash) {
    std::optional<Identity> identity;
    std::optional<Instant> used;
    auto now = m_database.clock().now();
    m_database.read([&](Reader& reader) {
        reader.each(
            "SELECT u.id, u.language, r.workspace_id, r.role, r.organization_id, w.time_zone, t.scope, "
            "t.used_at "
            "FROM api_token t JOIN user_account u ON u.id = t.user_id "
            "JOIN user_role r ON r.user_id = t.user_id AND r.workspace_id = t.workspace_id "
            "JOIN workspace w ON w.id = r.workspace_id "
            "WHERE t.token_hash = $1 AND r.disabled = 0 AND (t.expires_at IS NULL OR t.expires_at > $2) AND "
            "u.disabled = 0",
            [&](const Row& row) {
                identity.emplace().access = read_access(row);
                identity->access.read_only = row.text(6) != "write";
                if (!row.is_null(7)) used.emplace(std::chrono::milliseconds(row.integer(7)));
            },
            hash, now);
    });
    if (!identity) return failure(ErrorKind::unauthenticated, "This token is unknown or has expired.");
    note_use("UPDATE api_token SET used_at = $1 WHERE token_hash = $2", hash, used);
    return *identity;
}

void Identities::note_use(std::string_view sql, std::string_view hash, std::optional<Instant> before) {
    auto now = m_database.clock().now();
    if (before && *before <= now && now - *before < std::chrono::hours(1)) return;
    // Of no weight: where it can't be written, the request goes on all the same.
    auto noted = m_database.write({{}, {}, "session", ""}, [&](Transaction& tx) -> Result<void> {
        tx.execute(sql, now, hash);
        return {};
    });
    if (!noted) log(LogLevel::warning, "use of a session not noted");
}

}  // namespace wallchart
