#include "engine/route/vehicle_routing/ruin_and_recreate.h"

#include <algorithm>

namespace wallchart::route {
namespace {

// The values of the paper.
constexpr double stops_removed = 10;  // on average
constexpr double longest_string = 10;
constexpr double split_share = 0.5;   // of the strings that keep a part in their midst
constexpr double split_grows = 0.01;  // how often that part becomes longer
constexpr double blink_rate = 0.01;
constexpr int neighbours_known = 300;

}  // namespace

RuinAndRecreate::RuinAndRecreate(const RoutingProblem& problem, std::uint64_t seed)
    : m_problem(problem),
      m_neighbours(problem.distances, neighbours_known),
      m_timed(problem.timed()),
      m_random(seed) {}

void RuinAndRecreate::ruin(Plan& plan) {
    if (plan.vehicles() == 0) return;
    auto served = static_cast<double>(m_problem.count() - 1 - static_cast<int>(plan.absent().size()));
    double longest = std::min(longest_string, served / plan.vehicles());
    double most_strings = 4 * stops_removed / (1 + longest) - 1;
    int strings = static_cast<int>(m_random.real() * most_strings + 1);
    m_ruined.assign(plan.routes().size(), 0);
    int seed = m_random.between(1, m_problem.count() - 1);
    auto try_at = [&](int stop) {
        if (stop == 0) return;
        int route = plan.route_of(stop);
        if (route < 0 || m_ruined[route] != 0) return;
        m_ruined[route] = 1;
        auto stops = static_cast<double>(plan.routes()[route].stops.size());
        take_string(plan, stop, static_cast<int>(m_random.real() * std::min(longest, stops) + 1));
        --strings;
    };
    try_at(seed);
    for (int near : m_neighbours.of(seed)) {
        if (strings <= 0) break;
        try_at(near);
    }
}

/// A string of that length with the stop in it; half of the strings keep a part in their midst.
void RuinAndRecreate::take_string(Plan& plan, int stop, int length) {
    int route = plan.route_of(stop);
    const auto& stops = plan.routes()[route].stops;
    auto count = static_cast<int>(stops.size());
    length = std::min(length, count);
    auto place = static_cast<int>(std::find(stops.begin(), stops.end(), stop) - stops.begin());
    int kept = 0;
    if (length > 1 && length < count && m_random.chance(split_share)) {
        kept = 1;
        while (length + kept < count && m_random.chance(split_grows))
            ++kept;
    }
    int whole = length + kept;
    int from = m_random.between(std::max(0, place - whole + 1), std::min(place, count - whole));
    int keep_from = kept == 0 ? from : from + m_random.between(1, length - 1);
    plan.take_out(route, from, from + whole, keep_from, keep_from + kept);
}

/// In an order drawn anew each time: by chance, the most wanting first, the farthest, the nearest, and by
/// windows.
void RuinAndRecreate::sort_absent(std::vector<int>& absent) {
    enum class By : std::uint8_t { chance, amount, far, near, narrow, early, late };
    static constexpr By untimed[] = {By::chance, By::chance, By::chance, By::chance, By::amount, By::amount,
                                     By::amount, By::amount, By::far,    By::far,    By::near,   By::narrow,
                                     By::narrow, By::early,  By::early,  By::late,   By::late};
    By by = untimed[m_random.below(m_timed ? 17 : 11)];
    m_keys.clear();
    for (int stop : absent) {
        const auto& demand = m_problem.demands[stop];
        std::int64_t key = 0;
        switch (by) {
            case By::chance:
                key = m_random.next();
                break;
            case By::amount:
                key = -demand.amount;
                break;
            case By::far:
                key = -m_problem.distances.between(0, stop);
                break;
            case By::near:
                key = m_problem.distances.between(0, stop);
                break;
            case By::narrow:
                key = demand.close - demand.open;
                break;
            case By::early:
                key = demand.open;
                break;
            case By::late:
                key = -demand.close;
                break;
        }
        m_keys.emplace_back(key, stop);
    }
    std::sort(m_keys.begin(), m_keys.end());
    for (std::size_t at = 0; at < absent.size(); ++at)
        absent[at] = m_keys[at].second;
}

void RuinAndRecreate::recreate(Plan& plan, int vehicles) {
    m_order = plan.absent();
    sort_absent(m_order);
    auto blink = [&] { return m_random.chance(blink_rate); };
    for (int stop : m_order) {
        Plan::Place best;
        for (int route = 0; route < static_cast<int>(plan.routes().size()); ++route)
            if (!plan.routes()[route].stops.empty()) plan.look_for_place(stop, route, best, blink);
        if (best.route >= 0)
            plan.put(stop, best);
        else
            plan.open_route(stop, vehicles);
    }
}

}  // namespace wallchart::route
