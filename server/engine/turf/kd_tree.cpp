#include "engine/turf/kd_tree.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace wallchart::turf {
namespace {

double square_between(Meters a, Meters b) {
    double east = a.east - b.east, north = a.north - b.north;
    return east * east + north * north;
}

bool before(const Near& a, const Near& b) {
    return a.square < b.square || (a.square == b.square && a.point < b.point);
}

}  // namespace

KdTree::KdTree(std::span<const Meters> points)
    : m_points(points.begin(), points.end()), m_number(points.size()), m_axis(points.size()) {
    std::iota(m_number.begin(), m_number.end(), 0U);
    build(0, static_cast<std::uint32_t>(points.size()));
    for (std::size_t at = 0; at < points.size(); ++at)
        m_points[at] = points[m_number[at]];
}

/// m_points is still in the order of numbers while the tree is built.
void KdTree::build(std::uint32_t begin, std::uint32_t end) {
    if (end - begin <= leaf) return;
    double inf = std::numeric_limits<double>::infinity();
    double west = inf, east = -inf, south = inf, north = -inf;
    for (auto at = begin; at < end; ++at) {
        const auto& point = m_points[m_number[at]];
        west = std::min(west, point.east), east = std::max(east, point.east);
        south = std::min(south, point.north), north = std::max(north, point.north);
    }
    std::uint8_t axis = east - west >= north - south ? 0 : 1;
    auto middle = begin + (end - begin) / 2;
    auto coordinate = [&](std::uint32_t number) {
        return axis == 0 ? m_points[number].east : m_points[number].north;
    };
    std::nth_element(m_number.begin() + begin, m_number.begin() + middle, m_number.begin() + end,
                     [&](std::uint32_t a, std::uint32_t b) {
                         double x = coordinate(a), y = coordinate(b);
                         return x < y || (x == y && a < b);
                     });
    m_axis[middle] = axis;
    build(begin, middle);
    build(middle + 1, end);
}

void KdTree::nearest(Meters from, std::size_t count, std::uint32_t except, std::vector<Near>& found) const {
    found.clear();
    if (count == 0) return;
    search(0, static_cast<std::uint32_t>(m_points.size()), from, count, except, found);
    std::sort_heap(found.begin(), found.end(), before);
}

void KdTree::search(std::uint32_t begin, std::uint32_t end, Meters from, std::size_t count,
                    std::uint32_t except, std::vector<Near>& found) const {
    auto look = [&](std::uint32_t at) {
        if (m_number[at] == except) return;
        Near near{square_between(m_points[at], from), m_number[at]};
        if (found.size() < count) {
            found.push_back(near);
            std::push_heap(found.begin(), found.end(), before);
        } else if (before(near, found.front())) {
            std::pop_heap(found.begin(), found.end(), before);
            found.back() = near;
            std::push_heap(found.begin(), found.end(), before);
        }
    };
    if (end - begin <= leaf) {
        for (auto at = begin; at < end; ++at)
            look(at);
        return;
    }
    auto middle = begin + (end - begin) / 2;
    double offset =
        m_axis[middle] == 0 ? from.east - m_points[middle].east : from.north - m_points[middle].north;
    bool lower = offset < 0;
    search(lower ? begin : middle + 1, lower ? middle : end, from, count, except, found);
    look(middle);
    if (found.size() < count || offset * offset <= found.front().square)
        search(lower ? middle + 1 : begin, lower ? end : middle, from, count, except, found);
}

void KdTree::set_groups(std::span<const std::uint32_t> groups) {
    m_group.resize(m_points.size());
    for (std::size_t at = 0; at < m_points.size(); ++at)
        m_group[at] = groups[m_number[at]];
    m_whole.assign(m_points.size(), mixed);
    mark_groups(0, static_cast<std::uint32_t>(m_points.size()));
}

std::uint32_t KdTree::mark_groups(std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return mixed;
    auto middle = begin + (end - begin) / 2;
    auto whole = m_group[middle];
    if (end - begin <= leaf) {
        for (auto at = begin; at < end; ++at)
            if (m_group[at] != whole) whole = mixed;
    } else {
        auto lower = mark_groups(begin, middle), upper = mark_groups(middle + 1, end);
        if (lower != whole || upper != whole) whole = mixed;
    }
    return m_whole[middle] = whole;
}

Near KdTree::nearest_of_another_group(Meters from, std::uint32_t group, double square) const {
    Near best{square, mixed};
    search_another(0, static_cast<std::uint32_t>(m_points.size()), from, group, best);
    return best;
}

void KdTree::search_another(std::uint32_t begin, std::uint32_t end, Meters from, std::uint32_t group,
                            Near& best) const {
    if (begin == end) return;
    auto middle = begin + (end - begin) / 2;
    if (m_whole[middle] == group) return;
    auto look = [&](std::uint32_t at) {
        if (m_group[at] == group) return;
        Near near{square_between(m_points[at], from), m_number[at]};
        if (before(near, best)) best = near;
    };
    if (end - begin <= leaf) {
        for (auto at = begin; at < end; ++at)
            look(at);
        return;
    }
    double offset =
        m_axis[middle] == 0 ? from.east - m_points[middle].east : from.north - m_points[middle].north;
    bool lower = offset < 0;
    search_another(lower ? begin : middle + 1, lower ? middle : end, from, group, best);
    look(middle);
    if (offset * offset <= best.square)
        search_another(lower ? middle + 1 : begin, lower ? end : middle, from, group, best);
}

}  // namespace wallchart::turf
