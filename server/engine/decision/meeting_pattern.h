#pragma once
// When a body meets, as its bylaws say it: "first Tuesday of each month but July", "second and fourth
// Wednesday", "every Monday", "15th of each month", "quarterly: third Thursday of March", explicit dates.

#include "core/result.h"
#include "engine/decision/message.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::decision {

inline constexpr std::size_t pattern_text_limit = 1000;  ///< bytes

enum class PatternKind : std::uint8_t {
    weekly,        ///< every Monday; every other Monday from 2026-01-05
    monthly,       ///< first Tuesday, last Friday, Sunday after the second Tuesday
    day_of_month,  ///< the 15th; the last day
    dates,         ///< only those listed
    when_called,   ///< any day
};
BOOST_DESCRIBE_ENUM(PatternKind, weekly, monthly, day_of_month, dates, when_called)

struct MeetingPattern {
    PatternKind kind = PatternKind::monthly;
    std::vector<int> ordinals;    ///< monthly: 1 to 5, -1 for the last
    std::vector<int> weekdays;    ///< weekly and monthly: 1 Monday to 7 Sunday
    std::optional<int> after;     ///< monthly: this weekday after the one meant ("Sunday after the ...")
    std::vector<int> month_days;  ///< day_of_month: 1 to 31, -1 for the last
    std::vector<int> months;      ///< 1 to 12; for weekly too
    int every_weeks = 1;          ///< weekly
    std::optional<Date> from;     ///< no meeting before; where counting starts if every_weeks > 1
    std::optional<Date> until;
    std::vector<Date> on;  ///< dates
    std::vector<Date> except;
    friend bool operator==(const MeetingPattern&, const MeetingPattern&) = default;
};
BOOST_DESCRIBE_STRUCT(MeetingPattern, (),
                      (kind, ordinals, weekdays, after, month_days, months, every_weeks, from, until, on,
                       except))

/// Why a pattern could not be read.
using PatternReading = std::expected<MeetingPattern, Message>;
PatternReading read_pattern(std::string_view text);
/// As read_pattern. Errors: invalid, in English.
Result<MeetingPattern> parse_pattern(std::string_view text);
/// The pattern in words that read_pattern takes back to the same pattern.
std::string print_pattern(const MeetingPattern& pattern);

/// The days from `from` to `to`, both included, in order; none for when_called.
std::vector<Date> expand(const MeetingPattern& pattern, Date from, Date to);

}  // namespace wallchart::decision
