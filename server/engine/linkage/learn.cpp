// Expectation-maximisation over candidate pairs, with shares of unrelated pairs taken from frequencies and
// from random pairs rather than from the candidates, which are not like other pairs.
#include "engine/linkage/learn.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

namespace wallchart::linkage {
namespace {

constexpr std::size_t random_pairs = 300'000;
constexpr std::size_t sampled_pairs = 400'000;  // of candidates, about
constexpr int rounds = 40;
// From this round on, pairs that are hardly one person or relatives are left out.
constexpr int prune_round = 4;
constexpr double prune_below = 1e-8;
// So many pairs' worth of what is expected (comparisons.cpp) is mixed into what is found.
constexpr double same_prior = 15;
constexpr double household_prior = 60;
// So many pairs of either are expected before any is seen: where there are few, neither takes all.
constexpr double expected_pairs = 1;
constexpr double expected_relatives = 4;
constexpr double namesakes_prior = 300;
constexpr double namesakes_expected = 0.02;
constexpr double unexplained_prior = 2;
constexpr double least_unexplained = 0.002;

bool is_pair(const Scope& scope, std::uint32_t a, std::uint32_t b) {
    return a != b && (!scope.both_lists() || (a < scope.left) != (b < scope.left));
}

class Learner {
public:
    explicit Learner(const LearningInput& input)
        : m_input(input), m_scope(input.frequencies.scope()), m_model(Model::beginning()) {}

    Model run() {
        m_model.learnt_from = m_input.records.size();
        if (m_scope.pairs() < 1) return m_model;
        draw_random_pairs();
        draw_candidates();
        draw_colleagues();
        draw_namesakes();
        for (int round = 0; round < rounds; ++round) {
            double before = m_model.matches_per_record;
            step(round == prune_round);
            if (round > 10 && std::abs(before - m_model.matches_per_record) < 1e-4 * before) break;
        }
        return m_model;
    }

private:
    /// The levels of pairs drawn from all, or of all where they are few.
    void draw_random_pairs() {
        auto n = static_cast<std::uint32_t>(m_input.records.size());
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        if (m_scope.pairs() <= static_cast<double>(random_pairs) * 2) {
            for (std::uint32_t a = 0; a < n; ++a)
                for (std::uint32_t b = 0; b < a; ++b)
                    if (is_pair(m_scope, a, b)) pairs.emplace_back(a, b);
        } else {
            Random random(n, 7);
            auto left = static_cast<std::uint32_t>(m_scope.left);
            for (std::size_t at = 0; at < random_pairs; ++at) {
                auto a = random.below(m_scope.both_lists() ? left : n);
                auto b = m_scope.both_lists() ? left + random.below(n - left) : random.below(n);
                if (a != b) pairs.emplace_back(a, b);
            }
        }
        m_random_count = pairs.size();
        std::vector<Shares> counts(m_input.threads);
        in_parts(pairs.size(), [&](std::size_t part, std::size_t from, std::size_t to) {
            for (auto at = from; at < to; ++at) {
                auto outcome = compare(m_input.values, m_input.records[pairs[at].first],
                                       m_input.records[pairs[at].second]);
                for (std::size_t each = 0; each < comparison_count; ++each)
                    counts[part][each][outcome.levels[each]] += 1;
            }
        });
        for (const auto& count : counts)
            add(m_random, count);
    }

