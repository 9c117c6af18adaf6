#pragma once
// The journal as people read it: who changed what and when, and taking it back.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "features/jobs/jobs.h"
#include "http/router.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wallchart {

/// One act as the list of changes shows it.
struct BatchView {
    Id<Batch> id;
    Instant at{};
    std::optional<std::string> user_name;  ///< none: the public, or the system
    std::string kind;
    std::string summary;
    std::int64_t entries = 0;
    BatchState state = BatchState::done;
    std::optional<Id<Batch>> undoes_batch_id;
    std::optional<Id<Job>> undo_job_id;  ///< that takes it back just now
    bool can_undo = false;
};
BOOST_DESCRIBE_STRUCT(BatchView, (),
                      (id, at, user_name, kind, summary, entries, state, undoes_batch_id, undo_job_id,
                       can_undo))

/// A column's value before and after, as text; none where there was or is nothing.
struct ValueChange {
    std::string column;
    std::optional<std::string> before;
    std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(ValueChange, (), (column, before, after))

/// One record's change in the history of a person.
struct HistoryEntry {
    std::string id;
    Id<Batch> batch_id;
    Instant at{};
    std::optional<std::string> user_name;
    std::string kind;
    std::string table_name;
    std::int64_t entries = 0;  ///< of the whole batch
    Action action = Action::insert;
    std::vector<ValueChange> changes;  ///< empty for an insert: the record itself says what it is
    bool can_undo = false;             ///< the batch
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (),
                      (id, batch_id, at, user_name, kind, table_name, entries, action, changes, can_undo))

/// Batches longer than this are undone by a job, not within the request.
inline constexpr std::int64_t undo_at_once_limit = 5'000;

// ---- store.cpp ----

struct BatchQuery {
    std::optional<std::string> kind;
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(BatchQuery, (), (kind, cursor, limit))
/// The workspace's changes, newest first. Errors: invalid.
Result<Page<BatchView>> list_batches(Reader& reader, const Access& access, const BatchQuery& query);

/// The changes of a person whom the Access may see, newest first; `cursor` is the last entry's number.
/// Errors: not_found, invalid.
Result<Page<HistoryEntry>> history_of_person(Reader& reader, const Access& access, Id<Person> person,
                                             const std::string& cursor, int limit);

struct UndoResult {
    std::int64_t put_back = 0;
    std::int64_t left = 0;              ///< changed since by somebody, or used by what came later
    std::optional<Id<Batch>> batch_id;  ///< the undo itself, which can be undone too
    std::optional<Id<Job>> job_id;  ///< that takes it back, where it is long: the other members come with it
};
BOOST_DESCRIBE_STRUCT(UndoResult, (), (put_back, left, batch_id, job_id))
/// Takes back a batch: one's own, or any for who may organize. A long one only begins to be taken back, by a
/// job whose result is an UndoResult as well.
/// Errors: not_found; forbidden; conflict (undone already or just now, or of a kind that is not undone).
Result<UndoResult> undo_one_batch(Transaction& tx, const Access& access, Id<Batch> id);

// ---- undo_job.cpp ----

/// Queues the taking back of a long batch. Errors: conflict, while another job does so.
Result<Id<Job>> begin_undo_of_batch(Transaction& tx, Id<Batch> batch);
/// The jobs of a workspace that take batches back, by batch.
std::map<Id<Batch>, Id<Job>> undo_jobs(Reader& reader, Id<Workspace> workspace);
void add_history_jobs(JobRunner& runner);

// ---- api.cpp ----

void add_history_routes(Router& router);

}  // namespace wallchart
