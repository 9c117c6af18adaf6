#pragma once
// Problems of the literature as TSPLIB and CVRPLIB write them (Reinelt 1995), so that what is found can be
// held against known optima.

#include "core/result.h"
#include "engine/route/distances.h"
#include "engine/route/vehicle_routing/problem.h"

#include <string>
#include <string_view>

namespace wallchart::route {

/// A salesman's problem, by its file.
struct TsplibProblem {
    std::string name;
    Distances distances;
};

/// EUC_2D, CEIL_2D, ATT, GEO and EXPLICIT in all its forms. Errors: invalid (which line), unsupported
/// (another metric or type), too_large.
Result<TsplibProblem> read_tsplib(std::string_view text);

/// A problem with capacity, by its file; with a DISTANCE it limits each route, SERVICE_TIME included. The
/// depot comes first, then the customers in the order of the file. Errors: as read_tsplib.
Result<RoutingProblem> read_cvrplib(std::string_view text);

}  // namespace wallchart::route
