#include "features/decisions/decisions.h"

#include "features/conversations/conversations.h"
#include "features/people/people.h"
#include "features/slates/slates.h"
#include "support/test_server.h"

#include <set>

namespace wallchart::test {
namespace {

namespace json = boost::json;

constexpr std::string_view two_thirds = R"(1. Membership meeting
   quorum: 30
   carries with: 2/3 of votes cast
   notice: 10 days
   decides: local
   recommends: state, federal, ballot measures to the Bay Labor Council
)";

std::string put_body(std::string_view text) {
    return json::serialize(json::object{{"text", text}, {"source", "Bylaws, article VII"}});
}

class DecisionsTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        auto done =
            (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
                Organization local;
                local.workspace_id = server->workspace();
                local.name = "Harbor Workers Local 12";
                tx.insert(local);
                organization = "/organizations/" + to_string(local.id);
                Organization other;
                other.workspace_id = server->workspace();
                other.name = "Valley Council";
                tx.insert(other);
                elsewhere = other.id;
                drive_of(tx, local.id, RaceLevel::local, drive);
                drive_of(tx, local.id, RaceLevel::federal, federal_drive);
                return {};
            });
        ASSERT_TRUE(done);
        server->as(Role::organizer);
    }
    void drive_of(Transaction& tx, Id<Organization> local, RaceLevel level, std::string& path) {
        Race race;
        race.workspace_id = server->workspace();
        race.level = level;
        race.election_on = *parse_date("2026-11-03");
        tx.insert(race);
        Candidate candidate;
        candidate.workspace_id = server->workspace();
        candidate.race_id = race.id;
        candidate.family_name = "Rivera";
        tx.insert(candidate);
        Drive made;
        made.workspace_id = server->workspace();
        made.organization_id = local;
        made.candidate_id = candidate.id;
        made.needed_by = *parse_date("2026-06-30");
        tx.insert(made);
        path = "/drives/" + to_string(made.id);
    }

    json::value get(const std::string& path) { return body_of(server->get(path)); }
    void write_rule(std::string_view text = two_thirds) {
        auto response = server->put(organization + "/decision-rule", put_body(text));
        ASSERT_EQ(response.status, 200) << response.body;
        response = server->post(organization + "/meeting-patterns",
                                R"({"body":"general meeting","pattern":"First Tue. but July"})");
        ASSERT_EQ(response.status, 201) << response.body;
    }
    json::value record(const std::string& path, const char* body, int status = 201) {
        auto response = server->post(path + "/step-records", body);
        EXPECT_EQ(response.status, status) << response.body;
        return body_of(response);
    }
    void on_day(const char* day) {
        database->clock().set(start_of_day(*parse_date(day), "UTC") + std::chrono::hours{15});
    }
    std::string outcome_of_drive(const std::string& path) {
        return (*database)->read([&](Reader& reader) {
            return reader.value<std::string>("SELECT outcome FROM drive WHERE id = $1",
                                             *parse_id<Drive>(path.substr(8)));
        });
    }
    std::int64_t endorsements() {
        return (*database)->read(
            [](Reader& reader) { return reader.value<std::int64_t>("SELECT COUNT(*) FROM endorsement"); });
    }

    std::string organization, drive, federal_drive;
    Id<Organization> elsewhere;
};
ON_BOTH_DATABASES(DecisionsTest);

TEST_P(DecisionsTest, ARuleIsWrittenAsTextAndReadInBothForms) {
    EXPECT_TRUE(get(organization + "/decision-rule").at("revision").is_null());
    write_rule();
    auto rule = get(organization + "/decision-rule");
    EXPECT_EQ(rule.at("text").as_string(), two_thirds);
    EXPECT_EQ(rule.at("source").as_string(), "Bylaws, article VII");
    EXPECT_TRUE(rule.at("faults").as_array().empty());
    const auto& step = rule.at("rule").at("steps").at(0);
    EXPECT_EQ(step.at("kind").as_string(), "membership_meeting");
    EXPECT_EQ(step.at("quorum").at("number").as_int64(), 30);
    EXPECT_TRUE(rule.at("can_edit").as_bool());

    // The structured form written back makes the same rule.
    auto response = server->put(organization + "/decision-rule",
                                json::serialize(json::object{{"rule", rule.at("rule")}}));
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(body_of(response).at("rule"), rule.at("rule"));
    EXPECT_EQ(server->remove(organization + "/decision-rule").status, 204);
    EXPECT_EQ(server->remove(organization + "/decision-rule").status, 404);
}

