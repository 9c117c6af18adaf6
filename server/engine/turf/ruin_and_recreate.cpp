#include "engine/turf/ruin_and_recreate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

namespace wallchart::turf {
namespace {

constexpr std::uint32_t longest_string = 20;
constexpr int most_strings = 3;
constexpr double least_penalty = 100;  // meters
constexpr double blink = 0.01;         // places not looked at, by chance: the best is not always best

class Improver {
public:
    Improver(Tours& tours, const Neighbours& neighbours, Random& random, const Improvement& how)
        : m_tours(tours), m_neighbours(neighbours), m_random(random), m_how(how) {}

    void run() {
        auto count = static_cast<std::uint32_t>(m_tours.walk().stops().size());
        m_first_temperature = m_how.temperature * median_step(count);
        for (int round = 0; round < m_how.rounds; ++round) {
            cool((round + 1.0) / m_how.rounds);
            for (std::uint32_t stop = 0; stop < count; ++stop) {
                if (m_how.spent && stop % 256 == 0) {
                    double spent = m_how.spent();
                    if (spent >= 1) return;
                    cool(spent);
                }
                // Inside a turf there is seldom anything to gain.
                bool wanted = m_how.seeds == Seeds::everywhere ? at_edge(stop) || m_random.chance(0.05)
                                                               : near_bounds(stop);
                if (wanted) try_at(stop);
            }
        }
    }

private:
    /// The mean would be that of a few long ways between villages.
    double median_step(std::uint32_t count) const {
        std::vector<double> steps;
        for (std::uint32_t stop = 0; stop < count; ++stop)
            if (m_tours.placed(stop)) steps.push_back(m_tours.step(stop));
        if (steps.empty()) return 0;
        auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::ranges::nth_element(steps, middle);
        return *middle;
    }

    void cool(double done) { m_temperature = m_first_temperature * (1 - done); }

    bool settled(std::uint32_t stop) const { return !m_how.settled.empty() && m_how.settled[stop] != 0; }

    bool at_edge(std::uint32_t stop) const {
        return std::ranges::any_of(m_neighbours.of(stop), [&](std::uint32_t near) {
            return m_tours.tour_of(near) != m_tours.tour_of(stop);
        });
    }

    /// Whether its turf, or one beside it, is too small or too large.
    bool near_bounds(std::uint32_t stop) const {
        return m_tours.beyond(m_tours.tour_of(stop)) > 0 ||
               std::ranges::any_of(m_neighbours.of(stop), [&](std::uint32_t near) {
                   return m_tours.beyond(m_tours.tour_of(near)) > 0;
               });
    }

    void try_at(std::uint32_t seed) {
        m_tours.begin();
        m_removed.clear();
        m_touched.clear();
        m_holes.clear();
        m_balance = 0;
        // 1 - real() is above 0.
        m_allowed = m_temperature > 0 ? -m_temperature * std::log(1 - m_random.real()) : 0;
        ruin(seed);
        if (m_removed.empty()) return;
        if (!recreate()) return m_tours.undo();
        double change = 0;
        for (const auto& touched : m_touched)
            change += m_tours.meters(touched.tour) - touched.meters + penalty(m_tours.beyond(touched.tour)) -
                      penalty(touched.beyond);
        if (change >= m_allowed) m_tours.undo();
    }

    /// Meters that a load beyond the bounds counts for; a hair beyond is beyond.
    double penalty(double beyond) const {
        return beyond > 1e-9 ? least_penalty + m_how.load_cost * beyond : 0;
    }

    void touch(std::uint32_t tour) {
        if (is_touched(tour)) return;
        m_touched.push_back({tour, m_tours.meters(tour), m_tours.beyond(tour)});
        m_balance -= penalty(m_touched.back().beyond);
    }

    bool is_touched(std::uint32_t tour) const {
        return std::ranges::any_of(m_touched, [&](const Touched& touched) { return touched.tour == tour; });
    }

    /// Whether the try comes out worse than allowed, whatever follows: what is still to be put in hardly ever
    /// makes a walk shorter, and no penalty is below 0. But a turf that is too small, which one of them may
    /// come into, gains by it. Not in repairs, which live by that.
    bool hopeless(std::size_t put_in) const {
        if (m_how.seeds != Seeds::everywhere || m_balance < m_allowed) return false;
        return std::ranges::none_of(m_removed | std::views::drop(put_in), [&](std::uint32_t stop) {
            return std::ranges::any_of(m_neighbours.of(stop), [&](std::uint32_t near) {
                return m_tours.placed(near) && m_tours.beyond(m_tours.tour_of(near)) > 0 &&
                       !is_touched(m_tours.tour_of(near));
            });
        });
    }

