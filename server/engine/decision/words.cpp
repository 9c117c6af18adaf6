#include "engine/decision/words.h"

#include "core/text.h"

#include <charconv>

namespace wallchart::decision {
namespace {

constexpr int number_limit = 100'000'000;

std::optional<int> digits(std::string_view text) {
    // "1,200" and "1200" are the same number.
    std::string plain;
    for (char c : text)
        if (c != ',') plain.push_back(c);
    int value = 0;
    auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (plain.empty() || error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
    if (value < 0 || value >= number_limit) return std::nullopt;
    return value;
}

std::optional<int> number_in_words(std::string_view text) {
    static constexpr std::array<std::string_view, 13> names{"zero", "one",    "two",   "three", "four",
                                                            "five", "six",    "seven", "eight", "nine",
                                                            "ten",  "eleven", "twelve"};
    auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<int>(found - names.begin());
}

std::optional<int> denominator_in_words(std::string_view text) {
    if (text == "third" || text == "thirds") return 3;
    if (text == "quarter" || text == "quarters" || text == "fourth" || text == "fourths") return 4;
    if (text == "fifth" || text == "fifths") return 5;
    if (text == "tenth" || text == "tenths") return 10;
    return std::nullopt;
}

/// "66.7" as 667/1000.
std::optional<Fraction> percent(std::string_view text) {
    auto point = text.find('.');
    auto whole = digits(text.substr(0, point));
    if (!whole || *whole > 1000) return std::nullopt;
    if (point == std::string_view::npos) return Fraction{*whole, 100};
    auto rest = text.substr(point + 1);
    auto part = digits(rest);
    if (!part || rest.size() > 2) return std::nullopt;
    int scale = rest.size() == 1 ? 10 : 100;
    return Fraction{*whole * scale + *part, 100 * scale};
}

bool is_thousands_comma(std::string_view text, std::size_t at) {
    auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    return at > 0 && is_digit(at - 1) && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) &&
           !is_digit(at + 4);
}

}  // namespace

Words::Words(std::string_view text) {
    std::string word;
    auto end_word = [&] {
        if (!word.empty()) m_words.push_back(std::move(word));
        word.clear();
    };
    auto lower = fold(text);
    for (std::size_t at = 0; at < lower.size(); ++at) {
        char c = lower[at];
        if (c == ' ') {
            end_word();
        } else if (std::string_view(",;:%()").contains(c) && !(c == ',' && is_thousands_comma(lower, at))) {
            end_word();
            m_words.emplace_back(1, c);
        } else {
            word.push_back(c);
        }
    }
    end_word();
}

bool Words::take(std::string_view words) {
    auto at = m_at;
    for (auto word : split(words, ' ')) {
        if (at == m_words.size() || m_words[at] != word) return false;
        ++at;
    }
    m_at = at;
    return true;
}

bool Words::take_any(std::initializer_list<std::string_view> choices) {
    return std::ranges::any_of(choices, [&](auto choice) { return take(choice); });
}

std::optional<int> Words::take_number() {
    if (done()) return std::nullopt;
    auto number = digits(next());
    if (!number) number = number_in_words(next());
    if (number) skip();
    return number;
}

std::optional<Fraction> Words::take_fraction() {
    if (done()) return std::nullopt;
    auto start = m_at;
    if (take_any({"half", "one half", "one-half", "a half"})) return Fraction{1, 2};
    std::string_view word = next();
    if (auto slash = word.find('/'); slash != std::string_view::npos) {
        auto over = digits(word.substr(0, slash));
        auto under = digits(word.substr(slash + 1));
        if (!over || !under) return std::nullopt;
        skip();
        return Fraction{*over, *under};
    }
    if (auto hyphen = word.find('-'); hyphen != std::string_view::npos) {
        auto over = number_in_words(word.substr(0, hyphen));
        auto under = denominator_in_words(word.substr(hyphen + 1));
        if (!over || !under) return std::nullopt;
        skip();
        return Fraction{*over, *under};
    }
    auto share = percent(word);
    auto over = number_in_words(word);
    skip();
    if (share && take_any({"%", "percent", "per cent"})) return share;
    if (over) {
        if (auto under = denominator_in_words(next())) {
            skip();
            return Fraction{*over, *under};
        }
    }
    m_at = start;
    return std::nullopt;
}

std::optional<Date> Words::take_date() {
    auto date = parse_date(next());
    if (date) skip();
    return date;
}

std::string print_fraction(Fraction fraction) {
    auto [over, under] = fraction;
    if (under != 100 && under != 1000 && under != 10'000)
        return std::to_string(over) + "/" + std::to_string(under);
    auto scale = under / 100;
    auto text = std::to_string(over / scale);
    if (scale > 1) {
        auto rest = std::to_string(over % scale);
        auto width = scale == 10 ? 1U : 2U;
        text += "." + std::string(width - rest.size(), '0') + rest;
    }
    return text + " %";
}

}  // namespace wallchart::decision
