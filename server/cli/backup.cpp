#include "cli/command.h"
#include "features/upkeep/upkeep.h"

#include <cstdio>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    SystemClock clock;
    auto file = arguments.get("FILE").value_or("");
    auto manifest = TRY(back_up(arguments.settings.database_source(), file, clock));
    std::int64_t rows = 0;
    for (const auto& table : manifest.tables)
        rows += table.rows;
    std::printf("%s holds %lld rows as of %s.\n", file.c_str(), static_cast<long long>(rows),
                to_string(manifest.made_at).c_str());
    return 0;
}

}  // namespace

Command backup_command() {
    return {.name = "backup",
            .summary = "Write everything to one file, also while serving",
            .help =
                "The file is a ZIP of an SQLite database and a manifest with its checksum, whichever "
                "database is used:\n"
                "`wallchart restore` puts it into either. A file of that name is replaced once the new one "
                "is whole.\n"
                "It holds personal data and password hashes: keep it where nobody else reads.\n"
                "Examples:\n"
                "  wallchart backup wallchart-$(date +%F).zip --data /var/lib/wallchart\n"
                "  wallchart backup /backup/movement.zip --database postgresql://localhost/wallchart",
            .positionals = {{"FILE", "the backup to write"}},
            .options = {},
            .run = run};
}

}  // namespace wallchart
