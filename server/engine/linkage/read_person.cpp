#include "core/text.h"
#include "engine/linkage/people.h"
#include "engine/linkage/read_address.h"
#include "engine/linkage/read_date.h"
#include "engine/linkage/read_name.h"
#include "engine/union_name/lexicon.h"

#include <algorithm>
#include <array>

namespace wallchart::linkage {
namespace {

/// What people and programs write where they know nothing.
bool says_nothing(std::string_view text) {
    static constexpr std::array<std::string_view, 12> nothing{
        "", "-", "--", ".", "?", "n/a", "nan", "none", "null", "unknown", "#n/a", "not provided"};
    if (text.size() > 12) return false;
    return std::ranges::find(nothing, to_lower_ascii(trim(text))) != nothing.end();
}

std::string letters_and_digits(std::string_view text) {
    std::string kept;
    for (char c : fold(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept.push_back(c);
    return kept;
}

std::string read_email(std::string_view text) {
    auto email = normalize_email(text).value_or(replace_all(fold(text), " ", ""));
    auto plus = email.find('+');
    auto at = email.find('@');
    // "liz+union@" arrives where "liz@" does.
    if (plus != std::string::npos && plus > 0 && at != std::string::npos && plus < at)
        email.erase(plus, at - plus);
    return email.size() < 3 ? std::string() : email;
}

std::string read_phone(std::string_view text) {
    if (text.ends_with(".0")) text.remove_suffix(2);
    if (auto normal = normalize_phone(text)) return *normal;
    std::string digits;
    for (char c : text)
        if (c >= '0' && c <= '9') digits.push_back(c);
    return digits.size() < 6 || digits.find_first_not_of(digits.front()) == std::string::npos ? std::string()
                                                                                              : digits;
}

std::string read_identifier(std::string_view text) {
    auto trimmed = trim(text);
    if (trimmed.ends_with(".0")) trimmed.remove_suffix(2);
    auto identifier = letters_and_digits(trimmed);
    return identifier.find_first_not_of('0') == std::string::npos ? std::string() : identifier;
}

std::string read_state(std::string_view text) {
    auto folded = plain_words(text);
    auto known = union_name::find_state(folded);
    return known >= 0 ? "#" + std::to_string(known) : folded;
}

Sex read_sex(std::string_view text) {
    auto word = letters_and_digits(text);
    if (word.empty() || word == "u" || word == "unknown") return Sex::unknown;
    if (word.starts_with('f') || word == "w" || word == "woman" || word == "mujer") return Sex::female;
    if (word == "m" || word == "male" || word == "man" || word == "hombre" || word == "h") return Sex::male;
    return Sex::other;
}

std::string read_employer(std::string_view text) {
    static constexpr std::array<std::string_view, 11> legal{
        "inc", "llc", "corp", "corporation", "co", "company", "ltd", "the", "lp", "plc", "limited"};
    std::string kept;
    auto plain = plain_words(text);
    for (auto word : split(plain, ' ')) {
        if (std::ranges::find(legal, word) != legal.end()) continue;
        if (!kept.empty()) kept += ' ';
        kept += word;
    }
    return kept;
}

/// Collects a person's cells, which depend on each other.
class Reader {
public:
    explicit Reader(Values& values) : m_values(values) {}

    void take(const Cell& cell) {
        auto text = cell.text;
        switch (cell.field) {
            case Field::ignored:
            case Field::id:
                return;
            case Field::full_name:
                m_full = split_full_name(text);
                return;
            case Field::given:
                m_name.given = clean_name(text);
                return;
            case Field::middle:
                m_name.middle = clean_name(text);
                return;
            case Field::family:
                take_family(text);
                return;
            case Field::suffix:
                if (auto suffix = suffix_of(letters_and_digits(text))) m_name.suffix = *suffix;
                return;
            case Field::birth_date:
                m_birth = read_birth(text);
                return;
            case Field::birth_year:
                m_year = read_number(text, 2999);
                return;
            case Field::birth_month:
                m_month = read_number(text, 12);
                return;
            case Field::birth_day:
                m_day = read_number(text, 31);
                return;
            case Field::email:
                m_record.emails[cell.slot % 2] = m_values.add_email(read_email(text));
                return;
            case Field::phone:
                m_record.phones[cell.slot % 3] = m_values.phones.add(read_phone(text));
                return;
            case Field::address:
                m_address = read_address(text);
                return;
            case Field::street_number:
                m_number = plain_words(text);
                if (m_number.ends_with(" 0")) m_number.resize(m_number.size() - 2);
                return;
            case Field::unit:
                m_unit = read_unit(text);
                return;
            case Field::city:
                m_city = read_city(text);
                return;
            case Field::state:
                m_record.state = m_values.states.add(read_state(text));
                return;
            case Field::postal_code:
                m_record.postal_code = m_values.postal_codes.add(read_postal_code(text));
                return;
            case Field::sex:
                m_record.sex = read_sex(text);
                return;
            case Field::employer:
                m_record.employer = m_values.employers.add(read_employer(text));
                return;
            case Field::identifier:
                // The same number in two columns says two things.
                m_record.identifiers[cell.slot % 3] = m_values.identifiers.add(read_identifier(text));
                return;
        }
    }

    void take_no_suffix() { m_record.suffix = Suffix::none; }

    Record finish() {
        finish_name();
        if (m_year != 0 || m_month != 0 || m_day != 0)
            m_birth = {static_cast<std::uint16_t>(m_year), static_cast<std::uint8_t>(m_month),
                       static_cast<std::uint8_t>(m_day)};
        m_record.birth = m_values.add_birth(m_birth);
        finish_address();
        return m_record;
    }

private:
    void take_family(std::string_view text) {
        // "Rivera, Jr." and "Rivera Jr."
        m_name.family = clean_name(text);
        if (auto suffix = strip_name(m_name.family); suffix != Suffix::unknown) m_name.suffix = suffix;
    }

    void finish_name() {
        if (m_name.given.empty() && m_name.family.empty()) {
            auto suffix = m_name.suffix;
            m_name = m_full;
            if (suffix != Suffix::unknown) m_name.suffix = suffix;
        }
        strip_name(m_name.given);
        // "Mary A." in one cell.
        auto blank = m_name.given.rfind(' ');
        if (m_name.middle.empty() && blank != std::string::npos && m_name.given.size() == blank + 2) {
            m_name.middle = m_name.given.substr(blank + 1);
            m_name.given.erase(blank);
        }
        m_record.given = m_values.add_name(m_name.given);
        m_record.middle = m_values.add_name(m_name.middle);
        m_record.family = m_values.add_name(m_name.family);
        if (m_name.suffix != Suffix::unknown) m_record.suffix = m_name.suffix;
        m_record.whole_name = m_values.add_whole_name(m_record.given, m_record.family);
    }

    void finish_address() {
        auto& number = m_number.empty() ? m_address.number : m_number;
        auto& unit = m_unit.empty() ? m_address.unit : m_unit;
        auto city = m_city.empty() ? read_city(m_address.city) : m_city;
        m_record.number = m_values.numbers.add(number);
        m_record.street = m_values.streets.add(m_address.street);
        m_record.unit = m_values.units.add(unit);
        m_record.city = m_values.cities.add(city);
        if (m_record.number != 0 && m_record.street != 0)
            m_record.address = m_values.addresses.intern(number + " " + m_address.street);
        if (m_record.postal_code == 0)
            m_record.postal_code = m_values.postal_codes.add(read_postal_code(m_address.postal_code));
        if (m_record.state == 0 && !m_address.state.empty())
            m_record.state = m_values.states.add(read_state(m_address.state));
    }

    Values& m_values;
    Record m_record;
    NameParts m_name, m_full;
    Birth m_birth;
    int m_year = 0, m_month = 0, m_day = 0;
    AddressParts m_address;
    std::string m_number, m_unit, m_city;
};

}  // namespace

Record read_person(std::span<const Cell> cells, Values& values) {
    Reader reader(values);
    for (const auto& cell : cells) {
        if (!says_nothing(cell.text)) {
            reader.take(cell);
        } else if (cell.field == Field::suffix && cell.text.empty()) {
            reader.take_no_suffix();
        }
    }
    return reader.finish();
}

}  // namespace wallchart::linkage
