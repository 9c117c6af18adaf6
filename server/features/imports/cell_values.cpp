#include "features/imports/cell_values.h"

#include "core/text.h"
#include "engine/union_name/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace wallchart {
namespace {

std::optional<int> digits(std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most) return std::nullopt;
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<int> month_by_name(std::string_view word) {
    constexpr std::array<std::array<std::string_view, 2>, 12> names{{{"jan", "ene"},
                                                                     {"feb", "feb"},
                                                                     {"mar", "mar"},
                                                                     {"apr", "abr"},
                                                                     {"may", "may"},
                                                                     {"jun", "jun"},
                                                                     {"jul", "jul"},
                                                                     {"aug", "ago"},
                                                                     {"sep", "sep"},
                                                                     {"oct", "oct"},
                                                                     {"nov", "nov"},
                                                                     {"dec", "dic"}}};
    if (word.size() < 3) return std::nullopt;
    for (std::size_t month = 0; month < names.size(); ++month)
        for (auto name : names[month])
            if (word.starts_with(name)) return static_cast<int>(month) + 1;
    return std::nullopt;
}

/// 76 is 1976 and 04 is 2004: nobody on a list is born later than a few years ago.
int whole_year(int year, std::size_t written) {
    if (written > 2) return year;
    return year <= 26 ? 2000 + year : 1900 + year;
}

std::optional<std::string> date_of(int year, int month, int day) {
    if (year < 1880 || year > 2100) return std::nullopt;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    std::string date(text.data());
    if (!parse_date(date)) return std::nullopt;
    return date;
}

template <class Choice>
using Words = std::vector<std::pair<std::string_view, Choice>>;

template <class Choice>
std::optional<Choice> look_up(const Words<Choice>& words, std::string_view text) {
    auto folded = fold(text);
    std::ranges::replace(folded, '-', ' ');
    std::ranges::replace(folded, '_', ' ');
    for (const auto& [word, choice] : words)
        if (folded == word) return choice;
    return std::nullopt;
}

}  // namespace

std::string_view cell_text(std::string_view cell) {
    cell = trim(cell);
    bool quoted = cell.size() > 1 && cell[0] == '\'' &&
                  std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
    return quoted ? cell.substr(1) : cell;
}

std::optional<std::string> read_date(std::string_view text, bool day_first) {
    text = trim(text);
    // A time after the date says nothing here ("1976-02-03T00:00:00Z", "2/3/1976 0:00").
    if (auto time = text.find_first_of("T"); time == 10) text = text.substr(0, 10);
    if (auto colon = text.find(':'); colon != std::string_view::npos) {
        auto blank = text.rfind(' ', colon);
        if (blank == std::string_view::npos) return std::nullopt;
        text = trim(text.substr(0, blank));
    }
    if (text.size() == 4) {
        auto year = digits(text, 4);
        if (!year || *year < 1880 || *year > 2100) return std::nullopt;
        return std::string(text);
    }
    if (text.size() == 8 && digits(text, 8))
        return date_of(*digits(text.substr(0, 4), 4), *digits(text.substr(4, 2), 2),
                       *digits(text.substr(6), 2));
    std::vector<std::string> parts;
    std::string word;
    for (char c : fold(text) + " ") {
        bool separates = c == ' ' || c == '/' || c == '-' || c == '.' || c == ',';
        if (!separates) {
            word.push_back(c);
        } else if (!word.empty()) {
            if (word != "de" && word != "del" && word != "of") parts.push_back(word);
            word.clear();
        }
    }
    if (parts.size() == 2) {  // "1976-02"
        auto year = digits(parts[0], 4);
        auto month = digits(parts[1], 2);
        if (!year || !month || parts[0].size() != 4 || *month < 1 || *month > 12) return std::nullopt;
        if (!date_of(*year, *month, 1)) return std::nullopt;
        return date_of(*year, *month, 1)->substr(0, 7);
    }
    if (parts.size() != 3) return std::nullopt;
    for (std::size_t at = 0; at < 2; ++at) {  // "Feb 3, 1976", "3 Feb 1976"
        auto month = month_by_name(parts[at]);
        if (!month || digits(parts[at], 2)) continue;
        auto day = digits(parts[1 - at], 2);
        auto year = digits(parts[2], 4);
        if (!day || !year) return std::nullopt;
        return date_of(whole_year(*year, parts[2].size()), *month, *day);
    }
    if (parts[0].size() == 4) {
        auto year = digits(parts[0], 4), month = digits(parts[1], 2), day = digits(parts[2], 2);
        if (!year || !month || !day) return std::nullopt;
        return date_of(*year, *month, *day);
    }
    auto first = digits(parts[0], 2), second = digits(parts[1], 2), year = digits(parts[2], 4);
    if (!first || !second || !year || parts[2].size() == 3 || parts[2].size() == 1) return std::nullopt;
    // With points it is the European order, whatever else the file does.
    if (text.find('.') != std::string_view::npos) day_first = true;
    if (*first > 12) day_first = true;
    if (*second > 12) day_first = false;
    return date_of(whole_year(*year, parts[2].size()), day_first ? *second : *first,
                   day_first ? *first : *second);
}

