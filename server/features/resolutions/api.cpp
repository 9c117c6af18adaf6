#include "core/text.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/resolutions.h"
#include "http/paging.h"

namespace wallchart {
namespace {

struct ResolutionPath {
    Id<Resolution> id;
};
BOOST_DESCRIBE_STRUCT(ResolutionPath, (), (id))

struct DrivePath {
    Id<Drive> id;
};
BOOST_DESCRIBE_STRUCT(DrivePath, (), (id))

struct DriveResolutionsQuery {
    Id<Drive> id;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(DriveResolutionsQuery, (), (id, cursor, limit))

struct VersionPath {
    Id<Resolution> id;
    int number = 0;
};
BOOST_DESCRIBE_STRUCT(VersionPath, (), (id, number))

struct VersionsQuery {
    Id<Resolution> id;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(VersionsQuery, (), (id, cursor, limit))

struct DifferenceQuery {
    Id<Resolution> id;
    int from = 0;
    int to = 0;
};
BOOST_DESCRIBE_STRUCT(DifferenceQuery, (), (id, from, to))

/// A version with the text as it reads.
struct ResolutionVersionView {
    int number = 0;
    Instant at{};
    std::string author;  ///< the user's name; empty if there was none
    std::string note;
    bool decided_on = false;  ///< the text as adopted or defeated
    std::string body;
    resolution_text::TextDocument document;
    std::vector<std::string> missing;  ///< fields that still have no value
};
BOOST_DESCRIBE_STRUCT(ResolutionVersionView, (),
                      (number, at, author, note, decided_on, body, document, missing))

struct ResolutionVersionSummary {
    Id<ResolutionVersion> id;
    int number = 0;
    Instant at{};
    std::string author;
    std::string note;
    bool decided_on = false;
};
BOOST_DESCRIBE_STRUCT(ResolutionVersionSummary, (), (id, number, at, author, note, decided_on))

struct ResolutionView {
    Resolution resolution;
    std::string organization;
    ResolutionVersionView latest;
    std::optional<int> decided_version;  ///< the number of the text as adopted or defeated
    ResolutionAbilities can;
};
BOOST_DESCRIBE_STRUCT(ResolutionView, (), (resolution, organization, latest, decided_version, can))

struct ResolutionChange {
    std::optional<std::string> title;
    std::optional<std::string> mover;
    std::optional<std::string> seconder;
    std::optional<Date> moved_on;
    std::optional<ResolutionState> state;
};
BOOST_DESCRIBE_STRUCT(ResolutionChange, (), (title, mover, seconder, moved_on, state))

struct NewResolutionVersion {
    std::string body;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(NewResolutionVersion, (), (body, note))

struct ResolutionDifference {
    int from = 0;
    int to = 0;
    resolution_text::TextDifference difference;
};
BOOST_DESCRIBE_STRUCT(ResolutionDifference, (), (from, to, difference))

std::string author_of(Reader& reader, const std::optional<Id<User>>& user) {
    if (!user) return {};
    return reader.value<std::string>("SELECT name FROM user_account WHERE id = $1", *user);
}

ResolutionVersionView view_of(Reader& reader, const Resolution& resolution,
                              const ResolutionVersion& version) {
    auto text = filled_text(resolution, version);
    return {version.number,
            version.at,
            author_of(reader, version.user_id),
            version.note,
            resolution.adopted_version_id == version.id,
            version.body,
            read_markdown(text),
            resolution_text::field_names_in(text)};
}

Result<ResolutionView> view_of(Reader& reader, const Access& access, const Resolution& resolution) {
    ResolutionView view;
    view.resolution = resolution;
    view.organization = organization_of(reader, resolution);
    view.latest =
        view_of(reader, resolution, TRY(find_version(reader, resolution, resolution.latest_version)));
    if (resolution.adopted_version_id)
        view.decided_version = reader.value<int>("SELECT number FROM resolution_version WHERE id = $1",
                                                 *resolution.adopted_version_id);
    view.can = abilities(resolution.state, access);
    return view;
}

Result<Page<ResolutionSummary>> list(Call& call, const ResolutionQuery& query) {
    return call.read([&](Reader& reader) { return list_resolutions(reader, call.access(), query); });
}

Result<Page<ResolutionSummary>> list_of_drive(Call& call, const DriveResolutionsQuery& query) {
    return call.read([&](Reader& reader) -> Result<Page<ResolutionSummary>> {
        auto drive = TRY(find_reachable_drive(reader, call.access(), query.id));
        return list_resolutions(reader, call.access(), {drive.id, {}, query.cursor, query.limit});
    });
}

Result<ResolutionView> create(Call& call, const DrivePath& path, const NewResolution& wanted) {
    call.set_status(201);
    return call.write("edit", "Drafted a resolution", [&](Transaction& tx) -> Result<ResolutionView> {
        auto resolution = TRY(create_resolution(tx, call.access(), path.id, wanted));
        return view_of(tx, call.access(), resolution);
    });
}

Result<ResolutionView> show(Call& call, const ResolutionPath& path) {
    return call.read([&](Reader& reader) -> Result<ResolutionView> {
        return view_of(reader, call.access(), TRY(find_resolution(reader, call.access(), path.id)));
    });
}

Result<ResolutionView> change(Call& call, const ResolutionPath& path, const ResolutionChange& wanted) {
    return call.write("edit", "Changed a resolution", [&](Transaction& tx) -> Result<ResolutionView> {
        auto resolution = TRY(find_resolution(tx, call.access(), path.id));
        bool edits = wanted.title || wanted.mover || wanted.seconder || wanted.moved_on;
        if (edits && !abilities(resolution.state, call.access()).edit)
            return failure(
                ErrorKind::conflict,
                "A resolution that is " + std::string(name_of(resolution.state)) + " is not changed.");
        resolution.revision = call.expected_revision(resolution.revision);
        auto set = [](std::string& into, const std::optional<std::string>& value) {
            if (value) into = squeeze(*value);
        };
        set(resolution.title, wanted.title);
        set(resolution.mover, wanted.mover);
        set(resolution.seconder, wanted.seconder);
        for (const auto* name : {&resolution.title, &resolution.mover, &resolution.seconder})
            if (length(*name) > 300) return invalid("", "At most 300 characters.");
        if (resolution.title.empty()) return invalid("/title", "A title is needed.");
        if (wanted.moved_on) resolution.moved_on = wanted.moved_on;
        if (wanted.state) {
            TRY(check_step(resolution, *wanted.state));
            resolution.state = *wanted.state;
            if (resolution.state == ResolutionState::moved && !resolution.moved_on)
                resolution.moved_on = call.today();
            if (resolution.state == ResolutionState::draft) resolution.moved_on.reset();
        }
        TRY(tx.update(resolution));
        return view_of(tx, call.access(), resolution);
    });
}

Result<ResolutionView> write_version(Call& call, const ResolutionPath& path,
                                     const NewResolutionVersion& wanted) {
    call.set_status(201);
    return call.write("edit", "Wrote a version of a resolution",
                      [&](Transaction& tx) -> Result<ResolutionView> {
                          auto resolution = TRY(find_resolution(tx, call.access(), path.id));
                          resolution.revision = call.expected_revision(resolution.revision);
                          TRY(add_version(tx, call.access(), resolution, wanted.body, wanted.note));
                          return view_of(tx, call.access(), resolution);
                      });
}

Result<Page<ResolutionVersionSummary>> list_versions(Call& call, const VersionsQuery& query) {
    auto before = TRY(page_start(query.cursor, query.limit, INT64_MAX));
    return call.read([&](Reader& reader) -> Result<Page<ResolutionVersionSummary>> {
        auto resolution = TRY(find_resolution(reader, call.access(), query.id));
        auto found = reader.rows<ResolutionVersionSummary>(
            "SELECT v.id, v.number, v.at, COALESCE(u.name, ''), v.note, CASE WHEN v.id = $1 THEN 1 ELSE 0 "
            "END "
            "FROM resolution_version v LEFT JOIN user_account u ON u.id = v.user_id "
            "WHERE v.resolution_id = $2 AND v.id < $3 ORDER BY v.id DESC LIMIT $4",
            resolution.adopted_version_id.value_or(Id<ResolutionVersion>{}), resolution.id, before,
            query.limit + 1);
        return page_of(std::move(found), query.limit);
    });
}

Result<ResolutionVersionView> show_version(Call& call, const VersionPath& path) {
    return call.read([&](Reader& reader) -> Result<ResolutionVersionView> {
        auto resolution = TRY(find_resolution(reader, call.access(), path.id));
        return view_of(reader, resolution, TRY(find_version(reader, resolution, path.number)));
    });
}

Result<ResolutionDifference> show_difference(Call& call, const DifferenceQuery& query) {
    return call.read([&](Reader& reader) -> Result<ResolutionDifference> {
        auto resolution = TRY(find_resolution(reader, call.access(), query.id));
        auto to = query.to > 0 ? query.to : resolution.latest_version;
        auto from = query.from > 0 ? query.from : std::max(to - 1, 1);
        auto clauses = [&](const ResolutionVersion& version) {
            return resolution_text::clauses_of(read_markdown(version.body));
        };
        auto before = clauses(TRY(find_version(reader, resolution, from)));
        auto after = clauses(TRY(find_version(reader, resolution, to)));
        return ResolutionDifference{from, to, resolution_text::difference(before, after)};
    });
}

Result<ResolutionView> decide(Call& call, const ResolutionPath& path, const ResolutionDecision& decision) {
    return call.write("edit", "Recorded the decision on a resolution",
                      [&](Transaction& tx) -> Result<ResolutionView> {
                          auto resolution = TRY(find_resolution(tx, call.access(), path.id));
                          resolution.revision = call.expected_revision(resolution.revision);
                          TRY(decide_resolution(tx, call.access(), resolution, decision, call.today()));
                          return view_of(tx, call.access(), resolution);
                      });
}

/// The decision was entered by mistake: back to "moved"; its text stays as a version.
Result<ResolutionView> reopen(Call& call, const ResolutionPath& path) {
    return call.write("edit", "Took back the decision on a resolution",
                      [&](Transaction& tx) -> Result<ResolutionView> {
                          auto resolution = TRY(find_resolution(tx, call.access(), path.id));
                          if (!abilities(resolution.state, call.access()).reopen)
                              return failure(ErrorKind::conflict, "No decision is recorded.");
                          resolution.revision = call.expected_revision(resolution.revision);
                          resolution.state = ResolutionState::moved;
                          resolution.decided_on.reset();
                          resolution.decided_by.clear();
                          resolution.votes_for.reset();
                          resolution.votes_against.reset();
                          resolution.votes_abstained.reset();
                          resolution.evidence.clear();
                          resolution.adopted_version_id.reset();
                          TRY(tx.update(resolution));
                          return view_of(tx, call.access(), resolution);
                      });
}

}  // namespace

void add_resolution_routes(Router& router) {
    add_model_text_routes(router);
    add_resolution_document_routes(router);
    router.group("resolutions")
        .add(Method::get, "/resolutions", Permission::see_people, list, "Resolutions, newest first")
        .add(Method::get, "/drives/{id}/resolutions", Permission::see_people, list_of_drive,
             "A drive's resolutions, newest first")
        .add(Method::post, "/drives/{id}/resolutions", Permission::lead_people, create,
             "Draft a resolution for a drive, from a model text or from nothing")
        .add(Method::get, "/resolutions/{id}", Permission::see_people, show,
             "A resolution with its latest text")
        .add(Method::patch, "/resolutions/{id}", Permission::lead_people, change,
             "Change title, mover, seconder or state")
        .add(Method::get, "/resolutions/{id}/versions", Permission::see_people, list_versions,
             "The versions, newest first")
        .add(Method::post, "/resolutions/{id}/versions", Permission::lead_people, write_version,
             "Write the next version")
        .add(Method::get, "/resolutions/{id}/versions/{number}", Permission::see_people, show_version,
             "A version with its text")
        .add(Method::get, "/resolutions/{id}/difference", Permission::see_people, show_difference,
             "What changed between two versions, clause by clause and word by word")
        .add(Method::post, "/resolutions/{id}/adoption", Permission::lead_people, decide,
             "Record that it was adopted or defeated, and freeze the text")
        .add(Method::delete_, "/resolutions/{id}/adoption", Permission::organize, reopen,
             "Take back a decision entered by mistake");
}

}  // namespace wallchart
