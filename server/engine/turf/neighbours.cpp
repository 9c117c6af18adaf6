#include "engine/turf/neighbours.h"

#include "core/disjoint_sets.h"
#include "engine/turf/kd_tree.h"

#include <algorithm>
#include <limits>

namespace wallchart::turf {
namespace {

constexpr std::uint32_t none = 0xffffffffU;

struct ShortestLink {
    double square = std::numeric_limits<double>::infinity();
    std::uint32_t from = none, to = none;
};

/// The shortest links that make one of all groups of `whole`, whatever lies between.
std::vector<ShortestLink> shortest_links(const Walk& walk, KdTree& tree, DisjointSets whole) {
    auto stops = walk.stops();
    auto count = static_cast<std::uint32_t>(stops.size());
    std::vector<ShortestLink> links;
    std::vector<std::uint32_t> groups(count);
    for (;;) {
        for (std::uint32_t at = 0; at < count; ++at)
            groups[at] = whole.find(at);
        if (std::ranges::all_of(groups, [](std::uint32_t group) { return group == 0; })) return links;
        tree.set_groups(groups);
        std::vector<ShortestLink> best(count);
        for (std::uint32_t at = 0; at < count; ++at) {
            auto& link = best[groups[at]];
            auto near = tree.nearest_of_another_group(stops[at].at, groups[at], link.square);
            if (near.point != none) link = {near.square, at, near.point};
        }
        for (const auto& link : best)
            if (link.from != none && whole.join(link.from, link.to)) links.push_back(link);
    }
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Adds the second of each pair to the neighbours of the first, behind those it has.
void add_neighbours(Neighbours& all, const Walk& walk, std::vector<Pair> pairs) {
    if (pairs.empty()) return;
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    auto before = std::move(all);
    all = {.side = std::move(before.side)};
    all.begin.reserve(before.begin.size());
    all.near.reserve(before.near.size() + pairs.size());
    all.meters.reserve(before.near.size() + pairs.size());
    auto pair = pairs.begin();
    for (std::uint32_t stop = 0; stop + 1 < before.begin.size(); ++stop) {
        all.begin.push_back(static_cast<std::uint32_t>(all.near.size()));
        for (auto at = before.begin[stop]; at < before.begin[stop + 1]; ++at) {
            all.near.push_back(before.near[at]);
            all.meters.push_back(before.meters[at]);
        }
        for (; pair != pairs.end() && pair->first == stop; ++pair) {
            all.near.push_back(pair->second);
            all.meters.push_back(static_cast<float>(walk.meters(stop, pair->second)));
        }
    }
    all.begin.push_back(static_cast<std::uint32_t>(all.near.size()));
}

}  // namespace

Neighbours find_neighbours(const Walk& walk, std::size_t count) {
    auto stops = walk.stops();
    std::vector<Meters> places;
    places.reserve(stops.size());
    for (const auto& stop : stops)
        places.push_back(stop.at);
    KdTree tree(places);

    Neighbours all;
    all.begin.reserve(stops.size() + 1);
    all.near.reserve(stops.size() * count);
    all.meters.reserve(stops.size() * count);
    DisjointSets whole(stops.size());  // as if nothing were in the way
    DisjointSets sides(stops.size());
    std::vector<Near> found;
    std::vector<std::pair<double, std::uint32_t>> ways;
    for (std::uint32_t at = 0; at < stops.size(); ++at) {
        all.begin.push_back(static_cast<std::uint32_t>(all.near.size()));
        tree.nearest(stops[at].at, count, at, found);
        ways.clear();
        for (auto near : found) {
            if (walk.apart(at, near.point)) {
                whole.join(at, near.point);
                continue;
            }
            sides.join(at, near.point);
            ways.emplace_back(walk.meters(at, near.point), near.point);
        }
        std::ranges::sort(ways);
        for (auto [meters, stop] : ways) {
            all.near.push_back(stop);
            all.meters.push_back(static_cast<float>(meters));
        }
    }
    all.begin.push_back(static_cast<std::uint32_t>(all.near.size()));
    // Who lies alone has the next village among its nearest, but is none of theirs: they need a link too.
    for (std::uint32_t at = 0; at < stops.size(); ++at)
        for (auto near : all.of(at))
            if (near > at && std::ranges::find(all.of(near), at) != all.of(near).end()) whole.join(at, near);
    std::vector<Pair> further;
    for (const auto& link : shortest_links(walk, tree, std::move(whole))) {
        if (walk.apart(link.from, link.to)) continue;
        sides.join(link.from, link.to);
        further.emplace_back(link.from, link.to);
        further.emplace_back(link.to, link.from);
    }
    for (std::uint32_t at = 0; at < stops.size(); ++at)
        all.side.push_back(sides.find(at));
    add_neighbours(all, walk, std::move(further));
    return all;
}

}  // namespace wallchart::turf
