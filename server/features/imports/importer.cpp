#include "features/imports/importer.h"

namespace wallchart {

std::unordered_set<std::int64_t> inserted_by(Reader& reader, std::optional<Id<Batch>> batch,
                                             std::string_view table) {
    std::unordered_set<std::int64_t> records;
    if (!batch) return records;
    reader.each(
        "SELECT record_id FROM journal WHERE batch_id = $1 AND table_name = $2 AND action = 'insert'",
        [&](const Row& row) { records.insert(row.integer(0)); }, *batch, table);
    return records;
}

std::vector<std::string_view> FileRow::cells() const {
    std::vector<std::string_view> views;
    views.reserve(ends.size());
    std::size_t start = 0;
    for (auto end : ends) {
        views.push_back(std::string_view(text).substr(start, end - start));
        start = end;
    }
    return views;
}

std::unique_ptr<Importer> make_importer(const Import& import, Database& database) {
    switch (import.kind) {
        case ImportKind::people:
            return make_people_importer(import, database);
        case ImportKind::organizations:
            return make_organization_importer(import);
        case ImportKind::worksites:
            return make_worksite_importer(import, database);
    }
    return nullptr;
}

}  // namespace wallchart
