#pragma once
// Long work kept in the database: taken by any process, once; reporting how far it is; cancelled; going on
// where it stopped after the end of a process.

#include "core/access.h"
#include "core/json.h"
#include "core/result.h"
#include "db/database.h"
#include "http/router.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace wallchart {

enum class JobState : std::uint8_t { waiting, running, done, failed, cancelled };
BOOST_DESCRIBE_ENUM(JobState, waiting, running, done, failed, cancelled)

/// A piece of long work. Not journaled: what it writes is.
struct Job {
    Id<Job> id;
    Id<Workspace> workspace_id;
    std::optional<Id<User>> user_id;
    std::string kind;
    JobState state = JobState::waiting;
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< 0 while it is not known
    std::string input;       ///< JSON, by kind
    std::string progress;    ///< JSON: where to go on; empty at first
    std::string result;      ///< JSON of a job that is done; one sentence of one that failed
    bool cancel = false;     ///< somebody asked it to stop
    Instant created_at{};
    Instant run_at{};       ///< not before
    Instant lease_until{};  ///< after that another process may take it
    int attempts = 0;       ///< how often it was taken; tells one taking from the next
};
BOOST_DESCRIBE_STRUCT(Job, (),
                      (id, workspace_id, user_id, kind, state, done, total, input, progress, result, cancel,
                       created_at, run_at, lease_until, attempts))

// ---- store.cpp ----

/// Puts a job in the queue, for the workspace and user of the transaction. It runs once that commits.
Id<Job> enqueue_text(Transaction& tx, std::string_view kind, std::string input,
                     std::optional<Instant> run_at = {});
/// The same with a described struct as its input.
template <class Input>
Id<Job> enqueue(Transaction& tx, std::string_view kind, const Input& input,
                std::optional<Instant> run_at = {}) {
    return enqueue_text(tx, kind, encode(input), run_at);
}

/// Errors: not_found, also for another workspace's.
Result<Job> find_job(Reader& reader, Id<Workspace> workspace, Id<Job> id);
/// The workspace's jobs, newest first. Errors: invalid (cursor, limit).
Result<Page<Job>> list_jobs(Reader& reader, Id<Workspace> workspace, const std::string& cursor, int limit);
/// Asks a job to stop; one that has not begun is cancelled at once. Errors: not_found, conflict (it ended).
Result<void> cancel_job(Transaction& tx, Id<Workspace> workspace, Id<Job> id);

/// Which jobs can be taken at $1: those whose time has come, and those whose process went away. What was to
/// begin at once is due even when the clock was set back since.
inline constexpr std::string_view job_is_due =
    "((state = 'waiting' AND (run_at <= $1 OR run_at <= created_at)) OR (state = 'running' AND lease_until < "
    "$1))";
/// Takes the next job of these kinds that is due, or whose process went away; nothing if there is none.
std::optional<Job> take_job(Transaction& tx, const std::vector<std::string>& kinds,
                            std::chrono::milliseconds lease);

// ---- runner.cpp ----

/// A job while it runs, as its work sees it.
class JobTask {
public:
    JobTask(Database& database, Job job, std::chrono::milliseconds lease)
        : m_database(database), m_job(std::move(job)), m_lease(lease) {}

    const Job& job() const { return m_job; }
    Database& database() { return m_database; }
    template <class Input>
    Result<Input> input() const {
        return decode_text<Input>(m_job.input);
    }
    /// What record_progress kept last, also by an earlier taking.
    template <class Progress>
    std::optional<Progress> progress() const {
        if (m_job.progress.empty()) return std::nullopt;
        auto read = decode_text<Progress>(m_job.progress);
        if (!read) return std::nullopt;
        return std::move(*read);
    }
    /// Who writes, for Database::write: the job's own workspace and user.
    Change change(std::string kind, std::string summary) const {
        return Change{m_job.workspace_id, m_job.user_id, std::move(kind), std::move(summary)};
    }

    /// Keeps how far it is, in the transaction of the work itself: both are there, or neither.
    /// Errors: conflict, when another process has taken the job: undo this transaction and return.
    Result<void> record_progress(Transaction& tx, std::int64_t done, std::int64_t total,
                                 std::string progress);
    template <class Progress>
    Result<void> record(Transaction& tx, std::int64_t done, std::int64_t total, const Progress& progress) {
        return record_progress(tx, done, total, encode(progress));
    }
    /// Somebody asked it to stop, or the process is ending. Ask between two steps, and return if so.
    bool should_stop();
    /// A user asked it to stop (and not the end of the process).
    bool cancelled() const { return m_cancelled; }
    bool stopping() const { return m_stopping && m_stopping(); }

private:
    friend class JobRunner;
    Database& m_database;
    Job m_job;
    std::chrono::milliseconds m_lease;
    bool m_cancelled = false;
    std::function<bool()> m_stopping;
};

/// The work of a kind: answers the job's result as JSON. An error `unavailable` is tried again later, any
/// other ends the job. Work may be cut off at any instant and begun again: it must go on from progress().
using JobWork = std::function<Result<std::string>(JobTask&)>;

/// Runs the jobs of the kinds it was told, on a few threads of its own.
class JobRunner {
public:
    /// A runner takes a job for `lease` at a time and renews it while it works.
    explicit JobRunner(Database& database,
                       std::chrono::milliseconds lease = std::chrono::milliseconds(30'000));
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// Before start(). A job taken more often than `attempt_limit` fails.
    void add(std::string kind, JobWork work, int attempt_limit = 5);
    void start(int threads = 2);
    /// On SQLite, where one process has the folder: what is marked as running was cut off, and can be taken
    /// at once. Once for a process, before its first runner starts.
    void free_cut_off();
    /// Lets the jobs that run come to the end of their step and gives them back.
    void stop();

    /// Runs the next job that is due, in the caller's thread; false if there is none. For the command line
    /// and tests.
    bool run_one();

private:
    struct Registered {
        JobWork work;
        int attempt_limit = 5;
    };
    void loop();
    void renew_leases();
    std::optional<Job> take();
    void run(Job job);
    void finish(const Job& job, JobState state, const std::string& result);
    void put_back(const Job& job, std::chrono::milliseconds wait);

    Database& m_database;
    std::chrono::milliseconds m_lease;
    std::map<std::string, Registered> m_kinds;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_news = false;
    bool m_stopping = false;
    std::map<std::int64_t, int> m_running;  // by job: which taking
    std::vector<std::thread> m_threads;
    Database::Listening m_listening;
};

// ---- api.cpp ----

/// A job as its progress is shown.
struct JobView {
    Id<Job> id;
    std::string kind;
    JobState state = JobState::waiting;
    std::int64_t done = 0;
    std::int64_t total = 0;
    bool cancelling = false;
    std::string result;  ///< JSON of a job that is done; one sentence of one that failed
    Instant created_at{};
    Instant run_at{};
};
BOOST_DESCRIBE_STRUCT(JobView, (), (id, kind, state, done, total, cancelling, result, created_at, run_at))
JobView view_of(const Job& job);

void add_job_routes(Router& router);

}  // namespace wallchart
