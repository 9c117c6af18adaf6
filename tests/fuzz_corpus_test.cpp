// The inputs of fuzz/corpus, those that once broke something among them, tried again.
#include "targets.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace wallchart::fuzz {
namespace {

struct Target {
    std::string name;
    void (*try_input)(std::string_view);
};

class FuzzCorpus : public testing::TestWithParam<Target> {};

TEST_P(FuzzCorpus, HoldsForEveryInput) {
    auto folder = std::filesystem::path(WALLCHART_SOURCE) / "fuzz/corpus" / GetParam().name;
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string input(std::istreambuf_iterator<char>(file), {});
        EXPECT_NO_THROW(GetParam().try_input(input)) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 0);
}

INSTANTIATE_TEST_SUITE_P(All, FuzzCorpus,
                         testing::Values(Target{"backup", try_backup},
                                         Target{"ballot_files", try_ballot_files},
                                         Target{"cell_values", try_cell_values}, Target{"csv", try_csv},
                                         Target{"decision_rule", try_decision_rule}, Target{"json", try_json},
                                         Target{"resolution_text", try_resolution_text},
                                         Target{"route", try_route}, Target{"text", try_text},
                                         Target{"turf", try_turf}, Target{"union_name", try_union_name}),
                         [](const auto& chosen) { return chosen.param.name; });

}  // namespace
}  // namespace wallchart::fuzz
