#include "features/conversations/conversations.h"
#include "support/drive_world.h"

namespace wallchart::test {
namespace {

class MyDayTest : public DriveWorld {
protected:
    void follow_up(Id<Person> person, const char* due_on, Role role = Role::volunteer) {
        write([&](Transaction& tx) {
            FollowUp made;
            made.person_id = person;
            made.workspace_id = server->workspace();
            made.drive_id = drive;
            made.user_id = server->user(role);
            made.due_on = *parse_date(due_on);
            tx.insert(made);
        });
    }
    /// "Rosa Lima follow_up 2" and so on, in the order of the day.
    std::vector<std::string> day(Role role = Role::volunteer) {
        std::vector<std::string> lines;
        auto mine = body_of(server->as(role).get("/my-day"));
        for (const auto& person : mine.at("people").as_array())
            lines.push_back(std::string(person.at("name").as_string()) + " " +
                            std::string(person.at("reason").as_string()) + " " +
                            std::to_string(person.at("days_late").as_int64()));
        return lines;
    }
    using Lines = std::vector<std::string>;
};

TEST_P(MyDayTest, DueFollowUpsComeFirstThenThoseNotTalkedToThenOthers) {
    auto late = add("Late", "Abel");
    auto due = add("Due", "Baker");
    auto fresh = add("Fresh", "Cruz");
    auto talked = add("Talked", "Dorn");
    auto later = add("Later", "Ekholm");
    for (auto person : {late, due, fresh, talked, later})
        assign(person, Role::volunteer);
    add("Nobody's", "Frost");
    follow_up(late, "2026-04-20");
    follow_up(due, "2026-04-22");
    follow_up(later, "2026-04-23");
    server->as(Role::organizer)
        .post("/conversations", conversation(talked, "phone-0001", R"(,"assessment":2)"));
    EXPECT_EQ(day(), (Lines{"Late Abel follow_up 2", "Due Baker follow_up 0", "Fresh Cruz not_talked_to 0",
                            "Later Ekholm not_talked_to 0", "Talked Dorn talked_to 0"}));
    auto mine = body_of(server->get("/my-day"));
    EXPECT_EQ(mine.at("follow_ups").as_int64(), 2);
    EXPECT_EQ(mine.at("not_talked_to").as_int64(), 2);
    EXPECT_EQ(mine.at("drives").at(0).at("ask").as_string(), "Will you vote yes?");
    EXPECT_EQ(mine.at("drives").at(0).at("organization").as_string(), "Harbor Workers Local 12");
}

TEST_P(MyDayTest, AFollowUpComesBackOnItsDayInTheWorkspacesTimeZone) {
    auto rosa = add("Rosa", "Lima");
    assign(rosa, Role::volunteer);
    follow_up(rosa, "2026-04-23");
    // The tests' workspace is in New York: at 03:59 UTC it is still the 22nd there.
    database->clock().set(*parse_instant("2026-04-23T03:59:00Z"));
    EXPECT_EQ(day(), Lines{"Rosa Lima not_talked_to 0"});
    database->clock().set(*parse_instant("2026-04-23T04:00:00Z"));
    EXPECT_EQ(day(), Lines{"Rosa Lima follow_up 0"});
}

TEST_P(MyDayTest, AnAssignmentWithoutADriveTakesTheOpenDriveOfTheirLocal) {
    auto rosa = add("Rosa", "Lima");
    write([&](Transaction& tx) {
        Assignment assignment{rosa, {}, server->user(Role::volunteer), {}, {}};
        tx.insert(assignment);
    });
    auto mine = body_of(server->as(Role::volunteer).get("/my-day"));
    EXPECT_EQ(mine.at("people").at(0).at("drive_id").as_string(), to_string(drive));
}

TEST_P(MyDayTest, ShowsContactPointsAsFarAsConsentGoes) {
    auto rosa = add("Rosa", "Lima");
    assign(rosa, Role::volunteer);
    write([&](Transaction& tx) {
        auto contact = [&](ContactKind kind, const char* value, bool working) {
            ContactPoint point;
            point.person_id = rosa;
            point.workspace_id = server->workspace();
            point.kind = kind;
            point.value = value;
            point.working = working;
            tx.insert(point);
        };
        contact(ContactKind::email, "rosa@example.org", true);
        contact(ContactKind::phone, "+14025550123", true);
        contact(ContactKind::phone, "+14025550199", false);
    });
    auto person = [&] { return body_of(server->as(Role::volunteer).get("/my-day")).at("people").at(0); };
    EXPECT_TRUE(person().at("emails").as_array().empty());
    ASSERT_EQ(person().at("phones").as_array().size(), 1U)
        << "to call; the one that does not work is left out";
    EXPECT_FALSE(person().at("phones").at(0).at("may_text").as_bool());
    write([&](Transaction& tx) {
        for (auto kind : {ConsentKind::email, ConsentKind::text}) {
            Consent consent;
            consent.person_id = rosa;
            consent.kind = kind;
            consent.granted = true;
            consent.at = tx.now();
            tx.insert(consent);
        }
    });
    EXPECT_EQ(person().at("emails"), json::parse(R"(["rosa@example.org"])"));
    EXPECT_TRUE(person().at("phones").at(0).at("may_text").as_bool());
}

TEST_P(MyDayTest, ShowsWhatWasSaidTheLastTime) {
    auto rosa = add("Rosa", "Lima", "Loading dock", "Night");
    auto ivo = add("Ivo", "Kral");
    assign(rosa, Role::volunteer);
    server->as(Role::organizer);
    server->post("/conversations",
                 conversation(rosa, "phone-0001", R"(,"assessment":2,"issues":["Overtime","Her aunt"],
        "note":"Will bring two.","answers":["Come 3 June"],"at":"2026-04-20T12:00:00Z")"));
    server->post("/conversations", conversation(rosa, "phone-0002", R"(,"reached":false)"));
    server->post("/conversations", conversation(ivo, "phone-0003", R"(,"issues":["Overtime"])"));
    auto mine = body_of(server->as(Role::volunteer).get("/my-day"));
    const auto& person = mine.at("people").at(0);
    EXPECT_EQ(person.at("last").at("on").as_string(), "2026-04-20");
    EXPECT_EQ(person.at("last").at("note").as_string(), "Will bring two.");
    EXPECT_EQ(person.at("last").at("user_name").as_string(), "organizer");
    EXPECT_EQ(person.at("assessment").as_int64(), 2);
    EXPECT_EQ(person.at("department").as_string(), "Loading dock");
    EXPECT_EQ(person.at("worksite").as_string(), "North Pier");
    EXPECT_EQ(mine.at("drives").at(0).at("issues"), json::parse(R"(["Overtime"])"))
        << "what one person said is not offered for others";
}

TEST_P(MyDayTest, NoLongerShowsWhoIsAssignedToSomebodyElse) {
    auto rosa = add("Rosa", "Lima");
    follow_up(rosa, "2026-04-20");
    EXPECT_EQ(day(), Lines{}) << "a volunteer's follow-up with somebody who was taken from them";
    follow_up(rosa, "2026-04-21", Role::organizer);
    EXPECT_EQ(day(Role::organizer), Lines{"Rosa Lima follow_up 1"});
    EXPECT_TRUE(body_of(server->stranger().get("/my-day")).at("people").as_array().empty());
}

ON_BOTH_DATABASES(MyDayTest);

}  // namespace
}  // namespace wallchart::test
