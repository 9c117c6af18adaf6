#include "features/drives/drives.h"

#include "core/text.h"
#include "features/conversations/conversations.h"
#include "support/test_server.h"

#include <gmock/gmock.h>

namespace wallchart::test {
namespace {

std::vector<std::string> codes(const std::vector<Requirement>& requirements, bool met) {
    std::vector<std::string> names;
    for (const auto& one : requirements)
        if (one.met == met) names.emplace_back(name_of(one.code));
    return names;
}

TEST(DriveRules, SayWhatIsMissingBeforeEachStage) {
    DriveFacts facts;
    EXPECT_THAT(
        codes(requirements_of(DriveStage::mapped, facts), false),
        testing::ElementsAre("owner_named", "goal_set", "deadline_set", "ask_written", "people_listed"));
    facts.drive.goal = 101;
    facts.counts.assessed = 50;
    facts.counts.supporters = 21;
    auto identifying = requirements_of(DriveStage::identifying, facts);
    EXPECT_THAT(codes(identifying, false), testing::ElementsAre("assessed_enough", "leader_found"));
    EXPECT_EQ(identifying[0].have, 50);
    EXPECT_EQ(identifying[0].need, 51);  // half of 101, rounded up

    facts.counts.leaders_for = 3;
    facts.departments = 2;
    facts.leader_departments = 1;
    facts.drive.mover = "T. Abara";
    EXPECT_THAT(codes(requirements_of(DriveStage::building_team, facts), false),
                testing::ElementsAre("leader_departments", "seconder_named"));
    facts.departments = 1;  // a unit of one department asks for no second
    EXPECT_THAT(codes(requirements_of(DriveStage::building_team, facts), false),
                testing::ElementsAre("seconder_named"));

    facts.decision = {.rule_known = true, .possible = false, .questionnaire_required = true};
    EXPECT_THAT(codes(requirements_of(DriveStage::opening_process, facts), false),
                testing::ElementsAre("timetable_possible", "questionnaire_returned"));
    facts.decision.notice_required = false;
    EXPECT_THAT(codes(requirements_of(DriveStage::resolution_moved, facts), false),
                testing::ElementsAre("text_moved", "supporters_goal"));
    facts.decision.vote_entered = true;
    EXPECT_THAT(codes(requirements_of(DriveStage::decided, facts), false),
                testing::ElementsAre("vote_carried"));
    facts.endorsed = true;
    facts.asked = 11;  // half of 21 supporters
    EXPECT_THAT(codes(requirements_of(DriveStage::activated, facts), false), testing::IsEmpty());
}

TEST(DriveRules, CountMembersByTheLargerNumber) {
    DriveCounts counts;
    counts.assessed_1 = 2;
    counts.assessed_2 = 3;
    counts.assessed_4 = 1;
    counts.people = 40;
    complete_counts(counts, 30);
    EXPECT_EQ(counts.members, 40);
    complete_counts(counts, 100);
    EXPECT_EQ(counts.members, 100);
    EXPECT_EQ(counts.majority, 51);
    EXPECT_EQ(counts.supporters, 5);
    EXPECT_EQ(counts.not_assessed, 34);
}

class DrivesTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        write([&](Transaction& tx) -> Result<void> {
            local = add_organization(tx, OrganizationKind::local, "Warehouse Workers Local 88", 10);
            international =
                add_organization(tx, OrganizationKind::union_, "Warehouse Workers International", 900);
            Race race;
            race.workspace_id = server->workspace();
            race.name = "NB-2";
            race.election_on = *parse_date("2026-11-03");
            tx.insert(race);
            Candidate someone;
            someone.workspace_id = server->workspace();
            someone.race_id = race.id;
            someone.given_name = "Ana";
            someone.family_name = "Rivera";
            someone.line = {"independent"};
            tx.insert(someone);
            candidate = someone.id;
            Slate all{{}, server->workspace(), "Riverbend Slate", 10, {}};
            tx.insert(all);
            slate = all.id;
            return {};
        });
    }
    template <class F>
    void write(F&& f) {
        auto done = (*database)->write({server->workspace(), {}, "test", ""}, std::forward<F>(f));
        ASSERT_TRUE(done) << done.error().message;
    }
    Id<Organization> add_organization(Transaction& tx, OrganizationKind kind, const char* name,
                                      std::int64_t members) {
        Organization organization;
        organization.workspace_id = server->workspace();
        organization.kind = kind;
        organization.name = name;
        organization.name_folded = fold(name);
        organization.members = members;
        tx.insert(organization);
        return organization.id;
    }
    /// A member of the local, assessed in the drive where a value is given.
    Id<Person> add_member(const std::string& drive, int value, bool leader, const char* department) {
        Id<Person> id;
        write([&](Transaction& tx) -> Result<void> {
            Person person;
            person.workspace_id = server->workspace();
            person.family_name = "Member";
            set_search_names(person);
            tx.insert(person);
            id = person.id;
            Membership membership;
            membership.person_id = id;
            membership.organization_id = local;
            tx.insert(membership);
            Employment employment;
            employment.person_id = id;
            employment.department = department;
            tx.insert(employment);
            if (value == 0) return {};
            Assessment assessment;
            assessment.person_id = id;
            assessment.drive_id = *parse_id<Drive>(drive);
            assessment.value = value;
            assessment.leader = leader;
            assessment.at = tx.now();
            tx.insert(assessment);
            return {};
        });
        return id;
    }
    std::string input(const std::string& more = "") {
        return R"({"organization_id":")" + to_string(local) + R"(","candidate_id":")" + to_string(candidate) +
               "\"" + more + "}";
    }
    std::string start(const std::string& more = "") {
        auto answer = server->as(Role::organizer).post("/drives", input(more));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string(body_of(answer).at("summary").at("drive").at("id").as_string());
    }
    Id<Organization> local;
    Id<Organization> international;
    Id<Candidate> candidate;
    Id<Slate> slate;
};

