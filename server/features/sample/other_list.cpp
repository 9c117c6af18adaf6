#include "features/sample/other_list.h"

#include "core/text.h"
#include "features/sample/words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace wallchart::sample {
namespace {

using std::literals::operator""sv;

/// What people of a name are called, in the words of the lists of names.
constexpr std::array nicknames{std::pair{"James"sv, "Jim"sv},      std::pair{"Robert"sv, "Bob"sv},
                               std::pair{"Robert"sv, "Rob"sv},     std::pair{"John"sv, "Jack"sv},
                               std::pair{"Michael"sv, "Mike"sv},   std::pair{"David"sv, "Dave"sv},
                               std::pair{"William"sv, "Bill"sv},   std::pair{"William"sv, "Will"sv},
                               std::pair{"Richard"sv, "Rick"sv},   std::pair{"Richard"sv, "Dick"sv},
                               std::pair{"Joseph"sv, "Joe"sv},     std::pair{"Thomas"sv, "Tom"sv},
                               std::pair{"Charles"sv, "Chuck"sv},  std::pair{"Daniel"sv, "Dan"sv},
                               std::pair{"Matthew"sv, "Matt"sv},   std::pair{"Anthony"sv, "Tony"sv},
                               std::pair{"Donald"sv, "Don"sv},     std::pair{"Steven"sv, "Steve"sv},
                               std::pair{"Andrew"sv, "Drew"sv},    std::pair{"Joshua"sv, "Josh"sv},
                               std::pair{"Kenneth"sv, "Ken"sv},    std::pair{"Timothy"sv, "Tim"sv},
                               std::pair{"Ronald"sv, "Ron"sv},     std::pair{"Edward"sv, "Ed"sv},
                               std::pair{"Jeffrey"sv, "Jeff"sv},   std::pair{"Benjamin"sv, "Ben"sv},
                               std::pair{"Samuel"sv, "Sam"sv},     std::pair{"Gregory"sv, "Greg"sv},
                               std::pair{"Patrick"sv, "Pat"sv},    std::pair{"Patricia"sv, "Pat"sv},
                               std::pair{"Patricia"sv, "Trish"sv}, std::pair{"Jennifer"sv, "Jen"sv},
                               std::pair{"Barbara"sv, "Barb"sv},   std::pair{"Susan"sv, "Sue"sv},
                               std::pair{"Jessica"sv, "Jess"sv},   std::pair{"Kimberly"sv, "Kim"sv},
                               std::pair{"Deborah"sv, "Deb"sv},    std::pair{"Stephanie"sv, "Steph"sv},
                               std::pair{"Rebecca"sv, "Becky"sv},  std::pair{"Katherine"sv, "Kate"sv},
                               std::pair{"Elizabeth"sv, "Liz"sv},  std::pair{"Samantha"sv, "Sam"sv},
                               std::pair{"Pamela"sv, "Pam"sv},     std::pair{"Cynthia"sv, "Cindy"sv},
                               std::pair{"José"sv, "Pepe"sv},      std::pair{"Francisco"sv, "Paco"sv},
                               std::pair{"Guadalupe"sv, "Lupe"sv}, std::pair{"Jesús"sv, "Chuy"sv},
                               std::pair{"Eduardo"sv, "Lalo"sv},   std::pair{"Enrique"sv, "Quique"sv},
                               std::pair{"Roberto"sv, "Beto"sv},   std::pair{"Manuel"sv, "Manny"sv},
                               std::pair{"Rafael"sv, "Rafa"sv},    std::pair{"Alejandro"sv, "Alex"sv},
                               std::pair{"Leticia"sv, "Lety"sv},   std::pair{"Gabriela"sv, "Gaby"sv},
                               std::pair{"Rosario"sv, "Chayo"sv},  std::pair{"Dolores"sv, "Lola"sv},
                               std::pair{"Graciela"sv, "Chela"sv}, std::pair{"Isabel"sv, "Isa"sv}};

std::string nickname_of(const std::string& given, Random& random) {
    std::vector<std::string_view> found;
    for (const auto& [name, short_name] : nicknames)
        if (name == given) found.push_back(short_name);
    return found.empty() ? given : std::string(random.pick(found));
}

/// A slip of the fingers in a text of letters or digits.
std::string with_slip(std::string text, Random& random) {
    if (text.size() < 3) return text;
    auto at = 1 + random.below(text.size() - 2);
    auto plain = [&](std::size_t where) { return static_cast<unsigned char>(text[where]) < 0x80; };
    if (!plain(at) || !plain(at + 1)) return text;
    bool digit = text[at] >= '0' && text[at] <= '9';
    char other = static_cast<char>(digit ? '0' + random.below(10) : 'a' + random.below(26));
    switch (random.below(4)) {
        case 0:
            std::swap(text[at], text[at + 1]);
            break;
        case 1:
            text.erase(at, 1);
            break;
        case 2:
            text[at] = other;
            break;
        default:
            text.insert(at, 1, other);
    }
    return text;
}

std::string new_phone(Random& random) {
    auto digits = std::to_string(10'000 + random.below(10'000));
    return "+1" + std::to_string(201 + random.below(700)) + "556" + digits.substr(1);
}

