// How long one new person takes against a list of known ones: linkage_index_bench FILE.csv
#include "core/csv.h"
#include "core/text.h"
#include "engine/linkage/fields.h"
#include "engine/linkage/index.h"
#include "engine/linkage/learn.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

using namespace wallchart;

int main(int count, char** arguments) {
    if (count != 2) return 2;
    auto reader = CsvReader::open(arguments[1]);
    CsvRow row;
    if (!reader || !reader->next(row)) return 1;
    std::vector<std::string> header;
    for (auto cell : row.cells)
        header.emplace_back(trim(cell));
    auto columns = linkage::recognise_columns(header, "", {});
    if (!columns) return 1;
    auto values = std::make_unique<linkage::Values>();
    std::vector<linkage::Record> records;
    // Every thousandth person is not known, and asked for afterwards.
    std::vector<std::vector<std::string>> asked;
    for (std::uint64_t number = 0; reader->next(row); ++number) {
        if (number % 1000 == 500) {
            asked.emplace_back(row.cells.begin(), row.cells.end());
            continue;
        }
        std::vector<linkage::Cell> cells;
        for (std::size_t at = 0; at < std::min(row.cells.size(), columns->size()); ++at)
            cells.push_back({(*columns)[at].field, (*columns)[at].slot, row.cells[at]});
        records.push_back(linkage::read_person(cells, *values));
    }
    linkage::Model model;
    {
        linkage::Frequencies frequencies(records, {.records = records.size()});
        linkage::Blocks blocks;
        blocks.build(*values, records, 2);
        model = linkage::learn({*values, records, frequencies, blocks});
    }
    linkage::Index index(std::move(values), std::move(records), model);
    auto known = index.size();
    std::vector<double> milliseconds;
    std::size_t found = 0;
    for (const auto& text : asked) {
        auto began = std::chrono::steady_clock::now();
        std::vector<linkage::Cell> cells;
        for (std::size_t at = 0; at < std::min(text.size(), columns->size()); ++at)
            cells.push_back({(*columns)[at].field, (*columns)[at].slot, text[at]});
        auto record = index.read(cells);
        found += index.find(record).empty() ? 0 : 1;
        index.add(record);
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::ranges::sort(milliseconds);
    std::printf("%zu %zu %zu %.4f %.4f %.4f\n", known, asked.size(), found,
                milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100],
                milliseconds.back());
}
