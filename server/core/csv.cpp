#include "core/csv.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace wallchart {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

/// Windows-1252 bytes 0x80 to 0x9F; zero where the code page has no character.
constexpr std::array<std::uint16_t, 32> windows_1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_code_point(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        text.push_back(static_cast<char>(0xC0 | (c >> 6)));
        text.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        text.push_back(static_cast<char>(0xE0 | (c >> 12)));
        text.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        text.push_back(static_cast<char>(0xF0 | (c >> 18)));
        text.push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

void append_windows_1252(std::string& text, std::string_view bytes) {
    for (char c : bytes) {
        auto byte = static_cast<unsigned char>(c);
        std::uint32_t code = byte;
        if (byte >= 0x80 && byte <= 0x9F) code = windows_1252_high[byte - 0x80U];
        append_code_point(text, code == 0 && byte != 0 ? 0xFFFD : code);
    }
}

/// Appends whole UTF-16 characters and answers how many bytes they took; a lone surrogate becomes U+FFFD.
std::size_t append_utf16(std::string& text, std::string_view bytes, bool big_endian) {
    auto unit = [&](std::size_t at) {
        auto a = static_cast<unsigned char>(bytes[at]);
        auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(big_endian ? (a << 8) | b : (b << 8) | a);
    };
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        auto c = unit(at);
        if (c >= 0xD800 && c < 0xDC00) {
            if (at + 4 > bytes.size()) break;
            auto low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                append_code_point(text, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
                at += 4;
                continue;
            }
            c = 0xFFFD;
        } else if (c >= 0xDC00 && c < 0xE000) {
            c = 0xFFFD;
        }
        append_code_point(text, c);
        at += 2;
    }
    return at;
}

/// The bytes at the end of `text` that begin a UTF-8 character without ending it (0 to 3).
std::size_t unfinished_tail(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0) == 0x80) continue;
        std::size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return needed > back ? back : 0;
    }
    return 0;
}

/// Why a file that begins like this is no text; empty if it may be one. Nothing is ever unpacked: a small
/// file may hold a very large one.
std::string_view not_text(std::string_view head) {
    auto begins_with_one_of = [&](std::initializer_list<std::string_view> signatures) {
        return std::ranges::any_of(signatures, [&](std::string_view s) { return head.starts_with(s); });
    };
    if (begins_with_one_of({"PK\x03\x04", "PK\x05\x06", "PK\x07\x08", "\xD0\xCF\x11\xE0"}))
        return "This is a workbook or a ZIP, not text. Save the sheet as CSV (comma separated), or unpack "
               "the file, "
               "and try again.";
    if (begins_with_one_of({"\x1F\x8B", "BZh",
                            "\xFD"
                            "7zXZ",
                            "\x28\xB5\x2F\xFD", "7z\xBC\xAF", "Rar!"}))
        return "This file is compressed. Unpack it and try again.";
    if (begins_with_one_of({"%PDF", "\x89PNG", "SQLite format 3"}))
        return "This is not a text file. Save the sheet as CSV (comma separated) and try again.";
    return {};
}

