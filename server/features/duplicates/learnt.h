#pragma once
// What the last look through everyone taught, kept so that whoever comes in later is compared by it.

#include "db/transaction.h"
#include "engine/linkage/frequency_summary.h"
#include "engine/linkage/model.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart {

struct Learnt {
    linkage::Model model;
    linkage::FrequencySummary frequencies;
    /// Systems whose numbers are compared, each in its place of a record.
    std::vector<std::string> sources;
    std::int64_t people = 0;  ///< in the workspace then
    /// An id of the journal: what was written before it has been compared.
    std::int64_t compared_to = 0;
};

/// Nothing if nobody was looked through yet.
std::optional<Learnt> find_learnt(Reader& reader, Id<Workspace> workspace);
void keep_learnt(Transaction& tx, Id<Workspace> workspace, const Learnt& learnt);
/// Those who were written up to here have been compared.
void keep_compared_to(Transaction& tx, Id<Workspace> workspace, std::int64_t compared_to);

/// An id of the journal before which everything is visible by now: transactions do not end in the order of
/// their ids, nor do the clocks of two servers agree.
std::int64_t settled_journal_id();

}  // namespace wallchart
