#include "core/text.h"
#include "features/accounts/accounts.h"
#include "features/accounts/sessions.h"
#include "features/accounts/sign_in.h"
#include "http/events.h"

namespace wallchart {
namespace {

struct UserView {
    Id<User> id;
    std::string name;
    std::string email;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(UserView, (), (id, name, email, language))

struct WorkspaceView {
    Id<Workspace> id;
    std::string slug;
    std::string name;
    std::string language;
    std::string time_zone;
    int formation_minimum = 3;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(WorkspaceView, (), (id, slug, name, language, time_zone, formation_minimum, revision))

/// What the signed-in user may do here, so that screens need not know the roles' rules.
struct Abilities {
    bool see_people = false;
    bool log_contact = false;
    bool lead_people = false;
    bool organize = false;
    bool administer = false;
};
BOOST_DESCRIBE_STRUCT(Abilities, (), (see_people, log_contact, lead_people, organize, administer))

struct SessionView {
    UserView user;
    std::optional<WorkspaceView> workspace;
    Role role = Role::observer;
    Abilities can;
    std::vector<WorkspaceView> workspaces;  ///< all that the user has a role in
    bool second_factor = false;             ///< a code is asked for at each sign-in
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (user, workspace, role, can, workspaces, second_factor))

SessionView session_view(Reader& reader, const Access& access) {
    SessionView view;
    view.user = *reader.row<UserView>("SELECT id, name, email, language FROM user_account WHERE id = $1",
                                      access.user);
    view.workspaces = reader.rows<WorkspaceView>("SELECT " + columns<WorkspaceView>("w") +
                                                     " FROM workspace w JOIN user_role r ON r.workspace_id = "
                                                     "w.id WHERE r.user_id = $1 AND r.disabled = 0 ORDER BY "
                                                     "w.name",
                                                 access.user);
    for (const auto& workspace : view.workspaces)
        if (workspace.id == access.workspace) view.workspace = workspace;
    view.role = access.role;
    view.second_factor = has_second_factor(reader, access.user);
    view.can = {view.workspace && access.may(Permission::see_people),
                view.workspace && access.may(Permission::log_contact),
                view.workspace && access.may(Permission::lead_people),
                view.workspace && access.may(Permission::organize),
                view.workspace && access.may(Permission::administer)};
    return view;
}

Result<SessionView> show_session(Call& call) {
    return call.read([&](Reader& reader) { return session_view(reader, call.access()); });
}

struct SignIn {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

Result<SignedIn> sign_in(Call& call, const SignIn& input) {
    auto email = normalize_email(input.email).value_or("");
    TRY(call.write("sign_in", "", [&](Transaction& tx) -> Result<void> {
        return count_attempt(tx, Guess::password, email, call.request().peer);
    }));
    std::int64_t user = 0;
    std::string hash;
    call.read([&](Reader& reader) {
        reader.each(
            "SELECT id, password_hash FROM user_account WHERE email = $1 AND disabled = 0",
            [&](const Row& row) {
                user = row.integer(0);
                if (!row.is_null(1)) hash = row.text(1);
            },
            email);
    });
    // The same answer, after the same time, for an unknown address and a wrong password.
    if (!password_fits(input.password, hash))
        return failure(ErrorKind::unauthenticated, "The e-mail address or the password is wrong.");
    return sign_in_as(call, [&](Transaction& tx) -> Result<SignsIn> {
        forget_attempts(tx, Guess::password, email, call.request().peer);
        return SignsIn{Id<User>{user}, {}};
    });
}

struct SecondFactorCode {
    std::string code;  ///< six digits, or a recovery code
};
BOOST_DESCRIBE_STRUCT(SecondFactorCode, (), (code))

Result<SignedIn> give_code(Call& call, const SecondFactorCode& input) {
    auto cookie = call.request().cookie(session_cookie);
    auto user = call.read([&](Reader& reader) { return user_of_half_session(reader, cookie, call.now()); });
    if (!user) return failure(ErrorKind::unauthenticated, "Sign in with your password again.");
    TRY(call.write("sign_in", "", [&](Transaction& tx) -> Result<void> {
        return count_attempt(tx, Guess::code, to_string(*user), call.request().peer);
    }));
    auto token = TRY(call.write("sign_in", "", [&](Transaction& tx) -> Result<std::string> {
        if (!use_second_factor(tx, *user, input.code))
            return failure(ErrorKind::unauthenticated, "The code is wrong, or was used already.");
        forget_attempts(tx, Guess::code, to_string(*user), call.request().peer);
        return complete_session(tx, cookie, *user);
    }));
    give_session_cookie(call, token);
    return SignedIn{};
}

Result<Nothing> sign_out(Call& call) {
    auto token = call.request().cookie(session_cookie);
    TRY(call.write("sign_out", "", [&](Transaction& tx) -> Result<void> {
        end_session(tx, token);
        return {};
    }));
    give_session_cookie(call, "");
    return Nothing{};
}

struct UseLink {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(UseLink, (), (token))

Result<SignedIn> sign_in_by_link(Call& call, const UseLink& input) {
    return sign_in_as(call, [&](Transaction& tx) -> Result<SignsIn> {
        auto link = TRY(use_link(tx, LinkKind::sign_in, input.token));
        if (!link.user_id) return not_found("The link");
        return SignsIn{*link.user_id, link.workspace_id};
    });
}

struct SetUp {
    std::string token;
    std::string workspace_name;
    std::string name;
    std::string email;
    std::string password;
    std::string language = "en";
    std::string time_zone = "America/New_York";
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (token, workspace_name, name, email, password, language, time_zone))

Result<SignedIn> set_up(Call& call, const SetUp& input) {
    if (input.password.empty()) return invalid("/password", "A password is needed.");
    return sign_in_as(call, [&](Transaction& tx) -> Result<SignsIn> {
        auto link = TRY(use_link(tx, LinkKind::set_up, input.token));
        auto workspace = link.workspace_id ? TRY(find_workspace(tx, ""))
                : TRY(create_workspace(tx, {"", input.workspace_name, input.language, input.time_zone}));
                auto user = TRY(add_user(tx, {input.email, input.name, input.password, input.language}));
                TRY(set_role(tx, workspace.id, user.id, Role::owner));
                return SignsIn{user.id, workspace.id};
    });
}

struct ChooseWorkspace {
    Id<Workspace> workspace_id;
};
BOOST_DESCRIBE_STRUCT(ChooseWorkspace, (), (workspace_id))

Result<SessionView> choose_workspace(Call& call, const ChooseWorkspace& input) {
    auto cookie = call.request().cookie(session_cookie);
    auto access = call.access();
    TRY(call.write("session", "", [&](Transaction& tx) -> Result<void> {
        auto role = tx.row<UserRole>("SELECT " + columns<UserRole>() +
                                         " FROM user_role WHERE user_id = $1 AND workspace_id = $2 AND "
                                         "disabled = 0",
                                     access.user, input.workspace_id);
        if (!role) return not_found("The workspace");
        tx.execute("UPDATE session SET workspace_id = $1 WHERE token_hash = $2", input.workspace_id,
                   hash_token(cookie));
        tx.touch("session");
        access.workspace = input.workspace_id;
        access.role = role->role;
        return {};
    }));
    return call.read([&](Reader& reader) { return session_view(reader, access); });
}

Result<Response> events(Call& call) {
    Response response;
    response.content_type = "text/event-stream";
    response.headers.emplace_back("cache-control", "no-store");
    response.stream = call.services().events.subscribe(call.access().workspace);
    return response;
}

}  // namespace

void add_session_routes(Router& router) {
    router.group("accounts")
        .add(Method::get, "/session", Permission::account, show_session,
             "Who is signed in, and what they may do")
        .add(Method::post, "/session", Permission::anyone, sign_in, "Sign in with e-mail and password")
        .add(Method::post, "/session/code", Permission::anyone, give_code,
             "Complete a sign-in by the code of the second factor")
        .add(Method::delete_, "/session", Permission::account, sign_out, "Sign out")
        .add(Method::post, "/session/link", Permission::anyone, sign_in_by_link,
             "Sign in by a link that is used once")
        .add(Method::post, "/session/workspace", Permission::account, choose_workspace,
             "Go on in another workspace of one's own")
        .add(Method::post, "/set-up", Permission::anyone, set_up,
             "Make the first owner, by the link of the first start")
        .add(Method::get, "/events", Permission::see_counts, events,
             "What changes, as server-sent events: topics, no data");
}

void add_account_routes(Router& router) {
    add_session_routes(router);
    add_invitation_routes(router);
    add_second_factor_routes(router);
    add_user_routes(router);
    add_token_routes(router);
    add_workspace_routes(router);
}

}  // namespace wallchart
