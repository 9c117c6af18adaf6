#include "core/json.h"
#include "engine/resolution_text/difference.h"
#include "engine/resolution_text/document.h"
#include "engine/resolution_text/fields.h"
#include "engine/resolution_text/shortest_edit.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace wallchart::resolution_text {
namespace {

// ---- fields ----

TEST(ResolutionFields, AreListedWithTheirLines) {
    auto uses = fields_in("# Endorse {candidate}\n\nWHEREAS, {local} and { Candidate }");
    ASSERT_EQ(uses.size(), 3u);
    EXPECT_EQ(uses[0].name, "candidate");
    EXPECT_EQ(uses[1].line, 3);
    EXPECT_EQ(uses[1].column, 10);
    EXPECT_EQ(uses[2].name, "candidate");
    EXPECT_EQ(field_names_in("{b} {a} {b}"), (std::vector<std::string>{"b", "a"}));
}

TEST(ResolutionFields, AnUnknownOneIsToldWithItsLineAndTheNearest) {
    auto checked = check_fields("# Title\n\nMoved by {moover}, seconded by {seconder}.\n\nSee {nonsense}.");
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().kind, ErrorKind::invalid);
    ASSERT_EQ(checked.error().fields.size(), 2u);
    EXPECT_EQ(checked.error().fields[0].pointer, "/body");
    EXPECT_EQ(checked.error().fields[0].message, "Line 3: there is no field {moover}; {mover} perhaps?");
    EXPECT_EQ(checked.error().fields[1].message, "Line 5: there is no field {nonsense}.");
    EXPECT_EQ(check_fields("a {").error().message,
              R"(Line 1: "{" begins a field that is not closed; a brace itself is "\{".)");
    EXPECT_TRUE(check_fields(R"(a \{ brace \} and {local})"));
}

TEST(ResolutionFields, AreFilledAndTheMissingStay) {
    FieldValues values{
        {"local", "Harbor Workers Local 12"}, {"candidate", "Ana *Rivera*\nLuz"}, {"date", " "}};
    EXPECT_EQ(fill_fields("{local} endorses {candidate} on {date}; \\{local}", values),
              "Harbor Workers Local 12 endorses Ana \\*Rivera\\* Luz on {date}; \\{local}");
}

RC_GTEST_PROP(ResolutionFields, AValueBringsInNoFieldAndNoSign, (std::string value)) {
    auto filled = fill_fields("x {local} y", {{"local", value}});
    RC_ASSERT(fields_in(filled).size() <= 1u);
    if (filled != "x {local} y") RC_ASSERT(fields_in(filled).empty());
}

// ---- documents ----

TextBlock paragraph(std::string text) {
    TextBlock block;
    block.runs.push_back({std::move(text)});
    return block;
}
TextBlock heading(std::string text) {
    auto block = paragraph(std::move(text));
    block.kind = TextBlockKind::heading;
    return block;
}

struct LeadCase {
    std::string text;
    TextBlockKind kind;
    std::string lead;
};

TEST(ResolutionDocument, KnowsHowClausesBegin) {
    const std::vector<LeadCase> cases{
        {"WHEREAS, rents rose;", TextBlockKind::whereas, "WHEREAS,"},
        {"Whereas the members", TextBlockKind::whereas, "Whereas"},
        {"WHEREAS rents rose", TextBlockKind::whereas, "WHEREAS"},
        {"RESOLVED, that", TextBlockKind::resolved, "RESOLVED,"},
        {"Resolved: That", TextBlockKind::resolved, "Resolved:"},
        {"THEREFORE BE IT RESOLVED that", TextBlockKind::resolved, "THEREFORE BE IT RESOLVED"},
        {"NOW, THEREFORE, BE IT RESOLVED, that", TextBlockKind::resolved, "NOW, THEREFORE, BE IT RESOLVED,"},
        {"And be it further resolved that", TextBlockKind::resolved, "And be it further resolved"},
        {"BE IT FURTHER RESOLVED:", TextBlockKind::resolved, "BE IT FURTHER RESOLVED:"},
        {"CONSIDERANDO que suben", TextBlockKind::whereas, "CONSIDERANDO"},
        {"Por cuanto, suben", TextBlockKind::whereas, "Por cuanto,"},
        {"SE RESUELVE ADEMÁS que", TextBlockKind::resolved, "SE RESUELVE ADEMÁS"},
        {"POR LO TANTO, SE RESUELVE que", TextBlockKind::resolved, "POR LO TANTO, SE RESUELVE"},
        {"Resuélvase: que", TextBlockKind::resolved, "Resuélvase:"},
        {"Resolved issues were listed.", TextBlockKind::preamble, ""},
        {"Cuanto antes mejor", TextBlockKind::preamble, ""},
        {"The members, whereas", TextBlockKind::preamble, ""},
    };
    for (const auto& one : cases) {
        auto document = make_document({paragraph(one.text)});
        ASSERT_EQ(document.blocks.size(), 1u) << one.text;
        EXPECT_EQ(document.blocks[0].kind, one.kind) << one.text;
        EXPECT_EQ(document.blocks[0].lead, one.lead) << one.text;
        EXPECT_EQ(plain_text(document.blocks[0]), one.text);
    }
}

TEST(ResolutionDocument, NumbersClausesAndFindsTheTitle) {
    auto document =
        make_document({heading("Endorse Rivera"), paragraph("Submitted."), paragraph("WHEREAS, a;"),
                       paragraph("WHEREAS, b;"), paragraph("RESOLVED, that c."), paragraph("Adopted.")});
    EXPECT_EQ(document.title, "Endorse Rivera");
    EXPECT_EQ(document.language, "en");
    ASSERT_EQ(document.blocks.size(), 5u);
    EXPECT_EQ(document.blocks[0].kind, TextBlockKind::preamble);
    EXPECT_EQ(document.blocks[2].label, "W2");
    EXPECT_EQ(document.blocks[3].label, "R1");
    EXPECT_EQ(document.blocks[4].kind, TextBlockKind::paragraph);
    auto spanish = make_document({paragraph("CONSIDERANDO que a;"), paragraph("SE RESUELVE que b.")});
    EXPECT_EQ(spanish.language, "es");
    EXPECT_EQ(spanish.blocks[0].label, "C1");
}

TEST(ResolutionDocument, MarksFieldsWithoutValue) {
    auto document = make_document({paragraph(shield_fields("Moved by {mover}; \\{mover}."))});
    ASSERT_EQ(document.blocks[0].runs.size(), 3u);
    EXPECT_EQ(document.blocks[0].runs[1], (resolution_text::TextRun{"mover", false, false, true}));
    EXPECT_EQ(document.blocks[0].runs[2].text, "; \\{mover}.");  // the reader of Markdown takes the sign away
}

// ---- shortest edit ----

int cost(const EditScript& script) {
    return static_cast<int>(std::ranges::count(script.removed, true) +
                            std::ranges::count(script.added, true));
}

std::vector<int> patched(const std::vector<int>& a, const std::vector<int>& b, const EditScript& script) {
    std::vector<int> result;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && script.removed[i]) {
            ++i;
        } else if (j < b.size() && script.added[j]) {
            result.push_back(b[j++]);
        } else {
            result.push_back(a[i++]);
            ++j;
        }
    }
    return result;
}

