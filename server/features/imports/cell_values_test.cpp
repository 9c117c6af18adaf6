#include "features/imports/cell_values.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace wallchart {
namespace {

TEST(CellValues, ReadDates) {
    for (auto text : {"1976-02-03", "2/3/1976", "02/03/76", "3.2.1976", "19760203", "Feb 3, 1976",
                      "3 de febrero de 1976", "3 Feb 1976", "1976-02-03T00:00:00Z", "2/3/1976 0:00"})
        EXPECT_EQ(read_date(text, false), "1976-02-03") << text;
    EXPECT_EQ(read_date("3/2/1976", true), "1976-02-03");
    EXPECT_EQ(read_date("25/12/1980", false), "1980-12-25");
    EXPECT_EQ(read_date("1976", false), "1976");
    EXPECT_EQ(read_date("1976-02", false), "1976-02");
    for (auto text : {"2/30/1976", "13/13/1976", "soon", "1/2", "0000-00-00", "1976-2-3-4", ""})
        EXPECT_FALSE(read_date(text, false)) << text;
    EXPECT_EQ(read_date_parts("1976", "2", "3"), "1976-02-03");
    EXPECT_EQ(read_date_parts("1976", "", ""), "1976");
    EXPECT_FALSE(read_date_parts("1976", "2", "30"));
}

TEST(CellValues, ReadWhatPeopleWrite) {
    EXPECT_EQ(read_truth("Sí"), true);
    EXPECT_EQ(read_truth("unsubscribed"), false);
    EXPECT_EQ(read_truth("Opted-In"), true);
    EXPECT_FALSE(read_truth("maybe"));
    EXPECT_EQ(read_state("nebraska"), "NE");
    EXPECT_EQ(read_state("District Of Columbia"), "DC");
    EXPECT_EQ(read_state("Ontario"), "Ontario");
    EXPECT_EQ(read_postal_code("2139"), "02139");
    EXPECT_EQ(read_place("STATEN ISLAND"), "Staten Island");
    EXPECT_EQ(read_place("McAllen"), "McAllen");
    EXPECT_EQ(read_count("1,234"), 1234);
    EXPECT_EQ(read_count("27.0"), 27);
    EXPECT_FALSE(read_count("-3"));
    EXPECT_EQ(read_membership_status("Jubilada"), MembershipStatus::retiree);
    EXPECT_EQ(read_membership_role("Shop Steward"), MembershipRole::steward);
}

TEST(CellValues, SplitNames) {
    auto whole = [](std::string_view text) {
        auto parts = split_full_name(text);
        return parts.given + "|" + parts.family + "|" + parts.suffix;
    };
    EXPECT_EQ(whole("Ana Rivera"), "Ana|Rivera|");
    EXPECT_EQ(whole("Rivera, Ana Maria"), "Ana Maria|Rivera|");
    EXPECT_EQ(whole("Ana de la Cruz"), "Ana|de la Cruz|");
    EXPECT_EQ(whole("Sam Okafor Jr."), "Sam|Okafor|Jr.");
    EXPECT_EQ(whole("Madonna"), "Madonna||");
}

RC_GTEST_PROP(CellValues, AnyTextOfADateIsReadOrRefused, (const std::string& text)) {
    if (auto date = read_date(text, false)) RC_ASSERT(date->size() >= 4U && date->size() <= 10U);
    (void)split_full_name(text);
    (void)read_postal_code(text);
    (void)read_count(text);
}

}  // namespace
}  // namespace wallchart
