#include "engine/turf/coarsen.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wallchart::turf {

Coarse coarsen(const Walk& walk, const Neighbours& neighbours, std::span<const double> weights,
               std::span<const std::uint32_t> members, std::size_t most_stops, double most_weight) {
    auto stops = walk.stops();
    std::vector<std::uint32_t> sorted(members.begin(), members.end());
    // Where no street is known, along the Hilbert curve, in whose order stops are numbered.
    std::ranges::sort(sorted, {}, [&](std::uint32_t at) {
        const auto& stop = stops[at];
        bool known = stop.street != no_street && stop.number > 0;
        return std::tuple(stop.street, known ? stop.number & 1 : 2, known ? stop.number : 0, at);
    });
    std::vector<std::vector<std::uint32_t>> rows;
    std::vector<double> inner;
    double weight = 0;
    for (auto at : sorted) {
        bool joins = false;
        if (!rows.empty()) {
            auto last = rows.back().back();
            auto nearest = neighbours.of(last);
            double meters = walk.meters(last, at);
            joins = rows.back().size() < most_stops && weight + weights[at] <= most_weight &&
                    !nearest.empty() && meters <= 2 * walk.meters(last, nearest.front()) + 20 &&
                    !walk.apart(last, at);
            if (joins) inner.back() += meters;
        }
        if (!joins) {
            rows.emplace_back();
            inner.push_back(0);
            weight = 0;
        }
        rows.back().push_back(at);
        weight += weights[at];
    }
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t row) { return rows[row][rows[row].size() / 2]; });
    Coarse coarse;
    for (auto row : order) {
        auto stop = stops[rows[row][rows[row].size() / 2]];
        coarse.stops.push_back(stop);
        coarse.members.push_back(std::move(rows[row]));
        coarse.inner_meters.push_back(inner[row]);
    }
    return coarse;
}

std::vector<std::uint32_t> expand(const Walk& walk, const Coarse& coarse,
                                  std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> all;
    for (auto row : order) {
        auto members = coarse.members[row];
        if (!all.empty() &&
            walk.meters(all.back(), members.back()) < walk.meters(all.back(), members.front()))
            std::ranges::reverse(members);
        all.insert(all.end(), members.begin(), members.end());
    }
    return all;
}

}  // namespace wallchart::turf
