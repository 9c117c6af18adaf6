#include "core/text.h"
#include "engine/turf/cut.h"

#include <charconv>
#include <cmath>

namespace wallchart::turf {

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

}  // namespace wallchart::turf
