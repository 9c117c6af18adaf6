// The comparisons themselves: equal numbers first, letters only where they may be alike.
#include "engine/linkage/comparisons.h"
#include "engine/linkage/similarity.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace wallchart::linkage {
namespace {

/// Texts of which so many letters occur in one only are not alike.
constexpr int most_unlike = 5;

/// No more edits than `limit` are possible between texts with these letters.
bool may_be_close(std::uint32_t a, std::uint32_t b, int limit) {
    return std::popcount(a ^ b) <= 2 * limit;
}

bool close(const TextPool& pool, ValueId a, ValueId b, int limit) {
    return may_be_close(pool.letters[a], pool.letters[b], limit) &&
           edit_distance(pool.text(a), pool.text(b), limit) <= limit;
}

bool alike(const TextPool& pool, ValueId a, ValueId b, double from) {
    return std::popcount(pool.letters[a] ^ pool.letters[b]) <= most_unlike &&
           jaro_winkler(pool.text(a), pool.text(b)) >= from;
}

/// How many slips two words may be apart and still be close.
int slips_allowed(std::size_t length) {
    return length < 3 ? 0 : length < 7 ? 1 : 2;
}

bool is_initial(std::string_view name) {
    return name.size() == 1;
}

enum class Shared : std::uint8_t { none, some, all_of_one };

/// Whether two names have words in common: all that one of them has ("Rivera" and "Rivera Soto"), or only
/// some
/// ("Rivera Soto" and "Rivera Luna", who are rather cousins).
Shared shared_parts(const NameInfo& a, ValueId a_id, const NameInfo& b, ValueId b_id) {
    auto parts_of = [](const NameInfo& name, ValueId id) {
        return name.parts[0] != 0 ? name.parts : std::array<ValueId, 3>{id, 0, 0};
    };
    auto count_of = [](const std::array<ValueId, 3>& parts) {
        return std::ranges::count_if(parts, [](ValueId part) { return part != 0; });
    };
    auto x = parts_of(a, a_id);
    auto y = parts_of(b, b_id);
    auto common = std::ranges::count_if(
        x, [&](ValueId part) { return part != 0 && std::ranges::find(y, part) != y.end(); });
    if (common == 0) return Shared::none;
    return common >= std::min(count_of(x), count_of(y)) ? Shared::all_of_one : Shared::some;
}

enum class Name : std::uint8_t { same, nickname, part, initial, close, similar, different };

bool are_nicknames(const NameInfo& a, ValueId a_id, const NameInfo& b, ValueId b_id) {
    for (auto full : a.full) {
        if (full == 0) break;
        if (full == b_id || std::ranges::find(b.full, full) != b.full.end()) return true;
    }
    return std::ranges::find(b.full, a_id) != b.full.end();
}

Name compare_spelling(const Values& values, ValueId a_id, ValueId b_id) {
    const auto& a = values.name(a_id);
    const auto& b = values.name(b_id);
    auto a_text = values.names.text(a_id);
    auto b_text = values.names.text(b_id);
    if (std::popcount(a.letters ^ b.letters) <= most_unlike) {
        int slips = slips_allowed(std::min(a_text.size(), b_text.size()));
        if (slips > 0 && may_be_close(a.letters, b.letters, slips) &&
            edit_distance(a_text, b_text, slips) <= slips)
            return Name::close;
        if (jaro_winkler(a_text, b_text) >= 0.86) return Name::similar;
    }
    return a.sound == b.sound ? Name::similar : Name::different;
}

Name compare_given(const Values& values, ValueId a_id, ValueId b_id) {
    const auto& a = values.name(a_id);
    const auto& b = values.name(b_id);
    if (a_id == b_id || a.joined == b.joined) return Name::same;
    auto a_text = values.names.text(a_id);
    auto b_text = values.names.text(b_id);
    if (is_initial(a_text) || is_initial(b_text))
        return a_text.front() == b_text.front() ? Name::initial : Name::different;
    if (are_nicknames(a, a_id, b, b_id)) return Name::nickname;
    auto shared = shared_parts(a, a_id, b, b_id);
    if (shared == Shared::all_of_one) return Name::part;
    return shared == Shared::some ? Name::similar : compare_spelling(values, a_id, b_id);
}

Name compare_family(const Values& values, ValueId a_id, ValueId b_id) {
    const auto& a = values.name(a_id);
    const auto& b = values.name(b_id);
    if (a_id == b_id || a.joined == b.joined) return Name::same;
    auto shared = shared_parts(a, a_id, b, b_id);
    if (shared == Shared::all_of_one) return Name::part;
    if (shared == Shared::some) return Name::similar;
    auto found = compare_spelling(values, a_id, b_id);
    if (found != Name::different) return found;
    // One name of a double one, with a slip.
    auto one_close = [&](const NameInfo& several, ValueId other) {
        return std::ranges::any_of(several.parts, [&](ValueId part) {
            return part != 0 && compare_spelling(values, part, other) == Name::close;
        });
    };
    return one_close(a, b_id) || one_close(b, a_id) ? Name::similar : Name::different;
}

/// How much a likeness of names is worth when the order of names is chosen.
int worth(Name name) {
    constexpr int worths[] = {10, 8, 7, 2, 7, 3, 0};
    return worths[static_cast<std::size_t>(name)];
}

constexpr std::uint8_t given_level[] = {1, 2, 3, 4, 5, 6, 7};
constexpr std::uint8_t family_level[] = {1, 3, 2, 4, 3, 4, 5};

class Comparer {
public:
    Comparer(const Values& values, const Record& a, const Record& b) : m_values(values), m_a(a), m_b(b) {}

