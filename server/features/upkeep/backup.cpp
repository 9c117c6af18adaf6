#include "core/json.h"
#include "core/log.h"
#include "db/copy.h"
#include "db/database.h"
#include "db/sqlite.h"
#include "features/upkeep/upkeep.h"
#include "features/upkeep/zip_writer.h"

#include <filesystem>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

/// Copies a PostgreSQL database into a new SQLite file, in one consistent state.
Result<void> copy_from_postgres(const std::string& url, const std::string& folder, const Clock& clock) {
    auto from = TRY(open_for_reading(url));
    {
        TRY(Database::open(folder, clock, 1));
    }  // makes the tables
    auto to = open_sqlite(folder + "/wallchart.db", SqliteMode::write);
    Schema schema(*to);
    from->script(from->dialect().begin_read());
    to->script(to->dialect().begin_write());
    copy_tables(*from, *to, schema);
    to->script("COMMIT");
    from->script("COMMIT");
    to->script("PRAGMA journal_mode = DELETE");  // one file, nothing beside it
    return {};
}

Result<BackupManifest> describe(const std::string& source, const std::string& path, const Clock& clock) {
    BackupManifest manifest;
    manifest.made_at = clock.now();
    manifest.made_from = is_postgres(source) ? "postgres" : "sqlite";
    auto copy = open_sqlite(path, SqliteMode::read);
    for (const auto& [table, rows] : count_rows(*copy, Schema(*copy)))
        manifest.tables.push_back({table, rows});
    copy.reset();
    manifest.bytes = static_cast<std::int64_t>(fs::file_size(path));
    manifest.blake2b = file_hash(path);
    if (manifest.blake2b.empty()) return failure(ErrorKind::unavailable, "The copy can't be read back.");
    return manifest;
}

Result<BackupManifest> write_backup(const std::string& source, const std::string& file, const Clock& clock) {
    Unfinished work(file + ".work");
    fs::create_directory(work.path());
    fs::permissions(work.path(), fs::perms::owner_all);
    auto copy = work.path() + "/wallchart.db";
    if (is_postgres(source)) {
        TRY(copy_from_postgres(source, work.path(), clock));
    } else {
        TRY(open_for_reading(source));  // says so when there is none
        backup_sqlite(source + "/wallchart.db", copy);
    }
    auto manifest = TRY(describe(source, copy, clock));
    Unfinished packed(file + ".partial");
    ZipWriter archive(packed.path());
    auto about = encode(manifest) + "\n";
    if (!archive.add_text("manifest.json", about) || !archive.add_file("wallchart.db", copy) ||
        !archive.close())
        return failure(ErrorKind::unavailable,
                       "The backup can't be written: " + file + ". Is the disk full?");
    sync_to_disk(packed.path());
    fs::rename(packed.path(), file);
    sync_to_disk(file);
    return manifest;
}

}  // namespace

Result<BackupManifest> back_up(const std::string& source, const std::string& file, const Clock& clock) {
    try {
        return write_backup(source, file, clock);
    } catch (const DatabaseError& error) {
        log(LogLevel::error, "backup failed", {{"what", std::string_view(error.what())}});
        return failure(ErrorKind::unavailable, error.fault() == DatabaseFault::full
                                                   ? "The disk is full; no backup was made."
                                                   : "The database can't be read; no backup was made.");
    } catch (const fs::filesystem_error& error) {
        return failure(ErrorKind::unavailable,
                       "The backup can't be written: " + error.code().message() + ".");
    }
}

}  // namespace wallchart
