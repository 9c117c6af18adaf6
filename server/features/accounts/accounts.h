#pragma once
// Accounts: users, their roles in workspaces, and how they show who they are.

#include "core/access.h"
#include "core/result.h"
#include "db/database.h"
#include "db/journal.h"
#include "features/tokens.h"
#include "http/router.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// The body whose data it is: everything but the accounts themselves belongs to one.
struct Workspace {
    static constexpr std::string_view table = "workspace";
    Id<Workspace> id;
    std::string slug;  ///< in public addresses: "/join/<slug>"
    std::string name;
    std::optional<Id<Organization>> organization_id;
    std::string language = "en";
    std::string time_zone = "America/New_York";
    int formation_minimum = 3;  ///< consenting supporters that make a formation
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Workspace, (),
                      (id, slug, name, organization_id, language, time_zone, formation_minimum, revision))

struct UserRole {
    static constexpr std::string_view table = "user_role";
    Id<UserRole> id;
    Id<Workspace> workspace_id;
    Id<User> user_id;
    Role role = Role::volunteer;
    std::optional<Id<Organization>> organization_id;  ///< bounds what is seen to this subtree
    bool disabled = false;                            ///< kept, but of no effect
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(UserRole, (), (id, workspace_id, user_id, role, organization_id, disabled, revision))

/// Who signs in. Not journaled: it holds secrets.
struct User {
    Id<User> id;
    std::string email;
    std::string name;
    std::string language = "en";
    bool disabled = false;
};
BOOST_DESCRIBE_STRUCT(User, (), (id, email, name, language, disabled))

// ---- secrets.cpp ----

/// Argon2id, with its parameters and salt. Takes about 50 ms and 64 MB.
std::string hash_password(std::string_view password);
/// False too when `hash` is empty, after the same time.
bool password_fits(std::string_view password, std::string_view hash);
/// Length, and not the account's own words. Errors: invalid.
Result<void> check_password(std::string_view password, std::string_view email, std::string_view name);

// ---- attempts.cpp ----

/// What is guessed at; each has its own limit within a quarter of an hour.
enum class Guess : std::uint8_t { password, code, reset };
/// Counts an attempt against what is guessed (an e-mail address, a user) and against the address that it
/// comes from, before it is known whether it is right: so that many at once can't pass the limit.
/// Errors: too_many, with the time to wait; the same whether there is such an account or not.
Result<void> count_attempt(Transaction& tx, Guess guess, std::string_view subject, std::string_view peer);
/// The attempt was right: the ones before it no longer count against the account.
void forget_attempts(Transaction& tx, Guess guess, std::string_view subject, std::string_view peer);

// ---- totp.cpp ----

/// 160 random bits in Base32.
std::string new_totp_secret();
/// The code of a step of thirty seconds (RFC 6238, SHA-1, six digits); empty if the secret is no Base32.
std::string totp_code(std::string_view secret, std::int64_t step);
/// The step whose code this is: the present one or its neighbours, but later than `last_step`.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now,
                                      std::optional<std::int64_t> last_step);
/// "otpauth://totp/...", as authenticator apps read it.
std::string totp_address(std::string_view secret, std::string_view issuer, std::string_view account);
/// A QR code as an SVG document without colours of its own but black on white.
std::string qr_code_svg(std::string_view text);

// ---- second_factor.cpp ----

bool has_second_factor(Reader& reader, Id<User> user);
/// Whether the code is the user's present one, or one of their recovery codes; either is used up.
bool use_second_factor(Transaction& tx, Id<User> user, std::string_view code);
/// Takes the second factor and its recovery codes away.
void remove_second_factor(Transaction& tx, Id<User> user);

// ---- store.cpp ----

struct NewWorkspace {
    std::string slug;  ///< empty: made from the name
    std::string name;
    std::string language = "en";
    std::string time_zone = "America/New_York";
};
/// Errors: invalid; conflict (the slug is taken).
Result<Workspace> create_workspace(Transaction& tx, const NewWorkspace& wanted);
/// "harbor-alliance" from "Harbor Alliance!"
std::string slug_of(std::string_view name);
/// The only workspace when `slug` is empty. Errors: not_found; conflict if there are several.
Result<Workspace> find_workspace(Reader& reader, std::string_view slug);

struct NewUser {
    std::string email;
    std::string name;
    std::string password;  ///< empty: none until a link is used
    std::string language = "en";
};
/// The user of that address, made if new. Errors: invalid.
Result<User> add_user(Transaction& tx, const NewUser& wanted);
/// Gives or changes the role in a workspace.
Result<void> set_role(Transaction& tx, Id<Workspace> workspace, Id<User> user, Role role,
                      std::optional<Id<Organization>> organization = {});

/// What a user may do in a workspace now; for work that goes on after their request (a job).
/// Errors: not_found (no role there, or disabled).
Result<Access> access_of(Reader& reader, Id<Workspace> workspace, Id<User> user);

/// Changes the password and ends every session of the user. Errors: invalid.
Result<void> set_password(Transaction& tx, Id<User> user, std::string_view password);
/// Whether the user's password is this one.
bool has_password(Reader& reader, Id<User> user, std::string_view password);
/// Locks the workspace's owners and refuses when `user` is the last one who can sign in. Errors: conflict.
Result<void> check_other_owner(Transaction& tx, Id<Workspace> workspace, Id<User> user);

/// What a link that is used once does.
enum class LinkKind : std::uint8_t { set_up, invitation, reset, sign_in };
BOOST_DESCRIBE_ENUM(LinkKind, set_up, invitation, reset, sign_in)

/// Makes a link that holds for `lifetime`; answers its token, which is stored nowhere.
std::string make_link(Transaction& tx, LinkKind kind, std::optional<Id<User>> user,
                      std::optional<Id<Workspace>> workspace, std::chrono::hours lifetime);

struct Link {
    LinkKind kind = LinkKind::sign_in;
    std::optional<Id<User>> user_id;
    std::optional<Id<Workspace>> workspace_id;
};
/// What a token stands for, if it can still be used. Errors: not_found, for expired and used ones too.
Result<Link> find_link(Reader& reader, LinkKind kind, std::string_view token, Instant now);
/// Uses it up. Errors: not_found; of two at once, one gets it.
Result<Link> use_link(Transaction& tx, LinkKind kind, std::string_view token);

/// The path of a link's page in the web app: "/set-up/TOKEN", "/sign-in/link/TOKEN" ...
std::string link_path(LinkKind kind, std::string_view token);
/// Whether nobody has an account yet: then serve prints a set-up link.
bool is_empty_installation(Reader& reader);

// ---- api.cpp ----

/// Adds all of the following, each in a file of its own.
void add_account_routes(Router& router);
void add_session_routes(Router& router);
void add_invitation_routes(Router& router);
void add_second_factor_routes(Router& router);
void add_user_routes(Router& router);
void add_token_routes(Router& router);
void add_workspace_routes(Router& router);

}  // namespace wallchart
