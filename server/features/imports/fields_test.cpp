#include "features/imports/fields.h"

#include <gtest/gtest.h>

namespace wallchart {
namespace {

ImportField guessed(ImportKind kind, const std::string& header) {
    return guess_mapping(kind, {header}, {}, "").columns[0].field;
}

TEST(ImportFields, AreRecognizedInEnglishAndSpanish) {
    using enum ImportField;
    auto person = [](const std::string& header) { return guessed(ImportKind::people, header); };
    EXPECT_EQ(person("First Name"), given_name);
    EXPECT_EQ(person("Apellidos"), family_name);
    EXPECT_EQ(person("E-mail"), email);
    EXPECT_EQ(person("Correo electrónico"), email);
    EXPECT_EQ(person("Teléfono"), phone);
    EXPECT_EQ(person("CELL PHONE"), mobile_phone);
    EXPECT_EQ(person("zip_code"), postal_code);
    EXPECT_EQ(person("Turno"), shift);
    EXPECT_EQ(person("Sindicato"), union_);
    EXPECT_EQ(person("Favorite color"), ignore);
    EXPECT_EQ(guessed(ImportKind::organizations, "Local number"), number);
    EXPECT_EQ(guessed(ImportKind::worksites, "Eligible voters"), eligible);
}

TEST(ImportFields, AreGuessedFromCellsWhereTheHeaderSaysNothing) {
    auto mapping = guess_mapping(
        ImportKind::people, {"A", "B", "C"},
        {{"Ana", "ana@example.org", "(402) 555-0123"}, {"Bo", "bo@example.org", "402.555.0124"}}, "");
    EXPECT_EQ(mapping.columns[0].field, ImportField::ignore);
    EXPECT_EQ(mapping.columns[1].field, ImportField::email);
    EXPECT_EQ(mapping.columns[2].field, ImportField::phone);
}

TEST(ImportFields, SeeWhetherTheDayComesFirst) {
    EXPECT_TRUE(guess_mapping(ImportKind::people, {"DOB"}, {{"3/4/1980"}, {"25/12/1980"}}, "").day_first);
    EXPECT_FALSE(guess_mapping(ImportKind::people, {"DOB"}, {{"3/4/1980"}, {"12/25/1980"}}, "").day_first);
}

TEST(ImportFields, MakeHeadersUniqueAndNamed) {
    EXPECT_EQ(column_names({"Email", "", " email ", "Email"}),
              (std::vector<std::string>{"Email", "Column 2", "email (2)", "Email (3)"}));
}

TEST(ImportFields, RefuseAnOptionThatFitsNothing) {
    auto mapping = guess_mapping(ImportKind::people, {"Name"}, {}, "");
    EXPECT_TRUE(apply_map_option(ImportKind::people, mapping, "family_name=name"));
    EXPECT_EQ(mapping.columns[0].field, ImportField::family_name);
    EXPECT_FALSE(apply_map_option(ImportKind::people, mapping, "family_name=Surname"));
    EXPECT_FALSE(apply_map_option(ImportKind::people, mapping, "eligible=Name"));
    EXPECT_FALSE(apply_map_option(ImportKind::people, mapping, "Name"));
}

}  // namespace
}  // namespace wallchart
