#pragma once
// Imports: from a file of people, organizations or worksites to records. First a preflight says what would
// happen, then the rows are written under one batch, and the whole can be undone.

#include "core/access.h"
#include "core/result.h"
#include "db/database.h"
#include "db/journal.h"
#include "features/jobs/jobs.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// What the rows of a file are.
enum class ImportKind : std::uint8_t { people, organizations, worksites };
BOOST_DESCRIBE_ENUM(ImportKind, people, organizations, worksites)

/// What a column can hold.
enum class ImportField : std::uint8_t {
    ignore,
    custom,  ///< kept as a field of the workspace's own, under a name of choice
    external_id,
    full_name,
    given_name,
    middle_name,
    family_name,
    suffix,
    email,
    phone,
    mobile_phone,
    home_phone,
    work_phone,
    street,
    unit,
    city,
    state,
    postal_code,
    country,
    birth_date,
    birth_year,
    birth_month,
    birth_day,
    sex,
    language,
    note,
    union_,
    local,
    membership_status,
    membership_role,
    employer,
    worksite,
    department,
    shift,
    job_title,
    consent_email,
    consent_text,
    consent_introduction,
    name,
    kind,
    affiliation,
    number,
    members,
    website,
    latitude,
    longitude,
    eligible,
    industry
};
BOOST_DESCRIBE_ENUM(ImportField, ignore, custom, external_id, full_name, given_name, middle_name, family_name,
                    suffix, email, phone, mobile_phone, home_phone, work_phone, street, unit, city, state,
                    postal_code, country, birth_date, birth_year, birth_month, birth_day, sex, language, note,
                    union_, local, membership_status, membership_role, employer, worksite, department, shift,
                    job_title, consent_email, consent_text, consent_introduction, name, kind, affiliation,
                    number, members, website, latitude, longitude, eligible, industry)

/// What one column of the file is taken for.
struct ColumnMapping {
    std::string column;  ///< its header, made unique: "Email", "Email (2)", "Column 4"
    ImportField field = ImportField::ignore;
    std::string custom_name;  ///< for custom
};
BOOST_DESCRIBE_STRUCT(ColumnMapping, (), (column, field, custom_name))

/// How a file is read; its columns in the file's own order.
struct ImportMapping {
    std::string preset;      ///< the shape it was taken for; empty for none
    std::string source;      ///< whose numbers the external ids are: "van", "olms", "import"
    bool day_first = false;  ///< 3/4/1990 is the 3rd of April
    std::vector<ColumnMapping> columns;
};
BOOST_DESCRIBE_STRUCT(ImportMapping, (), (preset, source, day_first, columns))

/// Why a row is not taken. Said in words by in_words().
enum class RejectReason : std::uint8_t {
    nul_byte,
    open_quote,
    row_too_long,
    too_many_columns,
    too_many_cells,
    control_character,
    too_long,
    name_missing,
    email_invalid,
    phone_invalid,
    date_invalid,
    number_invalid,
    consent_invalid,
    status_unknown,
    role_unknown,
    kind_unknown,
    matches_several,
    maybe_another,
    place_unclear
};
BOOST_DESCRIBE_ENUM(RejectReason, nul_byte, open_quote, row_too_long, too_many_columns, too_many_cells,
                    control_character, too_long, name_missing, email_invalid, phone_invalid, date_invalid,
                    number_invalid, consent_invalid, status_unknown, role_unknown, kind_unknown,
                    matches_several, maybe_another, place_unclear)

/// The reason as a sentence in "en" or "es".
std::string in_words(RejectReason reason, std::string_view language);

/// A fault of a row.
struct Reject {
    std::int64_t line = 0;
    std::string column;  ///< empty when it concerns the whole row
    RejectReason reason = RejectReason::name_missing;
    std::string in_words;
};
BOOST_DESCRIBE_STRUCT(Reject, (), (line, column, reason, in_words))

/// What an import does, or has done so far.
struct ImportSummary {
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t repeated = 0;  ///< about somebody whom an earlier row of the file was about
    std::int64_t rejected = 0;
    std::int64_t placed = 0;    ///< linked to a local surely
    std::int64_t unplaced = 0;  ///< a union was written, but which is not sure: people wait in the queue
    std::int64_t organizations_created = 0;  ///< unions above the locals
    std::int64_t employers_created = 0;
    std::int64_t worksites_created = 0;  ///< by people's rows
};
BOOST_DESCRIBE_STRUCT(ImportSummary, (),
                      (rows, created, updated, unchanged, repeated, rejected, placed, unplaced,
                       organizations_created, employers_created, worksites_created))

