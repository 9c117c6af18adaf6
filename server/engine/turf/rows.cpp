#include "engine/turf/rows.h"

#include "core/disjoint_sets.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace wallchart::turf {
namespace {

/// How many of its nearest a stop may be walked to within a row: a longer step was only the best there was.
constexpr std::size_t near_enough = 6;

bool is_near(const Neighbours& neighbours, std::uint32_t from, std::uint32_t to) {
    auto near = neighbours.of(from);
    near = near.first(std::min(near.size(), near_enough));
    return std::ranges::find(near, to) != near.end();
}

/// The rows while they grow: each stop with at most two others beside it.
class Joiner {
public:
    Joiner(std::span<const double> weights, RowLimits limits)
        : m_limits(limits),
          m_rows(weights.size()),
          m_count(weights.size(), 1),
          m_weight(weights.begin(), weights.end()),
          m_beside(weights.size(), {no_turf, no_turf}) {}

    void join(std::uint32_t from, std::uint32_t to) {
        if (!is_end(from) || !is_end(to)) return;
        auto a = m_rows.find(from), b = m_rows.find(to);
        auto count = m_count[a] + m_count[b];
        double weight = m_weight[a] + m_weight[b];
        if (a == b || count > m_limits.stops || weight > m_limits.weight) return;
        m_rows.join(a, b);
        m_count[m_rows.find(a)] = count;
        m_weight[m_rows.find(a)] = weight;
        add(from, to);
        add(to, from);
    }
    bool is_end(std::uint32_t stop) const { return m_beside[stop][1] == no_turf; }
    /// From one end to the other.
    std::vector<std::uint32_t> row_from(std::uint32_t end) const {
        std::vector<std::uint32_t> stops{end};
        for (auto before = no_turf, at = end;;) {
            auto next = m_beside[at][0] == before ? m_beside[at][1] : m_beside[at][0];
            if (next == no_turf) return stops;
            stops.push_back(next);
            before = at;
            at = next;
        }
    }
    double weight_of(std::uint32_t stop) { return m_weight[m_rows.find(stop)]; }

private:
    void add(std::uint32_t to, std::uint32_t other) {
        m_beside[to][m_beside[to][0] == no_turf ? 0 : 1] = other;
    }

    RowLimits m_limits;
    DisjointSets m_rows;
    std::vector<std::uint32_t> m_count;  // of stops, at the number that stands for the row
    std::vector<double> m_weight;        // the same
    std::vector<std::array<std::uint32_t, 2>> m_beside;
};

}  // namespace

std::vector<Link> links_to_nearest(const Neighbours& neighbours, std::span<const std::uint32_t> stops) {
    std::vector<std::uint8_t> among(neighbours.side.size(), 0);
    for (auto stop : stops)
        among[stop] = 1;
    std::vector<Link> links;
    for (auto from : stops)
        for (auto at = neighbours.begin[from]; at < neighbours.begin[from + 1]; ++at) {
            auto to = neighbours.near[at];
            auto others = neighbours.of(to);
            bool told_by_other = to < from && std::ranges::find(others, from) != others.end();
            if (among[to] != 0 && !told_by_other) links.push_back({neighbours.meters[at], from, to});
        }
    return links;
}

std::vector<Link> links_walked(const Tours& tours, const Neighbours& neighbours,
                               std::span<const std::uint8_t> settled) {
    auto stays = [&](std::uint32_t stop) { return !settled.empty() && settled[stop] != 0; };
    std::vector<Link> links;
    for (std::uint32_t from = 0; from < tours.walk().stops().size(); ++from) {
        if (!tours.placed(from)) continue;
        auto to = tours.next(from);
        if (to == from || stays(from) || stays(to)) continue;
        if (is_near(neighbours, from, to) || is_near(neighbours, to, from))
            links.push_back({static_cast<float>(tours.step(from)), from, to});
    }
    return links;
}

std::vector<Row> join_rows(const Walk& walk, std::span<const double> weights,
                           std::span<const std::uint32_t> stops, std::vector<Link> links, RowLimits limits) {
    std::ranges::sort(links, {},
                      [](const Link& link) { return std::tuple(link.meters, link.from, link.to); });
    Joiner joiner(weights, limits);
    for (const auto& link : links)
        joiner.join(link.from, link.to);
    std::vector<Row> rows;
    for (auto stop : stops) {
        if (!joiner.is_end(stop)) continue;
        Row row{.stops = joiner.row_from(stop), .weight = joiner.weight_of(stop), .meters = 0};
        // From its other end the same row is met again.
        if (row.stops.back() < stop) continue;
        for (std::size_t at = 1; at < row.stops.size(); ++at)
            row.meters += walk.meters(row.stops[at - 1], row.stops[at]);
        rows.push_back(std::move(row));
    }
    std::ranges::sort(rows, {}, &Row::middle);
    return rows;
}

std::vector<std::uint32_t> walk_rows(const Walk& walk, std::span<const Row> rows,
                                     std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> all;
    for (auto row : order) {
        auto stops = rows[row].stops;
        if (!all.empty() && walk.meters(all.back(), stops.back()) < walk.meters(all.back(), stops.front()))
            std::ranges::reverse(stops);
        all.insert(all.end(), stops.begin(), stops.end());
    }
    return all;
}

}  // namespace wallchart::turf
