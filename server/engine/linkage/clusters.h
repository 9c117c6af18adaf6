#pragma once
// From pairs to people: groups of records that are one person each.

#include "engine/linkage/linkage.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace wallchart::linkage {

/// The weight of any two records.
using WeightOf = std::function<double(std::uint32_t a, std::uint32_t b)>;

/// Joins the likeliest pairs first; two groups are joined if what all their members say of each other, taken
/// together, speaks for it. So strangers do not become one through a third, nor father and son through a
/// record that could be either. Answers the smallest record of each record's group.
std::vector<std::uint32_t> form_clusters(std::size_t records, std::span<const ScoredPair> pairs,
                                         double threshold, const WeightOf& weight_of_pair);

}  // namespace wallchart::linkage