TEST_P(DecisionsTest, FaultsAreNamedByTheirLines) {
    auto wrong = "1. Membership meeting\n   quorum: some\n   carries with: majority\n";
    auto response = server->put(organization + "/decision-rule", put_body(wrong));
    EXPECT_EQ(response.status, 422) << response.body;
    EXPECT_NE(response.body.find("/lines/2"), std::string::npos);
    auto checked = body_of(server->post("/decision-rules/check", put_body(wrong)));
    ASSERT_EQ(checked.at("faults").as_array().size(), 1U);
    EXPECT_EQ(checked.at("faults").at(0).at("line").as_int64(), 2);
    EXPECT_TRUE(get(organization + "/decision-rule").at("revision").is_null());

    // A form can say what no text can.
    auto form =
        R"({"rule":{"steps":[{"kind":"membership_meeting","electorate":{},"thresholds":[{}],"notice_days":-3}]}})";
    auto checked_form = body_of(server->post("/decision-rules/check", form));
    ASSERT_TRUE(checked_form.as_object().contains("faults")) << json::serialize(checked_form);
    const auto& faults = checked_form.at("faults");
    ASSERT_FALSE(faults.as_array().empty());
    EXPECT_EQ(server->put(organization + "/decision-rule", form).status, 422);
    EXPECT_EQ(server->put(organization + "/decision-rule", "{}").status, 422);
}

TEST_P(DecisionsTest, TheSecondOfTwoEditorsIsTold) {
    write_rule();
    auto path = organization + "/decision-rule";
    auto revision = std::string(get(path).at("revision").as_string());
    auto put = [&] {
        Request request{.method = Method::put, .path = "/api/v1" + path, .body = put_body(two_thirds)};
        request.body = put_body("1. Executive board\n   carries with: majority\n");
        request.headers = {{"if-match", "\"" + revision + "\""}, {"content-type", "application/json"}};
        return server->send(std::move(request)).status;
    };
    EXPECT_EQ(put(), 200);
    EXPECT_EQ(put(), 412);
}

TEST_P(DecisionsTest, EightTemplatesAreOffered) {
    EXPECT_EQ(get("/decision-rule-templates").at("items").as_array().size(), 8U);
}

TEST_P(DecisionsTest, MeetingsAreExpandedIntoACalendar) {
    write_rule();
    auto patterns = get(organization + "/meeting-patterns").at("items");
    ASSERT_EQ(patterns.as_array().size(), 1U);
    EXPECT_EQ(patterns.at(0).at("body").as_string(), "membership_meeting");
    EXPECT_EQ(patterns.at(0).at("pattern").as_string(), "first Tuesday of each month but July");
    auto special =
        body_of(server->post(organization + "/meetings",
                             R"({"body":"membership meeting","held_on":"2026-07-14","name":"Special"})"));
    auto calendar = get(organization + "/calendar?from=2026-06-01&to=2026-08-31").at("items").as_array();
    ASSERT_EQ(calendar.size(), 3U);
    EXPECT_EQ(calendar[0].at("on").as_string(), "2026-06-02");
    EXPECT_EQ(calendar[1].at("name").as_string(), "Special");
    EXPECT_EQ(calendar[2].at("on").as_string(), "2026-08-04");

    auto path = "/meetings/" + std::string(special.at("id").as_string());
    EXPECT_EQ(server->patch(path, R"({"held_on":"2026-07-21"})").status, 200);
    EXPECT_EQ(get(organization + "/meetings").at("items").at(0).at("held_on").as_string(), "2026-07-21");
    EXPECT_EQ(server->remove(path).status, 204);
    EXPECT_EQ(
        server->post(organization + "/meeting-patterns", R"({"body":"board","pattern":"often"})").status,
        422);
    EXPECT_EQ(server->post(organization + "/meetings", R"({"body":"","held_on":"2026-07-14"})").status, 422);
    EXPECT_EQ(server->get(organization + "/calendar?from=2026-01-01&to=2036-01-01").status, 422);
    auto pattern = "/meeting-patterns/" + std::string(patterns.at(0).at("id").as_string());
    EXPECT_EQ(server->patch(pattern, R"({"pattern":"every Monday"})").status, 200);
    EXPECT_EQ(server->remove(pattern).status, 204);
}

