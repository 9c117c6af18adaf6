#pragma once
// The turf while they are being improved: each is a ring of stops in the order of walking, linked both ways,
// so that a stop is taken out and put in elsewhere in a few steps, and put back as quickly.

#include "engine/turf/walk.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Least and most load of a turf.
struct Bounds {
    double least = 0;
    double most = 0;
    double beyond(double load) const { return std::max({0.0, least - load, load - most}); }
};

class Tours {
public:
    /// `per_meter` is the load of a meter walked: 0 where turf are of a number of doors.
    Tours(const Walk& walk, std::span<const double> weights, double per_meter);

    /// Adds a turf that is walked in this order, and answers its number.
    std::uint32_t add(std::span<const std::uint32_t> order, Bounds bounds);
    /// The turf's stops in order of walking.
    std::vector<std::uint32_t> order(std::uint32_t tour) const;

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_tours.size()); }
    std::uint32_t tour_of(std::uint32_t stop) const { return m_tour_of[stop]; }
    std::uint32_t next(std::uint32_t stop) const { return m_next[stop]; }
    std::uint32_t previous(std::uint32_t stop) const { return m_previous[stop]; }
    std::uint32_t count(std::uint32_t tour) const { return m_tours[tour].count; }
    double meters(std::uint32_t tour) const { return m_tours[tour].meters; }
    double load(std::uint32_t tour) const {
        return m_tours[tour].weight + m_per_meter * m_tours[tour].meters;
    }
    const Bounds& bounds(std::uint32_t tour) const { return m_tours[tour].bounds; }
    double weight(std::uint32_t stop) const { return m_weights[stop]; }
    const Walk& walk() const { return m_walk; }
    double step(std::uint32_t stop) const { return m_step[stop]; }  ///< meters to the next
    bool placed(std::uint32_t stop) const { return m_tour_of[stop] != no_turf; }

    /// Meters more if `stop` is walked after `after`.
    double detour(std::uint32_t stop, std::uint32_t after) const {
        return m_walk.meters(after, stop) + m_walk.meters(stop, m_next[after]) - m_step[after];
    }
    /// The same, where the way from one of the two stops between which it comes is known.
    double detour_after(std::uint32_t stop, std::uint32_t after, double way) const {
        return way + m_walk.meters(stop, m_next[after]) - m_step[after];
    }
    double detour_before(std::uint32_t stop, std::uint32_t before, double way) const {
        auto after = m_previous[before];
        return m_walk.meters(after, stop) + way - m_step[after];
    }
    /// Load over the turf's most, if `meters` and `weight` come to it.
    double over(std::uint32_t tour, double more_weight, double more_meters) const {
        return std::max(0.0,
                        load(tour) + more_weight + m_per_meter * more_meters - m_tours[tour].bounds.most);
    }
    double beyond(std::uint32_t tour) const { return m_tours[tour].bounds.beyond(load(tour)); }

    /// Takes a stop out; its turf must have another.
    void remove(std::uint32_t stop);
    void insert(std::uint32_t stop, std::uint32_t after);
    /// Walks the turf in another order of the same stops.
    void reorder(std::uint32_t tour, std::span<const std::uint32_t> order);
    /// Whether nothing came in or went out since it was reordered.
    bool as_ordered(std::uint32_t tour) const { return m_tours[tour].as_ordered; }

    /// From here on, undo() goes back to this.
    void begin() { m_done.clear(); }
    void undo();

private:
    struct Tour {
        std::uint32_t first = no_turf;  // any of its stops
        std::uint32_t count = 0;
        double weight = 0;
        double meters = 0;
        Bounds bounds;
        bool as_ordered = false;
    };
    enum class Act : std::uint8_t { removed, inserted };
    struct Done {
        Act act;
        std::uint32_t stop, after, tour;
        double meters;                 // of the turf, before
        double step_after, step_stop;  // from `after` and from `stop` on, before
    };
    void unlink(std::uint32_t stop);
    void link(std::uint32_t stop, std::uint32_t after);
    void measure(std::uint32_t stop) { m_step[stop] = m_walk.meters(stop, m_next[stop]); }

    const Walk& m_walk;
    std::vector<double> m_weights;
    double m_per_meter;
    std::vector<std::uint32_t> m_next, m_previous, m_tour_of;
    std::vector<double> m_step;  // meters from each stop to the next
    std::vector<Tour> m_tours;
    std::vector<Done> m_done;
};

}  // namespace wallchart::turf