TEST_P(DrivesTest, StartsWithAMajorityAsItsGoalAndOnceForAPair) {
    auto id = start();
    auto shown = body_of(server->get("/drives/" + id));
    EXPECT_EQ(shown.at("summary").at("drive").at("goal").as_int64(), 6);  // of 10 members
    EXPECT_EQ(shown.at("summary").at("target_name").as_string(), "Ana Rivera");
    EXPECT_EQ(server->post("/drives", input()).status, 409);
    EXPECT_EQ(server->post("/drives/" + id + "/outcome", R"({"outcome":"withdrawn"})").status, 200);
    EXPECT_EQ(server->post("/drives", input()).status, 201);
    // The first can't be opened beside the second.
    EXPECT_EQ(server->post("/drives/" + id + "/outcome", R"({"outcome":"open"})").status, 409);
    auto both = input(R"(,"slate_id":")" + to_string(slate) + "\"");
    EXPECT_EQ(server->post("/drives", both).status, 422);
}

TEST_P(DrivesTest, MovesOnWhenNothingIsMissingOrAReasonIsGiven) {
    auto id = start(R"(,"goal":4,"ask":"Vote to endorse Ana Rivera","needed_by":"2026-06-30")");
    auto path = "/drives/" + id + "/stage";
    auto refused = server->post(path, R"({"stage":"identifying"})");
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(refused.body, testing::HasSubstr("owner_named"));
    EXPECT_THAT(refused.body, testing::HasSubstr("people_listed"));
    EXPECT_THAT(refused.body, testing::Not(testing::HasSubstr("ask_written")));

    add_member(id, 0, false, "Inbound");
    auto owner = server->put("/drives/" + id,
                             input(R"(,"goal":4,"ask":"Endorse","needed_by":"2026-06-30","user_id":")" +
                                   to_string(server->user(Role::organizer)) + "\""));
    ASSERT_EQ(owner.status, 200) << owner.body;
    ASSERT_EQ(server->post(path, R"({"stage":"identifying"})").status, 200);
    EXPECT_EQ(server->post(path, R"({"stage":"building_team"})").status, 409);
    auto moved = server->post(path, R"({"stage":"building_team","reason":"The steward knows everyone"})");
    ASSERT_EQ(moved.status, 200) << moved.body;
    auto record = body_of(moved);
    EXPECT_EQ(record.at("moves").as_array().size(), 2U);
    EXPECT_EQ(record.at("moves").at(0).at("missing").as_array().size(), 3U);
    EXPECT_EQ(record.at("stages").at(2).at("reason").as_string(), "The steward knows everyone");
    EXPECT_EQ(server->post(path, R"({"stage":"mapped"})").status, 422);  // back, without a reason
}

