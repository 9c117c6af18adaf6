#include "engine/route/walk/walk.h"

#include "engine/doors/read_doors.h"
#include "engine/route/vehicle_routing/solve.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wallchart::route {
namespace {

using Rows = std::vector<std::uint64_t>;

std::string begin_large(std::string words) {
    words[0] = 'R';
    return words;
}

/// A budget as told, or as many rounds as are known to be enough.
Budget with_rounds(const Budget& told, std::uint64_t rounds) {
    auto budget = told;
    if (budget.rounds == Budget::no_limit && !budget.spent) budget.rounds = rounds;
    return budget;
}

class Planner {
public:
    Planner(const std::vector<Door>& doors, const GroundSource& source, const WalkPlan& plan,
            const Budget& budget)
        : m_doors(doors),
          m_source(source),
          m_plan(plan),
          m_budget(budget),
          m_buildings(find_buildings(doors)) {}

    Result<Walks> run() {
        if (m_doors.empty()) return failure(ErrorKind::invalid, "There are no doors to walk.");
        bool timed =
            std::any_of(m_doors.begin(), m_doors.end(), [](const Door& door) { return door.window; });
        bool bounded = timed || m_plan.volunteers > 1 || m_plan.capacity || m_plan.hours;
        if (static_cast<int>(m_buildings.size()) > sites_limit) return run_many(bounded);
        TRY(make_ground());
        m_walks.remarks = m_ground.remarks;
        bool same_both_ways = true;
        for (int from = 0; from < m_ground.count; ++from)
            for (int to = 0; to < from; ++to)
                same_both_ways = same_both_ways && m_ground.between(from, to) == m_ground.between(to, from);
        if (bounded || !same_both_ways) {
            m_ordered_by_streets = same_both_ways && !timed;
            TRY(run_bounded(timed));
        } else {
            std::vector<int> all(m_buildings.size());
            std::iota(all.begin(), all.end(), 0);
            add_walk(order_by_streets(all, with_rounds(m_budget, 500 + 20 * all.size())));
        }
        return std::move(m_walks);
    }

private:
    double centimeters_a_minute() const { return m_plan.kilometers_an_hour * 100'000 / 60; }

    Ends ends() const {
        Ends ends{m_start, m_end};
        if (m_plan.end_at == WalkEnd::at_start) ends.end = m_start;
        return ends;
    }

    Result<void> make_ground() {
        std::vector<Site> sites;
        for (const auto& building : m_buildings) {
            const auto& door = m_doors[building.doors.front()];
            sites.push_back({door.id, door.line, building.place, building.street});
        }
        auto add = [&](const char* name, std::optional<geography::Coordinates> place) -> std::optional<int> {
            if (!place) return std::nullopt;
            sites.push_back({name, 0, place, ""});
            return static_cast<int>(sites.size()) - 1;
        };
        m_start = add("start", m_plan.start);
        m_end = m_plan.end_at == WalkEnd::elsewhere ? add("end", m_plan.end) : std::nullopt;
        if (const auto* matrix = std::get_if<CsvReader*>(&m_source))
            m_ground = TRY(matrix_ground(sites, **matrix, m_plan.detour));
        else if (const auto* streets = std::get_if<const std::vector<geography::Line>*>(&m_source))
            m_ground = TRY(street_ground(sites, **streets, m_plan.detour));
        else
            m_ground = straight_ground(sites, m_plan.detour);
        return {};
    }

    std::vector<int> order_by_streets(const std::vector<int>& chosen, const Budget& budget) const {
        return street_order(m_buildings, m_ground, chosen, ends(), m_plan.habits, budget);
    }

    Result<Walks> run_many(bool bounded) {
        bool straight = std::holds_alternative<Straight>(m_source);
        bool round =
            m_plan.end_at == WalkEnd::at_start || (!m_plan.start && m_plan.end_at == WalkEnd::anywhere);
        if (bounded || !straight || !round)
            return failure(
                ErrorKind::too_large,
                "With more than " + std::to_string(sites_limit) +
                    " houses there can be one walk by straight ways alone, without windows, limits, streets "
                    "or another end: cut the list into turf first.");
        auto order = order_of_many(m_buildings, m_plan.start, m_plan.detour,
                                   with_rounds(m_budget, 5 * m_buildings.size()));
        m_walks.remarks.push_back(
            "So many houses are ordered by the shortest way alone, whatever their streets.");
        add_walk(order);
        return std::move(m_walks);
    }

    /// Several volunteers, or limits of time and load: as vehicles.
    Result<void> run_bounded(bool timed) {
        RoutingProblem problem = TRY(as_routing(timed));
        TRY(judge_possible(problem));
        auto budget = with_rounds(m_budget, 20'000 + 100 * m_buildings.size());
        auto found = vehicle_routing(problem, budget);
        if (!found.unserved.empty()) return not_enough(found.unserved);
        for (auto& route : found.routes) {
            for (int& stop : route)
                --stop;  // of the building; the depot was 0
            if (m_ordered_by_streets) {
                auto by_streets = order_by_streets(route, {.rounds = 1000, .seed = m_budget.seed});
                if (!m_plan.hours || minutes_of(by_streets) <= *m_plan.hours * 60) route = by_streets;
            }
            add_walk(route);
        }
        return {};
    }

    Result<RoutingProblem> as_routing(bool timed) {
        auto count = static_cast<int>(m_buildings.size()) + 1;
        if (timed) {
            int first = 24 * 60;
            for (const auto& building : m_buildings)
                if (building.window) first = std::min(first, building.window->open);
            m_walks.begins = m_plan.begins.value_or(first);
        }
        std::vector<std::int32_t> matrix(static_cast<std::size_t>(count) * count, 0);
        for (int from = 0; from < count; ++from)
            for (int to = 0; to < count; ++to)
                if (from != to) matrix[static_cast<std::size_t>(from) * count + to] = way(from - 1, to - 1);
        RoutingProblem problem{Distances(std::move(matrix), count), std::vector<Demand>(count)};
        double minute = centimeters_a_minute();
        if (m_plan.capacity) problem.capacity = *m_plan.capacity;
        problem.vehicles = m_plan.volunteers;
        if (m_plan.hours) problem.demands[0].close = static_cast<Length>(*m_plan.hours * 60 * minute);
        for (int at = 1; at < count; ++at) {
            const auto& building = m_buildings[at - 1];
            auto& demand = problem.demands[at];
            demand.amount = building.amount;
            demand.service = static_cast<Length>(minutes_inside(building) * minute);
            if (!building.window) continue;
            demand.open = static_cast<Length>(std::max(0, building.window->open - *m_walks.begins) * minute);
            demand.close = static_cast<Length>((building.window->close - *m_walks.begins) * minute);
        }
        return problem;
    }

    /// From a building to another in centimeters; -1 is where a walk starts or ends.
    std::int32_t way(int from, int to) const {
        auto ends_here = ends();
        auto a = from >= 0 ? std::optional(from) : ends_here.start;
        auto b = to >= 0 ? std::optional(to) : ends_here.end;
        return a && b ? m_ground.between(*a, *b) : 0;
    }

    double minutes_at(int door) const { return m_doors[door].minutes.value_or(m_plan.minutes_at_door); }
    double minutes_inside(const Building& building) const {
        double sum = 0;
        for (int door : building.doors)
            sum += minutes_at(door);
        return sum;
    }

    double minutes_of(const std::vector<int>& order) const {
        Length centimeters = 0;
        double inside = 0;
        int at = -1;
        for (int building : order) {
            centimeters += way(at, building);
            inside += minutes_inside(m_buildings[building]);
            at = building;
        }
        return static_cast<double>(centimeters + way(at, -1)) / centimeters_a_minute() + inside;
    }

    Rows rows_of(const std::vector<int>& stops) const {
        Rows rows;
        for (int stop : stops)
            for (int door : m_buildings[stop - 1].doors)
                rows.push_back(m_doors[door].line);
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    Result<void> judge_possible(const RoutingProblem& problem) const {
        std::vector<int> heavy, late, long_way;
        for (const auto& [stop, why] : impossible_stops(problem))
            (why == Hindrance::too_much   ? heavy
             : why == Hindrance::too_late ? late
                                          : long_way)
                .push_back(stop);
        std::string message;
        auto tell = [&](const std::vector<int>& stops, const std::string& what) {
            if (stops.empty()) return;
            message += (message.empty() ? "" : " ") + begin_large(doors::rows_in_words(rows_of(stops))) +
                       ": " + what;
        };
        tell(heavy,
             "one house wants more than a volunteer carries (" + std::to_string(problem.capacity) + ").");
        tell(late, "cannot be reached before the window closes.");
        tell(long_way, "cannot be done within the hours, even alone.");
        if (!message.empty()) return failure(ErrorKind::invalid, message);
        std::int64_t all = 0;
        for (const auto& building : m_buildings)
            all += building.amount;
        if (m_plan.capacity && all > *m_plan.capacity * m_plan.volunteers)
            return failure(ErrorKind::invalid,
                           "The doors want " + std::to_string(all) + ", and " +
                               std::to_string(m_plan.volunteers) + " times " +
                               std::to_string(*m_plan.capacity) + " can be carried: at least " +
                               std::to_string((all + *m_plan.capacity - 1) / *m_plan.capacity) +
                               " volunteers are needed.");
        return {};
    }

    std::unexpected<Error> not_enough(const std::vector<int>& unserved) const {
        auto rows = rows_of(unserved);
        std::string who = m_plan.volunteers == 1 ? "One volunteer does not"
                                                 : std::to_string(m_plan.volunteers) + " volunteers do not";
        return failure(ErrorKind::invalid,
                       who + " get to all doors within the limits; " + std::to_string(rows.size()) +
                           " are left over: " + doors::rows_in_words(rows) +
                           ". More volunteers, hours or load, or fewer doors, are needed.");
    }

    void add_walk(const std::vector<int>& order) {
        Walk walk;
        double minute = centimeters_a_minute(), time = 0;
        int at = -1;
        for (int number : order) {
            const auto& building = m_buildings[number];
            double meters = straight_many() ? straight_way(at, number) : way(at, number) / 100.0;
            walk.meters += meters;
            time += meters * 100 / minute;
            if (building.window && m_walks.begins)
                time = std::max(time, static_cast<double>(building.window->open - *m_walks.begins));
            for (int door : building.doors) {
                walk.visits.push_back({door, door == building.doors.front() ? meters : 0, time});
                time += minutes_at(door);
            }
            at = number;
        }
        double back = straight_many() ? straight_way(at, -1) : way(at, -1) / 100.0;
        walk.meters += back;
        walk.minutes = time + back * 100 / minute;
        m_walks.meters += walk.meters;
        m_walks.walks.push_back(std::move(walk));
    }

    bool straight_many() const { return m_ground.count == 0; }
    double straight_way(int from, int to) const {
        auto place = [&](int at) { return at >= 0 ? m_buildings[at].place : m_plan.start; };
        auto a = place(from), b = place(to);
        return a && b ? great_circle_meters(*a, *b) * m_plan.detour : 0;
    }

    const std::vector<Door>& m_doors;
    const GroundSource& m_source;
    const WalkPlan& m_plan;
    const Budget& m_budget;
    std::vector<Building> m_buildings;
    Ground m_ground;
    std::optional<int> m_start, m_end;  // sites
    bool m_ordered_by_streets = false;
    Walks m_walks;
};

}  // namespace

Result<Walks> plan_walks(const std::vector<Door>& doors, const GroundSource& source, const WalkPlan& plan,
                         const Budget& budget) {
    return Planner(doors, source, plan, budget).run();
}

}  // namespace wallchart::route
