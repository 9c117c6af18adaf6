// The engine by text cases that an organizer can read: tests/fixtures/decisions.

#include "core/json.h"
#include "core/text.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/templates.h"
#include "engine/decision/text_case.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace wallchart::decision {
namespace {

const std::filesystem::path fixtures = std::filesystem::path(WALLCHART_SOURCE) / "tests/fixtures/decisions";

std::string text_of(const std::string& name) {
    std::ifstream file(fixtures / name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<TextCase> all_cases() {
    std::vector<TextCase> all;
    for (const auto* name : {"executive_board", "membership_meeting", "two_meetings", "labor_council",
                             "state_federation", "convention", "town_halls_and_poll", "floor_may_overrule",
                             "ways_of_counting", "weighted_votes", "run_offs", "time_limits", "en_espanol"}) {
        auto cases = read_cases(text_of(std::string(name) + ".txt"));
        EXPECT_TRUE(cases) << name << ": " << (cases ? "" : cases.error().message);
        if (!cases) continue;
        for (auto& each : *cases) {
            each.name = std::string(name) + ": " + each.name;
            all.push_back(std::move(each));
        }
    }
    return all;
}

TEST(Decision, TimetablesAreAsInTheCases) {
    auto cases = all_cases();
    EXPECT_GE(cases.size(), 100U);
    for (const auto& each : cases)
        EXPECT_EQ(print_timetable(each.situation, each.language), each.expected_timetable) << each.name;
}

TEST(Decision, OutcomesAreAsInTheCases) {
    for (const auto& each : all_cases())
        EXPECT_EQ(print_outcome(each.situation, each.language), each.expected_outcome) << each.name;
}

/// The rules of rules.txt with what is expected of them: after "--- sound" the printed form, after
/// "--- faults" the faults by line.
TEST(Decision, RulesAreReadOrFaultedAsInTheCases) {
    auto text = text_of("rules.txt");
    std::size_t count = 0, at = text.find("\n=== ");
    while (at != std::string::npos) {
        auto end = text.find("\n=== ", at + 1);
        auto block = text.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        at = end;
        auto head = block.find('\n');
        auto mark = block.find("--- ");
        ASSERT_NE(mark, std::string::npos) << block;
        auto name = block.substr(0, head);
        auto expected = block.substr(block.find('\n', mark) + 1);
        auto reading = read_rule(block.substr(head + 1, mark - head - 1));
        std::string found;
        for (const auto& fault : reading.faults)
            found += std::to_string(fault.line) + ": " + say(fault.what, Language::en) + "\n";
        if (block.compare(mark, 9, "--- sound") == 0) {
            EXPECT_EQ(found, "") << name;
            found = print_rule(reading.rule);
        }
        EXPECT_EQ(trim(found), trim(expected)) << name;
        ++count;
    }
    EXPECT_GE(count, 20U);
}

TEST(Decision, MeetingPatternsAreAsInTheCases) {
    using namespace std::chrono;
    auto text = text_of("patterns.txt");
    for (auto line : split(text, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        auto arrow = line.find(" => ");
        ASSERT_NE(arrow, std::string_view::npos) << line;
        auto expected = line.substr(arrow + 4);
        auto pattern = read_pattern(line.substr(0, arrow));
        if (!pattern) {
            EXPECT_EQ(expected, pattern.error().code == Code::pattern_needs_start ? "weeks from when"
                                                                                  : "not a meeting day")
                << line;
            continue;
        }
        std::string found = print_pattern(*pattern) + " => ";
        auto dates = expand(*pattern, 2026y / January / 1d, 2026y / July / 31d);
        for (std::size_t at = 0; at < dates.size(); ++at)
            found += (at > 0 ? ", " : "") + to_string(dates[at]).substr(5);
        EXPECT_EQ(found, expected) << line;
        EXPECT_EQ(read_pattern(print_pattern(*pattern)), *pattern) << line;
    }
}

TEST(Decision, TemplatesAreSoundAndPrintAsWritten) {
    EXPECT_EQ(rule_templates().size(), 8U);
    for (const auto& each : rule_templates()) {
        auto rule = parse_rule(each.text);
        ASSERT_TRUE(rule) << each.key << ": " << rule.error().message;
        EXPECT_EQ(print_rule(*rule), each.text) << each.key;
        EXPECT_NE(each.title_en, each.title_es);
    }
}

TEST(Decision, RulesGoThroughJson) {
    for (const auto& each : rule_templates()) {
        auto rule = parse_rule(each.text);
        ASSERT_TRUE(rule);
        auto back = decode_text<DecisionRule>(encode(*rule));
        ASSERT_TRUE(back) << back.error().message;
        EXPECT_EQ(*back, *rule) << each.key;
    }
}

TEST(Decision, ParseNamesTheLine) {
    auto rule = parse_rule("1. Membership meeting\n   carries with: majority\n   quorum: some\n");
    ASSERT_FALSE(rule);
    ASSERT_EQ(rule.error().fields.size(), 1U);
    EXPECT_EQ(rule.error().fields[0].pointer, "/lines/3");
    EXPECT_TRUE(rule.error().message.starts_with("Line 3: \"some\" is not a quorum."));
    EXPECT_FALSE(parse_rule(std::string(rule_text_limit + 1, 'x')));
}

TEST(Decision, EveryCodeHasASentenceInBothLanguages) {
    for (int code = 0; code <= static_cast<int>(Code::earliest_would_be); ++code) {
        auto sentence = detail::sentence_of(static_cast<Code>(code));
        EXPECT_FALSE(sentence.en.empty()) << code;
        EXPECT_FALSE(sentence.es.empty()) << code;
        EXPECT_NE(sentence.en, sentence.es) << code;
    }
}

TEST(Decision, RulesFromAFormAreCheckedLikeText) {
    DecisionRule rule;
    auto& step = rule.steps.emplace_back();
    step.thresholds.push_back({.kind = ThresholdKind::at_least, .numerator = 3, .denominator = 2});
    step.notice_days = -1;
    step.quorum = Quorum{.number = -5};
    step.recommends = {DecisionLevel::federal};
    std::set<Code> codes;
    for (const auto& fault : check_rule(rule))
        codes.insert(fault.what.code);
    EXPECT_TRUE(codes.contains(Code::fraction_out_of_range));
    EXPECT_TRUE(codes.contains(Code::number_out_of_range));
    EXPECT_TRUE(codes.contains(Code::recommends_to_missing));
    EXPECT_TRUE(codes.contains(Code::nobody_decides));
    // A rule with faults decides nothing, and says why.
    Situation situation{.rule = rule, .today = *parse_date("2026-04-22")};
    auto outcome = judge(situation);
    EXPECT_EQ(outcome.result, DecisionOutcome::undecided);
    EXPECT_FALSE(outcome.reasons.empty());
    EXPECT_FALSE(plan(situation, outcome).possible);
}

}  // namespace
}  // namespace wallchart::decision
