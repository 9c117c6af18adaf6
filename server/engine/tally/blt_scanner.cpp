#include "engine/tally/blt_scanner.h"

#include "core/text.h"

namespace wallchart::tally {
namespace {

constexpr std::size_t word_limit = 1000;

std::unexpected<Error> wrong_encoding(Place place) {
    return fault_at(place, "this is not UTF-8 text. Save the file as UTF-8.", ErrorKind::unsupported);
}

}  // namespace

Result<void> BltScanner::skip_byte_order_mark() {
    int first = m_source.peek();
    if (first == 0xff || first == 0xfe) return wrong_encoding(m_source.place());
    if (first != 0xef) return {};
    m_source.skip();
    if (m_source.next() != 0xbb || m_source.next() != 0xbf) return wrong_encoding({});
    return {};
}

Result<void> BltScanner::skip_blanks(Lines lines) {
    while (true) {
        int byte = m_source.peek();
        if (is_blank(byte) || (byte == '\n' && lines == Lines::pass)) {
            m_source.skip();
        } else if (byte == '#') {
            while (m_source.peek() != '\n' && m_source.peek() != TextSource::end)
                m_source.skip();
        } else if (byte == '/') {
            auto place = m_source.place();
            m_source.skip();
            if (m_source.peek() != '*') return fault_at(place, "a \"/\" is not expected here.");
            TRY(skip_long_comment(place));
        } else {
            return {};
        }
    }
}

Result<void> BltScanner::skip_long_comment(Place began) {
    m_source.skip();
    for (int before = 0, byte = m_source.next();; before = byte, byte = m_source.next()) {
        if (byte == TextSource::end) return fault_at(began, "this comment is not closed by */.");
        if (before == '*' && byte == '/') return {};
    }
}

Result<std::int64_t> BltScanner::read_number(std::string_view what) {
    TRY(skip_blanks(Lines::pass));
    auto place = m_source.place();
    bool negative = m_source.peek() == '-';
    if (negative) m_source.skip();
    if (!is_digit(m_source.peek())) return unexpected(place, what);
    std::int64_t number = 0;
    while (is_digit(m_source.peek())) {
        number = number * 10 + (m_source.next() - '0');
        if (number > votes_limit) return fault_at(place, "this number is too large.");
    }
    int after = m_source.peek();
    if (after != TextSource::end && !is_blank(after) && after != '\n' && after != '#' && after != '=' &&
        after != '/')
        return fault_at(place, std::string(what) + " must be a whole number.");
    return negative ? -number : number;
}

std::unexpected<Error> BltScanner::unexpected(Place place, std::string_view what) {
    int byte = m_source.peek();
    if (byte == TextSource::end)
        return fault_at(place, "the file ends where " + std::string(what) + " is expected: it is cut off.");
    if (byte == 0) return fault_at(place, "this is not a text: a zero byte.", ErrorKind::unsupported);
    std::string shown = byte > 32 && byte < 127 ? std::string{'"', static_cast<char>(byte), '"'} : "this";
    return fault_at(place, shown + " stands where " + std::string(what) + " is expected.");
}

std::string BltScanner::read_word() {
    std::string word;
    for (int byte = m_source.peek(); word.size() < word_limit; byte = m_source.peek()) {
        bool part = is_digit(byte) || byte == '_' || byte == '.' || byte >= 128 || (byte | 32) >= 'a';
        if (!part || (byte < 128 && (byte | 32) > 'z')) break;
        word += static_cast<char>(m_source.next());
    }
    return word;
}

Result<std::string> BltScanner::read_text() {
    auto place = m_source.place();
    std::string text;
    bool quoted = m_source.peek() == '"';
    if (quoted) m_source.skip();
    while (true) {
        int byte = m_source.peek();
        if (byte == 0)
            return fault_at(m_source.place(), "this is not a text: a zero byte.", ErrorKind::unsupported);
        if (quoted && (byte == TextSource::end || byte == '\n'))
            return fault_at(place, "this name is not closed by a quote: the file is cut off.");
        if (byte == TextSource::end || byte == '\n') break;
        m_source.skip();
        if (quoted && byte == '\\' && m_source.peek() == '"') {
            text += '"';
            m_source.skip();
        } else if (quoted && byte == '"') {
            if (m_source.peek() != '"') break;
            text += '"';
            m_source.skip();
        } else {
            text += static_cast<char>(byte);
        }
        if (text.size() > word_limit) return fault_at(place, "this name is longer than 1,000 bytes.");
    }
    if (!is_utf8(text)) return wrong_encoding(place);
    return std::string(trim(text));
}

}  // namespace wallchart::tally
