// The commands that find duplicates, run over files as people have them: also bad ones.
#include "core/clock.h"
#include "core/csv.h"
#include "core/random.h"
#include "support/command_test.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

class LinkageCommands : public test::CommandTest {
protected:
    int run(std::vector<std::string> words) { return run_command(std::move(words)); }

    /// dedupe with pairs and clusters, within a minute whatever the file.
    int dedupe(const std::string& file, std::vector<std::string> more = {}) {
        std::vector<std::string> words{"dedupe",          file,         "--pairs",
                                       path("pairs.csv"), "--clusters", path("clusters.csv")};
        words.insert(words.end(), more.begin(), more.end());
        auto began = std::chrono::steady_clock::now();
        int code = run(words);
        EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::minutes(1));
        return code;
    }

    std::vector<std::vector<std::string>> rows_of(const std::string& name) const {
        std::vector<std::vector<std::string>> rows;
        auto reader = CsvReader::open(path(name));
        CsvRow row;
        while (reader && reader->next(row))
            rows.emplace_back(row.cells.begin(), row.cells.end());
        return rows;
    }
    std::map<std::string, std::string> clusters() const {
        std::map<std::string, std::string> all;
        for (const auto& row : rows_of("clusters.csv"))
            all[row.at(0)] = row.at(1);
        return all;
    }
};

const std::string header = "id,First Name,Last Name,DOB,Phone,Zip\n";
const std::string three =
    "a,Elizabeth,Rivera,1981-03-09,402-555-0101,68102\n"
    "b,Liz,Rivera,1981-03-09,(402) 555-0101,68102\n"
    "c,Omar,Haddad,1960-12-30,402-555-0177,68104\n";

TEST_F(LinkageCommands, WritePairsClustersAndModelAsPromised) {
    auto file = write("people.csv", header + three);
    ASSERT_EQ(dedupe(file, {"--model", path("model.json")}), 0) << m_said;
    auto pairs = rows_of("pairs.csv");
    ASSERT_EQ(pairs.size(), 2U);
    EXPECT_EQ(pairs[0], (std::vector<std::string>{"left_id", "right_id", "probability", "match_weight"}));
    EXPECT_EQ(pairs[1][0], "a");
    EXPECT_EQ(pairs[1][1], "b");
    EXPECT_GT(std::stod(pairs[1][2]), 0.9);
    auto all = clusters();
    EXPECT_EQ(all.at("id"), "cluster");
    EXPECT_EQ(all.at("a"), all.at("b"));
    EXPECT_NE(all.at("a"), all.at("c"));
    EXPECT_NE(m_out.find("estimated precision"), std::string::npos);
    EXPECT_NE(m_out.find("threshold"), std::string::npos);
    // The model of one list serves another, and a threshold that is given is kept.
    ASSERT_EQ(dedupe(file, {"--use-model", path("model.json"), "--threshold", "0.5"}), 0) << m_said;
    EXPECT_NE(m_out.find("0.500000 (given)"), std::string::npos);
    ASSERT_EQ(run({"explain", file, "--id", "id", "a", "b"}), 0) << m_said;
    EXPECT_NE(m_out.find("nickname"), std::string::npos);
    EXPECT_NE(m_out.find("match weight"), std::string::npos);
}

TEST_F(LinkageCommands, LinkComparesAcrossOnly) {
    auto left = write("left.csv", header + three);
    auto right = write("right.csv",
                       "member,full_name,dob,phone\nx,\"RIVERA, ELIZABETH\",03/09/1981,4025550101\n"
                       "y,Elizabeth Rivera,1981-03-09,4025550101\n");
    ASSERT_EQ(run({"link", left, right, "--pairs", path("pairs.csv"), "--clusters", path("clusters.csv")}), 0)
        << m_said;
    std::set<std::string> rights{"1", "2"};
    auto pairs = rows_of("pairs.csv");
    ASSERT_GE(pairs.size(), 5U);
    for (std::size_t at = 1; at < pairs.size(); ++at) {
        EXPECT_TRUE(pairs[at][0] == "a" || pairs[at][0] == "b") << pairs[at][0];
        EXPECT_TRUE(rights.contains(pairs[at][1])) << pairs[at][1];
    }
    EXPECT_NE(m_said.find("Not recognised, and ignored: member."), std::string::npos) << m_said;
}

