#include "core/csv.h"

#include "core/text.h"
#include "targets.h"

namespace wallchart::fuzz {

void try_csv(std::string_view input) {
    auto reader = CsvReader::over(std::string(input));
    if (!reader) return;
    CsvRow row;
    std::uint64_t line = 0;
    while (reader->next(row)) {
        require(row.line > line, "rows come in the order of their lines");
        line = row.line;
        require(reader->position() <= reader->size(), "no more is read than there is");
        if (!row.fault.empty()) continue;
        require(row.cells.size() <= CsvReader::column_limit, "the limit of columns holds");
        for (auto cell : row.cells) {
            require(is_utf8(cell), "cells are UTF-8");
            require(cell.find('\0') == std::string_view::npos, "no NUL comes through");
        }
        // What is written of them is one row again.
        auto again = CsvReader::over("x,y\n" + csv_line(row.cells));
        require(again.has_value(), "what is written can be read");
        CsvRow read;
        require(again->next(read), "the header is there");
        bool blank = row.cells.size() == 1 && trim(row.cells.front()).empty();
        if (!again->next(read)) {
            require(blank, "only a blank row is passed over");
        } else {
            require(!read.fault.empty() || read.cells.size() == row.cells.size(), "no cell is added or lost");
        }
    }
    require(!reader->next(row), "the end stays the end");
}

}  // namespace wallchart::fuzz
