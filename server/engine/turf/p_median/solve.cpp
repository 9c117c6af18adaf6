#include "engine/turf/p_median/solve.h"

#include "engine/turf/p_median/clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wallchart::turf::p_median {
namespace {

constexpr std::uint32_t fewest_emptied = 2, most_emptied = 5;
constexpr int cycles = 3;                // of warming up and cooling down
constexpr double first_temperature = 1;  // times the mean distance of a place to its median

class Search {
public:
    Search(const Problem& problem, Random& random, const Effort& effort)
        : m_problem(problem),
          m_random(random),
          m_effort(effort),
          m_distance(problem),
          m_clusters(problem, m_distance, overload_cost()),
          m_members(problem.medians) {}

    Result<Solution> run() {
        begin();
        for (std::uint64_t iteration = 0; !ended(iteration); ++iteration)
            step();
        if (!m_best_fits)
            return failure(
                ErrorKind::invalid,
                "Nothing was found that fits the capacities: the demands leave hardly any room. More "
                "--time may help.");
        return m_best;
    }

private:
    /// Dear enough that any detour is cheaper than a unit of overload.
    std::int64_t overload_cost() const {
        double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
        for (const auto& place : m_problem.places) {
            west = std::min(west, place.x), east = std::max(east, place.x);
            south = std::min(south, place.y), north = std::max(north, place.y);
        }
        return static_cast<std::int64_t>(std::min(1e9, std::hypot(east - west, north - south))) + 1;
    }

    bool ended(std::uint64_t iteration) {
        double done = m_effort.spent
                          ? (iteration % 16 == 0 ? m_effort.spent() : m_done)
                          : static_cast<double>(iteration) / static_cast<double>(m_effort.iterations);
        auto cycle = [](double share) { return static_cast<int>(share * cycles); };
        if (cycle(done) != cycle(m_done) && done < 1 && m_best_fits) adopt(m_best);
        m_done = done;
        double in_cycle = done * cycles - std::floor(done * cycles);
        m_temperature = m_first_temperature * std::pow(0.01, in_cycle);
        return done >= 1;
    }

    /// Medians far from each other (k-means++, Arthur and Vassilvitskii 2007), all places assigned.
    void begin() {
        auto count = static_cast<std::uint32_t>(m_problem.places.size());
        std::vector<double> away(count, 1);
        std::vector<std::uint8_t> chosen(count, 0);
        std::vector<std::uint32_t> all(count);
        std::iota(all.begin(), all.end(), 0U);
        m_medians.clear();
        while (m_medians.size() < m_problem.medians) {
            double sum = 0;
            for (auto place : all)
                sum += chosen[place] != 0 ? 0 : away[place] + 1e-9;
            double at = m_random.real() * sum;
            std::uint32_t next = count;
            for (auto place : all) {
                if (chosen[place] != 0) continue;
                next = place;
                at -= away[place] + 1e-9;
                if (at < 0) break;
            }
            chosen[next] = 1;
            for (auto place : all) {
                double far = static_cast<double>(m_distance(place, next));
                away[place] = m_medians.empty() ? far * far : std::min(away[place], far * far);
            }
            m_medians.push_back(next);
        }
        // In large problems the clusters are improved a few at a time only.
        m_clusters.begin(all, m_medians);
        m_clusters.assign(m_random);
        if (count <= 2000) m_clusters.improve();
        m_medians.assign(m_clusters.medians().begin(), m_clusters.medians().end());
        for (auto& members : m_members)
            members.clear();
        for (std::uint32_t place = 0; place < count; ++place)
            m_members[m_clusters.cluster_of(place)].push_back(place);
        m_cost = m_clusters.cost();
        m_first_temperature =
            first_temperature * static_cast<double>(m_cost) / std::max(1.0, static_cast<double>(count));
        remember();
    }

    void step() {
        choose_clusters();
        m_places.clear();
        std::vector<std::uint32_t> medians;
        std::int64_t before = 0;
        for (auto cluster : m_chosen) {
            std::int64_t load = 0;
            for (auto place : m_members[cluster]) {
                before += m_distance(place, m_medians[cluster]);
                load += m_problem.places[place].demand;
            }
            if (load > m_problem.capacity) before += (load - m_problem.capacity) * overload_cost_of_all();
            m_places.insert(m_places.end(), m_members[cluster].begin(), m_members[cluster].end());
            medians.push_back(m_medians[cluster]);
        }
        // Some of the medians, at least one, are others now.
        auto must = m_random.below(medians.size());
        for (std::size_t at = 0; at < medians.size(); ++at) {
            if (at != must && m_random.chance(0.6)) continue;
            auto next = m_places[m_random.below(m_places.size())];
            if (std::ranges::find(medians, next) == medians.end()) medians[at] = next;
        }
        m_clusters.begin(m_places, medians);
        m_clusters.assign(m_random);
        m_clusters.improve();
        auto change = m_clusters.cost() - before;
        if (static_cast<double>(change) > -m_temperature * std::log(1 - m_random.real())) return;
        m_cost += change;
        for (std::size_t at = 0; at < m_chosen.size(); ++at) {
            m_medians[m_chosen[at]] = m_clusters.medians()[at];
            m_members[m_chosen[at]].clear();
        }
        for (std::size_t at = 0; at < m_places.size(); ++at)
            m_members[m_chosen[m_clusters.cluster_of(at)]].push_back(m_places[at]);
        if (m_cost < m_best.cost) remember();
    }

