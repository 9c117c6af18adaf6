#pragma once
// Doors from a delimited file: what can be used, and which rows cannot and why.

#include "core/csv.h"
#include "engine/turf/door.h"
#include "engine/turf/door_columns.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace wallchart::turf {

/// What is the matter with some rows.
enum class RowFault : std::uint8_t {
    unreadable,     ///< left out
    ragged,         ///< more or fewer cells than the header; taken if the place is there
    no_place,       ///< left out: no latitude or longitude
    not_a_number,   ///< left out
    no_such_place,  ///< left out: beyond the poles or the date line
    swapped,        ///< left out: in each other's place they would be near the others
    far_away,       ///< left out: more than 1,000 km from the middle of all doors
    repeated_id,    ///< left out: an id that an earlier row has
    odd_weight,     ///< taken with weight 1
};

struct DoorFile {
    std::vector<Door> doors;
    std::vector<std::string> header;
    std::vector<DoorField> columns;                         ///< of each of them
    std::map<RowFault, std::vector<std::uint64_t>> faults;  ///< lines of the file, in their order
};

/// Reads all doors. Rows without an id are numbered from 1. Errors: invalid (no latitude or longitude among
/// the columns, no row that can be used: with what is wrong and where).
Result<DoorFile> read_doors(CsvReader& reader, std::span<const std::string> mappings);

/// One sentence a fault, with its first lines: "2 rows have no place and are in no turf: lines 4, 17."
std::vector<std::string> sentences(const DoorFile& file);

/// Turf by door, as an earlier answer has them: the columns id and turf. Doors without one are passed over.
/// Errors: invalid (no such columns).
Result<std::map<std::string, std::string>> read_assignments(CsvReader& reader);

}  // namespace wallchart::turf
