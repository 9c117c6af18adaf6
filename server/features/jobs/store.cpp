#include "features/jobs/jobs.h"
#include "features/newest_page.h"

namespace wallchart {

Id<Job> enqueue_text(Transaction& tx, std::string_view kind, std::string input,
                     std::optional<Instant> run_at) {
    auto id = new_id<Job>();
    tx.execute(
        "INSERT INTO job (id, workspace_id, user_id, kind, state, done, total, input, progress, result, "
        "cancel, created_at, run_at, lease_until, attempts) "
        "VALUES ($1, $2, $3, $4, 'waiting', 0, 0, $5, '', '', 0, $6, $7, 0, 0)",
        id, tx.change().workspace, tx.change().user, kind, input, tx.now(), run_at.value_or(tx.now()));
    tx.touch("job");
    return id;
}

Result<Job> find_job(Reader& reader, Id<Workspace> workspace, Id<Job> id) {
    auto job = reader.row<Job>("SELECT " + columns<Job>() + " FROM job WHERE id = $1 AND workspace_id = $2",
                               id, workspace);
    if (!job) return not_found("The job");
    return std::move(*job);
}

Result<Page<Job>> list_jobs(Reader& reader, Id<Workspace> workspace, const std::string& cursor, int limit) {
    return newest_page<Job>(reader, "job", workspace, cursor, limit);
}

Result<void> cancel_job(Transaction& tx, Id<Workspace> workspace, Id<Job> id) {
    auto job = TRY(find_job(tx, workspace, id));
    auto changed = tx.execute(
        "UPDATE job SET cancel = 1, state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END "
        "WHERE id = $1 AND state IN ('waiting', 'running')",
        id);
    if (changed == 0) return failure(ErrorKind::conflict, "The job has already ended.");
    tx.touch("job");
    return {};
}

std::optional<Job> take_job(Transaction& tx, const std::vector<std::string>& kinds,
                            std::chrono::milliseconds lease) {
    if (kinds.empty()) return std::nullopt;
    Query query;
    query(tx.now());  // $1
    query.sql = "SELECT " + columns<Job>() + " FROM job WHERE " + std::string(job_is_due) + " AND kind IN " +
                query.one_of(kinds) + " ORDER BY run_at, id LIMIT 1";
    query.sql += tx.dialect().skip_locked();
    auto found = tx.rows<Job>(query);
    if (found.empty()) return std::nullopt;
    auto job = std::move(found.front());
    job.state = JobState::running;
    job.lease_until = tx.now() + lease;
    ++job.attempts;
    tx.execute("UPDATE job SET state = 'running', lease_until = $1, attempts = $2 WHERE id = $3",
               job.lease_until, job.attempts, job.id);
    tx.touch("job");
    return job;
}

}  // namespace wallchart
