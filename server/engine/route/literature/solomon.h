#pragma once
// Problems with time windows as Solomon (1987) and Gehring and Homberger (1999) write them.

#include "core/result.h"
#include "engine/route/vehicle_routing/problem.h"

#include <string_view>

namespace wallchart::route {

/// Distances and times are real numbers there: they are counted in ten-thousandths. A way takes as long as it
/// is.
inline constexpr double solomon_scale = 10'000;

/// As few vehicles as can be, then the shortest ways, as that literature counts. Errors: invalid (which
/// line), too_large.
Result<RoutingProblem> read_solomon(std::string_view text);

}  // namespace wallchart::route
