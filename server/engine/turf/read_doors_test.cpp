// Lists of doors as people have them, also bad ones: what is taken, and which rows are named.

#include "engine/turf/read_doors.h"

#include "engine/turf/split_address.h"

#include <gtest/gtest.h>

namespace wallchart::turf {
namespace {

Result<DoorFile> read(const std::string& text, std::vector<std::string> mappings = {}) {
    auto reader = CsvReader::over(text);
    if (!reader) return std::unexpected(reader.error());
    return read_doors(*reader, mappings);
}

std::vector<std::uint64_t> lines(const DoorFile& file, RowFault fault) {
    auto found = file.faults.find(fault);
    return found == file.faults.end() ? std::vector<std::uint64_t>{} : found->second;
}

const std::string header = "id,latitude,longitude,street,house_number,unit,weight\n";
const std::string good = "a,41.25,-96.0,Maple St,12,,1\n";

TEST(Doors, AreReadByTheUsualNamesOfColumns) {
    auto file = read("Voter ID;Lat;Lng;Address;Apt\n7;41,25;-96,01;12B Maple St;304\n");
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->doors.size(), 1U);
    const auto& door = file->doors.front();
    EXPECT_EQ(door.id, "7");
    EXPECT_DOUBLE_EQ(door.at.latitude, 41.25);
    EXPECT_DOUBLE_EQ(door.at.longitude, -96.01);
    EXPECT_EQ(door.number, "12B");
    EXPECT_EQ(door.street, "Maple St");
    EXPECT_EQ(door.unit, "304");
}

TEST(Doors, AreReadByMappings) {
    auto file = read("north,east,lat\n41,-96,3\n", {"latitude=north", "lon=East"});
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->doors.front().at.latitude, 41);
    EXPECT_FALSE(read("north,east\n41,-96\n"));
    EXPECT_FALSE(read("lat,lon\n41,-96\n", {"latitude=nowhere"}));
    EXPECT_FALSE(read("lat,lon\n41,-96\n", {"height=lat"}));
    EXPECT_FALSE(read("lat,lon\n41,-96\n", {"lat"}));
}

TEST(Doors, TakeAddressesApart) {
    struct Case {
        const char *text, *number, *street, *unit;
    };
    for (auto [text, number, street, unit] :
         {Case{"1204 Maple St Apt 3", "1204", "Maple St", "3"},
          Case{"12-14 Elm Ave #2B", "12-14", "Elm Ave", "2B"}, Case{"42nd Street", "", "42nd Street", ""},
          Case{"7 42nd Street, Unit 9", "7", "42nd Street", "9"}, Case{"Maple St", "", "Maple St", ""},
          Case{"12", "", "12", ""}}) {
        Door door{.street = text};
        split_address(door);
        EXPECT_EQ(door.number, number) << text;
        EXPECT_EQ(door.street, street) << text;
        EXPECT_EQ(door.unit, unit) << text;
    }
}

TEST(Doors, NameTheRowsThatHaveNoPlace) {
    auto file =
        read(header + good + "b,,-96,,,,\nc,x,-96,,,,\nd,nan,-96,,,,\ne,inf,-96,,,,\nf,91,181,,,,\n" +
             "g,-96.0,41.25,,,,\nh,-33.9,151.2,,,,\na,41.2,-96,,,,\ni,41.2,-96,,,,heavy\nj,41.2,-96,,,,-3\n" +
             "k,41.2,-96\nl\n");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->doors.size(), 4U);
    using Lines = std::vector<std::uint64_t>;
    EXPECT_EQ(lines(*file, RowFault::no_place), (Lines{3, 14}));
    EXPECT_EQ(lines(*file, RowFault::not_a_number), (Lines{4, 5, 6}));
    EXPECT_EQ(lines(*file, RowFault::no_such_place), (Lines{7}));
    EXPECT_EQ(lines(*file, RowFault::swapped), (Lines{8}));
    EXPECT_EQ(lines(*file, RowFault::far_away), (Lines{9}));
    EXPECT_EQ(lines(*file, RowFault::repeated_id), (Lines{10}));
    EXPECT_EQ(lines(*file, RowFault::odd_weight), (Lines{11, 12}));
    EXPECT_EQ(lines(*file, RowFault::ragged), (Lines{13, 14}));
    auto said = sentences(*file);
    EXPECT_EQ(said.at(1), "2 rows have no latitude or no longitude and are in no turf: lines 3, 14.");
}

TEST(Doors, SeeThatPlacesAreSwappedWhereBothCouldBe) {
    auto file = read("lat,lon\n48.85,2.35\n48.86,2.36\n48.87,2.33\n2.35,48.85\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->doors.size(), 3U);
    EXPECT_EQ(lines(*file, RowFault::swapped), std::vector<std::uint64_t>{5});
}

TEST(Doors, OfWhichNoneCanBeUsedSayWhy) {
    auto file = read("lat,lon\n-96.0,41.25\n-96.1,41.2\n");
    ASSERT_FALSE(file);
    EXPECT_NE(file.error().message.find("in each other's place"), std::string::npos) << file.error().message;
    EXPECT_NE(file.error().message.find("lines 2, 3"), std::string::npos) << file.error().message;
    EXPECT_FALSE(read(""));
    EXPECT_FALSE(read(header));
}

TEST(Doors, PassOverAVeryLongLine) {
    auto file = read(header + good + "b," + std::string(5'000'000, '4') + ",-96,,,,\nc,41.2,-96,,,,\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->doors.size(), 2U);
    EXPECT_EQ(lines(*file, RowFault::unreadable), std::vector<std::uint64_t>{3});
}

}  // namespace
}  // namespace wallchart::turf
