#include "features/history/history.h"

#include "support/test_server.h"

namespace wallchart::test {
namespace {

class HistoryTest : public ServerTest {
protected:
    static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }
    /// A person whose note was changed once; their path.
    std::string changed_person() {
        auto record =
            body_of(server->as(Role::organizer).post("/people", R"({"given_name":"Rosa","note":"before"})"));
        auto path = "/people/" + text(record.at("person").at("id"));
        EXPECT_EQ(server->patch(path, R"({"note":"after"})").status, 200);
        return path;
    }
};

TEST_P(HistoryTest, OfAPersonSaysWhoChangedWhatAndTakesItBack) {
    auto path = changed_person();
    auto history = body_of(server->get(path + "/history"));
    auto newest = history.at("items").at(0);
    EXPECT_EQ(text(newest.at("action")), "update");
    EXPECT_EQ(text(newest.at("changes").at(0).at("column")), "note");
    EXPECT_EQ(text(newest.at("changes").at(0).at("before")), "before");
    EXPECT_EQ(text(newest.at("changes").at(0).at("after")), "after");
    EXPECT_TRUE(newest.at("can_undo").as_bool());

    auto undo = "/batches/" + text(newest.at("batch_id")) + "/undo";
    auto undone = server->post(undo);
    EXPECT_EQ(undone.status, 200) << undone.body;
    EXPECT_EQ(text(body_of(server->get(path)).at("person").at("note")), "before");
    EXPECT_EQ(server->post(undo).status, 409);
    // The undo is a change as well.
    auto redo = "/batches/" + text(body_of(undone).at("batch_id")) + "/undo";
    EXPECT_EQ(server->post(redo).status, 200);
    EXPECT_EQ(text(body_of(server->get(path)).at("person").at("note")), "after");
}

TEST_P(HistoryTest, WhatWasChangedSinceIsLeft) {
    auto path = changed_person();
    auto batch = text(body_of(server->get(path + "/history")).at("items").at(0).at("batch_id"));
    EXPECT_EQ(server->patch(path, R"({"note":"later"})").status, 200);
    EXPECT_EQ(server->post("/batches/" + batch + "/undo").status, 409);
    EXPECT_EQ(text(body_of(server->get(path)).at("person").at("note")), "later");
}

TEST_P(HistoryTest, PagesAndKeepsToItsWorkspace) {
    auto path = changed_person();
    auto first = body_of(server->get("/batches?limit=1"));
    EXPECT_EQ(text(first.at("items").at(0).at("kind")), "edit");
    auto second = body_of(server->get("/batches?limit=1&cursor=" + text(first.at("next"))));
    EXPECT_EQ(text(second.at("items").at(0).at("kind")), "add");
    auto batch = text(first.at("items").at(0).at("id"));
    EXPECT_EQ(server->as(Role::volunteer).post("/batches/" + batch + "/undo").status, 404);
    EXPECT_EQ(server->as(Role::lead).get("/batches").status, 403);
    EXPECT_EQ(server->stranger().get("/batches").body, R"({"items":[],"next":null})");
    EXPECT_EQ(server->stranger().get(path + "/history").status, 404);
    EXPECT_EQ(server->stranger().post("/batches/" + batch + "/undo").status, 404);
}

TEST_P(HistoryTest, AnOrganizerCannotTakeBackWhatAnOwnerDecidedAboutRoles) {
    auto organizer = to_string(server->user(Role::organizer));
    ASSERT_EQ(server->as(Role::owner).patch("/users/" + organizer, R"({"role":"volunteer"})").status, 200);
    auto listed = body_of(server->as(Role::organizer).get("/batches?limit=1")).at("items").at(0);
    EXPECT_EQ(text(listed.at("kind")), "user");
    EXPECT_FALSE(listed.at("can_undo").as_bool());
    auto undo = "/batches/" + text(listed.at("id")) + "/undo";
    EXPECT_EQ(server->post(undo).status, 409);
    EXPECT_EQ(server->as(Role::owner).post(undo).status, 200);
}

ON_BOTH_DATABASES(HistoryTest);

}  // namespace
}  // namespace wallchart::test
