#include "core/json.h"
#include "core/text.h"

#include <gtest/gtest.h>

namespace wallchart {
namespace {

enum class Colour : std::uint8_t { red, green, for_ };
BOOST_DESCRIBE_ENUM(Colour, red, green, for_)

struct Point {
    int x = 0;
    std::optional<std::int64_t> y;
};
BOOST_DESCRIBE_STRUCT(Point, (), (x, y))

struct Shape {
    Id<struct Shape> id;
    std::string name;
    Colour colour = Colour::red;
    std::vector<Point> points;
    std::optional<Date> day;
};
BOOST_DESCRIBE_STRUCT(Shape, (), (id, name, colour, points, day))

TEST(Json, RoundTrip) {
    auto shape = decode_text<Shape>(
        R"({"id":"42","name":"a \"b\"","colour":"for","points":[{"x":1},{"x":2,"y":-3}],"day":"2026-02-28"})");
    ASSERT_TRUE(shape);
    EXPECT_EQ(
        encode(*shape),
        R"({"id":"42","name":"a \"b\"","colour":"for","points":[{"x":1,"y":null},{"x":2,"y":-3}],"day":"2026-02-28"})");
}

TEST(Json, EveryFaultIsNamed) {
    auto shape =
        decode_text<Shape>(R"({"name":7,"colour":"blue","points":[{"x":1.5},{"z":1}],"day":"2026-02-30"})");
    ASSERT_FALSE(shape);
    std::vector<std::string> pointers;
    for (const auto& field : shape.error().fields)
        pointers.push_back(field.pointer);
    EXPECT_EQ(pointers,
              (std::vector<std::string>{"/id", "/name", "/colour", "/points/0/x", "/points/1/z", "/day"}));
}

TEST(Json, DepthAndNulAreRefused) {
    EXPECT_FALSE(parse_json(std::string(100, '[') + std::string(100, ']')));
    EXPECT_FALSE(decode_text<Shape>(R"({"id":"1","name":"a\u0000b"})"));
}

TEST(Text, FoldsAndTrims) {
    EXPECT_EQ(fold("  José   PEÑA "), "jose pena");
    EXPECT_EQ(fold("STRAßE"), "strasse");
    EXPECT_EQ(trim("\xC2\xA0 a \xE2\x80\x8B"), "a");
    EXPECT_EQ(squeeze(" a \t b "), "a b");
}

TEST(Text, Phones) {
    EXPECT_EQ(normalize_phone("(402) 555-0123"), "+14025550123");
    EXPECT_EQ(normalize_phone("1-402-555-0123 ext 5"), "+14025550123");
    EXPECT_EQ(normalize_phone("+52 55 1234 5678"), "+525512345678");
    EXPECT_EQ(normalize_phone("555-0123"), std::nullopt);
    EXPECT_EQ(normalize_phone("102-555-0123"), std::nullopt);
    EXPECT_EQ(normalize_phone("call me"), std::nullopt);
}

TEST(Text, Emails) {
    EXPECT_EQ(normalize_email(" Jane.Doe@Example.ORG "), "jane.doe@example.org");
    for (auto wrong : {"", "jane", "jane@", "@x.org", "a b@x.org", "a@x", "a@b@c.org", "<a@x.org>"})
        EXPECT_EQ(normalize_email(wrong), std::nullopt) << wrong;
}

TEST(Clock, DatesAndInstants) {
    EXPECT_EQ(to_string(*parse_date("2024-02-29")), "2024-02-29");
    EXPECT_FALSE(parse_date("2025-02-29"));
    EXPECT_EQ(to_string(*parse_instant("2026-05-22T18:30:00-05:00")), "2026-05-22T23:30:00.000Z");
    EXPECT_EQ(to_string(local_date(*parse_instant("2026-05-22T03:00:00Z"), "America/Chicago")), "2026-05-21");
    EXPECT_EQ(to_string(start_of_day(*parse_date("2026-05-22"), "America/Chicago")),
              "2026-05-22T05:00:00.000Z");
}

TEST(Ids, GrowAndKeepTheirTime) {
    auto first = new_id_value();
    for (int i = 0; i < 100000; ++i) {
        auto next = new_id_value();
        ASSERT_GT(next, first);
        first = next;
    }
    EXPECT_FALSE(parse_id_value("01"));
    EXPECT_FALSE(parse_id_value("-1"));
    EXPECT_FALSE(parse_id_value("99999999999999999999"));
    EXPECT_EQ(parse_id_value("7"), 7);
}

}  // namespace
}  // namespace wallchart
