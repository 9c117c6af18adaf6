// The engine by text cases that an organizer can read (tests/fixtures/tally), and its parts one by one.

#include "engine/tally/java_random.h"
#include "engine/tally/majority.h"
#include "engine/tally/print.h"
#include "engine/tally/read_blt.h"
#include "engine/tally/read_csv.h"
#include "engine/tally/records.h"
#include "engine/tally/rules.h"
#include "engine/tally/text_case.h"
#include "engine/tally/xml.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace wallchart::tally {
namespace {

namespace fs = std::filesystem;

TEST(Tally, CountsAreAsInTheCases) {
    std::size_t cases = 0;
    std::set<std::string> rules;
    for (const auto& entry : fs::directory_iterator(fs::path(WALLCHART_SOURCE) / "tests/fixtures/tally")) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        auto read = read_cases(text);
        ASSERT_TRUE(read) << entry.path() << ": " << read.error().message;
        for (const auto& each : *read) {
            ++cases;
            rules.insert(each.rule);
            EXPECT_EQ(print_case(each), each.expected) << entry.path().filename() << ": " << each.name;
        }
    }
    EXPECT_GE(cases, 60U);
    for (const auto& rule : all_rules())
        EXPECT_TRUE(rules.contains(std::string(rule.name))) << rule.name << " has no case";
}

TEST(Tally, RulesAreFoundUnderTheirOtherNames) {
    for (const auto& [name, rule] :
         std::vector<std::pair<const char*, const char*>>{{"scottish", "scottish"},
                                                          {"Scottish_STV", "scottish"},
                                                          {"stv-scottish", "scottish"},
                                                          {"FPTP", "plurality"},
                                                          {"ranked_pairs", "ranked-pairs"},
                                                          {"block vote", "block-vote"},
                                                          {"approval-voting", "approval"},
                                                          {"super-majority", "majority"},
                                                          {"STAR", "star"}})
        EXPECT_EQ((*find_rule(name))->name, rule) << name;
    EXPECT_FALSE(find_rule("borda"));
    EXPECT_FALSE(find_rule(""));
}

TEST(Tally, AmountsAreExact) {
    EXPECT_EQ(print_amount(153300000, 5), "1533.00000");
    EXPECT_EQ(print_amount(153300000, 5, Zeros::trim), "1533");
    EXPECT_EQ(print_amount(7, 5), "0.00007");
    EXPECT_EQ(print_amount(-105, 1), "-10.5");
    EXPECT_EQ(print_amount(0, 0), "0");
    EXPECT_TRUE(read_amount("1533.00000", 5) == Amount{153300000});
    EXPECT_TRUE(read_amount("-10.5", 1) == Amount{-105});
    EXPECT_FALSE(read_amount("1.23", 1));
    EXPECT_FALSE(read_amount("1e5", 5));
    EXPECT_FALSE(read_amount("", 5));
    // A product of 199 bits: (2 * 10^30)^2 / 10^30.
    auto large = 2 * power_of_ten(30);
    EXPECT_TRUE(multiply_divide(large, large, power_of_ten(30)) == 4 * power_of_ten(30));
    EXPECT_TRUE(multiply_divide(large + 1, large, power_of_ten(31), Rounding::down) ==
                multiply_divide(large + 1, large, power_of_ten(31), Rounding::up) - 1);
    EXPECT_TRUE(multiply_divide(7, 10, 3, Rounding::up) == 24);
}

TEST(Tally, JavasRandomNumbersAreThoseOfItsDocumentation) {
    // new Random(0).nextInt(10), ten times.
    JavaRandom zero(0);
    std::vector<int> drawn;
    for (int at = 0; at < 10; ++at)
        drawn.push_back(zero.below(10));
    EXPECT_EQ(drawn, (std::vector<int>{0, 8, 9, 7, 5, 3, 1, 1, 9, 4}));
    // new Random(0).nextDouble() is 0.730967787376657.
    EXPECT_EQ(JavaRandom(0).pick(1000), 730U);
}

