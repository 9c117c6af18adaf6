// Taking back a long change step by step, so that no request waits and no transaction holds the database.
#include "features/history/history.h"

namespace wallchart {
namespace {

constexpr std::string_view job_kind = "undo";
constexpr std::int64_t entries_a_step = 5'000;

struct UndoJob {
    Id<Batch> batch_id;
};
BOOST_DESCRIBE_STRUCT(UndoJob, (), (batch_id))

struct UndoProgress {
    std::int64_t before_entry = 0;
    std::int64_t put_back = 0;
    std::int64_t left = 0;
    std::optional<Id<Batch>> batch;  ///< of the undo itself
};
BOOST_DESCRIBE_STRUCT(UndoProgress, (), (before_entry, put_back, left, batch))

/// One step, in a transaction of its own. Errors: conflict, when in the end nothing could be put back.
Result<UndoProgress> take_step(JobTask& task, Transaction& tx, Id<Batch> batch, std::int64_t total,
                               UndoProgress step) {
    auto report = undo_batch(tx, batch, step.before_entry, entries_a_step);
    step.put_back += report.put_back;
    step.left += report.left;
    step.before_entry = report.next_entry;
    if (tx.written() > 0) step.batch = tx.batch();
    if (step.before_entry == 0) {
        if (step.put_back == 0)
            return failure(ErrorKind::conflict,
                           "Nothing could be put back: it was changed since, or others build on it.");
        finish_undo(tx, batch, step.left);
    }
    TRY(task.record(tx, step.put_back + step.left, total, step));
    return step;
}

Result<std::string> run(JobTask& task) {
    auto input = TRY(task.input<UndoJob>());
    auto& database = task.database();
    auto total = database.read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT entries FROM batch WHERE id = $1", input.batch_id);
    });
    auto progress = task.progress<UndoProgress>().value_or(UndoProgress{});
    do {
        // Half an undo is no state to stop in: it is not cancelled, only given back when the process ends.
        if (task.stopping()) return std::string{};
        auto change = task.change("undo", "Undid a change");
        change.batch = progress.batch;
        progress = TRY(database.write(
            change, [&](Transaction& tx) { return take_step(task, tx, input.batch_id, total, progress); }));
    } while (progress.before_entry != 0);
    return encode(UndoResult{progress.put_back, progress.left, progress.batch, {}});
}

}  // namespace

std::map<Id<Batch>, Id<Job>> undo_jobs(Reader& reader, Id<Workspace> workspace) {
    std::map<Id<Batch>, Id<Job>> jobs;
    reader.each(
        "SELECT id, input FROM job WHERE state IN ('waiting', 'running') AND kind = $1 AND workspace_id = $2",
        [&](const Row& row) {
            if (auto job = decode_text<UndoJob>(row.text(1))) jobs[job->batch_id] = Id<Job>{row.integer(0)};
        },
        job_kind, workspace);
    return jobs;
}

Result<Id<Job>> begin_undo_of_batch(Transaction& tx, Id<Batch> batch) {
    if (undo_jobs(tx, tx.change().workspace).contains(batch))
        return failure(ErrorKind::conflict, "This is being undone just now.");
    return enqueue(tx, job_kind, UndoJob{batch});
}

void add_history_jobs(JobRunner& runner) {
    runner.add(std::string(job_kind), run, 20);
}

}  // namespace wallchart
