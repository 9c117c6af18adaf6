#pragma once
// A few clusters of a capacitated p-median problem while they are rearranged among themselves.

#include "core/random.h"
#include "engine/turf/p_median/problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf::p_median {

/// Distances, kept as a table as long as that is small.
class Distances {
public:
    explicit Distances(const Problem& problem);
    std::int64_t operator()(std::uint32_t a, std::uint32_t b) const {
        return m_table.empty() ? m_problem.distance(a, b)
                               : m_table[std::size_t{a} * m_problem.places.size() + b];
    }

private:
    const Problem& m_problem;
    std::vector<std::int32_t> m_table;
};

class Clusters {
public:
    /// `overload_cost` is what a unit of demand over a capacity costs.
    Clusters(const Problem& problem, const Distances& distance, std::int64_t overload_cost)
        : m_problem(problem), m_distance(distance), m_overload_cost(overload_cost) {}

    /// Begins with these places and medians (of them); nothing is assigned.
    void begin(std::span<const std::uint32_t> places, std::span<const std::uint32_t> medians);
    /// Gives each place to the nearest median that has room, those first that would lose most by not getting
    /// it (regret, Martello and Toth 1981), with some noise.
    void assign(Random& random);
    /// Shifts, swaps and new middles until none of them helps.
    void improve();

    std::int64_t cost() const;  ///< with what overloads cost
    std::span<const std::uint32_t> places() const { return m_places; }
    std::span<const std::uint32_t> medians() const { return m_medians; }
    /// The number in medians() that a place of places() is assigned to.
    std::uint32_t cluster_of(std::size_t place) const { return m_cluster[place]; }

private:
    std::int64_t overload(std::int64_t load) const {
        return load > m_problem.capacity ? (load - m_problem.capacity) * m_overload_cost : 0;
    }
    std::int64_t to(std::size_t place, std::uint32_t cluster) const {
        return m_to[place * m_medians.size() + cluster];
    }
    std::int64_t demand(std::size_t place) const { return m_problem.places[m_places[place]].demand; }
    void measure(std::uint32_t cluster);
    bool shift_and_swap();
    bool try_swaps(std::size_t place);
    bool recenter();

    const Problem& m_problem;
    const Distances& m_distance;
    std::int64_t m_overload_cost;
    std::vector<std::uint32_t> m_places, m_medians, m_cluster;
    std::vector<std::int64_t> m_load;
    std::vector<std::int64_t> m_to;  // of each place to each median
};

}  // namespace wallchart::turf::p_median
