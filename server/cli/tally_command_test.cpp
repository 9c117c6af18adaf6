// The command that counts, as others script it: files in, a record out, and clear words where it cannot.
#include "core/json.h"
#include "support/command_test.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

class TallyCommand : public test::CommandTest {
protected:
    int run(std::vector<std::string> words) {
        words.insert(words.begin(), "tally");
        return run_command(std::move(words));
    }
};

const std::string food =
    "5 3\n4 2 0\n2 1 2 0\n8 3 4 0\n4 3 5 0\n1 4 0\n1 5 0\n0\n\"Pears\"\n\"Oranges\"\n\"Chocolate\"\n"
    "\"Strawberries\"\n\"Bonbons\"\n\"Food\"\n";

TEST_F(TallyCommand, WritesTheRecordAsTheContractHasIt) {
    auto file = write("food.blt", food);
    ASSERT_EQ(run({file, "--rule", "scottish", "--json", "-"}), 0) << m_said;
    auto record = parse_json(m_out);
    ASSERT_TRUE(record) << record.error().message;
    EXPECT_EQ(record->at("rule").as_string(), "scottish");
    EXPECT_EQ(record->at("seats").as_int64(), 3);
    EXPECT_EQ(record->at("ballots").at("valid").as_int64(), 20);
    EXPECT_EQ(record->at("ballots").at("invalid").as_int64(), 0);
    EXPECT_EQ(record->at("ballots").at("exhausted_at_start").as_int64(), 0);
    EXPECT_EQ(record->at("quota").as_string(), "6.00000");
    const auto& first = record->at("rounds").at(0);
    EXPECT_EQ(first.at("round").as_int64(), 1);
    EXPECT_EQ(first.at("tallies").at("Chocolate").as_string(), "12.00000");
    EXPECT_EQ(first.at("exhausted").as_string(), "0.00000");
    EXPECT_EQ(first.at("transfers").at(0).at("from").as_string(), "Chocolate");
    EXPECT_EQ(first.at("transfers").at(0).at("to").as_string(), "Strawberries");
    EXPECT_EQ(first.at("transfers").at(0).at("votes").as_string(), "4.00000");
    EXPECT_EQ(first.at("elected").at(0).as_string(), "Chocolate");
    EXPECT_TRUE(first.at("eliminated").as_array().empty());
    EXPECT_TRUE(first.at("ties").as_array().empty());
    EXPECT_EQ(record->at("elected").at(0).as_string(), "Chocolate");
    EXPECT_EQ(record->at("elected").as_array().size(), 3U);
}

TEST_F(TallyCommand, CountsAgainFromTheRecord) {
    auto file = write("food.blt", food);
    ASSERT_EQ(run({file, "--rule", "meek", "--option", "seed=99", "--seats", "2", "--json",
                   path("record.json"), "--report", path("report.txt"), "--svg", path("rounds.svg")}),
              0)
        << m_said;
    EXPECT_EQ(m_out, "");
    EXPECT_NE(text_of("report.txt").find("Chocolate"), std::string::npos);
    EXPECT_TRUE(text_of("rounds.svg").starts_with("<svg"));
    EXPECT_EQ(run({file, "--recount", path("record.json")}), 0) << m_said;
    EXPECT_EQ(m_said, "The recount is the same as the record, byte for byte.\n");
    // Other ballots, or a record that was touched, are found.
    auto other = write("other.blt", food.substr(0, 4) + "5 2 0\n" + food.substr(10));
    EXPECT_EQ(run({other, "--recount", path("record.json")}), 1);
    EXPECT_NE(m_said.find("not the ballots of the record"), std::string::npos) << m_said;
    auto record = text_of("record.json");
    record.replace(record.rfind("Chocolate"), 9, "Bonbons");
    write("record.json", record);
    EXPECT_EQ(run({file, "--recount", path("record.json")}), 1);
}

