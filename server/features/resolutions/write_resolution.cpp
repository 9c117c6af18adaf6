// Texts written: the draft, its versions, and the one that was decided on.
#include "core/text.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/resolutions.h"
#include "features/resolutions/sheet.h"

namespace wallchart {
namespace {

constexpr std::size_t note_limit = 300;

/// The title as the text itself has it, in words where a field is missing.
std::string title_of(std::string_view body, std::string_view language) {
    auto title = read_markdown(body).title;
    for (const auto& use : resolution_text::field_names_in(title))
        title = replace_all(std::move(title), "{" + use + "}", missing_field(use, language));
    return title;
}

/// Checked before filling: what the drive says may hold braces, a text's own fields may not be unknown.
Result<std::string> fill_from_drive(Transaction& tx, const Drive& drive, std::string_view language,
                                    std::string_view text) {
    TRY(check_text("-", language, text));
    return resolution_text::fill_fields(text, drive_fields(tx, drive, language));
}

ResolutionVersion insert_version(Transaction& tx, const Access& access, const Resolution& resolution,
                                 std::string_view body, std::string_view note) {
    ResolutionVersion version;
    version.workspace_id = access.workspace;
    version.resolution_id = resolution.id;
    version.number = resolution.latest_version;
    version.body = body;
    if (access.user) version.user_id = access.user;
    version.at = tx.now();
    version.note = trim(note);
    tx.insert(version);
    return version;
}

}  // namespace

Result<Resolution> create_resolution(Transaction& tx, const Access& access, Id<Drive> drive_id,
                                     const NewResolution& wanted) {
    auto drive = TRY(find_reachable_drive(tx, access, drive_id));
    Resolution resolution;
    resolution.workspace_id = access.workspace;
    resolution.drive_id = drive.id;
    resolution.language = wanted.language.empty() ? access.language : wanted.language;
    auto body = wanted.body;
    if (!wanted.model.empty()) {
        auto model = TRY(find_model_text(tx, access, wanted.model));
        resolution.model = model.key;
        if (wanted.language.empty()) resolution.language = model.language;
        if (trim(body).empty()) body = model.body;
    }
    body = TRY(fill_from_drive(tx, drive, resolution.language, body));
    resolution.title = trim(wanted.title).empty() ? title_of(body, resolution.language) : trim(wanted.title);
    if (resolution.title.empty())
        resolution.title = resolution.language == "es" ? "Resolución" : "Resolution";
    TRY(check_text(resolution.title, resolution.language, body));
    resolution.mover = drive.mover;
    resolution.seconder = drive.seconder;
    tx.insert(resolution);
    insert_version(tx, access, resolution, body, "");
    return resolution;
}

Result<ResolutionVersion> add_version(Transaction& tx, const Access& access, Resolution& resolution,
                                      std::string_view text, std::string_view note) {
    if (!abilities(resolution.state, access).edit)
        return failure(ErrorKind::conflict, "The text of a resolution that is " +
                                                std::string(name_of(resolution.state)) + " is not changed.");
    auto drive = TRY(find_reachable_drive(tx, access, resolution.drive_id));
    auto body = TRY(fill_from_drive(tx, drive, resolution.language, text));
    TRY(check_text(resolution.title, resolution.language, body));
    if (length(note) > note_limit) return invalid("/note", "At most 300 characters.");
    auto latest = TRY(find_version(tx, resolution, resolution.latest_version));
    if (latest.body == body) return latest;
    ++resolution.latest_version;
    if (auto title = title_of(body, resolution.language); !title.empty()) resolution.title = title;
    TRY(tx.update(resolution));
    return insert_version(tx, access, resolution, body, note);
}

Result<void> decide_resolution(Transaction& tx, const Access& access, Resolution& resolution,
                               const ResolutionDecision& decision, Date today) {
    if (!abilities(resolution.state, access).decide)
        return failure(ErrorKind::conflict, "Only a resolution that was moved can be decided on.");
    TRY(check_decision(decision, today));
    auto version = TRY(find_version(tx, resolution, decision.version.value_or(resolution.latest_version)));
    resolution.state = decision.outcome;
    resolution.decided_on = decision.decided_on;
    resolution.decided_by = trim(decision.decided_by);
    resolution.votes_for = decision.votes_for;
    resolution.votes_against = decision.votes_against;
    resolution.votes_abstained = decision.votes_abstained;
    resolution.evidence = trim(decision.evidence);

    // The text as decided on is a version of its own when names and dates had to be filled in.
    auto body = resolution_text::fill_fields(version.body, resolution_fields(resolution));
    if (auto missing = resolution_text::field_names_in(body); !missing.empty()) {
        for (auto& field : missing)
            field = "{" + field + "}";
        return failure(ErrorKind::conflict,
                       "The text still has blanks: " + join(missing, ", ") + ". Fill them in first.");
    }
    bool spanish = resolution.language == "es";
    if (body == version.body) {
        resolution.adopted_version_id = version.id;
        return tx.update(resolution);
    }
    ++resolution.latest_version;
    auto note = decision.outcome == ResolutionState::adopted
                    ? (spanish ? "Texto aprobado" : "Text as adopted")
                    : (spanish ? "Texto rechazado" : "Text as defeated");
    auto frozen = insert_version(tx, access, resolution, body, note);
    resolution.adopted_version_id = frozen.id;
    return tx.update(resolution);
}

}  // namespace wallchart
