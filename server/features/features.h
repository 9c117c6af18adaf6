#pragma once
// All features: the list of what the product does.

#include "http/router.h"

namespace wallchart {

/// Adds the operations of every feature.
void add_all_routes(Router& router);

}  // namespace wallchart
