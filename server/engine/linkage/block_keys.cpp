// The passes: what two people must share to be compared.
#include "core/text.h"
#include "engine/linkage/blocks.h"

#include <algorithm>

namespace wallchart::linkage {
namespace {

enum Pass : std::uint8_t {
    by_identifier,
    by_email,
    by_phone,
    by_local_part,
    by_birth,
    by_names,
    by_name_year,
    by_name_month_day,
    by_name_postal_code,
    by_name_city,
    by_address,
    by_name_street,
    by_name_employer,
    by_number_postal_code,
    by_year_month_place,
    by_name,
};

/// The sounds of the words by which a name may be met, without repetition; at most three.
struct NameSounds {
    std::array<std::uint32_t, 3> sounds{};
    std::size_t count = 0;
    void add(std::uint32_t sound) {
        if (sound == 0 || count == sounds.size()) return;
        if (std::find(sounds.begin(), sounds.begin() + static_cast<std::ptrdiff_t>(count), sound) ==
            sounds.begin() + static_cast<std::ptrdiff_t>(count))
            sounds[count++] = sound;
    }
    auto begin() const { return sounds.begin(); }
    auto end() const { return sounds.begin() + static_cast<std::ptrdiff_t>(count); }
};

/// The sound of a given name's full form, so that Bob meets Robert.
std::uint32_t given_sound(const Values& values, ValueId id) {
    if (id == 0) return 0;
    const auto& name = values.name(id);
    return name.full[0] != 0 ? values.name(name.full[0]).sound : name.sound;
}

}  // namespace

bool is_parted(std::uint8_t pass, std::size_t part) {
    constexpr unsigned given = 1, family = 2, year = 4, month_day = 8, place = 16, street = 32, all = 63;
    switch (pass) {
        case by_identifier:
        case by_email:
        case by_phone:
        case by_local_part:
            return (all >> part & 1U) != 0;
        case by_birth:
            return ((given | family | place | street) >> part & 1U) != 0;
        case by_names:
            return ((year | month_day | place | street) >> part & 1U) != 0;
        case by_name_year:
        case by_name_month_day:
            return ((place | street) >> part & 1U) != 0;
        case by_name_postal_code:
        case by_name_city:
            return (street >> part & 1U) != 0;
        case by_address:
            return ((given | family) >> part & 1U) != 0;
        default:
            return false;
    }
}

bool has_window(std::uint8_t pass) {
    return pass <= by_birth || pass == by_address;
}

void block_keys(const Values& values, const Record& record, std::vector<BlockKey>& keys) {
    auto add = [&](Pass pass, std::uint64_t a, std::uint64_t b) {
        if (a != 0 && b != 0) keys.push_back({pass, hash_of(hash_of(pass, a), b)});
    };
    for (std::size_t slot = 0; slot < record.identifiers.size(); ++slot)
        add(by_identifier, record.identifiers[slot], slot + 1);
    for (auto email : record.emails) {
        add(by_email, email, 1);
        if (email != 0 && values.local_parts.text(values.local_part(email)).size() > 5)
            add(by_local_part, values.local_part(email), 1);
    }
    for (std::size_t at = 0; at < record.phones.size(); ++at)
        if (std::find(record.phones.begin(), record.phones.begin() + static_cast<std::ptrdiff_t>(at),
                      record.phones[at]) == record.phones.begin() + static_cast<std::ptrdiff_t>(at))
            add(by_phone, record.phones[at], 1);

    NameSounds families, words;
    if (record.family != 0) {
        families.add(values.name(record.family).sound);
        families.add(values.name(record.family).last_sound);
    }
    auto given = given_sound(values, record.given);
    for (auto sound : families)
        words.add(sound);
    words.add(given);
    // In either order, as the names may have been entered in each other's place.
    for (auto family : families)
        add(by_names, std::min(family, given), std::max(family, given));

    auto birth = values.birth(record.birth);
    if (birth.complete()) add(by_birth, record.birth, 1);
    auto month_day = static_cast<std::uint64_t>(birth.month) * 100 + birth.day;
    for (auto sound : words) {
        add(by_name_year, sound, birth.year);
        if (birth.month != 0 && birth.day != 0) add(by_name_month_day, sound, month_day);
        add(by_name_postal_code, sound, record.postal_code);
        add(by_name_city, sound, record.city);
        add(by_name_street, sound, record.street);
        add(by_name_employer, sound, record.employer);
        add(by_name, sound, 1);
    }
    add(by_address, record.address, 1);
    add(by_number_postal_code, record.number, record.postal_code);
    if (birth.year != 0 && birth.month != 0) {
        auto year_month = static_cast<std::uint64_t>(birth.year) * 100 + birth.month;
        add(by_year_month_place, year_month, record.postal_code != 0 ? record.postal_code : record.city);
    }
}

std::array<std::uint32_t, part_count> part_keys(const Values& values, const Record& record) {
    std::array<std::uint32_t, part_count> parts{};
    parts[0] = given_sound(values, record.given);
    if (record.family != 0) parts[1] = values.name(record.family).sound;
    auto birth = values.birth(record.birth);
    parts[2] = birth.year;
    if (birth.month != 0 && birth.day != 0) parts[3] = birth.month * 100U + birth.day;
    parts[4] = record.postal_code != 0 ? record.postal_code : record.city;
    parts[5] = record.street;
    return parts;
}

std::uint64_t sort_key(const Values& values, const Record& record) {
    std::uint64_t key = 0;
    auto letters = [&](ValueId name, std::size_t count) {
        auto text = values.names.text(name);
        for (std::size_t at = 0; at < count; ++at)
            key = key << 5U | (at < text.size() ? static_cast<unsigned char>(text[at]) & 31U : 0U);
    };
    letters(record.family, 4);
    letters(record.given, 3);
    auto birth = values.birth(record.birth);
    key = key << 12U | birth.year;
    key = key << 4U | (birth.month & 15U);
    return key << 5U | (birth.day & 31U);
}

}  // namespace wallchart::linkage
