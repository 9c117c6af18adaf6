#pragma once
// What the server says about itself: whether it is well, its figures, and its API.

#include "http/router.h"

namespace wallchart {

/// /healthz, /metrics, /api/v1/openapi.json and /api.
void add_system_routes(Router& router);

}  // namespace wallchart
