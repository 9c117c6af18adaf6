#pragma once
// Copies all that a database holds to another, of either kind: what backups and moves between databases are
// made of.

#include "db/connection.h"
#include "db/schema.h"

#include <cstdint>
#include <map>
#include <string>

namespace wallchart {

/// Copies the rows of every table but `migration` and those that triggers fill anew; both databases must have
/// the shape of `schema`. The caller begins and ends the transactions. The rows copied, by table.
std::map<std::string, std::int64_t> copy_tables(Connection& from, Connection& to, const Schema& schema);

/// The rows of every table but `migration`.
std::map<std::string, std::int64_t> count_rows(Connection& connection, const Schema& schema);

/// The value of a column, whatever it holds.
Value value_of(const Row& row, int column);

}  // namespace wallchart
