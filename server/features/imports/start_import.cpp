#include "core/text.h"
#include "features/imports/fields.h"
#include "features/imports/imports.h"
#include "features/imports/row_source.h"

#include <algorithm>

namespace wallchart {
namespace {

constexpr std::size_t rows_to_guess_from = 50;

std::vector<std::string> owned(const CsvRow& row, std::size_t columns) {
    std::vector<std::string> cells;
    for (auto cell : row.cells)
        cells.emplace_back(first_characters(cell, 200));
    cells.resize(columns);
    return cells;
}

std::vector<std::vector<std::string>> first_rows(RowSource& source, std::size_t count) {
    std::vector<std::vector<std::string>> rows;
    CsvRow row;
    while (rows.size() < count && source.next(row))
        if (row.fault.empty()) rows.push_back(owned(row, source.columns().size()));
    return rows;
}

/// The mapping that the same header had the last time, for the columns that are there now.
std::optional<ImportMapping> remembered(Reader& reader, const NewImport& wanted, Id<Workspace> workspace,
                                        const RowSource& source) {
    auto text = reader.value<std::string>(
        "SELECT mapping FROM import_mapping WHERE workspace_id = $1 AND kind = $2 AND header_hash = $3",
        workspace, name_of(wanted.kind), source.header_hash());
    if (text.empty()) return std::nullopt;
    auto mapping = decode_text<ImportMapping>(text);
    if (!mapping) return std::nullopt;
    std::vector<ColumnMapping> now;
    for (const auto& column : source.columns()) {
        auto known = std::ranges::find(mapping->columns, column, &ColumnMapping::column);
        now.push_back(known == mapping->columns.end() ? ColumnMapping{column, ImportField::ignore, {}}
                                                      : *known);
    }
    mapping->columns = std::move(now);
    if (!check_mapping(wanted.kind, *mapping, source.columns())) return std::nullopt;
    return std::move(*mapping);
}

}  // namespace

Result<Import> start_import(Transaction& tx, const NewImport& wanted) {
    if (!wanted.preset.empty() && find_preset(wanted.kind, wanted.preset) == nullptr) {
        std::string names;
        for (const auto& preset : all_presets())
            if (preset.kind == wanted.kind) names += (names.empty() ? "" : ", ") + std::string(preset.name);
        return invalid("/preset", "There is no such preset; for this kind of file there are: " + names + ".");
    }
    auto source = TRY(RowSource::open(wanted.file_path));
    auto rows = first_rows(source, rows_to_guess_from);
    if (rows.empty())
        return failure(ErrorKind::invalid, "There is no row below the header that can be read.");
    Import import;
    import.id = new_id<Import>();
    import.workspace_id = tx.change().workspace;
    import.user_id = tx.change().user;
    import.kind = wanted.kind;
    import.file_name = first_characters(wanted.file_name, 200);
    import.file_path = wanted.file_path;
    import.rejects_path = wanted.rejects_path;
    import.owns_files = wanted.owns_files;
    import.file_size = static_cast<std::int64_t>(source.size());
    import.encoding = name_of(source.encoding());
    import.language = wanted.language;
    import.header_hash = source.header_hash();
    import.created_at = tx.now();
    auto last_time =
        wanted.preset.empty() ? remembered(tx, wanted, import.workspace_id, source) : std::nullopt;
    import.mapping =
        last_time ? std::move(*last_time) : guess_mapping(wanted.kind, source.columns(), rows, wanted.preset);
    for (const auto& option : wanted.map)
        TRY(apply_map_option(wanted.kind, import.mapping, option));
    save_import(tx, import);
    return import;
}

Result<Import> set_mapping(Transaction& tx, Import import, ImportMapping mapping) {
    if (import.state != ImportState::mapping && import.state != ImportState::checked &&
        import.state != ImportState::failed)
        return failure(ErrorKind::conflict, "The columns can be corrected before the import runs only.");
    if (import.batch_id)
        return failure(ErrorKind::conflict, "A part of the file was imported already; undo that first.");
    auto source = TRY(RowSource::open(import.file_path));
    TRY(check_mapping(import.kind, mapping, source.columns()));
    import.mapping = std::move(mapping);
    import.state = ImportState::mapping;
    import.summary = {};
    import.rejects.clear();
    save_import(tx, import);
    tx.execute(
        "INSERT INTO import_mapping (workspace_id, kind, header_hash, mapping, at) VALUES ($1, $2, $3, $4, "
        "$5) "
        "ON CONFLICT (workspace_id, kind, header_hash) DO UPDATE SET mapping = excluded.mapping, at = "
        "excluded.at",
        import.workspace_id, name_of(import.kind), import.header_hash, encode(import.mapping), tx.now());
    return import;
}

Result<ImportSample> sample_of(const Import& import, std::size_t rows) {
    auto source = TRY(RowSource::open(import.file_path));
    ImportSample sample;
    sample.columns = source.columns();
    sample.rows = first_rows(source, rows);
    return sample;
}

}  // namespace wallchart
