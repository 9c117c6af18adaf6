#pragma once
// Delimited text as people save it: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252.

#include "core/result.h"

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class Encoding : std::uint8_t { utf8, utf16_little_endian, utf16_big_endian, windows_1252 };
std::string_view name_of(Encoding encoding);

/// A row of a file. `line` counts from 1 and is that on which the row begins.
struct CsvRow {
    std::vector<std::string_view> cells;  ///< UTF-8, valid until the next call
    std::uint64_t line = 0;
    /// What is wrong with this row alone (a NUL byte, a quote that never closes, a cell over the limit);
    /// empty when it can be used.
    std::string_view fault;
};

/// Reads a delimited file row by row in bounded memory. A quote opened and not closed ends at the end of
/// its line, so that one bad row does not swallow those after it, unless the quoted text closes within
/// `quoted_lines_limit` lines.
class CsvReader {
public:
    static constexpr std::size_t row_limit = std::size_t{1} << 20;  ///< bytes in a row
    static constexpr std::size_t column_limit = 1000;
    static constexpr int quoted_lines_limit = 200;

    /// Opens a file, finds its encoding (byte order mark, else UTF-8 if all of it is valid, else
    /// Windows-1252) and its separator (the one that splits the first line most).
    /// Errors: not_found, unsupported (a ZIP or other binary file).
    static Result<CsvReader> open(const std::string& path);
    /// The same over text already in memory.
    static Result<CsvReader> over(std::string text);

    /// The next row that is not blank; false at the end.
    bool next(CsvRow& row);

    Encoding encoding() const { return m_encoding; }
    char separator() const { return m_separator; }
    std::uint64_t size() const { return m_size; }          ///< bytes of the file
    std::uint64_t position() const { return m_position; }  ///< bytes of it read so far

private:
    CsvReader() = default;
    Result<void> detect();
    bool fill();
    std::size_t read_bytes(char* into, std::size_t limit);
    void rewind();
    bool parse_row(CsvRow& row);

    std::ifstream m_file;
    std::string m_memory;
    bool m_in_memory = false;
    std::uint64_t m_size = 0;
    std::uint64_t m_position = 0;
    Encoding m_encoding = Encoding::utf8;
    char m_separator = ',';
    std::string m_carry;   // bytes of a character that the last read cut in two
    std::string m_buffer;  // decoded text; consumed up to m_at
    std::size_t m_at = 0;
    bool m_ended = false;
    std::uint64_t m_line = 1;
    std::string m_cells;              // the cells of the current row, end to end
    std::vector<std::size_t> m_ends;  // where each of them ends in m_cells
};

/// One cell for a file that a spreadsheet will open: quoted where needed, and with a leading apostrophe
/// where the text would be run as a formula (=, +, -, @, tab, carriage return), unless it is a number.
std::string csv_cell(std::string_view text);
/// A whole line with its end (CR LF, RFC 4180).
std::string csv_line(const std::vector<std::string>& cells);
std::string csv_line(const std::vector<std::string_view>& cells);

}  // namespace wallchart
