#include "db/stored_row.h"

#include "core/json.h"

namespace wallchart {
namespace {

std::string real_json(double value) {
    auto text = encode(value);
    // A whole number would come back as an integer.
    return text.find_first_of(".eE") == std::string::npos ? text + ".0" : text;
}

}  // namespace

std::string key_condition(const TableInfo& table, std::size_t first) {
    auto text = " WHERE id = $" + std::to_string(first);
    if (table.belongs_to_person) text += " AND person_id = $" + std::to_string(first + 1);
    return text;
}

std::string all_columns(const TableInfo& table) {
    std::string columns;
    for (const auto& column : table.columns)
        columns += (columns.empty() ? "" : ", ") + column;
    return columns;
}

std::string row_json(const TableInfo& table, const Row& row) {
    std::string text;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        text += text.empty() ? "{\"" : ",\"";
        text += table.columns[at] + "\":";
        auto column = static_cast<int>(at);
        if (row.is_null(column)) {
            text += "null";
        } else if (row.is_integer(column)) {
            text += std::to_string(row.integer(column));
        } else if (row.is_real(column)) {
            text += real_json(row.real(column));
        } else {
            encode_text(text, row.text(column));
        }
    }
    return text + "}";
}

}  // namespace wallchart
