#include "core/text.h"
#include "engine/decision/meeting_pattern.h"
#include "engine/decision/pattern_names.h"
#include "engine/decision/wording.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

/// A name among `names`, in full, in the plural or by its first three letters; counted from 1.
template <std::size_t n>
std::optional<int> take_name(Words& words, const std::array<std::string_view, n>& names) {
    auto word = words.next();
    if (word.ends_with('.')) word.remove_suffix(1);
    for (std::size_t at = 0; at < n; ++at) {
        auto name = names[at];
        bool plural = word.size() == name.size() + 1 && word.starts_with(name) && word.ends_with('s');
        bool shortened = word.size() >= 3 && word.size() <= 4 && name.starts_with(word);
        if (word != name && !plural && !shortened) continue;
        words.skip();
        return static_cast<int>(at) + 1;
    }
    return std::nullopt;
}

/// "first", "2nd", "last" (-1).
std::optional<int> take_ordinal(Words& words) {
    if (words.take("last")) return -1;
    for (std::size_t at = 0; at < ordinal_names.size(); ++at)
        if (words.take(ordinal_names[at])) return static_cast<int>(at) + 1;
    auto word = words.next();
    for (std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (!word.ends_with(ending)) continue;
        Words number(word.substr(0, word.size() - 2));
        auto value = number.take_number();
        if (!value || !number.done()) return std::nullopt;
        words.skip();
        return value;
    }
    return std::nullopt;
}

bool take_separator(Words& words) {
    return words.take_any({", and", ",", "and", "&"});
}

/// One or more of what `take` reads, separated by commas and "and", in order, without repetition.
template <class Take>
std::vector<int> take_list(Words& words, Take take) {
    std::vector<int> all;
    while (auto one = take(words)) {
        all.push_back(*one);
        auto before = words.position();
        if (!take_separator(words)) break;
        // "first Tuesday, except ...": the comma was not part of the list.
        auto after = words.position();
        if (!take(words)) {
            words.go_back(before);
            break;
        }
        words.go_back(after);
    }
    // The last comes after all that are counted.
    std::ranges::sort(all, {}, [](int value) { return value < 0 ? 1000 : value; });
    auto rest = std::ranges::unique(all);
    all.erase(rest.begin(), rest.end());
    return all;
}

std::vector<int> take_months(Words& words) {
    return take_list(words, [](Words& each) { return take_name(each, month_names); });
}
std::vector<int> take_weekdays(Words& words) {
    return take_list(words, [](Words& each) { return take_name(each, weekday_names); });
}

std::vector<Date> take_dates(Words& words) {
    std::vector<Date> dates;
    while (auto date = words.take_date()) {
        dates.push_back(*date);
        auto before = words.position();
        if (take_separator(words) && !parse_date(words.next())) words.go_back(before);
    }
    std::ranges::sort(dates);
    auto rest = std::ranges::unique(dates);
    dates.erase(rest.begin(), rest.end());
    return dates;
}

class PatternReader {
public:
    explicit PatternReader(std::string_view text) : m_text(text), m_words(text) {}

    PatternReading read() {
        if (m_text.size() > pattern_text_limit || m_words.done()) return wrong();
        bool quarterly = m_words.take("quarterly");
        if (quarterly) m_words.take(":");
        if (!read_days()) return wrong();
        if (!read_months(quarterly)) return wrong();
        if (!read_limits()) return wrong();
        if (!m_words.done()) return wrong();
        if (m_pattern.every_weeks > 1 && !m_pattern.from)
            return std::unexpected(message(Code::pattern_needs_start, squeeze(m_text)));
        return m_pattern;
    }

private:
    std::unexpected<Message> wrong() const {
        return std::unexpected(message(Code::not_a_pattern, squeeze(m_text)));
    }

    bool read_days() {
        m_words.take("on");
        if (m_words.take_any({"when called", "as called", "any day", "on call"})) {
            m_pattern.kind = PatternKind::when_called;
            return true;
        }
        if (parse_date(m_words.next())) {
            m_pattern.kind = PatternKind::dates;
            m_pattern.on = take_dates(m_words);
            return true;
        }
        if (m_words.take("every")) return read_weekly();
        m_words.take("the");
        if (auto weekday = take_name(m_words, weekday_names)) {
            // "Mondays" alone, or "Sunday after the second Tuesday".
            if (m_words.take_any({"after the", "following the", "after", "following"})) {
                m_pattern.after = weekday;
                return read_monthly();
            }
            m_pattern.kind = PatternKind::weekly;
            m_pattern.weekdays = {*weekday};
            if (take_separator(m_words)) {
                auto more = take_weekdays(m_words);
                m_pattern.weekdays.insert(m_pattern.weekdays.end(), more.begin(), more.end());
                std::ranges::sort(m_pattern.weekdays);
            }
            return true;
        }
        return read_monthly();
    }