std::optional<std::string> read_date_parts(std::string_view year, std::string_view month,
                                           std::string_view day) {
    auto y = digits(trim(year), 4);
    if (!y || *y < 1880 || *y > 2100) return std::nullopt;
    if (trim(month).empty()) return std::to_string(*y);
    auto m = digits(trim(month), 2);
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    if (trim(day).empty()) return date_of(*y, *m, 1)->substr(0, 7);
    auto d = digits(trim(day), 2);
    if (!d) return std::nullopt;
    return date_of(*y, *m, *d);
}

std::optional<bool> read_truth(std::string_view text) {
    static const Words<bool> words{{"yes", true},
                                   {"y", true},
                                   {"si", true},
                                   {"s", true},
                                   {"true", true},
                                   {"t", true},
                                   {"1", true},
                                   {"x", true},
                                   {"on", true},
                                   {"ok", true},
                                   {"checked", true},
                                   {"verdadero", true},
                                   {"subscribed", true},
                                   {"opted in", true},
                                   {"opt in", true},
                                   {"optin", true},
                                   {"granted", true},
                                   {"acepta", true},
                                   {"suscrito", true},
                                   {"active", true},
                                   {"no", false},
                                   {"n", false},
                                   {"false", false},
                                   {"f", false},
                                   {"0", false},
                                   {"off", false},
                                   {"none", false},
                                   {"falso", false},
                                   {"unsubscribed", false},
                                   {"not subscribed", false},
                                   {"opted out", false},
                                   {"opt out", false},
                                   {"optout", false},
                                   {"bouncing", false},
                                   {"bounced", false},
                                   {"previous bounce", false},
                                   {"spam", false},
                                   {"spam complaint", false},
                                   {"previous spam", false},
                                   {"revoked", false},
                                   {"no acepta", false},
                                   {"inactive", false},
                                   {"never subscribed", false},
                                   {"do not contact", false}};
    return look_up(words, text);
}

std::string read_state(std::string_view text) {
    text = trim(text);
    if (text.size() == 2) return to_upper_ascii(text);
    if (text.empty()) return {};
    auto folded = fold(text);
    if (folded == "d.c." || folded == "washington d.c.") return "DC";
    for (const auto& state : union_name::states())
        if (folded == state.name) return to_upper_ascii(state.code);
    return squeeze(text);
}

std::string read_postal_code(std::string_view text) {
    text = trim(text);
    bool number = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    if (number && (text.size() == 4 || text.size() == 3))
        return std::string(5 - text.size(), '0') + std::string(text);
    if (number && text.size() == 9) return std::string(text.substr(0, 5)) + "-" + std::string(text.substr(5));
    if (number || text.empty()) return std::string(text);
    return to_upper_ascii(squeeze(text));
}

std::string read_language(std::string_view text) {
    auto folded = fold(text);
    if (folded.starts_with("en") || folded.starts_with("ingl")) return "en";
    if (folded.starts_with("es") || folded.starts_with("span") || folded.starts_with("cast")) return "es";
    return {};
}

std::optional<MembershipStatus> read_membership_status(std::string_view text) {
    using enum MembershipStatus;
    static const Words<MembershipStatus> words{{"member", member},
                                               {"active", member},
                                               {"active member", member},
                                               {"full member", member},
                                               {"in good standing", member},
                                               {"m", member},
                                               {"current", member},
                                               {"yes", member},
                                               {"y", member},
                                               {"miembro", member},
                                               {"activo", member},
                                               {"activa", member},
                                               {"afiliado", member},
                                               {"afiliada", member},
                                               {"retiree", retiree},
                                               {"retired", retiree},
                                               {"jubilado", retiree},
                                               {"jubilada", retiree},
                                               {"retirado", retiree},
                                               {"retirada", retiree},
                                               {"prospect", prospect},
                                               {"non member", prospect},
                                               {"nonmember", prospect},
                                               {"potential", prospect},
                                               {"fee payer", prospect},
                                               {"agency fee payer", prospect},
                                               {"no", prospect},
                                               {"n", prospect},
                                               {"no miembro", prospect},
                                               {"prospecto", prospect},
                                               {"former", former},
                                               {"former member", former},
                                               {"inactive", former},
                                               {"withdrawn", former},
                                               {"dropped", former},
                                               {"terminated", former},
                                               {"lapsed", former},
                                               {"inactivo", former},
                                               {"exmiembro", former}};
    return look_up(words, text);
}