/// By the table that everybody trusts.
int least_cost(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int kept = a[i - 1] == b[j - 1] ? diagonal : row[j] + row[j - 1];
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, kept});
        }
    }
    return row[b.size()];
}

rc::Gen<std::vector<int>> sequences() {
    return rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
}

RC_GTEST_PROP(ShortestEdit, IsRightAndShortest, ()) {
    auto a = *sequences(), b = *sequences();
    auto script = shortest_edit(a, b);
    RC_ASSERT(patched(a, b, script) == b);
    RC_ASSERT(cost(script) == least_cost(a, b));
    RC_ASSERT(cost(shortest_edit(b, a)) == cost(script));
}

RC_GTEST_PROP(ShortestEdit, IsRightWhenItGivesUp, ()) {
    auto a = *sequences(), b = *sequences();
    RC_ASSERT(patched(a, b, shortest_edit(a, b, 1)) == b);
}

TEST(ShortestEdit, HostileInputEndsSoon) {
    std::vector<int> a(60'000), b(60'000);
    std::iota(a.begin(), a.end(), 0);
    std::iota(b.begin(), b.end(), 100'000);
    EXPECT_EQ(cost(shortest_edit(a, b)), 120'000);
}

// ---- differences ----

rc::Gen<std::string> texts() {
    auto word = rc::gen::element<std::string>("the", "union", "local", "endorses", "Rivera", "Peña", "shall",
                                              "not", "members", "vote", ",", ".", "*now*");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const auto& words) {
        std::string text;
        for (const auto& one : words)
            text += (text.empty() ? "" : " ") + one;
        return text;
    });
}

