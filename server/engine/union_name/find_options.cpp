// The entries of a directory that a text may mean.
#include "engine/union_name/resolver.h"

#include <cmath>

namespace wallchart::union_name {

void Resolver::by_number(const AffiliationCandidate& candidate) {
    auto look = [&](const Body& body, double factor) {
        auto number = parse_local_number(body.number);
        for (const auto& relative : m_lexicon.relatives(candidate.index)) {
            auto fit = candidate.probability * relative.strength * factor;
            auto under = relative.affiliation == candidate.index ? -1 : relative.affiliation;
            bool renumbered = relative.numbers == Numbers::sector && is_small(number);
            if (renumbered) {
                look_up_renumbered(candidate.index, relative.affiliation, number, body.kind, fit);
            } else {
                look_up(relative.affiliation, number, body.kind, fit, under, relative.strength);
            }
        }
    };
    if (!m_read.body.number.empty()) look(m_read.body, 1);
    if (m_read.sort == NameSort::several_unions) {
        for (const auto& body : m_read.bodies)
            look(body, 1);
    }
    if (m_options.empty() && m_read.above && !m_read.above->number.empty()) look(*m_read.above, 0.3);
}

void Resolver::look_up(std::int32_t affiliation, const LocalNumber& number, BodyKind kind, double fit,
                       std::int32_t under, double relation) {
    for (std::size_t i = 0; i < number.parts.size(); ++i) {
        // "9-535": both parts when the entry has both, else one of them.
        double part = number.parts.size() == 1 ? 1 : i == 0 ? 0.75 : 0.6;
        for (const auto& item : m_directory.with_number(affiliation, number.parts[i])) {
            const auto& other = listed(item.entry);
            double whole = number.parts == other.number.parts ? 1
                           : other.number.parts.size() > 1    ? 0.8
                                                              : part;
            add(item.entry, fit * whole * letters_agree(number, other.number) * kinds_agree(kind, other.kind),
                under, relation);
        }
    }
}

void Resolver::look_up_renumbered(std::int32_t from, std::int32_t to, const LocalNumber& number,
                                  BodyKind kind, double fit) {
    const auto* entry = m_lexicon.at(from).entry;
    if (!entry || entry->sector.empty()) return;
    for (std::uint64_t district = 0; district < 10; ++district) {
        LocalNumber renumbered;
        std::uint64_t sector = std::stoull(std::string(entry->sector));
        if (entry->sector.size() == 1) sector = sector * 10 + district;
        renumbered.parts = {sector * 1000 + number.parts.front()};
        look_up(to, renumbered, kind, fit * 0.92, to, 0.8);
        if (entry->sector.size() > 1) break;
    }
}

void Resolver::by_number_alone() {
    auto number = parse_local_number(m_read.body.number);
    for (auto part : number.parts) {
        for (const auto& item : m_directory.with_number(-1, part)) {
            const auto& other = listed(item.entry);
            auto fit = 0.4 * letters_agree(number, other.number) * kinds_agree(m_read.body.kind, other.kind);
            add(item.entry, fit * (0.6 + 0.4 * name_overlap(item.entry)), -1, 1);
        }
    }
}

void Resolver::without_number() {
    if (!m_read.body.number.empty()) return;
    for (const auto& candidate : m_read.affiliations) {
        std::size_t all = 0;
        for (const auto& relative : m_lexicon.relatives(candidate.index)) {
            if (relative.strength < 0.5) continue;
            all += m_directory.m_by_affiliation[static_cast<std::size_t>(relative.affiliation)].size();
        }
        for (const auto& relative : m_lexicon.relatives(candidate.index)) {
            if (relative.strength < 0.5) continue;
            auto under = relative.affiliation == candidate.index ? -1 : relative.affiliation;
            const auto& entries =
                m_directory.m_by_affiliation[static_cast<std::size_t>(relative.affiliation)];
            // With nothing to tell them apart the largest are as good as all.
            bool alike = m_state < 0 && m_text_state < 0 && m_city.empty() && m_read.other_words.empty();
            for (auto entry : std::span(entries).first(alike ? std::min<std::size_t>(entries.size(), 50)
                                                             : entries.size())) {
                double fit = all == 1 ? 0.9 : 0.5 + 0.2 * name_overlap(entry);
                add(entry, fit * candidate.probability * relative.strength, under, relative.strength);
            }
        }
    }
}

double Resolver::name_overlap(std::uint32_t entry) const {
    if (m_read.other_words.empty()) return 0;
    std::size_t shared = 0;
    for (const auto& word : m_read.other_words) {
        shared += std::ranges::binary_search(m_directory.m_tokens.entries(normal_word(word)), entry) ? 1 : 0;
    }
    return static_cast<double>(shared) / static_cast<double>(m_read.other_words.size());
}

void Resolver::by_name() {
    Words words;
    cut(m_lexicon, m_text, words);
    double total = 0;
    std::unordered_map<std::uint32_t, double> found;
    auto size = static_cast<double>(m_directory.size());
    // What very many names share finds nobody.
    auto common = std::max<std::size_t>(500, m_directory.size() / 50);
    for (const auto& token : words.tokens) {
        if (token.word != Lexicon::no_word && m_lexicon.meaning(token.word).role == Role::glue) continue;
        auto entries = m_directory.m_tokens.entries(token_text(words, token));
        auto rarity = std::log(1 + size / (1 + static_cast<double>(entries.size())));
        total += rarity;
        if (entries.size() > common) continue;
        for (auto entry : entries)
            found[entry] += rarity;
    }
    if (total <= 0) return;
    for (const auto& [entry, shared] : found) {
        if (shared < 0.55 * total) continue;
        auto own = name_rarity(entry);
        double alike = shared / std::max(total, 0.5 * (total + own));
        if (alike < 0.5) continue;
        bool number_differs = !m_read.body.number.empty() && !listed(entry).number.empty() &&
                              !share_digits(parse_local_number(m_read.body.number), listed(entry).number);
        add(entry, std::min(0.97, alike) * (number_differs ? 0.1 : 1), -1, 1, true);
    }
}

std::string Resolver::token_text(const Words& words, const Token& token) const {
    if (token.is_number())
        return to_lower_ascii(words.numbers[static_cast<std::size_t>(token.number)].text());
    return normal_word(token.raw);
}

double Resolver::name_rarity(std::uint32_t entry) const {
    Words words;
    cut(m_lexicon, m_directory.m_entries[entry].name, words);
    double total = 0;
    auto size = static_cast<double>(m_directory.size());
    for (const auto& token : words.tokens) {
        if (token.word != Lexicon::no_word && m_lexicon.meaning(token.word).role == Role::glue) continue;
        auto entries = m_directory.m_tokens.entries(token_text(words, token));
        total += std::log(1 + size / (1 + static_cast<double>(entries.size())));
    }
    return total;
}

}  // namespace wallchart::union_name
