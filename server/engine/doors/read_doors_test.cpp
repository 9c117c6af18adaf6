// Lists of doors as people have them, also bad ones: what is taken, and which rows are named.

#include "engine/doors/read_doors.h"

#include "engine/doors/split_address.h"
#include "engine/doors/times.h"

#include <gtest/gtest.h>

namespace wallchart::doors {
namespace {

Result<DoorFile> read(const std::string& text, std::vector<std::string> mappings = {}, Use use = Use::cut,
                      Places places = Places::needed) {
    auto reader = CsvReader::over(text);
    if (!reader) return std::unexpected(reader.error());
    return read_doors(*reader, {.use = use, .places = places, .mappings = mappings});
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
    EXPECT_DOUBLE_EQ(door.place->latitude, 41.25);
    EXPECT_DOUBLE_EQ(door.place->longitude, -96.01);
    EXPECT_EQ(door.house_number, "12B");
    EXPECT_EQ(door.street, "Maple St");
    EXPECT_EQ(door.unit, "304");
}

TEST(Doors, AreReadByMappings) {
    auto file = read("north,east,lat\n41,-96,3\n", {"latitude=north", "lon=East"});
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->doors.front().place->latitude, 41);
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
        EXPECT_EQ(door.house_number, number) << text;
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
    EXPECT_EQ(lines(*file, RowFault::odd_number), (Lines{11, 12}));
    EXPECT_EQ(lines(*file, RowFault::too_few_cells), (Lines{13, 14}));
    auto said = sentences(*file);
    EXPECT_EQ(said.at(1), "Rows 3 and 14 have no latitude or no longitude and are left out.");
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
    EXPECT_NE(file.error().message.find("Rows 2 and 3"), std::string::npos) << file.error().message;
    EXPECT_FALSE(read(""));
    EXPECT_FALSE(read(header));
}

TEST(Doors, PassOverAVeryLongLine) {
    auto file = read(header + good + "b," + std::string(5'000'000, '4') + ",-96,,,,\nc,41.2,-96,,,,\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->doors.size(), 2U);
    EXPECT_EQ(lines(*file, RowFault::unreadable), std::vector<std::uint64_t>{3});
}

TEST(Doors, AreLeftOutOfAWalkWithTheirReasons) {
    auto file = read(
        "id,lat,lon,leaflets,minutes,from,to\na,41,-96,2,5,9:00,5 pm\nb,0,0,,,,\nc,-74.0,40.7,,,,\n"
        "d,43,-96,,,,\ne,41,-96,,,17:00,9:00\nf,41,-96,,,noon,\ng,41,-96,1.5,long,,\nh,41,-96,,,,,7\n"
        "i,41,-96,,,,,,\na,41.1,-96,,,,\n",
        {}, Use::walk);
    ASSERT_TRUE(file) << file.error().message;
    std::string ids;
    for (const auto& door : file->doors)
        ids += door.id;
    EXPECT_EQ(ids, "agi");
    EXPECT_EQ(file->doors.front().amount, 2);
    EXPECT_EQ(file->doors.front().minutes, 5);
    EXPECT_EQ(file->doors.front().window, (Window{540, 1020}));
    EXPECT_EQ(file->doors[1].amount, 1);
    EXPECT_EQ(file->doors[1].minutes, std::nullopt);
    using Lines = std::vector<std::uint64_t>;
    EXPECT_EQ(lines(*file, RowFault::no_place), (Lines{3}));
    EXPECT_EQ(lines(*file, RowFault::swapped), (Lines{4}));
    EXPECT_EQ(lines(*file, RowFault::far_away), (Lines{5}));
    EXPECT_EQ(lines(*file, RowFault::odd_window), (Lines{6, 7}));
    EXPECT_EQ(lines(*file, RowFault::odd_number), (Lines{8}));
    EXPECT_EQ(lines(*file, RowFault::too_many_cells), (Lines{9}));
    EXPECT_EQ(lines(*file, RowFault::repeated_id), (Lines{11}));
    EXPECT_EQ(sentences(*file).size(), 7U);
}

TEST(Doors, OfACutMayHaveAnyWindowAndAnyLeaflets) {
    auto file = read("lat,lon,leaflets,from,weight\n41,-96,many,Omaha,3\n43,-96,,,2\n");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_TRUE(file->faults.empty());
    EXPECT_EQ(file->doors.front().weight, 3);
}

TEST(Doors, WithoutIdsAreNumberedWithThoseLeftOut) {
    auto file = read("lat,lon\n41,-96\n41,\n41.1,-96\n", {}, Use::walk);
    ASSERT_TRUE(file);
    ASSERT_EQ(file->doors.size(), 2U);
    EXPECT_EQ(file->doors.front().id, "1");
    EXPECT_EQ(file->doors.back().id, "3");
}

TEST(Doors, NeedNoPlaceWhereDistancesAreGiven) {
    auto file = read("id,lat,lon\na,41,-96\nb,,\nc,41,\n", {}, Use::walk, Places::optional);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->doors.size(), 2U);
    EXPECT_EQ(file->doors.back().place, std::nullopt);
    EXPECT_EQ(lines(*file, RowFault::no_place), std::vector<std::uint64_t>{4});
    EXPECT_TRUE(read("id\na\n", {}, Use::walk, Places::optional));
}

TEST(Shift, IsReadAsPeopleWriteIt) {
    EXPECT_EQ(read_minutes("2h"), 120);
    EXPECT_EQ(read_minutes("90m"), 90);
    EXPECT_EQ(read_minutes("1h30"), 90);
    EXPECT_EQ(read_minutes("1:30"), 90);
    EXPECT_EQ(read_minutes("2.5 hours"), 150);
    for (const char* wrong : {"", "h", "two hours", "-2h", "nan", "1h2h", "1e9h", "0"})
        EXPECT_FALSE(read_minutes(wrong)) << wrong;
}

TEST(Doors, ReadTimesOfTheDay) {
    EXPECT_EQ(read_time_of_day("17:30"), 17 * 60 + 30);
    EXPECT_EQ(read_time_of_day("5:30 pm"), 17 * 60 + 30);
    EXPECT_EQ(read_time_of_day("12 am"), 0);
    EXPECT_EQ(read_time_of_day("9"), 9 * 60);
    for (const auto* none : {"", "25:00", "24:30", "9:60", "13 pm", "noon", "9:3x", "-1"})
        EXPECT_EQ(read_time_of_day(none), std::nullopt) << none;
}

TEST(Doors, NameRowsInWords) {
    EXPECT_EQ(rows_in_words({3}), "row 3");
    EXPECT_EQ(rows_in_words({3, 5, 9}), "rows 3, 5 and 9");
    EXPECT_EQ(rows_in_words({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), "rows 1, 2, 3, 4, 5, 6, 7, 8 and 2 more");
}

}  // namespace
}  // namespace wallchart::doors
