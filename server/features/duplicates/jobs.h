#pragma once
// The long work of duplicates: looking through everyone, and merging many that are sure.

#include "features/duplicates/duplicates.h"
#include "features/jobs/jobs.h"

namespace wallchart {

/// Pairs less likely than this are not shown: they would hide the others.
inline constexpr double least_shown_probability = 0.5;

struct FindDuplicates {
    DuplicateSource source = DuplicateSource::search;
};
BOOST_DESCRIBE_STRUCT(FindDuplicates, (), (source))

/// What a look through everyone found.
struct FoundDuplicates {
    std::int64_t people = 0;  ///< looked through
    std::int64_t pairs = 0;   ///< that may be one person
    std::int64_t noted = 0;   ///< of them not known before
};
BOOST_DESCRIBE_STRUCT(FoundDuplicates, (), (people, pairs, noted))

/// Compares everyone of the workspace with everyone worth it, with what the list itself teaches, and lets the
/// pairs wait to be judged. What it learnt is kept for those who come in later.
Result<std::string> find_duplicates(JobTask& task);

/// Compares those who came in since the last look, or of whom more is known now, with everyone worth it, by
/// what that look taught. Looks through everyone instead where that is quick or the list has changed much;
/// and does nothing where that would be long, so that an organizer chooses the hour.
Result<std::string> compare_newcomers(JobTask& task);

struct MergeSure {
    double least = 0.99;
};
BOOST_DESCRIBE_STRUCT(MergeSure, (), (least))

struct MergedSure {
    std::int64_t merged = 0;
};
BOOST_DESCRIBE_STRUCT(MergedSure, (), (merged))

/// Merges the waiting pairs that are as likely as asked, each in a batch of its own.
Result<std::string> merge_sure(JobTask& task);

}  // namespace wallchart