    /// The places of pairs of one employer whose names are not alike.
    void draw_colleagues() {
        constexpr std::size_t draws = 30'000;
        constexpr double prior = 20;
        std::vector<std::pair<ValueId, std::uint32_t>> by_employer;
        for (std::uint32_t row = 0; row < m_input.records.size(); ++row)
            if (auto employer = m_input.records[row].employer; employer != 0)
                by_employer.emplace_back(employer, row);
        std::ranges::sort(by_employer);
        if (by_employer.empty()) return;
        std::array<double, level_limit> counts{};
        double all = 0;
        Random random(by_employer.size(), 11);
        for (std::size_t at = 0; at < draws; ++at) {
            const auto& one = by_employer[random.below(by_employer.size())];
            auto group = std::ranges::equal_range(by_employer, one.first, {},
                                                  &std::pair<ValueId, std::uint32_t>::first);
            auto other = group[random.below(group.size())].second;
            if (other == one.second) continue;
            auto outcome = compare(m_input.values, m_input.records[one.second], m_input.records[other]);
            auto different = [&](Comparison name) {
                auto level = outcome.levels[static_cast<std::size_t>(name)];
                return level == 0 || level == info(name).levels.size();
            };
            auto level = outcome.levels[static_cast<std::size_t>(Comparison::place)];
            if (level == 0 || !different(Comparison::given) || !different(Comparison::family)) continue;
            counts[level] += 1;
            all += 1;
        }
        const auto& usual = m_model.unrelated[static_cast<std::size_t>(Comparison::place)];
        for (std::size_t level = 1; level <= info(Comparison::place).levels.size(); ++level)
            m_model.place_of_colleagues[level] = (counts[level] + prior * usual[level]) / (all + prior);
    }

    /// How often people of one name, surely two as they were born years apart, have one e-mail address. Drawn
    /// from all: among candidate pairs those who share an address are many.
    void draw_namesakes() {
        constexpr std::size_t draws = 30'000;
        constexpr double prior = 20;
        // Fewer are fathers and sons, and slips in birth dates, which the model knows as such.
        constexpr double least_share = 0.25;
        struct Named {
            ValueId name;
            std::uint64_t order;  // that of the list may put families together
            std::uint32_t row;
            auto operator<=>(const Named&) const = default;
        };
        std::vector<Named> named;
        for (std::uint32_t row = 0; row < m_input.records.size(); ++row) {
            const auto& record = m_input.records[row];
            if (record.whole_name != 0 && record.emails[0] != 0 &&
                m_input.values.birth(record.birth).complete())
                named.push_back({record.whole_name, Random::mix(row), row});
        }
        std::ranges::sort(named);
        double all = 0, one_address = 0;
        for (std::size_t at = 0; at + 1 < named.size(); at += named.size() / draws + 1) {
            if (named[at].name != named[at + 1].name) continue;
            auto outcome =
                compare(m_input.values, m_input.records[named[at].row], m_input.records[named[at + 1].row]);
            auto birth = outcome.levels[static_cast<std::size_t>(Comparison::birth)];
            if (birth == 0 || info(Comparison::birth).levels[birth - 1U].unrelated < 0.2) continue;
            all += 1;
            one_address += outcome.levels[static_cast<std::size_t>(Comparison::email)] == 1 ? 1 : 0;
        }
        double share = one_address / (all + prior);
        m_model.emails_of_names = share < least_share ? 0 : share;
    }

    /// The candidate pairs of records drawn by their number.
    void draw_candidates() {
        auto n = static_cast<std::uint32_t>(m_input.records.size());
        Blocks::Met met(n);
        // About how many a record meets, from a few of them.
        std::uint32_t tried = std::min<std::uint32_t>(n, 500);
        std::size_t found = 0;
        for (std::uint32_t at = 0; at < tried; ++at) {
            auto row = static_cast<std::size_t>(std::uint64_t{at} * n / tried);
            m_input.blocks.find(m_input.values, m_input.records[row], met);
            found += met.rows.size();
        }
        double total = static_cast<double>(found) / tried * n / 2;
        auto every = static_cast<std::uint64_t>(std::max(1.0, total / static_cast<double>(sampled_pairs)));
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < n; ++row)
            if (Random::mix(row) % every == 0) rows.push_back(row);
        m_scale = rows.empty() ? 1 : static_cast<double>(n) / static_cast<double>(rows.size());
        std::vector<std::vector<Outcome>> parts(m_input.threads);
        in_parts(rows.size(), [&](std::size_t part, std::size_t from, std::size_t to) {
            Blocks::Met own(n);
            for (auto at = from; at < to; ++at) {
                m_input.blocks.find(m_input.values, m_input.records[rows[at]], own);
                std::ranges::sort(own.rows);
                for (auto other : own.rows)
                    if (other < rows[at] && is_pair(m_scope, rows[at], other))
                        parts[part].push_back(
                            compare(m_input.values, m_input.records[rows[at]], m_input.records[other]));
            }
        });
        for (auto& part : parts) {
            m_candidates.insert(m_candidates.end(), part.begin(), part.end());
            part = {};
        }
    }

