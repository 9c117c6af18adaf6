#pragma once
// A row of a list of worksites, read: where, of which employer, and whose bargaining unit.

#include "engine/union_name/directory.h"
#include "features/directory/directory.h"
#include "features/imports/read_cells.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// A row as a worksite; its id and employer are decided when it is matched.
struct WorksiteRow {
    Worksite worksite;
    std::string employer;
    std::string industry;
    std::string local;  ///< its number, in a column of its own
};

/// Fills `into`; answers the faults, none if the row can be used. The union named in the text is linked if
/// `directory` surely knows it.
std::vector<CellFault> read_worksite(const ImportMapping& mapping, const union_name::Directory& directory,
                                     const std::vector<std::string_view>& cells, WorksiteRow& into);

}  // namespace wallchart
