// Duplicates in published lists with known answers, against the bars set for them. The data is not part of
// the project. One set of defaults for all.
#include "engine/linkage/linkage.h"

#include "core/csv.h"
#include "core/text.h"
#include "engine/linkage/fields.h"
#include "features/sample/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

namespace wallchart::linkage {
namespace {

std::filesystem::path list(std::string_view file) {
    const char* told = std::getenv("CONFORMANCE_DATA");
    auto data =
        told ? std::filesystem::path(told) : std::filesystem::path(WALLCHART_SOURCE) / "../shared/data";
    return data / "linkage" / file;
}

/// A list with the answer of each row.
struct Known {
    Values values;
    std::vector<Record> records;
    std::vector<std::string> answers;
};

/// "rec-12-dup-0" is of person 12; a column "cluster" says it itself.
std::string answer_of(std::string_view name, std::string_view cell) {
    if (name == "cluster") return std::string(cell);
    return std::string(split(cell, '-').at(1));
}

void read(const std::filesystem::path& path, std::string_view answer_column, Known& known) {
    auto reader = CsvReader::open(path.string());
    ASSERT_TRUE(reader);
    CsvRow row;
    ASSERT_TRUE(reader->next(row));
    std::vector<std::string> header;
    for (auto cell : row.cells)
        header.emplace_back(trim(cell));
    auto columns = recognise_columns(header, "", {});
    ASSERT_TRUE(columns);
    while (reader->next(row)) {
        std::vector<Cell> cells;
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            auto text = trim(row.cells[at]);
            if (header[at] == answer_column) known.answers.push_back(answer_of(answer_column, text));
            cells.push_back({(*columns)[at].field, (*columns)[at].slot, text});
        }
        known.records.push_back(read_person(cells, known.values));
    }
}

struct Score {
    double precision = 0, recall = 0;
    double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

std::ostream& operator<<(std::ostream& out, const Score& score) {
    return out << "F1 " << score.f1() << " (precision " << score.precision << ", recall " << score.recall
               << ")";
}

struct Scores {
    Score best, chosen;
};

Scores score(const std::filesystem::path& path, std::string_view answer_column) {
    Known known;
    read(path, answer_column, known);
    auto linkage = link(known.values, known.records, {}, {});
    std::map<std::string, double> sizes;
    for (const auto& answer : known.answers)
        ++sizes[answer];
    double matches = 0;
    for (const auto& [answer, size] : sizes)
        matches += size * (size - 1) / 2;
    auto pairs = linkage.pairs;
    std::ranges::sort(pairs, std::greater<>{}, &ScoredPair::weight);
    Score best, chosen;
    double right = 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        right += known.answers[pairs[at].left] == known.answers[pairs[at].right] ? 1 : 0;
        Score score{right / static_cast<double>(at + 1), right / matches};
        if (score.f1() > best.f1()) best = score;
        if (probability_of(pairs[at].weight) >= linkage.threshold) chosen = score;
    }
    std::cout << path.filename() << ": best " << best << "; at the default " << linkage.threshold << " "
              << chosen << "; expected precision " << linkage.precision << ", recall " << linkage.recall
              << "\n";
    return {best, chosen};
}

void check(std::string_view file, std::string_view answer_column, double best_bar, double default_bar) {
    if (!std::filesystem::exists(list(file))) GTEST_SKIP() << list(file);
    auto scores = score(list(file), answer_column);
    EXPECT_GE(scores.best.f1(), best_bar);
    EXPECT_GE(scores.chosen.f1(), default_bar);
}

TEST(LinkageConformance, SampleMovement) {
    auto path =
        std::filesystem::temp_directory_path() / ("sample_" + std::to_string(new_id_value()) + ".csv");
    SampleOptions options;
    options.people = 100'000;
    options.today = *parse_date("2026-04-22");
    ASSERT_TRUE(write_people_csv(path.string(), options, 0.15));
    auto scores = score(path, "cluster");
    EXPECT_GE(scores.chosen.precision, 0.999);
    EXPECT_GE(scores.chosen.recall, 0.97);
    std::filesystem::remove(path);
}

// Invented people, each with an address made of the name: nearly three thousand share name and address with
// another who was born in another decade.
TEST(LinkageConformance, OsdiFakePeople) {
    auto path = list("../people/osdi_fake_people.csv");
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path;
    Known known;
    read(path, "", known);
    ASSERT_EQ(known.records.size(), 11'540u);
    auto linkage = link(known.values, known.records, {}, {});
    EXPECT_LE(std::ranges::count_if(
                  linkage.pairs,
                  [&](const ScoredPair& pair) { return probability_of(pair.weight) >= linkage.threshold; }),
              3);
}

TEST(LinkageConformance, Febrl1) {
    check("dataset1.csv", "rec_id", 0.99, 0.985);
}
TEST(LinkageConformance, Febrl2) {
    check("dataset2.csv", "rec_id", 0.99, 0.985);
}
TEST(LinkageConformance, Febrl3) {
    check("dataset3.csv", "rec_id", 0.9954, 0.990);
}
TEST(LinkageConformance, Fake1000) {
    check("fake_1000.csv", "cluster", 0.8617, 0.83);
}

}  // namespace
}  // namespace wallchart::linkage
