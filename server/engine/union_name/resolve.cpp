// Weighing the entries that may be meant: the answer, and why.
#include "engine/union_name/resolver.h"

namespace wallchart::union_name {

void Resolver::unite() {
    std::ranges::sort(m_options, [](const Option& a, const Option& b) {
        return a.entry != b.entry ? a.entry < b.entry : a.weight > b.weight;
    });
    auto doubles = std::ranges::unique(m_options, {}, &Option::entry);
    m_options.erase(doubles.begin(), doubles.end());
}

Resolution Resolver::answer() {
    unite();
    // A body of a related union is meant only if the union named, or one nearer to it, has none of that
    // number.
    double nearest = 0;
    for (const auto& option : m_options) {
        if (option.fit > 0.5) nearest = std::max(nearest, option.relation);
    }
    for (auto& option : m_options) {
        bool farther = nearest == 1 ? option.relation < 1 : option.relation < 0.75 * nearest;
        option.weight *= farther ? 0.02 : 1;
    }
    double sum = 0;
    for (const auto& option : m_options)
        sum += option.weight;
    auto likelier = [](const Option& a, const Option& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.entry < b.entry;
    };
    auto kept = std::min<std::size_t>(m_options.size(), 10);
    std::ranges::partial_sort(m_options, m_options.begin() + static_cast<std::ptrdiff_t>(kept), likelier);
    m_options.resize(kept);

    Resolution resolution;
    bool several = m_read.sort == NameSort::several_unions;
    for (const auto& option : m_options) {
        auto probability = option.weight / sum * option.fit;
        if (several) probability = std::min(probability, 0.5);
        resolution.candidates.push_back(
            {m_directory.m_entries[option.entry].id, probability, m_directory.label(option.entry)});
    }
    give_reasons(resolution);
    decide(resolution);
    resolution.name = std::move(m_read);
    return resolution;
}

void Resolver::decide(Resolution& resolution) const {
    const auto& candidates = resolution.candidates;
    double first = candidates.empty() ? 0 : candidates[0].probability;
    double second = candidates.size() < 2 ? 0 : candidates[1].probability;
    if (first >= sure_from && first >= sure_margin * second) {
        resolution.answer = Answer::resolved;
        resolution.id = candidates[0].id;
        resolution.probability = first;
        return;
    }
    double some = 0;
    for (const auto& candidate : candidates)
        some += candidate.probability;
    if (m_read.sort == NameSort::nothing || m_read.sort == NameSort::not_a_union) {
        resolution.answer = some >= 0.5 ? Answer::unclear_which_local : Answer::not_a_union;
        resolution.probability = 1 - some;
    } else if (candidates.empty() || (best_fit() < (m_read.sort == NameSort::several_unions ? 0.3 : 0.52) &&
                                      !m_read.affiliations.empty() && !m_read.body.number.empty())) {
        resolution.answer = Answer::not_in_directory;
        resolution.probability = 1 - some;
    } else {
        resolution.answer = Answer::unclear_which_local;
        resolution.probability = 1 - first;
    }
}

double Resolver::best_fit() const {
    double best = 0;
    for (const auto& option : m_options)
        best = std::max(best, option.fit);
    return best;
}

void Resolver::give_reasons(Resolution& resolution) const {
    auto give = [&](ReasonKind kind, std::string detail = {}) {
        resolution.reasons.push_back({kind, std::move(detail)});
    };
    if (m_read.sort == NameSort::nothing || m_read.sort == NameSort::not_a_union)
        give(ReasonKind::says_no_union);
    if (m_read.sort == NameSort::several_unions) give(ReasonKind::several_named);
    if (m_read.affiliations.empty()) {
        if (m_read.sort == NameSort::some_union || m_read.sort == NameSort::independent)
            give(ReasonKind::union_unknown);
    } else {
        const auto& union_meant = m_read.affiliations.front();
        give(union_meant.probability >= 0.9 ? ReasonKind::union_named : ReasonKind::union_guessed,
             union_meant.code);
    }
    std::string said = m_read.body.number;
    if (said.empty()) {
        if (m_read.sort == NameSort::some_union) give(ReasonKind::number_missing);
    } else {
        auto with = std::ranges::count_if(m_options, [](const Option& option) { return option.fit > 0.35; });
        give(with == 0   ? ReasonKind::number_not_listed
             : with == 1 ? ReasonKind::number_listed_once
                         : ReasonKind::number_listed_often,
             said);
    }
    if (m_options.empty()) return;
    const auto& option = m_options.front();
    const auto& entry = m_directory.m_entries[option.entry];
    const auto& has = listed(option.entry);
    if (option.under >= 0) give(ReasonKind::listed_under, m_lexicon.at(option.under).code);
    auto number = parse_local_number(said);
    if (!number.empty() && letters_agree(number, has.number) < 1)
        give(ReasonKind::letters_differ, entry.number);
    if (option.by_name) give(ReasonKind::name_alike, entry.name);
    if (same_city(option.entry)) {
        give(ReasonKind::same_city, entry.city);
    } else if (same_state(option.entry)) {
        give(ReasonKind::same_state, entry.state);
    } else if (other_state(option.entry)) {
        give(ReasonKind::other_state, entry.state);
    }
}

Resolution Directory::resolve(std::string_view text, const Hints& hints) const {
    return Resolver(*this, text, hints).run();
}

}  // namespace wallchart::union_name
