#pragma once
// Dates of birth as they are written.

#include "engine/linkage/people.h"

#include <string_view>

namespace wallchart::linkage {

/// "1976-07-04", "19760704", "7/4/1976", "4 July 1976", "Jul 1976", "1976"; of two small numbers the first is
/// the month unless it cannot be. What no calendar has (month 17) is kept as written: it may be a slip of one
/// finger. Empty if there is no year, unless month and day are said.
Birth read_birth(std::string_view text);

/// A part of a date in a column of its own; 0 if it is no number from 1 to `limit`. Months also by name.
int read_number(std::string_view text, int limit);

}  // namespace wallchart::linkage
