// Building a directory: which union each entry belongs to, its number, and the words it is found by.
#include "engine/union_name/directory.h"

#include "core/text.h"
#include "engine/union_name/reader.h"

#include <algorithm>
#include <cmath>

namespace wallchart::union_name {
namespace {

/// "Warehouse Workers United (WWU)" → the name, and what stands in parentheses if it is one word.
std::pair<std::string_view, std::string_view> split_abbreviation(std::string_view text) {
    auto open = text.find('(');
    auto close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) return {trim(text), {}};
    auto inside = trim(text.substr(open + 1, close - open - 1));
    if (inside.empty() || inside.size() > 12 || inside.find(' ') != std::string_view::npos) inside = {};
    return {trim(text.substr(0, open)), inside};
}

/// "Warehouse Workers United" → "WWU".
std::string initials(std::string_view name) {
    std::string letters;
    for (auto word : split(name, ' ')) {
        if (word.empty() || word == "of" || word == "and" || word == "the" || word == "for" || word == "&")
            continue;
        if (static_cast<unsigned char>(word[0]) < 0x80) letters.push_back(word[0]);
    }
    return to_upper_ascii(letters);
}

constexpr double weight_of(const std::optional<std::int64_t>& members) {
    // A body without members is mostly one that closed; a large one is meant more often than a small one.
    if (!members) return 1;
    if (*members <= 0) return 0.3;
    return 1 + std::log10(static_cast<double>(*members)) / 4;
}

}  // namespace

Directory::Directory(std::vector<DirectoryEntry> entries)
    : m_lexicon(Lexicon::table()), m_entries(std::move(entries)) {
    std::ranges::stable_sort(m_entries, std::ranges::greater{},
                             [](const DirectoryEntry& entry) { return entry.members.value_or(0); });
    m_listed.resize(m_entries.size());
    // First all unions, so that every name is read with all of them known.
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_listed[i].affiliation = affiliation_of(m_entries[i]);
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        learn_short_name(m_entries[i], m_listed[i].affiliation);
    m_by_affiliation.resize(m_lexicon.size());
    for (std::uint32_t i = 0; i < m_entries.size(); ++i)
        list(i);
    std::ranges::sort(m_by_number);
    m_tokens.seal();
}

std::int32_t Directory::affiliation_of(const DirectoryEntry& entry) {
    if (trim(entry.affiliation).empty()) return -1;
    auto [known, made] = m_named.try_emplace(entry.affiliation, -1);
    if (!made) return known->second;
    auto [name, abbreviation] = split_abbreviation(entry.affiliation);
    auto found = m_lexicon.find_union(to_upper_ascii(name));
    if (found < 0) found = m_lexicon.union_named(name);
    if (found < 0 && !abbreviation.empty() && abbreviation == to_upper_ascii(abbreviation) && name.empty()) {
        found = m_lexicon.find_union(abbreviation);
    }
    if (found < 0) {
        auto letters = initials(name);
        bool code = !abbreviation.empty();
        found = m_lexicon.learn_union(code ? abbreviation : name, name);
        if (!code && letters.size() >= 3 && m_lexicon.union_named(letters) < 0)
            m_lexicon.learn_name(found, letters);
    }
    return known->second = found;
}

/// "Warehouse Workers Local 88" of "Warehouse Workers United": the union is called "Warehouse Workers" too.
void Directory::learn_short_name(const DirectoryEntry& entry, std::int32_t affiliation) {
    if (affiliation < 0 || m_lexicon.at(affiliation).entry || entry.name.empty()) return;
    Words words;
    cut(m_lexicon, entry.name, words);
    std::string name;
    int count = 0;
    for (const auto& token : words.tokens) {
        if (token.is_number()) break;
        if (token.word != Lexicon::no_word) {
            auto role = m_lexicon.meaning(token.word).role;
            if (role == Role::designator || role == Role::number_word) break;
            if (role == Role::glue) continue;
        }
        if (!name.empty()) name.push_back(' ');
        name.append(token.raw);
        ++count;
    }
    // One word only if it means nothing elsewhere ("Lamplighters").
    bool own_word = count == 1 && Lexicon::table().find_word(name) == Lexicon::no_word;
    if ((own_word || (count >= 2 && count <= 6)) && m_lexicon.union_named(name) < 0)
        m_lexicon.learn_name(affiliation, name);
}

void Directory::list(std::uint32_t index) {
    const auto& entry = m_entries[index];
    auto& listed = m_listed[index];
    listed.kind = entry.kind;
    listed.city = fold(entry.city);
    listed.state = static_cast<std::int16_t>(find_state(trim(entry.state)));
    listed.weight = weight_of(entry.members);
    listed.number = parse_local_number(entry.number);
    if (listed.affiliation < 0 || (listed.number.empty() && trim(entry.number).empty())) {
        auto read = read_union_name(m_lexicon, entry.name);
        if (listed.affiliation < 0 && !read.affiliations.empty())
            listed.affiliation = read.affiliations.front().index;
        if (listed.number.empty()) listed.number = parse_local_number(read.body.number);
        if (listed.kind == BodyKind::unknown) listed.kind = read.body.kind;
    }
    for (auto part : listed.number.parts) {
        m_by_number.push_back({{-1, part}, index});
        if (listed.affiliation >= 0) m_by_number.push_back({{listed.affiliation, part}, index});
    }
    if (listed.affiliation >= 0)
        m_by_affiliation[static_cast<std::size_t>(listed.affiliation)].push_back(index);

    Words words;
    cut(m_lexicon, entry.name, words);
    for (const auto& token : words.tokens) {
        if (token.is_number()) {
            m_tokens.add(to_lower_ascii(words.numbers[static_cast<std::size_t>(token.number)].text()), index);
        } else if (token.word == Lexicon::no_word || m_lexicon.meaning(token.word).role != Role::glue) {
            m_tokens.add(normal_word(token.raw), index);
        }
    }
    for (auto word : split(listed.city, ' '))
        m_tokens.add(word, index);
    if (listed.state >= 0) m_tokens.add(states()[static_cast<std::size_t>(listed.state)].code, index);
    if (!listed.number.empty()) m_tokens.add(to_lower_ascii(entry.number), index);
    for (auto part : listed.number.parts) {
        auto letters = listed.number.parts.size() == 1 ? listed.number.suffix : std::string{};
        m_tokens.add(to_lower_ascii(std::to_string(part) + letters), index);
    }
}

std::span<const Directory::NumberEntry> Directory::with_number(std::int32_t affiliation,
                                                               std::uint64_t digits) const {
    auto range = std::ranges::equal_range(m_by_number, NumberKey{affiliation, digits}, {}, &NumberEntry::key);
    return {range.begin(), range.end()};
}

UnionName Directory::read(std::string_view text) const {
    return read_union_name(m_lexicon, text);
}

std::string Directory::label(std::uint32_t index) const {
    const auto& entry = m_entries[index];
    const auto& listed = m_listed[index];
    std::string text(trim(entry.name));
    if (text.empty()) {
        text = listed.affiliation >= 0 ? m_lexicon.at(listed.affiliation).code : entry.affiliation;
        if (!listed.number.empty())
            text +=
                (is_local(entry.kind) || entry.kind == BodyKind::unknown ? " local " : " ") + entry.number;
    }
    if (!entry.city.empty()) text += ", " + entry.city;
    if (!entry.state.empty()) text += ", " + entry.state;
    return text;
}

}  // namespace wallchart::union_name
