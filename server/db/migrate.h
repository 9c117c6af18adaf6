#pragma once
// Brings a database to the shape that this program expects: server/migrations, forward only.

#include "core/clock.h"
#include "core/result.h"
#include "db/connection.h"

namespace wallchart {

/// Applies the migrations that are missing, each in a transaction of its own.
/// Errors: unsupported if the database was made by a newer program.
Result<void> migrate(Connection& connection, const Clock& clock);

}  // namespace wallchart