    Outcome run() {
        names();
        middle();
        if (m_a.suffix != Suffix::unknown && m_b.suffix != Suffix::unknown)
            set(Comparison::suffix, m_a.suffix == m_b.suffix ? 1 : 2);
        if (m_a.birth != 0 && m_b.birth != 0) birth();
        emails();
        phones();
        address();
        unit();
        place();
        if (m_a.sex != Sex::unknown && m_b.sex != Sex::unknown)
            set(Comparison::sex, m_a.sex == m_b.sex ? 1 : 2);
        employer();
        for (std::size_t slot = 0; slot < m_a.identifiers.size(); ++slot)
            identifier(slot);
        return m_outcome;
    }

private:
    void set(Comparison comparison, int level, ValueId agreed = 0) {
        m_outcome.levels[static_cast<std::size_t>(comparison)] = static_cast<std::uint8_t>(level);
        m_outcome.agreed[static_cast<std::size_t>(comparison)] = agreed;
    }

    void names() {
        constexpr auto unknown = Name::different;
        bool given = m_a.given != 0 && m_b.given != 0;
        bool family = m_a.family != 0 && m_b.family != 0;
        bool ab = m_a.given != 0 && m_b.family != 0;
        bool ba = m_a.family != 0 && m_b.given != 0;
        auto straight_given = given ? compare_given(m_values, m_a.given, m_b.given) : unknown;
        auto straight_family = family ? compare_family(m_values, m_a.family, m_b.family) : unknown;
        int straight = worth(straight_given) + worth(straight_family);
        // A name in the other's place, as "Hall, Isla" entered in the wrong columns.
        if (straight < 12 && (ab || ba)) {
            auto crossed_ab = ab ? compare_given(m_values, m_a.given, m_b.family) : unknown;
            auto crossed_ba = ba ? compare_given(m_values, m_b.given, m_a.family) : unknown;
            bool both = ab && ba;
            int crossed = worth(crossed_ab) + worth(crossed_ba);
            if (crossed > straight + 3 && (both ? crossed >= 13 : crossed >= 10)) {
                if (ab) set_name(Comparison::given, given_level, crossed_ab, m_a.given, m_b.family);
                if (ba) set_name(Comparison::family, family_level, crossed_ba, m_a.family);
                set(Comparison::whole_name, 2);
                return;
            }
        }
        if (given) {
            if (straight_given >= Name::close && through_middle()) straight_given = Name::part;
            set_name(Comparison::given, given_level, straight_given, m_a.given, m_b.given);
        }
        if (family) {
            if (straight_family >= Name::close && family_is_middle()) straight_family = Name::part;
            set_name(Comparison::family, family_level, straight_family, m_a.family);
        }
        bool whole = m_a.whole_name != 0 && m_a.whole_name == m_b.whole_name;
        if (given || family) set(Comparison::whole_name, 1, whole ? m_a.whole_name : 0);
    }

