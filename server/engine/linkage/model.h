#pragma once
// What was learnt of a list: how often each outcome is seen among pairs that are one person, among pairs of
// one household, and among unrelated pairs; and from it how sure a pair is (Fellegi and Sunter 1969, with a
// third class for people who share a home and often a name).

#include "engine/linkage/comparisons.h"
#include "engine/linkage/frequencies.h"

#include <array>
#include <cstdint>
#include <vector>

namespace wallchart::linkage {

using Shares = std::array<std::array<double, level_limit>, comparison_count>;

/// Parameters of the three classes.
struct Model {
    /// Pairs that are one person, and pairs of one household, for each record.
    double matches_per_record = 0.2;
    double relatives_per_record = 0.1;
    /// Of pairs of one household, those of one given name, as father and son.
    double namesakes = 0.02;
    /// Of people of one whole name, those of one e-mail address though they are two: near 1 on a list whose
    /// addresses are made of the names, else 0.
    double emails_of_names = 0;
    Shares same{}, household{}, unrelated{};  ///< by comparison and level; level 0 unused
    /// For each kind and each power of two of a value's count: the share of the pairs that agree on such a
    /// value which are neither one person nor one household.
    std::array<std::array<double, frequency_classes>, kind_count> unexplained{};
    /// Shares of the levels of place among unrelated people of one employer, who often live in one town.
    std::array<double, level_limit> place_of_colleagues{};
    std::uint64_t learnt_from = 0;  ///< records; 0 for the beginning

    /// What is expected before anything was learnt.
    static Model beginning();
};

/// A pair's chances in the three classes, as base-2 logarithms; those of one household apart by whether they
/// have one given name.
struct Odds {
    double same = 0;
    double relatives = 0;
    double namesakes = 0;
    double unrelated = 0;
    double household() const;
    /// log2 of the odds that the two are one person.
    double weight() const;
};

/// 1 / (1 + 2^-weight).
double probability_of(double weight);
/// The weight of a probability.
double weight_of(double probability);

/// A model made ready for the frequencies of one list: logarithms in tables.
class Scorer {
public:
    /// `frequencies` must outlive it.
    Scorer(const Model& model, const Frequencies& frequencies);

    Odds odds(const Outcome& outcome) const;
    double weight(const Outcome& outcome) const { return odds(outcome).weight(); }

    /// What one comparison adds to each class.
    Odds part(std::size_t comparison, const Outcome& outcome) const;
    /// The odds before anything is compared.
    Odds before() const { return m_before; }

    /// log2 of how likely unrelated people agree on a value.
    double agreement(Kind kind, ValueId value, double otherwise) const;

private:
    Odds part(std::size_t comparison, const Outcome& outcome, std::uint8_t level) const;
    void expect_suffixes(const Model& model);
    double find_agreement(Kind kind, double chance, std::uint32_t count, double otherwise) const;

    const Frequencies* m_frequencies;
    /// Of values by how often they occur on one list, as far as it is worth remembering.
    static constexpr std::size_t remembered = 512;
    std::array<std::array<float, remembered>, kind_count> m_agreement{};
    Odds m_before;
    double m_twins = 0;
    double m_emails_of_names = 0;  // log2
    std::array<std::array<float, level_limit>, comparison_count> m_same{}, m_household{}, m_unrelated{},
        m_namesakes{};
    std::array<float, level_limit> m_place_of_colleagues{};
    std::array<std::array<float, frequency_classes>, kind_count> m_unexplained{};
};

}  // namespace wallchart::linkage
