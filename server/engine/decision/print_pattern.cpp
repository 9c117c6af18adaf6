#include "core/text.h"
#include "engine/decision/meeting_pattern.h"
#include "engine/decision/pattern_names.h"

namespace wallchart::decision {
namespace {

std::string capitalized(std::string_view name) {
    return to_upper_ascii(name.substr(0, 1)) + std::string(name.substr(1));
}

template <class Name>
std::string listed(const std::vector<int>& values, Name name) {
    std::string text;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (at > 0) text += at + 1 == values.size() ? " and " : ", ";
        text += name(values[at]);
    }
    return text;
}

std::string listed_weekdays(const std::vector<int>& days) {
    return listed(days,
                  [](int day) { return capitalized(weekday_names[static_cast<std::size_t>(day - 1)]); });
}
std::string listed_months(const std::vector<int>& months) {
    return listed(months,
                  [](int month) { return capitalized(month_names[static_cast<std::size_t>(month - 1)]); });
}
std::string listed_dates(const std::vector<Date>& dates) {
    std::vector<std::string> texts;
    for (auto date : dates)
        texts.push_back(to_string(date));
    return join(texts, ", ");
}

std::string month_day_name(int day) {
    if (day < 0) return "last";
    bool teen = day >= 11 && day <= 13;
    const char* ending = teen            ? "th"
                         : day % 10 == 1 ? "st"
                         : day % 10 == 2 ? "nd"
                         : day % 10 == 3 ? "rd"
                                         : "th";
    return std::to_string(day) + ending;
}

std::string ordinal_name(int ordinal) {
    return ordinal < 0 ? "last" : std::string(ordinal_names[static_cast<std::size_t>(ordinal - 1)]);
}

std::string months_text(const std::vector<int>& months, bool weekly) {
    if (months.size() == 12) return weekly ? "" : " of each month";
    if (months.size() < 8) return std::string(weekly ? " in " : " of ") + listed_months(months);
    std::vector<int> left_out;
    for (int month = 1; month <= 12; ++month)
        if (std::ranges::find(months, month) == months.end()) left_out.push_back(month);
    return (weekly ? " but " : " of each month but ") + listed_months(left_out);
}

}  // namespace

std::string print_pattern(const MeetingPattern& pattern) {
    std::string text;
    switch (pattern.kind) {
        case PatternKind::when_called:
            text = "when called";
            break;
        case PatternKind::dates:
            text = listed_dates(pattern.on);
            break;
        case PatternKind::weekly:
            text = "every ";
            if (pattern.every_weeks == 2)
                text += "other ";
            else if (pattern.every_weeks > 2)
                text += std::to_string(pattern.every_weeks) + " weeks on ";
            text += listed_weekdays(pattern.weekdays) + months_text(pattern.months, true);
            break;
        case PatternKind::monthly:
            if (pattern.after) text = listed_weekdays({*pattern.after}) + " after the ";
            text += listed(pattern.ordinals, ordinal_name) + " " + listed_weekdays(pattern.weekdays) +
                    months_text(pattern.months, false);
            break;
        case PatternKind::day_of_month:
            text = listed(pattern.month_days, month_day_name);
            if (pattern.month_days.back() < 0) text += " day";
            text += months_text(pattern.months, false);
            break;
    }
    if (pattern.from) text += " from " + to_string(*pattern.from);
    if (pattern.until) text += " until " + to_string(*pattern.until);
    if (!pattern.except.empty()) text += " except " + listed_dates(pattern.except);
    return text;
}

}  // namespace wallchart::decision
