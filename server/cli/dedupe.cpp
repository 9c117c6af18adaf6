#include "cli/command.h"
#include "cli/people_file.h"

#include <array>
#include <chrono>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    auto began = std::chrono::steady_clock::now();
    People people;
    std::array files {
        TRY(read_people(*arguments.get("FILE"), arguments, people))
    };
    tell(files.front());
    auto linkage = TRY(run_linkage(arguments, people, {}));
    auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    TRY(report_linkage(arguments, linkage, files, seconds));
    return 0;
}

}  // namespace

Command dedupe_command() {
    return {
        .name = "dedupe",
        .summary = "Find who is twice in a list of people",
        .help =
            "Columns are recognised by their usual names (First Name, surname, DOB, zip ...); those that "
            "are\n"
            "not are said and ignored. How much each field tells is learnt from the list itself. Pairs have\n"
            "left_id, right_id, probability and match_weight; clusters have id and cluster, the same number\n"
            "for each row of one person. Nothing is stored.\n"
            "Examples:\n"
            "  wallchart dedupe members.csv --clusters people.csv\n"
            "  wallchart dedupe voters.csv --id regnum --map birth_year=age_year --pairs pairs.csv\n"
            "  wallchart dedupe june.csv --use-model may.json --threshold 0.95 --pairs pairs.csv",
        .positionals = {{"FILE", "the list, a CSV file"}},
        .options = linkage_options(),
        .run = run};
}

}  // namespace wallchart
