#include "features/history/history.h"

#include "features/people/people.h"
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

TEST_P(HistoryTest, ALongChangeIsTakenBackByAJobAndAShortOneAtOnce) {
    constexpr int count = undo_at_once_limit + 600;
    Id<Batch> batch;
    auto done = (*database)->write({server->workspace(), server->user(Role::lead), "edit", "A long change"},
                                   [&](Transaction& tx) -> Result<void> {
                                       batch = tx.batch();
                                       std::vector<Person> people(count);
                                       for (auto& person : people) {
                                           person.workspace_id = server->workspace();
                                           person.given_name = "Rosa";
                                           set_search_names(person);
                                       }
                                       tx.insert_all(people);
                                       return {};
                                   });
    ASSERT_TRUE(done);
    auto people = [&] {
        return (*database)->read(
            [](Reader& reader) { return reader.value<std::int64_t>("SELECT count(*) FROM person"); });
    };
    auto listed = [&](std::size_t at) {
        return body_of(server->as(Role::organizer).get("/batches")).at("items").at(at);
    };
    JobRunner runner(**database);
    add_history_jobs(runner);
    auto undo = "/batches/" + to_string(batch) + "/undo";
    EXPECT_EQ(server->as(Role::volunteer).post(undo).status, 404);
    auto begun = server->as(Role::lead).post(undo);
    ASSERT_EQ(begun.status, 202) << begun.body;
    auto job = "/jobs/" + text(body_of(begun).at("job_id"));
    EXPECT_TRUE(body_of(begun).at("batch_id").is_null());
    EXPECT_EQ(people(), count) << "nothing is done within the request";
    EXPECT_EQ(listed(0).at("undo_job_id"), body_of(begun).at("job_id"));
    EXPECT_FALSE(listed(0).at("can_undo").as_bool());
    EXPECT_EQ(server->as(Role::organizer).post(undo).status, 409) << "it is being undone";
    EXPECT_EQ(server->as(Role::lead).get(job).status, 200) << "who began it sees how far it is";
    EXPECT_EQ(server->as(Role::volunteer).get(job).status, 404);
    EXPECT_EQ(server->stranger().get(job).status, 404);

    EXPECT_TRUE(runner.run_one());
    auto ended = body_of(server->as(Role::organizer).get(job));
    EXPECT_EQ(text(ended.at("state")), "done");
    EXPECT_EQ(ended.at("done").as_int64(), count);
    EXPECT_EQ(ended.at("total").as_int64(), count);
    auto result = boost::json::parse(text(ended.at("result")));
    EXPECT_EQ(result.at("put_back").as_int64(), count);
    EXPECT_EQ(people(), 0);
    EXPECT_EQ(text(listed(1).at("state")), "undone");
    EXPECT_TRUE(listed(1).at("undo_job_id").is_null());

    // The undo is a long change itself.
    EXPECT_EQ(server->post("/batches/" + text(result.at("batch_id")) + "/undo").status, 202);
    EXPECT_TRUE(runner.run_one());
    EXPECT_EQ(people(), count);
    EXPECT_EQ(text(listed(2).at("state")), "done") << "what its undo had taken back stands again";
}

TEST_P(HistoryTest, ALongChangeThatOthersBuildOnIsLeftWhereTheyDo) {
    Id<Batch> batch;
    Id<Person> built_on;
    auto as_organizer = [&](auto&& f) {
        return (*database)->write({server->workspace(), server->user(Role::organizer), "edit", ""},
                                  [&](Transaction& tx) -> Result<void> {
                                      f(tx);
                                      return {};
                                  });
    };
    ASSERT_TRUE(as_organizer([&](Transaction& tx) {
        batch = tx.batch();
        std::vector<Person> people(undo_at_once_limit + 1);
        for (auto& person : people) {
            person.workspace_id = server->workspace();
            person.given_name = "Rosa";
            set_search_names(person);
        }
        tx.insert_all(people);
        built_on = people.front().id;
    }));
    ASSERT_EQ(
        server->as(Role::organizer).patch("/people/" + to_string(built_on), R"({"note":"later"})").status,
        200);
    JobRunner runner(**database);
    add_history_jobs(runner);
    auto begun = body_of(server->post("/batches/" + to_string(batch) + "/undo"));
    EXPECT_TRUE(runner.run_one());
    auto ended = body_of(server->get("/jobs/" + text(begun.at("job_id"))));
    auto result = boost::json::parse(text(ended.at("result")));
    EXPECT_EQ(result.at("put_back").as_int64(), undo_at_once_limit);
    EXPECT_EQ(result.at("left").as_int64(), 1);
    EXPECT_EQ(server->get("/people/" + to_string(built_on)).status, 200);
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
