#pragma once
// Whether the journal's last word on a record is what is stored.

#include "db/connection.h"
#include "db/schema.h"
#include "features/upkeep/upkeep.h"

#include <vector>

namespace wallchart {

/// Compares the newest entries, and some spread over all, with the records they are about; the records
/// compared.
std::int64_t check_journal(Connection& connection, const Schema& schema, std::vector<Finding>& findings);

}  // namespace wallchart
