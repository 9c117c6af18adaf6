#pragma once
// Routes while they are being changed: what each carries, when it is where, and a copy of what was changed,
// so that a change can be taken back.

#include "engine/route/vehicle_routing/problem.h"

#include <vector>

namespace wallchart::route {

class Plan {
public:
    struct Route {
        std::vector<int> stops;
        std::int64_t load = 0;
        Length length = 0;
        /// When service begins at each stop at the earliest, and when it may at the latest; only where time
        /// matters.
        std::vector<Length> earliest, latest;
    };
    /// Where a stop could go, and what that adds.
    struct Place {
        int route = -1;
        int at = 0;
        Length added = std::numeric_limits<Length>::max();
    };

    /// All stops absent.
    explicit Plan(const RoutingProblem& problem);
    /// As an answer has it.
    Plan(const RoutingProblem& problem, const Routes& answer);

    const std::vector<Route>& routes() const { return m_routes; }
    const std::vector<int>& absent() const { return m_absent; }
    /// Which route a stop is on; -1 while absent.
    int route_of(int stop) const { return m_route_of[stop]; }
    Length length() const { return m_length; }
    int vehicles() const { return m_vehicles; }  ///< routes with a stop

    /// Takes stops out of a route: those at the places [from, to), but for [keep_from, keep_to).
    void take_out(int route, int from, int to, int keep_from = 0, int keep_to = 0);
    /// Whether and what a stop adds at its cheapest place of a route; places skipped by `blink` are not
    /// looked at.
    template <class Blink>
    void look_for_place(int stop, int route, Place& best, Blink&& blink) const {
        const auto& target = m_routes[route];
        const auto& demand = m_problem->demands[stop];
        if (target.load + demand.amount > m_problem->capacity) return;
        auto count = static_cast<int>(target.stops.size());
        for (int at = 0; at <= count; ++at) {
            int before = at == 0 ? 0 : target.stops[at - 1];
            int after = at == count ? 0 : target.stops[at];
            Length to = m_problem->distances.between(before, stop);
            if (m_timed) {
                Length left = at == 0 ? m_problem->demands[0].open
                                      : target.earliest[at - 1] + m_problem->demands[before].service;
                // Later places are reached later still, where a detour is no short cut.
                if (left + to > demand.close) continue;
                Length start = std::max(demand.open, left + to);
                Length latest = at == count ? m_problem->demands[0].close : target.latest[at];
                if (start + demand.service + m_problem->distances.between(stop, after) > latest) continue;
            }
            Length added = to + m_problem->distances.between(stop, after) -
                           (count == 0 ? 0 : m_problem->distances.between(before, after));
            if (added < best.added && !blink()) best = {route, at, added};
        }
    }
    /// Puts an absent stop where it was found to fit.
    void put(int stop, const Place& place);
    /// A route for one absent stop more; whether one could be had within `limit`.
    bool open_route(int stop, int limit);

    /// Changes from here on can be taken back.
    void mark();
    void take_back();

    Routes answer() const;

private:
    void keep_copy(int route);
    void recount(int route);

    const RoutingProblem* m_problem;
    bool m_timed;
    std::vector<Route> m_routes;
    std::vector<int> m_route_of;
    std::vector<int> m_absent;
    Length m_length = 0;
    int m_vehicles = 0;

    std::vector<std::pair<int, Route>>
        m_copies;  // of the routes changed since the mark; the first m_copied hold
    std::size_t m_copied = 0;
    std::vector<char> m_is_copied;
    std::vector<int> m_marked_absent;
    Length m_marked_length = 0;
    int m_marked_vehicles = 0;
};

}  // namespace wallchart::route
