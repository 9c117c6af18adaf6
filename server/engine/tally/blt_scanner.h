#pragma once
// The words of a BLT file: numbers, names, comments, and where each stands.

#include "engine/tally/text_source.h"

#include <string>
#include <string_view>

namespace wallchart::tally {

/// Whether blanks may run over the ends of lines.
enum class Lines : std::uint8_t { stay, pass };

class BltScanner {
public:
    explicit BltScanner(const ReadBytes& read) : m_source(read) {}

    int peek() { return m_source.peek(); }
    int next() { return m_source.next(); }
    void skip() { m_source.skip(); }
    Place place() const { return m_source.place(); }

    /// Passes the mark of UTF-8. Errors: unsupported (that of another encoding).
    Result<void> skip_byte_order_mark();
    /// Passes blanks and comments. Errors: invalid (a comment that is not closed).
    Result<void> skip_blanks(Lines lines);
    /// A whole number, after blanks and line ends. Errors: invalid, saying that `what` was expected.
    Result<std::int64_t> read_number(std::string_view what);
    /// A short name, or nothing.
    std::string read_word();
    /// A name or the title: quoted, or the rest of the line. Errors: invalid, unsupported (not UTF-8).
    Result<std::string> read_text();
    /// What stands here is not `what`; or nothing does.
    std::unexpected<Error> unexpected(Place place, std::string_view what);

private:
    Result<void> skip_long_comment(Place began);

    TextSource m_source;
};

inline bool is_digit(int byte) {
    return byte >= '0' && byte <= '9';
}
inline bool is_blank(int byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == ',';
}

}  // namespace wallchart::tally