TEST(Tally, BallotsMarkedAlikeAreOne) {
    Ballots ballots;
    const std::vector<Mark> one{0, 1}, other{1};
    ASSERT_TRUE(ballots.add(one, 3));
    ASSERT_TRUE(ballots.add(other, 1));
    ASSERT_TRUE(ballots.add(one, 2));
    EXPECT_EQ(ballots.size(), 2U);
    EXPECT_EQ(ballots.weight(0), 5);
    EXPECT_EQ(ballots.total(), 6);
    Ballots same;
    ASSERT_TRUE(same.add(other, 1));
    ASSERT_TRUE(same.add(one, 5));
    EXPECT_EQ(ballots.fingerprint(), same.fingerprint());
    ASSERT_TRUE(same.add(one, 1));
    EXPECT_NE(ballots.fingerprint(), same.fingerprint());
    EXPECT_FALSE(ballots.add(one, votes_limit));
}

Result<Election> table(const std::string& text, BallotKind kind = BallotKind::ranked) {
    auto reader = TRY(CsvReader::over(text));
    return read_csv(reader, kind);
}

TEST(Tally, TablesAreReadWithTheirPlaces) {
    auto read = table("id,Rivera,Stone,weight\n1,1,2,3\n2,,1,1\n");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->candidates, (std::vector<std::string>{"Rivera", "Stone"}));
    EXPECT_EQ(read->ballots.total(), 4);
    auto message = [](const Result<Election>& result) {
        return result ? std::string("read") : result.error().message;
    };
    EXPECT_EQ(message(table("Rivera,Stone\n1,two\n")),
              "Line 2, column 2: \"two\" stands where a whole number is expected.");
    EXPECT_EQ(message(table("Rivera,Stone\n1\n")),
              "Line 2, column 2: the row has 1 cells, and the heading 2.");
    EXPECT_EQ(message(table("Rivera,Stone\n0,1\n")), "Line 2, column 1: 0 is not from 1 to 2000.");
    EXPECT_EQ(message(table("Rivera,weight\n1,-4\n")),
              "Line 2, column 2: -4 is not from 1 to 1000000000000.");
    EXPECT_EQ(message(table("Rivera,Stone\n")), "There is a heading, and no ballot.");
    EXPECT_EQ(message(table("Jos\xe9,Pe\xc3\xb1"
                            "a\n1,2\n")),
              "Line 1, column 2: the file mixes two encodings. Save it as UTF-8.");
    EXPECT_EQ(message(table("Jos\xe9,Pe\xf1"
                            "a\n1,2\n")),
              "read");
    auto scores = table("Rivera,Stone\n5,0\n,3\n", BallotKind::scored);
    ASSERT_TRUE(scores) << scores.error().message;
    EXPECT_EQ(scores->ballots.marks(1)[0], no_score);
}

TEST(Tally, EncodingsThatAreMixedAreRefused) {
    auto message = [](std::string_view text) {
        auto read = read_blt(text);
        return read ? std::string("read") : read.error().message;
    };
    EXPECT_EQ(message("2 1\n1 1 0\n0\n\"Jos\xe9\"\n\"Peña\"\n"),
              "Line 4, column 1: this is not UTF-8 text. Save the file as UTF-8.");
    EXPECT_EQ(message(std::string_view("\xff\xfe"
                                       "2\0 \0",
                                       6)),
              "Line 1, column 1: this is not UTF-8 text. Save the file as UTF-8.");
    EXPECT_EQ(message(std::string_view("2 1\n1 1\0 0\n", 11)),
              "Line 2, column 4: this is not a text: a zero byte.");
    EXPECT_EQ(message("\xef\xbb\xbf"
                      "2 1\n1 1 0\n0\nJosé\nPeña"),
              "read");
}

TEST(Tally, XmlIsReadAsJson) {
    auto value = read_xml(
        "<?xml version='1.0'?><!-- c --><a:r xmlns:a='x'><c ObjectId=\"1\">A &amp; "
        "&#233;</c><c/><d>x</d></a:r>");
    ASSERT_TRUE(value) << value.error().message;
    EXPECT_EQ(members(*value, "c").size(), 2U);
    EXPECT_EQ(text_of(*value, "d"), "x");
    for (const auto* bad :
         {"<a>", "<a></b>", "<a b=1/>", "<!DOCTYPE a><a/>", "<a>&x;</a>", "<a/><b/>", "", "x"})
        EXPECT_FALSE(read_xml(bad)) << bad;
    EXPECT_EQ(read_xml("<a>\n<b>").error().message, "Line 2, column 4: the file ends before <b> is closed.");
}