    struct Sums {
        Shares same{}, household{};
        double all_same = 0, all_household = 0;
        // Where both birth dates are known, which tell father and son apart.
        double dated_household = 0, dated_namesakes = 0;
        std::array<std::array<double, frequency_classes>, kind_count> explained{};
    };

    template <class Table>
    static void add(Table& into, const Table& more) {
        for (std::size_t at = 0; at < into.size(); ++at)
            for (std::size_t each = 0; each < into[at].size(); ++each)
                into[at][each] += more[at][each];
    }

    /// Splits [0, count) among the threads. What they sum is put together in pieces of one size, so that the
    /// rounding of sums does not depend on how many threads there are.
    template <class Work>
    void in_parts(std::size_t count, Work work) const {
        std::vector<std::jthread> others;
        auto part_of = [&](std::size_t part) { return count * part / m_input.threads; };
        for (unsigned part = 1; part < m_input.threads; ++part)
            others.emplace_back([&, part] { work(part, part_of(part), part_of(part + 1)); });
        work(0, 0, part_of(1));
    }

    void step(bool prune) {
        Scorer scorer(m_model, m_input.frequencies);
        constexpr std::size_t piece = 1U << 14U;
        std::vector<Sums> sums((m_candidates.size() + piece - 1) / piece);
        in_parts(sums.size(), [&](std::size_t, std::size_t from, std::size_t to) {
            for (auto at = from; at < to; ++at)
                for (auto each = at * piece; each < std::min(m_candidates.size(), (at + 1) * piece); ++each)
                    if (!expect(scorer, m_candidates[each], sums[at]) && prune)
                        m_candidates[each].levels.fill(level_limit);
        });
        Sums all;
        for (const auto& sum : sums) {
            add(all.same, sum.same);
            add(all.household, sum.household);
            add(all.explained, sum.explained);
            all.all_same += sum.all_same;
            all.all_household += sum.all_household;
            all.dated_household += sum.dated_household;
            all.dated_namesakes += sum.dated_namesakes;
        }
        if (prune)
            std::erase_if(m_candidates,
                          [](const Outcome& outcome) { return outcome.levels[0] == level_limit; });
        maximise(all);
    }

    /// Adds what a pair is expected to be; false if it is hardly either.
    bool expect(const Scorer& scorer, const Outcome& outcome, Sums& sums) const {
        auto odds = scorer.odds(outcome);
        double relatives = std::max(odds.relatives, odds.namesakes);
        if (std::max(odds.same, relatives) < odds.unrelated - 27) return false;
        relatives = odds.household();
        double high = std::max({odds.same, relatives, odds.unrelated});
        double same = std::exp2(odds.same - high);
        double household = std::exp2(relatives - high);
        double all = same + household + std::exp2(odds.unrelated - high);
        same /= all;
        household /= all;
        if (same + household < prune_below) return false;
        sums.all_same += same;
        sums.all_household += household;
        if (outcome.levels[static_cast<std::size_t>(Comparison::birth)] != 0) {
            sums.dated_household += household;
            sums.dated_namesakes += household * std::exp2(odds.namesakes - relatives);
        }
        for (std::size_t at = 0; at < comparison_count; ++at) {
            auto level = outcome.levels[at];
            if (level == 0) continue;
            sums.same[at][level] += same;
            sums.household[at][level] += household;
            auto kind = info(static_cast<Comparison>(at)).levels[level - 1U].kind;
            if (kind == Kind::none || outcome.agreed[at] == 0 || outcome.other_given != 0) continue;
            auto each = frequency_class(m_input.frequencies.of(kind, outcome.agreed[at]));
            sums.explained[static_cast<std::size_t>(kind)][each] += same + household;
        }
        return true;
    }