TEST_F(LinkageCommands, NumberRowsWithoutAnIdColumn) {
    ASSERT_EQ(dedupe(write("people.csv",
                           "First Name,Last Name,Phone\nLiz,Rivera,402-555-0101\nLiz,Rivera,402-555-0101\n")),
              0);
    auto all = clusters();
    EXPECT_TRUE(all.contains("1"));
    EXPECT_EQ(all.at("1"), all.at("2"));
    EXPECT_NE(m_said.find("rows are numbered"), std::string::npos);
}

TEST_F(LinkageCommands, SayThatIdsRepeat) {
    ASSERT_EQ(dedupe(write("people.csv", header + three + "a,Otto,Brandt,1944-01-01,402-555-0199,68105\n")),
              0);
    EXPECT_NE(m_said.find("1 rows repeat the id"), std::string::npos) << m_said;
}

TEST_F(LinkageCommands, TakeRaggedRowsAndSayWhere) {
    ASSERT_EQ(dedupe(write(
                  "people.csv",
                  header + "a,Liz,Rivera\nb,Liz,Rivera,1981-03-09,402-555-0101,68102,more,cells\n" + "c\n")),
              0);
    EXPECT_EQ(clusters().size(), 4U);
    EXPECT_NE(m_said.find("3 rows have more or fewer cells"), std::string::npos) << m_said;
    EXPECT_NE(m_said.find("line 2"), std::string::npos) << m_said;
}

TEST_F(LinkageCommands, SayWhichColumnsAreEmpty) {
    ASSERT_EQ(dedupe(write("people.csv", "id,First Name,Last Name,Email\na,Liz,Rivera,\nb,Liz,Rivera,\n")),
              0);
    EXPECT_NE(m_said.find("Empty: Email."), std::string::npos) << m_said;
}

TEST_F(LinkageCommands, RefuseWhatHoldsNoPeople) {
    EXPECT_EQ(dedupe(write("empty.csv", "")), 1);
    EXPECT_EQ(dedupe(write("header.csv", header)), 1);
    EXPECT_NE(m_said.find("no rows"), std::string::npos) << m_said;
    EXPECT_EQ(dedupe(write("unknown.csv", "cluster,rec\n1,2\n")), 1);
    EXPECT_NE(m_said.find("--map"), std::string::npos) << m_said;
    EXPECT_EQ(dedupe(path("absent.csv")), 1);
    auto file = write("people.csv", header + three);
    for (const char* threshold : {"0", "1", "x", "0.5x"})
        EXPECT_EQ(dedupe(file, {"--threshold", threshold}), 1) << threshold;
    EXPECT_EQ(dedupe(file, {"--use-model", file}), 1);
    EXPECT_EQ(dedupe(file, {"--map", "given=nowhere"}), 1);
    EXPECT_EQ(run({"explain", file, "a", "nobody"}), 1);
}

TEST_F(LinkageCommands, TakeOneSingleRow) {
    ASSERT_EQ(dedupe(write("people.csv", header + "a,Liz,Rivera,1981-03-09,402-555-0101,68102\n")), 0);
    EXPECT_EQ(rows_of("pairs.csv").size(), 1U);
    EXPECT_EQ(clusters().at("a"), "1");
}

TEST_F(LinkageCommands, TakeRowsThatAreAllEqual) {
    std::string text = header;
    for (int at = 0; at < 3000; ++at)
        text += std::to_string(at) + ",Liz,Rivera,1981-03-09,402-555-0101,68102\n";
    ASSERT_EQ(dedupe(write("people.csv", text)), 0);
    // Nothing tells them apart, and nothing makes the work grow with their square.
    EXPECT_LT(rows_of("pairs.csv").size(), 3000U * 60);
}

