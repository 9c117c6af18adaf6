#include "engine/doors/units.h"

#include "engine/linkage/read_address.h"

#include <algorithm>
#include <compare>
#include <string>
#include <utility>

namespace wallchart::doors {
namespace {

constexpr int itself = -2, basement = -1, penthouse = 10'000;

/// In the order in which units of a floor are walked.
struct UnitPlace {
    int floor = 0;
    std::string before;  // its number
    int number = 0;
    std::string after;
    friend auto operator<=>(const UnitPlace&, const UnitPlace&) = default;
};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

UnitPlace place_of_unit(std::string_view unit) {
    UnitPlace place;
    std::string text = linkage::read_unit(unit);
    std::erase(text, ' ');
    std::size_t at = 0;
    while (at < text.size() && !is_digit(text[at]))
        place.before += text[at++];
    std::size_t digits = 0;
    while (at < text.size() && is_digit(text[at]) && digits < 6) {
        place.number = place.number * 10 + (text[at++] - '0');
        ++digits;
    }
    place.after = text.substr(at);
    const auto& word = place.before;
    if (text.empty())
        place.floor = itself;
    else if (word.starts_with("bsmt") || word.starts_with("base") || word.starts_with("low") || word == "ll")
        place.floor = basement;
    else if (word.starts_with("ph") || word.starts_with("pent"))
        place.floor = penthouse;
    else if (digits >= 3)
        place.floor = place.number / 100;  // 204 is on the second floor
    else if (digits > 0 && !place.after.empty() && word.empty())
        place.floor = place.number;  // so is 2B
    return place;
}

}  // namespace

std::vector<WalkedUnit> floor_by_floor(std::span<const std::string_view> units) {
    std::vector<std::pair<UnitPlace, std::size_t>> places;
    places.reserve(units.size());
    for (auto unit : units)
        places.emplace_back(place_of_unit(unit), places.size());
    std::ranges::sort(places);
    std::vector<WalkedUnit> walked;
    walked.reserve(units.size());
    for (const auto& [place, at] : places)
        walked.push_back({at, place.floor});
    return walked;
}

int number_of_house(std::string_view text) {
    int number = 0;
    for (char letter : text) {
        if (is_digit(letter) && number < 10'000'000)
            number = number * 10 + (letter - '0');
        else if (letter != '-' && number > 0)
            break;
    }
    return number;
}

}  // namespace wallchart::doors
