#include "db/copy.h"

namespace wallchart {
namespace {

constexpr std::size_t rows_at_once = 1000;

std::int64_t copy_table(Connection& from, Connection& to, const TableInfo& table) {
    std::vector<std::string_view> names(table.columns.begin(), table.columns.end());
    std::string list;
    for (auto name : names)
        list += (list.empty() ? "" : ", ") + std::string(name);
    std::vector<Value> values;
    values.reserve(rows_at_once * names.size());
    std::int64_t rows = 0;
    auto write = [&] {
        if (!values.empty()) to.insert_rows(table.name, names, values);
        values.clear();
    };
    from.stream("SELECT " + list + " FROM " + table.name, {}, [&](const Row& row) {
        for (int at = 0; at < static_cast<int>(names.size()); ++at)
            values.push_back(value_of(row, at));
        if (++rows % rows_at_once == 0) write();
    });
    write();
    return rows;
}

}  // namespace

Value value_of(const Row& row, int column) {
    if (row.is_null(column)) return {};
    if (row.is_integer(column)) return row.integer(column);
    if (row.is_real(column)) return row.real(column);
    return std::string(row.text(column));
}

std::map<std::string, std::int64_t> copy_tables(Connection& from, Connection& to, const Schema& schema) {
    std::map<std::string, std::int64_t> rows;
    for (const auto& table : schema.tables())
        if (table.name != "migration" && !table.kept_by_triggers())
            rows[table.name] = copy_table(from, to, table);
    return rows;
}

std::map<std::string, std::int64_t> count_rows(Connection& connection, const Schema& schema) {
    std::map<std::string, std::int64_t> rows;
    for (const auto& table : schema.tables()) {
        if (table.name == "migration") continue;
        connection.each("SELECT count(*) FROM " + table.name, {},
                        [&](const Row& row) { rows[table.name] = row.integer(0); });
    }
    return rows;
}

}  // namespace wallchart