    bool read_weekly() {
        m_pattern.kind = PatternKind::weekly;
        if (m_words.take("other")) {
            m_pattern.every_weeks = 2;
        } else if (auto weeks = m_words.take_number()) {
            if (*weeks < 1 || *weeks > 52 || !m_words.take_any({"weeks on", "week on"})) return false;
            m_pattern.every_weeks = *weeks;
        }
        m_pattern.weekdays = take_weekdays(m_words);
        return !m_pattern.weekdays.empty();
    }

    /// "first and third Tuesday", "15th", "last day".
    bool read_monthly() {
        auto ordinals = take_list(m_words, take_ordinal);
        if (ordinals.empty()) return false;
        m_pattern.kind = PatternKind::monthly;
        m_pattern.ordinals = ordinals;
        m_pattern.weekdays = take_weekdays(m_words);
        if (!m_pattern.weekdays.empty())
            return std::ranges::all_of(ordinals, [](int ordinal) { return ordinal >= -1 && ordinal <= 5; }) &&
                   std::ranges::find(ordinals, 0) == ordinals.end();
        m_words.take_any({"days", "day"});
        if (m_pattern.after) return false;
        m_pattern.kind = PatternKind::day_of_month;
        m_pattern.month_days = std::move(m_pattern.ordinals);
        m_pattern.ordinals.clear();
        return std::ranges::all_of(m_pattern.month_days, [](int day) { return day != 0 && day <= 31; });
    }

    /// "of each month but July", "of March and September".
    bool read_months(bool quarterly) {
        if (m_pattern.kind == PatternKind::dates || m_pattern.kind == PatternKind::when_called)
            return !quarterly;
        std::vector<int> named;
        if (m_words.take_any({"of each month", "of every month", "of the month", "each month", "monthly"})) {
        } else if (m_words.take_any({"of", "in"})) {
            named = take_months(m_words);
            if (named.empty()) return false;
            m_words.take_any({"each year", "every year"});
        }
        if (quarterly && named.size() > 1) return false;
        std::set<int> months(named.begin(), named.end());
        if (quarterly)
            for (int month = named.empty() ? 1 : named.front(), count = 0; count < 4; ++count, month += 3)
                months.insert((month - 1) % 12 + 1);
        if (months.empty())
            for (int month = 1; month <= 12; ++month)
                months.insert(month);
        m_words.take(",");
        auto start = m_words.position();
        if (m_words.take_any({"but not in", "but not", "but", "except in", "except"})) {
            auto left_out = take_months(m_words);
            if (left_out.empty()) m_words.go_back(start);
            for (int month : left_out)
                months.erase(month);
        }
        m_pattern.months.assign(months.begin(), months.end());
        return !months.empty();
    }

    /// "from 2026-01-05 until 2026-12-31 except 2026-07-07".
    bool read_limits() {
        while (!m_words.done()) {
            m_words.take(",");
            if (m_words.take_any({"from", "starting"})) {
                if (m_pattern.from || !(m_pattern.from = m_words.take_date())) return false;
            } else if (m_words.take("until")) {
                if (m_pattern.until || !(m_pattern.until = m_words.take_date())) return false;
            } else if (m_words.take_any({"except on", "except", "but not on", "but"})) {
                m_pattern.except = take_dates(m_words);
                if (m_pattern.except.empty()) return false;
            } else {
                return false;
            }
        }
        return true;
    }

    std::string_view m_text;
    Words m_words;
    MeetingPattern m_pattern;
};

}  // namespace

PatternReading read_pattern(std::string_view text) {
    return PatternReader(text).read();
}

Result<MeetingPattern> parse_pattern(std::string_view text) {
    auto pattern = read_pattern(text);
    if (!pattern) return failure(ErrorKind::invalid, say(pattern.error(), Language::en));
    return std::move(*pattern);
}

}  // namespace wallchart::decision
