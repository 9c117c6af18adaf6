#include "engine/doors/read_doors.h"
#include "engine/route/literature/solomon.h"
#include "engine/route/literature/tsplib.h"
#include "engine/route/travelling_salesman/solve.h"
#include "engine/route/vehicle_routing/solve.h"
#include "engine/route/walk/walk.h"
#include "targets.h"

#include <set>

namespace wallchart::fuzz {
namespace {

using namespace route;

void try_doors(std::string_view input) {
    auto reader = CsvReader::over(std::string(input));
    if (!reader) return;
    auto list = doors::read_doors(*reader, {.use = doors::Use::walk});
    if (!list || list->doors.size() > 200) return;
    WalkPlan plan;
    plan.end_at = WalkEnd::anywhere;
    auto walks = plan_walks(list->doors, Straight{}, plan, {.rounds = 20});
    if (!walks) return;
    std::set<int> seen;
    for (const auto& walk : walks->walks)
        for (const auto& visit : walk.visits)
            require(seen.insert(visit.door).second, "no door comes twice");
    require(seen.size() == list->doors.size(), "every door comes");
}

void try_routes(const Result<RoutingProblem>& problem) {
    if (!problem || problem->count() > 100 || !impossible_stops(*problem).empty()) return;
    auto answer = vehicle_routing(*problem, {.rounds = 20});
    require(faulty_stops(*problem, answer).empty(), "routes keep room and time");
}

}  // namespace

void try_route(std::string_view input) {
    try_doors(input);
    try_routes(read_solomon(input));
    try_routes(read_cvrplib(input));
    auto problem = read_tsplib(input);
    if (!problem || problem->distances.count() > 200 || !problem->distances.symmetric()) return;
    auto around = travelling_salesman(problem->distances, {.rounds = 20});
    require(static_cast<int>(std::set<int>(around.order.begin(), around.order.end()).size()) ==
                problem->distances.count(),
            "every stop comes once");
    require(around.length == problem->distances.around(around.order), "the length is that of the way");
}

}  // namespace wallchart::fuzz
