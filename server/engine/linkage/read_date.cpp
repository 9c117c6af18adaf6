#include "engine/linkage/read_date.h"

#include "core/text.h"

#include <array>

namespace wallchart::linkage {
namespace {

/// 1 to 12 by the beginning of an English or Spanish name; 0 if it is none.
int month_named(std::string_view word) {
    static constexpr std::array<std::string_view, 12> english{"jan", "feb", "mar", "apr", "may", "jun",
                                                              "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3) return 0;
    auto start = word.substr(0, 3);
    for (std::size_t at = 0; at < english.size(); ++at)
        if (start == english[at]) return static_cast<int>(at) + 1;
    return start == "ene" ? 1 : start == "abr" ? 4 : start == "ago" ? 8 : start == "dic" ? 12 : 0;
}

bool is_year(int number) {
    return number >= 1000 && number <= 2999;
}

/// Two digits of a year: nobody on a list is born in the future.
int whole_year(int number) {
    return number >= 1000 ? number : number > 26 ? 1900 + number : 2000 + number;
}

Birth birth_of(int year, int month, int day) {
    return {static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month),
            static_cast<std::uint8_t>(day)};
}

}  // namespace

int read_number(std::string_view text, int limit) {
    text = trim(text);
    if (text.ends_with(".0")) text.remove_suffix(2);
    if (auto month = month_named(fold(text)); month != 0 && limit == 12) return month;
    int number = 0;
    if (text.empty() || text.size() > 4) return 0;
    for (char c : text) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + (c - '0');
    }
    return number <= limit ? number : 0;
}

Birth read_birth(std::string_view text) {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
    int named = 0;
    auto folded = fold(text);
    // A time of day after the date says nothing.
    if (auto end = folded.find_first_of("t:", 8); end != std::string::npos && folded.size() > 10)
        if (folded[end] == 't' || folded.rfind(' ', end) != std::string::npos)
            folded.resize(folded[end] == 't' && folded[end - 1] >= '0' && folded[end - 1] <= '9' ? end
                          : folded[end] == ':' ? folded.rfind(' ', end)
                                               : folded.size());
    std::string_view rest = folded;
    while (!rest.empty() && count < 3) {
        char c = rest.front();
        std::size_t length = 1;
        if (c >= '0' && c <= '9') {
            length = std::min(rest.find_first_not_of("0123456789"), rest.size());
            if (length == 8 && count == 0) {
                auto number = [&](std::size_t from, std::size_t size) {
                    int value = 0;
                    for (char digit : rest.substr(from, size))
                        value = value * 10 + (digit - '0');
                    return value;
                };
                bool year_last = number(0, 2) <= 31 && number(2, 2) <= 31 && is_year(number(4, 4));
                if (int year = number(0, 4); is_year(year) && (number(4, 2) <= 12 || !year_last))
                    return birth_of(year, number(4, 2), number(6, 2));
                if (int year = number(4, 4); is_year(year)) return birth_of(year, number(0, 2), number(2, 2));
                return {};
            }
            if (length > 4) return {};
            int value = 0;
            for (char digit : rest.substr(0, length))
                value = value * 10 + (digit - '0');
            numbers[count] = value;
            digits[count++] = length;
        } else if (c >= 'a' && c <= 'z') {
            length = std::min(rest.find_first_of("0123456789 -/,."), rest.size());
            if (auto month = month_named(rest.substr(0, length)); month != 0) named = month;
        }
        rest.remove_prefix(length);
    }
    if (named != 0) {
        if (count == 1)
            return is_year(numbers[0]) ? birth_of(numbers[0], named, 0)
                                       : birth_of(0, named, numbers[0] % 100);
        if (count == 2)
            return digits[0] == 4 ? birth_of(numbers[0], named, numbers[1] % 100)
                                  : birth_of(whole_year(numbers[1]), named, numbers[0] % 100);
        return {};
    }
    if (count == 1) return is_year(numbers[0]) ? birth_of(numbers[0], 0, 0) : Birth{};
    if (count == 2) {
        if (digits[0] == 4 && is_year(numbers[0])) return birth_of(numbers[0], numbers[1] % 100, 0);
        if (digits[1] == 4 && is_year(numbers[1])) return birth_of(numbers[1], numbers[0] % 100, 0);
        return {};
    }
    if (count < 3) return {};
    if (digits[0] == 4)
        return is_year(numbers[0]) ? birth_of(numbers[0], numbers[1] % 100, numbers[2] % 100) : Birth{};
    int year = whole_year(numbers[2]);
    if (numbers[0] > 12 && numbers[1] <= 12) return birth_of(year, numbers[1], numbers[0] % 100);
    return birth_of(year, numbers[0] % 100, numbers[1] % 100);
}

}  // namespace wallchart::linkage
