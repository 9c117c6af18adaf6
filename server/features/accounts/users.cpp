#include "core/text.h"
#include "features/accounts/account_letters.h"
#include "features/accounts/sessions.h"
#include "http/paging.h"

namespace wallchart {
namespace {

struct WorkspaceUser {
    Id<User> id;
    std::string name;
    std::string email;
    Role role = Role::observer;
    std::optional<Id<Organization>> organization_id;
    std::optional<std::string> organization_name;
    bool disabled = false;
    bool invited = false;  ///< has not taken up the invitation yet
    bool second_factor = false;
    std::optional<Instant> seen_at;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(WorkspaceUser, (),
                      (id, name, email, role, organization_id, organization_name, disabled, invited,
                       second_factor, seen_at, revision))

const std::string user_columns =
    "SELECT u.id, u.name, u.email, r.role, r.organization_id, "
    "(SELECT o.name FROM organization o WHERE o.id = r.organization_id), r.disabled, "
    "CASE WHEN u.password_hash IS NULL THEN 1 ELSE 0 END, "
    "CASE WHEN u.totp_secret IS NULL THEN 0 ELSE 1 END, "
    "(SELECT max(s.seen_at) FROM session s WHERE s.user_id = u.id AND s.workspace_id = r.workspace_id), "
    "r.revision FROM user_role r JOIN user_account u ON u.id = r.user_id WHERE r.workspace_id = $1";

struct UserList {
    std::string cursor;
    int limit = 100;
};
BOOST_DESCRIBE_STRUCT(UserList, (), (cursor, limit))

Result<Page<WorkspaceUser>> list(Call& call, const UserList& query) {
    auto after = TRY(page_start(query.cursor, query.limit, 0));
    auto found = call.read([&](Reader& reader) {
        return reader.rows<WorkspaceUser>(user_columns + " AND u.id > $2 ORDER BY u.id LIMIT $3",
                                          call.access().workspace, after, query.limit + 1);
    });
    return page_of(std::move(found), query.limit);
}

/// Somebody of the workspace, by name: to assign people to.
struct Colleague {
    Id<User> id;
    std::string name;
    Role role = Role::observer;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (id, name, role))

Result<Page<Colleague>> colleagues(Call& call, const UserList& query) {
    auto after = TRY(page_start(query.cursor, query.limit, 0));
    auto found = call.read([&](Reader& reader) {
        return reader.rows<Colleague>(
            "SELECT u.id, u.name, r.role FROM user_role r JOIN user_account u ON u.id = r.user_id WHERE "
            "r.workspace_id = $1 AND r.disabled = 0 AND u.disabled = 0 AND u.id > $2 ORDER BY u.id LIMIT $3",
            call.access().workspace, after, query.limit + 1);
    });
    return page_of(std::move(found), query.limit);
}

struct UserPath {
    Id<User> id;
};
BOOST_DESCRIBE_STRUCT(UserPath, (), (id))

struct ChangeUser {
    std::optional<Role> role;
    std::optional<Id<Organization>> organization_id;  ///< bounds what is seen to this subtree
    bool whole_workspace = false;                     ///< takes the bound away
    std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(ChangeUser, (), (role, organization_id, whole_workspace, disabled))

Result<UserRole> find_role(Reader& reader, Id<Workspace> workspace, Id<User> user) {
    auto role = reader.row<UserRole>(
        "SELECT " + columns<UserRole>() + " FROM user_role WHERE workspace_id = $1 AND user_id = $2",
        workspace, user);
    if (!role) return not_found("The user");
    return *role;
}

Result<WorkspaceUser> change(Call& call, const UserPath& path, const ChangeUser& input) {
    const auto& access = call.access();
    return call.write("user", "Changed a user's role", [&](Transaction& tx) -> Result<WorkspaceUser> {
        auto role = TRY(find_role(tx, access.workspace, path.id));
        bool was_owner = role.role == Role::owner && !role.disabled;
        if (input.role) role.role = *input.role;
        if (input.disabled) role.disabled = *input.disabled;
        if (input.whole_workspace) role.organization_id.reset();
        if (input.organization_id) {
            if (tx.value<std::int64_t>(
                    "SELECT count(*) FROM organization WHERE id = $1 AND workspace_id = $2",
                    *input.organization_id, access.workspace) == 0)
                return invalid("/organization_id", "There is no such organization.");
            role.organization_id = input.organization_id;
        }
        if (role.role == Role::owner && role.organization_id)
            return invalid("/organization_id", "An owner sees the whole workspace.");
        if (was_owner && (role.role != Role::owner || role.disabled))
            TRY(check_other_owner(tx, access.workspace, path.id));
        role.revision = call.expected_revision(role.revision);
        TRY(tx.update(role));
        return *tx.row<WorkspaceUser>(user_columns + " AND u.id = $2", access.workspace, path.id);
    });
}

Result<Nothing> remove(Call& call, const UserPath& path) {
    const auto& access = call.access();
    return call.write("user", "Removed a user from the workspace", [&](Transaction& tx) -> Result<Nothing> {
        auto role = TRY(find_role(tx, access.workspace, path.id));
        if (role.role == Role::owner) TRY(check_other_owner(tx, access.workspace, path.id));
        role.revision = call.expected_revision(role.revision);
        TRY(tx.erase(role));
        tx.execute("DELETE FROM api_token WHERE user_id = $1 AND workspace_id = $2", path.id,
                   access.workspace);
        tx.execute("DELETE FROM account_link WHERE user_id = $1 AND workspace_id = $2", path.id,
                   access.workspace);
        tx.touch("api_token");
        return Nothing{};
    });
}

struct ChangeAccount {
    std::optional<std::string> name;
    std::optional<std::string> language;
    std::optional<std::string> password;
    std::string old_password;  ///< needed to change the password
};
BOOST_DESCRIBE_STRUCT(ChangeAccount, (), (name, language, password, old_password))

Result<Nothing> change_account(Call& call, const ChangeAccount& input) {
    auto user = call.access().user;
    std::optional<std::string> name;
    if (input.name) {
        name = squeeze(*input.name);
        if (name->empty() || length(*name) > 200)
            return invalid("/name", "A name of 1 to 200 characters is needed.");
    }
    if (input.language && *input.language != "en" && *input.language != "es")
        return invalid("/language", "The language is en or es.");
    if (input.password) {
        TRY(call.write("account", "", [&](Transaction& tx) -> Result<void> {
            return count_attempt(tx, Guess::password, to_string(user), call.request().peer);
        }));
        if (!call.read([&](Reader& reader) { return has_password(reader, user, input.old_password); }))
            return invalid("/old_password", "The old password is wrong.");
    }
    auto token = TRY(call.write("account", "", [&](Transaction& tx) -> Result<std::string> {
        if (name) tx.execute("UPDATE user_account SET name = $1 WHERE id = $2", *name, user);
        if (input.language)
            tx.execute("UPDATE user_account SET language = $1 WHERE id = $2", *input.language, user);
        tx.touch("user_account");
        if (!input.password) return std::string();
        forget_attempts(tx, Guess::password, to_string(user), call.request().peer);
        TRY(set_password(tx, user, *input.password));
        auto known =
            tx.row<User>("SELECT id, email, name, language, disabled FROM user_account WHERE id = $1", user);
        TRY(queue_mail(tx, {}, known->email, changed_letter(known->language, true)));
        std::optional<Id<Workspace>> workspace;
        if (call.access().workspace) workspace = call.access().workspace;
        // All sessions end, as a thief's must; this one goes on under a new token.
        return begin_session(tx, user, workspace, true);
    }));
    bool by_cookie = !call.request().cookie(session_cookie).empty();
    if (!token.empty() && by_cookie)
        call.add_header("set-cookie",
                        session_cookie_header(token, call.services().public_url.starts_with("https://")));
    return Nothing{};
}

}  // namespace

void add_user_routes(Router& router) {
    router.group("accounts")
        .add(Method::get, "/users", Permission::administer, list, "The workspace's users and their roles")
        .add(Method::patch, "/users/{id}", Permission::administer, change,
             "Change a user's role, bound or access")
        .add(Method::delete_, "/users/{id}", Permission::administer, remove,
             "Remove a user from the workspace")
        .add(Method::get, "/colleagues", Permission::lead_people, colleagues,
             "Who can be given people: names and roles")
        .add(Method::patch, "/account", Permission::account, change_account,
             "Change one's own name, language or password");
}

}  // namespace wallchart
