#include "features/resolutions/resolutions.h"

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
    if (query.limit < 1 || query.limit > 200) return invalid("/limit", "From 1 to 200.");
    std::vector<Value> parameters;
    auto parameter = [&](auto value) {
        parameters.push_back(as_value(value));
        return "$" + std::to_string(parameters.size());
    };
    std::string sql =
        "SELECT r.id, r.drive_id, o.name, r.title, r.language, r.latest_version, r.state, r.mover, "
        "r.seconder, "
        "r.moved_on, r.decided_on, r.revision FROM resolution r JOIN drive d ON d.id = r.drive_id "
        "JOIN organization o ON o.id = d.organization_id WHERE r.workspace_id = " +
        parameter(access.workspace);
    if (query.drive_id) sql += " AND r.drive_id = " + parameter(*query.drive_id);
    if (query.state) sql += " AND r.state = " + parameter(*query.state);
    if (access.organization)
        sql += " AND d.organization_id IN (WITH RECURSIVE below(id) AS (SELECT CAST(" +
               parameter(*access.organization) +
               " AS BIGINT) UNION SELECT b.id FROM organization b JOIN below ON b.parent_organization_id = "
               "below.id) SELECT id FROM below)";
    if (!query.cursor.empty()) {
        auto before = parse_id<Resolution>(query.cursor);
        if (!before) return invalid("/cursor", "This cursor is not one of ours.");
        sql += " AND r.id < " + parameter(*before);
    }
    sql += " ORDER BY r.id DESC LIMIT " + parameter(query.limit + 1);
    Page<ResolutionSummary> page;
    page.items = reader.rows_of<ResolutionSummary>(sql, parameters);
    if (static_cast<int>(page.items.size()) > query.limit) {
        page.items.pop_back();
        page.next = to_string(page.items.back().id);
    }
    return page;
}

}  // namespace wallchart
