#include "engine/linkage/model.h"

#include <algorithm>
#include <cmath>

namespace wallchart::linkage {
namespace {

/// A value's frequency on a short list is mixed with so many records' worth of what is usual.
constexpr double usual_records = 30;
constexpr double least = 1e-9;
/// So many people of one whole name may be one person several times; only more show that the names are common
/// together.
constexpr std::uint32_t whole_names_in_doubt = 10;

std::uint32_t beyond_doubt(Kind kind, std::uint32_t count) {
    if (kind != Kind::whole_name) return count;
    return count > whole_names_in_doubt ? count - whole_names_in_doubt : 0;
}

double log2_sum(double a, double b) {
    double high = std::max(a, b);
    return high + std::log2(1 + std::exp2(std::min(a, b) - high));
}

}  // namespace

Model Model::beginning() {
    Model model;
    for (std::size_t at = 0; at < comparison_count; ++at) {
        const auto& comparison = info(static_cast<Comparison>(at));
        for (std::size_t level = 1; level <= comparison.levels.size(); ++level) {
            const auto& expected = comparison.levels[level - 1];
            model.same[at][level] = expected.same;
            model.household[at][level] = expected.household;
            model.unrelated[at][level] = expected.unrelated;
        }
    }
    model.place_of_colleagues = model.unrelated[static_cast<std::size_t>(Comparison::place)];
    for (auto& kind : model.unexplained)
        kind.fill(0.5);
    return model;
}

double Odds::household() const {
    return log2_sum(relatives, namesakes);
}

double Odds::weight() const {
    return std::clamp(same - log2_sum(household(), unrelated), -200.0, 200.0);
}

double probability_of(double weight) {
    return 1 / (1 + std::exp2(-weight));
}

double weight_of(double probability) {
    return std::log2(probability / (1 - probability));
}

Scorer::Scorer(const Model& model, const Frequencies& frequencies) : m_frequencies(&frequencies) {
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        for (std::size_t each = 0; each < frequency_classes; ++each)
            m_unexplained[kind][each] = static_cast<float>(model.unexplained[kind][each]);
    auto log = [](double share) { return static_cast<float>(std::log2(std::max(share, least))); };
    for (std::size_t at = 0; at < comparison_count; ++at) {
        const auto& compared = info(static_cast<Comparison>(at));
        for (std::size_t level = 1; level <= compared.levels.size(); ++level) {
            m_same[at][level] = log(model.same[at][level]);
            m_unrelated[at][level] = log(model.unrelated[at][level]);
            m_household[at][level] =
                compared.of_household ? log(model.household[at][level]) : m_unrelated[at][level];
            m_namesakes[at][level] = m_household[at][level];
            if (at == static_cast<std::size_t>(Comparison::given)) m_namesakes[at][level] = m_same[at][level];
            if (double namesake = compared.levels[level - 1].namesake; namesake > 0)
                m_namesakes[at][level] = log(namesake);
        }
    }
    expect_suffixes(model);
    if (!frequencies.scope().both_lists())
        for (std::size_t at = 0; at < comparison_count; ++at)
            for (const auto& level : info(static_cast<Comparison>(at)).levels) {
                if (level.kind == Kind::none || level.label == "nickname") continue;
                for (std::uint32_t count = 0; count < remembered; ++count)
                    m_agreement[static_cast<std::size_t>(level.kind)][count] =
                        static_cast<float>(find_agreement(
                            level.kind, frequencies.agreement_of(level.kind, beyond_doubt(level.kind, count)),
                            count, level.kind == Kind::whole_name ? 0 : level.unrelated));
            }
    for (std::size_t level = 1; level < level_limit; ++level)
        m_place_of_colleagues[level] = log(model.place_of_colleagues[level]);
    m_emails_of_names = std::log2(std::max(model.emails_of_names, least));
    // How many twins there are is learnt, within what is possible.
    m_twins = std::clamp(model.household[static_cast<std::size_t>(Comparison::birth)][1], 0.005, 0.02);
    double records = static_cast<double>(std::max<std::size_t>(frequencies.scope().records, 2));
    double pairs = std::max(frequencies.scope().pairs(), 1.0);
    double same = std::min(model.matches_per_record * records / pairs, 0.4);
    double household = std::min(model.relatives_per_record * records / pairs, 0.3);
    m_before = {std::log2(std::max(same, 1e-18)),
                std::log2(std::max(household * (1 - model.namesakes), 1e-18)),
                std::log2(std::max(household * model.namesakes, 1e-18)), std::log2(1 - same - household)};
}

/// On a list that seldom has a suffix, that neither has one tells no father from his son.
void Scorer::expect_suffixes(const Model& model) {
    constexpr std::size_t suffix = static_cast<std::size_t>(Comparison::suffix), one = 3, neither = 4;
    constexpr double usual = 0.015;  // of unrelated pairs, where suffixes are kept
    double kept = std::min(model.unrelated[suffix][one] / usual, 1.0);
    double share =
        kept * info(Comparison::suffix).levels[one - 1].namesake + (1 - kept) * model.unrelated[suffix][one];
    m_namesakes[suffix][one] = static_cast<float>(std::log2(std::max(share, least)));
    m_namesakes[suffix][neither] = static_cast<float>(std::log2(1 - share));
}

double Scorer::find_agreement(Kind kind, double chance, std::uint32_t count, double otherwise) const {
    double share = m_unexplained[static_cast<std::size_t>(kind)][frequency_class(count)];
    double known = m_frequencies->known(kind);
    return std::log2(
        std::max((chance * share * known + otherwise * usual_records) / (known + usual_records), least));
}

double Scorer::agreement(Kind kind, ValueId value, double otherwise) const {
    auto count = m_frequencies->of(kind, value);
    if (count < remembered && !m_frequencies->scope().both_lists())
        return m_agreement[static_cast<std::size_t>(kind)][count];
    if (kind == Kind::whole_name)
        return find_agreement(kind, m_frequencies->agreement_of(kind, beyond_doubt(kind, count)), count,
                              otherwise);
    return find_agreement(kind, m_frequencies->agreement(kind, value), count, otherwise);
}

Odds Scorer::part(std::size_t comparison, const Outcome& outcome) const {
    auto level = outcome.levels[comparison];
    return level == 0 ? Odds{} : part(comparison, outcome, level);
}

Odds Scorer::part(std::size_t comparison, const Outcome& outcome, std::uint8_t level) const {
    Odds odds{m_same[comparison][level], m_household[comparison][level], m_namesakes[comparison][level],
              m_unrelated[comparison][level]};
    const auto& compared = info(static_cast<Comparison>(comparison));
    const auto& expected = compared.levels[level - 1];
    bool place_of_colleagues = comparison == static_cast<std::size_t>(Comparison::place) &&
                               outcome.levels[static_cast<std::size_t>(Comparison::employer)] == 1;
    if (place_of_colleagues) odds.unrelated = m_place_of_colleagues[level];
    if (expected.kind == Kind::none || outcome.agreed[comparison] == 0) return odds;
    auto value = outcome.agreed[comparison];
    if (expected.kind == Kind::whole_name) {
        auto both = agreement(Kind::whole_name, value, 0);
        auto each = part(static_cast<std::size_t>(Comparison::given), outcome).unrelated +
                    part(static_cast<std::size_t>(Comparison::family), outcome).unrelated;
        odds.unrelated = std::max(both - each, 0.0);
        return odds;
    }
    double chance = agreement(expected.kind, value, expected.unrelated);
    if (expected.kind == Kind::given && outcome.other_given != 0)
        chance = std::max(chance, agreement(Kind::given, outcome.other_given, expected.unrelated));
    if (outcome.levels[static_cast<std::size_t>(Comparison::whole_name)] == 2) {
        // In the other's place: a family name is rare among given names, which says nothing.
        if (expected.kind == Kind::given)
            chance = std::max(chance, agreement(Kind::family, value, expected.unrelated));
        if (expected.kind == Kind::family)
            chance = std::max(chance, agreement(Kind::given, value, expected.unrelated));
    }
    if (expected.kind == Kind::email &&
        outcome.agreed[static_cast<std::size_t>(Comparison::whole_name)] != 0) {
        chance = std::max(chance, m_emails_of_names);
        odds.namesakes = std::max(odds.namesakes, m_emails_of_names);
    }
    odds.unrelated = place_of_colleagues ? std::max<double>(chance, odds.unrelated) : chance;
    if (compared.of_household) return odds;
    auto more = expected.kind == Kind::birth ? m_twins : compared.household_more;
    double times = compared.household_times;
    odds.relatives =
        more > 0 || times != 1 ? std::log2(std::min(std::exp2(chance) * times + more, 1.0)) : chance;
    bool told = expected.namesake > 0 || expected.kind == Kind::given;
    if (!told) odds.namesakes = odds.relatives;
    return odds;
}

Odds Scorer::odds(const Outcome& outcome) const {
    Odds odds = m_before;
    for (std::size_t at = 0; at < comparison_count; ++at) {
        if (outcome.levels[at] == 0) continue;
        auto added = part(at, outcome, outcome.levels[at]);
        odds.same += added.same;
        odds.relatives += added.relatives;
        odds.namesakes += added.namesakes;
        odds.unrelated += added.unrelated;
    }
    return odds;
}

}  // namespace wallchart::linkage
