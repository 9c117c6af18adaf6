#include "engine/route/vehicle_routing/solve.h"

#include "engine/route/vehicle_routing/ruin_and_recreate.h"

#include <algorithm>
#include <cmath>

namespace wallchart::route {
namespace {

constexpr double share_for_vehicles = 0.3;  // of the budget, for fewer vehicles
constexpr double warm = 1.0;                // temperature at the start, of an average way
constexpr double cold = 0.01;

class Search {
public:
    Search(const RoutingProblem& problem, const Budget& budget)
        : m_problem(problem),
          m_progress(budget),
          m_change(problem, budget.seed),
          m_plan(problem),
          m_missed(problem.count(), 1) {}

    Routes run() {
        m_change.recreate(m_plan, std::max(m_problem.vehicles, 1));
        m_best = m_plan.answer();
        bool save_vehicles = m_problem.goal == Goal::vehicles_then_length;
        if (save_vehicles || !m_plan.absent().empty()) {
            // While stops are left over, all of the budget may go into finding them a place.
            while ((save_vehicles && m_plan.vehicles() > fewest_vehicles()) || !m_plan.absent().empty()) {
                if (m_plan.absent().empty()) {
                    m_best = m_plan.answer();
                    if (m_progress.share() >= share_for_vehicles) break;
                    dissolve_a_route();
                }
                bool complete_known = m_best.unserved.empty();
                if (complete_known && m_progress.share() >= share_for_vehicles) break;
                if (!m_progress.next()) break;
                place_those_left_over();
                if (m_plan.absent().size() < m_best.unserved.size()) m_best = m_plan.answer();
            }
            if (m_plan.absent().empty()) m_best = m_plan.answer();
            restore_best();
        }
        shorten();
        return m_best;
    }

private:
    /// No fewer can carry all.
    int fewest_vehicles() const {
        std::int64_t all = 0;
        for (const auto& demand : m_problem.demands)
            all += demand.amount;
        return std::max<int>(1, static_cast<int>((all + m_problem.capacity - 1) / m_problem.capacity));
    }

    std::int64_t missed(const std::vector<int>& stops) const {
        std::int64_t sum = 0;
        for (int stop : stops)
            sum += m_missed[stop];
        return sum;
    }

    /// The route whose stops were left over least often: they will find a place most easily.
    void dissolve_a_route() {
        int chosen = -1;
        std::int64_t least = 0;
        for (int route = 0; route < static_cast<int>(m_plan.routes().size()); ++route) {
            const auto& stops = m_plan.routes()[route].stops;
            if (stops.empty()) continue;
            auto sum = missed(stops);
            if (chosen < 0 || sum < least) {
                chosen = route;
                least = sum;
            }
        }
        m_plan.take_out(chosen, 0, static_cast<int>(m_plan.routes()[chosen].stops.size()));
        m_vehicles = m_plan.vehicles();
    }

    void place_those_left_over() {
        Length length = m_plan.length();
        auto left_over = m_plan.absent();
        m_plan.mark();
        m_change.ruin(m_plan);
        m_change.recreate(m_plan, std::min(m_vehicles, m_problem.vehicles));
        const auto& now = m_plan.absent();
        double temperature = average_way() * 0.3;
        bool better = now.empty() || missed(now) < missed(left_over) ||
                      (now.size() <= left_over.size() && accepted(length, temperature));
        for (int stop : now)
            ++m_missed[stop];
        if (!better) m_plan.take_back();
    }

    void shorten() {
        int vehicles = m_problem.goal == Goal::vehicles_then_length ? static_cast<int>(m_best.routes.size())
                                                                    : m_problem.vehicles;
        double way = average_way();
        double began = m_progress.share();
        while (m_progress.next()) {
            double share = (m_progress.share() - began) / std::max(1 - began, 1e-9);
            double temperature = way * warm * std::pow(cold / warm, share);
            Length before = m_plan.length();
            std::size_t left_over = m_plan.absent().size();
            m_plan.mark();
            m_change.ruin(m_plan);
            m_change.recreate(m_plan, vehicles);
            if (m_plan.absent().size() > left_over ||
                (m_plan.absent().size() == left_over && !accepted(before, temperature))) {
                m_plan.take_back();
            } else if (m_plan.absent().size() < m_best.unserved.size() || m_plan.length() < m_best.length) {
                m_best = m_plan.answer();
            }
        }
    }

    bool accepted(Length before, double temperature) {
        auto longer = static_cast<double>(m_plan.length() - before);
        return longer < -temperature * std::log(m_change.random().real() + 0x1p-33);
    }

    double average_way() const {
        return static_cast<double>(m_plan.length()) / std::max(1, m_problem.count() - 1 + m_plan.vehicles());
    }

    void restore_best() { m_plan = Plan(m_problem, m_best); }

    const RoutingProblem& m_problem;
    Progress m_progress;
    RuinAndRecreate m_change;
    Plan m_plan;
    Routes m_best;
    std::vector<std::int64_t> m_missed;  // how often each stop was left over
    int m_vehicles = std::numeric_limits<int>::max();
};

}  // namespace

Routes vehicle_routing(const RoutingProblem& problem, const Budget& budget) {
    if (problem.count() <= 1) return {};
    return Search(problem, budget).run();
}

}  // namespace wallchart::route