    void ruin(std::uint32_t seed) {
        int strings = m_random.between(1, most_strings);
        remove_string(seed);
        for (auto near : m_neighbours.of(seed)) {
            if (static_cast<int>(m_touched.size()) > strings) return;
            auto tour = m_tours.tour_of(near);
            if (tour == no_turf || is_touched(tour)) continue;
            remove_string(near);
        }
    }

    /// Takes out some stops in a row with `stop` among them.
    void remove_string(std::uint32_t stop) {
        auto tour = m_tours.tour_of(stop);
        auto count = m_tours.count(tour);
        if (count < 2 || settled(stop)) return;
        touch(tour);
        auto length = 1 + m_random.below(std::min(longest_string, count - 1));
        for (auto back = m_random.below(length); back > 0 && !settled(m_tours.previous(stop)); --back)
            stop = m_tours.previous(stop);
        auto before = m_tours.previous(stop);
        for (std::uint32_t at = 0; at < length && !settled(stop); ++at) {
            auto next = m_tours.next(stop);
            m_balance -= m_tours.meters(tour);
            m_tours.remove(stop);
            m_balance += m_tours.meters(tour);
            m_removed.push_back(stop);
            stop = next;
        }
        m_holes.push_back(before);
    }

    bool recreate() {
        sort_removed();
        std::size_t put_in = 0;
        for (auto stop : m_removed) {
            double best = std::numeric_limits<double>::infinity();
            std::uint32_t place = no_turf;
            double weight = m_tours.weight(stop);
            auto look = [&](std::uint32_t after, double meters) {
                if (meters >= best || m_random.next() < blink * 0x1p32) return;
                double cost = meters + m_how.load_cost * m_tours.over(m_tours.tour_of(after), weight, meters);
                if (cost < best) best = cost, place = after;
            };
            for (auto at = m_neighbours.begin[stop]; at < m_neighbours.begin[stop + 1]; ++at) {
                auto near = m_neighbours.near[at];
                if (!m_tours.placed(near)) continue;
                double way = m_neighbours.meters[at];
                if (m_how.load_cost * m_tours.over(m_tours.tour_of(near), weight, 0) >= best) continue;
                // A detour is at least twice what the way there is longer than the step it comes into: most
                // places need no closer look.
                auto before = m_tours.previous(near);
                if (2 * (way - m_tours.step(near)) < best) look(near, m_tours.detour_after(stop, near, way));
                if (2 * (way - m_tours.step(before)) < best)
                    look(before, m_tours.detour_before(stop, near, way));
            }
            for (auto hole : m_holes)
                if (m_tours.placed(hole) && m_neighbours.side[hole] == m_neighbours.side[stop])
                    look(hole, m_tours.detour(stop, hole));
            if (place == no_turf) return false;
            auto tour = m_tours.tour_of(place);
            touch(tour);
            m_balance -= m_tours.meters(tour);
            m_tours.insert(stop, place);
            m_balance += m_tours.meters(tour);
            if (hopeless(++put_in)) return false;
        }
        return true;
    }

    void sort_removed() {
        for (auto at = m_removed.size(); at > 1; --at)
            std::swap(m_removed[at - 1], m_removed[m_random.below(at)]);
        auto heaviest_first = [&](std::uint32_t a, std::uint32_t b) {
            return m_tours.weight(a) > m_tours.weight(b);
        };
        // What is heavy fits in fewer places; where all are alike, the order stays random.
        if (m_random.chance(0.5) && !std::ranges::is_sorted(m_removed, heaviest_first))
            std::ranges::stable_sort(m_removed, heaviest_first);
    }

    struct Touched {
        std::uint32_t tour;
        double meters, beyond;  // before
    };

    Tours& m_tours;
    const Neighbours& m_neighbours;
    Random& m_random;
    const Improvement& m_how;
    double m_first_temperature = 0, m_temperature = 0;  // meters
    double m_balance = 0;                               // meters that the try costs so far, at least
    double m_allowed = 0;                               // meters that it may cost
    std::vector<std::uint32_t> m_removed, m_holes;
    std::vector<Touched> m_touched;
};

}  // namespace

void ruin_and_recreate(Tours& tours, const Neighbours& neighbours, Random& random,
                       const Improvement& improvement) {
    Improver(tours, neighbours, random, improvement).run();
}

}  // namespace wallchart::turf
