#include "core/text.h"
#include "features/accounts/account_letters.h"
#include "features/accounts/sign_in.h"

namespace wallchart {
namespace {

struct Invite {
    std::string email;
    std::string name;
    Role role = Role::organizer;
    std::optional<Id<Organization>> organization_id;
    std::string language;  ///< empty: the workspace's
};
BOOST_DESCRIBE_STRUCT(Invite, (), (email, name, role, organization_id, language))

struct Invited {
    Id<User> user_id;
    /// To pass on by hand where no mail server is set; only for somebody who has no account elsewhere.
    std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (user_id, link))

/// Whether whoever invites may hold the link: it signs in as that user.
bool is_new_here(Reader& reader, Id<User> user, Id<Workspace> workspace) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM user_account u WHERE u.id = $1 AND u.password_hash IS NULL AND NOT "
               "EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.workspace_id <> $2)",
               user, workspace) > 0;
}

Result<Invited> invite(Call& call, const Invite& input) {
    const auto& access = call.access();
    if (!input.language.empty() && input.language != "en" && input.language != "es")
        return invalid("/language", "The language is en or es.");
    return call.write("invitation", "Invited a user", [&](Transaction& tx) -> Result<Invited> {
        if (input.organization_id &&
            tx.value<std::int64_t>("SELECT count(*) FROM organization WHERE id = $1 AND workspace_id = $2",
                                   *input.organization_id, access.workspace) == 0)
            return invalid("/organization_id", "There is no such organization.");
        auto workspace = tx.row<Workspace>("SELECT " + columns<Workspace>() + " FROM workspace WHERE id = $1",
                                           access.workspace);
        auto language = input.language.empty() ? workspace->language : input.language;
        auto user = TRY(add_user(tx, {input.email, input.name, "", language}));
        if (tx.value<std::int64_t>(
                "SELECT count(*) FROM user_role r JOIN user_account u ON u.id = r.user_id WHERE r.user_id = "
                "$1 AND r.workspace_id = $2 AND u.password_hash IS NOT NULL",
                user.id, access.workspace) > 0)
            return failure(ErrorKind::conflict, "This user is in the workspace already.");
        TRY(set_role(tx, access.workspace, user.id, input.role, input.organization_id));
        auto link = call.services().public_url +
                    link_path(LinkKind::invitation, make_link(tx, LinkKind::invitation, user.id,
                                                              access.workspace, std::chrono::hours{24 * 7}));
        auto inviter = tx.value<std::string>("SELECT name FROM user_account WHERE id = $1", access.user);
        TRY(queue_mail(tx, access.workspace, user.email,
                       invitation_letter(user.language, workspace->name, inviter, link)));
        Invited answer{user.id, {}};
        if (!call.services().sends_mail && is_new_here(tx, user.id, access.workspace)) answer.link = link;
        return answer;
    });
}

