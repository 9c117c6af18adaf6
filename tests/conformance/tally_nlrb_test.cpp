// Union elections of the National Labor Relations Board 2017-2021: what the majority rule says, against what
// the Board decided. The data is not part of the project.
#include "core/csv.h"
#include "core/text.h"
#include "engine/tally/majority.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>

namespace wallchart::tally {
namespace {

namespace fs = std::filesystem;

fs::path file() {
    const char* told = std::getenv("CONFORMANCE_DATA");
    return fs::path(told ? told : WALLCHART_SOURCE "/../shared/data") / "labor" /
           "nlrb_elections_2017_2021_foia.csv";
}

std::int64_t number(std::string_view cell) {
    std::int64_t value = 0;
    auto text = trim(cell);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

TEST(TallyConformance, LaborBoardElections) {
    if (!fs::exists(file())) GTEST_SKIP() << file();
    auto reader = CsvReader::open(file().string());
    ASSERT_TRUE(reader);
    CsvRow row;
    ASSERT_TRUE(reader->next(row));
    std::map<std::string, std::size_t, std::less<>> columns;
    for (std::size_t at = 0; at < row.cells.size(); ++at)
        columns[std::string(trim(row.cells[at]))] = at;
    std::ostringstream differing;
    int elections = 0, agree = 0, flagged = 0, flag_agrees = 0;
    while (reader->next(row)) {
        auto cell = [&](std::string_view name) { return trim(row.cells.at(columns.find(name)->second)); };
        auto closed = cell("Closed Reason");
        bool certified = closed == "Certific. of Representative" || closed == "Certification of Results";
        if (cell("Tally Category") != "Single Labor Organization") continue;
        auto challenged = number(cell("Num Challenged Ballots"));
        QuestionVotes votes{
            {number(cell("Votes For Labor Org1")), number(cell("Votes Cast Against Labor Org"))}};
        if (auto flag = cell("Challenges R Determinitive"); !flag.empty()) {
            ++flagged;
            bool says = challenged_ballots({}, votes, challenged, 0) == Determinative::yes;
            flag_agrees += says == (flag == "Y") ? 1 : 0;
            if (says != (flag == "Y"))
                std::cout << cell("Case Number") << ": the Board's flag is " << flag << "; "
                          << votes.choices[0] << " for, " << votes.choices[1] << " against, " << challenged
                          << " challenged\n";
        }
        if (!certified || number(cell("Num Eligible Voters")) == 0) continue;
        ++elections;
        bool won = closed == "Certific. of Representative";
        bool carried = judge({}, votes).carried == std::size_t{0};
        agree += won == carried ? 1 : 0;
        if (won != carried)
            differing << cell("Case Number") << " (" << votes.choices[0] << "-" << votes.choices[1] << ") ";
    }
    std::cout << "Outcome differs from the votes: " << differing.str() << "\n";
    std::cout << elections << " elections, " << agree << " agree; flagged " << flagged << ", " << flag_agrees
              << " agree\n";
    EXPECT_GE(agree, 5707);
    EXPECT_GE(flag_agrees, 328);
}

}  // namespace
}  // namespace wallchart::tally
