// What is read of people's cells: names, dates, addresses, columns.
#include "engine/linkage/fields.h"
#include "engine/linkage/nicknames.h"
#include "engine/linkage/read_address.h"
#include "engine/linkage/read_date.h"
#include "engine/linkage/read_name.h"
#include "engine/linkage/similarity.h"

#include <gtest/gtest.h>

namespace wallchart::linkage {
namespace {

TEST(Similarity, MatchesPublishedValues) {
    // Winkler 1990 and the Census Bureau's tables.
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.9611, 0.0001);
    EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.8133, 0.0001);
    EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 0.0001);
    EXPECT_EQ(jaro_winkler("", "x"), 0);
    EXPECT_EQ(edit_distance("kitten", "sitting", 5), 3);
    EXPECT_EQ(edit_distance("ca", "ac", 2), 1);
    EXPECT_EQ(edit_distance("rodriguez", "smith", 2), 3);
    EXPECT_EQ(sound_of("stephen"), sound_of("steven"));
    EXPECT_EQ(sound_of("vasquez"), sound_of("basques"));
    EXPECT_NE(sound_of("rivera"), sound_of("martin"));
}

TEST(Names, AreTakenApart) {
    struct Case {
        const char* text;
        const char* given;
        const char* middle;
        const char* family;
        Suffix suffix;
    };
    const Case cases[] = {
        {"Elizabeth Rivera", "elizabeth", "", "rivera", Suffix::unknown},
        {"Dr. Elizabeth A. Rivera-Soto", "elizabeth", "a", "rivera soto", Suffix::unknown},
        {"RIVERA, ELIZABETH A", "elizabeth", "a", "rivera", Suffix::unknown},
        {"Robert O'Brien Jr.", "robert", "", "obrien", Suffix::junior},
        {"Robert Smith, III", "robert", "", "smith", Suffix::third},
        {"María de la Cruz", "maria", "", "de la cruz", Suffix::unknown},
        {"Prince", "", "", "prince", Suffix::unknown},
        {"", "", "", "", Suffix::unknown},
    };
    for (const auto& each : cases) {
        auto parts = split_full_name(each.text);
        EXPECT_EQ(parts.given, each.given) << each.text;
        EXPECT_EQ(parts.middle, each.middle) << each.text;
        EXPECT_EQ(parts.family, each.family) << each.text;
        EXPECT_EQ(parts.suffix, each.suffix) << each.text;
    }
    EXPECT_EQ(full_names_of("bob").front(), "robert");
    EXPECT_TRUE(full_names_of("wolfgang").empty());
    auto forms = other_forms_of("liz");
    for (auto form : {"elizabeth", "beth", "betty"})
        EXPECT_TRUE(std::ranges::binary_search(forms, std::string_view(form))) << form;
    EXPECT_FALSE(std::ranges::binary_search(forms, std::string_view("liz")));
    EXPECT_TRUE(std::ranges::binary_search(other_forms_of("elizabeth"), std::string_view("liz")));
    EXPECT_TRUE(other_forms_of("wolfgang").empty());
}

TEST(Dates, AreReadInManyForms) {
    const Birth day{1976, 7, 4};
    for (const char* text : {"1976-07-04", "19760704", "7/4/1976", "07/04/76", "4 July 1976", "Jul 4, 1976",
                             "1976-07-04T00:00:00Z", "1976-07-04 00:00:00", "07041976"})
        EXPECT_EQ(read_birth(text), day) << text;
    EXPECT_EQ(read_birth("25/12/1976"), (Birth{1976, 12, 25}));
    EXPECT_EQ(read_birth("1976"), (Birth{1976, 0, 0}));
    EXPECT_EQ(read_birth("1976-07"), (Birth{1976, 7, 0}));
    EXPECT_EQ(read_birth("July 1976"), (Birth{1976, 7, 0}));
    EXPECT_EQ(read_birth("19761704"), (Birth{1976, 17, 4}));
    EXPECT_EQ(read_birth("soon"), Birth{});
    EXPECT_EQ(read_birth("123456789012"), Birth{});
}

TEST(Addresses, AreTakenApart) {
    auto parts = read_address("401 N. Main Street, Apt 4");
    EXPECT_EQ(parts.number, "401");
    EXPECT_EQ(parts.street, "n main st");
    EXPECT_EQ(parts.unit, "4");
    EXPECT_EQ(read_address("401 North Main St #4").street, parts.street);
    EXPECT_EQ(read_address("401 North Main St #4").unit, "4");
    auto whole = read_address("12 Oak Ave, Omaha, NE 68102-1234");
    EXPECT_EQ(whole.city, "Omaha");
    EXPECT_EQ(whole.state, "NE");
    EXPECT_EQ(read_postal_code(whole.postal_code), "68102");
    EXPECT_EQ(read_postal_code("02119"), read_postal_code("2119.0"));
    EXPECT_EQ(read_city("Saint Paul"), read_city("St. Paul"));
}

TEST(Columns, AreRecognisedByTheirUsualNames) {
    const std::pair<const char*, Field> usual[] = {
        {"given_name", Field::given},
        {"First", Field::given},
        {"surname", Field::family},
        {"Last Name", Field::family},
        {"full_name", Field::full_name},
        {"date_of_birth", Field::birth_date},
        {"dob", Field::birth_date},
        {"YoB", Field::birth_year},
        {"street_number", Field::street_number},
        {"address_1", Field::address},
        {"address_2", Field::unit},
        {"postcode", Field::postal_code},
        {"Zip", Field::postal_code},
        {"phone_number", Field::phone},
        {"Phone 2", Field::phone},
        {"soc_sec_id", Field::identifier},
        {"cluster", Field::ignored},
        {"Household ID", Field::ignored},
        {"unique_id", Field::id},
        {"rec_id", Field::id},
    };
    for (const auto& [name, field] : usual)
        EXPECT_EQ(recognise(name), field) << name;
}

TEST(Columns, MappingsComeFirst) {
    std::vector<std::string> header{"id", "who", "First", "YoB", "MoB", "DoB", "cluster"};
    std::vector<std::string> mappings{"given=who"};
    auto columns = recognise_columns(header, "", mappings);
    ASSERT_TRUE(columns);
    EXPECT_EQ((*columns)[1].field, Field::given);
    EXPECT_EQ((*columns)[2].field, Field::ignored);
    EXPECT_EQ((*columns)[5].field, Field::birth_day);
    EXPECT_EQ((*columns)[6].field, Field::ignored);
    for (const char* wrong : {"given", "nothing=who", "given=nowhere"})
        EXPECT_FALSE(recognise_columns(header, "", std::vector<std::string>{wrong})) << wrong;
    EXPECT_FALSE(recognise_columns(std::vector<std::string>{"cluster", "x"}, "", {}));
    EXPECT_FALSE(recognise_columns(header, "absent", {}));
}

}  // namespace
}  // namespace wallchart::linkage