TEST_P(DrivesTest, CountsHowPeopleStand) {
    auto id = start();
    add_member(id, 1, true, "Inbound");
    add_member(id, 2, true, "Outbound");
    add_member(id, 2, false, "Outbound");
    add_member(id, 4, false, "Office");
    add_member(id, 0, false, "Office");
    auto record = body_of(server->get("/drives/" + id));
    const auto& counts = record.at("summary").at("counts");
    EXPECT_EQ(counts.at("supporters").as_int64(), 3);
    EXPECT_EQ(counts.at("leaders_for").as_int64(), 2);
    EXPECT_EQ(counts.at("not_assessed").as_int64(), 1);
    EXPECT_EQ(counts.at("majority").as_int64(), 6);
    EXPECT_EQ(record.at("departments").as_int64(), 3);
    EXPECT_EQ(record.at("leader_departments").as_int64(), 2);
    auto weeks = body_of(server->get("/drives/" + id + "/activity?weeks=4")).at("weeks").as_array();
    ASSERT_EQ(weeks.size(), 4U);
    EXPECT_EQ(weeks[3].at("supporters").as_int64(), 3);
    EXPECT_EQ(weeks[3].at("against").as_int64(), 1);
    EXPECT_EQ(weeks[2].at("assessed").as_int64(), 0);
}

TEST_P(DrivesTest, AChangedMindMovesBetweenTheWeeks) {
    auto id = start();
    auto person = add_member(id, 3, false, "Inbound");
    database->clock().set(database->clock().now() + days(7));
    write([&](Transaction& tx) -> Result<void> {
        auto old = tx.row<Assessment>(
            "SELECT " + columns<Assessment>() + " FROM assessment WHERE person_id = $1", person);
        old->current = false;
        TRY(tx.update(*old));
        Assessment now = *old;
        now.id = {};
        now.value = 2;
        now.current = true;
        now.at = tx.now();
        tx.insert(now);
        return {};
    });
    auto weeks = body_of(server->get("/drives/" + id + "/activity?weeks=2")).at("weeks").as_array();
    EXPECT_EQ(weeks[0].at("assessed").as_int64(), 1);
    EXPECT_EQ(weeks[0].at("supporters").as_int64(), 0);
    EXPECT_EQ(weeks[1].at("assessed").as_int64(), 1);
    EXPECT_EQ(weeks[1].at("supporters").as_int64(), 1);
}

TEST_P(DrivesTest, AreSeenByVolunteersOnlyWhereTheyHavePeople) {
    auto id = start(R"(,"mover":"T. Abara","note":"Talk to Ivo first")");
    auto path = "/drives/" + id;
    auto person = add_member(id, 2, false, "Inbound");
    EXPECT_EQ(server->as(Role::volunteer).get(path).status, 404);
    EXPECT_EQ(server->get("/drives").body, R"({"items":[],"next":null})");
    EXPECT_EQ(server->get("/drives/count").body, R"({"count":0})");
    write([&](Transaction& tx) -> Result<void> {
        Assignment assignment{person, {}, server->user(Role::volunteer), parse_id<Drive>(id), {}};
        tx.insert(assignment);
        return {};
    });
    auto seen = server->get(path);
    EXPECT_EQ(seen.status, 200);
    EXPECT_THAT(seen.body, testing::Not(testing::HasSubstr("Abara")));
    EXPECT_THAT(seen.body, testing::Not(testing::HasSubstr("Ivo")));
    EXPECT_THAT(seen.body, testing::HasSubstr("\"can\":{\"edit\":false"));
    EXPECT_EQ(body_of(server->get("/drives")).at("items").as_array().size(), 1U);
    EXPECT_EQ(server->get("/drives/count").body, R"({"count":1})");
    EXPECT_EQ(server->post(path + "/stage", R"({"stage":"identifying","reason":"x"})").status, 403);
    EXPECT_THAT(server->as(Role::observer).get(path).body, testing::Not(testing::HasSubstr("Abara")));
    EXPECT_THAT(server->as(Role::lead).get(path).body, testing::HasSubstr("Abara"));
    EXPECT_EQ(server->stranger().get(path).status, 404);
    EXPECT_EQ(server->stranger().get(path + "/activity").status, 404);
    EXPECT_EQ(server->stranger().remove(path).status, 404);
    EXPECT_EQ(server->as(Role::organizer).remove(path).status, 409);  // people are assessed in it
}

