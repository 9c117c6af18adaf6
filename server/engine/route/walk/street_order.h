#pragma once
// The order of buildings as people walk them: a street at a time, and one side of it at a time.

#include "engine/route/budget.h"
#include "engine/route/walk/buildings.h"
#include "engine/route/walk/ground.h"
#include "engine/route/walk/steps.h"

#include <optional>
#include <vector>

namespace wallchart::route {

/// Where a walk starts and ends, as sites of the ground; none: wherever it is best. Both the same: around.
struct Ends {
    std::optional<int> start, end;
};

/// The chosen buildings in order. Sites of the ground are the buildings first; its ways must be the same both
/// ways.
std::vector<int> street_order(const std::vector<Building>& buildings, const Ground& ground,
                              const std::vector<int>& chosen, const Ends& ends, const Habits& habits,
                              const Budget& budget);

/// So many buildings that no pair of them can be looked at: by straight ways alone, from the start and back,
/// or cut at the longest way where there is none. All have places.
std::vector<int> order_of_many(const std::vector<Building>& buildings,
                               const std::optional<geography::Coordinates>& start, double detour,
                               const Budget& budget);

}  // namespace wallchart::route
