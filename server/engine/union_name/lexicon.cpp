#include "engine/union_name/lexicon.h"

#include "core/text.h"
#include "engine/union_name/words.h"

#include <algorithm>

namespace wallchart::union_name {
namespace {

/// Calls `each` with the parts of a "; "-separated list.
template <class Each>
void for_each_part(std::string_view list, Each each) {
    for (auto part : split(list, ';')) {
        part = trim(part);
        if (!part.empty()) each(part);
    }
}

// Abbreviations that are also words or names: they count only beside a number, or alone.
constexpr std::string_view shy_codes =
    " here pat act map fast nail sag acre usa ua soc occ apa aaa aiu tp iwu ibu rwu amp ana alm sm oe bat "
    "unite csea "
    "pse oea mea iea cna ctu uwa ciu alu ";

bool is_shy(std::string_view text) {
    return shy_codes.find(" " + to_lower_ascii(text) + " ") != std::string_view::npos;
}

std::uint64_t key(std::int32_t node, std::uint32_t word) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(node)) << 32) | word;
}

}  // namespace

const Lexicon& Lexicon::table() {
    static const Lexicon lexicon;
    return lexicon;
}

Lexicon::Lexicon() {
    add_roles();
    for (auto table : {building_unions(), industrial_unions(), service_unions(), public_unions(),
                       transport_unions(), guard_and_independent_unions()}) {
        for (const auto& affiliation : table)
            add_union(affiliation);
    }
    std::int32_t at = 0;
    for (const auto& local : known_locals()) {
        auto affiliation = find_union(local.affiliation);
        for_each_part(local.called, [&](std::string_view name) {
            auto strength = is_shy(name) ? Strength::shy : Strength::official;
            add_phrase(name, {.affiliation = affiliation, .strength = strength, .known_local = at}, true);
        });
        ++at;
    }
    relate();
}

void Lexicon::add_union(const Affiliation& affiliation) {
    auto index = static_cast<std::int32_t>(m_unions.size());
    LexiconUnion made{std::string(affiliation.code), std::string(affiliation.name), {}, &affiliation};
    m_codes.emplace(made.code, index);
    auto name = [&](std::string_view text, Strength strength) {
        if (is_shy(text)) strength = Strength::shy;
        add_phrase(text, {.affiliation = index, .strength = strength}, false);
        if (strength < Strength::craft) call(made, text);
    };
    name(affiliation.code, Strength::official);
    name(affiliation.name, Strength::official);
    for_each_part(affiliation.called, [&](std::string_view text) {
        bool abbreviation = std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
        name(text, abbreviation ? Strength::official : Strength::name);
    });
    m_unions.push_back(std::move(made));
    m_relatives.emplace_back();
    // Crafts come after all names: what another union is called is not taken from it.
    for_each_part(affiliation.crafts, [&](std::string_view text) { name(text, Strength::craft); });
}

void Lexicon::relate() {
    for (std::size_t i = 0; i < m_unions.size(); ++i) {
        auto index = static_cast<std::int32_t>(i);
        m_relatives[i] = {{index, 1.0, Numbers::kept}};
        const auto* entry = m_unions[i].entry;
        if (!entry) continue;
        double strength = entry->numbers == Numbers::shared ? 0.75 : 0.93;
        for (auto code : split(entry->now, ' ')) {
            if (auto successor = find_union(code); successor >= 0) {
                m_relatives[i].push_back({successor, strength, entry->numbers});
            }
            strength -= 0.05;
        }
        // A part with books of its own has numbers of its own; an equal number of the parent may be meant or
        // not.
        if (auto parent = find_union(entry->part_of); parent >= 0)
            m_relatives[i].push_back({parent, 0.5, entry->numbers});
    }
    // A local may stand in the directory under the part or under the former union.
    for (std::size_t i = 0; i < m_unions.size(); ++i) {
        const auto* entry = m_unions[i].entry;
        if (!entry) continue;
        if (auto parent = find_union(entry->part_of); parent >= 0) {
            m_relatives[static_cast<std::size_t>(parent)].push_back(
                {static_cast<std::int32_t>(i), 0.5, Numbers::kept});
        }
        for (auto code : split(entry->now, ' ')) {
            if (auto successor = find_union(code); successor >= 0) {
                m_relatives[static_cast<std::size_t>(successor)].push_back(
                    {static_cast<std::int32_t>(i), 0.6, Numbers::kept});
            }
        }
    }
    for (auto& relatives : m_relatives) {
        std::ranges::stable_sort(relatives, std::ranges::greater{}, &Relative::strength);
    }
}

std::int32_t Lexicon::find_union(std::string_view code) const {
    auto found = m_codes.find(code);
    return found == m_codes.end() ? -1 : found->second;
}

