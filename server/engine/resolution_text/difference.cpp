#include "engine/resolution_text/difference.h"

#include "engine/resolution_text/shortest_edit.h"
#include "engine/resolution_text/similarity.h"

#include <algorithm>
#include <map>

namespace wallchart::resolution_text {
namespace {

constexpr double alike_in_place = 0.4;        ///< enough to be the same clause, changed
constexpr std::size_t table_limit = 250'000;  ///< comparisons of clauses; beyond it they are not matched
constexpr double alike_elsewhere = 0.6;       ///< enough to be the same clause, moved and changed

/// Each clause's partner in the other version, if it has one.
struct Pairing {
    std::vector<std::optional<std::size_t>> of_old, of_new;
    std::vector<bool> moved;  ///< of the new clauses

    void pair(std::size_t old_clause, std::size_t new_clause, bool is_moved) {
        of_old[old_clause] = new_clause;
        of_new[new_clause] = old_clause;
        moved[new_clause] = is_moved;
    }
};

class Matcher {
public:
    Matcher(const std::vector<Clause>& before, const std::vector<Clause>& after)
        : m_before(before), m_after(after) {
        m_pairing.of_old.resize(before.size());
        m_pairing.of_new.resize(after.size());
        m_pairing.moved.resize(after.size());
        for (const auto& clause : before)
            m_old_words.emplace_back(clause.text);
        for (const auto& clause : after)
            m_new_words.emplace_back(clause.text);
    }

    Pairing run() {
        pair_unchanged();
        pair_equal_elsewhere();
        pair_alike_in_place();
        pair_alike_elsewhere();
        return std::move(m_pairing);
    }

private:
    void pair_unchanged() {
        std::map<std::pair<TextBlockKind, std::string_view>, int> numbers;
        auto number = [&](const std::vector<Clause>& clauses) {
            std::vector<int> result;
            for (const auto& clause : clauses)
                result.push_back(
                    numbers.try_emplace({clause.kind, clause.text}, static_cast<int>(numbers.size()))
                        .first->second);
            return result;
        };
        auto old_numbers = number(m_before), new_numbers = number(m_after);
        auto script = shortest_edit(old_numbers, new_numbers);
        for (std::size_t i = 0, j = 0; i < m_before.size() || j < m_after.size();) {
            if (i < m_before.size() && script.removed[i]) {
                ++i;
            } else if (j < m_after.size() && script.added[j]) {
                ++j;
            } else {
                m_pairing.pair(i++, j++, false);
            }
        }
    }

    /// The same text at another place; also as another kind (a paragraph made a clause keeps no lead, so
    /// that only list items and paragraphs do this).
    void pair_equal_elsewhere() {
        std::multimap<std::string_view, std::size_t> gone;
        for (std::size_t i = 0; i < m_before.size(); ++i)
            if (!m_pairing.of_old[i]) gone.emplace(m_before[i].text, i);
        for (std::size_t j = 0; j < m_after.size(); ++j) {
            if (m_pairing.of_new[j]) continue;
            auto found = gone.find(m_after[j].text);
            if (found == gone.end()) continue;
            m_pairing.pair(found->second, j, true);
            gone.erase(found);
        }
    }

    /// Between two unchanged clauses: the old ones and the new ones that are most alike, keeping their order.
    void pair_alike_in_place() {
        std::size_t i = 0, j = 0;
        while (i < m_before.size() || j < m_after.size()) {
            std::vector<std::size_t> gone, come;
            for (; i < m_before.size() && !in_place_old(i); ++i)
                if (!m_pairing.of_old[i]) gone.push_back(i);
            for (; j < m_after.size() && !in_place_new(j); ++j)
                if (!m_pairing.of_new[j]) come.push_back(j);
            align(gone, come);
            ++i, ++j;  // the unchanged pair
        }
    }
    bool in_place_old(std::size_t i) const {
        return m_pairing.of_old[i] && !m_pairing.moved[*m_pairing.of_old[i]];
    }
    bool in_place_new(std::size_t j) const { return m_pairing.of_new[j] && !m_pairing.moved[j]; }

