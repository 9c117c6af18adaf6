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
constexpr double moves_of_a_look = 0.1;
constexpr double blink = 0.01;  // places not looked at, by chance: the best is not always best

class Improver {
public:
    Improver(Tours& tours, const Neighbours& neighbours, Random& random, const Improvement& how)
        : m_tours(tours), m_neighbours(neighbours), m_random(random), m_how(how) {}

    void run() {
        auto count = static_cast<std::uint32_t>(m_tours.walk().stops().size());
        m_first_temperature = m_how.temperature * median_step(count);
        for (double moves = 0; moves < m_how.moves || m_how.spent;) {
            for (std::uint32_t stop = 0; stop < count; ++stop) {
                if (stop % 256 == 0) {
                    double done = m_how.spent ? m_how.spent() : moves / m_how.moves;
                    if (done >= 1) return;
                    m_temperature = m_first_temperature * (1 - done);
                }
                // Inside a turf there is seldom anything to gain.
                bool wanted = at_edge(stop) || m_random.chance(0.05);
                moves += wanted ? static_cast<double>(try_at(stop)) : moves_of_a_look;
            }
        }
    }

private:
    /// The mean would be that of a few long ways between villages.
    double median_step(std::uint32_t count) const {
        std::vector<double> steps;
        for (std::uint32_t stop = 0; stop < count; ++stop)
            if (m_tours.placed(stop) && !m_tours.within_row(stop)) steps.push_back(m_tours.step(stop));
        if (steps.empty()) return 0;
        auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::ranges::nth_element(steps, middle);
        return *middle;
    }

    bool settled(std::uint32_t stop) const { return !m_how.settled.empty() && m_how.settled[stop] != 0; }

    bool at_edge(std::uint32_t stop) const {
        return std::ranges::any_of(m_neighbours.of(stop), [&](std::uint32_t near) {
            return m_tours.tour_of(near) != m_tours.tour_of(stop);
        });
    }

    /// Answers how many pieces were put in.
    std::size_t try_at(std::uint32_t seed) {
        m_tours.begin();
        m_removed.clear();
        m_touched.clear();
        m_holes.clear();
        m_balance = 0;
        // 1 - real() is above 0.
        m_allowed = m_temperature > 0 ? -m_temperature * std::log(1 - m_random.real()) : 0;
        ruin(seed);
        if (m_removed.empty()) return 1;
        auto put_in = recreate();
        if (put_in < m_removed.size()) {
            m_tours.undo();
            return put_in + 1;
        }
        double change = 0;
        for (const auto& touched : m_touched)
            change += m_tours.meters(touched.tour) - touched.meters + penalty(m_tours.beyond(touched.tour)) -
                      penalty(touched.beyond);
        if (change >= m_allowed) m_tours.undo();
        return put_in;
    }

