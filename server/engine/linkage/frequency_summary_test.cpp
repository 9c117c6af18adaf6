#include "engine/linkage/frequency_summary.h"

#include "core/json.h"
#include "core/random.h"
#include "engine/linkage/model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace wallchart::linkage {
namespace {

struct List {
    Values values;
    std::vector<Record> records;

    void add(const std::string& given, const std::string& family, const std::string& city = "") {
        std::array cells{Cell{Field::given, 0, given}, Cell{Field::family, 0, family},
                         Cell{Field::city, 0, city}};
        records.push_back(read_person(cells, values));
    }
    Frequencies frequencies() const { return {records, {.records = records.size()}}; }
};

/// Names as they are spread: the first is had by half of all, the next by a quarter ...
std::string name(Random& random, char prefix) {
    std::string name(1, prefix);
    do
        name += static_cast<char>('a' + random.below(4));
    while (random.below(3) != 0 && name.size() < 7);
    return name;
}

List town() {
    List list;
    Random random(5);
    for (int at = 0; at < 4000; ++at)
        list.add(name(random, 'g'), name(random, 'f'), "city " + std::to_string(random.below(5)));
    return list;
}

TEST(FrequencySummary, OfCommonValuesTheCountsAreKept) {
    auto whole = town();
    auto frequencies = whole.frequencies();
    auto summary = summarize(frequencies, whole.values);
    EXPECT_EQ(summary.records, 4000);
    // Read in another order, the values have other numbers.
    List some;
    some.add("ga", "fb", "city 3");
    some.add("gb", "fa", "city 0");
    auto told = frequencies_of(summary, some.values, some.records, {});
    EXPECT_EQ(told.scope().records, 4000U);
    for (auto kind : {Kind::given, Kind::family, Kind::city, Kind::whole_name})
        EXPECT_EQ(told.known(kind), 4000) << static_cast<int>(kind);
    auto same = [&](Kind kind, ValueId here, ValueId there) {
        EXPECT_GT(frequencies.of(kind, there), 10U);
        EXPECT_EQ(told.of(kind, here), frequencies.of(kind, there)) << static_cast<int>(kind);
    };
    for (const auto& record : some.records) {
        same(Kind::given, record.given, whole.values.names.find(some.values.names.text(record.given)));
        same(Kind::family, record.family, whole.values.names.find(some.values.names.text(record.family)));
        same(Kind::city, record.city, whole.values.cities.find(some.values.cities.text(record.city)));
    }
}

TEST(FrequencySummary, OfOtherValuesWhatIsUsualOrWhatIsSeen) {
    auto whole = town();
    auto summary = summarize(whole.frequencies(), whole.values, 20);
    const auto& given = summary.kinds[static_cast<std::size_t>(Kind::given)];
    std::size_t remembered = 0;
    for (const auto& kind : summary.kinds)
        remembered += kind.common.size() / 2;
    EXPECT_EQ(remembered, 20U);
    EXPECT_GT(given.usual, 1);
    List some;
    some.add("Xiomara", "Quisling");
    some.add("Xiomara", "Quisling");
    some.add("Xiomara", "Quisling");
    std::array complete{Kind::family};
    auto told = frequencies_of(summary, some.values, some.records, complete);
    EXPECT_EQ(told.of(Kind::given, some.records[0].given), std::lround(given.usual));
    EXPECT_EQ(told.of(Kind::family, some.records[0].family), 3U);
}

TEST(FrequencySummary, NothingOfAnybodyStandsInIt) {
    List list;
    for (int at = 0; at < 20; ++at)
        list.add("Wilhelmina", "Featherstone", "Riverton");
    list.add("Xiomara", "Quisling");
    auto summary = summarize(list.frequencies(), list.values);
    // Of the names of many, a hash; of those of a few, nothing.
    EXPECT_EQ(summary.kinds[static_cast<std::size_t>(Kind::given)].common.size(), 2U);
    auto text = encode(summary);
    for (auto said : {"ilhelmina", "eatherston", "iverton"})
        EXPECT_EQ(text.find(said), std::string::npos) << text;
    auto again = decode_text<FrequencySummary>(text);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(encode(*again), text);
}

TEST(FrequencySummary, WithoutAnyTheRecordsThemselvesCount) {
    List some;
    some.add("Ana", "Rivera");
    some.add("Ana", "Soto");
    auto told = frequencies_of({}, some.values, some.records, {});
    EXPECT_EQ(told.scope().records, 2U);
    EXPECT_EQ(told.of(Kind::given, some.records[0].given), 2U);
}

TEST(FrequencySummary, WeighsAsTheWholeListDoes) {
    auto whole = town();
    auto frequencies = whole.frequencies();
    auto model = Model::beginning();
    Scorer scorer(model, frequencies);
    auto summary = summarize(frequencies, whole.values);
    double differences = 0;
    for (std::size_t at = 0; at < 200; ++at) {
        auto text = [&](ValueId id) { return std::string(whole.values.names.text(id)); };
        const auto& record = whole.records[at];
        List some;
        for (const auto& other : whole.records)
            if (other.family == record.family)
                some.add(text(other.given), text(other.family),
                         std::string(whole.values.cities.text(other.city)));
        std::array complete{Kind::family, Kind::whole_name};
        auto told = frequencies_of(summary, some.values, some.records, complete);
        Scorer few(model, told);
        auto self = compare(whole.values, record, record);
        auto here = std::ranges::find_if(some.records, [&](const Record& one) {
            return some.values.names.text(one.given) == text(record.given) &&
                   some.values.cities.text(one.city) == whole.values.cities.text(record.city);
        });
        auto difference = few.weight(compare(some.values, *here, *here)) - scorer.weight(self);
        // A given name of one or of nine people counts as that of four or five.
        EXPECT_LT(std::abs(difference), 2) << text(record.given) << " " << text(record.family);
        differences += std::abs(difference);
    }
    EXPECT_LT(differences / 200, 0.5);
}

}  // namespace
}  // namespace wallchart::linkage
