#include "engine/linkage/compare_values.h"

#include <array>
#include <cstdlib>

namespace wallchart::linkage {
namespace {

/// Days from the beginning of the calendar, near enough to compare two dates.
int day_number(Birth birth) {
    return birth.year * 365 + birth.year / 4 + (birth.month * 306 - 9) / 10 + birth.day;
}

std::array<char, 8> digits_of(Birth birth) {
    auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    return {digit(birth.year / 1000), digit(birth.year / 100), digit(birth.year / 10), digit(birth.year),
            digit(birth.month / 10),  digit(birth.month),      digit(birth.day / 10),  digit(birth.day)};
}

/// One digit is another, or two neighbours are swapped.
bool one_slip(Birth a, Birth b) {
    auto x = digits_of(a);
    auto y = digits_of(b);
    std::array<std::size_t, 3> where{};
    std::size_t count = 0;
    for (std::size_t at = 0; at < x.size(); ++at) {
        if (x[at] == y[at]) continue;
        if (count == 2) return false;
        where[count++] = at;
    }
    if (count == 1) return true;
    return count == 2 && where[1] == where[0] + 1 && x[where[0]] == y[where[1]] && x[where[1]] == y[where[0]];
}

}  // namespace

int compare_births(Birth a, Birth b) {
    if (a == b && a.complete()) return 1;
    if (a.complete() && b.complete()) {
        if (a.year == b.year && a.month == b.day && a.day == b.month) return 2;
        if (one_slip(a, b)) return 3;
        int equal = (a.year == b.year) + (a.month == b.month) + (a.day == b.day);
        if (equal == 2) return 4;
        int days = std::abs(day_number(a) - day_number(b));
        if (days <= 45) return 5;
        if (std::abs(a.year - b.year) <= 1) return 6;
        return days < 3653 ? 7 : 8;
    }
    auto agree = [](int x, int y) { return x == 0 || y == 0 || x == y; };
    if (!agree(a.year, b.year) || !agree(a.month, b.month) || !agree(a.day, b.day)) return 12;
    bool year = a.year != 0 && b.year != 0;
    bool month = a.month != 0 && b.month != 0;
    if (year) return month ? 9 : 10;
    return month ? 11 : 0;
}

}  // namespace wallchart::linkage
