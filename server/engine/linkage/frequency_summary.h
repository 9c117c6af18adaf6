#pragma once
// What is remembered of a list's frequencies, for comparing a few of its people when the list itself is not
// at hand.

#include "engine/linkage/frequencies.h"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::linkage {

/// The frequencies of one kind of values.
struct KindSummary {
    double known = 0;  ///< values known of this kind, in all records
    /// How often a value occurs that is not among the common ones: the mean over those who have one.
    double usual = 1;
    /// The commonest values: a hash, its count, the next hash ... No name or address stands here.
    std::vector<std::int64_t> common;
};
BOOST_DESCRIBE_STRUCT(KindSummary, (), (known, usual, common))

struct FrequencySummary {
    std::int64_t records = 0;
    std::vector<KindSummary> kinds;  ///< one for each Kind, or none where nothing was remembered
};
BOOST_DESCRIBE_STRUCT(FrequencySummary, (), (records, kinds))

/// Values remembered of a list, whatever its size.
inline constexpr std::size_t common_values_limit = 5000;

/// A value of fewer people is not remembered: it could tell of one of them.
inline constexpr std::uint32_t least_common_count = 10;

/// The commonest values of a list, at most `limit` of all kinds together.
FrequencySummary summarize(const Frequencies& frequencies, const Values& values,
                           std::size_t limit = common_values_limit);

/// The frequencies of the whole list for `records`, which are some of its people with `values`. Of a value
/// that is not a common one, `complete` kinds are as frequent as they are among the records, which must hold
/// everyone who has it; of other kinds, as is usual.
Frequencies frequencies_of(const FrequencySummary& summary, const Values& values,
                           std::span<const Record> records, std::span<const Kind> complete);

}  // namespace wallchart::linkage
