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

}  // namespace
}  // namespace wallchart
