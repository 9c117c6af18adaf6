// Imported people and their locals: who is sure is linked, who is not waits in the placement queue.
#include "features/accounts/accounts.h"
#include "features/placements/placements.h"
#include "support/import_test.h"

namespace wallchart {
namespace {

class ImportPlacementTest : public test::ImportTest {
protected:
    void SetUp() override {
        ImportTest::SetUp();
        if (IsSkipped()) return;
        ImportTest::import(
            "name,union,number,city,state\r\n"
            "IBT Local 810,IBT,810,New York,NY\r\n"
            "IBT Local 25,IBT,25,Boston,MA\r\n"
            "UFCW Local 371,UFCW,371,Westport,CT\r\n",
            ImportKind::organizations);
    }
    std::vector<PlacementView> waiting() {
        Access access{.user = Id<User>{8}, .workspace = change.workspace, .role = Role::organizer};
        return (*database)
            ->read([&](Reader& reader) { return waiting_placements(reader, access, "", 200); })
            ->items;
    }
};
ON_BOTH_DATABASES(ImportPlacementTest);

constexpr auto members =
    "first name,last name,email,union,local,city,state\r\n"
    "Ana,Rivera,ana@example.org,Teamsters,810,,\r\n"
    "Bo,Chen,bo@example.org,IBT Local 25,,,\r\n"
    "Cy,Dunn,cy@example.org,Teamsters,,Boston,MA\r\n"
    "Di,Eng,di@example.org,none,,,\r\n"
    "Ed,Fox,ed@example.org,IBT Local 4444,,,\r\n"
    "Flo,Gil,flo@example.org,The Harbor Guild,,,\r\n"
    "Gus,Hale,gus@example.org,,,,\r\n";

TEST_P(ImportPlacementTest, PutsWhoIsNotSureInTheQueueWithSuggestions) {
    auto done = import(members);
    EXPECT_EQ(done.summary.created, 7);
    EXPECT_EQ(done.summary.placed, 2);
    EXPECT_EQ(count("membership"), 2);
    EXPECT_EQ(done.summary.unplaced, 3);
    auto queue = waiting();
    ASSERT_EQ(queue.size(), 3U);
    EXPECT_EQ(queue[0].name, "Cy Dunn");
    EXPECT_EQ(queue[0].text, "Teamsters");
    EXPECT_EQ(queue[0].source, "import");
    EXPECT_EQ(queue[0].city, "Boston");
    ASSERT_FALSE(queue[0].suggestions.empty());
    EXPECT_EQ(queue[1].text, "IBT Local 4444");
    EXPECT_EQ(queue[2].text, "The Harbor Guild");  // what is no union of ours is not lost
    EXPECT_EQ(count("custom_field"), 0);
    EXPECT_EQ(count("custom_value"), 0);
}

TEST_P(ImportPlacementTest, AsksNobodyTwiceForTheSameText) {
    import(members);
    auto again = import(members);
    EXPECT_EQ(again.summary.unchanged, 7);
    EXPECT_EQ(again.summary.unplaced, 3);
    EXPECT_EQ(waiting().size(), 3U);
    // Nor once somebody decided.
    Access access{.user = Id<User>{8}, .workspace = change.workspace, .role = Role::organizer};
    auto first = waiting().front();
    ASSERT_TRUE(
        (*database)->write(change, [&](Transaction& tx) { return set_aside(tx, access, first.id, false); }));
    EXPECT_EQ(import(members).summary.unchanged, 7);
    EXPECT_EQ(waiting().size(), 2U);
}

TEST_P(ImportPlacementTest, SettlesWhoWaitedOnceTheirLocalIsKnown) {
    import(members);
    import("name,union,number,city,state\r\nIBT Local 4444,IBT,4444,Lincoln,NB\r\n",
           ImportKind::organizations);
    auto again = import(members);
    EXPECT_EQ(again.summary.placed, 3);
    EXPECT_EQ(again.summary.updated, 1);
    EXPECT_EQ(waiting().size(), 2U);
    EXPECT_EQ(count("membership"), 3);
    EXPECT_EQ(count("placement WHERE state = 'placed' AND user_id IS NULL"), 1);
}

TEST_P(ImportPlacementTest, IsUndoneWithTheImport) {
    auto done = import(members);
    auto undone = after(done, begin_undo);
    EXPECT_EQ(undone.left_count, 0);
    EXPECT_EQ(count("placement"), 0);
    EXPECT_EQ(count("membership"), 0);
    EXPECT_EQ(count("person"), 0);
}

TEST_P(ImportPlacementTest, AnUndoLeavesWhomAnOrganizerPlaced) {
    auto done = import(members);
    auto first = waiting().front();
    Access access{.user = Id<User>{8}, .workspace = change.workspace, .role = Role::organizer};
    auto placed = (*database)->write(change, [&](Transaction& tx) {
        return place(tx, access, first.id, first.suggestions.front().organization_id, false);
    });
    ASSERT_TRUE(placed) << placed.error().message;
    auto undone = after(done, begin_undo);
    EXPECT_GT(undone.left_count, 0);
    EXPECT_EQ(text("SELECT given_name FROM person"), "Cy");
    EXPECT_EQ(count("placement"), 1);
}

TEST_P(ImportPlacementTest, LetsAFormationAppearOfThoseWhoAgreed) {
    Workspace workspace;
    workspace.id = change.workspace;
    workspace.name = "Harbor alliance";
    workspace.slug = "harbor";
    ASSERT_TRUE((*database)->write(change, [&](Transaction& tx) -> Result<void> {
        tx.insert(workspace);
        return {};
    }));
    std::string list = "first name,last name,email,union,local,consent introduction\r\n";
    for (auto name : {"Ana", "Bo", "Cy", "Di"})
        list += std::string(name) + ",Rivera," + name + "@example.org,IBT,810," +
                (name == std::string("Di") ? "no" : "yes") + "\r\n";
    auto done = import(list);
    EXPECT_EQ(done.summary.placed, 4);
    // The local's, and that of the union above it.
    EXPECT_EQ(count("formation"), 2);
    EXPECT_EQ(after(done, begin_undo).left_count, 0);
    EXPECT_EQ(count("formation"), 0);
    // Two are too few.
    import(list.substr(0, list.find("Cy,")));
    EXPECT_EQ(count("formation"), 0);
}

}  // namespace
}  // namespace wallchart
