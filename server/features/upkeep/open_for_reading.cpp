#include "core/log.h"
#include "db/postgres.h"
#include "db/sqlite.h"
#include "features/upkeep/upkeep.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace wallchart {
namespace fs = std::filesystem;

bool is_postgres(const std::string& source) {
    return source.starts_with("postgres://") || source.starts_with("postgresql://");
}

Result<std::unique_ptr<Connection>> open_for_reading(const std::string& source) {
    try {
        if (is_postgres(source)) {
            auto connection = open_postgres(source);
            connection->script("SET statement_timeout = 0");
            return connection;
        }
        auto path = source + "/wallchart.db";
        if (!fs::exists(path))
            return failure(ErrorKind::not_found, "There is no database in " + source + ".");
        return open_sqlite(path, SqliteMode::read);
    } catch (const DatabaseError& error) {
        return failure(ErrorKind::unavailable, std::string("The database can't be opened: ") + error.what());
    }
}

Unfinished::Unfinished(std::string path) : m_path(std::move(path)) {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Unfinished::~Unfinished() {
    std::error_code ignored;
    for (const auto* beside : {"", "-wal", "-shm", "-journal"})
        fs::remove_all(m_path + beside, ignored);
}

std::string file_hash(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || sodium_init() < 0) return {};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    std::vector<char> block(1 << 20);
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0)
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(block.data()),
                                  static_cast<unsigned long long>(file.gcount()));
    if (file.bad()) return {};
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

void sync_to_disk(const std::string& path) {
    auto parent = fs::absolute(path).parent_path().string();
    for (const auto& each : {path, parent}) {
        int file = ::open(each.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) continue;
        if (::fsync(file) != 0) log(LogLevel::warning, "a file could not be synchronised");
        ::close(file);
    }
}

}  // namespace wallchart
