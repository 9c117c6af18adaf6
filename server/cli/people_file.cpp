#include "cli/people_file.h"

#include "core/csv.h"
#include "core/text.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <unordered_set>

namespace wallchart {
namespace {

std::uint64_t count_repeated(const std::vector<std::string>& ids) {
    std::unordered_set<std::string_view> seen;
    seen.reserve(ids.size());
    std::uint64_t repeated = 0;
    for (const auto& id : ids)
        repeated += seen.insert(id).second ? 0 : 1;
    return repeated;
}

}  // namespace

Result<PeopleFile> read_people(const std::string& path, const Arguments& arguments, People& people) {
    auto reader = TRY(CsvReader::open(path));
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, path + " is empty.");
    std::vector<std::string> header;
    for (auto cell : row.cells)
        header.emplace_back(trim(cell));
    PeopleFile file{.path = path};
    auto mappings = arguments.all("map");
    file.columns =
        TRY(linkage::recognise_columns(header, arguments.get("id").value_or(std::string()), mappings));
    std::size_t id_column = file.columns.size();
    for (std::size_t at = 0; at < file.columns.size(); ++at)
        if (file.columns[at].field == linkage::Field::id) id_column = std::min(id_column, at);
    file.has_ids = id_column < file.columns.size();

    std::vector<linkage::Cell> cells;
    std::vector<bool> filled(file.columns.size());
    bool terminal = ::isatty(STDERR_FILENO) != 0;
    for (std::uint64_t number = 1; reader.next(row); ++number) {
        if (!row.fault.empty()) {
            ++file.faulty;
            if (file.first_fault == 0) file.first_fault = row.line;
            continue;
        }
        if (row.cells.size() != header.size()) {
            ++file.ragged;
            if (file.first_fault == 0) file.first_fault = row.line;
        }
        cells.clear();
        for (std::size_t at = 0; at < std::min(row.cells.size(), header.size()); ++at) {
            auto text = trim(row.cells[at]);
            if (file.columns[at].field == linkage::Field::ignored) continue;
            if (!text.empty()) filled[at] = true;
            if (at != id_column) cells.push_back({file.columns[at].field, file.columns[at].slot, text});
        }
        auto id = id_column < row.cells.size() ? trim(row.cells[id_column]) : std::string_view{};
        file.ids.push_back(id.empty() ? std::to_string(number) : std::string(id));
        people.records.push_back(linkage::read_person(cells, people.values));
        if (terminal && number % 50'000 == 0)
            std::fprintf(stderr, "\rReading: %llu people", static_cast<unsigned long long>(number));
    }
    if (terminal) std::fprintf(stderr, "\r\033[K");
    if (file.ids.empty()) return failure(ErrorKind::invalid, path + " has a header and no rows.");
    file.repeated_ids = count_repeated(file.ids);
    for (std::size_t at = 0; at < file.columns.size(); ++at)
        if (file.columns[at].field != linkage::Field::ignored && !filled[at])
            file.empty_columns.push_back(file.columns[at].name);
    return file;
}

void tell(const PeopleFile& file) {
    std::string used, ignored;
    for (const auto& column : file.columns) {
        if (column.field == linkage::Field::ignored) {
            ignored += (ignored.empty() ? "" : ", ") + column.name;
        } else {
            used += (used.empty() ? "" : ", ") + column.name + " = " + std::string(name_of(column.field));
        }
    }
    std::fprintf(stderr, "%s: %s.\n", file.path.c_str(), used.c_str());
    if (!ignored.empty()) std::fprintf(stderr, "Not recognised, and ignored: %s.\n", ignored.c_str());
    if (!file.has_ids) std::fprintf(stderr, "No id column: rows are numbered from 1.\n");
    if (file.repeated_ids > 0)
        std::fprintf(stderr, "%llu rows repeat the id of a row before them.\n",
                     static_cast<unsigned long long>(file.repeated_ids));
    if (file.ragged > 0)
        std::fprintf(stderr,
                     "%llu rows have more or fewer cells than the header; what is missing is not known.\n",
                     static_cast<unsigned long long>(file.ragged));
    if (file.faulty > 0)
        std::fprintf(stderr, "%llu rows cannot be read and were left out.\n",
                     static_cast<unsigned long long>(file.faulty));
    if (file.first_fault > 0)
        std::fprintf(stderr, "The first such row is on line %llu.\n",
                     static_cast<unsigned long long>(file.first_fault));
    if (!file.empty_columns.empty())
        std::fprintf(stderr, "Empty: %s.\n", join(file.empty_columns, ", ").c_str());
}

}  // namespace wallchart
