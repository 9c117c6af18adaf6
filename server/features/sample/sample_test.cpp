#include "core/text.h"
#include "engine/decision/meeting_pattern.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/wording.h"
#include "features/sample/plan.h"
#include "support/test_database.h"

#include <map>
#include <set>

namespace wallchart {
namespace {

using namespace sample;

constexpr Id<Workspace> workspace{7};

SampleUsers some_users() {
    return {{101}, {{102}, {103}}, {{104}, {105}}, {{106}, {107}, {108}}};
}

SampleOptions some_people(std::int64_t people, std::uint64_t seed = 1) {
    SampleOptions options;
    options.people = people;
    options.seed = seed;
    options.today = *parse_date("2026-04-22");
    options.locals = 300;
    options.worksites = 1500;
    return options;
}

Plan planned(const SampleOptions& options, Ids& ids) {
    Plan plan;
    plan.options = options;
    plan.users = some_users();
    plan.workspace = workspace;
    plan.now = start_of_day(options.today, options.time_zone) + std::chrono::hours(15);
    plan_directory(plan, ids);
    plan_slate(plan, ids);
    plan_drives(plan, ids);
    plan_decisions(plan, ids);
    return plan;
}

TEST(Random, DoesNotChange) {
    Random random(42, 7);
    std::vector<std::uint32_t> drawn;
    for (int at = 0; at < 4; ++at)
        drawn.push_back(random.below(1000));
    Random again(42, 7);
    for (auto number : drawn)
        EXPECT_EQ(number, again.below(1000));
    Random other(42, 8);
    EXPECT_NE(other.next(), Random(42, 7).next());
}

TEST(Sample, HasTheSizesThatWereAskedFor) {
    Ids ids(*parse_date("2026-04-22"), 1);
    auto plan = planned(some_people(20'000), ids);
    auto count = [&](OrganizationKind kind) {
        return std::ranges::count(plan.organizations, kind, &Organization::kind);
    };
    EXPECT_EQ(count(OrganizationKind::union_), 60);
    EXPECT_EQ(count(OrganizationKind::local), 300);
    EXPECT_EQ(plan.worksites.size(), 1500U);
    EXPECT_EQ(plan.candidates.size(), 10U);
    std::int64_t people = 0;
    for (const auto& site : plan.sites)
        people += site.people;
    EXPECT_EQ(people, 20'000);
    EXPECT_EQ(plan.worksites.front().name, "Northgate Distribution Center");
    EXPECT_EQ(plan.worksites.front().eligible, 242);

    std::set<std::string> names;
    for (const auto& organization : plan.organizations)
        EXPECT_TRUE(names.insert(organization.name).second) << organization.name;
}

TEST(Sample, OneWorksiteHasFiveThousandWorkersAmongMany) {
    Ids ids(*parse_date("2026-04-22"), 1);
    auto options = some_people(200'000);
    auto plan = planned(options, ids);
    People people;
    PeopleGenerator(plan, ids).add(plan.sites[1], people);
    auto works_there = [](const Employment& employment) { return !employment.ended_on; };
    EXPECT_GE(std::ranges::count_if(people.employments, works_there), 5000);
}

TEST(Sample, AFullBoardHasADriveForEachPairOfCandidateAndLocal) {
    Ids ids(*parse_date("2026-04-22"), 1);
    auto options = some_people(20'000);
    options.every_pair = true;
    auto plan = planned(options, ids);
    std::set<std::pair<Id<Organization>, Id<Candidate>>> pairs;
    std::set<Id<Organization>> locals;
    for (const auto& local : plan.locals)
        locals.insert(plan.organizations[local.organization].id);
    for (const auto& drive : plan.drives) {
        if (!drive.candidate_id || !locals.contains(drive.organization_id)) continue;
        EXPECT_TRUE(pairs.emplace(drive.organization_id, *drive.candidate_id).second);
    }
    EXPECT_EQ(pairs.size(), 300U * 10U);
}

TEST(Sample, DrivesAreAtEveryStageAndEndorsementsAtEveryLevel) {
    Ids ids(*parse_date("2026-04-22"), 1);
    auto plan = planned(some_people(20'000), ids);
    std::set<DriveStage> stages;
    std::set<DriveOutcome> outcomes;
    for (const auto& drive : plan.drives) {
        stages.insert(drive.stage);
        outcomes.insert(drive.outcome);
        EXPECT_NE(drive.candidate_id.has_value(), drive.slate_id.has_value());
        EXPECT_EQ(drive.decided_on.has_value(), drive.outcome != DriveOutcome::open);
    }
    EXPECT_EQ(stages.size(), 7U);
    EXPECT_GE(outcomes.size(), 4U);
    std::map<std::pair<bool, bool>, int> levels;
    for (const auto& endorsement : plan.endorsements) {
        auto organization =
            std::ranges::find(plan.organizations, endorsement.organization_id, &Organization::id);
        ++levels[{organization->kind == OrganizationKind::union_, endorsement.slate_id.has_value()}];
    }
    EXPECT_EQ(levels.size(), 4U);
}

TEST(Sample, PeopleAreLifelike) {
    Ids ids(*parse_date("2026-04-22"), 1);
    auto plan = planned(some_people(20'000), ids);
    PeopleGenerator generator(plan, ids);
    People people;
    for (const auto& site : plan.sites)
        generator.add(site, people);
    ASSERT_EQ(people.persons.size(), 20'000U);
    double all = 20'000;

    std::map<std::string, std::set<std::int64_t>> by_value;
    std::set<std::int64_t> with_email;
    for (const auto& point : people.contact_points) {
        by_value[point.value].insert(point.person_id.value);
        if (point.kind == ContactKind::email) {
            with_email.insert(point.person_id.value);
            EXPECT_NE(point.value.find("@example."), std::string::npos) << point.value;
        } else {
            EXPECT_EQ(normalize_phone(point.value), point.value);
            EXPECT_EQ(point.value.substr(5, 5), "55501") << point.value;
        }
    }
    EXPECT_NEAR(static_cast<double>(with_email.size()) / all, 0.68, 0.03);
    auto shared = std::ranges::count_if(by_value, [](const auto& each) { return each.second.size() > 1; });
    EXPECT_GT(shared, 100);
    EXPECT_LT(shared, 2000);

    auto spanish = std::ranges::count(people.persons, "es", &Person::language);
    EXPECT_GT(static_cast<double>(spanish) / all, 0.05);
    auto marked = std::ranges::count_if(people.persons, [](const Person& person) {
        return std::ranges::any_of(person.family_name, [](char c) { return (c & 0x80) != 0; });
    });
    EXPECT_GT(static_cast<double>(marked) / all, 0.03);

    std::map<std::pair<std::int64_t, std::int64_t>, int> current;
    std::map<int, int> values;
    auto four_weeks_ago = plan.now - std::chrono::days(28);
    int recent = 0;
    for (const auto& assessment : people.assessments) {
        EXPECT_LE(assessment.at, plan.now);
        current[{assessment.person_id.value, assessment.drive_id.value}] += assessment.current ? 1 : 0;
        if (assessment.current) ++values[assessment.value];
        recent += assessment.at > four_weeks_ago ? 1 : 0;
    }
    for (const auto& [key, count] : current)
        EXPECT_EQ(count, 1);
    EXPECT_EQ(values.size(), 5U);
    EXPECT_GT(values[2], values[3]);
    EXPECT_GT(values[3], values[4]);
    EXPECT_GT(recent, 500);

    auto today = plan.options.today;
    EXPECT_GT(std::ranges::count_if(people.follow_ups,
                                    [&](const FollowUp& each) { return !each.done && each.due_on == today; }),
              10);
    // Whoever tries it signs in as the owner, and finds work there.
    EXPECT_GE(std::ranges::count(people.assignments, plan.users.owner, &Assignment::user_id), 5);
    EXPECT_GE(std::ranges::count_if(
                  people.follow_ups,
                  [&](const FollowUp& each) { return !each.done && each.user_id == plan.users.owner; }),
              1);
}

TEST(Sample, RulesCanBeReadAndWhatWasDoneFitsTheOutcome) {
    Ids ids(*parse_date("2026-04-22"), 1);
    auto plan = planned(some_people(20'000), ids);
    EXPECT_GT(plan.rules.size(), 50U);
    for (const auto& rule : plan.rules)
        EXPECT_TRUE(decision::parse_rule(rule.text)) << rule.text;
    for (const auto& pattern : plan.patterns)
        EXPECT_TRUE(decision::parse_pattern(pattern.pattern)) << pattern.pattern;
    std::set<std::int64_t> with_rule;
    for (const auto& rule : plan.rules)
        EXPECT_TRUE(with_rule.insert(rule.organization_id.value).second);
    for (const auto& drive : plan.drives)
        EXPECT_TRUE(with_rule.contains(drive.organization_id.value));
    for (const auto& record : plan.step_records) {
        EXPECT_LE(record.happened_on, plan.options.today);
        EXPECT_EQ(record.votes.has_value(), record.act == decision::StepAct::vote);
    }
}

/// The content of a table in the order of its ids, without the revision.
std::string content(Reader& reader, const TableInfo& table) {
    std::string columns;
    for (const auto& column : table.columns)
        if (column != "revision") columns += (columns.empty() ? "" : ", ") + column;
    std::uint64_t hash = 0;
    std::int64_t rows = 0;
    reader.each("SELECT " + columns + " FROM " + table.name + " ORDER BY id", [&](const Row& row) {
        ++rows;
        for (int at = 0; at < row.columns(); ++at) {
            hash = Random::mix(hash + 1);
            for (char c : row.is_null(at) ? std::string_view("\x01") : row.text(at))
                hash = Random::mix(hash ^ static_cast<unsigned char>(c));
        }
    });
    return std::to_string(rows) + ":" + std::to_string(hash);
}

std::map<std::string, std::string> content(Database& database) {
    return database.read([&](Reader& reader) {
        std::map<std::string, std::string> all;
        for (const auto& table : database.schema().tables())
            if (table.journaled) all[table.name] = content(reader, table);
        return all;
    });
}

class SampleTest : public test::StoreTest {
protected:
    SampleReport write(test::TestDatabase& into, const SampleOptions& options) {
        auto report = write_sample(*into, workspace, some_users(), options);
        EXPECT_TRUE(report) << (report ? "" : report.error().message);
        return report.value_or(SampleReport{});
    }
};

TEST_P(SampleTest, VotesAreWhatTheDrivesSay) {
    auto options = some_people(3000);
    write(*database, options);
    int judged = 0;
    (*database)->read([&](Reader& reader) {
        for (const auto& drive :
             reader.rows<Drive>("SELECT " + columns<Drive>("d") +
                                " FROM drive d WHERE d.outcome IN ('endorsed', 'declined') "
                                "AND EXISTS (SELECT 1 FROM step_record r WHERE r.drive_id = "
                                "d.id AND r.act = 'vote')")) {
            auto outcome = outcome_of(reader, drive, options.today);
            std::string reasons;
            for (const auto& step : outcome.steps)
                for (const auto& reason : step.reasons)
                    reasons += decision::say(reason, decision::Language::en) + " ";
            EXPECT_EQ(outcome.result, drive.outcome == DriveOutcome::endorsed
                                          ? decision::DecisionOutcome::endorsed
                                          : decision::DecisionOutcome::declined)
                << reasons;
            ++judged;
        }
        return 0;
    });
    EXPECT_GT(judged, 20);
}

TEST_P(SampleTest, IsTheSameForTheSameSeedAndDay) {
    auto options = some_people(600);
    write(*database, options);
    auto first = content(**database);

    test::TestDatabase second(GetParam());
    write(second, options);
    EXPECT_EQ(first, content(*second));

    test::TestDatabase third(GetParam());
    options.seed = 2;
    write(third, options);
    EXPECT_NE(first.at("person"), content(*third).at("person"));
}

TEST_P(SampleTest, EveryWorkerIsAtAWorksiteOfTheirLocal) {
    auto report = write(*database, some_people(1500));
    EXPECT_EQ(report.people, 1500);
    (*database)->read([&](Reader& reader) {
        EXPECT_EQ(
            reader.value<std::int64_t>("SELECT COUNT(*) FROM person WHERE workspace_id = $1", workspace),
            1500);
        EXPECT_EQ(
            reader.value<std::int64_t>("SELECT COUNT(*) FROM membership m JOIN employment e ON e.person_id = "
                                       "m.person_id JOIN worksite w "
                                       "ON w.id = e.worksite_id AND w.organization_id = m.organization_id"),
            1500);
        EXPECT_EQ(reader.value<std::int64_t>("SELECT SUM(entries) FROM batch"), report.records);
        EXPECT_EQ(reader.value<std::int64_t>("SELECT COUNT(*) FROM journal"), report.records);
        EXPECT_EQ(reader.value<std::int64_t>("SELECT COUNT(*) FROM batch"), 1);
    });
}

TEST_P(SampleTest, RefusesSizesThatMakeNoSense) {
    auto options = some_people(0);
    EXPECT_FALSE(write_sample(**database, workspace, some_users(), options));
    options = some_people(10);
    options.worksites = 10;
    EXPECT_FALSE(write_sample(**database, workspace, some_users(), options));
}

ON_BOTH_DATABASES(SampleTest);

}  // namespace
}  // namespace wallchart
