#pragma once
// Who asks, and what they may see. Every store function that touches people takes an Access; there is no
// way to ask without one.

#include "core/id.h"
#include "core/record.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wallchart {

struct User;
struct Workspace;
struct Organization;

/// What a user is in a workspace.
enum class Role : std::uint8_t {
    observer,   ///< counts, no names
    volunteer,  ///< the people assigned to them
    lead,       ///< the people of their organizations (a subtree), and assigning them
    organizer,  ///< everything but accounts and settings
    owner,      ///< everything
};
BOOST_DESCRIBE_ENUM(Role, observer, volunteer, lead, organizer, owner)

/// What an operation needs; declared beside its path.
enum class Permission : std::uint8_t {
    anyone,       ///< also without an account
    account,      ///< signed in, whatever the workspace
    see_counts,   ///< numbers without names
    see_people,   ///< people, as far as Access reaches: at least those assigned
    log_contact,  ///< record conversations and assessments with them
    lead_people,  ///< assign, edit and add people within reach
    organize,     ///< imports, exports, drives, rules, slates, directory
    administer,   ///< accounts, roles, tokens, settings, erasing a person
};
BOOST_DESCRIBE_ENUM(Permission, anyone, account, see_counts, see_people, log_contact, lead_people, organize,
                    administer)

/// Whether the role suffices for the permission.
constexpr bool allows(Role role, Permission permission) {
    switch (permission) {
        case Permission::anyone:
        case Permission::account:
        case Permission::see_counts:
            return true;
        case Permission::see_people:
        case Permission::log_contact:
            return role >= Role::volunteer;
        case Permission::lead_people:
            return role >= Role::lead;
        case Permission::organize:
            return role >= Role::organizer;
        case Permission::administer:
            return role >= Role::owner;
    }
    return false;
}

/// A user acting in a workspace. Made by the accounts feature from a session or a token, never by hand
/// outside tests and the command line.
struct Access {
    Id<User> user;
    Id<Workspace> workspace;
    Role role = Role::observer;
    /// The organization whose subtree bounds what is seen; none for the whole workspace.
    std::optional<Id<Organization>> organization;
    /// Set for an API token with the scope "read".
    bool read_only = false;
    std::string language = "en";
    std::string time_zone = "UTC";

    bool may(Permission permission) const { return allows(role, permission); }
    /// Everyone in the workspace is visible, without a look at assignments or memberships.
    bool sees_everyone() const { return role >= Role::lead && !organization; }
};

}  // namespace wallchart
