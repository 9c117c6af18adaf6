#include "engine/linkage/linkage.h"

#include "core/random.h"
#include "engine/linkage/explain.h"
#include "engine/linkage/index.h"
#include "engine/linkage/model_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace wallchart::linkage {
namespace {

struct Row {
    std::string given, family, birth, phone, email, street, city, suffix;
};

Record add(Values& values, const Row& row) {
    std::vector<Cell> cells{{Field::given, 0, row.given},      {Field::family, 0, row.family},
                            {Field::birth_date, 0, row.birth}, {Field::phone, 0, row.phone},
                            {Field::email, 0, row.email},      {Field::address, 0, row.street},
                            {Field::city, 0, row.city},        {Field::suffix, 0, row.suffix}};
    return read_person(cells, values);
}

/// A small town: people of different names, each with a birth date, phone, e-mail and address of their own.
std::vector<Row> town(int people) {
    const char* given[] = {"Maria", "James",  "Linda", "Ahmed", "Rosa",  "Kevin", "Wanda",
                           "Tomas", "Ingrid", "Paul",  "Nadia", "Felix", "Grace", "Omar",
                           "Vera",  "Lucas",  "Irene", "Hugo",  "Selma", "Bruno"};
    const char* family[] = {"Rivera", "Smith",    "Nguyen", "Okafor",  "Larsen", "Weiss",
                            "Moreau", "Kowalski", "Tanaka", "Haddad",  "Brown",  "Jansen",
                            "Silva",  "Novak",    "Costa",  "Fischer", "Petrov"};
    std::vector<Row> rows;
    Random random(3);
    for (int at = 0; at < people; ++at) {
        Row row;
        row.given = given[random.below(std::size(given))];
        row.family = family[random.below(std::size(family))];
        row.birth = std::to_string(1940 + random.below(65)) + "-" + std::to_string(10 + random.below(3)) +
                    "-" + std::to_string(10 + random.below(18));
        row.phone = "402-555-" + std::to_string(1000 + at * 7);
        row.email = "p" + std::to_string(at * 131) + "@example.org";
        row.street = std::to_string(100 + at * 3) + " " + family[random.below(std::size(family))] + " Street";
        row.city = at % 3 == 0 ? "Omaha" : "Lincoln";
        rows.push_back(row);
    }
    return rows;
}

struct Linked {
    Values values;
    std::vector<Record> records;
    Linkage linkage;
    bool together(std::size_t a, std::size_t b) const { return linkage.clusters[a] == linkage.clusters[b]; }
};

Linked link_rows(const std::vector<Row>& rows, unsigned threads = 2) {
    Linked linked;
    for (const auto& row : rows)
        linked.records.push_back(add(linked.values, row));
    Options options;
    options.threads = threads;
    linked.linkage = link(linked.values, linked.records, {}, options);
    return linked;
}

std::uint8_t level(const Row& a, const Row& b, Comparison comparison) {
    Values values;
    auto x = add(values, a);
    auto y = add(values, b);
    return compare(values, x, y).levels[static_cast<std::size_t>(comparison)];
}

std::string_view label(const Row& a, const Row& b, Comparison comparison) {
    auto found = level(a, b, comparison);
    return found == 0 ? "not known" : info(comparison).levels[found - 1U].label;
}

TEST(Comparisons, TellLevelsApart) {
    auto given = [](const char* a, const char* b) {
        return label({.given = a, .family = "Soto"}, {.given = b, .family = "Soto"}, Comparison::given);
    };
    EXPECT_EQ(given("Liz", "Elizabeth"), "nickname");
    EXPECT_EQ(given("José", "jose"), "same");
    EXPECT_EQ(given("Mary Ann", "Maryann"), "same");
    EXPECT_EQ(given("E.", "Elizabeth"), "initial");
    EXPECT_EQ(given("María Elena", "Elena"), "one of several");
    EXPECT_EQ(given("Kathryn", "Kathrin"), "one or two letters");
    EXPECT_EQ(given("Omar", "Ingrid"), "different");
    auto family = [](const char* a, const char* b) {
        return label({.given = "Ana", .family = a}, {.given = "Ana", .family = b}, Comparison::family);
    };
    EXPECT_EQ(family("Rivera-Soto", "Rivera Soto"), "same");
    EXPECT_EQ(family("Rivera Soto", "Rivera"), "one of two");
    EXPECT_EQ(family("Rivera Soto", "Rivera Luna"), "similar");
    EXPECT_EQ(family("de la Cruz", "Cruz"), "one of two");
    EXPECT_EQ(family("McDonald", "Mc Donald"), "same");
    EXPECT_EQ(family("Smith", "Kowalski"), "different");
    EXPECT_EQ(label({.given = "Isla", .family = "Hall"}, {.given = "Hall", .family = "Isla"},
                    Comparison::whole_name),
              "swapped");
    auto birth = [](const char* a, const char* b) {
        return label({.given = "A", .birth = a}, {.given = "A", .birth = b}, Comparison::birth);
    };
    EXPECT_EQ(birth("1976-07-04", "1976-04-07"), "day and month swapped");
    EXPECT_EQ(birth("1976-07-04", "1967-07-04"), "one digit");
    EXPECT_EQ(birth("1976-07-04", "1976"), "year same, else not known");
    EXPECT_EQ(birth("1976-07-04", "2001-02-11"), "ten years or more apart");
}

TEST(Comparisons, TakeWhatIsMissingForNoEvidence) {
    Row full{"Ana", "Rivera", "1976-07-04", "402-555-0101", "ana@example.org", "1 Oak St", "Omaha", ""};
    Values values;
    auto a = add(values, full);
    auto b = add(values, {});
    auto outcome = compare(values, a, b);
    for (std::size_t at = 0; at < comparison_count; ++at)
        EXPECT_EQ(outcome.levels[at], static_cast<Comparison>(at) == Comparison::suffix ? 4 : 0) << at;
    for (const char* nothing : {"", "N/A", "none", "unknown", "-"}) {
        auto c = add(values, {nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing});
        // But for the suffix, which most people have none of.
        c.suffix = Suffix::unknown;
        EXPECT_EQ(c, Record{}) << nothing;
    }
}

TEST(Comparisons, TakeAnEmptySuffixForNone) {
    auto suffix = [](const char* a, const char* b) {
        return label({.given = "A", .suffix = a}, {.given = "A", .suffix = b}, Comparison::suffix);
    };
    EXPECT_EQ(suffix("Jr.", "junior"), "same");
    EXPECT_EQ(suffix("Jr.", "Sr."), "different");
    EXPECT_EQ(suffix("Jr.", ""), "only one has one");
    EXPECT_EQ(suffix("", ""), "neither has one");
    // A list without that column does not say.
    Values values;
    std::vector<Cell> cells{{Field::given, 0, "A"}};
    auto unsaid = read_person(cells, values);
    EXPECT_EQ(unsaid.suffix, Suffix::unknown);
    EXPECT_EQ(compare(values, unsaid, unsaid).levels[static_cast<std::size_t>(Comparison::suffix)], 0);
}

TEST(Linkage, FindsOnePersonUnderSeveralForms) {
    auto rows = town(400);
    auto first = rows.size();
    rows.push_back({"Elizabeth", "Rivera-Soto", "1981-03-09", "402-555-9991", "erivera81@example.net",
                    "77 Elm St", "Omaha", ""});
    rows.push_back({"Liz", "Rivera", "1981-03-09", "402-555-9991", "", "", "Omaha", ""});
    rows.push_back({"E.", "RIVERA", "", "(402) 555-9991", "erivera81@example.net", "77 Elm Street", "", ""});
    auto linked = link_rows(rows);
    EXPECT_TRUE(linked.together(first, first + 1));
    EXPECT_TRUE(linked.together(first, first + 2));
    std::size_t others = 0;
    for (std::size_t at = 0; at < first; ++at)
        others += linked.linkage.clusters[at] != at ? 1 : 0;
    EXPECT_LE(others, 1U);
}

TEST(Linkage, KeepsHouseholdsAndFatherAndSonApart) {
    auto rows = town(400);
    auto first = rows.size();
    // Two people who share telephone, e-mail and home.
    rows.push_back(
        {"Marta", "Quispe", "1970-10-12", "402-555-9801", "quispe@example.net", "5 Pine St", "Omaha", ""});
    rows.push_back(
        {"Rogelio", "Quispe", "1968-11-27", "402-555-9801", "quispe@example.net", "5 Pine St", "Omaha", ""});
    // Father and son, and a record that could be either.
    rows.push_back({"Walter", "Zyskowski", "1950-10-12", "402-555-9802", "", "9 Ash St", "Lincoln", "Sr."});
    rows.push_back({"Walter", "Zyskowski", "1979-12-21", "402-555-9802", "", "9 Ash St", "Lincoln", "Jr."});
    rows.push_back({"Walter", "Zyskowski", "", "402-555-9802", "", "9 Ash St", "Lincoln", ""});
    auto linked = link_rows(rows);
    EXPECT_FALSE(linked.together(first, first + 1));
    EXPECT_FALSE(linked.together(first + 2, first + 3));
}

TEST(Linkage, TakesNoAddressMadeOfTheNameForMoreThanTheName) {
    auto rows = town(2000);
    auto found = [&] { return link_rows(rows).linkage; };
    EXPECT_EQ(found().model.emails_of_names, 0);
    for (auto& row : rows)
        row.email = row.given + "." + row.family + "@list.example";
    auto copy = rows[10];  // one of them is there twice
    copy.street = "";
    rows.push_back(copy);
    auto linkage = found();
    EXPECT_GT(linkage.model.emails_of_names, 0.8);
    EXPECT_EQ(linkage.clusters[10], linkage.clusters[2000]);
    auto merged = std::ranges::count_if(
        linkage.pairs, [&](const auto& pair) { return probability_of(pair.weight) >= linkage.threshold; });
    EXPECT_LE(merged, 3);
}

TEST(Linkage, CountsRareNamesForMore) {
    Values values;
    std::vector<Record> records;
    for (int at = 0; at < 300; ++at)
        records.push_back(
            add(values, {"P" + std::string(1, static_cast<char>('a' + at % 20)) + "ul", "Rodriguez"}));
    records.push_back(add(values, {"Wenceslas", "Zyskowski"}));
    records.push_back(add(values, {"Wenceslas", "Zyskowski"}));
    Frequencies frequencies(records, {.records = records.size()});
    Scorer scorer(Model::beginning(), frequencies);
    auto common = scorer.weight(compare(values, records[0], records[20]));
    auto rare = scorer.weight(compare(values, records[300], records[301]));
    EXPECT_GT(rare, common + 5);
}

TEST(Linkage, IsTheSameWhateverTheThreads) {
    auto rows = town(1500);
    for (std::size_t at = 0; at < 300; ++at) {
        auto again = rows[at];
        again.phone.clear();
        again.given.erase(again.given.size() / 2, 1);
        rows.push_back(again);
    }
    auto one = link_rows(rows, 1);
    auto three = link_rows(rows, 3);
    EXPECT_EQ(one.linkage.pairs, three.linkage.pairs);
    EXPECT_EQ(one.linkage.clusters, three.linkage.clusters);
    EXPECT_EQ(one.linkage.threshold, three.linkage.threshold);
    EXPECT_EQ(to_json(one.linkage.model), to_json(three.linkage.model));
}

TEST(Linkage, ModelsAreReadAsTheyWereWritten) {
    auto linked = link_rows(town(300));
    auto text = to_json(linked.linkage.model);
    auto model = model_from_json(text);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(to_json(*model), text);
    EXPECT_FALSE(model_from_json("{}"));
    EXPECT_FALSE(model_from_json("no JSON"));
    auto broken = text;
    broken.replace(broken.find("\"same\":"), 7, "\"sane\":");
    EXPECT_FALSE(model_from_json(broken));
}

// A handful of values, so that pairs agree now and then.
rc::Gen<Row> any_row() {
    auto one = [](std::vector<std::string> of) { return rc::gen::elementOf(std::move(of)); };
    return rc::gen::build<Row>(
        rc::gen::set(&Row::given, one({"", "Liz", "Elizabeth", "E", "María Elena", "Elena", "Rivera"})),
        rc::gen::set(&Row::family, one({"", "Rivera", "Rivera Soto", "Soto", "Riviera", "Liz"})),
        rc::gen::set(&Row::birth, one({"", "1976-07-04", "1976-04-07", "1976", "1950-01-01"})),
        rc::gen::set(&Row::phone, one({"", "402-555-0101", "402-555-0110", "555-0101"})),
        rc::gen::set(&Row::email, one({"", "liz@example.org", "liz1@example.org", "liz@example.com"})),
        rc::gen::set(&Row::street, one({"", "1 Oak St", "2 Oak St", "1 Oak Street Apt 2"})),
        rc::gen::set(&Row::city, one({"", "Omaha", "Omaah"})),
        rc::gen::set(&Row::suffix, one({"", "Jr", "Sr"})));
}

RC_GTEST_PROP(Linkage, IsSymmetricAndItsReasonsAddUp, ()) {
    Values values;
    auto a = add(values, *any_row());
    auto b = add(values, *any_row());
    std::vector<Record> records{a, b};
    Frequencies frequencies(records, {.records = 2});
    Scorer scorer(Model::beginning(), frequencies);
    auto outcome = compare(values, a, b);
    auto other = compare(values, b, a);
    RC_ASSERT(outcome.levels == other.levels);
    RC_ASSERT(std::abs(scorer.weight(outcome) - scorer.weight(other)) < 1e-9);
    auto explanation = explain(scorer, outcome);
    double sum = 0;
    for (const auto& reason : explanation.reasons)
        sum += reason.weight;
    RC_ASSERT(std::abs(sum - scorer.weight(outcome)) < 1e-9);
    RC_ASSERT(explanation.weight == scorer.weight(outcome));
}

TEST(Index, FindsAddsForgetsAndChanges) {
    auto rows = town(500);
    auto values = std::make_unique<Values>();
    std::vector<Record> records;
    for (const auto& row : rows)
        records.push_back(add(*values, row));
    Index index(std::move(values), records, Model::beginning());
    Row new_row{"Liz", "Quispe-Zárate", "1981-03-09", "402-555-9991", "", "", "Omaha", ""};
    auto read = [&](const Row& row) {
        std::vector<Cell> cells{{Field::given, 0, row.given},
                                {Field::family, 0, row.family},
                                {Field::birth_date, 0, row.birth},
                                {Field::phone, 0, row.phone}};
        return index.read(cells);
    };
    EXPECT_TRUE(index.find(read(new_row), 0.5).empty());
    auto row = index.add(read(new_row));
    EXPECT_EQ(row, 500U);
    auto again = new_row;
    again.given = "Elizabeth";
    auto found = index.find(read(again), 0.5);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().row, row);
    index.replace(row, read({"Otto", "Brandt", "1944-01-01", "402-555-1234"}));
    EXPECT_TRUE(index.find(read(again), 0.5).empty());
    EXPECT_FALSE(index.find(read({"Otto", "Brandt", "1944-01-01", ""}), 0.5).empty());
    index.remove(row);
    EXPECT_TRUE(index.find(read({"Otto", "Brandt", "1944-01-01", ""}), 0.5).empty());
    // Those known from the beginning, too.
    auto known = index.find(records[7], 0.5);
    ASSERT_FALSE(known.empty());
    EXPECT_EQ(known.front().row, 7U);
}

}  // namespace
}  // namespace wallchart::linkage