std::int32_t Lexicon::learn_union(std::string_view code, std::string_view name) {
    auto index = static_cast<std::int32_t>(m_unions.size());
    m_unions.push_back({std::string(code), std::string(name), {}, nullptr});
    m_codes.insert_or_assign(std::string(code), index);
    m_relatives.push_back({{index, 1.0, Numbers::kept}});
    learn_name(index, code);
    if (name != code) learn_name(index, name);
    return index;
}

void Lexicon::learn_name(std::int32_t affiliation, std::string_view name) {
    add_phrase(name, {.affiliation = affiliation}, true);
    call(m_unions[static_cast<std::size_t>(affiliation)], name);
}

void Lexicon::call(LexiconUnion& named, std::string_view name) {
    auto folded = fold(name);
    for (char& c : folded) {
        bool letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (!letter) c = ' ';
    }
    for (auto word : split(folded, ' ')) {
        if (word.size() < 2) continue;
        auto normal = normal_word(word);
        auto id = find_word(word);
        // "BLET IBT" does not make every Teamsters local a locomotive engineers' one.
        if (named.entry &&
            (to_lower_ascii(named.entry->part_of) == word || to_lower_ascii(named.entry->now) == word)) {
            continue;
        }
        if (id != no_word && (m_words[id].role == Role::glue || m_words[id].role == Role::union_word))
            continue;
        auto place = std::ranges::lower_bound(named.words, normal);
        if (place == named.words.end() || *place != normal) named.words.insert(place, normal);
    }
}

bool Lexicon::is_called(std::int32_t affiliation, std::string_view prefix) const {
    const auto& words = at(affiliation).words;
    auto place = std::ranges::lower_bound(words, prefix);
    return place != words.end() && std::string_view(*place).starts_with(prefix);
}

std::int32_t Lexicon::union_named(std::string_view text) const {
    Words words;
    cut(*this, text, words);
    std::int32_t node = 0;
    for (const auto& token : words.tokens) {
        if (token.word != no_word) {
            auto role = m_words[token.word].role;
            if (role == Role::glue || role == Role::federation) continue;
        }
        node = token.word == no_word ? -1 : step(node, token.word);
        if (node < 0) return -1;
    }
    auto found = node == 0 ? -1 : phrase_at(node);
    return found < 0 || phrase(found).strength == Strength::craft ? -1 : phrase(found).affiliation;
}

std::uint32_t Lexicon::add_word(std::string_view normal) {
    auto [place, made] = m_ids.emplace(std::string(normal), static_cast<std::uint32_t>(m_words.size()));
    if (made) {
        m_words.push_back({std::string(normal)});
        add_corrections(place->second);
    }
    return place->second;
}

void Lexicon::add_phrase(std::string_view text, Phrase phrase, bool replace) {
    Words words;
    cut(*this, text, words);
    std::int32_t node = 0;
    int count = 0;
    std::uint32_t only = no_word;
    for (const auto& token : words.tokens) {
        std::uint32_t word = token.word;
        // A number inside a name ("32bj") is a word like any other.
        if (word == no_word) {
            word = add_word(token.is_number() ? words.numbers[static_cast<std::size_t>(token.number)].text()
                                              : normal_word(token.raw));
        }
        if (m_words[word].role == Role::glue || m_words[word].role == Role::federation) continue;
        auto [place, made] = m_steps.emplace(key(node, word), static_cast<std::int32_t>(m_nodes.size()));
        if (made) m_nodes.push_back(-1);
        node = place->second;
        only = word;
        ++count;
    }
    if (count == 0) {
        // "AFL-CIO" is a federation's name and glue elsewhere.
        return;
    }
    if (count == 1 && phrase.affiliation >= 0 && m_words[only].text.size() <= 10 &&
        m_words[only].role == Role::none) {
        m_words[only].short_name = true;
    }
    auto& end = m_nodes[static_cast<std::size_t>(node)];
    bool stronger = end >= 0 && m_phrases[static_cast<std::size_t>(end)].strength == Strength::craft &&
                    phrase.strength < Strength::craft;
    if (end >= 0 && !replace && !stronger) return;
    phrase.words = static_cast<std::uint8_t>(std::min(count, 255));
    end = static_cast<std::int32_t>(m_phrases.size());
    m_phrases.push_back(phrase);
}

std::uint32_t Lexicon::find_word(std::string_view text) const {
    auto found = m_ids.find(normal_word(text));
    return found == m_ids.end() ? no_word : found->second;
}

std::int32_t Lexicon::step(std::int32_t node, std::uint32_t word) const {
    auto found = m_steps.find(key(node, word));
    return found == m_steps.end() ? -1 : found->second;
}

}  // namespace wallchart::union_name
