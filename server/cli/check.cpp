#include "cli/command.h"
#include "features/upkeep/upkeep.h"

#include <cstdio>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    auto report = TRY(check_database(arguments.settings.database_source()));
    for (const auto& finding : report.findings) {
        std::printf("%s: %lld %s", finding.table.c_str(), static_cast<long long>(finding.count),
                    finding.what.c_str());
        const char* before = ": ";
        for (auto id : finding.ids) {
            std::printf("%s%lld", before, static_cast<long long>(id));
            before = ", ";
        }
        std::printf("\n");
    }
    if (!report.findings.empty()) return 1;
    std::printf("The database is whole: %lld rows, %lld records compared with the journal.\n",
                static_cast<long long>(report.rows), static_cast<long long>(report.journal_sample));
    return 0;
}

}  // namespace

Command check_command() {
    return {.name = "check",
            .summary = "Test a database's integrity and journal, also while serving",
            .help =
                "Tests the file itself, references between records, the journal against the records, the "
                "columns that\n"
                "searches use, and that each person has one current assessment in a drive. Prints what it "
                "finds by id,\n"
                "never by name, and exits with 1 if it found something.\n"
                "Example:\n"
                "  wallchart check --data /var/lib/wallchart",
            .positionals = {},
            .options = {},
            .run = run};
}

}  // namespace wallchart
