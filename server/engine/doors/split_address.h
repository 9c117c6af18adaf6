#pragma once
// "1204B Maple St Apt 3" as people write it into one cell.

#include "engine/doors/door.h"

namespace wallchart::doors {

/// Where the number or the unit is not known, takes it from the street: a number in front, and what follows
/// "apt", "unit", "#", "suite", "ste", "apartment" or "flat" at its end.
void split_address(Door& door);

}  // namespace wallchart::doors