std::string letters(const std::string& name) {
    std::string kept;
    for (char c : fold(name))
        if (c >= 'a' && c <= 'z') kept.push_back(c);
    return kept;
}

void change_names(ListedPerson& person, Random& random) {
    if (random.chance(0.16)) person.given = nickname_of(person.given, random);
    if (random.chance(0.04)) person.given = with_slip(person.given, random);
    if (random.chance(0.025)) person.given = std::string(first_characters(person.given, 1));
    if (auto blank = person.given.find(' '); blank != std::string::npos && random.chance(0.4))
        person.given.erase(blank);
    auto parted = person.family.find(' ');
    if (parted != std::string::npos) {
        if (random.chance(0.35)) {
            person.family =
                random.chance(0.8) ? person.family.substr(0, parted) : person.family.substr(parted + 1);
        } else if (random.chance(0.2)) {
            person.family[parted] = '-';
        }
    } else if (person.sex == "F" && random.chance(0.04)) {
        auto other = std::string(random.pick_early(family_names()));
        person.family = random.chance(0.5) ? other : person.family + "-" + other;
    }
    if (random.chance(0.05)) person.family = with_slip(person.family, random);
    if (random.chance(0.3)) {
        person.given = fold(person.given);
        person.family = fold(person.family);
    } else if (random.chance(0.2)) {
        person.given = to_upper_ascii(fold(person.given));
        person.family = to_upper_ascii(fold(person.family));
    }
    if (random.chance(0.01)) std::swap(person.given, person.family);
    if (random.chance(0.5)) person.middle.clear();
    if (random.chance(0.4)) person.suffix.clear();
}

void change_birth_date(ListedPerson& person, Random& random) {
    auto& date = person.birth_date;
    if (date.size() == 10) {
        if (random.chance(0.015)) {
            auto month = date.substr(5, 2);
            auto day = date.substr(8, 2);
            if (day <= "12") date = date.substr(0, 5) + day + "-" + month;
        } else if (random.chance(0.02)) {
            constexpr std::array<std::size_t, 4> places{3, 6, 8, 9};
            auto& digit = date[random.pick(places)];
            digit = static_cast<char>('0' + (digit - '0' + 1) % 10);
        } else if (random.chance(0.04)) {
            date.resize(4);
        }
    }
    if (random.chance(0.12)) date.clear();
}

void change_address(ListedPerson& person, Random& random) {
    if (random.chance(0.1)) {
        const auto& state = random.pick(states());
        person.street =
            std::to_string(random.between(1, 9400)) + " " + std::string(random.pick_early(street_names()));
        person.unit = random.chance(0.25) ? "Apt " + std::to_string(random.between(1, 40)) : std::string();
        if (random.chance(0.3)) {
            person.city = std::string(random.pick_early(state.cities));
            person.state = state.code;
            person.postal_code.clear();
        }
    } else if (random.chance(0.07)) {
        person.street = with_slip(person.street, random);
    }
    if (random.chance(0.3)) person.unit.clear();
    if (random.chance(0.1)) {
        person.street.clear();
        person.unit.clear();
    }
    if (random.chance(0.1)) person.postal_code.clear();
}

void change_contacts(ListedPerson& person, Random& random) {
    if (random.chance(0.1)) {
        person.phone = new_phone(random);
    } else if (!person.phone.empty() && random.chance(0.03)) {
        person.phone = with_slip(person.phone, random);
    }
    if (!person.email.empty()) {
        if (random.chance(0.1)) {
            person.email = letters(person.given) + std::to_string(random.below(10'000)) + "@example.net";
        } else if (random.chance(0.03)) {
            person.email = with_slip(person.email, random);
        }
    }
    if (random.chance(0.08)) person.phone.clear();
    if (random.chance(0.15)) person.email.clear();
}

bool still_known(const ListedPerson& a, const ListedPerson& b) {
    auto same = [](const std::string& x, const std::string& y) { return !x.empty() && x == y; };
    return same(a.email, b.email) || same(a.phone, b.phone) || same(a.street, b.street) ||
           (a.birth_date.size() == 10 && a.birth_date == b.birth_date);
}

}  // namespace

ListedPerson on_another_list(const ListedPerson& person, Random& random) {
    constexpr int tries = 20;
    for (int round = 0; round < tries; ++round) {
        auto other = person;
        change_names(other, random);
        change_birth_date(other, random);
        change_address(other, random);
        change_contacts(other, random);
        if (random.chance(0.7)) other.van_id.clear();
        if (random.chance(0.3)) other.employer.clear();
        if (random.chance(0.3)) other.sex.clear();
        if (still_known(person, other)) return other;
    }
    return person;
}

}  // namespace wallchart::sample
