#pragma once
// Whom to compare a newcomer with: the database's indexes stand in for the engine's blocks.

#include "db/transaction.h"

#include <vector>

namespace wallchart {

/// Those of the workspace who share a phone, an e-mail address, a number of another system, a street address
/// as it is written, a day of birth or much of a name with a person, as far as there are not too many;
/// themselves not among them. At most some hundreds, in the order of their ids.
std::vector<Id<Person>> alike_people(Reader& reader, Id<Workspace> workspace, Id<Person> person);

}  // namespace wallchart
