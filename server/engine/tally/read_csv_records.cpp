// Records in tables: a row is a ballot. ES&S writes a candidate into the cell of each rank; the generic form
// has a column for each candidate and the rank in the cell; Clear Ballot has a column for each candidate at
// each rank, marked 1.
#include "core/csv.h"
#include "core/text.h"
#include "engine/tally/records.h"

#include <charconv>

namespace wallchart::tally {
namespace {

std::string place(const RecordFile& file, const CsvRow& row, std::size_t column) {
    return file.name + ", line " + std::to_string(row.line) + ", column " + std::to_string(column + 1);
}

Result<void> check(const RecordFile& file, const CsvRow& row) {
    if (row.fault.empty()) return {};
    return failure(ErrorKind::invalid, file.name + ", line " + std::to_string(row.line) +
                                           ", column 1: " + std::string(row.fault));
}

std::optional<int> number_in(std::string_view cell) {
    int number = 0;
    auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

std::string_view cell(const CsvRow& row, int column) {
    auto at = static_cast<std::size_t>(column - 1);
    return column > 0 && at < row.cells.size() ? trim(row.cells[at]) : std::string_view{};
}

/// The precinct and batch of a row; where a cell is empty, a name that says so ("missing_precinct_id").
std::vector<PartName> parts_of(const RecordSource& source, const CsvRow& row, const std::string& missing) {
    std::vector<PartName> parts;
    for (const auto& [kind, column] :
         {std::pair("precinct", source.precinct_column), std::pair("batch", source.batch_column)}) {
        if (column == 0) continue;
        auto name = cell(row, column);
        parts.emplace_back(kind, name.empty() ? missing + kind + "_id" : std::string(name));
    }
    return parts;
}

/// The candidates of an ES&S cell: none, one, or several parted by the delimiter.
Result<void> read_cell(const RecordSource& source, std::string_view text, int rank, std::string_view where,
                       std::vector<RecordedRank>& ranks) {
    if (text.empty()) {
        if (source.blank_is_write_in == YesNo::yes) ranks.push_back({rank, std::string(write_ins_name)});
        return {};
    }
    std::vector<std::string> names;
    if (source.overvote_delimiter.empty()) {
        names.emplace_back(text);
    } else {
        for (std::size_t from = 0; from <= text.size();) {
            auto to = std::min(text.find(source.overvote_delimiter, from), text.size());
            names.emplace_back(trim(text.substr(from, to - from)));
            from = to + source.overvote_delimiter.size();
        }
    }
    for (auto& name : names) {
        bool skipped = name == source.skipped_label && !source.skipped_label.empty();
        if (names.size() > 1 && (name.empty() || skipped))
            return failure(ErrorKind::invalid,
                           std::string(where) + ": one of several candidates in a cell is empty.");
        if (skipped) continue;
        if (!source.overvote_label.empty() && name == source.overvote_label) {
            name = RecordBook::overvote;
        } else if (!source.write_in_label.empty() && name == source.write_in_label) {
            name = write_ins_name;
        }
        ranks.push_back({rank, std::move(name)});
    }
    return {};
}

}  // namespace

Result<void> read_ess(const RecordSource& source, const RecordFile& file, RecordBook& book) {
    auto reader = TRY(CsvReader::over(file.text));
    CsvRow row;
    int number = 0, columns = 0;
    while (reader.next(row)) {
        ++number;
        TRY(check(file, row));
        if (number == 1) columns = static_cast<int>(row.cells.size());
        if (number < source.first_row) continue;
        std::vector<RecordedRank> ranks;
        int last = std::min(columns - source.first_column + 1, book.columns());
        if (source.blank_is_write_in == YesNo::yes) last = book.columns();
        for (int rank = 1; rank <= last; ++rank) {
            auto column = source.first_column + rank - 1;
            TRY(read_cell(source, cell(row, column), rank,
                          place(file, row, static_cast<std::size_t>(column - 1)), ranks));
        }
        if (source.id_column > 0 && cell(row, source.id_column).empty())
            return failure(
                ErrorKind::invalid,
                place(file, row, static_cast<std::size_t>(source.id_column - 1)) + ": the record has no id.");
        TRY(book.add(std::move(ranks), place(file, row, static_cast<std::size_t>(source.first_column - 1)),
                     parts_of(source, row, "missing_")));
    }
    if (number < source.first_row) return failure(ErrorKind::invalid, file.name + " has no records.");
    return {};
}

Result<void> read_generic_csv(const RecordSource& source, const RecordFile& file, RecordBook& book) {
    auto reader = TRY(CsvReader::over(file.text));
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, file.name + " is empty.");
    TRY(check(file, row));
    std::vector<std::string> header;
    for (auto each : row.cells)
        header.emplace_back(trim(each));
    for (auto& name : header)
        if (!source.write_in_label.empty() && name == source.write_in_label) name = write_ins_name;
    for (int number = 2; reader.next(row); ++number) {
        TRY(check(file, row));
        if (number < source.first_row) continue;
        std::vector<RecordedRank> ranks;
        for (auto column = static_cast<std::size_t>(std::max(source.first_column - 1, 0));
             column < row.cells.size(); ++column) {
            auto text = trim(row.cells[column]);
            if (text.empty()) continue;
            auto rank = number_in(text);
            if (!rank)
                return failure(ErrorKind::invalid, place(file, row, column) + ": \"" + std::string(text) +
                                                       "\" stands where a rank is expected.");
            if (column >= header.size())
                return failure(ErrorKind::invalid,
                               place(file, row, column) + ": this column has no heading.");
            ranks.push_back({*rank, header[column]});
        }
        TRY(book.add(std::move(ranks), place(file, row, 0), parts_of(source, row, "no_")));
    }
    return {};
}

Result<void> read_clear_ballot(const RecordSource& source, const RecordFile& file, RecordBook& book) {
    // Heading of a choice: "Choice_6_1:CONTEST:RANK:RULE:CANDIDATE:PARTY".
    constexpr std::size_t choices_begin = 10, parts = 6;
    auto reader = TRY(CsvReader::over(file.text));
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, file.name + " is empty.");
    std::map<std::size_t, RecordedRank> choices;
    for (auto column = choices_begin; column < row.cells.size(); ++column) {
        auto fields = split(row.cells[column], ':');
        if (fields.size() != parts)
            return failure(ErrorKind::invalid,
                           place(file, row, column) + ": this is not the heading of a choice.");
        if (fields[1] != source.contest) continue;
        auto rank = number_in(fields[2]);
        if (!rank)
            return failure(ErrorKind::invalid, place(file, row, column) + ": this heading has no rank.");
        auto name =
            !source.write_in_label.empty() && fields[4] == source.write_in_label ? write_ins_name : fields[4];
        choices[column] = {*rank, std::string(name)};
        book.mention(choices[column].name);
    }
    if (choices.empty())
        return failure(ErrorKind::invalid,
                       file.name + " has no column of the contest \"" + source.contest + "\".");
    while (reader.next(row)) {
        TRY(check(file, row));
        std::vector<RecordedRank> ranks;
        for (const auto& [column, choice] : choices) {
            if (column >= row.cells.size())
                return failure(ErrorKind::invalid,
                               place(file, row, row.cells.size()) + ": the row is cut off.");
            if (trim(row.cells[column]) == "1") ranks.push_back(choice);
        }
        TRY(book.add(std::move(ranks), place(file, row, choices_begin)));
    }
    return {};
}

}  // namespace wallchart::tally
