// Cutting: what holds of any cut, and the cases a field director meets.

#include "engine/turf/cut.h"
#include "engine/turf/stop.h"
#include "engine/turf/towns_for_tests.h"
#include "engine/turf/walk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace wallchart::turf {
namespace {

std::vector<std::uint32_t> turf_of(const Cut& cut, std::size_t doors) {
    std::vector<std::uint32_t> all(doors, no_turf);
    for (std::uint32_t turf = 0; turf < cut.turf.size(); ++turf)
        for (auto door : cut.turf[turf].doors)
            all[door] = turf;
    return all;
}

void expect_every_door_once(const Cut& cut, std::size_t doors) {
    std::vector<int> times(doors);
    for (const auto& turf : cut.turf)
        for (auto door : turf.doors)
            ++times.at(door);
    EXPECT_TRUE(std::ranges::all_of(times, [](int count) { return count == 1; }));
}

geography::Shapes wall(Coordinates from, Coordinates to) {
    geography::Shapes shapes;
    shapes.lines.push_back({from, to});
    return shapes;
}

TEST(Turf, AreOfTheSizeAskedFor) {
    auto doors = grid_town(20, 8, 1);
    auto cut = turf::cut(doors, {.size = 60});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    for (const auto& turf : cut->turf) {
        EXPECT_GE(turf.weight, 54);
        EXPECT_LE(turf.weight, 66);
        EXPECT_GT(turf.meters, 0);
    }
    EXPECT_TRUE(cut->notes.empty());
}

TEST(Turf, KeepBuildingsWhole) {
    auto doors = grid_town(12, 6, 2);
    auto cut = turf::cut(doors, {.size = 50});
    ASSERT_TRUE(cut);
    auto of = turf_of(*cut, doors.size());
    std::map<std::pair<std::string, std::string>, std::set<std::uint32_t>> buildings;
    for (std::size_t door = 0; door < doors.size(); ++door)
        buildings[{doors[door].street, doors[door].house_number}].insert(of[door]);
    for (const auto& [address, turf] : buildings)
        EXPECT_EQ(turf.size(), 1U) << address.second << " " << address.first;
}

TEST(Turf, PartATowerByFloors) {
    std::vector<Door> doors;
    for (int unit = 0; unit < 240; ++unit)
        doors.push_back({.id = std::to_string(unit),
                         .place = Coordinates{41, -96},
                         .street = "Main St",
                         .house_number = "1",
                         .unit = std::to_string((unit / 8 + 1) * 100 + unit % 8)});
    auto cut = turf::cut(doors, {.size = 60});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    EXPECT_EQ(cut->turf.size(), 4U);
    std::map<int, std::set<std::uint32_t>> floors;
    auto of = turf_of(*cut, doors.size());
    for (std::size_t door = 0; door < doors.size(); ++door)
        floors[std::stoi(doors[door].unit) / 100].insert(of[door]);
    for (const auto& [floor, turf] : floors)
        EXPECT_EQ(turf.size(), 1U) << "floor " << floor;
}

TEST(Turf, WalkABuildingAsARouteDoes) {
    std::vector<Door> doors;
    for (const char* unit : {"PH", "10A", "2B", "LL", "1A", "Apt 2A", ""})
        doors.push_back({.id = unit,
                         .place = Coordinates{41, -96},
                         .street = "Elm St",
                         .house_number = "1",
                         .unit = unit});
    auto cut = turf::cut(doors, {.size = 7});
    ASSERT_TRUE(cut);
    ASSERT_EQ(cut->turf.size(), 1U);
    std::vector<std::string> walked;
    for (auto door : cut->turf.front().doors)
        walked.push_back(doors[door].unit);
    EXPECT_EQ(walked, (std::vector<std::string>{"", "LL", "1A", "Apt 2A", "2B", "10A", "PH"}));
}

TEST(Turf, AreNeverOnBothSidesOfABarrier) {
    auto doors = grid_town(20, 8, 3);
    double east = -96 + 0.0095;
    auto cut = turf::cut(doors, {.size = 60, .barriers = wall({41, east}, {42, east})});
    ASSERT_TRUE(cut);
    for (const auto& turf : cut->turf) {
        std::set<bool> sides;
        for (auto door : turf.doors)
            sides.insert(doors[door].place->longitude < east);
        EXPECT_EQ(sides.size(), 1U);
    }
}

TEST(Turf, SayWhatABarrierLeavesTooSmall) {
    auto doors = grid_town(10, 4, 4, false);
    // A ring around the first few houses.
    geography::Shapes ring;
    ring.areas.push_back({{{{41.249, -96.001},
                            {41.249, -95.9992},
                            {41.2504, -95.9992},
                            {41.2504, -96.001},
                            {41.249, -96.001}}}});
    auto cut = turf::cut(doors, {.size = 60, .barriers = ring});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    ASSERT_EQ(cut->notes.size(), 1U);
    EXPECT_NE(cut->notes.front().text.find("of the size asked for"), std::string::npos);
    EXPECT_FALSE(cut->notes.front().doors.empty());
}

TEST(Turf, FitIntoAShift) {
    auto doors = grid_town(20, 8, 5);
    auto cut = turf::cut(doors, {.shift_minutes = 120});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    for (const auto& turf : cut->turf) {
        EXPECT_GE(turf.minutes, 108);
        EXPECT_LE(turf.minutes, 132);
    }
}

TEST(Turf, OfASizeAreSmallerWhereAShiftIsTooShortForIt) {
    auto doors = grid_town(20, 8, 12);
    auto cut = turf::cut(doors, {.size = 60, .shift_minutes = 120});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    for (const auto& turf : cut->turf) {
        EXPECT_LE(turf.minutes, 132);
        EXPECT_GE(turf.minutes, 108);
        EXPECT_LE(turf.weight, 66);
    }
    // Where the shift is long enough, the size counts.
    cut = turf::cut(doors, {.size = 60, .shift_minutes = 300});
    ASSERT_TRUE(cut);
    for (const auto& turf : cut->turf) {
        EXPECT_LE(turf.weight, 66);
        EXPECT_GE(turf.weight, 54);
    }
}

TEST(Turf, GiveTheSameAnswerForASeed) {
    auto doors = grid_town(10, 5, 6);
    auto once = turf::cut(doors, {.size = 40, .seed = 7}), again = turf::cut(doors, {.size = 40, .seed = 7});
    ASSERT_TRUE(once && again);
    ASSERT_EQ(once->turf.size(), again->turf.size());
    for (std::size_t turf = 0; turf < once->turf.size(); ++turf)
        EXPECT_EQ(once->turf[turf].doors, again->turf[turf].doors);
}

TEST(Turf, StayAsTheyAreWhenDoorsAreAdded) {
    auto doors = grid_town(12, 6, 8);
    std::vector<Door> first(doors.begin(), doors.begin() + static_cast<std::ptrdiff_t>(doors.size()) * 3 / 4);
    auto before = turf::cut(first, {.size = 60});
    ASSERT_TRUE(before);
    auto kept = turf_of(*before, first.size());
    kept.resize(doors.size(), no_turf);
    auto after = turf::cut(doors, {.size = 60, .kept = kept});
    ASSERT_TRUE(after);
    expect_every_door_once(*after, doors.size());
    auto of = turf_of(*after, doors.size());
    for (std::size_t door = 0; door < first.size(); ++door)
        EXPECT_EQ(of[door], kept[door]);
    for (const auto& turf : after->turf)
        EXPECT_LE(turf.weight, 66);
}

TEST(Turf, ShareLargeBuildingsOut) {
    // Two houses of 40 apartments stand side by side among houses of one door: together they are too many.
    std::vector<Door> doors;
    geography::LocalPlane plane({41.25, -96});
    auto add = [&](double east, const std::string& number, const std::string& unit) {
        doors.push_back({.id = std::to_string(doors.size()),
                         .place = plane.place({east, 0}),
                         .street = "Main Street",
                         .house_number = number,
                         .unit = unit});
    };
    for (int house = 0; house < 102; ++house)
        for (int unit = 0; unit < (house == 50 || house == 51 ? 40 : 1); ++unit)
            add(house * 15, std::to_string(2 * house + 2), std::to_string(unit + 1));
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        auto cut = turf::cut(doors, {.size = 60, .seed = seed});
        ASSERT_TRUE(cut);
        for (const auto& turf : cut->turf) {
            EXPECT_LE(turf.weight, 66);
            EXPECT_GE(turf.weight, 54);
        }
    }
}

