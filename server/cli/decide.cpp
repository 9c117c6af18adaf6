#include "cli/command.h"
#include "engine/decision/text_case.h"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace wallchart {
namespace {

using decision::TextCase;

/// Whether what came out is what the case expects; says what differs.
bool as_expected(const std::string& expected, const std::string& found, const char* what) {
    if (expected.empty() || expected == found) return true;
    std::printf("-- The case expects another %s:\n%s", what, expected.c_str());
    return false;
}

bool run_case(const TextCase& each) {
    auto timetable = decision::print_timetable(each.situation, each.language);
    auto outcome = decision::print_outcome(each.situation, each.language);
    if (!each.name.empty()) std::printf("=== %s\n\n", each.name.c_str());
    std::printf("timetable: %s\noutcome: %s\n", timetable.c_str(), outcome.c_str());
    bool same = as_expected(each.expected_timetable, timetable, "timetable");
    return as_expected(each.expected_outcome, outcome, "outcome") && same;
}

Result<int> run(const Arguments& arguments) {
    auto path = arguments.get("FILE").value_or("");
    std::ifstream file(path, std::ios::binary);
    if (!file) return failure(ErrorKind::not_found, path + " cannot be read.");
    std::string text(std::istreambuf_iterator<char>(file), {});
    auto cases = TRY(decision::read_cases(text));
    if (cases.empty()) return failure(ErrorKind::invalid, path + " holds no case.");
    bool all = true;
    for (const auto& each : cases)
        all = run_case(each) && all;
    return all ? 0 : 1;
}

}  // namespace

Command decide_command() {
    return {.name = "decide",
            .summary = "Say from a local's rule by when each step is due, and what its votes decide",
            .help =
                "Reads a text with the rule, the meeting days and what was done so far, and prints the\n"
                "timetable and the outcome with their reasons. Nothing is stored. A file can hold several\n"
                "cases, parted by lines \"=== name\"; where one says what it expects, the exit code is 1\n"
                "if something else comes out.\n"
                "Example of a file:\n"
                "  rule:\n"
                "    1. Membership meeting\n"
                "       quorum: 30\n"
                "       carries with: 2/3 of votes cast\n"
                "       notice: 10 days\n"
                "  calendar:\n"
                "    membership meeting: first Tuesday of each month but July\n"
                "  subject: local candidate\n"
                "  today: 2026-04-22\n"
                "  needed by: 2026-06-30\n"
                "  done:\n"
                "    step 1 notice 2026-05-20\n"
                "    step 1 vote 2026-06-02: 41 for, 19 against, 64 present\n"
                "Run:\n"
                "  wallchart decide local88.txt",
            .positionals = {{"FILE", "the text"}},
            .run = run};
}

}  // namespace wallchart
