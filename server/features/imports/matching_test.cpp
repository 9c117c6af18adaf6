#include "features/people/people.h"
#include "support/import_test.h"

namespace wallchart {
namespace {

using MatchingTest = test::ImportTest;
ON_BOTH_DATABASES(MatchingTest);

TEST_P(MatchingTest, MatchesByNumberThenEmailThenPhoneAndFamilyName) {
    import(
        "id,first name,last name,email,phone\r\n"
        "1,Ana,Rivera,ana@example.org,402-555-0123\r\n"
        "2,Bo,Chen,bo@example.org,402-555-0124\r\n");
    auto done = import(
        "id,first name,last name,email,phone,city\r\n"
        "1,Ana,Rivera-Cruz,other@example.org,,Omaha\r\n"
        ",Bo,Chen,bo@example.org,,Lincoln\r\n");
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(done.summary.updated, 2);
    EXPECT_EQ(done.summary.created + done.summary.rejected, 0);
    auto by_phone = import(
        "id,first name,last name,email,phone,city\r\n"
        ",Ana,Rivera-Cruz,,402-555-0123,Lincoln\r\n");
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(by_phone.summary.updated, 1);
    EXPECT_EQ(text("SELECT value FROM contact_point WHERE kind = 'email' ORDER BY value DESC"),
              "ana@example.org");
}

TEST_P(MatchingTest, DoesNotMergeAHousehold) {
    auto done = import(
        "first name,last name,email,phone\r\n"
        "Ana,Rivera,home@example.org,402-555-0123\r\n"
        "Luis,Rivera,,402-555-0123\r\n"    // shares the phone
        "Kim,Stone,home@example.org,\r\n"  // shares the e-mail
        "A.,Rivera,,402-555-0123\r\n");    // an initial: Ana again
    EXPECT_EQ(done.summary.created, 3);
    EXPECT_EQ(done.summary.repeated, 1);
    EXPECT_EQ(count("person WHERE given_name = 'Ana'"), 1);  // whose name an initial does not replace
}

TEST_P(MatchingTest, RejectsWhatItCannotTellApart) {
    import(
        "id,first name,last name,email\r\n"
        "1,Ana,Rivera,ana@example.org\r\n"
        "2,Ana,Rivera,ana@example.org\r\n");
    ASSERT_EQ(count("person"), 2);
    auto done =
        import("first name,last name,email,birth date,middle name\r\nAna,Rivera,ana@example.org,,\r\n");
    ASSERT_EQ(done.summary.rejected, 1);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::matches_several);
    import("first name,last name,email,birth date\r\nEva,Lund,eva@example.org,2/3/1980\r\n");
    done = import("first name,last name,email,birth date\r\nEva,Lund,eva@example.org,2/4/1980\r\n");
    ASSERT_EQ(done.summary.rejected, 1);
    EXPECT_EQ(done.rejects[0].reason, RejectReason::maybe_another);
}

TEST_P(MatchingTest, DoesNotSeeOtherWorkspaces) {
    import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    change.workspace = Id<Workspace>{99};
    auto done = import("first name,last name,email\r\nAna,Rivera,ana@example.org\r\n");
    EXPECT_EQ(done.summary.created, 1);
    EXPECT_EQ(count("person"), 2);
}

/// Rows about others, so that what follows is in another chunk.
std::string others(int rows) {
    std::string text;
    for (int at = 0; at < rows; ++at)
        text += "x" + std::to_string(at) + ",Other,Person" + std::to_string(at) + ",,\r\n";
    return text;
}

TEST_P(MatchingTest, FindsByPhoneAndAFamilyNameThatAnEarlierRowChanged) {
    import(
        "id,first name,last name,phone,city\r\n"
        "1,Ana,Rivera,402-555-0123,\r\n"
        "2,Bo,,402-555-0124,\r\n"
        "3,Cy,Dunn,402-555-0125,\r\n");
    for (int between : {0, 5000}) {
        auto name = [&](std::string_view family) { return std::string(family) + std::to_string(between); };
        auto list = "id,first name,last name,phone,city\r\n1,Ana," + name("Cruz") + ",,\r\n2,Bo," +
                    name("Chen") + ",,\r\n3,Cy," + name("Eng") + ",,\r\n3,Cy," + name("Fox") + ",,\r\n" +
                    others(between) + ",Ana," + name("Cruz") + ",402-555-0123,Omaha\r\n,Bo," + name("Chen") +
                    ",402-555-0124,Lincoln\r\n,Cy," + name("Fox") + ",402-555-0125,\r\n";
        auto checked = after(*start(file(list)), begin_preflight);
        auto done = after(checked, begin_run);
        for (const auto& summary : {checked.summary, done.summary}) {
            EXPECT_EQ(summary.created, between);
            EXPECT_EQ(summary.updated, 3);
            EXPECT_EQ(summary.repeated, 4);
            EXPECT_EQ(summary.rejected, 0);
        }
        EXPECT_EQ(count("person"), 3 + between);
    }
    EXPECT_EQ(text("SELECT city FROM address a JOIN person n ON n.id = a.person_id WHERE given_name = 'Bo'"),
              "Lincoln");
}

TEST_P(MatchingTest, ANameGivenUpInTheFileIsNobodysAnyMore) {
    import("id,first name,last name,phone\r\n1,Ana,Rivera,402-555-0123\r\n");
    // As if the two rows came in two files.
    auto done = import("id,first name,last name,phone\r\n1,Ana,Cruz,\r\n,Ana,Rivera,402-555-0123\r\n");
    EXPECT_EQ(done.summary.updated, 1);
    EXPECT_EQ(done.summary.created, 1);
}

TEST_P(MatchingTest, CountsEachPersonOnceAndSaysTheSameBeforehand) {
    import("id,first name,last name,city\r\n1,Ana,Rivera,Omaha\r\n2,Bo,Chen,Omaha\r\n");
    auto list = "id,first name,last name,city,phone\r\n1,Ana,Rivera,Omaha,\r\n2,Bo,Chen,Lincoln,\r\n" +
                others(3000) + "1,Ana,Rivera,Lincoln,\r\n2,Bo,Chen,Lincoln,\r\nx7,Other,Person7,Omaha,\r\n";
    auto checked = after(*start(file(list)), begin_preflight);
    auto done = after(checked, begin_run);
    for (const auto& summary : {checked.summary, done.summary}) {
        EXPECT_EQ(summary.created, 3000);
        EXPECT_EQ(summary.updated, 2);
        EXPECT_EQ(summary.unchanged, 0);
        EXPECT_EQ(summary.repeated, 3);
    }
}
}  // namespace
}  // namespace wallchart
