// What may be meant by what has been typed so far.
#include "core/text.h"
#include "engine/union_name/directory.h"
#include "engine/union_name/words.h"

#include <algorithm>
#include <bit>

namespace wallchart::union_name {
namespace {

/// A set of entries by index.
class EntrySet {
public:
    explicit EntrySet(std::size_t size) : m_bits((size + 63) / 64) {}
    void add(std::uint32_t entry) { m_bits[entry / 64] |= std::uint64_t{1} << (entry % 64); }
    void add(std::span<const std::uint32_t> entries) {
        for (auto entry : entries)
            add(entry);
    }
    void intersect(const EntrySet& other) {
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            m_bits[i] &= other.m_bits[i];
    }
    /// Calls `each(entry)`, ascending, until it answers false.
    template <class Each>
    void visit(Each each) const {
        for (std::size_t i = 0; i < m_bits.size(); ++i) {
            for (auto bits = m_bits[i]; bits != 0; bits &= bits - 1) {
                if (!each(static_cast<std::uint32_t>(i * 64 +
                                                     static_cast<std::size_t>(std::countr_zero(bits)))))
                    return;
            }
        }
    }

private:
    std::vector<std::uint64_t> m_bits;
};

}  // namespace

/// Entries that have every word typed: by their own names, numbers and places, or else by their union's.
struct Directory::Typed {
    explicit Typed(std::size_t size) : own(size), all(size) {}
    void require(const EntrySet& own_set, const EntrySet& all_set) {
        if (any) {
            own.intersect(own_set);
            all.intersect(all_set);
        } else {
            own = own_set;
            all = all_set;
        }
        any = true;
    }
    EntrySet own, all;
    bool any = false;
    std::string number;
};

void Directory::collect_word(Typed& typed, std::string_view word, bool unfinished) const {
    EntrySet own(m_entries.size()), all(m_entries.size());
    auto collect = [&](std::string_view prefix) {
        bool found = m_tokens.has_prefix(prefix);
        m_tokens.for_each_with_prefix(prefix, [&](auto entries) { own.add(entries); });
        all = own;
        for (std::size_t i = 0; i < m_by_affiliation.size(); ++i) {
            if (m_by_affiliation[i].empty() || !m_lexicon.is_called(static_cast<std::int32_t>(i), prefix))
                continue;
            all.add(m_by_affiliation[i]);
            found = true;
        }
        return found;
    };
    auto normal = normal_word(word);
    bool found = collect(unfinished ? word : std::string_view(normal));
    if (!found && unfinished && word != normal) found = collect(normal);
    if (!found) {
        auto nearest = m_lexicon.nearest_word(word);
        if (nearest != Lexicon::no_word) collect(m_lexicon.meaning(nearest).text);
    }
    typed.require(own, all);
}

Directory::Typed Directory::typed(std::string_view text) const {
    Words words;
    cut(m_lexicon, text, words);
    Typed typed(m_entries.size());
    for (std::size_t at = 0; at < words.tokens.size(); ++at) {
        const auto& token = words.tokens[at];
        bool last = at + 1 == words.tokens.size();
        if (token.is_number()) {
            typed.number = to_lower_ascii(words.numbers[static_cast<std::size_t>(token.number)].text());
            EntrySet set(m_entries.size());
            set.add(m_tokens.entries(typed.number));
            if (last) m_tokens.for_each_with_prefix(typed.number, [&](auto entries) { set.add(entries); });
            typed.require(set, set);
            continue;
        }
        if (token.word != Lexicon::no_word) {
            auto role = m_lexicon.meaning(token.word).role;
            bool filler = role == Role::glue || role == Role::designator || role == Role::number_word ||
                          role == Role::federation || role == Role::union_word;
            if (filler) continue;
        }
        collect_word(typed, token.raw, last);
    }
    return typed;
}

std::vector<Candidate> Directory::suggest(std::string_view text, std::size_t limit) const {
    auto query = typed(text);
    std::vector<Candidate> suggestions;
    if (!query.any || limit == 0) return suggestions;
    std::vector<std::uint32_t> taken;
    auto take = [&](const EntrySet& set, auto accept) {
        if (taken.size() >= limit) return;
        set.visit([&](std::uint32_t entry) {
            if (accept(entry) && std::ranges::find(taken, entry) == taken.end()) taken.push_back(entry);
            return taken.size() < limit;
        });
    };
    // The number as typed comes before those that begin with it.
    auto exact = m_tokens.entries(query.number);
    auto is_exact = [&](std::uint32_t entry) { return std::ranges::binary_search(exact, entry); };
    auto is_any = [](std::uint32_t) { return true; };
    if (!query.number.empty()) {
        take(query.own, is_exact);
        take(query.all, is_exact);
    }
    take(query.own, is_any);
    take(query.all, is_any);
    for (auto entry : taken)
        suggestions.push_back({m_entries[entry].id, 0, label(entry)});
    return suggestions;
}

}  // namespace wallchart::union_name
