#include "features/slate_board/slate_board.h"

#include "core/text.h"
#include "features/conversations/conversations.h"
#include "support/test_server.h"

#include <gmock/gmock.h>

namespace wallchart::test {
namespace {

TEST(MembersBehind, CountsEachBodyOnceAndNoneBelowAnEndorsingOne) {
    // An international of 900 with two locals; a council between; another local outside.
    std::vector<CountedBody> bodies{
        {1, 0, 900, false}, {2, 1, 0, false}, {3, 2, 100, true}, {4, 2, 200, true}, {5, 0, 50, true}};
    EXPECT_EQ(members_behind(bodies), 350);
    bodies[0].endorsed = true;  // then the locals' members are among its own
    EXPECT_EQ(members_behind(bodies), 950);
}

TEST(MembersBehind, AddsUpTheBodiesBelowOneOfUnknownSize) {
    std::vector<CountedBody> bodies{{1, 0, 0, true}, {2, 1, 100, true}, {3, 1, 70, false}, {4, 3, 30, false}};
    EXPECT_EQ(members_behind(bodies), 170);
}

TEST(MembersBehind, EndsWhereParentsStandInACircle) {
    std::vector<CountedBody> bodies{{1, 2, 0, true}, {2, 1, 0, false}};
    EXPECT_EQ(members_behind(bodies), 0);
}

class SlateBoardTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        auto done =
            (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
                international = organization(tx, OrganizationKind::union_, "International", 900, {});
                inside = organization(tx, OrganizationKind::local, "=cmd Local 1", 100, international);
                outside = organization(tx, OrganizationKind::local, "Local 2", 50, {});
                Race race;
                race.workspace_id = server->workspace();
                race.name = "NB-2";
                race.election_on = *parse_date("2026-11-03");
                tx.insert(race);
                Slate made{{}, server->workspace(), "Riverbend Slate", 10, {}};
                tx.insert(made);
                slate = made.id;
                std::vector<Id<Candidate>> all;
                for (const char* family : {"Rivera", "Okonkwo"}) {
                    Candidate candidate;
                    candidate.workspace_id = server->workspace();
                    candidate.race_id = race.id;
                    candidate.family_name = family;
                    candidate.line = {"independent"};
                    candidate.goal = 2;
                    tx.insert(candidate);
                    all.push_back(candidate.id);
                }
                first = all[0];
                second = all[1];
                return set_slate_candidates(tx, made, all);
            });
        ASSERT_TRUE(done) << done.error().message;
    }
    Id<Organization> organization(Transaction& tx, OrganizationKind kind, const char* name,
                                  std::int64_t members, std::optional<Id<Organization>> parent) {
        Organization made;
        made.workspace_id = server->workspace();
        made.kind = kind;
        made.name = name;
        made.name_folded = fold(name);
        made.members = members;
        made.parent_organization_id = parent;
        tx.insert(made);
        return made.id;
    }
    Id<Drive> drive(Id<Organization> of, Id<Candidate> candidate, DriveStage stage, const char* needed_by) {
        Drive made;
        (void)(*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            made.workspace_id = server->workspace();
            made.organization_id = of;
            made.candidate_id = candidate;
            made.stage = stage;
            made.goal = 60;
            made.needed_by = parse_date(needed_by);
            tx.insert(made);
            Person person;
            person.workspace_id = server->workspace();
            person.family_name = "Lima";
            set_search_names(person);
            tx.insert(person);
            Assessment assessment;
            assessment.person_id = person.id;
            assessment.drive_id = made.id;
            assessment.value = 2;
            tx.insert(assessment);
            return {};
        });
        return made.id;
    }
    void endorse(Id<Organization> of, const std::string& target) {
        auto answer = server->as(Role::organizer)
                          .post("/endorsements", R"({"organization_id":")" + to_string(of) + R"(",)" +
                                                     target + R"(,"decided_on":"2026-05-06"})");
        ASSERT_EQ(answer.status, 201) << answer.body;
    }
    boost::json::value board() { return body_of(server->get("/slates/" + to_string(slate) + "/board")); }
    std::string for_slate() { return R"("slate_id":")" + to_string(slate) + "\""; }
    static std::string for_candidate(Id<Candidate> id) {
        return R"("candidate_id":")" + to_string(id) + "\"";
    }

    Id<Organization> international, inside, outside;
    Id<Candidate> first, second;
    Id<Slate> slate;
};