/// People of different names and ages, with what one column holds for all of them.
std::string same_for_all(int people, const std::string& phone, const std::string& zip) {
    const char* beginnings[] = {"Al",  "Ber", "Cor", "Dan", "El",  "Fer",
                                "Gus", "Hil", "Ing", "Jo",  "Kar", "Lu"};
    const char* ends[] = {"a", "o", "vin", "mund", "inda", "eth", "ric", "ton", "ela", "us", "ine", "wood"};
    Random random(5);
    auto name = [&] {
        return std::string(beginnings[random.below(std::size(beginnings))]) +
               ends[random.below(std::size(ends))] +
               (random.chance(0.5) ? std::string(ends[random.below(std::size(ends))]) : std::string());
    };
    std::string text = header;
    for (int at = 0; at < people; ++at) {
        auto date = plus_days(Date{std::chrono::year{1935}, std::chrono::month{1}, std::chrono::day{1}},
                              random.between(0, 25'000));
        text += std::to_string(at) + "," + name() + "," + name() + "," + to_string(date) + "," +
                (phone.empty() ? "402-" + std::to_string(200 + random.below(700)) + "-" +
                                     std::to_string(1000 + random.below(9000))
                               : phone) +
                "," + zip + "\n";
    }
    return text;
}

TEST_F(LinkageCommands, TakeAConstantColumnForNoEvidence) {
    ASSERT_EQ(dedupe(write("people.csv", same_for_all(2000, "", "68102"))), 0);
    std::set<std::string> groups;
    for (const auto& [id, cluster] : clusters())
        groups.insert(cluster);
    EXPECT_GT(groups.size(), 1950U);
}

TEST_F(LinkageCommands, TakeTenThousandRowsWithTheSamePhone) {
    ASSERT_EQ(dedupe(write("people.csv", same_for_all(10'000, "402-555-0101", "68102"))), 0);
    std::set<std::string> groups;
    for (const auto& [id, cluster] : clusters())
        groups.insert(cluster);
    EXPECT_GT(groups.size(), 9500U);
}

TEST_F(LinkageCommands, ResolveUnionsByADirectoryOfAFile) {
    auto directory = write("directory.csv",
                           "id,affiliation,number,name,city,state\n"
                           "t810,Teamsters,810,Teamsters Local 810,New York,NY\n"
                           "u371,UFCW,371,UFCW Local 371,Westport,CT\n");
    ASSERT_EQ(run({"resolve-union", "--directory", directory, "teamsters 810", "none", "IBEW 3"}), 0)
        << m_said;
    EXPECT_NE(m_out.find("(t810), probability"), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("not a union"), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("not in the directory"), std::string::npos) << m_out;
    auto names = write("names.csv",
                       "who,union\n1,\"United Food and Commercial Workers International Union, Local 371, "
                       "AFL-CIO\"\n2,nothing\n");
    ASSERT_EQ(run({"resolve-union", "--file", names, "--column", "union", "--directory", directory, "--out",
                   path("out.csv")}),
              0)
        << m_said;
    auto rows = rows_of("out.csv");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0][2], "answer");
    EXPECT_EQ(rows[1][2], "resolved");
    EXPECT_EQ(rows[1][3], "u371");
    EXPECT_EQ(run({"resolve-union", "--file", names, "--column", "absent", "--directory", directory}), 1);
    EXPECT_EQ(run({"resolve-union"}), 1);
}

TEST_F(LinkageCommands, TheSampleWritesPeopleWithKnownDuplicates) {
    ASSERT_EQ(run({"sample", "--people", "3000", "--today", "2026-04-22", "--people-csv", path("sample.csv"),
                   "--duplicates", "0.2"}),
              0)
        << m_said;
    auto rows = rows_of("sample.csv");
    ASSERT_GT(rows.size(), 3400U);
    std::set<std::string> people;
    for (std::size_t at = 1; at < rows.size(); ++at)
        people.insert(rows[at].back());
    EXPECT_LT(people.size(), 3001U);
    EXPECT_GT(people.size(), 2900U);
    // The same numbers make the same file.
    auto first = fs::file_size(path("sample.csv"));
    ASSERT_EQ(run({"sample", "--people", "3000", "--today", "2026-04-22", "--people-csv", path("sample.csv"),
                   "--duplicates", "0.2"}),
              0);
    EXPECT_EQ(fs::file_size(path("sample.csv")), first);
    EXPECT_EQ(run({"sample", "--duplicates", "0.2"}), 1);
    EXPECT_EQ(run({"sample", "--people-csv", path("x.csv"), "--duplicates", "2"}), 1);
}

}  // namespace
}  // namespace wallchart
