#include "engine/route/vehicle_routing/plan.h"

#include <algorithm>
#include <numeric>

namespace wallchart::route {

Plan::Plan(const RoutingProblem& problem)
    : m_problem(&problem), m_timed(problem.timed()), m_route_of(problem.count(), -1) {
    m_absent.resize(std::max(problem.count() - 1, 0));
    std::iota(m_absent.begin(), m_absent.end(), 1);
}

Plan::Plan(const RoutingProblem& problem, const Routes& answer) : Plan(problem) {
    m_absent = answer.unserved;
    for (const auto& stops : answer.routes) {
        auto route = static_cast<int>(m_routes.size());
        m_routes.emplace_back().stops = stops;
        m_is_copied.push_back(0);
        for (int stop : stops)
            m_route_of[stop] = route;
        recount(route);
    }
    m_vehicles = static_cast<int>(m_routes.size());
}

void Plan::keep_copy(int route) {
    if (m_is_copied[route] != 0) return;
    m_is_copied[route] = 1;
    // Copies are used again, so that no memory is asked for.
    if (m_copied == m_copies.size()) m_copies.emplace_back();
    m_copies[m_copied].first = route;
    m_copies[m_copied].second = m_routes[route];
    ++m_copied;
}

void Plan::recount(int route) {
    auto& changed = m_routes[route];
    const auto& stops = changed.stops;
    auto count = static_cast<int>(stops.size());
    changed.load = 0;
    Length length = 0;
    int before = 0;
    for (int stop : stops) {
        changed.load += m_problem->demands[stop].amount;
        length += m_problem->distances.between(before, stop);
        before = stop;
    }
    if (count > 0) length += m_problem->distances.between(before, 0);
    m_length += length - changed.length;
    changed.length = length;
    if (!m_timed) return;
    changed.earliest.resize(count);
    changed.latest.resize(count);
    Length time = m_problem->demands[0].open;
    before = 0;
    for (int at = 0; at < count; ++at) {
        const auto& demand = m_problem->demands[stops[at]];
        changed.earliest[at] = std::max(demand.open, time + m_problem->distances.between(before, stops[at]));
        time = changed.earliest[at] + demand.service;
        before = stops[at];
    }
    time = m_problem->demands[0].close;
    int after = 0;
    for (int at = count - 1; at >= 0; --at) {
        const auto& demand = m_problem->demands[stops[at]];
        changed.latest[at] =
            std::min(demand.close, time - m_problem->distances.between(stops[at], after) - demand.service);
        time = changed.latest[at];
        after = stops[at];
    }
}

void Plan::take_out(int route, int from, int to, int keep_from, int keep_to) {
    keep_copy(route);
    auto& stops = m_routes[route].stops;
    int kept = from;
    for (int at = from; at < static_cast<int>(stops.size()); ++at) {
        if (at < to && (at < keep_from || at >= keep_to)) {
            m_absent.push_back(stops[at]);
            m_route_of[stops[at]] = -1;
        } else {
            stops[kept++] = stops[at];
        }
    }
    stops.resize(kept);
    if (stops.empty()) --m_vehicles;
    recount(route);
}

void Plan::put(int stop, const Place& place) {
    keep_copy(place.route);
    auto& stops = m_routes[place.route].stops;
    if (stops.empty()) ++m_vehicles;
    stops.insert(stops.begin() + place.at, stop);
    m_route_of[stop] = place.route;
    m_absent.erase(std::find(m_absent.begin(), m_absent.end(), stop));
    recount(place.route);
}

bool Plan::open_route(int stop, int limit) {
    if (m_vehicles >= limit) return false;
    int route = 0;
    while (route < static_cast<int>(m_routes.size()) && !m_routes[route].stops.empty())
        ++route;
    if (route == static_cast<int>(m_routes.size())) {
        m_routes.emplace_back();
        m_is_copied.push_back(0);
    }
    Place alone;
    look_for_place(stop, route, alone, [] { return false; });
    if (alone.route < 0) return false;
    put(stop, alone);
    return true;
}

void Plan::mark() {
    for (std::size_t at = 0; at < m_copied; ++at)
        m_is_copied[m_copies[at].first] = 0;
    m_copied = 0;
    m_marked_absent = m_absent;
    m_marked_length = m_length;
    m_marked_vehicles = m_vehicles;
}

void Plan::take_back() {
    // First all that is on a changed route now, then what was on it: a stop may have gone from one to
    // another.
    for (std::size_t at = 0; at < m_copied; ++at)
        for (int stop : m_routes[m_copies[at].first].stops)
            m_route_of[stop] = -1;
    for (std::size_t at = 0; at < m_copied; ++at) {
        auto& [route, copy] = m_copies[at];
        std::swap(m_routes[route], copy);
        for (int stop : m_routes[route].stops)
            m_route_of[stop] = route;
    }
    m_absent = m_marked_absent;
    m_length = m_marked_length;
    m_vehicles = m_marked_vehicles;
    mark();
}

Routes Plan::answer() const {
    Routes answer;
    for (const auto& route : m_routes)
        if (!route.stops.empty()) answer.routes.push_back(route.stops);
    answer.unserved = m_absent;
    std::sort(answer.unserved.begin(), answer.unserved.end());
    answer.length = m_length;
    return answer;
}

}  // namespace wallchart::route
