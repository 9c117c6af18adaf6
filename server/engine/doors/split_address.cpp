#include "engine/doors/split_address.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::doors {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 6> unit_words{"apt", "unit", "suite", "ste", "apartment", "flat"};

void take_unit(Door& door) {
    auto mark = door.street.rfind('#');
    if (mark != std::string::npos && mark > 0) {
        door.unit = trim(std::string_view(door.street).substr(mark + 1));
        door.street = trim(std::string_view(door.street).substr(0, mark));
    }
    auto words = split(door.street, ' ');
    for (std::size_t at = words.size(); at-- > 1;) {
        auto word = to_lower_ascii(words[at]);
        while (!word.empty() && (word.back() == '.' || word.back() == ','))
            word.pop_back();
        if (std::ranges::find(unit_words, word) == unit_words.end()) continue;
        auto begin = static_cast<std::size_t>(words[at].data() - door.street.data());
        if (door.unit.empty())
            door.unit = trim(std::string_view(door.street).substr(begin + words[at].size()));
        door.street = trim(std::string_view(door.street).substr(0, begin));
        break;
    }
    while (!door.street.empty() && (door.street.back() == ',' || door.street.back() == ' '))
        door.street.pop_back();
}

}  // namespace

void split_address(Door& door) {
    if (door.street.empty()) return;
    if (door.unit.empty()) take_unit(door);
    if (!door.house_number.empty() || !digit(door.street.front())) return;
    auto blank = door.street.find(' ');
    if (blank == std::string::npos) return;
    auto first = std::string_view(door.street).substr(0, blank);
    // "42nd Street" begins with no house number: two letters or more follow its digits.
    auto digits = std::min(first.find_first_not_of("0123456789"), first.size());
    auto rest = first.substr(digits);
    bool number = rest.size() <= 1 || rest.front() == '-' || rest.front() == '/';
    if (!number) return;
    door.house_number = first;
    door.street = trim(std::string_view(door.street).substr(blank + 1));
}

}  // namespace wallchart::doors
