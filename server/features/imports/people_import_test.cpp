#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/placements/placements.h"
#include "support/import_test.h"

namespace wallchart {
namespace {

using PeopleImportTest = test::ImportTest;
ON_BOTH_DATABASES(PeopleImportTest);

constexpr auto van_file =
    "VanID,FirstName,LastName,StreetAddress,City,State,ZipOrPostal,Email,CellPhone,HomePhone,Employer\r\n"
    "101,Ana,Rivera,12 Elm St,OMAHA,Nebraska,68102,Ana@Example.org,(402) 555-0123,402-555-0199,Harbor "
    "Foods\r\n"
    "102,José,Peña,,,,2139,jose@example.org,,,\r\n";

TEST_P(PeopleImportTest, TakesAnExportOfVan) {
    auto done = import(van_file);
    EXPECT_EQ(done.mapping.preset, "van");
    EXPECT_EQ(done.state, ImportState::done);
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(done.summary.rejected, 0);
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(text("SELECT family_first FROM person WHERE given_name = 'José'"), "pena jose");
    EXPECT_EQ(text("SELECT value FROM contact_point WHERE label = 'home'"), "+14025550199");
    EXPECT_EQ(text("SELECT value FROM contact_point WHERE kind = 'email' ORDER BY value"),
              "jose@example.org");
    EXPECT_EQ(text("SELECT state FROM address WHERE street = '12 Elm St'"), "NE");
    EXPECT_EQ(text("SELECT city FROM address WHERE street = '12 Elm St'"), "Omaha");
    EXPECT_EQ(text("SELECT postal_code FROM address WHERE street = ''"), "02139");
    EXPECT_EQ(text("SELECT value FROM external_id WHERE source = 'van' ORDER BY value DESC"), "101");
    EXPECT_EQ(text("SELECT employer_text FROM employment"), "Harbor Foods");
    EXPECT_FALSE(std::filesystem::exists(done.rejects_path));
}

TEST_P(PeopleImportTest, KeepsConsentOnlyAsItWasSaid) {
    auto done = import(
        "first name,last name,email,email consent,sms consent,consent introduction\r\n"
        "Ana,Rivera,ana@example.org,yes,No,sí\r\n"
        "Bo,Chen,bo@example.org,,,\r\n"
        "Cy,Dunn,cy@example.org,perhaps,,\r\n");
    EXPECT_EQ(done.summary.created, 2);
    ASSERT_EQ(done.rejects.size(), 1U);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::consent_invalid);
    EXPECT_EQ(count("consent"), 3);
    EXPECT_EQ(text("SELECT source FROM consent WHERE kind = 'text' AND granted = 0"), "import");
}

TEST_P(PeopleImportTest, LinksALocalOnlyWhenItIsSure) {
    import(
        "name,union,number,city,state\r\n"
        "IBT Local 810,IBT,810,New York,NY\r\n"
        "IBT Local 25,IBT,25,Boston,MA\r\n",
        ImportKind::organizations);
    auto done = import(
        "first name,last name,email,union,local\r\n"
        "Ana,Rivera,ana@example.org,Teamsters,810\r\n"
        "Bo,Chen,bo@example.org,IBT Local 25,\r\n"
        "Cy,Dunn,cy@example.org,Teamsters,\r\n"
        "Di,Eng,di@example.org,none,\r\n");
    EXPECT_EQ(done.summary.created, 4);
    EXPECT_EQ(done.summary.placed, 2);
    EXPECT_EQ(count("membership"), 2);
    EXPECT_GE(done.summary.unplaced, 1);
}

TEST_P(PeopleImportTest, KeepsChosenColumnsAsFieldsOfTheWorkspace) {
    auto started = start(file("Name,Badge,Favorite\r\n\"Rivera, Ana\",7,tea\r\nBo Chen,8,\r\n"),
                         ImportKind::people, {"custom:Badge number=Badge"});
    ASSERT_TRUE(started) << started.error().message;
    auto done = after(*started, begin_run);
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(count("custom_field"), 1);
    EXPECT_EQ(count("custom_value"), 2);
    EXPECT_EQ(text("SELECT family_name FROM person WHERE given_name = 'Ana'"), "Rivera");
}

}  // namespace
}  // namespace wallchart