TEST_P(DecisionsTest, MeetingsPageByTheirDays) {
    for (const char* day : {"2026-09-01", "2026-05-05", "2026-06-02", "2026-06-02", "2026-08-04"})
        server->post(organization + "/meetings",
                     json::serialize(json::object{{"body", "committee"}, {"held_on", day}}));
    std::string cursor;
    std::vector<std::string> days;
    for (int page = 0; page < 4; ++page) {
        auto answer = get(organization + "/meetings?limit=2&cursor=" + cursor);
        for (const auto& item : answer.at("items").as_array())
            days.emplace_back(item.at("held_on").as_string());
        if (!answer.at("next").is_string()) break;
        cursor = answer.at("next").as_string();
    }
    EXPECT_EQ(days, (std::vector<std::string>{"2026-05-05", "2026-06-02", "2026-06-02", "2026-08-04",
                                              "2026-09-01"}));
    EXPECT_EQ(server->get(organization + "/meetings?cursor=x").status, 422);
}

TEST_P(DecisionsTest, TheTimetableCountsBackFromTheDayOfNeed) {
    auto empty = get(drive + "/timetable");
    EXPECT_FALSE(empty.at("rule_known").as_bool());
    write_rule();
    auto timetable = get(drive + "/timetable");
    EXPECT_TRUE(timetable.at("possible").as_bool());
    EXPECT_EQ(timetable.at("level").as_string(), "local");
    const auto& step = timetable.at("steps").at(0);
    EXPECT_EQ(step.at("acts").at(0).at("act").as_string(), "notice");
    EXPECT_EQ(step.at("acts").at(0).at("latest").as_string(), "2026-05-23");
    EXPECT_EQ(step.at("acts").at(0).at("days_left").as_int64(), 31);
    EXPECT_EQ(step.at("acts").at(1).at("latest").as_string(), "2026-06-02");
    EXPECT_EQ(step.at("requirements").at(1).as_string(), "quorum 30");
    on_day("2026-05-24");
    timetable = get(drive + "/timetable");
    EXPECT_FALSE(timetable.at("possible").as_bool());
    EXPECT_EQ(timetable.at("steps").at(0).at("acts").at(0).at("state").as_string(), "late");
}

TEST_P(DecisionsTest, AListOfDrivesAsksForNoticeOnlyWhereTheRuleDoes) {
    auto missing = [&] {
        auto ignored =
            server->post(drive + "/stage", R"({"stage":"resolution_moved","reason":"Moved already."})");
        std::set<std::string> codes;
        auto drives = get("/drives");
        for (const auto& item : drives.at("items").as_array())
            if ("/drives/" + std::string(item.at("drive").at("id").as_string()) == drive)
                for (const auto& one : item.at("missing").as_array())
                    codes.emplace(one.at("code").as_string());
        return codes;
    };
    write_rule(
        "1. Membership meeting\n   carries with: majority of votes cast\n   decides: local, state, federal, "
        "ballot measures\n");
    EXPECT_FALSE(missing().contains("notice_given"));
    EXPECT_TRUE(missing().contains("text_moved"));
    write_rule();
    EXPECT_TRUE(missing().contains("notice_given"));
    on_day("2026-06-03");
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-05-20"})");
    EXPECT_FALSE(missing().contains("notice_given"));
}

TEST_P(DecisionsTest, AVoteIsForecastFromThoseAssessed) {
    write_rule();
    EXPECT_EQ(get(drive + "/timetable").at("steps").at(0).at("forecast").at("expectation").as_string(),
              "too_few");
    ASSERT_TRUE(
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            for (int number = 0; number < 40; ++number) {
                Person person;
                person.workspace_id = server->workspace();
                person.family_name = "Member " + std::to_string(number);
                set_search_names(person);
                tx.insert(person);
                Assessment assessment;
                assessment.person_id = person.id;
                assessment.drive_id = *parse_id<Drive>(drive.substr(8));
                assessment.value = number < 30 ? 2 : number < 35 ? 3 : 4;
                assessment.current = true;
                tx.insert(assessment);
            }
            return {};
        }));
    auto forecast = get(drive + "/timetable").at("steps").at(0).at("forecast");
    EXPECT_EQ(forecast.at("asked").as_int64(), 35);
    EXPECT_EQ(forecast.at("expectation").as_string(), "likely") << forecast;
    EXPECT_EQ(forecast.at("needed").as_string(), "2/3 of votes cast");
    on_day("2026-06-03");
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-05-20"})");
    auto decided = record(drive, R"({"step":0,"act":"vote","happened_on":"2026-06-02",
        "votes":{"yes":41,"no":19,"present":64}})");
    EXPECT_TRUE(decided.at("steps").at(0).at("forecast").is_null());
}

