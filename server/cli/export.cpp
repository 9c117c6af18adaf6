#include "cli/command.h"
#include "features/accounts/accounts.h"
#include "features/exports/exports.h"
#include "features/upkeep/upkeep.h"

#include <cstdio>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    auto file = arguments.get("FILE").value_or("");
    auto connection = TRY(open_for_reading(arguments.settings.database_source()));
    Schema schema(*connection);
    connection->script(connection->dialect().begin_read());
    Reader reader(*connection);
    auto workspace = TRY(find_workspace(reader, arguments.get("workspace").value_or("")));
    auto history = arguments.has("without-history") ? ExportHistory::without : ExportHistory::with;
    auto report = TRY(write_export(reader, schema, workspace.id, history, file));
    connection->script("COMMIT");
    std::printf("%s holds %lld rows of %d tables.\n", file.c_str(), static_cast<long long>(report.rows),
                report.tables);
    return 0;
}

}  // namespace

Command export_command() {
    return {.name = "export",
            .summary = "Write everything a workspace owns as CSV and JSON in one ZIP, also while serving",
            .help =
                "For other programs, and for leaving. To move a whole installation use `wallchart backup`.\n"
                "Formulas in cells are neutralised in the CSV; passwords and tokens are never part of it.\n"
                "Examples:\n"
                "  wallchart export riverbend.zip --data wallchart-data\n"
                "  wallchart export harbor.zip --workspace harbor --without-history",
            .positionals = {{"FILE", "the ZIP to write"}},
            .options = {{"workspace", OptionKind::value, "SLUG", "the workspace, where there are several"},
                        {"without-history", OptionKind::flag, "", "leave out the record of every change"}},
            .run = run};
}

}  // namespace wallchart
