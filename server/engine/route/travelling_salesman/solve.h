#pragma once
// The shortest way around through all stops (the travelling salesman problem), as near as the time allows.
//
// Chained Lin-Kernighan (Martin, Otto and Felten 1991; Applegate, Cook and Rohe 2003): from a tour that no
// exchange makes shorter, a small part is shuffled and repaired, and the result kept unless it is longer;
// again and again.

#include "engine/route/budget.h"
#include "engine/route/distances.h"

#include <vector>

namespace wallchart::route {

/// Every stop once, and the length of the way around.
struct Around {
    std::vector<int> order;
    Length length = 0;
};

/// A way around all stops, beginning at stop 0. Each round of the budget is one shuffle. Distances must be
/// symmetric; none or one stop is a tour too.
Around travelling_salesman(const Distances& distances, const Budget& budget);

/// The way around in this order, shortened by Lin-Kernighan until no exchange helps and not shuffled: for
/// many small ways, each a good one already. Of five stops at most, the shortest order.
Around shorten_around(const Distances& distances, std::vector<int> order);

}  // namespace wallchart::route