TEST_F(TallyCommand, SaysWhatIsWrongAndWritesNothing) {
    auto file = write("cut.blt", food.substr(0, 20));
    EXPECT_EQ(run({file, "--rule", "scottish", "--json", path("record.json")}), 1);
    EXPECT_NE(m_said.find("cut.blt: Line "), std::string::npos) << m_said;
    EXPECT_NE(m_said.find(", column "), std::string::npos) << m_said;
    EXPECT_FALSE(fs::exists(path("record.json")));
    EXPECT_EQ(m_out, "");
    file = write("food.blt", food);
    for (const auto& words : std::vector<std::vector<std::string>>{
             {file},
             {file, "--rule", "borda"},
             {file, "--rule", "scottish", "--seats", "0"},
             {file, "--rule", "scottish", "--seats", "6"},
             {file, "--rule", "scottish", "--seats", "two"},
             {file, "--rule", "scottish", "--option", "seed"},
             {file, "--rule", "scottish", "--option", "speed=1"},
             {file, "--rule", "scottish", "--withdrawn", "Plums"},
             {file, "--rule", "scottish", "--format", "xls"},
             {write("tie.blt", "2 1\n1 1 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"T\"\n"), "--rule", "irv", "--option",
              "tie=ask"},
             {path("absent.blt"), "--rule", "scottish"},
             {m_folder.string(), "--rule", "scottish"},
             {file, "--rule", "scottish", "--json", path("no/such/folder.json")}}) {
        EXPECT_EQ(run(words), 1) << words.back();
        EXPECT_NE(m_said, "");
        EXPECT_EQ(m_out, "");
    }
}

TEST_F(TallyCommand, ReadsTablesAndRecords) {
    auto ranks = write("ranks.csv", "id,Rivera,Stone,Ortiz\n1,1,2,\n2,2,1,\n3,,1,2\n");
    ASSERT_EQ(run({ranks, "--rule", "irv"}), 0) << m_said;
    EXPECT_NE(m_out.find("1. Stone"), std::string::npos) << m_out;
    auto scores = write("scores.csv", "Rivera,Stone\n5,0\n4,5\n");
    ASSERT_EQ(run({scores, "--rule", "star"}), 0) << m_said;
    EXPECT_NE(m_out.find("1. Rivera"), std::string::npos) << m_out;
    auto ess = write("machine.csv", "Ballot,1st,2nd\n1,Rivera,Stone\n2,overvote,Stone\n3,Stone,undervote\n");
    ASSERT_EQ(run({ess, "--format", "ess", "--source", "first_column=2", "--rule", "irv"}), 0) << m_said;
    EXPECT_EQ(run({ess, "--format", "ess", "--rule", "irv"}), 1);
    write("cvr.csv", "id,Rivera,Stone\n1,1,2\n2,2,1\n3,2,1\n");
    auto config = write(
        "config.json",
        R"({"outputSettings":{"contestName":"Officers"},"cvrFileSources":[{"filePath":"cvr.csv",)"
        R"("provider":"genericCsv","firstVoteColumnIndex":"2","firstVoteRowIndex":"2"}],)"
        R"("candidates":[{"name":"Rivera"},{"name":"Stone"}],"rules":{"tiebreakMode":"useCandidateOrder",)"
        R"("overvoteRule":"exhaustImmediately","winnerElectionMode":"singleWinnerMajority",)"
        R"("numberOfWinners":"1","maxSkippedRanksAllowed":"1","maxRankingsAllowed":"max",)"
        R"("decimalPlacesForVoteArithmetic":"4"}})");
    ASSERT_EQ(run({config, "--format", "rctab-config", "--json", "-"}), 0) << m_said;
    EXPECT_NE(m_out.find("\"elected\":[\"Stone\"]"), std::string::npos) << m_out;
}

TEST_F(TallyCommand, HelpNamesEveryRule) {
    EXPECT_EQ(run({"--help"}), 0);
    for (const auto* rule : {"plurality",  "majority",    "two-round", "approval",     "score",
                             "block-vote", "cumulative",  "irv",       "bottoms-up",   "sequential",
                             "rctab",      "scottish",    "meek",      "warren",       "prf-meek",
                             "prf-wigm",   "minneapolis", "schulze",   "ranked-pairs", "majority-judgment",
                             "star"})
        EXPECT_NE(m_out.find(rule), std::string::npos) << rule;
}

}  // namespace
}  // namespace wallchart
