#pragma once
// Made-up towns for the tests: streets with houses on both sides, apartment buildings, and clusters.

#include "core/random.h"
#include "engine/turf/turf.h"

#include <string>
#include <vector>

namespace wallchart::turf {

/// A town of blocks of 200 by 90 m with houses 16 m apart on both sides of each street, `streets` streets of
/// `blocks` blocks; about one building in 50 is an apartment house.
inline std::vector<Door> grid_town(int streets, int blocks, std::uint64_t seed, bool apartments = true) {
    Random random(seed);
    geography::LocalPlane plane({41.25, -96});
    std::vector<Door> doors;
    auto add = [&](Meters at, int street, int number, std::string unit) {
        doors.push_back({.id = "d" + std::to_string(doors.size() + 1),
                         .place = plane.place(at),
                         .street = std::to_string(street) + " Street",
                         .house_number = std::to_string(number),
                         .unit = std::move(unit)});
    };
    for (int street = 0; street < streets; ++street)
        for (int block = 0; block < blocks; ++block)
            for (int house = 0; house < 24; ++house) {
                if (random.chance(0.15)) continue;
                int side = house % 2;
                Meters at{block * 210.0 + 12 + house / 2 * 16 + random.normal(),
                          street * 90.0 + (side == 0 ? -15 : 15)};
                int number = block * 100 + house;
                int units = apartments && random.chance(0.02) ? 4 * random.between(2, 8) : 1;
                for (int unit = 0; unit < units; ++unit)
                    add(at, street, number,
                        units == 1 ? std::string() : std::to_string((unit / 4 + 1) * 100 + unit % 4 + 1));
            }
    return doors;
}

/// Villages of houses strewn about, without streets.
inline std::vector<Door> villages(int count, int doors_each, std::uint64_t seed) {
    Random random(seed);
    geography::LocalPlane plane({46.8, 2.3});
    std::vector<Door> doors;
    for (int village = 0; village < count; ++village) {
        Meters middle{random.real() * 20'000, random.real() * 20'000};
        for (int door = 0; door < doors_each; ++door)
            doors.push_back({.id = "v" + std::to_string(doors.size() + 1),
                             .place = plane.place({middle.east + 150 * random.normal(),
                                                   middle.north + 150 * random.normal()})});
    }
    return doors;
}

}  // namespace wallchart::turf
