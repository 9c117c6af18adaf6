#pragma once
// The doors of a list: read from a file as people save it, and refused with the rows named where they cannot
// be walked.

#include "core/csv.h"
#include "core/result.h"
#include "engine/geography/coordinates.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart::route {

/// A window in minutes of the day: whoever is early waits.
struct Window {
    int open = 0;
    int close = 24 * 60;
    friend auto operator<=>(const Window&, const Window&) = default;
};

struct Door {
    std::string id;
    std::uint64_t row = 0;  ///< its line in the file
    std::optional<geography::Coordinates> place;
    std::string street, house_number, unit;  ///< as written; taken out of the address where that is one cell
    std::int64_t amount = 1;                 ///< leaflets or what else is carried there
    std::optional<double> minutes;           ///< spent at the door, where the file says so
    std::optional<Window> window;
};

struct DoorList {
    std::vector<Door> doors;
    std::vector<std::string> remarks;  ///< what was left out or looks odd, in sentences
};

/// Whether doors without coordinates can be used, because distances are given otherwise.
enum class Places : std::uint8_t { needed, optional };

/// Reads a list with a header; columns are known by their usual names (id, latitude, lon, address, street,
/// house number, unit, leaflets, minutes, from, to). Errors: invalid, naming the rows: none or impossible
/// coordinates, perhaps swapped; doors far from all others; an id of two doors; cells that are no number or
/// time; rows with too many cells.
Result<DoorList> read_doors(CsvReader& reader, Places places);

/// "row 3", "rows 3, 5 and 9", "rows 3, 5, 9 and 40 more".
std::string rows_in_words(const std::vector<std::uint64_t>& rows);

/// "17:30", "5:30 pm", "9": minutes of the day; nothing for anything else.
std::optional<int> read_time_of_day(std::string_view text);

}  // namespace wallchart::route