/// The candidates and the marks of the first ballot, of records without a list of candidates.
std::string read_as(RecordForm form, const std::vector<RecordFile>& files, const std::string& contest) {
    RecordBook book;
    book.take_any_candidate();
    RecordSource source{.form = form, .contest = contest, .write_in_label = "9"};
    if (auto read = read_records(source, files, book); !read) return read.error().message;
    auto election = book.take();
    if (!election) return election.error().message;
    std::string text;
    for (const auto& name : election->candidates)
        text += name + ";";
    for (auto mark : election->ballots.marks(0))
        text += " " + (names_candidate(mark) ? std::to_string(named_by(mark)) : std::string("-"));
    return text;
}

TEST(Tally, RecordsNameThoseWhoStandToo) {
    EXPECT_EQ(read_as(RecordForm::hart,
                      {{"a.xml",
                        "<Cvr><Contests><Contest><Id>c</Id><Options><Option><Name>Stone</Name><Id>1</"
                        "Id><Value>010</Value>"
                        "</Option><Option><Name>Rivera</Name><Id>2</Id><Value>100</Value></"
                        "Option><Option><Name>W</Name>"
                        "<Id>9</Id><Value>001</Value></Option></Options></Contest></Contests></Cvr>"}},
                      "c"),
              "Rivera;Stone;Undeclared Write-ins; 0 1 2");
    EXPECT_EQ(
        read_as(
            RecordForm::dominion,
            {{"CandidateManifest.json",
              R"({"List":[{"Id":1,"Description":"Stone","ContestId":7},{"Id":2,"Description":"Rivera",)"
              R"("ContestId":7},{"Id":3,"Description":"Ortiz","ContestId":8}]})"},
             {"CvrExport.json",
              R"({"Sessions":[{"Original":{"IsCurrent":true,"Contests":[{"Id":7,"Marks":[{"CandidateId":2,)"
              R"("Rank":2,"IsAmbiguous":false},{"CandidateId":1,"Rank":1,"IsAmbiguous":true}]}]}}]})"}},
            "7"),
        "Rivera;Stone; - 0");
    EXPECT_EQ(
        read_as(
            RecordForm::cdf,
            {{"a.json",
              R"({"CVR":[{"CurrentSnapshotId":"s","CVRSnapshot":[{"@id":"s","CVRContest":[{"ContestId":"c",)"
              R"("CVRContestSelection":[{"ContestSelectionId":"x","Rank":1}]}]}]}],"Election":[{"Candidate":[)"
              R"({"@id":"a","Name":"Stone"},{"@id":"b","Name":"Rivera"}],"Contest":[{"@id":"c","Name":"Chair",)"
              R"("ContestSelection":[{"@id":"x","CandidateIds":["a"]},{"@id":"y","CandidateIds":["b"]}]}]}]})"}},
            "Chair"),
        "Rivera;Stone; 1");
}

TEST(Tally, JsonIsRefusedWithItsPlace) {
    EXPECT_TRUE(read_json("{\n \"a\": x}").error().message.starts_with("Line 2, column 7: this is not JSON"));
    EXPECT_EQ(read_json("{\n\"a\": [1").error().message, "Line 2, column 8: the JSON is cut off.");
    EXPECT_EQ(read_json("{} 1").error().message, "Line 1, column 4: nothing may stand after the JSON.");
    EXPECT_TRUE(read_json("{}"));
}

TEST(Tally, SharesAreReadAsBylawsWriteThem) {
    EXPECT_EQ(read_share("2/3")->denominator, 3);
    EXPECT_EQ(read_share("66.5%")->numerator, 665'000);
    for (const auto* bad : {"", "2", "1/0", "-1/2", "x%", "120%"})
        EXPECT_FALSE(read_share(bad)) << bad;
}

TEST(Tally, ARecordIsRefusedThatIsNone) {
    for (const auto* bad : {"", "{}", "[]", "{\"rule\":\"irv\"}",
                            "{\"rule\":1,\"seats\":1,\"options\":{},\"withdrawn\":[],\"ballots\":{}}"})
        EXPECT_FALSE(read_recipe(bad)) << bad;
}

}  // namespace
}  // namespace wallchart::tally
