#pragma once
// All features: the list of what the product does.

#include "features/jobs/jobs.h"
#include "http/router.h"

namespace wallchart {

/// Adds the operations of every feature.
void add_all_routes(Router& router);
/// Teaches a runner the long work of every feature.
void add_all_jobs(JobRunner& runner);

}  // namespace wallchart