struct InvitationToken {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(InvitationToken, (), (token))

struct InvitationPage {
    std::string workspace_name;
    std::string email;
    std::string name;
    std::string language;
    bool has_password = false;  ///< then accepting it is enough
};
BOOST_DESCRIBE_STRUCT(InvitationPage, (), (workspace_name, email, name, language, has_password))

Result<InvitationPage> show_invitation(Call& call, const InvitationToken& input) {
    return call.read([&](Reader& reader) -> Result<InvitationPage> {
        auto link = TRY(find_link(reader, LinkKind::invitation, input.token, call.now()));
        std::optional<InvitationPage> page;
        reader.each(
            "SELECT w.name, u.email, u.name, u.language, u.password_hash FROM user_account u, workspace w "
            "WHERE u.id = $1 AND w.id = $2",
            [&](const Row& row) {
                page = InvitationPage{std::string(row.text(0)), std::string(row.text(1)),
                                      std::string(row.text(2)), std::string(row.text(3)), !row.is_null(4)};
            },
            link.user_id.value_or(Id<User>{}), link.workspace_id.value_or(Id<Workspace>{}));
        if (!page) return not_found("The invitation");
        return *page;
    });
}

struct AcceptInvitation {
    std::string token;
    std::string name;
    std::string password;  ///< needed unless the user has one
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (token, name, password))

Result<SignedIn> accept(Call& call, const AcceptInvitation& input) {
    return sign_in_as(call, [&](Transaction& tx) -> Result<SignsIn> {
        auto link = TRY(use_link(tx, LinkKind::invitation, input.token));
        if (!link.user_id) return not_found("The invitation");
        auto still_invited = tx.value<std::int64_t>(
            "SELECT count(*) FROM user_role r JOIN user_account u ON u.id = r.user_id WHERE r.user_id = $1 "
            "AND r.workspace_id = $2 AND r.disabled = 0 AND u.disabled = 0",
            *link.user_id, link.workspace_id);
        if (still_invited == 0) return not_found("The invitation");
        bool known = tx.value<std::int64_t>(
                         "SELECT count(*) FROM user_account WHERE id = $1 AND password_hash IS NOT NULL",
                         *link.user_id) > 0;
        if (!known) {
            if (auto name = squeeze(input.name); !name.empty()) {
                if (length(name) > 200) return invalid("/name", "The name is longer than 200 characters.");
                tx.execute("UPDATE user_account SET name = $1 WHERE id = $2", name, *link.user_id);
            }
            TRY(set_password(tx, *link.user_id, input.password));
        }
        return SignsIn{*link.user_id, link.workspace_id};
    });
}

struct AskReset {
    std::string email;
};
BOOST_DESCRIBE_STRUCT(AskReset, (), (email))

/// The same answer whether there is such an account or not.
Result<Nothing> ask_reset(Call& call, const AskReset& input) {
    auto email = normalize_email(input.email);
    if (!email) return invalid("/email", "This is not an e-mail address.");
    TRY(call.write("reset", "", [&](Transaction& tx) -> Result<void> {
        return count_attempt(tx, Guess::reset, *email, call.request().peer);
    }));
    return call.write("reset", "", [&](Transaction& tx) -> Result<Nothing> {
        auto user = tx.row<User>(
            "SELECT id, email, name, language, disabled FROM user_account WHERE email = $1 AND disabled = 0",
            *email);
        if (!user) return Nothing{};
        auto token = make_link(tx, LinkKind::reset, user->id, {}, std::chrono::hours{2});
        TRY(queue_mail(
            tx, {}, user->email,
            reset_letter(user->language, call.services().public_url + link_path(LinkKind::reset, token))));
        return Nothing{};
    });
}

struct ResetPassword {
    std::string token;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(ResetPassword, (), (token, password))

Result<SignedIn> reset(Call& call, const ResetPassword& input) {
    return sign_in_as(call, [&](Transaction& tx) -> Result<SignsIn> {
        auto link = TRY(use_link(tx, LinkKind::reset, input.token));
        auto user = tx.row<User>(
            "SELECT id, email, name, language, disabled FROM user_account WHERE id = $1 AND disabled = 0",
            link.user_id);
        if (!user) return not_found("The link");
        TRY(set_password(tx, user->id, input.password));
        // Other links that were asked for must not work afterwards.
        tx.execute(
            "UPDATE account_link SET used_at = $1 WHERE user_id = $2 AND kind = 'reset' AND used_at IS "
            "NULL",
            tx.now(), user->id);
        TRY(queue_mail(tx, {}, user->email, changed_letter(user->language, true)));
        return SignsIn{user->id, {}};
    });
}

}  // namespace

void add_invitation_routes(Router& router) {
    router.group("accounts")
        .add(Method::post, "/users/invitations", Permission::administer, invite,
             "Invite somebody by e-mail, with a role")
        .answers_secret()
        .add(Method::post, "/session/invitation/page", Permission::anyone, show_invitation,
             "What an invitation's page shows; does not use it up")
        .add(Method::post, "/session/invitation", Permission::anyone, accept,
             "Accept an invitation and sign in")
        .add(Method::post, "/password-resets", Permission::anyone, ask_reset,
             "Ask for a link that sets a new password")
        .add(Method::post, "/session/reset", Permission::anyone, reset,
             "Set a new password by a link; ends all sessions and signs in");
}

}  // namespace wallchart
