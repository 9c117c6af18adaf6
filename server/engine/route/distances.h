#pragma once
// How far it is from one stop to another, in whole units so that sums are exact: computed from places in the
// plane, or looked up in a matrix.

#include <cmath>
#include <cstdint>
#include <vector>

namespace wallchart::route {

/// A sum of distances, in whole units of the problem (TSPLIB's own; centimeters for doors).
using Length = std::int64_t;

/// A place in the plane, in units of the problem.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// How a distance follows from two places (TSPLIB 95, Reinelt 1995).
enum class Metric : std::uint8_t {
    euclidean,         ///< EUC_2D: to the nearest whole number
    euclidean_up,      ///< CEIL_2D: to the next whole number
    euclidean_down,    ///< to the whole number below
    pseudo_euclidean,  ///< ATT
    geographical,      ///< GEO: degrees and minutes as DDD.MM, kilometers on a sphere
    matrix,            ///< EXPLICIT: given for each pair
};

class Distances {
public:
    /// Between places. Up to `matrix_limit` stops they are computed once and kept.
    Distances(std::vector<Point> points, Metric metric);
    /// Given for each pair, row by row: `matrix[from * count + to]`.
    Distances(std::vector<std::int32_t> matrix, int count);

    static constexpr int matrix_limit = 1000;

    int count() const { return m_count; }
    Length between(int from, int to) const {
        if (!m_matrix.empty()) return m_matrix[static_cast<std::size_t>(from) * m_count + to];
        return computed(m_points[from], m_points[to]);
    }
    /// Whether every way is as long there as back.
    bool symmetric() const;
    /// Where the stops are; empty where only a matrix is known.
    const std::vector<Point>& points() const { return m_points; }
    /// The same stops with new numbers: what was `order[i]` is `i`.
    Distances renumbered(const std::vector<int>& order) const;
    /// Of the way around through all stops of `order`, back to its first.
    Length around(const std::vector<int>& order) const;

private:
    Length computed(Point from, Point to) const {
        double x = from.x - to.x;
        double y = from.y - to.y;
        if (m_metric == Metric::euclidean) return static_cast<Length>(std::sqrt(x * x + y * y) + 0.5);
        return by_rare_metric(from, to);
    }
    Length by_rare_metric(Point from, Point to) const;

    std::vector<Point> m_points;
    std::vector<std::int32_t> m_matrix;
    int m_count;
    Metric m_metric;
};

}  // namespace wallchart::route
