#include "engine/route/nearest_neighbours.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace wallchart::route {
namespace {

/// A neighbour found so far: how far (squared), and who. Ties go to the lower number, so that the answer does
/// not depend on how the tree was built.
struct Found {
    double distance;
    int who;
    friend bool operator<(const Found& a, const Found& b) {
        return a.distance < b.distance || (a.distance == b.distance && a.who < b.who);
    }
};

class KdTree {
public:
    explicit KdTree(const std::vector<Point>& points) : m_points(points), m_order(points.size()) {
        std::iota(m_order.begin(), m_order.end(), 0);
        build(0, static_cast<int>(points.size()));
    }

    static constexpr int whole_plane = -1;

    /// The `wanted` nearest to `of`, but itself, nearest first; only those of one quadrant around it (0 to
    /// 3), if told.
    void nearest(int of, std::size_t wanted, std::vector<Found>& found, int quadrant = whole_plane) const {
        found.clear();
        // A quadrant may hold nobody, and be searched in vain: then not for ever.
        Asked asked{of, quadrant,
                    quadrant == whole_plane ? std::numeric_limits<int>::max() : leaves_in_quadrant};
        visit(0, static_cast<int>(m_order.size()), asked, wanted, found);
        std::sort_heap(found.begin(), found.end());
    }

private:
    static int quadrant_of(double x, double y) {
        return (x > 0 || (x == 0 && y > 0) ? 1 : 0) + (y > 0 ? 2 : 0);
    }
    static constexpr int leaf = 8;

    struct Split {
        bool by_x;
        double at;
    };

    void build(int from, int to) {
        // Halves are of equal size, so that a node's place follows from its range: its split lies at its
        // middle.
        if (m_splits.empty()) m_splits.resize(m_points.size());
        if (to - from <= leaf) return;
        Point low = m_points[m_order[from]], high = low;
        for (int at = from; at < to; ++at) {
            const auto& point = m_points[m_order[at]];
            low = {std::min(low.x, point.x), std::min(low.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
        }
        bool by_x = high.x - low.x >= high.y - low.y;
        int middle = (from + to) / 2;
        auto side = [&](int stop) { return by_x ? m_points[stop].x : m_points[stop].y; };
        std::nth_element(m_order.begin() + from, m_order.begin() + middle, m_order.begin() + to,
                         [&](int a, int b) { return side(a) < side(b); });
        m_splits[middle] = {by_x, side(m_order[middle])};
        build(from, middle);
        build(middle, to);
    }

    static constexpr int leaves_in_quadrant = 64;
    struct Asked {
        int of, quadrant, leaves_left;
    };

    void visit(int from, int to, Asked& asked, std::size_t wanted, std::vector<Found>& found) const {
        const auto& here = m_points[asked.of];
        if (asked.leaves_left <= 0) return;
        if (to - from <= leaf) {
            --asked.leaves_left;
            for (int at = from; at < to; ++at) {
                int who = m_order[at];
                if (who == asked.of) continue;
                double x = m_points[who].x - here.x;
                double y = m_points[who].y - here.y;
                // Each quadrant has one of its two borders.
                if (asked.quadrant != whole_plane && asked.quadrant != quadrant_of(x, y)) continue;
                Found next{x * x + y * y, who};
                if (found.size() < wanted) {
                    found.push_back(next);
                    std::push_heap(found.begin(), found.end());
                } else if (next < found.front()) {
                    std::pop_heap(found.begin(), found.end());
                    found.back() = next;
                    std::push_heap(found.begin(), found.end());
                }
            }
            return;
        }
        int middle = (from + to) / 2;
        double beyond = (m_splits[middle].by_x ? here.x : here.y) - m_splits[middle].at;
        auto other_side_matters = [&] {
            return found.size() < wanted || beyond * beyond <= found.front().distance;
        };
        // Of a quadrant that ends at `here`, one half may hold nothing.
        bool low = true, high = true;
        if (asked.quadrant != whole_plane) {
            bool to_high = (m_splits[middle].by_x ? asked.quadrant & 1 : asked.quadrant & 2) != 0;
            low = !to_high || beyond <= 0;
            high = to_high || beyond >= 0;
        }
        if (beyond < 0) {
            if (low) visit(from, middle, asked, wanted, found);
            if (high && other_side_matters()) visit(middle, to, asked, wanted, found);
        } else {
            if (high) visit(middle, to, asked, wanted, found);
            if (low && other_side_matters()) visit(from, middle, asked, wanted, found);
        }
    }

    const std::vector<Point>& m_points;
    std::vector<int> m_order;
    std::vector<Split> m_splits;
};

}  // namespace

NeighbourLists NeighbourLists::by_quadrants(const Distances& distances, int wanted, int each) {
    NeighbourLists nearest(distances, wanted);
    if (distances.points().empty() || nearest.width() < wanted || each == 0) return nearest;
    const auto& points = distances.points();
    // Among so many nearest some lie in each quadrant, save at the rim of a cluster, which the tree is asked
    // about.
    KdTree tree(points);
    std::vector<Found> found, chosen;
    std::vector<int> lists;
    lists.reserve(nearest.m_lists.size());
    for (int stop = 0; stop < distances.count(); ++stop) {
        chosen.clear();
        for (int quadrant = 0; quadrant < 4; ++quadrant) {
            tree.nearest(stop, each, found, quadrant);
            chosen.insert(chosen.end(), found.begin(), found.end());
        }
        for (int near : nearest.of(stop)) {
            if (static_cast<int>(chosen.size()) >= wanted) break;
            bool known =
                std::any_of(chosen.begin(), chosen.end(), [&](const Found& one) { return one.who == near; });
            if (known) continue;
            double x = points[near].x - points[stop].x, y = points[near].y - points[stop].y;
            chosen.push_back({x * x + y * y, near});
        }
        std::sort(chosen.begin(), chosen.end());
        for (const auto& one : chosen)
            lists.push_back(one.who);
    }
    nearest.m_lists = std::move(lists);
    return nearest;
}

NeighbourLists::NeighbourLists(const Distances& distances, int wanted) {
    std::vector<int> all(distances.count());
    std::iota(all.begin(), all.end(), 0);
    *this = NeighbourLists(distances, all, wanted);
}

NeighbourLists::NeighbourLists(const Distances& distances, const std::vector<int>& part, int wanted)
    : m_width(std::clamp(static_cast<int>(part.size()) - 1, 0, wanted)) {
    auto count = static_cast<int>(part.size());
    m_lists.reserve(part.size() * m_width);
    std::vector<Found> found;
    if (!distances.points().empty()) {
        std::vector<Point> points;
        points.reserve(part.size());
        for (int stop : part)
            points.push_back(distances.points()[stop]);
        KdTree tree(points);
        for (int at = 0; at < count; ++at) {
            tree.nearest(at, m_width, found);
            for (const auto& each : found)
                m_lists.push_back(each.who);
        }
        return;
    }
    for (int at = 0; at < count; ++at) {
        found.clear();
        for (int other = 0; other < count; ++other)
            if (other != at)
                found.push_back({static_cast<double>(distances.between(part[at], part[other])), other});
        std::partial_sort(found.begin(), found.begin() + m_width, found.end());
        for (int each = 0; each < m_width; ++each)
            m_lists.push_back(found[each].who);
    }
}

}  // namespace wallchart::route