TEST_P(DrivesTest, AreFoundByWhatOneAsksFor) {
    auto id = start(R"(,"needed_by":"2020-01-01")");
    auto count = [&](const std::string& query) {
        return body_of(server->get("/drives?" + query)).at("items").as_array().size();
    };
    EXPECT_EQ(count("candidate_id=" + to_string(candidate)), 1U);
    EXPECT_EQ(count("slate_id=" + to_string(slate)), 0U);
    EXPECT_EQ(count("stage=mapped&outcome=open"), 1U);
    EXPECT_EQ(count("stage=decided"), 0U);
    EXPECT_EQ(count("search=ware"), 1U);
    EXPECT_EQ(count("search=x"), 0U);
    EXPECT_EQ(count("late=true"), 1U);
    EXPECT_EQ(server->get("/drives?stage=nowhere").status, 422);
}

TEST_P(DrivesTest, TheMostUrgentStandFirstPageByPage) {
    std::map<std::string, std::string> days;
    for (const std::string day : {"2026-09-01", "", "2026-06-01", "2026-07-01", "2026-05-01"}) {
        write([&](Transaction& tx) -> Result<void> {
            local = add_organization(tx, OrganizationKind::local, ("Local " + day).c_str(), 10);
            return {};
        });
        days[start(day.empty() ? "" : R"(,"needed_by":")" + day + "\"")] = day;
    }
    write([&](Transaction& tx) -> Result<void> {
        tx.execute("UPDATE drive SET outcome = 'declined' WHERE needed_by = '2026-05-01'");
        return {};
    });
    std::vector<std::string> listed;
    std::string cursor;
    do {
        auto page = body_of(server->get("/drives?limit=2&cursor=" + cursor));
        for (const auto& item : page.at("items").as_array())
            listed.push_back(days.at(std::string(item.at("drive").at("id").as_string())));
        cursor = page.at("next").is_null() ? "" : std::string(page.at("next").as_string());
    } while (!cursor.empty());
    EXPECT_EQ(listed, (std::vector<std::string>{"2026-06-01", "2026-07-01", "2026-09-01", "", "2026-05-01"}));
    EXPECT_EQ(server->get("/drives?cursor=17").status, 422);
}

TEST_P(DrivesTest, AreEndorsedByTheRecordThatProvesIt) {
    auto id = start();
    auto body = R"({"organization_id":")" + to_string(local) + R"(","candidate_id":")" +
                to_string(candidate) + R"(","drive_id":")" + id +
                R"(","decided_on":"2026-05-06","evidence":"minutes of 6 May"})";
    EXPECT_EQ(server->post("/drives/" + id + "/outcome", R"({"outcome":"endorsed"})").status, 422);
    auto recorded = server->post("/endorsements", body);
    ASSERT_EQ(recorded.status, 201) << recorded.body;
    auto endorsement = body_of(recorded);
    EXPECT_EQ(endorsement.at("level").as_string(), "local_candidate");
    EXPECT_EQ(server->post("/endorsements", body).status, 409);
    auto drive = body_of(server->get("/drives/" + id)).at("summary").at("drive");
    EXPECT_EQ(drive.at("outcome").as_string(), "endorsed");
    EXPECT_EQ(drive.at("decided_on").as_string(), "2026-05-06");
    auto of_slate = server->post("/endorsements", R"({"organization_id":")" + to_string(international) +
                                                      R"(","slate_id":")" + to_string(slate) +
                                                      R"(","decided_on":"2026-05-06"})");
    EXPECT_EQ(body_of(of_slate).at("level").as_string(), "national_slate");
    EXPECT_EQ(server->as(Role::volunteer).post("/endorsements", body).status, 403);
    EXPECT_EQ(server->as(Role::observer).get("/endorsements?limit=1").body.find("minutes"),
              std::string::npos);
    auto path = "/endorsements/" + std::string(endorsement.at("endorsement").at("id").as_string());
    EXPECT_EQ(server->stranger().get(path).status, 404);
    EXPECT_EQ(server->as(Role::owner).remove(path).status, 204);
    EXPECT_EQ(body_of(server->get("/drives/" + id)).at("summary").at("drive").at("outcome").as_string(),
              "open");
}

ON_BOTH_DATABASES(DrivesTest);

}  // namespace
}  // namespace wallchart::test
