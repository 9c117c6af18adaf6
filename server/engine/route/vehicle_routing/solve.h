#pragma once
// Routes for several vehicles (the vehicle routing problem, with capacity and time windows).
//
// Simulated annealing (Kirkpatrick 1983) over ruin and recreate: a new plan that is longer is taken as well
// at first, ever less so towards the end. Where vehicles are to be saved, one route after another is
// dissolved, and stops that found no place often count for more (Christiaens and Vanden Berghe 2020, section
// 5).

#include "engine/route/budget.h"
#include "engine/route/vehicle_routing/problem.h"

namespace wallchart::route {

/// The best plan found. Each round of the budget is one ruin and recreate. Stops in `unserved` could not be
/// fitted in: not at all (see impossible_stops), or not with so many vehicles.
Routes vehicle_routing(const RoutingProblem& problem, const Budget& budget);

}  // namespace wallchart::route
