#pragma once
// Keeping a database safe: backups that are consistent while it serves, their restoring, and a check of
// everything that must hold in it. For whoever runs the program; no operation of the API.

#include "core/clock.h"
#include "core/result.h"
#include "db/connection.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace wallchart {

/// Rows of a table, as a backup's manifest lists them.
struct TableRows {
    std::string table;
    std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(TableRows, (), (table, rows))

/// What a backup says of itself. The backup is a ZIP of this as manifest.json and of wallchart.db, an SQLite
/// database, whichever database it was made from: it can be restored into either.
struct BackupManifest {
    int format = 1;
    Instant made_at{};
    std::string made_from;  ///< "sqlite", "postgres"
    std::int64_t bytes = 0;
    std::string blake2b;  ///< of wallchart.db, hexadecimal
    std::vector<TableRows> tables;
};
BOOST_DESCRIBE_STRUCT(BackupManifest, (), (format, made_at, made_from, bytes, blake2b, tables))

// ---- backup.cpp ----

/// Writes a backup of the database that `source` names (as Database::open takes it) to `file`, replacing one
/// that is there only once the new one is whole. A server may go on writing meanwhile: the backup holds what
/// was committed when it began. Errors: not_found (no database there), unavailable.
Result<BackupManifest> back_up(const std::string& source, const std::string& file, const Clock& clock);

// ---- restore.cpp ----

enum class Overwrite : std::uint8_t { refuse, replace };

/// Verifies a backup (its checksums, the database's own check, the number of rows) and puts it in the place
/// that `source` names. A folder's old database is kept beside the new one. Errors: not_found; invalid (not a
/// backup, or damaged); conflict (a database is there and `overwrite` refuses; a server uses it); unsupported
/// (made by a newer program); unavailable.
Result<BackupManifest> restore(const std::string& file, const std::string& source, Overwrite overwrite,
                               const Clock& clock);

/// The manifest of a backup whose content is as it says, with the database unpacked to `target`.
Result<BackupManifest> unpack_backup(const std::string& file, const std::string& target);

// ---- check_database.cpp ----

/// A fault of a database. Says where, never what is written there.
struct Finding {
    std::string table;
    std::string what;               ///< "refers to a person that is not there"
    std::int64_t count = 0;         ///< rows
    std::vector<std::int64_t> ids;  ///< the first ten of them
};

struct CheckReport {
    std::vector<Finding> findings;
    std::int64_t rows = 0;
    std::int64_t journal_sample = 0;  ///< records compared with the journal
};

/// Tests all that must hold: the file's integrity, references, the journal against the records, the search
/// columns, one current assessment for each person in a drive. Reads only; a server may go on writing.
/// Errors: not_found, unavailable; unsupported (made by another version: start that, or this, once).
Result<CheckReport> check_database(const std::string& source);

// ---- open_for_reading.cpp ----

/// A connection beside a server that may hold the database. Errors: not_found, unavailable.
Result<std::unique_ptr<Connection>> open_for_reading(const std::string& source);
bool is_postgres(const std::string& source);

/// A path for something unfinished: removed when it goes, with what SQLite puts beside it.
class Unfinished {
public:
    explicit Unfinished(std::string path);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// BLAKE2b of a file in hexadecimal; empty when it can't be read.
std::string file_hash(const std::string& path);
/// Makes sure that a file, and its name in its folder, outlast a power cut.
void sync_to_disk(const std::string& path);

}  // namespace wallchart
