#include "features/conversations/conversations.h"

#include "support/drive_world.h"

#include <thread>

namespace wallchart::test {
namespace {

class ConversationsTest : public DriveWorld {
protected:
    json::value log(Id<Person> person, const std::string& key, const std::string& more, int status = 201) {
        auto answer = server->post("/conversations", conversation(person, key, more));
        EXPECT_EQ(answer.status, status) << answer.body;
        return body_of(answer);
    }
    int current_value(Id<Person> person) {
        EXPECT_LE(value("SELECT count(*) FROM assessment WHERE person_id = $1 AND current = 1", person), 1);
        return static_cast<int>(
            value("SELECT value FROM assessment WHERE person_id = $1 AND current = 1", person));
    }
    std::string path(Id<Person> person, const json::value& logged) {
        return "/people/" + to_string(person) + "/conversations/" +
               std::string(logged.at("conversation").at("id").as_string());
    }
    void at(const char* instant) { database->clock().set(*parse_instant(instant)); }
};

TEST_P(ConversationsTest, OneCallLogsEverything) {
    auto rosa = add("Rosa", "Lima");
    server->as(Role::organizer);
    auto logged =
        log(rosa, "phone-0001",
            R"(,"channel":"door","assessment":2,"leader":true,"issues":["Overtime","Overtime "," Pay"],
                         "answers":["Come 3 June"],"note":" Asked about Teo. ","follow_up_on":"2026-05-02")");
    EXPECT_EQ(logged.at("conversation").at("issues"), json::parse(R"(["Overtime","Pay"])"));
    EXPECT_EQ(logged.at("conversation").at("note").as_string(), "Asked about Teo.");
    EXPECT_EQ(logged.at("assessment").at("value").as_int64(), 2);
    EXPECT_TRUE(logged.at("assessment").at("leader").as_bool());
    EXPECT_EQ(logged.at("follow_up").at("due_on").as_string(), "2026-05-02");
    EXPECT_EQ(value("SELECT count(*) FROM batch WHERE kind = 'conversation'"), 1) << "one transaction";
    auto list = body_of(server->get("/people/" + to_string(rosa) + "/conversations"));
    ASSERT_EQ(list.at("items").as_array().size(), 1U);
    const auto& item = list.at("items").as_array()[0];
    EXPECT_EQ(item.at("user_name").as_string(), "organizer");
    EXPECT_EQ(item.at("assessment").as_int64(), 2);
    EXPECT_TRUE(item.at("can_edit").as_bool());
}

TEST_P(ConversationsTest, ARetryDoesNotCountTwice) {
    auto rosa = add("Rosa", "Lima");
    auto ivo = add("Ivo", "Kral");
    auto first = log(rosa, "phone-0001", R"(,"assessment":2,"follow_up_on":"2026-05-02")");
    auto again = log(rosa, "phone-0001", R"(,"assessment":2,"follow_up_on":"2026-05-02")", 200);
    EXPECT_TRUE(again.at("repeated").as_bool());
    EXPECT_EQ(again.at("conversation").at("id"), first.at("conversation").at("id"));
    EXPECT_EQ(again.at("assessment").at("id"), first.at("assessment").at("id"));
    EXPECT_EQ(again.at("follow_up").at("id"), first.at("follow_up").at("id"));
    EXPECT_EQ(value("SELECT count(*) FROM conversation"), 1);
    EXPECT_EQ(value("SELECT count(*) FROM assessment"), 1);
    log(ivo, "phone-0001", "", 409);
    // Keys are a device's own: another user's may be the same.
    server->as(Role::organizer);
    log(ivo, "phone-0001", "");
}

TEST_P(ConversationsTest, TheSameCallAtTheSameMomentIsOneConversation) {
    auto rosa = add("Rosa", "Lima");
    std::array<int, 4> statuses{};
    {
        std::vector<std::jthread> threads;
        for (auto& status : statuses)
            threads.emplace_back([&] {
                status =
                    server->post("/conversations", conversation(rosa, "phone-0001", R"(,"assessment":1)"))
                        .status;
            });
    }
    EXPECT_EQ(std::ranges::count(statuses, 201), 1);
    EXPECT_EQ(std::ranges::count(statuses, 200), 3);
    EXPECT_EQ(value("SELECT count(*) FROM conversation"), 1);
    EXPECT_EQ(current_value(rosa), 1);
}

TEST_P(ConversationsTest, TheNewestJudgementCountsHoweverLateItArrives) {
    auto rosa = add("Rosa", "Lima");
    log(rosa, "phone-0001", R"(,"assessment":3,"at":"2026-04-20T12:00:00Z")");
    log(rosa, "phone-0002", R"(,"assessment":2,"at":"2026-04-22T12:00:00Z")");
    EXPECT_EQ(current_value(rosa), 2);
    // From a phone that was without a signal since the day before.
    log(rosa, "phone-0003", R"(,"assessment":4,"at":"2026-04-21T12:00:00Z")");
    EXPECT_EQ(current_value(rosa), 2);
    // A clock that is ahead does not overrule what comes after.
    log(rosa, "phone-0004", R"(,"assessment":5,"at":"2031-01-01T00:00:00Z")");
    EXPECT_EQ(current_value(rosa), 5);
    at("2026-04-22T15:00:05Z");
    log(rosa, "phone-0005", R"(,"assessment":1)");
    EXPECT_EQ(current_value(rosa), 1);
    EXPECT_EQ(value("SELECT count(*) FROM assessment"), 5) << "the history is kept";
}

TEST_P(ConversationsTest, FollowUpsAreSettledByATalkAndStayOpenWhenNobodyAnswered) {
    auto rosa = add("Rosa", "Lima");
    auto open = [&] { return value("SELECT count(*) FROM follow_up WHERE done = 0"); };
    log(rosa, "phone-0001", R"(,"follow_up_on":"2026-04-25")");
    EXPECT_EQ(open(), 1);
    log(rosa, "phone-0002", R"(,"reached":false)");
    EXPECT_EQ(open(), 1);
    log(rosa, "phone-0003", R"(,"reached":false,"follow_up_on":"2026-04-27")");
    EXPECT_EQ(open(), 1);
    EXPECT_EQ(value<std::string>("SELECT due_on FROM follow_up WHERE done = 0"), "2026-04-27");
    log(rosa, "phone-0004", "");
    EXPECT_EQ(open(), 0);
}

TEST_P(ConversationsTest, TakingOneBackRestoresWhatWasBefore) {
    auto rosa = add("Rosa", "Lima");
    log(rosa, "phone-0001", R"(,"assessment":3,"follow_up_on":"2026-04-25")");
    at("2026-04-22T15:01:00Z");
    auto second = log(rosa, "phone-0002", R"(,"assessment":1,"follow_up_on":"2026-05-02")");
    EXPECT_EQ(current_value(rosa), 1);
    EXPECT_EQ(server->remove(path(rosa, second)).status, 204);
    EXPECT_EQ(current_value(rosa), 3);
    EXPECT_EQ(value<std::string>("SELECT due_on FROM follow_up WHERE done = 0"), "2026-04-25");
    EXPECT_EQ(value("SELECT count(*) FROM follow_up"), 1);
    EXPECT_EQ(server->remove(path(rosa, second)).status, 404);
}

TEST_P(ConversationsTest, OnlyWhoHeldItOrAnOrganizerCorrectsIt) {
    auto rosa = add("Rosa", "Lima");
    assign(rosa, Role::volunteer);
    server->as(Role::organizer);
    auto logged = log(rosa, "phone-0001", R"(,"note":"old")");
    EXPECT_EQ(server->as(Role::volunteer).patch(path(rosa, logged), R"({"note":"x"})").status, 403);
    EXPECT_EQ(server->as(Role::volunteer).remove(path(rosa, logged)).status, 403);
    server->as(Role::organizer);
    auto revision = std::string(logged.at("conversation").at("revision").as_string());
    auto edited = server->patch(path(rosa, logged), R"({"note":"new"})", '"' + revision + '"');
    EXPECT_EQ(edited.status, 200) << edited.body;
    EXPECT_EQ(body_of(edited).at("note").as_string(), "new");
    auto stale = server->patch(path(rosa, logged), R"({"note":"newer"})", '"' + revision + '"');
    EXPECT_EQ(stale.status, 412) << stale.body;
}

TEST_P(ConversationsTest, AnAssessmentIsSetByItselfAndTakenBack) {
    auto rosa = add("Rosa", "Lima");
    EXPECT_EQ(server->post("/assessments", assessment(rosa, R"(,"leader":true)")).status, 422);
    EXPECT_EQ(server->post("/assessments", assessment(rosa, R"(,"value":6)")).status, 422);
    auto first = server->post("/assessments", assessment(rosa, R"(,"value":2)"));
    ASSERT_EQ(first.status, 200) << first.body;
    auto leader = body_of(server->post("/assessments", assessment(rosa, R"(,"leader":true)")));
    EXPECT_EQ(leader.at("value").as_int64(), 2);
    EXPECT_TRUE(leader.at("leader").as_bool());
    auto same = body_of(server->post("/assessments", assessment(rosa, R"(,"value":2)")));
    EXPECT_EQ(same.at("id"), leader.at("id")) << "nothing new was said";
    auto last = body_of(server->post("/assessments", assessment(rosa, R"(,"value":4)")));
    EXPECT_EQ(current_value(rosa), 4);
    auto base = "/people/" + to_string(rosa) + "/assessments";
    auto history = body_of(server->get(base + "?limit=2"));
    ASSERT_EQ(history.at("items").as_array().size(), 2U);
    EXPECT_EQ(history.at("items").at(0).at("assessment").at("value").as_int64(), 4);
    auto rest = body_of(server->get(base + "?limit=2&cursor=" + std::string(history.at("next").as_string())));
    EXPECT_EQ(rest.at("items").as_array().size(), 1U);
    EXPECT_EQ(server->remove(base + "/" + std::string(last.at("id").as_string())).status, 204);
    EXPECT_EQ(current_value(rosa), 2);
}

TEST_P(ConversationsTest, RolesAndStrangers) {
    auto rosa = add("Rosa", "Lima");
    auto ivo = add("Ivo", "Kral");
    assign(rosa, Role::volunteer);
    auto body = conversation(rosa, "phone-0001", R"(,"assessment":2)");
    EXPECT_EQ(server->nobody().post("/conversations", body).status, 401);
    EXPECT_EQ(server->as(Role::observer).post("/conversations", body).status, 403);
    EXPECT_EQ(server->stranger().post("/conversations", body).status, 404);
    EXPECT_EQ(server->stranger().post("/assessments", assessment(rosa, R"(,"value":1)")).status, 404);
    EXPECT_EQ(server->as(Role::volunteer).post("/conversations", body).status, 201);
    EXPECT_EQ(server->post("/conversations", conversation(ivo, "phone-0002")).status, 404);
    EXPECT_EQ(server->post("/assessments", assessment(ivo, R"(,"value":1)")).status, 404);
    EXPECT_EQ(server->get("/people/" + to_string(ivo) + "/conversations").status, 404);
    EXPECT_EQ(server->stranger().get("/people/" + to_string(rosa) + "/conversations").status, 404);
    EXPECT_EQ(server->stranger().get("/people/" + to_string(rosa) + "/assessments").status, 404);
    EXPECT_EQ(server->as(Role::observer).get("/my-day").status, 403);
}

TEST_P(ConversationsTest, AnotherWorkspacesDriveIsAbsent) {
    auto rosa = add("Rosa", "Lima");
    Drive other;
    write([&](Transaction& tx) {
        other.workspace_id = server->stranger_access().workspace;
        other.organization_id = local;
        tx.insert(other);
    });
    drive = other.id;
    EXPECT_EQ(server->post("/conversations", conversation(rosa, "phone-0001")).status, 404);
    EXPECT_EQ(server->post("/assessments", assessment(rosa, R"(,"value":1)")).status, 404);
}

ON_BOTH_DATABASES(ConversationsTest);

TEST(ConversationRules, NamesEveryFault) {
    NewConversation wanted;
    wanted.client_key = "short";
    wanted.assessment = 6;
    wanted.reached = false;
    wanted.issues = {"", std::string(61, 'x')};
    wanted.follow_up_on = parse_date("2026-04-21");
    auto checked = check_conversation(wanted, *parse_date("2026-04-22"));
    ASSERT_FALSE(checked);
    std::vector<std::string> pointers;
    for (const auto& field : checked.error().fields)
        pointers.push_back(field.pointer);
    EXPECT_EQ(pointers, (std::vector<std::string>{"/client_key", "/assessment", "/drive_id", "/assessment",
                                                  "/issues/0", "/issues/1", "/follow_up_on"}));
    wanted = {};
    wanted.client_key = "abcdefgh-1";
    wanted.follow_up_on = parse_date("2026-04-22");
    EXPECT_TRUE(check_conversation(wanted, *parse_date("2026-04-22")));
}

TEST(ConversationRules, ATextAndAnEmailNeedConsentThatIsInForce) {
    auto consent = [](ConsentKind kind, bool granted) {
        Consent one;
        one.kind = kind;
        one.granted = granted;
        return one;
    };
    EXPECT_FALSE(reach_of({}).text);
    EXPECT_FALSE(reach_of({}).email);
    auto reach = reach_of({consent(ConsentKind::text, false), consent(ConsentKind::email, true),
                           consent(ConsentKind::text, true)});
    EXPECT_FALSE(reach.text) << "taken back";
    EXPECT_TRUE(reach.email);
    EXPECT_FALSE(reach_of({consent(ConsentKind::introduction, true)}).email);
}

TEST(ConversationRules, AFollowUpOfAnotherDriveStaysOpen) {
    NewConversation talk;
    talk.drive_id = Id<Drive>{7};
    FollowUp open;
    open.drive_id = Id<Drive>{8};
    EXPECT_FALSE(settles(talk, open));
    open.drive_id = Id<Drive>{7};
    EXPECT_TRUE(settles(talk, open));
    open.drive_id.reset();
    EXPECT_TRUE(settles(talk, open));
    talk.reached = false;
    EXPECT_FALSE(settles(talk, open));
}

}  // namespace
}  // namespace wallchart::test
