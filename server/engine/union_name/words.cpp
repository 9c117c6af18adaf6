#include "engine/union_name/words.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::union_name {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// A run of letters or of digits.
struct Piece {
    std::size_t start = 0, size = 0;
    bool digits = false;
    Gap gap = Gap::none;
    bool hash = false, parenthesis = false;
};

/// Folded, without the apostrophes inside words; what cannot be text becomes blank.
std::string plain(std::string_view text) {
    text = text.substr(0, name_limit);
    std::string plain;
    plain.reserve(text.size());
    bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string folded;
    if (!ascii) {
        while (!text.empty() && !is_utf8(text))
            text.remove_suffix(1);
        folded = replace_all(fold(text), "\xE2\x80\x99", "'");
        folded = replace_all(std::move(folded), "\xE2\x80\x93", "-");
        folded = replace_all(std::move(folded), "\xE2\x80\x94", "-");
        folded = replace_all(std::move(folded), "\xC2\xBA", "o");
        text = folded;
    }
    for (char c : text) {
        if (c == '\'' || c == '`') continue;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        plain.push_back(static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c);
    }
    return plain;
}

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    pieces.reserve(24);
    Gap gap = Gap::none;
    bool hash = false;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        char c = text[at];
        if (is_letter(c) || is_digit(c)) {
            bool digits = is_digit(c);
            std::size_t end = at;
            while (end < text.size() && (digits ? is_digit(text[end]) : is_letter(text[end])))
                ++end;
            pieces.push_back({at, end - at, digits, gap, hash, depth > 0});
            gap = Gap::none;
            hash = false;
            at = end;
            continue;
        }
        Gap here = Gap::blank;
        if (c == '.') here = Gap::dot;
        if (c == '-' || c == '_') here = Gap::dash;
        if (c == '/' || c == '\\') here = Gap::slash;
        if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '|') here = Gap::comma;
        if (c == '(') ++depth;
        if (c == ')') depth = std::max(0, depth - 1);
        // A dash set off by blanks parts words as a comma does.
        bool spaced = (here == Gap::dash && gap == Gap::blank) || (here == Gap::blank && gap == Gap::dash);
        gap = spaced ? Gap::comma : std::max(gap, here);
        hash = hash || c == '#';
        ++at;
    }
    return pieces;
}

class Cutter {
public:
    Cutter(const Lexicon& lexicon, Words& words)
        : m_lexicon(lexicon), m_words(words), m_text(words.text), m_pieces(pieces_of(words.text)) {}

    void run() {
        for (m_at = 0; m_at < m_pieces.size();) {
            if (spelled_out() || spelled_number() || numbered()) continue;
            add_word(m_pieces[m_at], view(m_pieces[m_at]));
            ++m_at;
        }
    }

private:
    std::string_view view(const Piece& piece) const {
        return std::string_view(m_text).substr(piece.start, piece.size);
    }

    bool known(std::string_view word) const {
        auto id = m_lexicon.find_word(word);
        if (id == Lexicon::no_word) return false;
        const auto& meaning = m_lexicon.meaning(id);
        return meaning.short_name || meaning.role == Role::designator || meaning.role == Role::number_word;
    }

    Token& add(const Piece& piece, std::string_view raw) {
        Token token;
        token.raw = raw;
        token.gap = m_words.tokens.empty() ? Gap::none : piece.gap;
        token.hash = piece.hash;
        token.opens = piece.parenthesis;
        return m_words.tokens.emplace_back(token);
    }

    void add_word(const Piece& piece, std::string_view raw) {
        add(piece, raw).word = m_lexicon.find_word(raw);
    }

    /// Single letters with dots, blanks or slashes between: "U.A.", "U A W", "L.U.", "n/a", "a/w".
    bool spelled_out() {
        std::size_t end = m_at;
        std::string letters;
        bool dots_only = true;
        while (end < m_pieces.size() && !m_pieces[end].digits && m_pieces[end].size == 1) {
            if (end > m_at) {
                auto gap = m_pieces[end].gap;
                if (gap != Gap::dot && gap != Gap::blank && gap != Gap::slash) break;
                dots_only = dots_only && gap != Gap::blank;
            }
            letters.push_back(m_text[m_pieces[end].start]);
            ++end;
        }
        if (letters.size() < 2) return false;
        if (!dots_only && !known(letters)) return false;
        auto& token = add(m_pieces[m_at], view(m_pieces[m_at]));
        token.word = m_lexicon.find_word(letters);
        token.raw = std::string_view(m_text).substr(m_pieces[m_at].start,
                                                    m_pieces[end - 1].start + 1 - m_pieces[m_at].start);
        m_at = end;
        return true;
    }

