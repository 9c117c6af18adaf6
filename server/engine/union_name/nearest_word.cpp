// The nearest known word to a misspelt one: every word is known also by what it becomes when a letter or two
// are left out (after W. Garbe's symmetric delete), so that a look-up costs some dozens of hashes and no
// scan.
#include "engine/union_name/lexicon.h"

#include <algorithm>
#include <array>

namespace wallchart::union_name {
namespace {

/// FNV-1a over a word without the letter at `skip`, or without two.
std::uint64_t hash_without(std::string_view word, std::size_t skip, std::size_t skip_too) {
    std::uint64_t hash = 1469598103934665603ULL;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i == skip || i == skip_too) continue;
        hash = (hash ^ static_cast<unsigned char>(word[i])) * 1099511628211ULL;
    }
    return hash;
}

constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// Calls `each` with the hash of a word and of all it becomes when one letter (two in a long word) is left
/// out.
template <class Each>
void for_each_shortened(std::string_view word, Each each) {
    each(hash_without(word, nothing, nothing));
    for (std::size_t i = 0; i < word.size(); ++i)
        each(hash_without(word, i, nothing));
    if (word.size() < 8) return;
    for (std::size_t i = 0; i < word.size(); ++i) {
        for (std::size_t j = i + 1; j < word.size(); ++j)
            each(hash_without(word, i, j));
    }
}

/// Edits (insert, delete, change, swap of neighbours) from one word to another, up to `limit` + 1.
int edits(std::string_view a, std::string_view b, int limit) {
    if (std::max(a.size(), b.size()) > 31) return limit + 1;
    std::array<std::array<int, 33>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& above_that = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], above_that[j - 2] + 1);
            }
        }
    }
    return rows[a.size() % 3][b.size()];
}

}  // namespace

void Lexicon::add_corrections(std::uint32_t word) {
    const auto& text = m_words[word].text;
    if (text.size() < 5 || text.size() > 20 || (text[0] >= '0' && text[0] <= '9')) return;
    for_each_shortened(text, [&](std::uint64_t hash) {
        auto& list = m_corrections[hash];
        if (list.empty() || list.back() != word) list.push_back(word);
    });
}

std::uint32_t Lexicon::nearest_word(std::string_view text) const {
    auto normal = normal_word(text);
    if (normal.size() < 5 || normal.size() > 22) return no_word;
    int limit = normal.size() >= 8 ? 2 : 1;
    std::uint32_t best = no_word;
    int best_edits = limit + 1;
    bool tied = false;
    for_each_shortened(normal, [&](std::uint64_t hash) {
        auto found = m_corrections.find(hash);
        if (found == m_corrections.end()) return;
        for (auto word : found->second) {
            const auto& candidate = m_words[word].text;
            // A wrong first letter is rare, and most words one edit apart differ there.
            if (word == best || candidate[0] != normal[0]) continue;
            int count = edits(normal, candidate, limit);
            if (count > limit || (candidate.size() < 8 && count > 1)) continue;
            if (count < best_edits) {
                best = word;
                best_edits = count;
                tied = false;
            } else if (count == best_edits) {
                tied = true;
            }
        }
    });
    return tied && best_edits > 1 ? no_word : best;
}

}  // namespace wallchart::union_name