char find_separator(std::string_view first_line) {
    char best = ',';
    std::ptrdiff_t most = 0;
    for (char candidate : {',', '\t', ';', '|'}) {
        bool quoted = false;
        std::ptrdiff_t count = 0;
        for (char c : first_line) {
            if (c == '"') quoted = !quoted;
            if (c == candidate && !quoted) ++count;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16_little_endian:
            return "UTF-16LE";
        case Encoding::utf16_big_endian:
            return "UTF-16BE";
        case Encoding::windows_1252:
            return "Windows-1252";
    }
    return "";
}

Result<CsvReader> CsvReader::open(const std::string& path) {
    CsvReader reader;
    reader.m_file.open(path, std::ios::binary);
    if (!reader.m_file) return failure(ErrorKind::not_found, "The file can't be opened: " + path);
    reader.m_file.seekg(0, std::ios::end);
    auto size = reader.m_file.tellg();
    if (size < 0) return failure(ErrorKind::unsupported, "This is not a regular file: " + path);
    reader.m_size = static_cast<std::uint64_t>(size);
    TRY(reader.detect());
    return reader;
}

Result<CsvReader> CsvReader::over(std::string text) {
    CsvReader reader;
    reader.m_memory = std::move(text);
    reader.m_in_memory = true;
    reader.m_size = reader.m_memory.size();
    TRY(reader.detect());
    return reader;
}

std::size_t CsvReader::read_bytes(char* into, std::size_t limit) {
    std::size_t count = 0;
    if (m_in_memory) {
        count = std::min<std::size_t>(limit, m_memory.size() - m_position);
        std::memcpy(into, m_memory.data() + m_position, count);
    } else {
        m_file.read(into, static_cast<std::streamsize>(limit));
        count = static_cast<std::size_t>(m_file.gcount());
    }
    m_position += count;
    return count;
}

void CsvReader::rewind() {
    m_position = 0;
    if (!m_in_memory) {
        m_file.clear();
        m_file.seekg(0);
    }
}

Result<void> CsvReader::detect() {
    rewind();
    std::string head(16, '\0');
    head.resize(read_bytes(head.data(), head.size()));
    rewind();
    if (auto reason = not_text(head); !reason.empty())
        return failure(ErrorKind::unsupported, std::string(reason));
    std::size_t mark = 0;
    if (head.starts_with("\xFF\xFE")) {
        m_encoding = Encoding::utf16_little_endian;
        mark = 2;
    } else if (head.starts_with("\xFE\xFF")) {
        m_encoding = Encoding::utf16_big_endian;
        mark = 2;
    } else {
        std::string bytes(chunk, '\0');
        std::string carry;
        bool valid = true;
        while (valid) {
            auto count = read_bytes(bytes.data(), chunk);
            if (count == 0) break;
            carry.append(bytes, 0, count);
            auto whole = carry.size() - unfinished_tail(carry);
            valid = is_utf8(std::string_view(carry).substr(0, whole));
            carry.erase(0, whole);
        }
        m_encoding = valid && carry.empty() ? Encoding::utf8 : Encoding::windows_1252;
        mark = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        rewind();
    }
    head.resize(mark);
    if (mark > 0) read_bytes(head.data(), mark);
    fill();
    std::string_view text = m_buffer;
    m_separator = find_separator(text.substr(0, text.find_first_of("\r\n")));
    return {};
}

/// Decodes another chunk behind what is not consumed yet; false when the file has no more.
bool CsvReader::fill() {
    // Always, as callers move their positions by it.
    if (m_at > 0) {
        m_buffer.erase(0, m_at);
        m_at = 0;
    }
    if (m_ended) return false;
    std::string bytes = std::move(m_carry);
    auto kept = bytes.size();
    bytes.resize(kept + chunk);
    auto count = read_bytes(bytes.data() + kept, chunk);
    bytes.resize(kept + count);
    m_carry.clear();
    m_ended = count == 0;
    switch (m_encoding) {
        case Encoding::utf8:
            m_buffer += bytes;
            break;
        case Encoding::windows_1252:
            append_windows_1252(m_buffer, bytes);
            break;
        case Encoding::utf16_little_endian:
        case Encoding::utf16_big_endian: {
            auto used = append_utf16(m_buffer, bytes, m_encoding == Encoding::utf16_big_endian);
            if (!m_ended) m_carry = bytes.substr(used);
            break;
        }
    }
    return count > 0;
}

bool CsvReader::next(CsvRow& row) {
    for (;;) {
        if (m_at >= m_buffer.size() && !fill()) return false;
        if (!parse_row(row)) return false;
        bool blank =
            row.fault.empty() && std::ranges::all_of(row.cells, [](auto cell) { return trim(cell).empty(); });
        if (!blank) return true;
    }
}

/// One row from m_at on. The text is scanned first to find the row's end, then split.
bool CsvReader::parse_row(CsvRow& row) {
    row.cells.clear();
    row.fault = {};
    row.line = m_line;
    m_cells.clear();
    m_ends.clear();

    enum class State : std::uint8_t { start, plain, quoted, closed } state = State::start;
    std::size_t at = m_at;
    std::size_t first_line_end = 0;  // where the row would end if its open quote were taken literally
    int lines = 0;
    bool literal_quotes = false;
    bool oversized = false;
    bool ended = false;
    while (!ended) {
        if (at == m_buffer.size()) {
            auto consumed = m_at;
            bool more = fill();
            at -= consumed;
            if (first_line_end > 0) first_line_end -= consumed;
            if (!more && at == m_buffer.size()) {
                if (state != State::quoted || first_line_end == 0) {
                    if (state == State::quoted) row.fault = "A quote is opened and never closed.";
                    break;
                }
            }
            if (at < m_buffer.size()) continue;
        }
        bool runaway = state == State::quoted && first_line_end > 0 &&
                       (lines > quoted_lines_limit || at - m_at > row_limit || at == m_buffer.size());
        if (runaway) {  // take the quote as a mere character and end the row at its first line
            row.fault = "A quote is opened and never closed.";
            literal_quotes = true;
            state = State::start;
            at = m_at;
            m_cells.clear();
            m_ends.clear();
            lines = 0;
            first_line_end = 0;
            continue;
        }
        if (state == State::quoted && first_line_end == 0 && at - m_at > row_limit) {
            // Whether the quote closes or not, this line is too long: the rest of it is passed over.
            oversized = true;
            literal_quotes = true;
            state = State::plain;
        }
        if (state != State::quoted &&
            at - m_at > 2 * row_limit) {  // too long to be used: let go of what was read
            oversized = true;
            m_at = at;
        }
        char c = m_buffer[at++];
        bool keep = m_cells.size() <= row_limit;
        if (state == State::quoted) {
            if (c == '"') {
                state = State::closed;
            } else {
                if (c == '\n') {
                    if (first_line_end == 0) first_line_end = at;
                    ++lines;
                }
                if (keep) m_cells.push_back(c);
            }
        } else if (c == m_separator) {
            if (m_ends.size() <= column_limit) m_ends.push_back(m_cells.size());
            state = State::start;
        } else if (c == '\n') {
            ended = true;
        } else if (c == '\r') {
            // Part of the line's end, or itself one in files from old systems.
            if (at == m_buffer.size()) {
                auto consumed = m_at;
                fill();
                at -= consumed;
            }
            if (at < m_buffer.size() && m_buffer[at] == '\n') ++at;
            ended = true;
        } else if (c == '"' && !literal_quotes && state == State::start) {
            state = State::quoted;
        } else if (c == '"' && state == State::closed) {
            if (keep) m_cells.push_back('"');
            state = State::quoted;
        } else {
            if (state == State::start) state = c == ' ' ? State::start : State::plain;
            if (keep) m_cells.push_back(c);
        }
    }
    m_ends.push_back(m_cells.size());
    m_line += static_cast<std::uint64_t>(lines) + 1;
    m_at = at;

    std::string_view cells = m_cells;
    std::size_t start = 0;
    for (auto end : m_ends) {
        row.cells.push_back(cells.substr(start, end - start));
        start = end;
    }
    if (oversized || m_cells.size() > row_limit) row.fault = "The row is longer than 1 MiB.";
    if (row.cells.size() > column_limit) row.fault = "The row has more than 1,000 columns.";
    if (row.fault.empty() && cells.find('\0') != std::string_view::npos)
        row.fault = "The row holds a NUL byte.";
    return true;
}

std::string csv_cell(std::string_view text) {
    bool number = !text.empty() && (text[0] == '-' || text[0] == '+') && text.size() > 1 &&
                  text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    bool formula =
        !text.empty() && !number && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    bool quoted = formula || text.find_first_of(",\"\r\n") != std::string_view::npos ||
                  text.starts_with(' ') || text.ends_with(' ');
    if (!quoted) return std::string(text);
    std::string cell = formula ? "\"'" : "\"";
    for (char c : text) {
        if (c == '"') cell.push_back('"');
        cell.push_back(c);
    }
    cell.push_back('"');
    return cell;
}

namespace {
template <class Cells>
std::string line_of(const Cells& cells) {
    std::string line;
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) line.push_back(',');
        first = false;
        line += csv_cell(cell);
    }
    return line + "\r\n";
}
}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    return line_of(cells);
}
std::string csv_line(const std::vector<std::string_view>& cells) {
    return line_of(cells);
}

}  // namespace wallchart
