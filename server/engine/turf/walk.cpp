#include "engine/turf/walk.h"

#include <limits>

namespace wallchart::turf {
namespace {

constexpr double least_gain = 1e-6;
constexpr std::size_t look_around =
    400;  // stops; in longer walks each looks less far, so that time stays bounded

/// Nearest stop next (the streets and sides are in the distance), starting with the south-westernmost.
void by_nearest(const Walk& walk, std::vector<std::uint32_t>& order) {
    auto stops = walk.stops();
    std::ranges::sort(order);
    auto first = std::ranges::min_element(
        order, {}, [&](std::uint32_t at) { return std::pair(stops[at].at.north + stops[at].at.east, at); });
    std::swap(*order.begin(), *first);
    for (std::size_t at = 0; at + 2 < order.size(); ++at) {
        std::size_t best = at + 1;
        double nearest = std::numeric_limits<double>::infinity();
        // Beyond so many, the order given (along a Hilbert curve) is near enough.
        for (std::size_t next = at + 1; next < std::min(order.size(), at + 1 + look_around); ++next) {
            double meters = walk.meters(order[at], order[next]);
            if (meters < nearest) nearest = meters, best = next;
        }
        std::swap(order[at + 1], order[best]);
    }
}

class Shortener {
public:
    Shortener(const Walk& walk, std::vector<std::uint32_t>& order)
        : m_walk(walk),
          m_order(order),
          m_look(std::clamp<std::size_t>(look_around * look_around / std::max<std::size_t>(order.size(), 1),
                                         10, look_around)) {}

    void run() {
        if (m_order.size() < 4) return;
        // Each round is a step down; the limit only bounds the time of very long walks.
        for (int round = 0; round < (m_order.size() > 2000 ? 10 : 50); ++round) {
            bool turned = turn_pieces();
            bool moved = move_pieces();
            if (!turned && !moved) break;
        }
    }

private:
    std::uint32_t stop(std::size_t at) const {
        return m_order[at < m_order.size() ? at : at - m_order.size()];
    }
    double meters(std::size_t a, std::size_t b) const { return m_walk.meters(stop(a), stop(b)); }

    /// 2-opt: two steps are replaced by two others, and what lies between is walked the other way.
    bool turn_pieces() {
        bool any = false;
        auto size = m_order.size();
        for (std::size_t a = 0; a + 2 < size; ++a) {
            double step = meters(a, a + 1);
            auto last = std::min(a == 0 ? size - 1 : size, a + 1 + m_look);
            for (std::size_t b = a + 2; b < last; ++b) {
                double direct = meters(a, b);
                // What is longer than both steps cannot gain.
                double other = meters(b, b + 1);
                if (direct >= step + other) continue;
                double gain = step + other - direct - meters(a + 1, b + 1);
                if (gain <= least_gain) continue;
                std::reverse(m_order.begin() + static_cast<std::ptrdiff_t>(a) + 1,
                             m_order.begin() + static_cast<std::ptrdiff_t>(b) + 1);
                step = meters(a, a + 1);
                any = true;
            }
        }
        return any;
    }

    /// Or-opt: up to three stops in a row are walked elsewhere, either way round.
    bool move_pieces() {
        bool any = false;
        auto size = m_order.size();
        for (std::size_t length = 1; length <= 3 && length + 2 < size; ++length)
            for (std::size_t from = 1; from + length < size; ++from) {
                auto to = from + length;  // one past the piece
                double freed = meters(from - 1, from) + meters(to - 1, to) - meters(from - 1, to);
                if (freed <= least_gain) continue;
                double best = freed - least_gain;
                std::size_t place = size;
                bool turned = false;
                auto begin = from > m_look ? from - m_look : 0;
                auto end = std::min(size, to + m_look);
                for (std::size_t at = begin; at < end; ++at) {
                    if (at + 1 >= from && at < to) continue;
                    double step = meters(at, at + 1);
                    double same = meters(at, from) + meters(to - 1, at + 1) - step;
                    double other = meters(at, to - 1) + meters(from, at + 1) - step;
                    if (same < best) best = same, place = at, turned = false;
                    if (other < best) best = other, place = at, turned = true;
                }
                if (place == size) continue;
                auto begin_piece = m_order.begin() + static_cast<std::ptrdiff_t>(from);
                auto end_piece = begin_piece + static_cast<std::ptrdiff_t>(length);
                if (turned) std::reverse(begin_piece, end_piece);
                if (place < from) {
                    std::rotate(m_order.begin() + static_cast<std::ptrdiff_t>(place) + 1, begin_piece,
                                end_piece);
                } else {
                    std::rotate(begin_piece, end_piece,
                                m_order.begin() + static_cast<std::ptrdiff_t>(place) + 1);
                }
                any = true;
            }
        return any;
    }

    const Walk& m_walk;
    std::vector<std::uint32_t>& m_order;
    std::size_t m_look;  // stops ahead
};

}  // namespace

double round_trip(const Walk& walk, std::span<const std::uint32_t> order) {
    double sum = 0;
    if (order.size() < 2) return sum;
    for (std::size_t at = 0; at < order.size(); ++at)
        sum += walk.meters(order[at], order[at + 1 < order.size() ? at + 1 : 0]);
    return sum;
}

void shorten_walk(const Walk& walk, std::vector<std::uint32_t>& order) {
    Shortener(walk, order).run();
}

void order_walk(const Walk& walk, std::vector<std::uint32_t>& order) {
    if (order.size() < 3) return;
    by_nearest(walk, order);
    shorten_walk(walk, order);
}

}  // namespace wallchart::turf
