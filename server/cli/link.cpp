#include "cli/command.h"
#include "cli/people_file.h"

#include <array>
#include <chrono>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    auto began = std::chrono::steady_clock::now();
    People people;
    auto left = TRY(read_people(*arguments.get("LEFT"), arguments, people));
    std::array files {
        std::move(left), TRY(read_people(*arguments.get("RIGHT"), arguments, people))
    };
    for (const auto& file : files)
        tell(file);
    auto linkage = TRY(run_linkage(arguments, people, {.left = files.front().ids.size()}));
    auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    TRY(report_linkage(arguments, linkage, files, seconds));
    return 0;
}

}  // namespace

Command link_command() {
    return {.name = "link",
            .summary = "Find who is in both of two lists of people",
            .help =
                "As dedupe, but only pairs of one person of each list are compared. --id and --map hold for "
                "both\n"
                "files. Clusters have a third column, file: left or right.\n"
                "Examples:\n"
                "  wallchart link members.csv voters.csv --pairs pairs.csv\n"
                "  wallchart link petition.csv members.csv --clusters who.csv --model learnt.json",
            .positionals = {{"LEFT", "one list, a CSV file"}, {"RIGHT", "the other"}},
            .options = linkage_options(),
            .run = run};
}

}  // namespace wallchart