enum class ImportState : std::uint8_t {
    mapping,   ///< read; its columns can be corrected
    checking,  ///< the preflight runs
    checked,
    running,
    done,
    cancelled,  ///< stopped halfway; what was written stands, and can be undone
    failed,
    undoing,
    undone
};
BOOST_DESCRIBE_ENUM(ImportState, mapping, checking, checked, running, done, cancelled, failed, undoing,
                    undone)

/// A file that was given to be imported. Not journaled: what it writes is.
struct Import {
    Id<Import> id;
    Id<Workspace> workspace_id;
    std::optional<Id<User>> user_id;
    ImportKind kind = ImportKind::people;
    ImportState state = ImportState::mapping;
    std::string file_name;
    std::string file_path;     ///< where the server reads it
    std::string rejects_path;  ///< where it writes the rows not taken
    bool owns_files = false;   ///< they were uploaded, and go when they are no longer needed
    std::int64_t file_size = 0;
    std::string encoding;
    std::string language = "en";  ///< of the reasons in the file of rejects
    std::string header_hash;
    ImportMapping mapping;
    ImportSummary summary;
    std::vector<Reject> rejects;  ///< the first 100
    std::string fault;            ///< why it failed
    std::int64_t left_count = 0;  ///< changes that an undo left, being changed since
    std::optional<Id<Job>> job_id;
    std::optional<Id<Batch>> batch_id;
    Instant created_at{};
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (id, workspace_id, user_id, kind, state, file_name, file_path, rejects_path, owns_files,
                       file_size, encoding, language, header_hash, mapping, summary, rejects, fault,
                       left_count, job_id, batch_id, created_at))

// ---- Limits; see docs/guide/import.md ----
inline constexpr std::int64_t import_row_limit = 5'000'000;
inline constexpr std::size_t import_cell_limit = 10'000;          ///< characters; names are shorter
inline constexpr std::uint64_t import_json_limit = 16ULL << 20U;  ///< bytes of a JSON directory
inline constexpr std::size_t import_rejects_shown = 100;

// ---- start_import.cpp ----

struct NewImport {
    ImportKind kind = ImportKind::people;
    std::string file_name;
    std::string file_path;
    std::string rejects_path;
    std::string preset;  ///< empty: recognized by the header, or none
    bool owns_files = false;
    std::vector<std::string> map;  ///< "FIELD=COLUMN", as on the command line
    std::string language = "en";
};
/// Reads the header, guesses what the columns are (as the same header was mapped the last time) and keeps
/// the import. Errors: not_found, unsupported (a ZIP or other binary file), invalid (no header, an unknown
/// preset, field or column), too_large.
Result<Import> start_import(Transaction& tx, const NewImport& wanted);

/// Checks and keeps a corrected mapping; remembered for files of the same header. Errors: invalid, conflict
/// (it runs or has run).
Result<Import> set_mapping(Transaction& tx, Import import, ImportMapping mapping);

/// Rows as they are in the file, for a look. Errors: as start_import.
struct ImportSample {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};
BOOST_DESCRIBE_STRUCT(ImportSample, (), (columns, rows))
Result<ImportSample> sample_of(const Import& import, std::size_t rows);

// ---- store.cpp ----

/// Errors: not_found.
Result<Import> find_import(Reader& reader, Id<Workspace> workspace, Id<Import> id);
/// Newest first. Errors: invalid (cursor, limit).
Result<Page<Import>> list_imports(Reader& reader, Id<Workspace> workspace, const std::string& cursor,
                                  int limit);
/// Writes all of it; a new one if its id is not known.
void save_import(Transaction& tx, const Import& import);

// ---- jobs.cpp ----

/// Begin the three kinds of work as jobs. Errors: conflict, when the import's state does not allow it.
Result<Import> begin_preflight(Transaction& tx, Import import);
Result<Import> begin_run(Transaction& tx, Import import);
Result<Import> begin_undo(Transaction& tx, Import import);
/// Asks the work to stop. Errors: conflict when there is none.
Result<Import> cancel_import(Transaction& tx, Import import);

/// Teaches a runner the kinds of jobs that imports need.
void add_import_jobs(JobRunner& runner);

// ---- api.cpp ----

void add_import_routes(Router& router);

}  // namespace wallchart
