#pragma once
// What belongs to one person given to another: the part of a merge that holds for any table.

#include "db/transaction.h"

namespace wallchart {

/// Gives everything that belongs to `from` to `to`, and makes what refers to `from` refer to `to`. Each
/// record keeps its id; the journal says that it was erased there and inserted here, so that undo gives it
/// back. One that `to` has in the same words (all columns but ids and revision) is not needed twice: it is
/// erased. The person itself is left as it is.
void give_all_records(Transaction& transaction, Id<Person> from, Id<Person> to);

}  // namespace wallchart
