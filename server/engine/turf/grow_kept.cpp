#include "engine/turf/grow_kept.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace wallchart::turf {
namespace {
constexpr double farthest_step = 400;  // meters
}

Kept kept_stops(const Stops& stops, std::span<const std::uint32_t> turf_of_door) {
    Kept kept;
    auto count = static_cast<std::uint32_t>(stops.stops.size());
    kept.turf_of.assign(count, no_turf);
    kept.settled.assign(count, 0);
    for (auto turf : turf_of_door)
        if (turf != no_turf && turf >= kept.turf.size()) kept.turf.resize(turf + 1);
    for (std::uint32_t stop = 0; stop < count; ++stop) {
        auto turf = turf_of_door[stops.doors_of(stop).front()];
        if (turf == no_turf) continue;
        kept.turf_of[stop] = turf;
        kept.settled[stop] = 1;
        kept.turf[turf].push_back(stop);
    }
    return kept;
}

void grow_kept(const Walk& walk, const Neighbours& neighbours, std::span<const double> loads, double most,
               Kept& kept) {
    std::vector<double> load(kept.turf.size());
    for (std::size_t turf = 0; turf < kept.turf.size(); ++turf)
        for (auto stop : kept.turf[turf])
            load[turf] += loads[stop];
    using Step = std::tuple<double, std::uint32_t, std::uint32_t>;  // meters, free stop, turf
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
    auto look_from = [&](std::uint32_t stop, std::uint32_t turf) {
        for (auto near : neighbours.of(stop))
            if (kept.turf_of[near] == no_turf && walk.meters(stop, near) <= farthest_step)
                steps.emplace(walk.meters(stop, near), near, turf);
    };
    auto count = static_cast<std::uint32_t>(kept.turf_of.size());
    for (std::uint32_t stop = 0; stop < count; ++stop) {
        if (kept.turf_of[stop] != no_turf) {
            look_from(stop, kept.turf_of[stop]);
            continue;
        }
        // Who is near is not always the other's near one.
        for (auto near : neighbours.of(stop))
            if (kept.settled[near] != 0 && walk.meters(stop, near) <= farthest_step)
                steps.emplace(walk.meters(stop, near), stop, kept.turf_of[near]);
    }
    while (!steps.empty()) {
        auto [meters, stop, turf] = steps.top();
        steps.pop();
        if (kept.turf_of[stop] != no_turf || load[turf] + loads[stop] > most) continue;
        kept.turf_of[stop] = turf;
        kept.turf[turf].push_back(stop);
        load[turf] += loads[stop];
        look_from(stop, turf);
    }
}

}  // namespace wallchart::turf
