#pragma once
// SQLite, the default: one file, one writer, many readers.

#include "db/connection.h"

#include <memory>
#include <string>

namespace wallchart {

enum class SqliteMode : std::uint8_t { write, read };

/// Opens (mode write: makes) the file. Throws DatabaseError.
/// Only the one writer checkpoints: SQLite 3.40 can damage a file when two connections write or
/// checkpoint at once (the WAL-reset bug), so readers never do.
std::unique_ptr<Connection> open_sqlite(const std::string& path, SqliteMode mode);

/// Copies the database at `path` to a new file `target`, consistent even while others write to it.
void backup_sqlite(const std::string& path, const std::string& target);

/// The faults that SQLite's own check finds in a file; empty when it is whole.
std::vector<std::string> check_sqlite(const std::string& path);

}  // namespace wallchart
