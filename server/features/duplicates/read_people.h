#pragma once
// Everyone of a workspace as the linkage engine compares people.

#include "db/transaction.h"
#include "engine/linkage/people.h"

#include <vector>

namespace wallchart {

/// The people of a workspace in the order of their ids, each with what the engine compares.
struct ComparablePeople {
    std::vector<Id<Person>> ids;
    linkage::Values values;
    std::vector<linkage::Record> records;
};

/// Reads everyone. About 0.3 KB for each person.
ComparablePeople read_comparable_people(Reader& reader, Id<Workspace> workspace);

}  // namespace wallchart
