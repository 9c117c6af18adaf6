#pragma once
// Takes some neighbouring strings of stops out of the routes and puts each back where it adds least.
//
// Slack induction by string removals (Christiaens and Vanden Berghe 2020): a few routes near one place each
// lose a string of stops, so that there is room for other orders; the stops go back one by one to their
// cheapest place, which now and then is overlooked on purpose.

#include "core/random.h"
#include "engine/route/nearest_neighbours.h"
#include "engine/route/vehicle_routing/plan.h"

#include <vector>

namespace wallchart::route {

class RuinAndRecreate {
public:
    RuinAndRecreate(const RoutingProblem& problem, std::uint64_t seed);

    void ruin(Plan& plan);
    /// Puts absent stops back, each where it adds least, opening routes up to a number of vehicles; a stop
    /// that fits nowhere stays absent.
    void recreate(Plan& plan, int vehicles);
    Random& random() { return m_random; }

private:
    void sort_absent(std::vector<int>& absent);
    void take_string(Plan& plan, int stop, int longest);

    const RoutingProblem& m_problem;
    NeighbourLists m_neighbours;
    bool m_timed;
    Random m_random;
    std::vector<int> m_order;
    std::vector<std::pair<std::int64_t, int>> m_keys;
    std::vector<char> m_ruined;
};

}  // namespace wallchart::route