    void set_name(Comparison comparison, const std::uint8_t* levels, Name name, ValueId agreed,
                  ValueId other = 0) {
        bool counts = name == Name::same || (name == Name::nickname && other != 0);
        set(comparison, levels[static_cast<std::size_t>(name)], counts ? agreed : 0);
        if (name == Name::nickname) m_outcome.other_given = other;
    }

    bool in_name(ValueId word, ValueId name) const {
        return word == name ||
               std::ranges::find(m_values.name(name).parts, word) != m_values.name(name).parts.end();
    }

    /// "J. Robert Smith" and "Robert Smith".
    bool through_middle() const {
        auto through = [&](const Record& one, const Record& other) {
            return one.middle != 0 && m_values.names.text(one.middle).size() > 1 &&
                   in_name(other.given, one.middle);
        };
        return through(m_a, m_b) || through(m_b, m_a);
    }

    /// "María Rivera Soto", where Rivera was taken for a middle name, and "María Rivera".
    bool family_is_middle() const {
        auto through = [&](const Record& one, const Record& other) {
            return one.middle != 0 && m_values.names.text(one.middle).size() > 1 &&
                   in_name(other.family, one.middle);
        };
        return through(m_a, m_b) || through(m_b, m_a);
    }

    void middle() {
        if (m_a.middle == 0 || m_b.middle == 0) return;
        auto a = m_values.names.text(m_a.middle);
        auto b = m_values.names.text(m_b.middle);
        auto name = compare_given(m_values, m_a.middle, m_b.middle);
        if (m_a.middle == m_b.middle) {
            set(Comparison::middle, 1, m_a.middle);
        } else if (is_initial(a) || is_initial(b)) {
            set(Comparison::middle, a.front() == b.front() ? 2 : 4);
        } else {
            set(Comparison::middle,
                name == Name::same    ? 1
                : name <= Name::close ? 3
                                      : 4,
                name == Name::same ? m_a.middle : 0);
        }
    }

    void birth();

    /// Whether a name is known to agree, well enough for two addresses made of it to look alike by that
    /// alone.
    bool a_name_agrees() const {
        auto given = m_outcome.levels[static_cast<std::size_t>(Comparison::given)];
        auto family = m_outcome.levels[static_cast<std::size_t>(Comparison::family)];
        return (given >= 1 && given <= 5) || (family >= 1 && family <= 3);
    }

    void emails() {
        int best = 0;
        for (auto a : m_a.emails)
            for (auto b : m_b.emails) {
                if (a == 0 || b == 0) continue;
                if (a == b) return set(Comparison::email, 1, a);
                auto level = email_level(a, b);
                if (level != 0) best = best == 0 ? level : std::min(best, level);
            }
        if (best != 0) set(Comparison::email, best);
    }

    /// An address is often made of its owner's name: that two are alike says nothing where the names agree
    /// already, unless a number in it agrees too, or its domain is alike. They are two addresses then.
    int email_level(ValueId a, ValueId b) const {
        auto local_a = m_values.local_part(a);
        auto local_b = m_values.local_part(b);
        auto text_a = m_values.local_parts.text(local_a);
        auto text_b = m_values.local_parts.text(local_b);
        const auto& pool = m_values.emails;
        int level = 5;
        if (local_a == local_b && text_a.size() > 3) {
            level = 2;
        } else if (close(pool, a, b, 2)) {
            level = 3;
        } else if (std::popcount(pool.letters[a] ^ pool.letters[b]) <= most_unlike + 2 &&
                   jaro_winkler(text_a, text_b) >= 0.86) {
            level = 4;
        }
        if (level == 5 || !a_name_agrees()) return level;
        if (level == 4 || digits_in(text_a) != digits_in(text_b)) return 5;
        if (digits_in(text_a) != 0 || (local_a == local_b && close(pool, a, b, 2))) return level;
        return 0;
    }

