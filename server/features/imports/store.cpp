#include "features/imports/imports.h"

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
    if (limit < 1 || limit > 200) return invalid("/limit", "From 1 to 200.");
    std::int64_t before = INT64_MAX;
    if (!cursor.empty()) {
        auto read = parse_id_value(cursor);
        if (!read) return invalid("/cursor", "This is not a cursor of this list.");
        before = *read;
    }
    Page<Import> page;
    page.items =
        reader.rows<Import>("SELECT " + columns<Import>() +
                                " FROM import WHERE workspace_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
                            workspace, before, limit + 1);
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = to_string(page.items.back().id);
    }
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