TEST(Turf, OfLessDoorsThanATurfAreOne) {
    auto doors = grid_town(1, 1, 9, false);
    auto cut = turf::cut(doors, {.size = 500});
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->turf.size(), 1U);
    EXPECT_EQ(cut->notes.size(), 1U);
    std::vector<Door> one{doors.front()};
    cut = turf::cut(one, {.size = 60});
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->turf.front().meters, 0);
    EXPECT_FALSE(turf::cut({}, {.size = 60}));
    EXPECT_FALSE(turf::cut(one, {}));
}

TEST(Turf, OfVillagesStayInReachOfEachOther) {
    auto doors = villages(12, 90, 10);
    auto cut = turf::cut(doors, {.size = 45});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    for (const auto& turf : cut->turf) {
        EXPECT_GE(turf.weight, 40);
        EXPECT_LE(turf.weight, 50);
    }
}

TEST(Turf, TakeDoorsOfTheNextVillageRatherThanBeTooSmall) {
    // 100 doors are neither one turf of 60 nor two: some of the other village's 140 belong to them.
    std::vector<Door> doors;
    for (int at = 0; at < 240; ++at) {
        int in_village = at < 100 ? at : at - 100;
        Door door;
        door.id = std::to_string(at);
        door.place =
            Coordinates{41 + in_village / 10 * 0.0002, (at < 100 ? -96 : -95.97) + in_village % 10 * 0.0002};
        doors.push_back(door);
    }
    auto cut = turf::cut(doors, {.size = 60});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    for (const auto& turf : cut->turf) {
        EXPECT_GE(turf.weight, 54);
        EXPECT_LE(turf.weight, 66);
    }
}

