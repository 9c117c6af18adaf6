#pragma once
// The words of meeting patterns, for reading and printing them.

#include <array>
#include <string_view>

namespace wallchart::decision {

inline constexpr std::array<std::string_view, 7> weekday_names{"monday", "tuesday",  "wednesday", "thursday",
                                                               "friday", "saturday", "sunday"};
inline constexpr std::array<std::string_view, 12> month_names{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
inline constexpr std::array<std::string_view, 5> ordinal_names{"first", "second", "third", "fourth", "fifth"};

}  // namespace wallchart::decision
