#include "engine/union_name/union_name.h"

#include "core/text.h"
#include "engine/union_name/directory.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace wallchart::union_name {
namespace {

const std::filesystem::path fixtures = std::filesystem::path(WALLCHART_SOURCE) / "tests/fixtures/union_names";

struct Case {
    std::string text, expected, where;
};

/// Lines "text => expected" without those that begin with "# ".
std::vector<Case> cases_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    EXPECT_TRUE(file) << path;
    std::vector<Case> cases;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        auto arrow = line.rfind(" => ");
        if (line.starts_with("# ") || arrow == std::string::npos) continue;
        cases.push_back({line.substr(0, arrow), std::string(trim(line.substr(arrow + 4))),
                         path.filename().string() + ":" + std::to_string(number)});
    }
    return cases;
}

std::vector<Case> parse_cases() {
    std::vector<Case> all;
    for (const auto* name : {"as_people_write.txt", "election_records.txt", "spanish.txt", "misspelt.txt",
                             "no_union.txt", "several.txt"}) {
        auto cases = cases_of(fixtures / name);
        all.insert(all.end(), cases.begin(), cases.end());
    }
    return all;
}

Directory sample_directory() {
    std::ifstream file(fixtures / "directory.txt");
    std::vector<DirectoryEntry> entries;
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("#")) continue;
        auto cells = split(line, '|');
        if (cells.size() < 8) continue;
        auto cell = [&](std::size_t at) { return std::string(trim(cells[at])); };
        DirectoryEntry entry{std::stoll(cell(0)),
                             cell(1),
                             parse_choice<BodyKind>(cell(2)).value_or(BodyKind::unknown),
                             cell(3),
                             cell(4),
                             cell(5),
                             cell(6),
                             std::nullopt};
        if (!cell(7).empty()) entry.members = std::stoll(cell(7));
        entries.push_back(std::move(entry));
    }
    return Directory(std::move(entries));
}

std::string say(const Resolution& resolution) {
    switch (resolution.answer) {
        case Answer::resolved:
            return std::to_string(resolution.id);
        case Answer::unclear_which_local:
            return "unclear";
        case Answer::not_in_directory:
            return "not in directory";
        case Answer::not_a_union:
            return "not a union";
    }
    return {};
}

/// "teamsters 810 [state: NY; city: Fairhaven]" → the text and the hints.
std::pair<std::string, Hints> split_hints(const std::string& text) {
    auto open = text.rfind(" [");
    Hints hints;
    if (open == std::string::npos || !text.ends_with(']')) return {text, hints};
    auto inside = text.substr(open + 2, text.size() - open - 3);
    for (auto part : split(inside, ';')) {
        auto colon = part.find(':');
        auto name = trim(part.substr(0, colon));
        auto value = std::string(trim(part.substr(colon + 1)));
        (name == "city"    ? hints.city
         : name == "state" ? hints.state
         : name == "zip"   ? hints.postal_code
                           : hints.employer) = value;
    }
    return {text.substr(0, open), hints};
}

TEST(UnionName, IsReadAsInTheCases) {
    auto cases = parse_cases();
    EXPECT_GT(cases.size(), 500U);
    for (const auto& [text, expected, where] : cases) {
        EXPECT_EQ(describe(parse_union_name(text)), expected) << where << ": " << text;
    }
}

TEST(UnionName, ReadsPlaces) {
    auto name = parse_union_name("SEIU Local 1021 (San Francisco, CA)");
    EXPECT_EQ(name.city, "san francisco");
    EXPECT_EQ(name.state, "CA");
    EXPECT_EQ(parse_union_name("Teamsters Local 104, Phoenix, AZ 85001").postal_code, "85001");
    EXPECT_EQ(parse_union_name("Laborers Local 1 in Ohio").state, "OH");
    // Words that are also abbreviations of states.
    EXPECT_EQ(parse_union_name("put me in Local 5 or 6").state, "");
}

TEST(UnionName, CaseDoesNotMatter) {
    for (const auto& [text, expected, where] : parse_cases()) {
        EXPECT_EQ(describe(parse_union_name(to_upper_ascii(text))), expected) << where;
        EXPECT_EQ(describe(parse_union_name(to_lower_ascii(text))), expected) << where;
    }
}

TEST(UnionName, BlanksAroundAndWithinDoNotMatter) {
    for (const auto& [text, expected, where] : parse_cases()) {
        EXPECT_EQ(describe(parse_union_name("  " + replace_all(text, " ", "   ") + " . ")), expected)
            << where << text;
    }
}

RC_GTEST_PROP(UnionName, OrderDoesNotMatter, ()) {
    static const std::vector<std::string> unions{"Teamsters",    "IBEW",
                                                 "SEIU",         "United Auto Workers",
                                                 "Iron Workers", "Communications Workers of America",
                                                 "UFCW",         "Carpenters",
                                                 "LIUNA"};
    auto name = *rc::gen::elementOf(unions);
    auto number = std::to_string(*rc::gen::inRange(1, 9999));
    auto first = describe(parse_union_name(name + " Local " + number));
    RC_ASSERT(describe(parse_union_name("Local " + number + ", " + name)) == first);
    RC_ASSERT(describe(parse_union_name("Local No. " + number + " of the " + name)) == first);
    RC_ASSERT(describe(parse_union_name(name + " #" + number)) == first);
    RC_ASSERT(describe(parse_union_name(name + " " + number)) == first);
}

RC_GTEST_PROP(UnionName, AnyTextIsRead, (const std::string& text)) {
    static const auto directory = sample_directory();
    auto name = parse_union_name(text);
    describe(name);
    auto resolution = directory.resolve(text, {text, text, text, text});
    RC_ASSERT(resolution.probability >= -1e-9 && resolution.probability <= 1 + 1e-9);
    directory.suggest(text);
    same_body({text, "", "", "", ""}, {text, text, text, text, text});
}

