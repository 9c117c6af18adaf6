#include "core/json.h"
#include "core/log.h"
#include "db/copy.h"
#include "db/database.h"
#include "db/sqlite.h"
#include "features/upkeep/upkeep.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

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

/// A ZIP being written; what was added is compressed and stored by close().
class Archive {
public:
    explicit Archive(const std::string& path) {
        int code = 0;
        m_zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    }
    ~Archive() {
        if (m_zip != nullptr) zip_discard(m_zip);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    bool add_text(const char* name, const std::string& text) {
        if (m_zip == nullptr) return false;
        return add(name, zip_source_buffer(m_zip, text.data(), text.size(), 0));
    }
    bool add_file(const char* name, const std::string& path) {
        if (m_zip == nullptr) return false;
        return add(name, zip_source_file(m_zip, path.c_str(), 0, -1));
    }
    bool close() {
        if (m_zip == nullptr || zip_close(m_zip) != 0) return false;
        m_zip = nullptr;
        return true;
    }

private:
    bool add(const char* name, zip_source_t* source) {
        if (source == nullptr) return false;
        auto index = zip_file_add(m_zip, name, source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return false;
        }
        // The fastest level: a database compresses well at any, and a backup should not take all night.
        return zip_set_file_compression(m_zip, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1) == 0;
    }

    zip_t* m_zip = nullptr;
};

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
    ::umask(077);  // it holds everything: for its owner's eyes
    Archive archive(packed.path());
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