    static std::uint64_t digits_in(std::string_view text) {
        std::uint64_t digits = 0;
        for (char c : text)
            if (c >= '0' && c <= '9') digits = digits * 10 + static_cast<std::uint64_t>(c - '0') + 1;
        return digits;
    }

    void phones() {
        int best = 0;
        for (auto a : m_a.phones)
            for (auto b : m_b.phones) {
                if (a == 0 || b == 0) continue;
                if (a == b) return set(Comparison::phone, 1, a);
                auto x = m_values.phones.text(a);
                auto y = m_values.phones.text(b);
                if (x.size() < 7 || y.size() < 7) continue;
                int level = 4;
                // A number written without its area code.
                if (std::min(x.size(), y.size()) == 7 && x.substr(x.size() - 7) == y.substr(y.size() - 7)) {
                    level = 3;
                } else if (close(m_values.phones, a, b, 1)) {
                    level = 2;
                }
                best = best == 0 ? level : std::min(best, level);
            }
        if (best != 0) set(Comparison::phone, best);
    }

    void address() {
        if (m_a.street == 0 || m_b.street == 0) {
            // A number alone is little, and nothing where the street is not known.
            return;
        }
        if (m_a.address != 0 && m_a.address == m_b.address) return set(Comparison::address, 1, m_a.address);
        bool numbers = m_a.number != 0 && m_b.number != 0;
        bool same_number = numbers && m_a.number == m_b.number;
        bool same_street = m_a.street == m_b.street;
        if (same_street && numbers && close(m_values.numbers, m_a.number, m_b.number, 1))
            return set(Comparison::address, 3);
        if (same_street) return set(Comparison::address, 4, m_a.street);
        bool street_alike = close(m_values.streets, m_a.street, m_b.street, 2) ||
                            alike(m_values.streets, m_a.street, m_b.street, 0.9);
        if (street_alike) return set(Comparison::address, same_number ? 2 : 5);
        set(Comparison::address, same_number ? 6 : 7);
    }

    void unit() {
        if (m_a.unit == 0 || m_b.unit == 0) return;
        if (m_a.unit == m_b.unit) return set(Comparison::unit, 1, m_a.unit);
        auto length = std::min(m_values.units.text(m_a.unit).size(), m_values.units.text(m_b.unit).size());
        bool like = length > 3 && (close(m_values.units, m_a.unit, m_b.unit, 2) ||
                                   alike(m_values.units, m_a.unit, m_b.unit, 0.9));
        set(Comparison::unit, like ? 2 : 3);
    }

    void place() {
        bool postal = m_a.postal_code != 0 && m_b.postal_code != 0;
        bool city = m_a.city != 0 && m_b.city != 0;
        bool state = m_a.state != 0 && m_b.state != 0;
        if (!postal && !city && !state) return;
        bool same_city = city && m_a.city == m_b.city;
        bool city_alike = same_city || (city && (close(m_values.cities, m_a.city, m_b.city, 2) ||
                                                 alike(m_values.cities, m_a.city, m_b.city, 0.88)));
        if (postal && m_a.postal_code == m_b.postal_code)
            return set(Comparison::place, !city || city_alike ? 1 : 2, m_a.postal_code);
        bool postal_alike = postal && close(m_values.postal_codes, m_a.postal_code, m_b.postal_code, 1);
        if (same_city) return set(Comparison::place, postal_alike ? 3 : 4, m_a.city);
        if (city_alike) return set(Comparison::place, 5);
        if (postal_alike) return set(Comparison::place, 6);
        if (state && m_a.state == m_b.state) return set(Comparison::place, 7, m_a.state);
        set(Comparison::place, 8);
    }

