#include "core/clock.h"

#include <date/tz.h>

#include <charconv>
#include <cstdio>

namespace wallchart {
namespace {

/// The number written in text[from, from + length), digits only.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t length) {
    if (from + length > text.size()) return std::nullopt;
    int value = 0;
    for (char c : text.substr(from, length)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

const date::time_zone* find_zone(std::string_view name) {
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {  // the library has no other way to say "unknown"
        return nullptr;
    }
}

}  // namespace

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto year = digits(text, 0, 4);
    auto month = digits(text, 5, 2);
    auto day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
              std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string to_string(Date date) {
    char buffer[24];
    int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", int{date.year()},
                               unsigned{date.month()}, unsigned{date.day()});
    return {buffer, static_cast<std::size_t>(length)};
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    auto date = parse_date(text.substr(0, 10));
    auto hour = digits(text, 11, 2);
    auto minute = digits(text, 14, 2);
    auto second = digits(text, 17, 2);
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    std::size_t at = 19;
    int milliseconds = 0;
    if (text[at] == '.') {
        int scale = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            milliseconds += (text[at] - '0') * scale;
    }
    int offset_minutes = 0;
    auto zone = text.substr(at);
    if (zone != "Z" && zone != "z") {
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return std::nullopt;
        auto hours = digits(zone, 1, 2);
        auto minutes = digits(zone, 4, 2);
        if (!hours || !minutes) return std::nullopt;
        offset_minutes = (*hours * 60 + *minutes) * (zone[0] == '-' ? -1 : 1);
    }
    using namespace std::chrono;
    return Instant{sys_days{*date}} + hours{*hour} + minutes{*minute - offset_minutes} + seconds{*second} +
           std::chrono::milliseconds{milliseconds};
}

std::string to_string(Instant instant) {
    auto day = std::chrono::floor<days>(instant);
    auto rest = (instant - day).count();
    char buffer[40];
    int length = std::snprintf(buffer, sizeof buffer, "%sT%02d:%02d:%02d.%03dZ", to_string(Date{day}).c_str(),
                               static_cast<int>(rest / 3600000), static_cast<int>(rest / 60000 % 60),
                               static_cast<int>(rest / 1000 % 60), static_cast<int>(rest % 1000));
    return {buffer, static_cast<std::size_t>(length)};
}

Date plus_days(Date date, int count) {
    return Date{std::chrono::sys_days{date} + days{count}};
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

Date local_date(Instant instant, std::string_view time_zone) {
    auto day = std::chrono::floor<days>(instant);
    if (const auto* zone = find_zone(time_zone)) {
        auto offset = zone->get_info(std::chrono::floor<std::chrono::seconds>(instant)).offset;
        day = std::chrono::floor<days>(instant + offset);
    }
    return Date{day};
}

Instant start_of_day(Date date, std::string_view time_zone) {
    Instant midnight{std::chrono::sys_days{date}};
    if (const auto* zone = find_zone(time_zone)) {
        auto info = zone->get_info(std::chrono::floor<std::chrono::seconds>(midnight));
        // The offset in force at UTC midnight can differ from that at local midnight on a change day.
        auto guess = midnight - info.offset;
        midnight -= zone->get_info(std::chrono::floor<std::chrono::seconds>(guess)).offset;
    }
    return midnight;
}

bool is_time_zone(std::string_view name) {
    return find_zone(name) != nullptr;
}

}  // namespace wallchart
