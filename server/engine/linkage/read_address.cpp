#include "engine/linkage/read_address.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace wallchart::linkage {
namespace {

/// Words of streets and their short forms, as post offices write them: each line a short form, then the rest.
constexpr std::string_view street_words = R"(
aly alley
ave avenue av avenida avda
blvd boulevard boul bulevar
br branch
cir circle circ
cct circuit
cl close
cres crescent cresent cr
ct court crt
cv cove
dr drive drv
est estate estates
expy expressway
ext extension
fwy freeway
gdns gardens garden gdn
gr grove grv
hts heights
hwy highway
jct junction
ldg lodge
ln lane
lp loop
mnr manor
mt mount
mtn mountain
pde parade
pkwy parkway pky pkway
pl place
plz plaza
pt point
rd road
rdg ridge
rte route
sq square
st street str saint
sta station
ter terrace terr tce
trl trail
tpke turnpike
vly valley
vw view
wy way
n north
s south
e east
w west
ne northeast
nw northwest
se southeast
sw southwest
c calle
cam camino
)";

constexpr std::array<std::string_view, 17> unit_words{
    "apartment", "apt",   "bldg", "building", "flat",  "floor", "fl",   "lot", "rm",
    "room",      "space", "spc",  "ste",      "suite", "trlr",  "unit", "num"};

bool is_unit_word(std::string_view word) {
    return std::ranges::find(unit_words, word) != unit_words.end();
}

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view short_street_word(std::string_view word) {
    static const auto known = [] {
        std::unordered_map<std::string_view, std::string_view> all;
        for (auto line : split(street_words, '\n')) {
            auto words = split(line, ' ');
            for (auto each : words)
                if (!each.empty()) all.emplace(each, words.front());
        }
        return all;
    }();
    auto found = known.find(word);
    return found == known.end() ? word : found->second;
}

void append(std::string& text, std::string_view word) {
    if (!text.empty()) text += ' ';
    text += word;
}

/// The number, street and unit of one line.
void read_line(std::string_view line, AddressParts& parts) {
    // "#4" is a unit, "4-B" and "12/5" are one word each.
    auto plain = plain_words(replace_all(std::string(line), "#", " unit "));
    auto words = split(plain, ' ');
    bool in_unit = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto word = words[at];
        if (word.empty()) continue;
        if (at > 0 && is_unit_word(word) && at + 1 < words.size() && !parts.street.empty()) {
            in_unit = true;
        } else if (in_unit) {
            if (!is_unit_word(word)) append(parts.unit, word);
        } else if (parts.number.empty() && parts.street.empty() && has_digit(word) && words.size() > 1) {
            parts.number = word;
        } else {
            append(parts.street, short_street_word(word));
        }
    }
    // "PO Box 12", "12th": the number may come last or be all there is.
    if (parts.number.empty() && parts.street.starts_with("po box ")) {
        parts.number = parts.street.substr(7);
        parts.street = "po box";
    }
}

bool is_postal_code(std::string_view word) {
    return word.size() >= 4 && word.size() <= 10 && word.front() >= '0' && word.front() <= '9' &&
           std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

/// "Omaha", "NE 68102", "Omaha NE 68102": what stands after the street.
void read_rest(std::string_view text, AddressParts& parts) {
    auto squeezed = squeeze(text);
    auto words = split(squeezed, ' ');
    if (!words.empty() && is_postal_code(words.back())) {
        parts.postal_code = words.back();
        words.pop_back();
    }
    if (!words.empty() && words.back().size() == 2 && parts.state.empty()) {
        parts.state = words.back();
        words.pop_back();
    }
    for (auto word : words)
        append(parts.city, word);
}

}  // namespace

std::string plain_words(std::string_view text) {
    std::string words;
    for (char c : fold(text)) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '.') continue;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) {
            words.push_back(c);
        } else if (!words.empty() && words.back() != ' ') {
            words.push_back(' ');
        }
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

AddressParts read_address(std::string_view text) {
    AddressParts parts;
    auto pieces = split(text, ',');
    read_line(pieces.front(), parts);
    for (std::size_t at = 1; at < pieces.size(); ++at) {
        auto piece = trim(pieces[at]);
        auto plain = plain_words(replace_all(std::string(piece), "#", "unit "));
        auto first = std::string_view(plain).substr(0, plain.find(' '));
        if (piece.empty()) continue;
        if (parts.street.empty() && parts.city.empty()) {
            read_line(piece, parts);
        } else if (is_unit_word(first) && parts.unit.empty()) {
            parts.unit = read_unit(piece);
        } else {
            read_rest(piece, parts);
        }
    }
    return parts;
}

std::string read_unit(std::string_view text) {
    std::string unit;
    auto plain = plain_words(replace_all(std::string(text), "#", " "));
    for (auto word : split(plain, ' '))
        if (!is_unit_word(word)) append(unit, word);
    return unit;
}

std::string read_city(std::string_view text) {
    std::string city;
    auto plain = plain_words(text);
    for (auto word : split(plain, ' ')) {
        auto shorter = word == "saint" ? "st" : word == "fort" ? "ft" : word == "mount" ? "mt" : word;
        append(city, shorter);
    }
    return city;
}

std::string read_postal_code(std::string_view text) {
    text = trim(text);
    if (text.ends_with(".0")) text.remove_suffix(2);
    std::string code;
    for (char c : text) {
        if (c == '-' && code.size() == 5) break;  // ZIP+4
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) code.push_back(c);
    }
    if (code.size() == 9 && code.find_first_not_of("0123456789") == std::string::npos) code.resize(5);
    code.erase(0, std::min(code.find_first_not_of('0'), code.size()));
    return code;
}

}  // namespace wallchart::linkage
