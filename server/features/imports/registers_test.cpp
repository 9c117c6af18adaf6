#include "support/import_test.h"

namespace wallchart {
namespace {

using RegistersTest = test::ImportTest;
ON_BOTH_DATABASES(RegistersTest);

TEST_P(RegistersTest, TakesRegistersOfOrganizationsWithoutDoublingThem) {
    auto official = import(
        "local_number,local_name,city,state,zip,website,divisions,latitude,longitude,scraped_at\r\n"
        "2,Teamsters LU No 2,Butte,MT,59702,https://example.org,Freight,45.9,-112.6,x\r\n",
        ImportKind::organizations);
    EXPECT_EQ(official.mapping.preset, "teamsters_official");
    auto register_file = import(
        "f_num,union_name,local_number,desig_name,city,state,members,yr_covered\r\n"
        "5522,TEAMSTERS,2,LU,MATAWAN,NJ,248,2024\r\n"
        "1364,TEAMSTERS,2,LU,BUTTE,MT,3073,2024\r\n",
        ImportKind::organizations);
    EXPECT_EQ(register_file.summary.created, 1);
    EXPECT_EQ(register_file.summary.updated, 1);
    EXPECT_EQ(text("SELECT name FROM organization WHERE state = 'MT'"), "Teamsters LU No 2");
    EXPECT_EQ(text("SELECT name FROM organization WHERE state = 'NJ'"), "IBT Local 2");
    auto lookup =
        import("{\"IBT|2\": [1364, 5522], \"IBT|7\": [19535], \"UAW|7\": [77]}", ImportKind::organizations);
    EXPECT_EQ(lookup.mapping.preset, "fnum_lookup");
    EXPECT_EQ(lookup.summary.created, 2);
    EXPECT_EQ(lookup.summary.unchanged, 2);
    // Each union stands above its locals, once.
    EXPECT_EQ(text("SELECT count(*) FROM organization WHERE kind = 'union'"), "2");
}

TEST_P(RegistersTest, MakesEmployersAndWorksites) {
    import("name,union,number,city,state\r\nUFCW Local 371,UFCW,371,Westport,CT\r\n",
           ImportKind::organizations);
    constexpr auto elections =
        "Case Number,Case Name,Unit City,Unit State,Unit ID,Num Eligible Voters,Labor Organization 1 Name\r\n"
        "01-RC-1,\"Fresh Juice, LLC\",New Haven,CT,A,32,\"United Food and Commercial Workers, Local 371\"\r\n"
        "01-RC-1,\"Fresh Juice, LLC\",New Haven,CT,B,12,Some Workers Union\r\n"
        "01-RC-1,\"Fresh Juice, LLC\",New Haven,CT,A,33,\"United Food and Commercial Workers, Local "
        "371\"\r\n";
    auto done = import(elections, ImportKind::worksites);
    EXPECT_EQ(done.mapping.preset, "nlrb");
    EXPECT_EQ(done.summary.created, 2);
    EXPECT_EQ(done.summary.repeated, 1);
    EXPECT_EQ(count("employer"), 1);
    EXPECT_EQ(text("SELECT eligible FROM worksite WHERE organization_id IS NOT NULL"), "33");
    // The third row takes back what the first changes: nothing is updated.
    auto again = import(elections, ImportKind::worksites);
    EXPECT_EQ(again.summary.created, 0);
    EXPECT_EQ(again.summary.updated, 0);
    EXPECT_EQ(again.summary.unchanged, 2);
    EXPECT_EQ(again.summary.repeated, 1);
    EXPECT_FALSE(again.batch_id);
}

}  // namespace
}  // namespace wallchart
