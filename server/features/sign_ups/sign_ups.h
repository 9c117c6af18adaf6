#pragma once
// The public page where supporters sign up: no account, no JavaScript, English and Spanish.

#include "features/accounts/accounts.h"
#include "features/people/people.h"
#include "features/placements/placements.h"
#include "http/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// What the page says. Empty texts are made from the slate and the workspace's name.
struct JoinPage {
    static constexpr std::string_view table = "join_page";
    Id<JoinPage> id;
    Id<Workspace> workspace_id;
    bool is_open = true;
    std::string headline_en;
    std::string headline_es;
    std::string text_en;
    std::string text_es;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(JoinPage, (),
                      (id, workspace_id, is_open, headline_en, headline_es, text_en, text_es, revision))

/// What somebody sent, as they wrote it.
struct SignUp {
    static constexpr std::string_view table = "sign_up";
    Id<Person> person_id;
    Id<SignUp> id;
    Id<Workspace> workspace_id;
    Instant at{};
    std::string language;
    std::string organization_text;
    std::string employer_text;
    std::vector<std::string> offers;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(SignUp, (),
                      (person_id, id, workspace_id, at, language, organization_text, employer_text, offers,
                       revision))

/// What supporters can say they will do; the same words in the database and in the form.
enum class Offer : std::uint8_t { talk, host, doors, phones, speak, give };
BOOST_DESCRIBE_ENUM(Offer, talk, host, doors, phones, speak, give)

/// The form as it came in.
struct JoinForm {
    std::string name;
    std::string email;
    std::string phone;
    std::string postal_code;
    std::string organization;     ///< free text
    std::string organization_id;  ///< chosen among suggestions
    std::string employer;
    std::vector<std::string> offers;
    bool email_consent = false;
    bool text_consent = false;
    bool introduction_consent = false;
    std::string trap;   ///< a field that people don't see; filled in by machines
    bool find = false;  ///< only look up the union
};
JoinForm read_join_form(std::string_view body);

/// Checked and brought to its normal form.
struct CheckedJoin {
    std::string given_name;
    std::string family_name;
    std::optional<std::string> email;
    std::optional<std::string> phone;
    std::string postal_code;
};
/// Errors: invalid, each fault with the field's name as its pointer.
Result<CheckedJoin> check_join(const JoinForm& form, std::string_view language);

/// "Ana María Rivera Soto" in two: the given name is the first word, and the second too where there are four.
std::pair<std::string, std::string> split_name(std::string_view name);

/// What the consents' boxes say; kept with each consent.
std::string_view consent_wording(ConsentKind kind, std::string_view language);

// ---- store.cpp ----

/// The page of a workspace. Errors: not_found.
struct OpenPage {
    Workspace workspace;
    JoinPage page;
    std::string cause;  ///< what it is for: a candidate, a slate or the alliance
};
Result<OpenPage> find_join_page(Reader& reader, std::string_view slug);
/// The page as its editors see it, made when there is none. Errors: not_found.
Result<JoinPage> join_page_of(Reader& reader, Id<Workspace> workspace);
/// Errors: invalid, stale.
Result<JoinPage> save_join_page(Transaction& tx, const Access& access, JoinPage page);

/// What became of a sign-up: which union they were placed in, if that was sure.
struct SignedUp {
    std::optional<std::string> organization;
};

/// Keeps a sign-up: the person (the one already known if address and name agree), their consents, their
/// union. The answer never tells whether the person was known.
Result<SignedUp> sign_up(Transaction& tx, const Workspace& workspace, const JoinForm& form,
                         const CheckedJoin& checked, std::string_view language);

/// At most 20 sign-ups an hour from one address. Errors: too_many.
Result<void> count_attempt(Transaction& tx, std::string_view peer);

// ---- page.cpp ----

/// What a rendering of the page shows.
struct JoinPageState {
    JoinForm form;
    std::vector<FieldError> faults;
    std::vector<PlacementSuggestion> suggestions;
    bool looked_up = false;
};
std::string render_join_page(const OpenPage& open, std::string_view language, const JoinPageState& state);
std::string render_thanks_page(const OpenPage& open, std::string_view language, const SignedUp& done);
std::string render_closed_page(const OpenPage& open, std::string_view language);

// ---- api.cpp ----

void add_sign_up_routes(Router& router);

}  // namespace wallchart
