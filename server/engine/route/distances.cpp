#include "engine/route/distances.h"

#include <algorithm>

namespace wallchart::route {
namespace {

/// Degrees and minutes as TSPLIB writes them (DDD.MM), in radians by its own value of pi.
double geographical_radians(double value) {
    double degrees = std::trunc(value);
    double minutes = value - degrees;
    return 3.141592 * (degrees + 5.0 * minutes / 3.0) / 180.0;
}

Length geographical(Point from, Point to) {
    constexpr double earth_radius = 6378.388;
    double from_latitude = geographical_radians(from.x);
    double to_latitude = geographical_radians(to.x);
    double east = std::cos(geographical_radians(from.y) - geographical_radians(to.y));
    double minus = std::cos(from_latitude - to_latitude);
    double plus = std::cos(from_latitude + to_latitude);
    double cosine = std::clamp(0.5 * ((1.0 + east) * minus - (1.0 - east) * plus), -1.0, 1.0);
    return static_cast<Length>(earth_radius * std::acos(cosine) + 1.0);
}

}  // namespace

Distances::Distances(std::vector<Point> points, Metric metric)
    : m_points(std::move(points)), m_count(static_cast<int>(m_points.size())), m_metric(metric) {
    if (m_count > matrix_limit) return;
    std::vector<std::int32_t> matrix(static_cast<std::size_t>(m_count) * m_count);
    for (int from = 0; from < m_count; ++from)
        for (int to = 0; to < from; ++to) {
            // A matrix of 32 bits cannot hold it: then nothing is kept.
            auto length = computed(m_points[from], m_points[to]);
            if (length > INT32_MAX) return;
            matrix[static_cast<std::size_t>(from) * m_count + to] =
                matrix[static_cast<std::size_t>(to) * m_count + from] = static_cast<std::int32_t>(length);
        }
    m_matrix = std::move(matrix);
}

Distances::Distances(std::vector<std::int32_t> matrix, int count)
    : m_matrix(std::move(matrix)), m_count(count), m_metric(Metric::matrix) {}

Length Distances::by_rare_metric(Point from, Point to) const {
    double straight = std::hypot(from.x - to.x, from.y - to.y);
    if (m_metric == Metric::euclidean_up) return static_cast<Length>(std::ceil(straight));
    if (m_metric == Metric::euclidean_down) return static_cast<Length>(straight);
    if (m_metric == Metric::geographical) return geographical(from, to);
    return static_cast<Length>(std::ceil(straight / std::sqrt(10.0)));  // ATT
}

bool Distances::symmetric() const {
    if (!m_points.empty()) return true;
    for (int from = 0; from < m_count; ++from)
        for (int to = 0; to < from; ++to)
            if (between(from, to) != between(to, from)) return false;
    return true;
}

Distances Distances::renumbered(const std::vector<int>& order) const {
    if (!m_points.empty()) {
        std::vector<Point> points;
        points.reserve(order.size());
        for (int stop : order)
            points.push_back(m_points[stop]);
        return {std::move(points), m_metric};
    }
    auto count = static_cast<int>(order.size());
    std::vector<std::int32_t> matrix;
    matrix.reserve(order.size() * order.size());
    for (int from : order)
        for (int to : order)
            matrix.push_back(static_cast<std::int32_t>(between(from, to)));
    return {std::move(matrix), count};
}

Length Distances::around(const std::vector<int>& order) const {
    Length sum = 0;
    for (std::size_t at = 0; at < order.size(); ++at)
        sum += between(order[at], order[at + 1 == order.size() ? 0 : at + 1]);
    return sum;
}

}  // namespace wallchart::route
