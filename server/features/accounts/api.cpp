#include "core/text.h"
#include "features/accounts/accounts.h"
#include "features/accounts/sessions.h"
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
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (user, workspace, role, can, workspaces))

SessionView session_view(Reader& reader, const Access& access) {
    SessionView view;
    view.user = *reader.row<UserView>("SELECT id, name, email, language FROM user_account WHERE id = $1",
                                      access.user);
    view.workspaces = reader.rows<WorkspaceView>("SELECT " + columns<WorkspaceView>("w") +
                                                     " FROM workspace w JOIN user_role r ON r.workspace_id = "
                                                     "w.id WHERE r.user_id = $1 ORDER BY w.name",
                                                 access.user);
    for (const auto& workspace : view.workspaces)
        if (workspace.id == access.workspace) view.workspace = workspace;
    view.role = access.role;
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

bool over_https(const Call& call) {
    return call.services().public_url.starts_with("https://");
}

void give_cookie(Call& call, std::string_view token) {
    call.add_header("set-cookie", session_cookie_header(token, over_https(call)));
}

struct SignIn {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

struct SignedIn {
    bool code_needed = false;  ///< a code of the second factor must follow
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (code_needed))

Result<SignedIn> sign_in(Call& call, const SignIn& input) {
    auto email = normalize_email(input.email).value_or("");
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
    auto token = TRY(call.write("sign_in", "", [&](Transaction& tx) -> Result<std::string> {
        return begin_session(tx, Id<User>{user}, {}, true);
    }));
    give_cookie(call, token);
    return SignedIn{};
}

Result<Nothing> sign_out(Call& call) {
    auto token = call.request().cookie(session_cookie);
    TRY(call.write("sign_out", "", [&](Transaction& tx) -> Result<void> {
        end_session(tx, token);
        return {};
    }));
    give_cookie(call, "");
    return Nothing{};
}

struct UseLink {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(UseLink, (), (token))

Result<SignedIn> sign_in_by_link(Call& call, const UseLink& input) {
    auto token = TRY(call.write("sign_in", "", [&](Transaction& tx) -> Result<std::string> {
        auto link = TRY(use_link(tx, LinkKind::sign_in, input.token));
        if (!link.user_id) return not_found("The link");
        return begin_session(tx, *link.user_id, link.workspace_id, true);
    }));
    give_cookie(call, token);
    return SignedIn{};
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
    auto token = TRY(call.write("set_up", "Set up", [&](Transaction& tx) -> Result<std::string> {
        auto link = TRY(use_link(tx, LinkKind::set_up, input.token));
        auto workspace = link.workspace_id ? TRY(find_workspace(tx, ""))
                : TRY(create_workspace(tx, {"", input.workspace_name, input.language, input.time_zone}));
                auto user = TRY(add_user(tx, {input.email, input.name, input.password, input.language}));
                TRY(set_role(tx, workspace.id, user.id, Role::owner));
                return begin_session(tx, user.id, workspace.id, true);
    }));
    give_cookie(call, token);
    return SignedIn{};
}

Result<Response> events(Call& call) {
    Response response;
    response.content_type = "text/event-stream";
    response.headers.emplace_back("cache-control", "no-store");
    response.stream = call.services().events.subscribe(call.access().workspace);
    return response;
}

}  // namespace

void add_account_routes(Router& router) {
    router.group("accounts")
        .add(Method::get, "/session", Permission::account, show_session,
             "Who is signed in, and what they may do")
        .add(Method::post, "/session", Permission::anyone, sign_in, "Sign in with e-mail and password")
        .add(Method::delete_, "/session", Permission::account, sign_out, "Sign out")
        .add(Method::post, "/session/link", Permission::anyone, sign_in_by_link,
             "Sign in by a link that is used once")
        .add(Method::post, "/set-up", Permission::anyone, set_up,
             "Make the first owner, by the link of the first start")
        .add(Method::get, "/events", Permission::see_counts, events,
             "What changes, as server-sent events: topics, no data");
}

}  // namespace wallchart
