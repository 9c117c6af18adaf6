#include "engine/turf/balance.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <unordered_map>
#include <vector>

namespace wallchart::turf {
namespace {

constexpr std::size_t most_turf_in_a_search = 2000;

class Balancer {
public:
    Balancer(Tours& tours, const Neighbours& neighbours, std::span<const std::uint8_t> settled,
             double most_meters)
        : m_tours(tours), m_neighbours(neighbours), m_settled(settled), m_most_meters(most_meters) {}

    void run() {
        for (std::uint32_t tour = 0; tour < m_tours.size(); ++tour)
            while (m_tours.beyond(tour) > hair && pass_on(tour)) {
            }
    }

private:
    /// How a turf was reached in the search, and what would have come to it then.
    struct Reached {
        double meters = std::numeric_limits<double>::infinity();
        Weight more{};
        double more_meters = 0;
        std::uint32_t stop = no_turf;  // passed between it and the turf before it
        std::uint32_t before = no_turf;
        bool done = false;
    };
    struct Next {
        double meters;
        std::uint32_t tour;
        bool operator<(const Next& other) const {
            return meters != other.meters ? meters > other.meters : tour > other.tour;
        }
    };

    double beyond(std::uint32_t tour, const Weight& more, double more_meters) const {
        return m_tours.bounds(tour).beyond(m_tours.load(tour, more, more_meters));
    }

    bool may_leave(std::uint32_t stop) const {
        return (m_settled.empty() || m_settled[stop] == 0) && m_tours.weight(stop).larger() > 0 &&
               m_tours.count(m_tours.tour_of(stop)) > 1;
    }

    /// Meters that its turf is shorter without the stop.
    double freed(std::uint32_t stop) const {
        auto before = m_tours.previous(stop);
        return m_tours.step(before) + m_tours.step(stop) - m_tours.walk().meters(before, m_tours.next(stop));
    }

    double detour_beside(std::uint32_t stop, std::uint32_t near) const {
        Piece piece{stop, stop, 0};
        return std::min(m_tours.detour(piece, near), m_tours.detour(piece, m_tours.previous(near)));
    }

    /// Looks for the cheapest chain from a turf beyond its bounds, and passes stops along it.
    bool pass_on(std::uint32_t tour) {
        bool too_small = m_tours.load(tour) < m_tours.bounds(tour).least;
        m_reached.clear();
        m_next = {};
        m_reached[tour] = {.meters = 0};
        m_next.push({0, tour});
        while (!m_next.empty() && m_reached.size() < most_turf_in_a_search) {
            auto [meters, at] = m_next.top();
            m_next.pop();
            auto& reached = m_reached[at];
            if (reached.done) continue;
            reached.done = true;
            if (at != tour && beyond(at, reached.more, reached.more_meters) <= m_tours.beyond(at) + hair)
                return carry_out(tour, at, too_small);
            if (too_small)
                look_for_givers(at);
            else
                look_for_takers(at);
        }
        return false;
    }

    void look_for_givers(std::uint32_t tour) {
        auto reached = m_reached[tour];
        for (auto stop : m_tours.order(tour))
            for (auto near : m_neighbours.of(stop)) {
                if (!m_tours.placed(near) || m_tours.tour_of(near) == tour || !may_leave(near)) continue;
                offer(reached, tour, m_tours.tour_of(near), near, detour_beside(near, stop), true);
            }
    }

    void look_for_takers(std::uint32_t tour) {
        auto reached = m_reached[tour];
        for (auto stop : m_tours.order(tour)) {
            if (!may_leave(stop)) continue;
            for (auto near : m_neighbours.of(stop)) {
                if (!m_tours.placed(near) || m_tours.tour_of(near) == tour) continue;
                offer(reached, tour, m_tours.tour_of(near), stop, detour_beside(stop, near), false);
            }
        }
    }

    /// A chain that goes on from `from` to `to` by a stop that the one takes from the other.
    void offer(const Reached& from_reached, std::uint32_t from, std::uint32_t to, std::uint32_t stop,
               double detour, bool from_takes) {
        double gain = freed(stop);
        auto from_more = from_reached.more;
        Weight to_more;
        if (from_takes) {
            from_more += m_tours.weight(stop);
            to_more -= m_tours.weight(stop);
        } else {
            from_more -= m_tours.weight(stop);
            to_more += m_tours.weight(stop);
        }
        double from_meters = from_reached.more_meters + (from_takes ? detour : -gain);
        // The turf that the chain comes from must be better off than before it, and within its bounds unless
        // it is the one it is about.
        double before = beyond(from, from_reached.more, from_reached.more_meters);
        double after = beyond(from, from_more, from_meters);
        if (after >= before - hair) return;
        if (from_reached.before != no_turf && after > m_tours.beyond(from) + hair) return;
        double meters = from_reached.meters + std::max(0.0, detour - gain);
        if (meters > m_most_meters) return;
        auto& reached = m_reached[to];
        if (reached.done || meters >= reached.meters) return;
        reached = {.meters = meters,
                   .more = to_more,
                   .more_meters = from_takes ? -gain : detour,
                   .stop = stop,
                   .before = from};
        m_next.push({meters, to});
    }

    /// Passes the stops of the chain that ends at `last`; answers whether turf are better off.
    bool carry_out(std::uint32_t first, std::uint32_t last, bool first_takes) {
        double before = m_tours.beyond(first), after = 0, others_before = 0;
        m_tours.begin();
        for (auto at = last; at != first; at = m_reached[at].before)
            others_before += m_tours.beyond(at);
        for (auto at = last; at != first; at = m_reached[at].before) {
            auto to = first_takes ? m_reached[at].before : at;
            auto stop = m_reached[at].stop;
            Piece piece{stop, stop, 0};
            m_tours.remove(piece);
            m_tours.insert(piece, best_place(piece, to), false);
        }
        for (auto at = last; at != first; at = m_reached[at].before)
            after += m_tours.beyond(at);
        after += m_tours.beyond(first);
        if (after < before + others_before - hair) return true;
        m_tours.undo();
        return false;
    }

    /// Behind which stop of a turf it costs the least.
    std::uint32_t best_place(const Piece& piece, std::uint32_t tour) const {
        double least = std::numeric_limits<double>::infinity();
        std::uint32_t place = no_turf;
        for (auto stop : m_tours.order(tour)) {
            double meters = m_tours.detour(piece, stop);
            if (meters < least) least = meters, place = stop;
        }
        return place;
    }

    Tours& m_tours;
    const Neighbours& m_neighbours;
    std::span<const std::uint8_t> m_settled;
    double m_most_meters;
    std::unordered_map<std::uint32_t, Reached> m_reached;
    std::priority_queue<Next> m_next;
};

}  // namespace

void balance(Tours& tours, const Neighbours& neighbours, std::span<const std::uint8_t> settled,
             double most_meters) {
    Balancer(tours, neighbours, settled, most_meters).run();
}

}  // namespace wallchart::turf
