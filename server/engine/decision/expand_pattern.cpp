#include "engine/decision/meeting_pattern.h"

namespace wallchart::decision {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month;

bool among(const std::vector<int>& values, int value) {
    return std::ranges::find(values, value) != values.end();
}

int iso_weekday(Date date) {
    return static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding());
}

int last_day(year_month month) {
    return static_cast<int>(unsigned(
        std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month())).day()));
}

/// The weekdays of one month with these ordinals; a fifth that the month lacks is left out.
void add_month(const MeetingPattern& pattern, year_month month, std::vector<Date>& dates) {
    int last = last_day(month);
    for (int day = 1; day <= last; ++day) {
        Date date = month / std::chrono::day(static_cast<unsigned>(day));
        if (!among(pattern.weekdays, iso_weekday(date))) continue;
        bool meant =
            among(pattern.ordinals, (day - 1) / 7 + 1) || (day + 7 > last && among(pattern.ordinals, -1));
        if (!meant) continue;
        if (pattern.after) {
            int ahead = (*pattern.after - iso_weekday(date) + 7) % 7;
            date = plus_days(date, ahead == 0 ? 7 : ahead);
        }
        dates.push_back(date);
    }
}

void add_days_of_month(const MeetingPattern& pattern, year_month month, std::vector<Date>& dates) {
    int last = last_day(month);
    for (int day = 1; day <= last; ++day)
        if (among(pattern.month_days, day) || (day == last && among(pattern.month_days, -1)))
            dates.push_back(month / std::chrono::day(static_cast<unsigned>(day)));
}

void add_weekly(const MeetingPattern& pattern, Date from, Date to, std::vector<Date>& dates) {
    // Weeks begin on Monday; the week of `from` is the first that counts.
    auto monday = [](Date date) { return plus_days(date, 1 - iso_weekday(date)); };
    auto first_week = pattern.from ? monday(*pattern.from) : Date{};
    for (auto date = from; date <= to; date = plus_days(date, 1)) {
        if (!among(pattern.weekdays, iso_weekday(date))) continue;
        if (!among(pattern.months, static_cast<int>(unsigned(date.month())))) continue;
        if (pattern.every_weeks > 1 &&
            (!pattern.from || days_between(first_week, monday(date)) / 7 % pattern.every_weeks != 0))
            continue;
        dates.push_back(date);
    }
}

}  // namespace

std::vector<Date> expand(const MeetingPattern& pattern, Date from, Date to) {
    std::vector<Date> dates;
    switch (pattern.kind) {
        case PatternKind::when_called:
            break;
        case PatternKind::dates:
            dates = pattern.on;
            break;
        case PatternKind::weekly:
            add_weekly(pattern, from, to, dates);
            break;
        case PatternKind::monthly:
        case PatternKind::day_of_month:
            // A day "after" one of a month may fall into the next, so one month earlier is looked at too.
            for (year_month month = from.year() / from.month() - std::chrono::months(1);
                 month <= to.year() / to.month(); month += std::chrono::months(1)) {
                if (!among(pattern.months, static_cast<int>(unsigned(month.month())))) continue;
                if (pattern.kind == PatternKind::monthly)
                    add_month(pattern, month, dates);
                else
                    add_days_of_month(pattern, month, dates);
            }
            break;
    }
    std::erase_if(dates, [&](Date date) {
        return date < from || date > to || (pattern.from && date < *pattern.from) ||
               (pattern.until && date > *pattern.until) ||
               std::ranges::find(pattern.except, date) != pattern.except.end();
    });
    std::ranges::sort(dates);
    auto rest = std::ranges::unique(dates);
    dates.erase(rest.begin(), rest.end());
    return dates;
}

}  // namespace wallchart::decision
