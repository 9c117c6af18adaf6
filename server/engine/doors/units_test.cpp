// Which floor a unit is on and in which order units are walked: cases an organizer can read.

#include "engine/doors/units.h"

#include "core/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

namespace wallchart::doors {
namespace {

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream file(std::string(WALLCHART_SOURCE) + "/tests/fixtures/doors/" + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.starts_with('#')) lines.push_back(line);
    return lines;
}

int floor_called(const std::string& text) {
    static const std::map<std::string, int> names{{"house", -2}, {"?", 0}, {"top", 10'000}};
    auto found = names.find(text);
    return found == names.end() ? std::stoi(text) : found->second;
}

void expect_walked(const std::string& name, const std::vector<std::string>& expected) {
    SCOPED_TRACE(name);
    auto unit_of = [](const std::string& line) {
        return trim(std::string_view(line).substr(line.find(':') + 1));
    };
    // Given from the last to the first, so that no order comes out right by staying as it was.
    std::vector<std::string_view> units;
    for (auto line = expected.rbegin(); line != expected.rend(); ++line)
        units.push_back(unit_of(*line));
    auto walked = floor_by_floor(units);
    ASSERT_EQ(walked.size(), expected.size());
    for (std::size_t at = 0; at < walked.size(); ++at) {
        EXPECT_EQ(units[walked[at].at], unit_of(expected[at]));
        EXPECT_EQ(walked[at].floor, floor_called(expected[at].substr(0, expected[at].find(':'))))
            << expected[at];
    }
}

TEST(DoorUnits, AreWalkedFloorByFloor) {
    std::string name;
    std::vector<std::string> expected;
    int cases = 0;
    auto finish = [&] {
        if (expected.empty()) return;
        expect_walked(name, expected);
        ++cases;
        expected.clear();
    };
    for (const auto& line : lines_of("units.txt")) {
        if (line.starts_with("=== ")) {
            finish();
            name = line.substr(4);
        } else if (!line.empty()) {
            expected.push_back(line);
        }
    }
    finish();
    EXPECT_GE(cases, 5);
}

TEST(DoorUnits, AlikeStayInTheirOrder) {
    std::vector<std::string_view> units{"Apt 2A", "1A", "#2A", "2a"};
    std::vector<std::size_t> order;
    for (auto unit : floor_by_floor(units))
        order.push_back(unit.at);
    EXPECT_EQ(order, (std::vector<std::size_t>{1, 0, 2, 3}));
}

TEST(DoorNumbers, AreReadAsWritten) {
    int cases = 0;
    for (const auto& line : lines_of("house_numbers.txt")) {
        auto sign = line.find(" = ");
        ASSERT_NE(sign, std::string::npos) << line;
        EXPECT_EQ(number_of_house(line.substr(0, sign)), std::stoi(line.substr(sign + 3))) << line;
        ++cases;
    }
    EXPECT_GE(cases, 8);
}

}  // namespace
}  // namespace wallchart::doors
