#include "features/imports/person_index.h"

#include "core/text.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace wallchart {
namespace {

std::uint32_t short_hash(std::string_view text) {
    if (text.empty()) return 0;
    auto hash = static_cast<std::uint32_t>(key_hash(text));
    return hash == 0 ? 1 : hash;
}

std::uint64_t mixed(std::uint64_t x) {
    x ^= x >> 32U;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32U;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32U;
    return x == 0 ? 1 : x;
}

/// An address or number together with a name.
std::uint64_t named_key(std::uint64_t key, std::uint32_t name) {
    return mixed(key ^ (std::uint64_t{name} << 17U));
}

/// So many people are under an e-mail alone ("none@example.org" can be on every row of a list); the others
/// are under it and one of their names, of which one must agree anyway.
constexpr std::size_t crowd = 200;

template <class Number>
Number number_of(std::string_view digits) {
    Number number = 0;
    for (char c : digits)
        number = static_cast<Number>(number * 10 + (c - '0'));
    return number;
}

}  // namespace

std::uint64_t key_hash(std::string_view text) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ text.size();
    while (text.size() >= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, text.data(), 8);
        hash = mixed(hash ^ part);
        text.remove_prefix(8);
    }
    std::uint64_t part = 0;
    std::memcpy(&part, text.data(), text.size());
    return mixed(hash ^ part);
}

PersonIdentity PersonIdentity::of(const Person& person) {
    PersonIdentity identity;
    auto given = person.given_first.empty() ? fold(person.given_name) : person.given_first;
    std::string_view first = given;
    if (trim(person.given_name).empty()) first = {};
    first = first.substr(0, first.find(' '));
    if (first.ends_with('.')) first.remove_suffix(1);
    identity.given = short_hash(first);
    identity.given_initial = first.empty() ? '\0' : first.front();
    identity.given_is_initial = first.size() == 1;
    identity.family = short_hash(fold(person.family_name));
    auto middle = fold(first_characters(person.middle_name, 1));
    identity.middle_initial = middle.empty() ? '\0' : middle.front();
    if (!person.suffix.empty()) {
        auto suffix = fold(person.suffix);
        std::erase(suffix, '.');
        identity.suffix = static_cast<std::uint8_t>(short_hash(suffix) | 1U);
    }
    std::string_view birth = person.birth_date;
    if (birth.size() >= 4) identity.birth_year = number_of<std::uint16_t>(birth.substr(0, 4));
    if (birth.size() >= 7) identity.birth_month = number_of<std::uint8_t>(birth.substr(5, 2));
    if (birth.size() == 10) identity.birth_day = number_of<std::uint8_t>(birth.substr(8, 2));
    return identity;
}

void PersonIdentity::take_over(const PersonIdentity& said) {
    if (said.given != 0 && !said.abbreviates(*this)) {
        given = said.given;
        given_initial = said.given_initial;
        given_is_initial = said.given_is_initial;
    }
    if (said.family != 0) family = said.family;
    if (said.middle_initial != 0) middle_initial = said.middle_initial;
    if (said.suffix != 0) suffix = said.suffix;
    if (said.birth_year == 0) return;
    bool same = birth_year == said.birth_year;
    same = same && (said.birth_month == 0 || birth_month == said.birth_month);
    same = same && (said.birth_day == 0 || birth_day == said.birth_day);
    if (same) return;  // less of the same date replaces nothing
    birth_year = said.birth_year;
    birth_month = said.birth_month;
    birth_day = said.birth_day;
}

Sameness compare(const PersonIdentity& a, const PersonIdentity& b, bool share_phone) {
    auto differ = [](auto x, auto y) { return x != 0 && y != 0 && x != y; };
    bool given_differs = differ(a.given, b.given);
    if ((a.given_is_initial || b.given_is_initial) && a.given_initial == b.given_initial)
        given_differs = false;
    bool family_differs = differ(a.family, b.family);
    // Under one phone live siblings and spouses; an e-mail outlives a nickname or a marriage.
    if (given_differs && (share_phone || family_differs)) return Sameness::different;
    if (differ(a.suffix, b.suffix)) return Sameness::different;
    bool middle_differs = differ(a.middle_initial, b.middle_initial);
    bool same_day = a.birth_day != 0 && a.birth_day == b.birth_day && a.birth_month == b.birth_month;
    bool day_differs = a.birth_day != 0 && b.birth_day != 0 && !same_day;
    if (differ(a.birth_year, b.birth_year))
        return same_day && !middle_differs ? Sameness::unclear : Sameness::different;
    if (day_differs) return middle_differs ? Sameness::different : Sameness::unclear;
    if (middle_differs && !same_day) return Sameness::unclear;
    return Sameness::same;
}

// ---- KeyTable ----

void KeyTable::reserve(std::size_t entries) {
    auto capacity = std::bit_ceil(std::max<std::size_t>(entries + entries / 4, 1024));
    if (capacity > m_keys.size()) grow(capacity);
}