    void maximise(const Sums& sums) {
        auto records = static_cast<double>(m_input.records.size());
        m_model.matches_per_record = (m_scale * sums.all_same + expected_pairs) / records;
        m_model.relatives_per_record = (m_scale * sums.all_household + expected_relatives) / records;
        m_model.namesakes = std::clamp((sums.dated_namesakes + namesakes_prior * namesakes_expected) /
                                           (sums.dated_household + namesakes_prior),
                                       0.002, 0.1);
        for (std::size_t at = 0; at < comparison_count; ++at) {
            const auto& comparison = info(static_cast<Comparison>(at));
            auto end = comparison.levels.size() + 1;
            auto part = comparison.partial_from == 0 ? end : comparison.partial_from;
            maximise(sums, at, 1, part);
            if (part < end) maximise(sums, at, part, end);
        }
        const auto& agreeing = m_input.frequencies.agreeing_pairs();
        for (std::size_t kind = 0; kind < kind_count; ++kind)
            for (std::size_t each = 0; each < frequency_classes; ++each) {
                double left = std::max(agreeing[kind][each] - m_scale * sums.explained[kind][each], 0.0);
                m_model.unexplained[kind][each] =
                    std::max((left + unexplained_prior * 0.5) / (agreeing[kind][each] + unexplained_prior),
                             least_unexplained);
            }
    }

    /// The shares of one comparison's levels [from, to), which add up to 1.
    void maximise(const Sums& sums, std::size_t at, std::size_t from, std::size_t to) {
        bool order = at == static_cast<std::size_t>(Comparison::whole_name);
        const auto& levels = info(static_cast<Comparison>(at)).levels;
        auto share = [&](auto count, auto expected, double prior, std::array<double, level_limit>& shares) {
            double all = 0, usual = 0;
            for (auto level = from; level < to; ++level) {
                all += count(level);
                usual += expected(levels[level - 1]);
            }
            for (auto level = from; level < to; ++level)
                shares[level] = (count(level) + prior * expected(levels[level - 1]) / usual) / (all + prior);
        };
        share([&](std::size_t level) { return sums.same[at][level]; },
              [](const Level& level) { return level.same; }, same_prior, m_model.same[at]);
        if (order) return;
        limit_differences(at, from, to);
        share([&](std::size_t level) { return sums.household[at][level]; },
              [](const Level& level) { return level.household; }, household_prior, m_model.household[at]);
        // Random pairs, less what is not unrelated among them.
        double part = static_cast<double>(m_random_count) / m_scope.pairs() * m_scale;
        share(
            [&](std::size_t level) {
                return std::max(
                    m_random[at][level] - part * (sums.same[at][level] + sums.household[at][level]), 0.0);
            },
            [](const Level& level) { return level.unrelated; }, static_cast<double>(m_random_count) / 20 + 20,
            m_model.unrelated[at]);
    }

    /// One person's names, age and sex mostly agree, and slips in a telephone number are few: where candidate
    /// pairs have much else in common (colleagues, neighbours), the class of one person must not become
    /// theirs.
    void limit_differences(std::size_t at, std::size_t from, std::size_t to) {
        constexpr double most = 1.5;  // times what is expected
        auto comparison = static_cast<Comparison>(at);
        bool identity = comparison == Comparison::given || comparison == Comparison::family ||
                        comparison == Comparison::birth || comparison == Comparison::sex ||
                        comparison == Comparison::suffix;
        const auto& levels = info(comparison).levels;
        auto& same = m_model.same[at];
        for (auto level = from; level < to; ++level) {
            bool difference = identity && levels[level - 1].unrelated >= 0.2;
            bool slip = comparison == Comparison::phone && level == 2;
            if (difference || slip) same[level] = std::min(same[level], most * levels[level - 1].same);
        }
        // Nor do most people write their name and birth date differently each time.
        constexpr double least_same = 0.3;
        if (!identity || from > 1 || same[1] >= least_same) return;
        for (auto level = from + 1; level < to; ++level)
            same[level] *= (1 - least_same) / (1 - same[1]);
        same[1] = least_same;
    }

    LearningInput m_input;
    Scope m_scope;
    Model m_model;
    Shares m_random{};
    std::size_t m_random_count = 0;
    std::vector<Outcome> m_candidates;
    double m_scale = 1;
};

}  // namespace

Model learn(const LearningInput& input) {
    return Learner(input).run();
}

}  // namespace wallchart::linkage
