#pragma once
// Exchanges rows of houses where turf meet, before single houses are exchanged: see rows.h.

#include "engine/turf/rows.h"
#include "engine/turf/ruin_and_recreate.h"

namespace wallchart::turf {

/// Improves `tours` as ruin_and_recreate does, with the rows that are walked in them as what is exchanged.
/// Tours must consist of single stops; they do again afterwards.
void improve_rows(Tours& tours, const Neighbours& neighbours, const Barriers& barriers, RowLimits limits,
                  Random& random, const Improvement& improvement);

}  // namespace wallchart::turf
