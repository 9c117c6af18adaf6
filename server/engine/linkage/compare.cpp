// The comparisons themselves: equal numbers first, letters only where they may be alike.
#include "engine/linkage/compare_values.h"
#include "engine/linkage/comparisons.h"
#include "engine/linkage/similarity.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace wallchart::linkage {
namespace {

bool close(const TextPool& pool, ValueId a, ValueId b, int limit) {
    return may_be_close(pool.letters[a], pool.letters[b], limit) &&
           edit_distance(pool.text(a), pool.text(b), limit) <= limit;
}

bool alike(const TextPool& pool, ValueId a, ValueId b, double from) {
    return std::popcount(pool.letters[a] ^ pool.letters[b]) <= most_unlike &&
           jaro_winkler(pool.text(a), pool.text(b)) >= from;
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
        suffix();
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
            if (crossed > straight + 3 && (both ? crossed >= 13 : crossed >= 10))
                return swapped({crossed_ab, m_a.given, m_b.family}, {crossed_ba, m_a.family, m_b.given});
        }
        if (given) {
            if (straight_given >= Name::close && through_middle()) straight_given = Name::part;
            set_name(Comparison::given, given_level, {straight_given, m_a.given, m_b.given});
        }
        if (family) {
            if (straight_family >= Name::close && family_is_middle()) straight_family = Name::part;
            set_name(Comparison::family, family_level, {straight_family, m_a.family, m_b.family});
        }
        bool whole = m_a.whole_name != 0 && m_a.whole_name == m_b.whole_name;
        if (given || family) set(Comparison::whole_name, 1, whole ? m_a.whole_name : 0);
    }

    struct Crossed {
        Name name;
        ValueId a, b;
    };

    /// Names in each other's place. Which of the two was meant for the given name is not known, so that the
    /// more alike is taken for the family name, whichever record is looked at first.
    void swapped(Crossed one, Crossed other) {
        auto order = [](const Crossed& crossed) {
            return std::pair(crossed.name, std::min(crossed.a, crossed.b));
        };
        if (order(one) < order(other)) std::swap(one, other);
        if (one.a != 0 && one.b != 0) set_name(Comparison::given, given_level, one);
        if (other.a != 0 && other.b != 0) set_name(Comparison::family, family_level, other);
        set(Comparison::whole_name, 2);
    }

    void set_name(Comparison comparison, const std::uint8_t* levels, Crossed names) {
        bool nickname = names.name == Name::nickname && comparison == Comparison::given;
        bool counts = names.name == Name::same || nickname;
        // Two spellings of one name are two values: one of them, whichever record is looked at first.
        set(comparison, levels[static_cast<std::size_t>(names.name)],
            counts ? std::min(names.a, names.b) : 0);
        if (nickname) m_outcome.other_given = std::max(names.a, names.b);
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
                name == Name::same ? std::min(m_a.middle, m_b.middle) : 0);
        }
    }

    void suffix() {
        if (m_a.suffix == Suffix::unknown || m_b.suffix == Suffix::unknown) return;
        int without = (m_a.suffix == Suffix::none ? 1 : 0) + (m_b.suffix == Suffix::none ? 1 : 0);
        if (without > 0) return set(Comparison::suffix, without == 1 ? 3 : 4);
        set(Comparison::suffix, m_a.suffix == m_b.suffix ? 1 : 2);
    }

    void birth() {
        auto level = compare_births(m_values.birth(m_a.birth), m_values.birth(m_b.birth));
        if (level != 0) set(Comparison::birth, level, level == 1 ? m_a.birth : 0);
    }

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
        if (city && !postal)
            return set(Comparison::place, same_city ? 9 : city_alike ? 10 : 11, same_city ? m_a.city : 0);
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

}  // namespace

Outcome compare(const Values& values, const Record& a, const Record& b) {
    return Comparer(values, a, b).run();
}

}  // namespace wallchart::linkage
