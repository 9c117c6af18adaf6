#include "db/schema.h"

#include <algorithm>

namespace wallchart {

bool TableInfo::has(std::string_view column) const {
    return std::ranges::find(columns, column) != columns.end();
}

Schema::Schema(Connection& connection) {
    for (auto& info : connection.dialect().columns(connection)) {
        if (m_tables.empty() || m_tables.back().name != info.table)
            m_tables.push_back({info.table, {}, false, false});
        auto& table = m_tables.back();
        if (info.in_primary_key && info.column == "person_id") table.belongs_to_person = true;
        if (info.column == "revision") table.journaled = true;
        table.columns.push_back(std::move(info.column));
    }
    for (const auto& target : m_tables) {
        auto suffix = target.name + "_id";
        auto& references = m_references[target.name];
        for (const auto& table : m_tables) {
            if (!table.journaled) continue;
            for (const auto& column : table.columns)
                if (column == suffix || column.ends_with("_" + suffix))
                    references.push_back({table.name, column, table.is_supposed()});
        }
    }
}

const TableInfo* Schema::find(std::string_view table) const {
    auto found = std::ranges::find(m_tables, table, &TableInfo::name);
    return found == m_tables.end() ? nullptr : &*found;
}

const std::vector<Reference>& Schema::references_to(std::string_view table) const {
    static const std::vector<Reference> none;
    auto found = m_references.find(table);
    return found == m_references.end() ? none : found->second;
}

}  // namespace wallchart
