#include "features/drives/drives.h"

namespace wallchart {
namespace {

Date monday_of(Date date) {
    std::chrono::weekday day{std::chrono::sys_days(date)};
    return plus_days(date, -static_cast<int>((day.iso_encoding() - 1)));
}

}  // namespace

Result<std::vector<DriveWeek>> drive_activity(Reader& reader, const Access& access, Id<Drive> id, Instant now,
                                              int weeks) {
    if (weeks < 1 || weeks > 104) return invalid("/weeks", "From 1 to 104.");
    TRY(find_drive(reader, access, id));
    auto first = plus_days(monday_of(local_date(now, access.time_zone)), -7 * (weeks - 1));
    std::vector<DriveWeek> found(static_cast<std::size_t>(weeks));
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i].week = plus_days(first, 7 * static_cast<int>(i));
    auto week_of = [&](std::int64_t at) {
        auto day = local_date(Instant(std::chrono::milliseconds(at)), access.time_zone);
        return std::min(days_between(first, day), 7 * weeks - 1);
    };
    reader.each(
        "SELECT at FROM conversation WHERE drive_id = $1 AND at >= $2",
        [&](const Row& row) {
            if (int day = week_of(row.integer(0)); day >= 0)
                ++found[static_cast<std::size_t>(day / 7)].conversations;
        },
        id, start_of_day(first, access.time_zone));
    // Each judgement ends where the next of the same person begins: what it adds in its week, the next
    // takes away in its own.
    struct Difference {
        std::int64_t assessed = 0, supporters = 0, against = 0;
    };
    std::vector<Difference> changes(found.size());
    std::int64_t person = 0, value = 0;
    reader.each(
        "SELECT person_id, at, value FROM assessment WHERE drive_id = $1 ORDER BY person_id, at, id",
        [&](const Row& row) {
            if (row.integer(0) != person) value = 0;
            auto& change = changes[static_cast<std::size_t>(std::max(0, week_of(row.integer(1))) / 7)];
            auto count = [&](std::int64_t of, std::int64_t by) {
                if (of == 0) return;
                change.assessed += by;
                if (of <= 2) change.supporters += by;
                if (of >= 4) change.against += by;
            };
            count(value, -1);
            person = row.integer(0);
            value = row.integer(2);
            count(value, 1);
        },
        id);
    Difference sum;
    for (std::size_t i = 0; i < found.size(); ++i) {
        found[i].assessed = sum.assessed += changes[i].assessed;
        found[i].supporters = sum.supporters += changes[i].supporters;
        found[i].against = sum.against += changes[i].against;
    }
    return found;
}

}  // namespace wallchart
