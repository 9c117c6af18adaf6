#include "features/jobs/jobs.h"

#include "support/test_database.h"

#include <atomic>

namespace wallchart {
namespace {

struct Numbers {
    std::int64_t from = 0;
    std::int64_t to = 0;
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (from, to))

class JobsTest : public test::StoreTest {
protected:
    Id<Job> put(std::string_view kind, Numbers numbers = {}, std::optional<Instant> run_at = {}) {
        return *(*database)->write(
            change, [&](Transaction& tx) -> Result<Id<Job>> { return enqueue(tx, kind, numbers, run_at); });
    }
    Job job(Id<Job> id) {
        return *(*database)->read([&](Reader& reader) { return find_job(reader, change.workspace, id); });
    }
    Change change{Id<Workspace>{7}, Id<User>{8}, "test", "A test"};
};
ON_BOTH_DATABASES(JobsTest);

TEST_P(JobsTest, RunsWithItsInputAndKeepsTheResult) {
    auto id = put("add", {2, 3});
    JobRunner runner(**database);
    runner.add("add", [](JobTask& task) -> Result<std::string> {
        auto numbers = TRY(task.input<Numbers>());
        return std::to_string(numbers.from + numbers.to);
    });
    EXPECT_TRUE(runner.run_one());
    EXPECT_FALSE(runner.run_one());
    EXPECT_EQ(job(id).state, JobState::done);
    EXPECT_EQ(job(id).result, "5");
    EXPECT_EQ(job(id).user_id, Id<User>{8});
}

TEST_P(JobsTest, WaitsForItsTimeAndForARunnerThatKnowsIt) {
    put("unknown");
    auto id = put("later", {}, test::today + std::chrono::hours(1));
    JobRunner runner(**database);
    runner.add("later", [](JobTask&) -> Result<std::string> { return "1"; });
    EXPECT_FALSE(runner.run_one());
    database->clock().set(test::today + std::chrono::hours(2));
    EXPECT_TRUE(runner.run_one());
    EXPECT_EQ(job(id).state, JobState::done);
    EXPECT_FALSE(runner.run_one());
}

TEST_P(JobsTest, WhatWasToBeginAtOnceDoesSoWhenTheClockIsSetBack) {
    auto id = put("now");
    auto later = put("now", {}, test::today + std::chrono::hours(1));
    JobRunner runner(**database);
    runner.add("now", [](JobTask&) -> Result<std::string> { return "1"; });
    database->clock().set(test::today - std::chrono::hours(30));
    EXPECT_TRUE(runner.run_one());
    EXPECT_FALSE(runner.run_one());
    EXPECT_EQ(job(id).state, JobState::done);
    EXPECT_EQ(job(later).state, JobState::waiting);
}

TEST_P(JobsTest, IsTakenOnceByTwoRunners) {
    constexpr int count = 40;
    for (int at = 0; at < count; ++at)
        put("count", {at, 0});
    std::mutex mutex;
    std::map<std::int64_t, int> runs;
    auto work = [&](JobTask& task) -> Result<std::string> {
        auto numbers = TRY(task.input<Numbers>());
        std::lock_guard lock(mutex);
        ++runs[numbers.from];
        return "1";
    };
    // On PostgreSQL the second runner is in a process of its own, as far as the database can tell.
    std::unique_ptr<Database> second;
    if (GetParam() == "postgres") second = *Database::open(database->source(), database->clock());
    JobRunner one(**database);
    JobRunner two(second ? *second : **database);
    one.add("count", work);
    two.add("count", work);
    one.start();
    two.start();
    for (int wait = 0; wait < 200; ++wait) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::lock_guard lock(mutex);
        if (runs.size() == count) break;
    }
    one.stop();
    two.stop();
    EXPECT_EQ(runs.size(), count);
    for (auto [number, times] : runs)
        EXPECT_EQ(times, 1) << number;
}

TEST_P(JobsTest, GoesOnWhereACutOffProcessStopped) {
    auto id = put("walk", {0, 10});
    auto work = [&](int steps) {
        return [this, steps](JobTask& task) -> Result<std::string> {
            auto at = task.progress<Numbers>().value_or(Numbers{0, 10});
            for (int step = 0; step < steps && at.from < at.to; ++step) {
                ++at.from;
                TRY(task.database().write(change, [&](Transaction& tx) -> Result<void> {
                    return task.record(tx, at.from, at.to, at);
                }));
            }
            if (at.from < at.to) throw std::runtime_error("the process is cut off");
            return std::to_string(at.from);
        };
    };
    {
        // Taken and never ended: as left behind by kill -9.
        auto taken = *(*database)->write(change, [&](Transaction& tx) -> Result<std::optional<Job>> {
            return take_job(tx, {"walk"}, std::chrono::seconds(30));
        });
        ASSERT_TRUE(taken);
        JobTask task(**database, *taken, std::chrono::seconds(30));
        EXPECT_THROW((void)work(4)(task), std::runtime_error);
    }
    EXPECT_EQ(job(id).done, 4);
    JobRunner runner(**database);
    runner.add("walk", work(100));
    EXPECT_FALSE(runner.run_one());  // the lease still holds
    database->clock().set(test::today + std::chrono::minutes(1));
    EXPECT_TRUE(runner.run_one());
    EXPECT_EQ(job(id).state, JobState::done);
    EXPECT_EQ(job(id).result, "10");
    EXPECT_EQ(job(id).attempts, 2);
}

TEST_P(JobsTest, ALateProcessCannotWriteProgressOfAJobTakenFromIt) {
    put("walk");
    auto take = [&] {
        return **(*database)->write(change, [&](Transaction& tx) -> Result<std::optional<Job>> {
            return take_job(tx, {"walk"}, std::chrono::seconds(30));
        });
    };
    JobTask late(**database, take(), std::chrono::seconds(30));
    database->clock().set(test::today + std::chrono::minutes(1));
    JobTask current(**database, take(), std::chrono::seconds(30));
    auto record = [&](JobTask& task) {
        return (*database)->write(
            change, [&](Transaction& tx) -> Result<void> { return task.record(tx, 1, 2, Numbers{1, 2}); });
    };
    EXPECT_EQ(record(late).error().kind, ErrorKind::conflict);
    EXPECT_TRUE(record(current));
}

TEST_P(JobsTest, TriesAgainWhatIsUnavailableAndGivesUpInTheEnd) {
    auto id = put("mail");
    int calls = 0;
    JobRunner runner(**database);
    runner.add(
        "mail",
        [&](JobTask&) -> Result<std::string> {
            ++calls;
            return failure(ErrorKind::unavailable, "The mail server does not answer.");
        },
        3);
    for (int hour = 1; hour <= 5; ++hour) {
        while (runner.run_one()) {
        }
        database->clock().set(test::today + std::chrono::hours(hour));
    }
    EXPECT_EQ(calls, 3);
    EXPECT_EQ(job(id).state, JobState::failed);
    EXPECT_EQ(job(id).result, "The mail server does not answer.");
}

TEST_P(JobsTest, IsCancelledBeforeItBeginsAndWhileItRuns) {
    auto cancel = [&](Id<Job> id) {
        return (*database)->write(change,
                                  [&](Transaction& tx) { return cancel_job(tx, change.workspace, id); });
    };
    auto early = put("walk");
    EXPECT_TRUE(cancel(early));
    JobRunner runner(**database);
    Id<Job> running;
    runner.add("walk", [&](JobTask& task) -> Result<std::string> {
        EXPECT_FALSE(task.should_stop());
        EXPECT_TRUE(cancel(running));
        EXPECT_TRUE(task.should_stop());
        return "half";
    });
    EXPECT_FALSE(runner.run_one());
    EXPECT_EQ(job(early).state, JobState::cancelled);
    running = put("walk");
    EXPECT_TRUE(runner.run_one());
    EXPECT_EQ(job(running).state, JobState::cancelled);
    EXPECT_EQ(job(running).result, "half");
    EXPECT_EQ(cancel(running).error().kind, ErrorKind::conflict);
}

TEST_P(JobsTest, OfAnotherWorkspaceIsAbsent) {
    auto id = put("walk");
    Id<Workspace> other{99};
    (*database)->read([&](Reader& reader) {
        EXPECT_EQ(find_job(reader, other, id).error().kind, ErrorKind::not_found);
        EXPECT_TRUE(list_jobs(reader, other, "", 50)->items.empty());
    });
    EXPECT_EQ(
        (*database)->write(change, [&](Transaction& tx) { return cancel_job(tx, other, id); }).error().kind,
        ErrorKind::not_found);
}

TEST_P(JobsTest, ListsPageByPage) {
    for (int at = 0; at < 5; ++at)
        put("walk");
    std::vector<Id<Job>> seen;
    std::string cursor;
    do {
        auto page = *(*database)->read(
            [&](Reader& reader) { return list_jobs(reader, change.workspace, cursor, 2); });
        for (const auto& item : page.items)
            seen.push_back(item.id);
        cursor = page.next.value_or("");
    } while (!cursor.empty());
    EXPECT_EQ(seen.size(), 5U);
    EXPECT_TRUE(std::ranges::is_sorted(seen, std::greater<>{}));
}

}  // namespace
}  // namespace wallchart