    /// "Local One": a number in words, behind a kind of body.
    bool spelled_number() {
        constexpr std::array words{"one",   "two",   "three", "four", "five",   "six",
                                   "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
        if (m_words.tokens.empty() || m_pieces[m_at].digits) return false;
        auto found = std::ranges::find(words, view(m_pieces[m_at]));
        auto before = m_words.tokens.back().word;
        if (found == words.end() || before == Lexicon::no_word) return false;
        auto role = m_lexicon.meaning(before).role;
        if (role != Role::designator && role != Role::number_word) return false;
        auto& token = add(m_pieces[m_at], view(m_pieces[m_at]));
        token.number = static_cast<std::int32_t>(m_words.numbers.size());
        m_words.numbers.push_back({"", {std::to_string(found - words.begin() + 1)}, ""});
        ++m_at;
        return true;
    }

    bool joins(std::size_t piece, bool dash_too) const {
        return piece < m_pieces.size() &&
               (m_pieces[piece].gap == Gap::none || (dash_too && m_pieces[piece].gap == Gap::dash));
    }

    static std::string digits_of(std::string_view digits) {
        while (digits.size() > 1 && digits.front() == '0')
            digits.remove_prefix(1);
        return std::string(digits.substr(0, 12));
    }

    /// A number beginning here, with the letters that belong to it.
    bool numbered() {
        const auto& first = m_pieces[m_at];
        std::size_t at = m_at;
        Number number;
        if (!first.digits) {
            // "w38", "i-97": one or two letters (three if they touch) that mean nothing else.
            bool touches = joins(at + 1, false);
            if (at + 1 >= m_pieces.size() || !m_pieces[at + 1].digits || !joins(at + 1, first.size <= 2))
                return false;
            if (first.size > (touches ? 3u : 2u) || known(view(first))) return false;
            number.prefix = to_upper_ascii(view(first));
            ++at;
        }
        number.parts.push_back(digits_of(view(m_pieces[at])));
        ++at;
        while (joins(at, true) && m_pieces[at].digits && m_pieces[at].gap == Gap::dash) {
            number.parts.push_back(digits_of(view(m_pieces[at])));
            ++at;
        }
        if (at < m_pieces.size() && !m_pieces[at].digits) at += suffix(at, number);
        auto& token = add(first, view(first));
        const auto& last = m_pieces[at - 1];
        token.raw = std::string_view(m_text).substr(first.start, last.start + last.size - first.start);
        token.number = static_cast<std::int32_t>(m_words.numbers.size());
        // Some numbers are names ("32BJ").
        token.word = m_lexicon.find_word(number.text());
        m_words.numbers.push_back(std::move(number));
        m_at = at;
        return true;
    }

    bool abbreviates_a_union(std::string_view word) const {
        auto id = m_lexicon.find_word(word);
        return id != Lexicon::no_word && m_lexicon.meaning(id).short_name;
    }

    /// How many pieces after a number are its letters: "32bj", "12-a", "175 p,".
    std::size_t suffix(std::size_t at, Number& number) {
        const auto& piece = m_pieces[at];
        auto letters = view(piece);
        bool touches = piece.gap == Gap::none;
        bool ordinal = letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
        if (touches && ordinal) {
            number.suffix = "TH";
            return 1;
        }
        auto next_gap = at + 1 < m_pieces.size() ? m_pieces[at + 1].gap : Gap::comma;
        bool alone = next_gap == Gap::comma;
        bool takes = touches ? piece.size <= 3 && !abbreviates_a_union(letters)
                             : (piece.gap == Gap::dash && piece.size <= 2 && next_gap != Gap::none &&
                                !known(letters)) ||
                                   (piece.gap == Gap::blank && piece.size == 1 && alone && letters != "u");
        if (!takes) return 0;
        number.suffix = to_upper_ascii(letters);
        return 1;
    }

    const Lexicon& m_lexicon;
    Words& m_words;
    const std::string& m_text;
    std::vector<Piece> m_pieces;
    std::size_t m_at = 0;
};

}  // namespace

std::string Number::text() const {
    std::string text = prefix;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text.push_back('-');
        text += parts[i];
    }
    return text + suffix;
}

void cut(const Lexicon& lexicon, std::string_view text, Words& words) {
    words.text = plain(text);
    words.tokens.reserve(24);
    Cutter(lexicon, words).run();
}

}  // namespace wallchart::union_name