void KeyTable::grow(std::size_t capacity) {
    auto keys = std::move(m_keys);
    auto ordinals = std::move(m_ordinals);
    m_keys.assign(capacity, 0);
    m_ordinals.assign(capacity, 0);
    m_mask = capacity - 1;
    m_size = 0;
    for (std::size_t at = 0; at < keys.size(); ++at)
        if (keys[at] != 0) insert(keys[at], ordinals[at]);
}

bool KeyTable::insert(std::uint64_t key, std::uint32_t ordinal, std::size_t most) {
    if ((m_size + 1) * 8 > m_keys.size() * 7) grow(std::max<std::size_t>(1024, m_keys.size() * 2));
    auto at = key & m_mask;
    std::size_t count = 0;
    for (; m_keys[at] != 0; at = (at + 1) & m_mask) {
        if (m_keys[at] != key) continue;
        if (m_ordinals[at] == ordinal) return true;
        if (++count >= most) return false;
    }
    m_keys[at] = key;
    m_ordinals[at] = ordinal;
    ++m_size;
    return true;
}

// ---- PersonIndex ----

PersonIndex::PersonIndex(Id<Workspace> workspace, std::string source)
    : m_workspace(workspace), m_source(std::move(source)) {}

std::optional<std::uint32_t> PersonIndex::ordinal_of(std::int64_t id) const {
    auto end = m_ids.begin() + static_cast<std::ptrdiff_t>(m_sorted);
    auto found = std::lower_bound(m_ids.begin(), end, id);
    if (found != end && *found == id) return static_cast<std::uint32_t>(found - m_ids.begin());
    auto late = m_late.find(id);
    if (late != m_late.end()) return late->second;
    return std::nullopt;
}

std::uint32_t PersonIndex::add(Id<Person> id, const PersonKeys& keys) {
    auto ordinal = size();
    if (m_sorted == m_ids.size() && (m_ids.empty() || m_ids.back() < id.value)) {
        ++m_sorted;
    } else {
        m_late.emplace(id.value, ordinal);
    }
    m_ids.push_back(id.value);
    m_identities.push_back(keys.identity);
    m_has_external_id.push_back(false);
    extend(ordinal, keys);
    return ordinal;
}

void PersonIndex::rename(std::uint32_t family, std::uint32_t former) {
    auto& list = m_former[family];
    auto add = [&](std::uint32_t name) {
        if (name != family && std::ranges::find(list, name) == list.end()) list.push_back(name);
    };
    add(former);
    if (auto before = m_former.find(former); before != m_former.end() && former != family)
        for (auto name : std::vector(before->second))
            add(name);
}

void PersonIndex::file_email(std::uint64_t key, std::uint32_t ordinal) {
    if (m_table.insert(key, ordinal, crowd)) return;
    const auto& identity = m_identities[ordinal];
    for (auto name : {identity.given, identity.family})
        if (name != 0) m_table.insert(named_key(key, name), ordinal);
}

void PersonIndex::extend(std::uint32_t ordinal, const PersonKeys& keys) {
    auto& identity = m_identities[ordinal];
    auto former = identity.family;
    identity.take_over(keys.identity);
    if (identity.family != former) rename(identity.family, former);
    if (keys.external_id != 0) {
        m_table.insert(keys.external_id, ordinal);
        m_has_external_id[ordinal] = true;
    }
    for (auto key : keys.emails)
        file_email(key, ordinal);
    for (auto phone : keys.phones)
        m_table.insert(named_key(phone, identity.family), ordinal);
}