    /// Clusters near a place taken by chance; sometimes some near another, so that medians wander far.
    void choose_clusters() {
        m_chosen.clear();
        auto count =
            std::min(m_problem.medians, fewest_emptied + m_random.below(most_emptied - fewest_emptied + 1));
        bool two_places = m_problem.medians > 4 && m_random.chance(0.15);
        add_near(static_cast<std::uint32_t>(two_places ? (count + 1) / 2 : count));
        if (two_places) add_near(count);
    }

    void add_near(std::uint32_t count) {
        auto place = m_random.below(m_problem.places.size());
        std::vector<std::pair<std::int64_t, std::uint32_t>> near;
        for (std::uint32_t cluster = 0; cluster < m_problem.medians; ++cluster)
            if (std::ranges::find(m_chosen, cluster) == m_chosen.end())
                near.emplace_back(m_distance(place, m_medians[cluster]), cluster);
        auto wanted =
            std::min<std::size_t>(near.size(), count - std::min<std::size_t>(count, m_chosen.size()));
        std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(wanted));
        for (std::size_t at = 0; at < wanted; ++at)
            m_chosen.push_back(near[at].second);
    }

    std::int64_t overload_cost_of_all() {
        if (m_overload_cost == 0) m_overload_cost = overload_cost();
        return m_overload_cost;
    }

    void remember() {
        Solution solution{std::vector<std::uint32_t>(m_problem.places.size()), m_cost};
        for (std::uint32_t cluster = 0; cluster < m_problem.medians; ++cluster)
            for (auto place : m_members[cluster])
                solution.median_of[place] = m_medians[cluster];
        bool good = fits(m_problem, solution);
        if (!good && m_best_fits) return;
        m_best = std::move(solution);
        m_best_fits = good;
    }

    void adopt(const Solution& solution) {
        std::vector<std::uint32_t> cluster_of(m_problem.places.size());
        std::uint32_t next = 0;
        for (std::uint32_t place = 0; place < solution.median_of.size(); ++place)
            if (solution.median_of[place] == place) {
                cluster_of[place] = next;
                m_medians[next++] = place;
            }
        // A median that is another's, or has no place, has no number yet: then the search goes on as it is.
        if (next != m_problem.medians) return;
        for (auto& members : m_members)
            members.clear();
        for (std::uint32_t place = 0; place < solution.median_of.size(); ++place)
            m_members[cluster_of[solution.median_of[place]]].push_back(place);
        m_cost = solution.cost;
    }

    const Problem& m_problem;
    Random& m_random;
    const Effort& m_effort;
    Distances m_distance;
    Clusters m_clusters;
    std::vector<std::vector<std::uint32_t>> m_members;  // of each cluster
    std::vector<std::uint32_t> m_medians;               // of each cluster
    std::vector<std::uint32_t> m_chosen, m_places;      // clusters emptied, and what was in them
    std::int64_t m_cost = 0, m_overload_cost = 0;
    Solution m_best;
    bool m_best_fits = false;
    double m_done = 0, m_temperature = 0, m_first_temperature = 0;
};

}  // namespace

Result<Solution> solve(const Problem& problem, Random& random, const Effort& effort) {
    return Search(problem, random, effort).run();
}

bool fits(const Problem& problem, const Solution& solution) {
    if (solution.median_of.size() != problem.places.size()) return false;
    std::vector<std::int64_t> load(problem.places.size());
    std::size_t medians = 0;
    for (std::size_t place = 0; place < problem.places.size(); ++place) {
        auto median = solution.median_of[place];
        if (median >= problem.places.size()) return false;
        load[median] += problem.places[place].demand;
        if (load[median] > problem.capacity) return false;
    }
    std::vector<bool> used(problem.places.size());
    for (auto median : solution.median_of)
        if (!used[median]) used[median] = true, ++medians;
    return medians <= problem.medians;
}

}  // namespace wallchart::turf::p_median
