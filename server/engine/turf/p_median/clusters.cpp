#include "engine/turf/p_median/clusters.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace wallchart::turf::p_median {
namespace {
constexpr std::size_t largest_table = 4000;
constexpr std::uint32_t unassigned = 0xffffffffU;
constexpr std::size_t middles_tried = 200;  // in a large cluster, the places nearest its middle so far
}  // namespace

Distances::Distances(const Problem& problem) : m_problem(problem) {
    auto count = static_cast<std::uint32_t>(problem.places.size());
    if (count > largest_table) return;
    m_table.resize(std::size_t{count} * count);
    for (std::uint32_t a = 0; a < count; ++a)
        for (std::uint32_t b = 0; b < count; ++b)
            m_table[std::size_t{a} * count + b] =
                static_cast<std::int32_t>(std::min<std::int64_t>(problem.distance(a, b), 2'000'000'000));
}

void Clusters::begin(std::span<const std::uint32_t> places, std::span<const std::uint32_t> medians) {
    m_places.assign(places.begin(), places.end());
    m_medians.assign(medians.begin(), medians.end());
    m_cluster.assign(places.size(), unassigned);
    m_load.assign(medians.size(), 0);
    m_to.resize(places.size() * medians.size());
    for (std::uint32_t cluster = 0; cluster < medians.size(); ++cluster)
        measure(cluster);
}

void Clusters::measure(std::uint32_t cluster) {
    for (std::size_t place = 0; place < m_places.size(); ++place)
        m_to[place * m_medians.size() + cluster] = m_distance(m_places[place], m_medians[cluster]);
}

void Clusters::assign(Random& random) {
    struct Waiting {
        double regret;
        std::uint32_t place;
    };
    std::vector<Waiting> waiting(m_places.size());
    for (std::uint32_t place = 0; place < m_places.size(); ++place) {
        std::int64_t first = std::numeric_limits<std::int64_t>::max(), second = first;
        for (std::uint32_t cluster = 0; cluster < m_medians.size(); ++cluster) {
            auto meters = to(place, cluster);
            if (meters < first) {
                second = std::exchange(first, meters);
            } else {
                second = std::min(second, meters);
            }
        }
        double regret = m_medians.size() < 2 ? 0 : static_cast<double>(second - first);
        // Medians keep their place at themselves; large demands are harder to place later.
        waiting[place] = {
            (regret + 1) * (0.7 + 0.6 * random.real()) * (1 + 0.02 * static_cast<double>(demand(place))),
            place};
    }
    std::ranges::sort(waiting, [](const Waiting& a, const Waiting& b) {
        return a.regret > b.regret || (a.regret == b.regret && a.place < b.place);
    });
    for (auto [regret, place] : waiting) {
        std::uint32_t best = 0;
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (std::uint32_t cluster = 0; cluster < m_medians.size(); ++cluster) {
            auto cost =
                to(place, cluster) + overload(m_load[cluster] + demand(place)) - overload(m_load[cluster]);
            if (cost < least) least = cost, best = cluster;
        }
        m_cluster[place] = best;
        m_load[best] += demand(place);
    }
}

void Clusters::improve() {
    do {
        while (shift_and_swap()) {
        }
    } while (recenter());
}

bool Clusters::shift_and_swap() {
    bool any = false;
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        auto from = m_cluster[place];
        auto weight = demand(place);
        auto relief = overload(m_load[from]) - overload(m_load[from] - weight);
        std::int64_t best = 0;
        std::uint32_t into = from;
        for (std::uint32_t cluster = 0; cluster < m_medians.size(); ++cluster) {
            if (cluster == from) continue;
            auto change = to(place, cluster) - to(place, from) - relief + overload(m_load[cluster] + weight) -
                          overload(m_load[cluster]);
            if (change < best) best = change, into = cluster;
        }
        if (into != from) {
            m_load[from] -= weight;
            m_load[into] += weight;
            m_cluster[place] = into;
            any = true;
        } else if (try_swaps(place)) {
            any = true;
        }
    }
    return any;
}

/// Swaps a place that another median is nearer to, or whose cluster is too full, with one of the other's.
bool Clusters::try_swaps(std::size_t place) {
    auto from = m_cluster[place];
    auto weight = demand(place);
    bool full = m_load[from] > m_problem.capacity;
    for (std::size_t other = 0; other < m_places.size(); ++other) {
        auto into = m_cluster[other];
        if (into == from) continue;
        auto nearer = to(place, into) - to(place, from);
        if (nearer >= 0 && !full) continue;
        auto more = weight - demand(other);
        auto change = nearer + to(other, from) - to(other, into) + overload(m_load[from] - more) -
                      overload(m_load[from]) + overload(m_load[into] + more) - overload(m_load[into]);
        if (change >= 0) continue;
        m_load[from] -= more;
        m_load[into] += more;
        m_cluster[place] = into;
        m_cluster[other] = from;
        return true;
    }
    return false;
}

bool Clusters::recenter() {
    bool any = false;
    std::vector<std::uint32_t> members;
    for (std::uint32_t cluster = 0; cluster < m_medians.size(); ++cluster) {
        members.clear();
        std::int64_t least = 0;
        for (std::uint32_t place = 0; place < m_places.size(); ++place)
            if (m_cluster[place] == cluster) {
                members.push_back(place);
                least += to(place, cluster);
            }
        auto tried = std::min(members.size(), middles_tried);
        std::vector<std::uint32_t> middles = members;
        if (middles.size() > tried)
            std::ranges::partial_sort(
                middles, middles.begin() + static_cast<std::ptrdiff_t>(tried), {},
                [&](std::uint32_t place) { return std::pair(to(place, cluster), place); });
        middles.resize(tried);
        std::uint32_t best = unassigned;
        for (auto middle : middles) {
            std::int64_t sum = 0;
            for (auto place : members) {
                sum += m_distance(m_places[place], m_places[middle]);
                if (sum >= least) break;
            }
            if (sum < least) least = sum, best = middle;
        }
        if (best == unassigned) continue;
        m_medians[cluster] = m_places[best];
        measure(cluster);
        any = true;
    }
    return any;
}

std::int64_t Clusters::cost() const {
    std::int64_t sum = 0;
    for (std::size_t place = 0; place < m_places.size(); ++place)
        sum += to(place, m_cluster[place]);
    for (auto load : m_load)
        sum += overload(load);
    return sum;
}

}  // namespace wallchart::turf::p_median