TEST(Turf, OfAThousandDoorsAtOnePlaceTakeNoLonger) {
    std::vector<Door> doors(5000, Door{.place = Coordinates{41, -96}});
    for (std::size_t at = 0; at < doors.size(); ++at)
        doors[at].id = std::to_string(at);
    auto cut = turf::cut(doors, {.size = 60});
    ASSERT_TRUE(cut);
    expect_every_door_once(*cut, doors.size());
    for (const auto& turf : cut->turf)
        EXPECT_LE(turf.weight, 66);
}

TEST(Walk, GoesAroundABarrierThatEndsInTheOpen) {
    // A fence from the south that ends beside the third of five pairs of houses, without streets.
    std::vector<Stop> stops;
    std::vector<Meters> places;
    for (int house = 0; house < 10; ++house) {
        Stop stop;
        stop.at = {house % 2 == 0 ? -10.0 : 10.0, house / 2 * 20.0};
        places.push_back(stop.at);
        stops.push_back(stop);
    }
    geography::LocalPlane plane({41, -96});
    Barriers fence(wall(plane.place({0, -100}), plane.place({0, 50})), plane, places);
    Walk walk(stops, fence);
    EXPECT_NEAR(walk.meters(0, 1), 20 * route::default_detour + Walk::around_barrier, 1e-6);
    EXPECT_NEAR(walk.meters(4, 5), 20 * route::default_detour + Walk::around_barrier, 1e-6);
    EXPECT_NEAR(walk.meters(6, 7), 20 * route::default_detour, 1e-6);
    std::vector<std::uint32_t> order(stops.size());
    std::iota(order.begin(), order.end(), 0U);
    order_walk(walk, order);
    // Neither of the two steps to the other side is through the fence.
    EXPECT_LT(round_trip(walk, order), Walk::around_barrier);
}

TEST(Walk, GoesAlongOneSideAndBackAlongTheOther) {
    std::vector<Stop> stops;
    for (int house = 0; house < 20; ++house) {
        Stop stop;
        stop.at = {house / 2 * 20.0, house % 2 == 0 ? 0.0 : 30.0};
        stop.street = 0;
        stop.number = house;
        stop.clear = 300;
        stops.push_back(stop);
    }
    Barriers none({}, geography::LocalPlane({41, -96}), {});
    Walk walk(stops, none);
    std::vector<std::uint32_t> order(stops.size());
    std::iota(order.begin(), order.end(), 0U);
    order_walk(walk, order);
    EXPECT_DOUBLE_EQ(round_trip(walk, order), 2 * 9 * 20 + 2 * (30 + Walk::habits.crossing));
}

RC_GTEST_PROP(TurfProperties, HoldOfAnyDoors, ()) {
    auto count = *rc::gen::inRange(1, 120);
    std::vector<Door> doors;
    for (int at = 0; at < count; ++at) {
        Door door;
        door.id = std::to_string(at);
        door.place =
            Coordinates{41 + *rc::gen::inRange(0, 40) * 0.0005, -96 + *rc::gen::inRange(0, 40) * 0.0005};
        door.street = *rc::gen::element<std::string>("", "A", "B");
        door.house_number = *rc::gen::element<std::string>("", "1", "2", "30");
        door.unit = *rc::gen::element<std::string>("", "101", "202", "3A");
        door.weight = *rc::gen::element(1.0, 1.0, 2.0, 0.0);
        doors.push_back(door);
    }
    Request request;
    request.size = *rc::gen::inRange(1, 60);
    if (*rc::gen::arbitrary<bool>()) request.shift_minutes = *rc::gen::inRange(1, 200);
    bool walled = *rc::gen::arbitrary<bool>();
    if (walled) {
        request.barriers = wall({41.0099, -97}, {41.0101, -95});
        // A building is kept whole, even through a wall.
        for (int at = 0; at < count; ++at)
            doors[static_cast<std::size_t>(at)].house_number = std::to_string(at);
    }
    if (*rc::gen::arbitrary<bool>())
        for (int at = 0; at < count; ++at)
            request.kept.push_back(*rc::gen::element(0U, 1U, no_turf, no_turf));
    auto cut = turf::cut(doors, request);
    RC_ASSERT(cut.has_value());
    auto of = turf_of(*cut, doors.size());
    std::size_t total = 0;
    for (const auto& turf : cut->turf)
        total += turf.doors.size();
    RC_ASSERT(total == doors.size());
    RC_ASSERT(std::ranges::find(of, no_turf) == of.end());
    if (walled && request.kept.empty())
        for (const auto& turf : cut->turf) {
            bool north = false, south = false;
            for (auto door : turf.doors) {
                north = north || doors[door].place->latitude > 41.0102;
                south = south || doors[door].place->latitude < 41.0098;
            }
            RC_ASSERT(!north || !south);
        }
    if (!request.kept.empty())
        for (std::size_t door = 0; door < doors.size(); ++door)
            RC_ASSERT(request.kept[door] == no_turf || of[door] == request.kept[door]);
}

}  // namespace
}  // namespace wallchart::turf
