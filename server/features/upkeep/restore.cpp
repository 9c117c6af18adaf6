#include "core/json.h"
#include "core/log.h"
#include "db/copy.h"
#include "db/database.h"
#include "db/sqlite.h"
#include "features/upkeep/upkeep.h"

#include <zip.h>

#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> damaged(const std::string& what) {
    return failure(ErrorKind::invalid, "The backup is damaged: " + what + ". Nothing was changed.");
}

/// A ZIP being read.
class Archive {
public:
    explicit Archive(const std::string& path) {
        int code = 0;
        m_zip = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    }
    ~Archive() {
        if (m_zip != nullptr) zip_discard(m_zip);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    bool is_open() const { return m_zip != nullptr; }

    /// Unpacks an entry into `write`; false when it is absent or its checksum is wrong.
    bool read(const char* name, const std::function<bool(std::string_view)>& write) {
        auto* file = zip_fopen(m_zip, name, 0);
        if (file == nullptr) return false;
        std::vector<char> block(1 << 20);
        bool good = true;
        while (good) {
            auto count = zip_fread(file, block.data(), block.size());
            if (count == 0) break;
            good = count > 0 && write({block.data(), static_cast<std::size_t>(count)});
        }
        return zip_fclose(file) == 0 && good;
    }

private:
    zip_t* m_zip = nullptr;
};

/// Whether the unpacked database is whole and holds what the manifest says.
Result<void> verify(const BackupManifest& manifest, const std::string& path) {
    if (file_hash(path) != manifest.blake2b) return damaged("its content is not what was written");
    if (auto faults = check_sqlite(path); !faults.empty()) return damaged("the database fails its own check");
    auto connection = open_sqlite(path, SqliteMode::read);
    auto counts = count_rows(*connection, Schema(*connection));
    for (const auto& [table, rows] : manifest.tables)
        if (counts[table] != rows) return damaged("rows are missing from " + table);
    return {};
}

/// Moves a folder's database out of the way, under a name that says when.
void keep_old(const std::string& path, const Clock& clock) {
    auto name = path + ".before-restore-" + to_string(clock.now()).substr(0, 19);
    for (const auto* beside : {"-wal", "-shm", ""}) {
        std::error_code ignored;
        if (fs::exists(path + beside)) fs::rename(path + beside, name + beside, ignored);
    }
}

Result<BackupManifest> restore_folder(const std::string& file, const std::string& folder, Overwrite overwrite,
                                      const Clock& clock) {
    auto path = folder + "/wallchart.db";
    BackupManifest manifest;
    {
        auto lock = TRY(FolderLock::take(folder));
        if (overwrite == Overwrite::refuse && fs::exists(path))
            return failure(ErrorKind::conflict, "There is a database in " + folder +
                                                    " already; --force replaces it, and keeps the old one.");
        Unfinished unpacked(path + ".restoring");
        manifest = TRY(unpack_backup(file, unpacked.path()));
        sync_to_disk(unpacked.path());
        if (fs::exists(path)) keep_old(path, clock);
        fs::rename(unpacked.path(), path);
        sync_to_disk(path);
    }
    TRY(Database::open(folder, clock, 1));  // brings an older one up to date
    return manifest;
}

bool is_empty(Connection& connection) {
    bool empty = true;
    for (const auto* table : {"workspace", "user_account"})
        connection.each(std::string("SELECT 1 FROM ") + table + " LIMIT 1", {},
                        [&](const Row&) { empty = false; });
    return empty;
}

Result<BackupManifest> restore_postgres(const std::string& file, const std::string& url, Overwrite overwrite,
                                        const Clock& clock) {
    Unfinished work(
        (fs::temp_directory_path() / ("wallchart-restore-" + std::to_string(new_id_value()))).string());
    fs::create_directory(work.path());
    fs::permissions(work.path(), fs::perms::owner_all);
    auto manifest = TRY(unpack_backup(file, work.path() + "/wallchart.db"));
    {
        TRY(Database::open(work.path(), clock, 1));
    }
    {
        TRY(Database::open(url, clock, 1));
    }
    auto from = open_sqlite(work.path() + "/wallchart.db", SqliteMode::read);
    auto to = TRY(open_for_reading(url));
    if (overwrite == Overwrite::refuse && !is_empty(*to))
        return failure(ErrorKind::conflict, "The database is not empty; --force replaces what is in it.");
    Schema schema(*from);
    to->script(to->dialect().begin_write());
    if (overwrite == Overwrite::replace)
        for (const auto& table : schema.tables())
            if (table.name != "migration") to->script("TRUNCATE " + table.name);
    copy_tables(*from, *to, schema);
    to->script("COMMIT");
    to->refresh_statistics();
    return manifest;
}

}  // namespace

Result<BackupManifest> unpack_backup(const std::string& file, const std::string& target) {
    if (!fs::exists(file)) return failure(ErrorKind::not_found, "There is no file " + file + ".");
    Archive archive(file);
    if (!archive.is_open())
        return failure(ErrorKind::invalid, "This is not a backup, or it is damaged: " + file);
    std::string about;
    bool read = archive.read("manifest.json", [&](std::string_view part) {
        about += part;
        return about.size() < 1'000'000;
    });
    if (!read) return failure(ErrorKind::invalid, "This is not a backup: it has no manifest.");
    auto manifest = decode_text<BackupManifest>(about);
    if (!manifest) return damaged("its manifest can't be read");
    if (manifest->format > 1)
        return failure(ErrorKind::unsupported,
                       "This backup was made by a newer version of Wallchart. Install that one.");
    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    std::int64_t bytes = 0;
    bool whole = archive.read("wallchart.db", [&](std::string_view part) {
        bytes += static_cast<std::int64_t>(part.size());
        out.write(part.data(), static_cast<std::streamsize>(part.size()));
        return bytes <= manifest->bytes && out.good();
    });
    out.close();
    if (!out) return failure(ErrorKind::unavailable, "The backup can't be unpacked. Is the disk full?");
    if (!whole || bytes != manifest->bytes) return damaged("its checksum is wrong");
    TRY(verify(*manifest, target));
    return *manifest;
}

Result<BackupManifest> restore(const std::string& file, const std::string& source, Overwrite overwrite,
                               const Clock& clock) {
    try {
        return is_postgres(source) ? restore_postgres(file, source, overwrite, clock)
                                   : restore_folder(file, source, overwrite, clock);
    } catch (const DatabaseError& error) {
        log(LogLevel::error, "restore failed", {{"what", std::string_view(error.what())}});
        return failure(ErrorKind::unavailable,
                       error.fault() == DatabaseFault::full
                           ? "The disk is full; nothing was restored."
                           : "The backup's database can't be read; nothing was restored.");
    } catch (const fs::filesystem_error& error) {
        return failure(ErrorKind::unavailable,
                       "The backup can't be restored: " + error.code().message() + ".");
    }
}

}  // namespace wallchart