TEST_P(DecisionsTest, NothingIsLateOnceTheDriveHasItsOutcome) {
    write_rule();
    on_day("2026-06-20");
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-05-20"})");
    auto response = server->post(drive + "/outcome", R"({"outcome":"withdrawn"})");
    ASSERT_EQ(response.status, 200) << response.body;
    auto timetable = get(drive + "/timetable");
    EXPECT_TRUE(timetable.at("closed").as_bool());
    EXPECT_TRUE(timetable.at("summary").as_array().empty());
    const auto& acts = timetable.at("steps").at(0).at("acts").as_array();
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts.at(0).at("done_on").as_string(), "2026-05-20");
}

TEST_P(DecisionsTest, AVoteThatCarriesEndorsesAndTakingItBackDoesToo) {
    write_rule();
    on_day("2026-06-03");
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-05-20"})");
    auto decided = record(drive, R"({"step":0,"act":"vote","happened_on":"2026-06-02",
        "votes":{"yes":41,"no":19,"present":64},"evidence":"minutes of 2 June"})");
    EXPECT_EQ(decided.at("outcome").as_string(), "endorsed");
    auto reasons = json::serialize(decided.at("steps").at(0).at("reasons"));
    EXPECT_NE(reasons.find("41 for of 60 voting: 68 %, needs 2/3 = 40."), std::string::npos) << reasons;
    EXPECT_EQ(outcome_of_drive(drive), "endorsed");
    EXPECT_EQ(endorsements(), 1);

    // Mistyped: it was 31.
    auto id = std::string(decided.at("records").at(1).at("id").as_string());
    auto response = server->patch("/step-records/" + id, R"({"votes":{"yes":31,"no":29,"present":64}})");
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(body_of(response).at("outcome").as_string(), "declined");
    EXPECT_EQ(outcome_of_drive(drive), "declined");
    EXPECT_EQ(endorsements(), 0);

    response = server->remove("/step-records/" + id);
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(body_of(response).at("outcome").as_string(), "undecided");
    EXPECT_EQ(outcome_of_drive(drive), "open");
}

TEST_P(DecisionsTest, ARunOffIsDueUntilTheSecondVoteAndThenEndorses) {
    write_rule("1. Membership meeting\n   carries with: majority\n   run-off: top two\n");
    on_day("2026-06-03");
    auto first = record(drive, R"({"step":0,"act":"vote","happened_on":"2026-06-02","votes":{"choices":[
        {"name":"Rivera","votes":34,"ours":true},{"name":"Stone","votes":30},{"name":"no endorsement","votes":9}]}})");
    EXPECT_EQ(first.at("outcome").as_string(), "undecided");
    EXPECT_EQ(first.at("steps").at(0).at("result").as_string(), "run_off");
    EXPECT_EQ(first.at("steps").at(0).at("run_off"), json::parse(R"(["Rivera","Stone"])"));
    EXPECT_EQ(outcome_of_drive(drive), "open");
    auto second = record(drive, R"({"step":0,"act":"vote","happened_on":"2026-06-02","votes":{"choices":[
        {"name":"Rivera","votes":40,"ours":true},{"name":"Stone","votes":33}]}})");
    EXPECT_EQ(second.at("outcome").as_string(), "endorsed");
    EXPECT_EQ(second.at("steps").at(0).at("run_off"), json::array{});
    EXPECT_EQ(outcome_of_drive(drive), "endorsed");
}