    /// The pairs, in order, whose likenesses sum highest.
    void align(const std::vector<std::size_t>& gone, const std::vector<std::size_t>& come) {
        if (gone.empty() || come.empty() || gone.size() * come.size() > table_limit) return;
        auto width = come.size() + 1;
        std::vector<double> best((gone.size() + 1) * width, 0);
        std::vector<double> likeness(gone.size() * come.size(), 0);
        for (auto i = gone.size(); i-- > 0;) {
            for (auto j = come.size(); j-- > 0;) {
                auto& alike = likeness[i * come.size() + j];
                if (m_before[gone[i]].kind == m_after[come[j]].kind)
                    alike = similarity(m_old_words[gone[i]], m_new_words[come[j]]);
                if (alike < alike_in_place) alike = 0;
                auto paired = alike > 0 ? alike + best[(i + 1) * width + j + 1] : 0;
                best[i * width + j] = std::max({paired, best[(i + 1) * width + j], best[i * width + j + 1]});
            }
        }
        for (std::size_t i = 0, j = 0; i < gone.size() && j < come.size();) {
            auto alike = likeness[i * come.size() + j];
            auto here = best[i * width + j];
            if (alike > 0 && here <= alike + best[(i + 1) * width + j + 1]) {
                m_pairing.pair(gone[i++], come[j++], false);
            } else if (here <= best[(i + 1) * width + j]) {
                ++i;
            } else {
                ++j;
            }
        }
    }

    void pair_alike_elsewhere() {
        if (m_before.size() * m_after.size() > table_limit) return;
        for (std::size_t j = 0; j < m_after.size(); ++j) {
            if (m_pairing.of_new[j]) continue;
            std::optional<std::size_t> nearest;
            double most = alike_elsewhere;
            for (std::size_t i = 0; i < m_before.size(); ++i) {
                if (m_pairing.of_old[i] || m_before[i].kind != m_after[j].kind) continue;
                auto alike = similarity(m_old_words[i], m_new_words[j]);
                if (alike < most || (nearest && alike == most)) continue;
                most = alike;
                nearest = i;
            }
            if (nearest) m_pairing.pair(*nearest, j, true);
        }
    }

