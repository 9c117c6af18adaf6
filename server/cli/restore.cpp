#include "cli/command.h"
#include "features/upkeep/upkeep.h"

#include <cstdio>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    SystemClock clock;
    auto file = arguments.get("FILE").value_or("");
    if (arguments.has("verify")) {
        Unfinished unpacked(file + ".verifying");
        auto manifest = TRY(unpack_backup(file, unpacked.path()));
        std::printf("The backup of %s is whole.\n", to_string(manifest.made_at).c_str());
        return 0;
    }
    auto overwrite = arguments.has("force") ? Overwrite::replace : Overwrite::refuse;
    auto manifest = TRY(restore(file, arguments.settings.database_source(), overwrite, clock));
    std::printf("Restored the backup of %s.\n", to_string(manifest.made_at).c_str());
    return 0;
}

}  // namespace

Command restore_command() {
    return {
        .name = "restore",
        .summary = "Put a backup in place, after verifying it",
        .help =
            "Stop the server first. Checksums, the database's own check and the number of rows must be "
            "right, else\n"
            "nothing is changed. Works between SQLite and PostgreSQL: a way to move from one to the other.\n"
            "Examples:\n"
            "  wallchart restore wallchart-2026-05-01.zip --data /var/lib/wallchart\n"
            "  wallchart restore wallchart-2026-05-01.zip --database postgresql://localhost/wallchart\n"
            "  wallchart restore wallchart-2026-05-01.zip --verify",
        .positionals = {{"FILE", "a backup"}},
        .options = {{"force", OptionKind::flag, "",
                     "replace a database that is there; a folder's old one is kept"},
                    {"verify", OptionKind::flag, "", "only verify the backup"}},
        .run = run};
}

}  // namespace wallchart
