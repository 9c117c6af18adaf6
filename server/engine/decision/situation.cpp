#include "engine/decision/situation.h"

#include "core/text.h"

namespace wallchart::decision {
namespace {

/// Entries for the step's own name; where there are none, those for its kind.
template <class Entry, class Use>
void each_entry(const std::vector<Entry>& entries, const DecisionStep& step, bool by_name, Use use) {
    for (const auto& entry : entries) {
        bool fits = by_name ? fold(entry.body) == fold(step.name) : parse_kind(entry.body) == step.kind;
        if (fits) use(entry);
    }
}

bool is_named(const Calendar& calendar, const DecisionStep& step) {
    if (step.name.empty()) return false;
    auto name = fold(step.name);
    auto fits = [&](const auto& entry) { return fold(entry.body) == name; };
    return std::ranges::any_of(calendar.patterns, fits) || std::ranges::any_of(calendar.meetings, fits);
}

constexpr int days_looked_back = 400;
constexpr int days_looked_ahead = 1100;
constexpr int days_at_most = 4000;

}  // namespace

std::optional<int> electorate_size(const Electorate& electorate, const BodyFacts& facts) {
    switch (electorate.kind) {
        case ElectorateKind::members:
            return facts.members;
        case ElectorateKind::members_in_good_standing:
            return std::nullopt;  // fewer than all members: only the local knows
        case ElectorateKind::seats:
            if (electorate.seats > 0) return electorate.seats;
            return std::nullopt;
        case ElectorateKind::delegates:
            break;
    }
    // By size needs the members of each local, which the rule and the facts do not have.
    if (electorate.members_per_delegate > 0) return std::nullopt;
    std::optional<int> count;
    if (electorate.seats > 0) count = electorate.seats;
    if (electorate.delegates_per_local > 0 && facts.locals)
        count = electorate.delegates_per_local * *facts.locals;
    if (!count) return std::nullopt;
    if (electorate.officers) {
        if (!facts.officers) return std::nullopt;
        count = *count + *facts.officers;
    }
    return count;
}

std::optional<Date> MeetingDays::on_or_after(Date date) const {
    if (m_any) return date;
    auto found = std::ranges::lower_bound(m_days, date);
    if (found == m_days.end()) return std::nullopt;
    return *found;
}

std::optional<Date> MeetingDays::on_or_before(Date date) const {
    if (m_any) return date;
    auto found = std::ranges::upper_bound(m_days, date);
    if (found == m_days.begin()) return std::nullopt;
    return *(found - 1);
}

std::vector<Date> MeetingDays::between(Date from, Date to) const {
    if (m_any || to < from) return {};
    return {std::ranges::lower_bound(m_days, from), std::ranges::upper_bound(m_days, to)};
}

bool has_meetings(const Calendar& calendar, const DecisionStep& step) {
    bool found = is_named(calendar, step);
    each_entry(calendar.patterns, step, false, [&](const auto&) { found = true; });
    each_entry(calendar.meetings, step, false, [&](const auto&) { found = true; });
    return found;
}

MeetingDays days_of(const Situation& situation, const DecisionStep& step) {
    if (!has_meetings(situation.calendar, step)) return {};
    auto from = situation.today, to = situation.today;
    if (situation.needed_by) to = std::max(to, *situation.needed_by);
    for (const auto& event : situation.events) {
        from = std::min(from, event.on);
        to = std::max(to, event.on);
    }
    // A slip of the pen ("2206") must not make centuries of Mondays.
    from = std::max(plus_days(from, -days_looked_back), plus_days(situation.today, -days_at_most));
    to = std::min(plus_days(to, days_looked_ahead), plus_days(situation.today, days_at_most));
    bool by_name = is_named(situation.calendar, step);
    bool any = false;
    std::vector<Date> days;
    each_entry(situation.calendar.patterns, step, by_name, [&](const BodyPattern& entry) {
        any = any || entry.pattern.kind == PatternKind::when_called;
        auto more = expand(entry.pattern, from, to);
        days.insert(days.end(), more.begin(), more.end());
    });
    each_entry(situation.calendar.meetings, step, by_name,
               [&](const BodyMeeting& entry) { days.push_back(entry.on); });
    if (any) return {};
    std::ranges::sort(days);
    auto rest = std::ranges::unique(days);
    days.erase(rest.begin(), rest.end());
    return MeetingDays(std::move(days));
}

}  // namespace wallchart::decision