    /// Meters that a load beyond the bounds counts for; a hair beyond is beyond.
    double penalty(double beyond) const {
        return beyond > hair ? least_penalty + m_how.load_cost * beyond : 0;
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
    /// come into, gains by it.
    bool hopeless(std::size_t put_in) const {
        if (m_balance < m_allowed) return false;
        return std::ranges::none_of(m_removed | std::views::drop(put_in), [&](const Piece& piece) {
            return std::ranges::any_of(m_neighbours.of(piece.first), [&](std::uint32_t near) {
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

    /// Takes out some pieces in a row with that of `stop` among them.
    void remove_string(std::uint32_t stop) {
        auto tour = m_tours.tour_of(stop);
        auto count = m_tours.count(tour);
        if (count < 2 || settled(stop)) return;
        touch(tour);
        auto piece = m_tours.piece(stop);
        auto length = 1 + m_random.below(std::min(longest_string, count - 1));
        for (auto back = m_random.below(length); back > 0 && !settled(m_tours.previous(piece.first)); --back)
            piece = m_tours.piece(m_tours.previous(piece.first));
        m_holes.push_back(m_tours.previous(piece.first));
        m_balance -= m_tours.meters(tour);
        for (std::uint32_t at = 0; at < length && !settled(piece.first); ++at) {
            auto next = m_tours.next(piece.last);
            m_tours.remove(piece);
            m_removed.push_back(piece);
            m_balance += piece.meters;
            piece = m_tours.piece(next);
        }
        m_balance += m_tours.meters(tour);
    }

    /// Puts the pieces in again, and answers how many of them before the try was given up.
    std::size_t recreate() {
        sort_removed();
        std::size_t put_in = 0;
        for (const auto& piece : m_removed) {
            m_place = {};
            m_weight = m_tours.weight(piece);
            Piece turned{piece.last, piece.first, piece.meters};
            look_around(piece, false);
            if (piece.is_row()) look_around(turned, true);
            for (auto hole : m_holes) {
                if (!m_tours.placed(hole) || m_tours.within_row(hole) ||
                    m_neighbours.side[hole] != m_neighbours.side[piece.first])
                    continue;
                consider(piece, hole, m_tours.detour(piece, hole), false);
                if (piece.is_row()) consider(piece, hole, m_tours.detour(turned, hole), true);
            }
            if (m_place.after == no_turf) return put_in;
            auto tour = m_tours.tour_of(m_place.after);
            touch(tour);
            m_balance -= m_tours.meters(tour) + piece.meters;
            m_tours.insert(piece, m_place.after, m_place.turned);
            m_balance += m_tours.meters(tour);
            if (hopeless(++put_in)) return put_in - 1;
        }
        return put_in;
    }

    /// Looks at the places before and behind the neighbours of a piece's first stop.
    void look_around(const Piece& piece, bool turned) {
        const auto& walk = m_tours.walk();
        // A stop's detour is at least twice what the way there is longer than the step it comes into, a row's
        // at least once: most places need no closer look.
        double ways = piece.is_row() ? 1 : 2;
        for (auto at = m_neighbours.begin[piece.first]; at < m_neighbours.begin[piece.first + 1]; ++at) {
            auto near = m_neighbours.near[at];
            if (!m_tours.placed(near)) continue;
            auto before = m_tours.previous(near);
            double behind_near = m_neighbours.meters[at] - m_tours.step(near);
            double before_near = m_neighbours.meters[at] - m_tours.step(before);
            bool behind = ways * behind_near < m_place.cost && !m_tours.within_row(near);
            bool ahead = ways * before_near < m_place.cost && !m_tours.within_row(before);
            if (!behind && !ahead) continue;
            if (m_how.load_cost * m_tours.over(m_tours.tour_of(near), m_weight, 0) >= m_place.cost) continue;
            if (behind)
                consider(piece, near, behind_near + walk.meters(piece.last, m_tours.next(near)), turned);
            if (ahead) consider(piece, before, before_near + walk.meters(before, piece.last), !turned);
        }
    }

    void consider(const Piece& piece, std::uint32_t after, double detour, bool turned) {
        if (detour >= m_place.cost || m_random.next() < blink * 0x1p32) return;
        double cost =
            detour + m_how.load_cost * m_tours.over(m_tours.tour_of(after), m_weight, piece.meters + detour);
        if (cost < m_place.cost) m_place = {cost, after, turned && piece.is_row()};
    }

    void sort_removed() {
        for (auto at = m_removed.size(); at > 1; --at)
            std::swap(m_removed[at - 1], m_removed[m_random.below(at)]);
        auto heaviest_first = [&](const Piece& a, const Piece& b) {
            return m_tours.weight(a).larger() > m_tours.weight(b).larger();
        };
        // What is heavy fits in fewer places; where all are alike, the order stays random.
        if (m_random.chance(0.5) && !std::ranges::is_sorted(m_removed, heaviest_first))
            std::ranges::stable_sort(m_removed, heaviest_first);
    }

    struct Touched {
        std::uint32_t tour;
        double meters, beyond;  // before
    };

    struct Place {
        double cost = std::numeric_limits<double>::infinity();
        std::uint32_t after = no_turf;
        bool turned = false;
    };

    Tours& m_tours;
    const Neighbours& m_neighbours;
    Random& m_random;
    const Improvement& m_how;
    double m_first_temperature = 0, m_temperature = 0;  // meters
    double m_balance = 0;                               // meters that the try costs so far, at least
    double m_allowed = 0;                               // meters that it may cost
    Place m_place;                                      // the best for the piece to be put in
    Weight m_weight;                                    // of that
    std::vector<Piece> m_removed;
    std::vector<std::uint32_t> m_holes;
    std::vector<Touched> m_touched;
};

}  // namespace

void ruin_and_recreate(Tours& tours, const Neighbours& neighbours, Random& random,
                       const Improvement& improvement) {
    Improver(tours, neighbours, random, improvement).run();
}

}  // namespace wallchart::turf
