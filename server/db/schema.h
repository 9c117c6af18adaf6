#pragma once
// The tables as the database itself describes them: what lets the journal undo, erase, export and check
// any table without knowing the features.

#include "db/connection.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// A table by its columns. Conventions of all tables: the key is (id) or (person_id, id); a journaled
/// table has a column `revision`; a column "x_id" or "some_x_id" refers to table x; a table "x_tally" is
/// written by triggers on table x alone; a table "likely_x" holds what the program supposes of records, which
/// keeps none of them from being taken back.
struct TableInfo {
    std::string name;
    std::vector<std::string> columns;
    bool belongs_to_person = false;  ///< its key is (person_id, id)
    bool journaled = false;

    bool kept_by_triggers() const { return name.ends_with("_tally"); }
    bool is_supposed() const { return name.starts_with("likely_"); }
    bool has(std::string_view column) const;
};

/// A column of some table that refers to rows of another.
struct Reference {
    std::string table;
    std::string column;
    bool supposed = false;  ///< of a table that holds suppositions
};

class Schema {
public:
    Schema() = default;
    /// Reads the schema of an open database.
    explicit Schema(Connection& connection);

    const TableInfo* find(std::string_view table) const;
    const std::vector<TableInfo>& tables() const { return m_tables; }
    /// The columns of journaled tables that refer to `table`.
    const std::vector<Reference>& references_to(std::string_view table) const;

private:
    std::vector<TableInfo> m_tables;
    std::map<std::string, std::vector<Reference>, std::less<>> m_references;
};

}  // namespace wallchart
