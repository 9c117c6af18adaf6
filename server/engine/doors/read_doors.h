#pragma once
// Doors from a delimited file: what can be used, and which rows cannot and why.

#include "core/csv.h"
#include "engine/doors/columns.h"
#include "engine/doors/door.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace wallchart::doors {

/// Whether doors without coordinates can be used, because distances are given otherwise.
enum class Places : std::uint8_t { needed, optional };

/// How a list is read.
struct Reading {
    Use use = Use::cut;
    Places places = Places::needed;
    std::span<const std::string> mappings{};  ///< "FIELD=COLUMN"
};

/// What is the matter with some rows.
enum class RowFault : std::uint8_t {
    unreadable,      ///< left out
    too_many_cells,  ///< left out: which cell is which is not known
    too_few_cells,   ///< taken if the place is there
    no_place,        ///< left out: no latitude or longitude, or 0, 0
    not_a_number,    ///< left out: a latitude or longitude
    no_such_place,   ///< left out: beyond the poles or the date line, or far south where nobody lives
    swapped,         ///< left out: in each other's place they would be near the others
    far_away,        ///< left out: see far_meters
    repeated_id,     ///< left out: an id that an earlier row has
    odd_window,      ///< left out: times that are none
    odd_number,  ///< taken: a weight, leaflets or minutes that are no number from 0 up count as if not said
};

/// Farther from the middle of all doors, a door is none of them: on foot or by car sooner than in a cut.
double far_meters(Use use);

/// So many doors are read to be walked; to be cut, as many as there are.
inline constexpr std::size_t doors_limit = 1'000'000;

struct DoorFile {
    std::vector<Door> doors;
    std::vector<std::string> header;
    std::vector<Field> columns;                             ///< of each of them
    std::map<RowFault, std::vector<std::uint64_t>> faults;  ///< lines of the file, in their order
    Use use = Use::cut;
};

/// Reads all doors. Rows without an id have the number of the row for one, counted from 1 with those left
/// out. Errors: invalid (no latitude or longitude among the columns where they are needed, no row that can
/// be used: with what is wrong and where); too_large.
Result<DoorFile> read_doors(CsvReader& reader, const Reading& reading);

/// One sentence a fault: "Rows 4 and 17 have no latitude or no longitude and are left out."
std::vector<std::string> sentences(const DoorFile& file);

/// Turf by door, as an earlier answer has them: the columns id and turf. Doors without one are passed over.
/// Errors: invalid (no such columns).
Result<std::map<std::string, std::string>> read_assignments(CsvReader& reader);

/// "row 3", "rows 3, 5 and 9", "rows 3, 5, 9 and 40 more".
std::string rows_in_words(const std::vector<std::uint64_t>& rows);

}  // namespace wallchart::doors
