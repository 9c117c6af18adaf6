#include "features/imports/imports.h"
#include "features/newest_page.h"

namespace wallchart {
namespace {

/// Work that was given up by the runner (begun too often) could not say so itself.
void settle(Reader& reader, Import& import) {
    using enum ImportState;
    bool active = import.state == checking || import.state == running || import.state == undoing;
    if (!active || !import.job_id) return;
    auto job = find_job(reader, import.workspace_id, *import.job_id);
    if (!job || job->state != JobState::failed) return;
    import.state = failed;
    import.fault = job->result;
}

}  // namespace

Result<Import> find_import(Reader& reader, Id<Workspace> workspace, Id<Import> id) {
    auto found = reader.row<Import>(
        "SELECT " + columns<Import>() + " FROM import WHERE id = $1 AND workspace_id = $2", id, workspace);
    if (!found) return not_found("The import");
    settle(reader, *found);
    return std::move(*found);
}

Result<Page<Import>> list_imports(Reader& reader, Id<Workspace> workspace, const std::string& cursor,
                                  int limit) {
    auto page = TRY(newest_page<Import>(reader, "import", workspace, cursor, limit));
    for (auto& import : page.items)
        settle(reader, import);
    return page;
}

void save_import(Transaction& tx, const Import& import) {
    const auto& type = record_type<Import>();
    std::string names, marks, assignments;
    std::vector<Value> values;
    for (const auto& field : type.fields) {
        values.push_back(to_value(*field.type, field.in(&import)));
        names += (names.empty() ? "" : ", ") + std::string(field.name);
        marks += (marks.empty() ? "$" : ", $") + std::to_string(values.size());
        if (field.name == "id") continue;
        assignments += (assignments.empty() ? "" : ", ") + std::string(field.name) + " = excluded." +
                       std::string(field.name);
    }
    tx.execute_of("INSERT INTO import (" + names + ") VALUES (" + marks +
                      ") ON CONFLICT (id) DO UPDATE SET " + assignments,
                  values);
    tx.touch("import");
}

}  // namespace wallchart
