#pragma once
// Formations: supporters of one union or local who agreed to be put in touch with each other. They appear by
// themselves once there are enough, and are introduced by a human, by e-mail.

#include "features/accounts/accounts.h"
#include "features/directory/directory.h"
#include "features/people/people.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

struct Formation {
    static constexpr std::string_view table = "formation";
    Id<Formation> id;
    Id<Workspace> workspace_id;
    Id<Organization> organization_id;
    std::string name;  ///< "Harbor Workers for Rivera"
    Instant started_at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Formation, (), (id, workspace_id, organization_id, name, started_at, revision))

struct Introduction {
    static constexpr std::string_view table = "introduction";
    Id<Introduction> id;
    Id<Workspace> workspace_id;
    Id<Formation> formation_id;
    Id<User> user_id;  ///< the human behind it
    Instant at{};
    std::string subject;
    std::string message;
    int recipients = 0;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Introduction, (),
                      (id, workspace_id, formation_id, user_id, at, subject, message, recipients, revision))

struct Introduced {
    static constexpr std::string_view table = "introduced";
    Id<Person> person_id;
    Id<Introduced> id;
    Id<Introduction> introduction_id;
    Id<Formation> formation_id;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Introduced, (), (person_id, id, introduction_id, formation_id, revision))

// ---- rules.cpp ----

/// Somebody who may be introduced: name and how the others reach them.
struct Fellow {
    Id<Person> person_id;
    std::string name;
    std::string email;          ///< empty: none that works
    std::string language;       ///< "en", "es" or empty
    bool introduction = false;  ///< agreed to be put in touch
    bool email_consent = false;
    bool already_introduced = false;
};

/// Whether the person is in an introduction: both consents, and an address that works.
bool can_be_introduced(const Fellow& fellow);

/// One letter of an introduction.
struct IntroductionLetter {
    Id<Person> person_id;
    std::string subject;
    std::string text;
    std::string language;  ///< "en" or "es"
};

/// What an organizer writes to those who are introduced.
struct IntroductionText {
    std::string subject;
    std::string message;  ///< plain text; the list of names follows it
};
BOOST_DESCRIBE_STRUCT(IntroductionText, (), (subject, message))

/// One letter for each who can be introduced, naming the others who can. Nobody gets a letter without
/// news: those introduced before are written to only if somebody new has come. A text left as it was offered
/// in `language` is said to each in their own.
std::vector<IntroductionLetter> write_letters(const std::vector<Fellow>& fellows,
                                              const IntroductionText& text, std::string_view sender,
                                              std::string_view workspace, std::string_view language,
                                              std::string_view formation);

/// The text offered to the organizer, in a language.
IntroductionText suggested_text(std::string_view formation, std::string_view language);

/// "Harbor Workers Local 88 for Rivera"
std::string formation_name(std::string_view organization, std::string_view cause, std::string_view language);

// ---- store.cpp ----

/// Makes the formations that are due for an organization and those above it: at least formation_minimum
/// people, members there or below, agreed to be introduced.
void refresh_formations(Transaction& tx, Id<Workspace> workspace, Id<Organization> organization);
/// The same for every organization of the workspace: after many people came at once.
void refresh_all_formations(Transaction& tx, Id<Workspace> workspace);

struct FormationSummary {
    Id<Formation> id;
    std::string name;
    Id<Organization> organization_id;
    std::string organization;
    OrganizationKind kind = OrganizationKind::local;
    Instant started_at{};
    /// Those who agreed to be introduced; none while they are fewer than the minimum, so that a count never
    /// gives one person away.
    std::optional<int> consenting;
    std::optional<Instant> introduced_at;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(FormationSummary, (),
                      (id, name, organization_id, organization, kind, started_at, consenting, introduced_at,
                       revision))

/// The workspace's formations, largest unions first, by name. Errors: invalid (cursor, limit).
Result<Page<FormationSummary>> list_formations(Reader& reader, const Access& access,
                                               const std::string& cursor, int limit);

struct FormationMember {
    Id<Person> person_id;
    std::string name;
    std::optional<std::string> email;  ///< only with the consent to be introduced
    std::string organization;
    bool introduction = false;
    bool email_consent = false;
    bool introduced = false;
};
BOOST_DESCRIBE_STRUCT(FormationMember, (),
                      (person_id, name, email, organization, introduction, email_consent, introduced))

struct FormationView {
    FormationSummary formation;
    std::vector<FormationMember> members;  ///< as far as the Access sees them; at most 500
    int can_be_introduced = 0;
    int new_since_introduction = 0;
    std::vector<Introduction> introductions;  ///< newest first
    IntroductionText suggested;
};
BOOST_DESCRIBE_STRUCT(FormationView, (),
                      (formation, members, can_be_introduced, new_since_introduction, introductions,
                       suggested))

/// Errors: not_found.
Result<FormationView> find_formation(Reader& reader, const Access& access, Id<Formation> id);

/// Errors: not_found, stale, invalid.
Result<Formation> rename_formation(Transaction& tx, const Access& access, Id<Formation> id,
                                   const std::string& name, Id<Batch> revision);

/// Those of a formation whom the Access sees, by name: signed up, or agreed to be introduced.
std::vector<Fellow> fellows_of(Reader& reader, const Access& access, const Formation& formation);

// ---- introduce_members.cpp ----

struct IntroductionSent {
    int letters = 0;
};
BOOST_DESCRIBE_STRUCT(IntroductionSent, (), (letters))

/// Writes the letters of an introduction into the mail queue. Errors: not_found; invalid (an empty text);
/// conflict (nobody to introduce, or nobody new).
Result<IntroductionSent> introduce_members(Transaction& tx, const Access& access, Id<Formation> id,
                                           const IntroductionText& text);

// ---- api.cpp ----

void add_formation_routes(Router& router);

}  // namespace wallchart
