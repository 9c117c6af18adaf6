#pragma once
// A row of any table, without the type of its record: what undo, merges and checks work on.

#include "db/connection.h"
#include "db/schema.h"

#include <optional>
#include <string>

namespace wallchart {

/// " WHERE id = $n", and " AND person_id = $n+1" where the key is (person_id, id); n is `first`.
std::string key_condition(const TableInfo& table, std::size_t first);

/// All columns of a table, as "id, name, ...".
std::string all_columns(const TableInfo& table);

/// A row of all_columns as the journal keeps it: what reads back the same as a number is one.
std::string row_json(const TableInfo& table, const Row& row);

}  // namespace wallchart
