#include "core/log.h"
#include "features/jobs/jobs.h"

#include <algorithm>

namespace wallchart {
namespace {

/// The runner's own writes concern the queue alone: they are of no workspace and leave no batch.
Change of_the_queue() {
    return Change{{}, {}, "job", {}};
}

constexpr auto look_every = std::chrono::milliseconds(1000);

}  // namespace

Result<void> JobTask::record_progress(Transaction& tx, std::int64_t done, std::int64_t total,
                                      std::string progress) {
    auto changed = tx.execute(
        "UPDATE job SET done = $1, total = $2, progress = $3, lease_until = $4 "
        "WHERE id = $5 AND attempts = $6 AND state = 'running'",
        done, total, progress, tx.now() + m_lease, m_job.id, m_job.attempts);
    if (changed == 0) return failure(ErrorKind::conflict, "Another process goes on with this job.");
    m_job.progress = std::move(progress);
    tx.touch("job");
    return {};
}

bool JobTask::should_stop() {
    if (stopping()) return true;
    if (m_cancelled) return true;
    m_cancelled = m_database.read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT cancel FROM job WHERE id = $1", m_job.id) != 0;
    });
    return m_cancelled;
}

JobRunner::JobRunner(Database& database, std::chrono::milliseconds lease)
    : m_database(database), m_lease(lease) {}

JobRunner::~JobRunner() {
    stop();
}

void JobRunner::add(std::string kind, JobWork work, int attempt_limit) {
    m_kinds[std::move(kind)] = {std::move(work), attempt_limit};
}

void JobRunner::free_cut_off() {
    if (m_database.kind() != "sqlite") return;
    auto freed = m_database.write(of_the_queue(), [](Transaction& tx) -> Result<void> {
        tx.execute("UPDATE job SET lease_until = 0 WHERE state = 'running'");
        return {};
    });
    if (!freed) log(LogLevel::error, "jobs not freed", {{"error", freed.error().message}});
}

void JobRunner::start(int threads) {
    m_listening = m_database.on_change([this](const ChangeNotice& notice) {
        bool about_jobs = std::ranges::any_of(
            notice.topics, [](const auto& topic) { return topic == "job" || topic == "*"; });
        if (!about_jobs) return;
        std::lock_guard lock(m_mutex);
        m_news = true;
        m_wake.notify_all();
    });
    m_stopping = false;
    for (int at = 0; at < threads; ++at)
        m_threads.emplace_back([this] { loop(); });
    m_threads.emplace_back([this] { renew_leases(); });
}

void JobRunner::stop() {
    {
        std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    for (auto& thread : m_threads)
        thread.join();
    m_threads.clear();
    m_listening = {};
}

bool JobRunner::run_one() {
    auto job = take();
    if (!job) return false;
    run(std::move(*job));
    return true;
}

void JobRunner::loop() {
    for (;;) {
        {
            std::lock_guard lock(m_mutex);
            if (m_stopping) return;
            m_news = false;
        }
        bool ran = false;
        try {
            ran = run_one();
        } catch (const std::exception& error) {
            log(LogLevel::error, "job queue failed", {{"error", error.what()}});
        }
        if (ran) continue;
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, look_every, [this] { return m_stopping || m_news; });
    }
}

void JobRunner::renew_leases() {
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, m_lease / 3, [this] { return m_stopping; })) {
        auto running = m_running;
        lock.unlock();
        if (!running.empty()) {
            auto renewed = m_database.write(of_the_queue(), [&](Transaction& tx) -> Result<void> {
                for (auto [id, attempt] : running)
                    tx.execute(
                        "UPDATE job SET lease_until = $1 WHERE id = $2 AND attempts = $3 AND state = "
                        "'running'",
                        tx.now() + m_lease, id, attempt);
                return {};
            });
            if (!renewed) log(LogLevel::warning, "leases not renewed", {{"error", renewed.error().message}});
        }
        lock.lock();
    }
}

