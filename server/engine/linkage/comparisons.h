#pragma once
// How two people's values are compared: for each field a few levels, from the same to different, each with
// what is expected of it before anything was learnt.

#include "engine/linkage/people.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace wallchart::linkage {

/// What is compared. Each has at most 15 levels beside "not known", so that all fit in 64 bits.
enum class Comparison : std::uint8_t {
    given,
    middle,
    family,
    whole_name,
    suffix,
    birth,
    email,
    phone,
    address,
    unit,
    place,
    sex,
    employer,
    identifier,
    identifier2,
    identifier3,
};
inline constexpr std::size_t comparison_count = 16;
inline constexpr std::size_t level_limit = 16;

/// One outcome of a comparison, with the shares of pairs expected to show it, before learning: of pairs that
/// are one person, of pairs of one household or family, of unrelated pairs.
struct Level {
    std::string_view label;
    double same;
    double household;
    double unrelated;
    /// Whose frequency tells how likely unrelated people agree; none where only learnt shares do.
    Kind kind = Kind::none;
    /// Of relatives of one name, as father and son; 0: as of other relatives.
    double namesake = 0;
};

/// Levels are numbered from 1; 0 is "one of the two is not known", which is no evidence.
struct ComparisonInfo {
    std::string_view name;
    /// Whether people of one household agree more often than others, as far as is learnt; else their shares
    /// are those of unrelated people, times household_times at the first level (a family seldom gives a name
    /// twice), and household_more added to it (twins, colleagues).
    bool of_household;
    double household_times;
    double household_more;
    std::span<const Level> levels;
    /// Levels from this number on are of values known in part (of suffixes: not of both), and have their own
    /// shares; 0 if none are.
    std::size_t partial_from = 0;
};

const ComparisonInfo& info(Comparison comparison);

/// The outcome of all comparisons of two records.
struct Outcome {
    std::array<std::uint8_t, comparison_count> levels{};
    /// What they agree on, where a level has a kind.
    std::array<ValueId, comparison_count> agreed{};
    /// The other one of two given names that are forms of one: the commoner of the two is what counts.
    ValueId other_given = 0;
};

/// Compares two records of one set of values. Symmetric.
Outcome compare(const Values& values, const Record& a, const Record& b);

}  // namespace wallchart::linkage
