#pragma once
// Writing down what the engine found.

#include "engine/linkage/linkage.h"
#include "features/duplicates/jobs.h"
#include "features/duplicates/read_people.h"

#include <span>

namespace wallchart {

/// Pairs written in one transaction.
inline constexpr std::size_t pairs_at_once = 200;

/// Lets pairs of compared people wait to be judged, with the reasons; those of whom one has been erased or
/// merged in the meantime, and those that are known, are left out. Answers how many were new.
std::int64_t note_pairs(Transaction& tx, const ComparablePeople& people, const linkage::Scorer& scorer,
                        std::span<const linkage::ScoredPair> pairs, DuplicateSource source);

}  // namespace wallchart
