#pragma once
// The locals of a workspace as the engine that reads union names takes them.

#include "db/transaction.h"
#include "engine/union_name/directory.h"

namespace wallchart {

/// All organizations of a workspace to which members can belong.
union_name::Directory local_names(Reader& reader, Id<Workspace> workspace);

}  // namespace wallchart
