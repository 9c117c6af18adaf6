#pragma once
// Reads a line of plain English word by word: what the parsers of rules and meeting patterns share.

#include "core/clock.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::decision {

/// A fraction as it was written: 2/3, 60/100.
struct Fraction {
    int numerator = 0;
    int denominator = 1;
};

/// The words of a text in lower case. "," ";" ":" "%" "(" and ")" stand alone; "2/3", "15th" and
/// "2026-05-06" are one word.
class Words {
public:
    explicit Words(std::string_view text);

    bool done() const { return m_at == m_words.size(); }
    /// The next word; empty at the end.
    std::string_view next() const { return done() ? std::string_view() : std::string_view(m_words[m_at]); }
    void skip() { ++m_at; }
    std::size_t position() const { return m_at; }
    void go_back(std::size_t position) { m_at = position; }

    /// Takes these words ("of votes cast") if they come next.
    bool take(std::string_view words);
    /// Takes the first of these that comes next.
    bool take_any(std::initializer_list<std::string_view> choices);
    /// A whole number below a hundred million, in digits or in words up to twelve.
    std::optional<int> take_number();
    /// "2/3", "two thirds", "60 %", "66.7 percent", "half".
    std::optional<Fraction> take_fraction();
    /// "2026-05-06".
    std::optional<Date> take_date();

private:
    std::vector<std::string> m_words;
    std::size_t m_at = 0;
};

/// "2/3", or "60 %" where the denominator is 100, 1000 ("66.7 %") or 10,000.
std::string print_fraction(Fraction fraction);

}  // namespace wallchart::decision