rc::Gen<std::vector<Clause>> versions() {
    return rc::gen::container<std::vector<Clause>>(rc::gen::map(
        rc::gen::pair(rc::gen::element(TextBlockKind::whereas, TextBlockKind::resolved, TextBlockKind::item),
                      texts()),
        [](const auto& made) { return Clause{made.first, {}, made.second}; }));
}

/// A version made from another by what people do: strike, insert, move, change a word.
std::vector<Clause> amended(std::vector<Clause> clauses) {
    for (int count = *rc::gen::inRange(0, 5); count > 0; --count) {
        auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(clauses.size()) + 1));
        auto place = clauses.begin() + static_cast<std::ptrdiff_t>(at);
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                clauses.insert(place, Clause{TextBlockKind::resolved, {}, *texts()});
                break;
            case 1:
                if (at < clauses.size()) clauses.erase(place);
                break;
            case 2:
                if (at < clauses.size()) std::rotate(clauses.begin(), place, place + 1);
                break;
            default:
                if (at < clauses.size()) place->text += " amended";
        }
    }
    return clauses;
}

RC_GTEST_PROP(ResolutionDifference, AppliedToTheOldGivesTheNew, ()) {
    auto before = *versions();
    auto after = *rc::gen::arbitrary<bool>() ? amended(before) : *versions();
    auto found = difference(before, after);
    auto made = apply_difference(found, before);
    RC_ASSERT(made.has_value());
    RC_ASSERT(*made == after);
    auto back = apply_difference(reversed(found), after);
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == before);
    RC_ASSERT(reversed(reversed(found)) == found);
}

RC_GTEST_PROP(ResolutionDifference, OfEqualsIsEmptyAndOnlyOfEquals, ()) {
    auto before = *versions();
    auto after = *rc::gen::arbitrary<bool>() ? amended(before) : before;
    RC_ASSERT(difference(before, before).empty());
    RC_ASSERT(difference(before, after).empty() == (before == after));
}

RC_GTEST_PROP(ResolutionDifference, WordChangesSpellBothTexts, ()) {
    auto before = *texts(), after = *texts();
    std::string old_text, new_text;
    for (const auto& change : word_changes(before, after)) {
        if (change.edit != WordEdit::added) old_text += change.text;
        if (change.edit != WordEdit::removed) new_text += change.text;
        RC_ASSERT(!change.text.empty());
    }
    RC_ASSERT(old_text == before);
    RC_ASSERT(new_text == after);
}

TEST(ResolutionDifference, IsNotAppliedToAnotherText) {
    std::vector<Clause> before{{TextBlockKind::whereas, "W1", "WHEREAS, rents rose;"}};
    std::vector<Clause> after{{TextBlockKind::whereas, "W1", "WHEREAS, all rents rose;"}};
    EXPECT_FALSE(apply_difference(difference(before, after), after));
    EXPECT_FALSE(apply_difference(difference(before, after), {}));
}

TEST(ResolutionDifference, IsWrittenAsJson) {
    auto found = difference({{TextBlockKind::resolved, "R1", "that we ask"}},
                            {{TextBlockKind::resolved, "R1", "that we act"}});
    EXPECT_EQ(
        encode(found),
        R"({"added":0,"removed":0,"changed":1,"moved":0,"clauses":[{"edit":"changed","kind":"resolved",)"
        R"("old_kind":null,"old_position":0,"new_position":0,"old_label":"R1","new_label":"R1","words":)"
        R"([{"edit":"same","text":"that we "},{"edit":"removed","text":"ask"},{"edit":"added","text":"act"}]}]})");
}

}  // namespace
}  // namespace wallchart::resolution_text
