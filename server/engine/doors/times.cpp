#include "engine/doors/times.h"

#include "core/text.h"

#include <charconv>
#include <cmath>

namespace wallchart::doors {
namespace {

/// A whole number up to `most`, all of the text.
std::optional<int> count_of(std::string_view text, int most) {
    int value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > most)
        return std::nullopt;
    return value;
}

}  // namespace

Result<double> read_minutes(std::string_view text) {
    auto wrong = [&] {
        return failure(ErrorKind::invalid, "A length of time is written 2h, 90m, 1h30 or 1:30, not \"" +
                                               std::string(text) + "\".");
    };
    auto rest = to_lower_ascii(trim(text));
    if (rest.size() > 20) return wrong();
    double minutes = 0, unit = 60;
    bool hours_said = false;
    std::string_view left = rest;
    while (!left.empty()) {
        double value = 0;
        auto [end, error] = std::from_chars(left.data(), left.data() + left.size(), value);
        if (error != std::errc() || !std::isfinite(value) || value < 0) return wrong();
        left.remove_prefix(static_cast<std::size_t>(end - left.data()));
        auto word = left.substr(0, left.find_first_of("0123456789"));
        left.remove_prefix(word.size());
        auto name = trim(word);
        if (name == "h" || name == ":" || name == "hours" || name == "hour" || name == "hr") {
            if (hours_said) return wrong();
            hours_said = true;
            unit = 60;
        } else if (name == "m" || name == "min" || name == "minutes" || name.empty()) {
            // A mere number is minutes, also behind the hours.
            unit = 1;
            if (!left.empty()) return wrong();
        } else {
            return wrong();
        }
        minutes += value * unit;
    }
    if (!(minutes > 0) || minutes > 24 * 60 * 7) return wrong();
    return minutes;
}

std::optional<int> read_time_of_day(std::string_view text) {
    auto folded = fold(text);
    std::string_view rest = trim(folded);
    int add = 0;
    bool half_day = false;
    for (auto [suffix, hours] :
         {std::pair{"am", 0}, std::pair{"pm", 12}, std::pair{"a.m.", 0}, std::pair{"p.m.", 12}})
        if (rest.ends_with(suffix)) {
            rest = trim(rest.substr(0, rest.size() - std::string_view(suffix).size()));
            add = hours;
            half_day = true;
            break;
        }
    auto colon = rest.find(':');
    auto hour = count_of(rest.substr(0, colon), 24);
    std::optional<int> minute = 0;
    if (colon != std::string_view::npos) minute = count_of(rest.substr(colon + 1), 59);
    if (!hour || !minute) return std::nullopt;
    if (half_day && (*hour < 1 || *hour > 12)) return std::nullopt;
    auto whole = half_day ? *hour % 12 + add : *hour;
    auto minutes = whole * 60 + *minute;
    if (minutes > 24 * 60) return std::nullopt;
    return minutes;
}

}  // namespace wallchart::doors
