#include "features/resolutions/resolutions.h"
#include "http/paging.h"

namespace wallchart {

Result<Resolution> find_resolution(Reader& reader, const Access& access, Id<Resolution> id) {
    auto resolution = reader.row<Resolution>(
        "SELECT " + columns<Resolution>() + " FROM resolution WHERE id = $1 AND workspace_id = $2", id,
        access.workspace);
    if (!resolution || !find_reachable_drive(reader, access, resolution->drive_id))
        return not_found("The resolution");
    return *resolution;
}

Result<ResolutionVersion> find_version(Reader& reader, const Resolution& resolution, int number) {
    auto version =
        reader.row<ResolutionVersion>("SELECT " + columns<ResolutionVersion>() +
                                          " FROM resolution_version WHERE resolution_id = $1 AND number = $2",
                                      resolution.id, number);
    if (!version) return not_found("The version");
    return *version;
}

std::string filled_text(const Resolution& resolution, const ResolutionVersion& version) {
    return resolution_text::fill_fields(version.body, resolution_fields(resolution));
}

std::string organization_of(Reader& reader, const Resolution& resolution) {
    return reader.value<std::string>(
        "SELECT o.name FROM drive d JOIN organization o ON o.id = d.organization_id WHERE d.id = $1",
        resolution.drive_id);
}

Result<Page<ResolutionSummary>> list_resolutions(Reader& reader, const Access& access,
                                                 const ResolutionQuery& query) {
    auto before = TRY(page_start(query.cursor, query.limit, INT64_MAX));
    Query wanted(
        "SELECT r.id, r.drive_id, o.name, r.title, r.language, r.latest_version, r.state, r.mover, "
        "r.seconder, r.moved_on, r.decided_on, r.revision FROM resolution r JOIN drive d ON d.id = "
        "r.drive_id "
        "JOIN organization o ON o.id = d.organization_id WHERE r.workspace_id = ");
    wanted.sql += wanted(access.workspace);
    if (query.drive_id) wanted.sql += " AND r.drive_id = " + wanted(*query.drive_id);
    if (query.state) wanted.sql += " AND r.state = " + wanted(*query.state);
    if (access.organization)
        wanted.sql += " AND d.organization_id IN " + organizations_below(wanted(*access.organization));
    wanted.sql += " AND r.id < " + wanted(before);
    wanted.sql += " ORDER BY r.id DESC LIMIT " + wanted(query.limit + 1);
    return page_of(reader.rows<ResolutionSummary>(wanted), query.limit);
}

}  // namespace wallchart