std::optional<MembershipRole> read_membership_role(std::string_view text) {
    using enum MembershipRole;
    static const Words<MembershipRole> words{{"member", member},
                                             {"rank and file", member},
                                             {"miembro", member},
                                             {"none", member},
                                             {"no", member},
                                             {"n", member},
                                             {"steward", steward},
                                             {"shop steward", steward},
                                             {"chief steward", steward},
                                             {"delegado sindical", steward},
                                             {"representante", steward},
                                             {"yes", steward},
                                             {"y", steward},
                                             {"x", steward},
                                             {"delegate", delegate},
                                             {"delegado", delegate},
                                             {"delegada", delegate},
                                             {"officer", officer},
                                             {"president", officer},
                                             {"vice president", officer},
                                             {"secretary", officer},
                                             {"treasurer", officer},
                                             {"secretary treasurer", officer},
                                             {"recording secretary", officer},
                                             {"executive board", officer},
                                             {"e board", officer},
                                             {"trustee", officer},
                                             {"business agent", officer},
                                             {"presidente", officer},
                                             {"presidenta", officer},
                                             {"secretario", officer},
                                             {"secretaria", officer},
                                             {"tesorero", officer},
                                             {"directivo", officer},
                                             {"oficial", officer}};
    return look_up(words, text);
}

std::optional<std::int64_t> read_count(std::string_view text) {
    std::string plain;
    for (char c : trim(text))
        if (c != ',' && c != ' ') plain.push_back(c);
    if (plain.ends_with(".0")) plain.resize(plain.size() - 2);
    if (plain.empty() || plain.size() > 12) return std::nullopt;
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc{} || end != plain.data() + plain.size() || number < 0) return std::nullopt;
    return number;
}

std::optional<double> read_coordinate(std::string_view text, double limit) {
    text = trim(text);
    double number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number) ||
        std::abs(number) > limit)
        return std::nullopt;
    return number;
}

std::string read_place(std::string_view text) {
    auto place = squeeze(text);
    bool shouted = place.size() > 2 && std::ranges::none_of(place, [](char c) {
                       return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
                   });
    if (!shouted) return place;
    bool starts = true;
    for (char& c : place) {
        if (!starts && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        starts = !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'');
    }
    return place;
}

NameParts split_full_name(std::string_view text) {
    auto name = squeeze(text);
    NameParts parts;
    auto is_suffix = [](std::string_view word) {
        auto folded = fold(word);
        std::erase(folded, '.');
        std::erase(folded, ',');
        return folded == "jr" || folded == "sr" || folded == "ii" || folded == "iii" || folded == "iv";
    };
    auto blank = name.rfind(' ');
    if (blank != std::string::npos && is_suffix(std::string_view(name).substr(blank + 1))) {
        parts.suffix = name.substr(blank + 1);
        name.resize(blank);
        if (name.ends_with(',')) name.pop_back();
    }
    if (auto comma = name.find(','); comma != std::string::npos) {
        parts.family = trim(std::string_view(name).substr(0, comma));
        parts.given = trim(std::string_view(name).substr(comma + 1));
        return parts;
    }
    blank = name.rfind(' ');
    if (blank == std::string::npos) {
        parts.given = name;
        return parts;
    }
    // Particles belong to the family name: "Ana de la Cruz", "Jan van Dijk".
    for (;;) {
        auto before = name.rfind(' ', blank - 1);
        if (before == std::string::npos) break;
        auto word = fold(std::string_view(name).substr(before + 1, blank - before - 1));
        constexpr std::array<std::string_view, 11> particles{"de",  "la", "las", "los", "del", "van",
                                                             "von", "da", "dos", "di",  "y"};
        if (std::ranges::find(particles, word) == particles.end()) break;
        blank = before;
    }
    parts.given = name.substr(0, blank);
    parts.family = name.substr(blank + 1);
    return parts;
}

}  // namespace wallchart