std::optional<Job> JobRunner::take() {
    std::vector<std::string> kinds;
    for (const auto& [kind, registered] : m_kinds)
        kinds.push_back(kind);
    // Looking first keeps idle runners from writing.
    bool any = m_database.read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT 1 FROM job WHERE " + std::string(job_is_due) + " LIMIT 1",
                                          m_database.clock().now()) != 0;
    });
    if (!any) return std::nullopt;
    auto taken = m_database.write(of_the_queue(), [&](Transaction& tx) -> Result<std::optional<Job>> {
        return take_job(tx, kinds, m_lease);
    });
    if (!taken) {
        log(LogLevel::warning, "job not taken", {{"error", taken.error().message}});
        return std::nullopt;
    }
    return std::move(*taken);
}

void JobRunner::run(Job job) {
    const auto& registered = m_kinds.at(job.kind);
    if (job.cancel) return finish(job, JobState::cancelled, job.result);
    if (job.attempts > registered.attempt_limit)
        return finish(job, JobState::failed, "It was begun several times and never came to an end.");
    {
        std::lock_guard lock(m_mutex);
        m_running[job.id.value] = job.attempts;
    }
    auto started = std::chrono::steady_clock::now();
    JobTask task(m_database, job, m_lease);
    task.m_stopping = [this] {
        std::lock_guard lock(m_mutex);
        return m_stopping;
    };
    Result<std::string> result;
    try {
        result = registered.work(task);
    } catch (const DatabaseError& error) {
        result = failure(error.fault() == DatabaseFault::broken ? ErrorKind::invalid : ErrorKind::unavailable,
                         "The database could not carry it out.");
        log(LogLevel::error, "job failed in the database", {{"kind", job.kind}, {"error", error.what()}});
    } catch (const std::exception& error) {
        result = failure(ErrorKind::invalid, "The server has a fault that ended this job.");
        log(LogLevel::error, "job threw", {{"kind", job.kind}, {"error", error.what()}});
    }
    {
        std::lock_guard lock(m_mutex);
        m_running.erase(job.id.value);
    }
    std::string_view outcome = "done";
    if (result && !task.cancelled() && task.stopping() && result->empty()) {
        outcome = "given back";
        put_back(job, std::chrono::milliseconds(0));
    } else if (result) {
        if (task.cancelled()) outcome = "cancelled";
        finish(job, task.cancelled() ? JobState::cancelled : JobState::done, *result);
    } else if (result.error().kind == ErrorKind::unavailable && job.attempts < registered.attempt_limit) {
        outcome = "to be tried again";
        put_back(job, std::chrono::seconds(5) * (1 << std::min(job.attempts - 1, 10)));
    } else {
        outcome = "failed";
        finish(job, JobState::failed, result.error().message);
    }
    auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - started);
    log(LogLevel::info, "job ended",
        {{"job", job.id.value}, {"kind", job.kind}, {"outcome", outcome}, {"seconds", took.count()}});
}

// Both answer only for the taking that they belong to: a job that another process has taken is left alone.

void JobRunner::finish(const Job& job, JobState state, const std::string& result) {
    auto written = m_database.write(of_the_queue(), [&](Transaction& tx) -> Result<void> {
        tx.execute(
            "UPDATE job SET state = $1, result = $2, lease_until = 0 "
            "WHERE id = $3 AND attempts = $4 AND state = 'running'",
            name_of(state), result, job.id, job.attempts);
        tx.touch("job");
        return {};
    });
    if (!written) log(LogLevel::error, "job not ended", {{"error", written.error().message}});
}

void JobRunner::put_back(const Job& job, std::chrono::milliseconds wait) {
    // Given back by a process that ends, it counts as never taken.
    int attempts = wait.count() == 0 ? job.attempts - 1 : job.attempts;
    auto written = m_database.write(of_the_queue(), [&](Transaction& tx) -> Result<void> {
        tx.execute(
            "UPDATE job SET state = 'waiting', run_at = $1, lease_until = 0, attempts = $2 "
            "WHERE id = $3 AND attempts = $4 AND state = 'running'",
            tx.now() + wait, attempts, job.id, job.attempts);
        tx.touch("job");
        return {};
    });
    if (!written) log(LogLevel::error, "job not given back", {{"error", written.error().message}});
}

}  // namespace wallchart
