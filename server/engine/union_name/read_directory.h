#pragma once
// A directory of union bodies from a file's text: a table of a register, or keys "AFFILIATION|number".

#include "core/csv.h"
#include "core/result.h"
#include "engine/union_name/directory.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::union_name {

/// Entries read from a file, with what names each there (the id column, the file number).
struct ListedBodies {
    std::vector<DirectoryEntry> entries;  ///< ids count from 1
    std::vector<std::string> names;       ///< by id; the first is empty
};

/// {"IBT|810": [file numbers]}: an entry for each file number. Errors: invalid.
Result<ListedBodies> read_directory_json(std::string_view text);
/// Columns by their usual names: id or f_num, affiliation or aff_abbr, number or desig_num, name or
/// union_name, kind or desig_name, city, state, members. Errors: invalid (none of these columns).
Result<ListedBodies> read_directory_csv(CsvReader& reader);

}  // namespace wallchart::union_name
