#include "db/database.h"
#include "features/sample/plan.h"

namespace wallchart {
namespace {

using namespace sample;

/// People written in one transaction: enough to be fast, few enough for a bounded memory.
constexpr std::size_t people_at_once = 4000;

struct Written {
    Id<Batch> batch;
    std::size_t records = 0;
};

void write_plan(Transaction& transaction, Plan& plan) {
    transaction.insert_all(plan.organizations);
    transaction.insert_all(plan.employers);
    transaction.insert_all(plan.worksites);
    transaction.insert_all(plan.races);
    transaction.insert_all(plan.candidates);
    transaction.insert_all(plan.slates);
    transaction.insert_all(plan.slate_candidates);
    transaction.insert_all(plan.drives);
    transaction.insert_all(plan.endorsements);
    transaction.insert_all(plan.rules);
    transaction.insert_all(plan.patterns);
    transaction.insert_all(plan.step_records);
}

void write_people(Transaction& transaction, People& people) {
    transaction.insert_all(people.persons);
    transaction.insert_all(people.contact_points);
    transaction.insert_all(people.addresses);
    transaction.insert_all(people.external_ids);
    transaction.insert_all(people.memberships);
    transaction.insert_all(people.employments);
    transaction.insert_all(people.consents);
    transaction.insert_all(people.assignments);
    transaction.insert_all(people.relationships);
    transaction.insert_all(people.conversations);
    transaction.insert_all(people.assessments);
    transaction.insert_all(people.follow_ups);
}

template <class T>
std::int64_t count_of(const std::vector<T>& records) {
    return static_cast<std::int64_t>(records.size());
}

SampleReport report_of(const Plan& plan) {
    SampleReport report;
    report.organizations = count_of(plan.organizations);
    report.employers = count_of(plan.employers);
    report.worksites = count_of(plan.worksites);
    report.candidates = count_of(plan.candidates);
    report.drives = count_of(plan.drives);
    report.endorsements = count_of(plan.endorsements);
    report.home = plan.organizations[plan.home].id;
    for (const auto& local : plan.locals)
        if (local.core) report.core_locals.push_back(plan.organizations[local.organization].id);
    return report;
}

void add_to(SampleReport& report, const People& people) {
    report.people += count_of(people.persons);
    report.conversations += count_of(people.conversations);
    report.assessments += count_of(people.assessments);
    report.follow_ups += count_of(people.follow_ups);
}

}  // namespace

Result<SampleOptions> check_sample(SampleOptions options) {
    if (options.people < 1 || options.people > 10'000'000)
        return invalid("/people", "The sample can have from 1 to 10,000,000 people.");
    if (options.candidates < 0 || options.candidates > 500)
        return invalid("/candidates", "The sample can have up to 500 candidates.");
    if (options.unions < 1 || options.unions > static_cast<int>(unions().size()))
        return invalid("/unions",
                       "The sample can have from 1 to " + std::to_string(unions().size()) + " unions.");
    if (options.locals == 0)
        options.locals = static_cast<int>(std::max<std::int64_t>(300, options.people / 1000));
    if (options.locals < options.unions / 10 || options.locals > 20'000)
        return invalid("/locals",
                       "The sample can have up to 20,000 locals, and at least one for ten unions.");
    if (options.worksites == 0) options.worksites = options.locals * 5;
    if (options.worksites < options.locals || options.worksites > 200'000)
        return invalid("/worksites", "Each local has a worksite; the sample can have up to 200,000.");
    if (!options.today.ok()) return invalid("/today", "The day is not a date.");
    return options;
}

Result<SampleReport> write_sample(Database& database, Id<Workspace> workspace, const SampleUsers& users,
                                  const SampleOptions& asked,
                                  const std::function<void(std::int64_t people)>& progress) {
    Plan plan;
    plan.options = TRY(check_sample(asked));
    plan.users = users;
    plan.workspace = workspace;
    plan.now = start_of_day(plan.options.today, plan.options.time_zone) + std::chrono::hours(15);
    Ids ids(plan.options.today, plan.options.seed);
    plan_directory(plan, ids);
    plan_slate(plan, ids);
    plan_drives(plan, ids);
    plan_decisions(plan, ids);

    Change change{workspace, users.owner, "sample", "Sample movement"};
    auto written = TRY(database.write(change, [&](Transaction& transaction) -> Result<Written> {
        write_plan(transaction, plan);
        return Written{transaction.batch(), transaction.written()};
    }));
    change.batch = written.batch;
    auto report = report_of(plan);
    report.records = static_cast<std::int64_t>(written.records);

    PeopleGenerator generator(plan, ids);
    People people;
    auto write = [&]() -> Result<void> {
        auto part = TRY(database.write(change, [&](Transaction& transaction) -> Result<Written> {
            write_people(transaction, people);
            return Written{transaction.batch(), transaction.written()};
        }));
        report.records += static_cast<std::int64_t>(part.records);
        add_to(report, people);
        people = {};
        if (progress) progress(report.people);
        return {};
    };
    for (const auto& site : plan.sites) {
        generator.add(site, people);
        if (people.persons.size() >= people_at_once) TRY(write());
    }
    if (!people.persons.empty()) TRY(write());
    return report;
}

}  // namespace wallchart
