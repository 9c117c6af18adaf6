#pragma once
// Resolutions: the library of model texts, and the text that is moved through a drive's organization, in
// versions, until it is adopted or defeated.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "engine/resolution_text/difference.h"
#include "engine/resolution_text/document.h"
#include "engine/resolution_text/fields.h"
#include "features/drives/drives.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// A workspace's own model text. Those that come with the program are files (see program_model_texts).
struct ModelText {
    static constexpr std::string_view table = "model_text";
    Id<ModelText> id;
    Id<Workspace> workspace_id;
    std::string title;
    std::string language;  ///< "en" or "es"
    std::string body;      ///< Markdown with {fields}
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(ModelText, (), (id, workspace_id, title, language, body, revision))

enum class ResolutionState : std::uint8_t { draft, moved, adopted, defeated, withdrawn };
BOOST_DESCRIBE_ENUM(ResolutionState, draft, moved, adopted, defeated, withdrawn)

struct ResolutionVersion;

/// One text on its way through one organization.
struct Resolution {
    static constexpr std::string_view table = "resolution";
    Id<Resolution> id;
    Id<Workspace> workspace_id;
    Id<Drive> drive_id;
    std::string model;  ///< the key of the model text it was made from, or empty
    std::string title;
    std::string language;
    int latest_version = 1;  ///< so that a new version changes the revision, and the second writer is told
    ResolutionState state = ResolutionState::draft;
    std::string mover;
    std::string seconder;
    std::optional<Date> moved_on;
    std::optional<Date> decided_on;
    std::string decided_by;                 ///< the body: "membership meeting"
    std::optional<std::int64_t> votes_for;  ///< none: decided without a counted vote
    std::optional<std::int64_t> votes_against;
    std::optional<std::int64_t> votes_abstained;
    std::string evidence;  ///< "minutes of 6 May, page 2"
    std::optional<Id<ResolutionVersion>> adopted_version_id;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Resolution, (),
                      (id, workspace_id, drive_id, model, title, language, latest_version, state, mover,
                       seconder, moved_on, decided_on, decided_by, votes_for, votes_against, votes_abstained,
                       evidence, adopted_version_id, revision))

/// The text at one time; never changed, a new one is written.
struct ResolutionVersion {
    static constexpr std::string_view table = "resolution_version";
    Id<ResolutionVersion> id;
    Id<Workspace> workspace_id;
    Id<Resolution> resolution_id;
    int number = 0;  ///< from 1
    std::string body;
    std::optional<Id<User>> user_id;
    Instant at{};
    std::string note;  ///< why: "amended at the May meeting"
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(ResolutionVersion, (),
                      (id, workspace_id, resolution_id, number, body, user_id, at, note, revision))

// ---- rules.cpp ----

inline constexpr std::size_t body_limit = 60'000;  ///< characters of a text
inline constexpr std::size_t block_limit = 400;    ///< paragraphs of a text

/// Length, paragraphs, fields, a language we know. Errors: invalid, with every fault.
Result<void> check_text(std::string_view title, std::string_view language, std::string_view body);

/// What may be done with a resolution in its state.
struct ResolutionAbilities {
    bool edit = false;       ///< write versions, change mover and title
    bool move = false;       ///< from draft
    bool take_back = false;  ///< to draft
    bool decide = false;     ///< adopted or defeated
    bool withdraw = false;
    bool reopen = false;  ///< undo the decision: it was entered by mistake
};
BOOST_DESCRIBE_STRUCT(ResolutionAbilities, (), (edit, move, take_back, decide, withdraw, reopen))

ResolutionAbilities abilities(ResolutionState state, const Access& access);

/// Whether the state may be changed so without a decision. Errors: conflict, invalid (no mover).
Result<void> check_step(const Resolution& resolution, ResolutionState wanted);

/// How the organization decided.
struct ResolutionDecision {
    ResolutionState outcome = ResolutionState::adopted;  ///< or defeated
    std::optional<int> version;                          ///< the number decided on; the latest if none
    Date decided_on{};
    std::string decided_by;
    std::optional<std::int64_t> votes_for;
    std::optional<std::int64_t> votes_against;
    std::optional<std::int64_t> votes_abstained;
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(ResolutionDecision, (),
                      (outcome, version, decided_on, decided_by, votes_for, votes_against, votes_abstained,
                       evidence))

/// Errors: invalid, with every fault. Whether the numbers carry is for the decision rule to say.
Result<void> check_decision(const ResolutionDecision& decision, Date today);

// ---- model_texts.cpp ----

/// A text of the library: one of the program's, or the workspace's own.
struct ModelTextView {
    std::string key;  ///< "1_endorse_candidate.en", or the id of an own one
    bool own = false;
    std::string title;
    std::string language;
    std::string body;
    std::vector<std::string> fields;  ///< those it uses
    std::optional<Id<Batch>> revision;
};
BOOST_DESCRIBE_STRUCT(ModelTextView, (), (key, own, title, language, body, fields, revision))

ModelTextView view_of(const ModelText& text);
/// Those that come with the program, in their order.
const std::vector<ModelTextView>& program_model_texts();
/// Errors: not_found.
Result<ModelText> find_model_text(Reader& reader, const Access& access, Id<ModelText> id);
Result<ModelTextView> find_model_text(Reader& reader, const Access& access, std::string_view key);

// ---- drive_facts.cpp ----

/// The drive, if it is of the Access's workspace and its organization within the Access's reach.
/// Errors: not_found.
Result<Drive> find_reachable_drive(Reader& reader, const Access& access, Id<Drive> id);

/// What a drive says about the fields of a text, in a language: local, council, candidate, office ...
resolution_text::FieldValues drive_fields(Reader& reader, const Drive& drive, std::string_view language);
/// What the resolution itself says: mover, seconder, date.
resolution_text::FieldValues resolution_fields(const Resolution& resolution);

// ---- store.cpp ----

/// Errors: not_found, also where the drive is out of the Access's reach.
Result<Resolution> find_resolution(Reader& reader, const Access& access, Id<Resolution> id);
/// By its number. Errors: not_found.
Result<ResolutionVersion> find_version(Reader& reader, const Resolution& resolution, int number);

/// The version's text with the fields filled that are known by now.
std::string filled_text(const Resolution& resolution, const ResolutionVersion& version);
/// The name of the organization that decides.
std::string organization_of(Reader& reader, const Resolution& resolution);

/// One line of a list of resolutions.
struct ResolutionSummary {
    Id<Resolution> id;
    Id<Drive> drive_id;
    std::string organization;
    std::string title;
    std::string language;
    int latest_version = 1;
    ResolutionState state = ResolutionState::draft;
    std::string mover;
    std::string seconder;
    std::optional<Date> moved_on;
    std::optional<Date> decided_on;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(ResolutionSummary, (),
                      (id, drive_id, organization, title, language, latest_version, state, mover, seconder,
                       moved_on, decided_on, revision))

struct ResolutionQuery {
    std::optional<Id<Drive>> drive_id;
    std::optional<ResolutionState> state;
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(ResolutionQuery, (), (drive_id, state, cursor, limit))

/// Newest first. Errors: invalid (cursor, limit).
Result<Page<ResolutionSummary>> list_resolutions(Reader& reader, const Access& access,
                                                 const ResolutionQuery& query);

// ---- write_resolution.cpp ----

/// A text for a drive, from a model text or from nothing.
struct NewResolution {
    std::string model;     ///< a model text's key, or empty
    std::string title;     ///< empty: the text's own
    std::string language;  ///< empty: the model's, else the user's
    std::string body;      ///< empty: the model's, with the drive's facts filled in
};
BOOST_DESCRIBE_STRUCT(NewResolution, (), (model, title, language, body))

/// Makes a draft with its first version. Errors: not_found (drive, model), invalid.
Result<Resolution> create_resolution(Transaction& tx, const Access& access, Id<Drive> drive,
                                     const NewResolution& wanted);
/// Writes the next version, with what the drive says filled in. Errors: invalid; conflict (no longer open);
/// stale.
Result<ResolutionVersion> add_version(Transaction& tx, const Access& access, Resolution& resolution,
                                      std::string_view text, std::string_view note);
/// Records the decision and freezes the text it was made on, with mover and date filled in. Errors: invalid;
/// conflict (not moved, or blanks left in the text); stale.
Result<void> decide_resolution(Transaction& tx, const Access& access, Resolution& resolution,
                               const ResolutionDecision& decision, Date today);

// ---- api.cpp, document_api.cpp, model_text_api.cpp ----

void add_resolution_routes(Router& router);
void add_resolution_document_routes(Router& router);
void add_model_text_routes(Router& router);

}  // namespace wallchart
