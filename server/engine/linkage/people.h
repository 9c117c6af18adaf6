#pragma once
// People as the engine holds them: a record is a small array of numbers, each of a distinct value that was
// brought into its normal form and studied once.

#include "engine/linkage/fields.h"
#include "engine/linkage/pool.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wallchart::linkage {

/// Kinds of values whose frequencies count: to agree on a rare one says more.
enum class Kind : std::uint8_t {
    none,
    given,
    middle,
    family,
    birth,
    email,
    phone,
    address,
    street,
    unit,
    city,
    state,
    postal_code,
    employer,
    identifier,
    identifier2,
    identifier3,
    whole_name,  ///< given and family name together, which are not independent
};
inline constexpr std::size_t kind_count = 18;

/// None: the list has suffixes, but no suffix of this person; unknown: the list does not say.
enum class Suffix : std::uint8_t { unknown, none, senior, junior, second, third, fourth };
enum class Sex : std::uint8_t { unknown, female, male, other };

/// A person's values.
struct Record {
    ValueId given = 0;
    ValueId middle = 0;
    ValueId family = 0;
    ValueId whole_name = 0;  ///< given and family name together
    ValueId birth = 0;
    std::array<ValueId, 2> emails{};
    std::array<ValueId, 3> phones{};
    ValueId address = 0;  ///< number and street together
    ValueId number = 0;
    ValueId street = 0;
    ValueId unit = 0;
    ValueId city = 0;
    ValueId state = 0;
    ValueId postal_code = 0;
    ValueId employer = 0;
    std::array<ValueId, 3> identifiers{};
    Suffix suffix = Suffix::unknown;
    Sex sex = Sex::unknown;
    friend bool operator==(const Record&, const Record&) = default;
};

/// What is worth knowing of a name beside its text.
struct NameInfo {
    std::uint32_t letters = 0;       ///< which letters occur
    std::uint32_t joined = 0;        ///< hash of the letters without blanks: "mary ann" is "maryann"
    std::uint32_t sound = 0;         ///< of the first of its words that is no particle
    std::uint32_t last_sound = 0;    ///< of the last
    std::array<ValueId, 3> parts{};  ///< its words without particles, if they are several or less than all
    std::array<ValueId, 8> full{};   ///< names that it may be short for
};

/// A date of birth; parts that are not known are 0.
struct Birth {
    std::uint16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    bool complete() const { return year != 0 && month != 0 && day != 0; }
    friend bool operator==(const Birth&, const Birth&) = default;
};

/// A pool of texts that are compared letter by letter.
struct TextPool : Pool {
    std::vector<std::uint32_t> letters{0};
    ValueId add(std::string_view text);
};

/// All distinct values of some lists.
class Values {
public:
    Values() : m_names(1), m_births(1), m_local_parts(1) {}

    const NameInfo& name(ValueId id) const { return m_names[id]; }
    Birth birth(ValueId id) const { return m_births[id]; }
    /// What stands before the @ of an e-mail address.
    ValueId local_part(ValueId email) const { return m_local_parts[email]; }

    ValueId add_name(std::string_view folded);
    ValueId add_whole_name(ValueId given, ValueId family);
    ValueId add_birth(Birth birth);
    ValueId add_email(std::string_view normal);

    Pool names, whole_names, births, local_parts, addresses;
    TextPool emails, phones, numbers, streets, units, cities, states, postal_codes, employers, identifiers;

private:
    std::vector<NameInfo> m_names;
    std::vector<Birth> m_births;
    std::vector<ValueId> m_local_parts;
};

/// What a list says of a person in one cell.
struct Cell {
    Field field = Field::ignored;
    std::uint8_t slot = 0;
    std::string_view text;
};

/// Brings a person's cells into normal form; what cannot be read is not known. New values are added.
Record read_person(std::span<const Cell> cells, Values& values);

/// Calls `each(kind, value)` for every known value of a record.
template <class Each>
void for_each_value(const Record& record, Each each) {
    auto one = [&](Kind kind, ValueId value) {
        if (value != 0) each(kind, value);
    };
    one(Kind::given, record.given);
    one(Kind::middle, record.middle);
    one(Kind::family, record.family);
    one(Kind::birth, record.birth);
    for (auto value : record.emails)
        one(Kind::email, value);
    for (auto value : record.phones)
        one(Kind::phone, value);
    one(Kind::address, record.address);
    one(Kind::street, record.street);
    one(Kind::unit, record.unit);
    one(Kind::city, record.city);
    one(Kind::state, record.state);
    one(Kind::postal_code, record.postal_code);
    one(Kind::employer, record.employer);
    one(Kind::identifier, record.identifiers[0]);
    one(Kind::identifier2, record.identifiers[1]);
    one(Kind::identifier3, record.identifiers[2]);
    one(Kind::whole_name, record.whole_name);
}

}  // namespace wallchart::linkage