RC_GTEST_PROP(UnionName, AnyMixOfItsWordsIsRead, ()) {
    static const std::vector<std::string> words{
        "local", "teamsters", "10", "-", "#", "no.", "(",  ")",  "district", "lodge", "1199",
        "seiu",  "u.",        "a.", "&", ",", "and", "32", "bj", "ny",       "united"};
    std::string text;
    for (const auto& word : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words))) {
        text += word + (*rc::gen::arbitrary<bool>() ? " " : "");
    }
    auto name = parse_union_name(text);
    double sum = 0;
    for (const auto& candidate : name.affiliations)
        sum = std::max(sum, candidate.probability);
    RC_ASSERT(sum <= 1);
}

TEST(UnionName, LongAndBrokenTextIsRead) {
    EXPECT_EQ(describe(parse_union_name("Teamsters Local 25" + std::string(100'000, 'x'))), "IBT local 25");
    parse_union_name(std::string(100'000, '1'));
    parse_union_name(std::string("\xff\xfe\x00 local", 9));
    parse_union_name(std::string(5000, '('));
}

TEST(UnionNameDirectory, ResolvesAsInTheCases) {
    auto directory = sample_directory();
    ASSERT_EQ(directory.size(), 25U);
    for (const auto& [line, expected, where] : cases_of(fixtures / "resolve.txt")) {
        auto [text, hints] = split_hints(line);
        auto resolution = directory.resolve(text, hints);
        std::string candidates;
        for (const auto& candidate : resolution.candidates) {
            candidates += " " + std::to_string(candidate.id) + ":" + std::to_string(candidate.probability);
        }
        EXPECT_EQ(say(resolution), expected) << where << ": " << line << " →" << candidates;
        EXPECT_FALSE(resolution.reasons.empty()) << where;
    }
}

TEST(UnionNameDirectory, NeverTakesOneOfTwoThatFitAlike) {
    auto resolution = sample_directory().resolve("teamsters 810");
    ASSERT_EQ(resolution.answer, Answer::unclear_which_local);
    EXPECT_EQ(resolution.id, 0);
    ASSERT_GE(resolution.candidates.size(), 2U);
    EXPECT_LT(resolution.candidates[0].probability, sure_from);
    EXPECT_GT(resolution.candidates[1].probability, 0.3);
}

TEST(UnionNameDirectory, SaysWhy) {
    auto directory = sample_directory();
    auto has = [](const Resolution& resolution, ReasonKind kind) {
        return std::ranges::any_of(resolution.reasons,
                                   [&](const Reason& reason) { return reason.kind == kind; });
    };
    EXPECT_TRUE(has(directory.resolve("teamsters 810"), ReasonKind::number_listed_often));
    EXPECT_TRUE(has(directory.resolve("teamsters 810", {"", "NY", "", ""}), ReasonKind::same_state));
    EXPECT_TRUE(has(directory.resolve("HERE 26"), ReasonKind::listed_under));
    EXPECT_TRUE(has(directory.resolve("SEIU 1021"), ReasonKind::number_not_listed));
    for (const auto& reason : directory.resolve("ufcw 464").reasons)
        EXPECT_FALSE(in_words(reason).empty());
}

TEST(UnionNameDirectory, SuggestsAsOneTypes) {
    auto directory = sample_directory();
    auto first = [&](std::string_view text) {
        auto found = directory.suggest(text, 5);
        return found.empty() ? 0 : found.front().id;
    };
    EXPECT_EQ(first("team"), 3);
    EXPECT_EQ(first("teamsters 8"), 1);
    EXPECT_EQ(first("ibt local 25"), 3);
    EXPECT_EQ(first("32b"), 6);
    EXPECT_EQ(first("wareh"), 8);
    EXPECT_EQ(first("wwu 12"), 9);
    EXPECT_EQ(first("lamp"), 10);
    EXPECT_EQ(first("brick wi"), 21);
    EXPECT_EQ(first("teamstres 810 alder"), 2);
    EXPECT_TRUE(directory.suggest("").empty());
    EXPECT_TRUE(directory.suggest("zzzz").empty());
    EXPECT_EQ(directory.suggest("i", 3).size(), 3U);
}

TEST(UnionNameDirectory, AnEmptyOneAnswers) {
    Directory empty({});
    EXPECT_EQ(empty.resolve("teamsters 25").answer, Answer::not_in_directory);
    EXPECT_EQ(empty.resolve("none").answer, Answer::not_a_union);
    EXPECT_TRUE(empty.suggest("team").empty());
}

TEST(UnionName, SameBodyNeedsUnionAndNumber) {
    NamedBody teamsters{"teamsters local 25", "", "", "boston", "ma"};
    EXPECT_GT(same_body(teamsters, {"IBT 25", "", "", "", ""}), 0.9);
    EXPECT_GT(same_body(teamsters, {"", "ibt", "25", "charlestown", "ma"}), 0.9);
    EXPECT_LT(same_body(teamsters, {"teamsters local 26", "", "", "boston", "ma"}), 0.1);
    EXPECT_LT(same_body(teamsters, {"ibew local 25", "", "", "boston", "ma"}), 0.1);
    EXPECT_GT(same_body({"SMW 28", "", "", "", ""}, {"", "smart", "28", "", ""}), same_body_threshold);
    EXPECT_GT(same_body({"tng 3", "", "", "", ""}, {"", "cwa", "31003", "", ""}), 0.3);
    EXPECT_LT(same_body({"seiu", "", "", "", ""}, {"", "seiu", "19", "peoria", "il"}), 0.1);
}

}  // namespace
}  // namespace wallchart::union_name