TEST_P(DecisionsTest, VotesBySizeAreEnteredAsVotes) {
    write_rule(
        "1. Delegate body\n   who votes: delegates\n   votes: 1 per 100 members or fraction\n   quorum: 40\n"
        "   carries with: majority of those present\n");
    EXPECT_TRUE(get(drive + "/timetable").at("steps").at(0).at("votes_by_size").as_bool());
    on_day("2026-06-03");
    record(drive,
           R"({"step":0,"act":"vote","happened_on":"2026-06-02","votes":{"yes":1,"votes_present":-1}})", 422);
    auto decided = record(drive, R"({"step":0,"act":"vote","happened_on":"2026-06-02",
        "votes":{"yes":412,"no":198,"present":61,"votes_present":640}})");
    EXPECT_EQ(decided.at("outcome").as_string(), "endorsed");
    auto reasons = json::serialize(decided.at("steps").at(0).at("reasons"));
    EXPECT_NE(reasons.find("412 votes for of 640 held by those present"), std::string::npos) << reasons;
}

TEST_P(DecisionsTest, AFederalRaceIsOnlyRecommended) {
    write_rule();
    on_day("2026-06-03");
    record(federal_drive, R"({"step":0,"act":"notice","happened_on":"2026-05-20"})");
    auto decided = record(federal_drive, R"({"step":0,"act":"vote","happened_on":"2026-06-02",
        "votes":{"yes":41,"no":19,"present":64}})");
    EXPECT_EQ(decided.at("outcome").as_string(), "recommended");
    EXPECT_EQ(decided.at("outcome_title").as_string(), "Recommended to the Bay Labor Council");
    EXPECT_EQ(outcome_of_drive(federal_drive), "recommended");
    EXPECT_EQ(endorsements(), 0);
    EXPECT_EQ(get(federal_drive + "/timetable?level=local").at("outcome").as_string(), "endorsed");
}

TEST_P(DecisionsTest, RecordsAreChecked) {
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-04-20"})", 409);  // no rule yet
    write_rule();
    record(drive, R"({"step":1,"act":"notice","happened_on":"2026-04-20"})", 422);
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-04-23"})", 422);  // tomorrow
    record(drive, R"({"step":0,"act":"vote","happened_on":"2026-04-20"})", 422);
    record(drive, R"({"step":0,"act":"notice","happened_on":"2026-04-20","votes":{"yes":1}})", 422);
    record(drive, R"({"step":0,"act":"vote","happened_on":"2026-04-20","votes":{"yes":-1}})", 422);
    EXPECT_TRUE(get(drive + "/step-records").at("items").as_array().empty());
    // Numbers that cannot be are taken, and decide nothing until they are corrected.
    auto answer = record(drive, R"({"step":0,"act":"vote","happened_on":"2026-04-20",
        "votes":{"yes":70,"no":0,"present":64}})");
    EXPECT_EQ(answer.at("steps").at(0).at("result").as_string(), "incomplete");
}

TEST_P(DecisionsTest, StrangersSeeNothingAndVolunteersChangeNothing) {
    write_rule();
    server->stranger();
    for (const auto& path :
         {organization + "/decision-rule", organization + "/calendar", organization + "/meetings",
          organization + "/meeting-patterns", drive + "/timetable", drive + "/step-records"})
        EXPECT_EQ(server->get(path).status, 404) << path;
    EXPECT_EQ(server->put(organization + "/decision-rule", put_body(two_thirds)).status, 404);
    EXPECT_EQ(server->post(organization + "/meetings", R"({"body":"board","held_on":"2026-07-14"})").status,
              404);
    server->as(Role::volunteer);
    EXPECT_EQ(server->get(drive + "/timetable").status, 200);
    EXPECT_EQ(server->put(organization + "/decision-rule", put_body(two_thirds)).status, 403);
    EXPECT_EQ(server->post(drive + "/step-records", R"({"step":0,"act":"notice","happened_on":"2026-04-20"})")
                  .status,
              403);
}

TEST_P(DecisionsTest, ALeadReachesOnlyTheirOwnOrganizations) {
    write_rule();
    auto access = server->access(Role::lead);
    access.organization = elsewhere;
    (*database)->read([&](Reader& reader) {
        EXPECT_FALSE(find_deciding_drive(reader, access, *parse_id<Drive>(drive.substr(8))));
        access.organization = *parse_id<Organization>(organization.substr(15));
        EXPECT_TRUE(find_deciding_drive(reader, access, *parse_id<Drive>(drive.substr(8))));
        return 0;
    });
}

}  // namespace
}  // namespace wallchart::test