    const std::vector<Clause>& m_before;
    const std::vector<Clause>& m_after;
    std::vector<WordBag> m_old_words, m_new_words;
    Pairing m_pairing;
};

std::vector<WordChange> whole(WordEdit edit, const std::string& text) {
    if (text.empty()) return {};
    return {{edit, text}};
}

}  // namespace

std::vector<Clause> clauses_of(const TextDocument& document) {
    std::vector<Clause> clauses;
    if (!document.title.empty()) clauses.push_back({TextBlockKind::heading, {}, document.title});
    for (const auto& block : document.blocks)
        clauses.push_back({block.kind, block.label, marked_text(block)});
    return clauses;
}

TextDifference difference(const std::vector<Clause>& before, const std::vector<Clause>& after) {
    auto pairing = Matcher(before, after).run();
    TextDifference result;
    auto gone = [&](std::size_t i) {
        ClauseChange change;
        change.kind = before[i].kind;
        change.old_position = static_cast<int>(i);
        change.old_label = before[i].label;
        if (pairing.of_old[i]) {
            change.edit = ClauseEdit::moved_away;
            change.new_position = static_cast<int>(*pairing.of_old[i]);
            change.new_label = after[*pairing.of_old[i]].label;
        } else {
            change.edit = ClauseEdit::removed;
            change.words = whole(WordEdit::removed, before[i].text);
            ++result.removed;
        }
        result.clauses.push_back(std::move(change));
    };
    std::size_t i = 0;
    auto stays = [&](std::size_t old_clause) {
        auto partner = pairing.of_old[old_clause];
        return partner && !pairing.moved[*partner];
    };
    for (std::size_t j = 0; j < after.size(); ++j) {
        auto partner = pairing.of_new[j];
        bool moved = pairing.moved[j];
        if (!moved && partner)
            for (; i < *partner; ++i)
                gone(i);
        ClauseChange change;
        change.kind = after[j].kind;
        change.new_position = static_cast<int>(j);
        change.new_label = after[j].label;
        if (!partner) {
            // What is gone comes before what takes its place.
            for (; i < before.size() && !stays(i); ++i)
                gone(i);
            change.edit = ClauseEdit::added;
            change.words = whole(WordEdit::added, after[j].text);
            ++result.added;
        } else {
            const auto& old_clause = before[*partner];
            change.old_position = static_cast<int>(*partner);
            change.old_label = old_clause.label;
            if (old_clause.kind != after[j].kind) change.old_kind = old_clause.kind;
            change.words = old_clause.text == after[j].text ? whole(WordEdit::same, after[j].text)
                                                            : word_changes(old_clause.text, after[j].text);
            change.edit = moved                    ? ClauseEdit::moved
                          : old_clause == after[j] ? ClauseEdit::same
                                                   : ClauseEdit::changed;
            result.moved += change.edit == ClauseEdit::moved;
            result.changed += change.edit == ClauseEdit::changed;
            if (!moved) ++i;
        }
        result.clauses.push_back(std::move(change));
    }
    for (; i < before.size(); ++i)
        gone(i);
    return result;
}

std::optional<std::vector<Clause>> apply_difference(const TextDifference& difference,
                                                    const std::vector<Clause>& before) {
    std::vector<Clause> after;
    std::vector<bool> used(before.size());
    for (const auto& change : difference.clauses) {
        std::string old_text, new_text;
        for (const auto& word : change.words) {
            if (word.edit != WordEdit::added) old_text += word.text;
            if (word.edit != WordEdit::removed) new_text += word.text;
        }
        if (change.edit != ClauseEdit::added) {
            auto at = static_cast<std::size_t>(change.old_position.value_or(-1));
            if (at >= before.size()) return std::nullopt;
            if (change.edit == ClauseEdit::moved_away) continue;
            Clause expected{change.old_kind.value_or(change.kind), {}, old_text};
            if (used[at] || before[at] != expected) return std::nullopt;
            used[at] = true;
        }
        if (change.edit != ClauseEdit::removed) after.push_back({change.kind, change.new_label, new_text});
    }
    if (!std::ranges::all_of(used, [](bool was) { return was; })) return std::nullopt;
    return after;
}

TextDifference reversed(const TextDifference& difference) {
    TextDifference back;
    back.added = difference.removed;
    back.removed = difference.added;
    back.changed = difference.changed;
    back.moved = difference.moved;
    // A moved clause's words go to where it came from, and its mark to where it went.
    std::map<int, const ClauseChange*> moved;
    for (const auto& change : difference.clauses)
        if (change.edit == ClauseEdit::moved) moved[*change.old_position] = &change;
    for (const auto& change : difference.clauses) {
        const auto& words = change.edit == ClauseEdit::moved_away ? *moved.at(*change.old_position) : change;
        ClauseChange turned = words;
        turned.kind = words.old_kind.value_or(words.kind);
        turned.old_kind = words.old_kind ? std::optional(words.kind) : std::nullopt;
        std::swap(turned.old_position, turned.new_position);
        std::swap(turned.old_label, turned.new_label);
        for (auto& word : turned.words)
            word.edit = word.edit == WordEdit::added     ? WordEdit::removed
                        : word.edit == WordEdit::removed ? WordEdit::added
                                                         : WordEdit::same;
        switch (change.edit) {
            case ClauseEdit::added:
                turned.edit = ClauseEdit::removed;
                break;
            case ClauseEdit::removed:
                turned.edit = ClauseEdit::added;
                break;
            case ClauseEdit::moved_away:
                turned.edit = ClauseEdit::moved;
                break;
            case ClauseEdit::moved:
                turned.edit = ClauseEdit::moved_away;
                turned.words.clear();
                turned.kind = change.kind;
                turned.old_kind.reset();
                break;
            default:
                break;
        }
        back.clauses.push_back(std::move(turned));
    }
    return back;
}

}  // namespace wallchart::resolution_text
