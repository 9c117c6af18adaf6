#include "core/id.h"
#include "features/upkeep/upkeep.h"
#include "targets.h"

#include <filesystem>
#include <fstream>

namespace wallchart::fuzz {

void try_backup(std::string_view input) {
    namespace fs = std::filesystem;
    auto folder = (fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
                  ("wallchart_fuzz_" + std::to_string(new_id_value()));
    fs::create_directory(folder);
    auto file = (folder / "backup.zip").string();
    std::ofstream(file, std::ios::binary) << input;
    auto target = (folder / "wallchart.db").string();
    auto manifest = unpack_backup(file, target);
    if (manifest)
        require(fs::file_size(target) == static_cast<std::uintmax_t>(manifest->bytes),
                "the database is whole");
    fs::remove_all(folder);
}

}  // namespace wallchart::fuzz
