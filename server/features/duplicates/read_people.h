#pragma once
// People of a workspace as the linkage engine compares people.

#include "db/transaction.h"
#include "engine/linkage/people.h"

#include <string>
#include <vector>

namespace wallchart {

/// People in the order of their ids, each with what the engine compares.
struct ComparablePeople {
    std::vector<Id<Person>> ids;
    linkage::Values values;
    std::vector<linkage::Record> records;
    /// The systems whose numbers are compared, each in its place of a record.
    std::vector<std::string> sources;
};

/// Reads everyone of a workspace. About 0.3 KB for each person.
ComparablePeople read_comparable_people(Reader& reader, Id<Workspace> workspace);
/// Reads these people, whose ids are of the workspace and in order; the numbers of other systems in the
/// places of `sources`.
ComparablePeople read_comparable_people(Reader& reader, Id<Workspace> workspace,
                                        const std::vector<Id<Person>>& those,
                                        std::vector<std::string> sources);

}  // namespace wallchart
