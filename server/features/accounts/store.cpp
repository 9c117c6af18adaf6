#include "core/text.h"
#include "features/accounts/accounts.h"

namespace wallchart {

std::string slug_of(std::string_view name) {
    std::string slug;
    for (char letter : fold(name)) {
        bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) slug.push_back(letter);
        if (!plain && !slug.empty() && slug.back() != '-') slug.push_back('-');
    }
    slug.resize(std::min<std::size_t>(slug.size(), 40));
    while (slug.ends_with('-'))
        slug.pop_back();
    return slug;
}

Result<Workspace> create_workspace(Transaction& tx, const NewWorkspace& wanted) {
    Workspace workspace;
    workspace.name = squeeze(wanted.name);
    workspace.slug = wanted.slug.empty() ? slug_of(workspace.name) : wanted.slug;
    workspace.language = wanted.language;
    workspace.time_zone = wanted.time_zone;
    if (workspace.name.empty() || length(workspace.name) > 200)
        return invalid("/name", "A name of 1 to 200 characters is needed.");
    if (workspace.slug.empty() || workspace.slug != slug_of(workspace.slug))
        return invalid("/slug", "The short name takes small letters, digits and dashes, at most 40.");
    if (workspace.language != "en" && workspace.language != "es")
        return invalid("/language", "The language is en or es.");
    if (!is_time_zone(workspace.time_zone)) return invalid("/time_zone", "There is no such time zone.");
    if (tx.value<std::int64_t>("SELECT count(*) FROM workspace WHERE slug = $1", workspace.slug) > 0)
        return failure(ErrorKind::conflict, "There is already a workspace of that short name.");
    tx.insert(workspace);
    return workspace;
}

Result<Workspace> find_workspace(Reader& reader, std::string_view slug) {
    auto sql = "SELECT " + columns<Workspace>() + " FROM workspace";
    auto found = slug.empty() ? reader.rows<Workspace>(sql + " ORDER BY id LIMIT 2")
                              : reader.rows<Workspace>(sql + " WHERE slug = $1", slug);
    if (found.empty()) return not_found("The workspace");
    if (found.size() > 1)
        return failure(ErrorKind::conflict, "There are several workspaces: say which by its short name.");
    return found.front();
}

Result<User> add_user(Transaction& tx, const NewUser& wanted) {
    auto email = normalize_email(wanted.email);
    if (!email) return invalid("/email", "This is not an e-mail address.");
    auto name = squeeze(wanted.name);
    if (length(name) > 200) return invalid("/name", "The name is longer than 200 characters.");
    const std::string sql = "SELECT id, email, name, language, disabled FROM user_account WHERE email = $1";
    if (auto known = tx.row<User>(sql, *email)) return *known;
    User user{new_id<User>(), *email, name.empty() ? *email : name, wanted.language, false};
    std::optional<std::string> hash;
    if (!wanted.password.empty()) {
        TRY(check_password(wanted.password, user.email, user.name));
        hash = hash_password(wanted.password);
    }
    tx.execute(
        "INSERT INTO user_account (id, email, name, password_hash, language, disabled, created_at) "
        "VALUES ($1, $2, $3, $4, $5, 0, $6)",
        user.id, user.email, user.name, hash, user.language, tx.now());
    return user;
}

Result<void> set_role(Transaction& tx, Id<Workspace> workspace, Id<User> user, Role role,
                      std::optional<Id<Organization>> organization) {
    auto known = tx.row<UserRole>(
        "SELECT " + columns<UserRole>() + " FROM user_role WHERE workspace_id = $1 AND user_id = $2",
        workspace, user);
    if (!known) {
        UserRole made{{}, workspace, user, role, organization, false, {}};
        tx.insert(made);
        return {};
    }
    known->role = role;
    known->organization_id = organization;
    known->disabled = false;
    return tx.update(*known);
}

Result<void> set_password(Transaction& tx, Id<User> user, std::string_view password) {
    auto known =
        tx.row<User>("SELECT id, email, name, language, disabled FROM user_account WHERE id = $1", user);
    if (!known) return not_found("The user");
    TRY(check_password(password, known->email, known->name));
    tx.execute("UPDATE user_account SET password_hash = $1 WHERE id = $2", hash_password(password), user);
    tx.execute("DELETE FROM session WHERE user_id = $1", user);
    tx.touch("session");
    tx.touch("user_account");
    return {};
}

bool has_password(Reader& reader, Id<User> user, std::string_view password) {
    return password_fits(
        password, reader.value<std::string>("SELECT password_hash FROM user_account WHERE id = $1", user));
}

Result<void> check_other_owner(Transaction& tx, Id<Workspace> workspace, Id<User> user) {
    // Two owners who remove each other at once must wait for one another.
    tx.each(
        "SELECT id FROM user_role WHERE workspace_id = $1 AND role = 'owner' ORDER BY id" +
            std::string(tx.dialect().lock_rows()),
        [](const Row&) {}, workspace);
    auto others = tx.value<std::int64_t>(
        "SELECT count(*) FROM user_role r JOIN user_account u ON u.id = r.user_id "
        "WHERE r.workspace_id = $1 AND r.role = 'owner' AND r.user_id <> $2 AND r.disabled = 0 "
        "AND u.disabled = 0 AND u.password_hash IS NOT NULL",
        workspace, user);
    if (others == 0)
        return failure(ErrorKind::conflict, "A workspace keeps at least one owner who can sign in.");
    return {};
}

std::string make_link(Transaction& tx, LinkKind kind, std::optional<Id<User>> user,
                      std::optional<Id<Workspace>> workspace, std::chrono::hours lifetime) {
    auto token = new_token();
    tx.execute(
        "INSERT INTO account_link (token_hash, kind, user_id, workspace_id, created_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        hash_token(token), kind, user, workspace, tx.now(), tx.now() + lifetime);
    return token;
}

Result<Link> find_link(Reader& reader, LinkKind kind, std::string_view token, Instant now) {
    std::optional<Link> found;
    reader.each(
        "SELECT user_id, workspace_id FROM account_link "
        "WHERE token_hash = $1 AND kind = $2 AND used_at IS NULL AND expires_at > $3",
        [&](const Row& row) {
            found.emplace().kind = kind;
            if (!row.is_null(0)) found->user_id = Id<User>{row.integer(0)};
            if (!row.is_null(1)) found->workspace_id = Id<Workspace>{row.integer(1)};
        },
        hash_token(token), kind, now);
    if (!found) return failure(ErrorKind::not_found, "This link has expired or has been used already.");
    return *found;
}

Result<Link> use_link(Transaction& tx, LinkKind kind, std::string_view token) {
    auto link = find_link(tx, kind, token, tx.now());
    if (!link) return link;
    auto used = tx.execute("UPDATE account_link SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL",
                           tx.now(), hash_token(token));
    if (used == 0) return failure(ErrorKind::not_found, "This link has expired or has been used already.");
    return link;
}

std::string link_path(LinkKind kind, std::string_view token) {
    switch (kind) {
        case LinkKind::set_up:
            return "/set-up/" + std::string(token);
        case LinkKind::invitation:
            return "/invitation/" + std::string(token);
        case LinkKind::reset:
            return "/reset/" + std::string(token);
        case LinkKind::sign_in:
            break;
    }
    return "/sign-in/link/" + std::string(token);
}

bool is_empty_installation(Reader& reader) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM (SELECT id FROM user_account LIMIT 1) AS first") == 0;
}

}  // namespace wallchart
