#pragma once
// Words and numbers of the literature's files, read line by line.

#include "core/text.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace wallchart::route {

/// The words of a line, parted by blanks.
inline std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    auto blank = [&](std::size_t place) {
        return line[place] == ' ' || line[place] == '\t' || line[place] == '\r';
    };
    while (at < line.size()) {
        while (at < line.size() && blank(at))
            ++at;
        auto from = at;
        while (at < line.size() && !blank(at))
            ++at;
        if (at > from) words.push_back(line.substr(from, at - from));
    }
    return words;
}

/// A number in [-limit, limit], all of the word; nothing for anything else. Places within the usual limit are
/// no farther apart than 32 bits can say.
inline std::optional<double> number_of(std::string_view word, double limit = 5e8) {
    if (word.starts_with('+')) word.remove_prefix(1);
    double value = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value))
        return std::nullopt;
    if (std::abs(value) > limit) return std::nullopt;
    return value;
}

/// A whole number in [0, limit]; nothing for anything else.
inline std::optional<std::int64_t> count_of(std::string_view word, double limit = 5e8) {
    auto value = number_of(word, limit);
    if (!value || *value < 0 || *value != std::floor(*value)) return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

/// The lines of a text, one after the other, counted from 1.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}
    bool next(std::string_view& line) {
        if (m_rest.empty()) return false;
        auto end = m_rest.find('\n');
        line = trim(m_rest.substr(0, end));
        m_rest = end == std::string_view::npos ? std::string_view{} : m_rest.substr(end + 1);
        ++m_number;
        return true;
    }
    int number() const { return m_number; }

private:
    std::string_view m_rest;
    int m_number = 0;
};

}  // namespace wallchart::route