void PersonIndex::load(Reader& reader, std::size_t more) {
    auto people =
        reader.value<std::int64_t>("SELECT count(*) FROM person WHERE workspace_id = $1", m_workspace);
    auto expected = static_cast<std::size_t>(people) + more;
    m_ids.reserve(expected);
    m_identities.reserve(expected);
    m_table.reserve(expected * 3);
    m_newest_batch =
        reader.value<std::int64_t>("SELECT max(id) FROM batch WHERE workspace_id = $1", m_workspace);
    load_people(reader, 0);
    load_keys(reader, 0);
    // Those of the last minute are known too.
    constexpr std::int64_t minute = std::int64_t{60'000} << 22U;
    for (auto batch : reader.rows<std::int64_t>("SELECT id FROM batch WHERE workspace_id = $1 AND id > $2",
                                                m_workspace, m_newest_batch - minute))
        m_batches.insert(batch);
}

void PersonIndex::catch_up(Reader& reader, Id<Batch> own) {
    // Other processes' clocks may be behind a little, and their transactions end later than they began.
    constexpr std::int64_t minute = std::int64_t{60'000} << 22U;
    auto news = INT64_MAX;
    reader.each(
        "SELECT id FROM batch WHERE workspace_id = $1 AND id > $2 AND id <> $3",
        [&](const Row& row) {
            auto batch = row.integer(0);
            m_newest_batch = std::max(m_newest_batch, batch);
            if (m_batches.insert(batch).second) news = std::min(news, batch);
        },
        m_workspace, std::max<std::int64_t>(0, m_newest_batch - minute), own);
    if (news == INT64_MAX) return;
    auto after = std::max<std::int64_t>(0, news - minute);
    auto before = size();
    load_people(reader, after);
    if (size() > before) load_keys(reader, after);
}

void PersonIndex::load_people(Reader& reader, std::int64_t after) {
    reader.each(
        "SELECT id, given_name, middle_name, family_name, suffix, birth_date FROM person "
        "WHERE workspace_id = $1 AND id > $2 ORDER BY id",
        [&](const Row& row) {
            auto id = row.integer(0);
            if (ordinal_of(id)) return;
            Person person;
            person.given_name = row.text(1);
            person.middle_name = row.text(2);
            person.family_name = row.text(3);
            person.suffix = row.text(4);
            person.birth_date = row.text(5);
            PersonKeys keys;
            keys.identity = PersonIdentity::of(person);
            add(Id<Person>{id}, keys);
        },
        m_workspace, after);
}

void PersonIndex::load_keys(Reader& reader, std::int64_t after) {
    reader.each(
        "SELECT person_id, value FROM contact_point WHERE workspace_id = $1 AND person_id > $2",
        [&](const Row& row) {
            auto ordinal = ordinal_of(row.integer(0));
            if (!ordinal) return;
            auto value = row.text(1);
            auto key = key_hash(value);
            if (!value.starts_with('+')) return file_email(key, *ordinal);
            m_table.insert(named_key(key, m_identities[*ordinal].family), *ordinal);
        },
        m_workspace, after);
    reader.each(
        "SELECT person_id, value FROM external_id WHERE workspace_id = $1 AND source = $2 AND person_id > $3",
        [&](const Row& row) {
            auto ordinal = ordinal_of(row.integer(0));
            if (!ordinal) return;
            m_table.insert(key_hash("#" + std::string(row.text(1))), *ordinal);
            m_has_external_id[*ordinal] = true;
        },
        m_workspace, m_source, after);
}

PersonIndex::Match PersonIndex::find(const PersonKeys& keys) const {
    if (keys.external_id != 0) {
        std::optional<std::uint32_t> found;
        bool several = false;
        m_table.find(keys.external_id, [&](std::uint32_t ordinal) {
            several = several || found;
            found = ordinal;
        });
        if (several) return {{}, RejectReason::matches_several};
        if (found) return {found, {}};
    }
    // Collects who may be meant by a list of keys; says whether that decides the matter.
    auto decide = [&](const std::vector<std::uint64_t>& list, bool phones) -> std::optional<Match> {
        std::vector<std::uint32_t> same, unclear;
        std::size_t met = 0;
        auto look_under = [&](std::uint64_t key) {
            m_table.find(key, [&](std::uint32_t ordinal) {
                ++met;
                const auto& known = m_identities[ordinal];
                if (phones && known.family != keys.identity.family) return;  // their name is another now
                // Whom the source knows under another number is somebody else.
                if (keys.external_id != 0 && m_has_external_id[ordinal]) return;
                auto sameness = compare(known, keys.identity, phones);
                auto* into = sameness == Sameness::same      ? &same
                             : sameness == Sameness::unclear ? &unclear
                                                             : nullptr;
                if (into != nullptr && std::ranges::find(*into, ordinal) == into->end())
                    into->push_back(ordinal);
            });
        };
        for (auto key : list) {
            met = 0;
            look_under(key);
            if (phones || met < crowd) continue;
            for (auto name : {keys.identity.given, keys.identity.family})
                if (name != 0) look_under(named_key(key, name));
        }
        if (same.size() == 1) return Match{same.front(), {}};
        if (same.size() > 1) {
            // Of several, the one whose name is the very same.
            std::erase_if(same, [&](auto ordinal) {
                const auto& known = m_identities[ordinal];
                return known.given != keys.identity.given || known.family != keys.identity.family;
            });
            if (same.size() == 1) return Match{same.front(), {}};
            return Match{{}, RejectReason::matches_several};
        }
        if (!unclear.empty()) return Match{{}, RejectReason::maybe_another};
        return std::nullopt;
    };
    if (auto decided = decide(keys.emails, false)) return *decided;
    auto family = keys.identity.family;
    if (keys.phones.empty() || family == 0) return {};
    std::vector<std::uint64_t> phones;
    for (auto phone : keys.phones)
        phones.push_back(named_key(phone, family));
    if (auto former = m_former.find(family); former != m_former.end())
        for (auto name : former->second)
            for (auto phone : keys.phones)
                phones.push_back(named_key(phone, name));
    return decide(phones, true).value_or(Match{});
}

}  // namespace wallchart
