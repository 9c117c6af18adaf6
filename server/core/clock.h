#pragma once
// Time: instants in milliseconds UTC, calendar dates, and a clock that tests can stop.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wallchart {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::year_month_day;
using std::chrono::days;

/// Where the time comes from; handed in wherever a rule depends on it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// A clock for tests: stands still until it is set.
class FrozenClock final : public Clock {
public:
    explicit FrozenClock(Instant instant) : m_instant(instant) {}
    Instant now() const override { return m_instant; }
    void set(Instant instant) { m_instant = instant; }

private:
    Instant m_instant;
};

/// "2026-05-22"; nothing for any other form or a day that no calendar has.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);

/// RFC 3339 in UTC, "2026-05-22T18:30:00.000Z"; parsing also takes an offset and no fraction.
std::optional<Instant> parse_instant(std::string_view text);
std::string to_string(Instant instant);

/// `date` moved by a number of days, which may be negative.
Date plus_days(Date date, int count);
/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

/// The calendar day on which `instant` falls in an IANA time zone ("America/Chicago"); UTC if unknown.
Date local_date(Instant instant, std::string_view time_zone);
/// The instant at which a local day starts in a time zone.
Instant start_of_day(Date date, std::string_view time_zone);
bool is_time_zone(std::string_view name);

}  // namespace wallchart
