#include "engine/route/vehicle_routing/problem.h"

#include <algorithm>

namespace wallchart::route {

bool RoutingProblem::timed() const {
    const Demand anytime;
    return std::any_of(demands.begin(), demands.end(),
                       [&](const Demand& demand) { return demand.open > 0 || demand.close < anytime.close; });
}

std::vector<Impossible> impossible_stops(const RoutingProblem& problem) {
    std::vector<Impossible> found;
    const auto& depot = problem.demands[0];
    for (int stop = 1; stop < problem.count(); ++stop) {
        const auto& demand = problem.demands[stop];
        auto start = std::max(demand.open, depot.open + problem.distances.between(0, stop));
        if (demand.amount > problem.capacity)
            found.push_back({stop, Hindrance::too_much});
        else if (start > demand.close)
            found.push_back({stop, Hindrance::too_late});
        else if (start + demand.service + problem.distances.between(stop, 0) > depot.close)
            found.push_back({stop, Hindrance::back_too_late});
    }
    return found;
}

std::vector<int> faulty_stops(const RoutingProblem& problem, const Routes& answer) {
    std::vector<int> faulty, seen(problem.count(), 0);
    for (const auto& route : answer.routes) {
        std::int64_t load = 0;
        Length time = problem.demands[0].open;
        int at = 0;
        for (int stop : route) {
            if (stop <= 0 || stop >= problem.count()) {
                faulty.push_back(stop);
                continue;
            }
            ++seen[stop];
            const auto& demand = problem.demands[stop];
            load += demand.amount;
            time = std::max(demand.open, time + problem.distances.between(at, stop));
            if (load > problem.capacity || time > demand.close) faulty.push_back(stop);
            time += demand.service;
            at = stop;
        }
        if (at != 0 && time + problem.distances.between(at, 0) > problem.demands[0].close)
            faulty.push_back(at);
    }
    for (int stop : answer.unserved)
        ++seen[stop];
    for (int stop = 1; stop < problem.count(); ++stop)
        if (seen[stop] != 1) faulty.push_back(stop);
    return faulty;
}

}  // namespace wallchart::route