TEST_P(SlateBoardTest, ShowsWhatWasWonAndWhatIsNext) {
    drive(inside, first, DriveStage::identifying, "2020-01-01");
    endorse(international, for_candidate(first));
    endorse(inside, for_slate());
    endorse(outside, for_candidate(second));
    auto shown = board();
    EXPECT_EQ(shown.at("levels").at("national_candidate").as_int64(), 1);
    EXPECT_EQ(shown.at("levels").at("local_slate").as_int64(), 1);
    EXPECT_EQ(shown.at("levels").at("local_candidate").as_int64(), 1);
    // The local's members are among those of its international.
    EXPECT_EQ(shown.at("members_behind").as_int64(), 950);
    // The international is no local; a local for the slate counts for each candidate.
    EXPECT_EQ(shown.at("candidates").at(0).at("won").as_int64(), 1);
    EXPECT_EQ(shown.at("candidates").at(0).at("missing").as_int64(), 1);
    EXPECT_EQ(shown.at("candidates").at(1).at("won").as_int64(), 2);
    EXPECT_EQ(shown.at("won").as_int64(), 3);
    EXPECT_EQ(shown.at("wanted").as_int64(), 4);
    EXPECT_EQ(shown.at("late").as_int64(), 1);
    bool found = false;
    for (const auto& cell : shown.at("cells").as_array()) {
        if (cell.at("outcome").as_string() != "open") continue;
        found = true;
        EXPECT_EQ(cell.at("supporters").as_int64(), 1);
        EXPECT_EQ(cell.at("members").as_int64(), 100);
        EXPECT_EQ(cell.at("next").as_string(), "assessed_enough");
        EXPECT_EQ(cell.at("next_need").as_int64(), 30);
        EXPECT_TRUE(cell.at("late").as_bool());
    }
    EXPECT_TRUE(found);
}

TEST_P(SlateBoardTest, IsExportedWithFormulasMadeHarmless) {
    drive(inside, first, DriveStage::mapped, "2026-06-30");
    auto path = "/slates/" + to_string(slate) + "/board";
    auto csv = server->as(Role::organizer).get(path + ".csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.body, testing::HasSubstr("'=cmd Local 1"));
    EXPECT_THAT(csv.body, testing::HasSubstr("Rivera,Mapped,Open,1,100,60,2026-06-30"));
    auto xlsx = server->get(path + ".xlsx");
    EXPECT_EQ(xlsx.status, 200);
    EXPECT_TRUE(xlsx.body.starts_with("PK"));
    EXPECT_EQ(server->as(Role::lead).get(path + ".xlsx").status, 403);
}

TEST_P(SlateBoardTest, ShowsAVolunteerTheirOwnDrivesAndAStrangerNothing) {
    drive(inside, first, DriveStage::mapped, "2026-06-30");
    auto path = "/slates/" + to_string(slate) + "/board";
    EXPECT_EQ(body_of(server->as(Role::volunteer).get(path)).at("cells").as_array().size(), 0U);
    EXPECT_EQ(body_of(server->as(Role::observer).get(path)).at("cells").as_array().size(), 1U);
    EXPECT_EQ(server->stranger().get(path).status, 404);
    EXPECT_EQ(server->nobody().get(path).status, 401);
}

ON_BOTH_DATABASES(SlateBoardTest);

}  // namespace
}  // namespace wallchart::test
