#include "features/imports/fields.h"

#include "core/text.h"
#include "engine/union_name/directory.h"
#include "features/imports/cell_values.h"
#include "features/imports/importer.h"
#include "features/imports/person_index.h"
#include "features/imports/pipeline.h"
#include "features/imports/row_source.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

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

TEST(PersonIndex, TellsPeopleOfOneAddressApart) {
    auto person = [](std::string given, std::string family, std::string born = {}, std::string middle = {}) {
        Person made;
        made.given_name = std::move(given);
        made.family_name = std::move(family);
        made.birth_date = std::move(born);
        made.middle_name = std::move(middle);
        return Identity::of(made);
    };
    auto ana = person("Ana", "Rivera");
    EXPECT_EQ(compare(ana, person("Ana Maria", "Rivera"), true), Sameness::same);
    EXPECT_EQ(compare(ana, person("ANA", "rivera"), true), Sameness::same);
    EXPECT_EQ(compare(ana, person("A", "Rivera"), true), Sameness::same);
    EXPECT_EQ(compare(ana, person("Luis", "Rivera"), true), Sameness::different);
    EXPECT_EQ(compare(ana, person("Anita", "Rivera"), false),
              Sameness::same);  // an e-mail outlives a nickname
    EXPECT_EQ(compare(ana, person("Kim", "Stone"), false), Sameness::different);
    auto born = person("Ana", "Rivera", "1980-02-03");
    EXPECT_EQ(compare(born, person("Ana", "Rivera", "1980-02-04"), false), Sameness::unclear);
    EXPECT_EQ(compare(born, person("Ana", "Rivera", "1955-07-01"), false), Sameness::different);
    EXPECT_EQ(compare(person("Ana", "Rivera", "", "L"), person("Ana", "Rivera", "", "M"), false),
              Sameness::unclear);
}

TEST(KeyTable, FindsAllUnderOneKey) {
    KeyTable table;
    for (std::uint32_t at = 0; at < 10'000; ++at)
        table.insert(key_hash(std::to_string(at / 2)), at);
    for (std::uint32_t at = 0; at < 10'000; at += 2) {
        std::vector<std::uint32_t> found;
        table.find(key_hash(std::to_string(at / 2)), [&](auto ordinal) { found.push_back(ordinal); });
        ASSERT_EQ(found, (std::vector<std::uint32_t>{at, at + 1}));
    }
}

/// Bytes that are often near to what a list holds.
rc::Gen<std::string> almost_a_list() {
    auto piece = rc::gen::element<std::string>(",", "\"", "\r\n", "\n", "\t", ";", "first name", "email",
                                               "a@example.org", "Ana", "\xEF\xBB\xBF", "=1+1", "\xFF\xFE",
                                               "1/2/1980", "402-555-0123", "Teamsters 810",
                                               std::string(1, '\0'), "\xC3\xB1", "\xF1", "yes");
    auto bytes = rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(piece, bytes)),
                        [](const std::vector<std::string>& pieces) { return join(pieces, ""); });
}

RC_GTEST_PROP(ImportProperties, AnyBytesAreReadOrRefusedAndEveryRowIsAccountedFor, ()) {
    auto text = "first name,last name,email,phone,dob,union\r\n" + *almost_a_list();
    auto reader = CsvReader::over(text);
    if (!reader) return;
    CsvRow row;
    if (!reader->next(row) || !row.fault.empty()) return;
    auto columns = column_names(row.cells);
    auto mapping = guess_mapping(ImportKind::people, columns, {}, "");
    static const union_name::Directory nowhere(std::vector<union_name::DirectoryEntry>{});
    PersonReader people(mapping, nowhere);
    while (reader->next(row)) {
        auto kept = file_row(row);
        RC_ASSERT(kept.cells().size() <= row.cells.size());
        if (!kept.faults.empty()) continue;
        RC_ASSERT(kept.cells() == row.cells);
        PersonRow person;
        auto faults = people.read(row.cells, person);
        // Either it says why not, or there is a person with a name that may be saved.
        if (faults.empty()) {
            RC_ASSERT(bool(check_person(person.person)));
        } else {
            for (const auto& fault : faults)
                RC_ASSERT(!in_words(fault.reason, "en").empty() && !in_words(fault.reason, "es").empty());
        }
    }
}

RC_GTEST_PROP(ImportProperties, AnyTextOfADateIsReadOrRefused, (const std::string& text)) {
    if (auto date = read_date(text, false)) RC_ASSERT(date->size() >= 4U && date->size() <= 10U);
    (void)split_full_name(text);
    (void)read_postal_code(text);
    (void)read_count(text);
}

}  // namespace
}  // namespace wallchart