    void employer() {
        if (m_a.employer == 0 || m_b.employer == 0) return;
        if (m_a.employer == m_b.employer) return set(Comparison::employer, 1, m_a.employer);
        set(Comparison::employer, close(m_values.employers, m_a.employer, m_b.employer, 2) ||
                                          alike(m_values.employers, m_a.employer, m_b.employer, 0.9)
                                      ? 2
                                      : 3);
    }

    void identifier(std::size_t slot) {
        auto a = m_a.identifiers[slot];
        auto b = m_b.identifiers[slot];
        if (a == 0 || b == 0) return;
        auto comparison = static_cast<Comparison>(static_cast<std::size_t>(Comparison::identifier) + slot);
        if (a == b) return set(comparison, 1, a);
        bool long_enough =
            std::min(m_values.identifiers.text(a).size(), m_values.identifiers.text(b).size()) > 4;
        set(comparison, long_enough && close(m_values.identifiers, a, b, 1) ? 2 : 3);
    }

    const Values& m_values;
    const Record& m_a;
    const Record& m_b;
    Outcome m_outcome;
};

/// Days from the beginning of the calendar, near enough to compare two dates.
int day_number(Birth birth) {
    return birth.year * 365 + birth.year / 4 + (birth.month * 306 - 9) / 10 + birth.day;
}

std::array<char, 8> digits_of(Birth birth) {
    auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    return {digit(birth.year / 1000), digit(birth.year / 100), digit(birth.year / 10), digit(birth.year),
            digit(birth.month / 10),  digit(birth.month),      digit(birth.day / 10),  digit(birth.day)};
}

/// One digit is another, or two neighbours are swapped.
bool one_slip(Birth a, Birth b) {
    auto x = digits_of(a);
    auto y = digits_of(b);
    std::array<std::size_t, 3> where{};
    std::size_t count = 0;
    for (std::size_t at = 0; at < x.size(); ++at) {
        if (x[at] == y[at]) continue;
        if (count == 2) return false;
        where[count++] = at;
    }
    if (count == 1) return true;
    return count == 2 && where[1] == where[0] + 1 && x[where[0]] == y[where[1]] && x[where[1]] == y[where[0]];
}

void Comparer::birth() {
    auto a = m_values.birth(m_a.birth);
    auto b = m_values.birth(m_b.birth);
    if (m_a.birth == m_b.birth && a.complete()) return set(Comparison::birth, 1, m_a.birth);
    if (a.complete() && b.complete()) {
        if (a.year == b.year && a.month == b.day && a.day == b.month) return set(Comparison::birth, 2);
        if (one_slip(a, b)) return set(Comparison::birth, 3);
        int equal = (a.year == b.year) + (a.month == b.month) + (a.day == b.day);
        if (equal == 2) return set(Comparison::birth, 4);
        int days = std::abs(day_number(a) - day_number(b));
        if (days <= 45) return set(Comparison::birth, 5);
        if (std::abs(a.year - b.year) <= 1) return set(Comparison::birth, 6);
        return set(Comparison::birth, days < 3653 ? 7 : 8);
    }
    auto agree = [](int x, int y) { return x == 0 || y == 0 || x == y; };
    if (!agree(a.year, b.year) || !agree(a.month, b.month) || !agree(a.day, b.day))
        return set(Comparison::birth, 12);
    bool year = a.year != 0 && b.year != 0;
    bool month = a.month != 0 && b.month != 0;
    if (year) return set(Comparison::birth, month ? 9 : 10);
    if (month) set(Comparison::birth, 11);
}

}  // namespace

Outcome compare(const Values& values, const Record& a, const Record& b) {
    return Comparer(values, a, b).run();
}

}  // namespace wallchart::linkage
