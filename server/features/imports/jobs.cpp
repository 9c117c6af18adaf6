#include "features/imports/run_import.h"

namespace wallchart {
namespace {

constexpr std::string_view check_kind = "import_check";
constexpr std::string_view run_kind = "import_run";
constexpr std::string_view undo_kind = "import_undo";

bool is_one_of(ImportState state, std::initializer_list<ImportState> allowed) {
    return std::ranges::find(allowed, state) != allowed.end();
}

Result<Import> begin(Transaction& tx, Import import, std::string_view kind, ImportState state) {
    import.job_id = enqueue(tx, kind, ImportJob{import.id});
    import.state = state;
    import.fault.clear();
    save_import(tx, import);
    return import;
}

}  // namespace

Result<Import> begin_preflight(Transaction& tx, Import import) {
    using enum ImportState;
    if (import.batch_id || !is_one_of(import.state, {mapping, checked, failed}))
        return failure(ErrorKind::conflict, "This import is not waiting to be checked.");
    return begin(tx, std::move(import), check_kind, checking);
}

Result<Import> begin_run(Transaction& tx, Import import) {
    using enum ImportState;
    if (import.batch_id || !is_one_of(import.state, {mapping, checked, failed}))
        return failure(ErrorKind::conflict, "This import runs already, or has run.");
    return begin(tx, std::move(import), run_kind, running);
}

Result<Import> begin_undo(Transaction& tx, Import import) {
    using enum ImportState;
    if (!import.batch_id || !is_one_of(import.state, {done, cancelled, failed}))
        return failure(ErrorKind::conflict, "This import can't be undone now.");
    return begin(tx, std::move(import), undo_kind, undoing);
}

Result<Import> cancel_import(Transaction& tx, Import import) {
    using enum ImportState;
    if (!import.job_id || !is_one_of(import.state, {checking, running}))
        return failure(ErrorKind::conflict, "There is nothing to be cancelled.");
    auto job = TRY(find_job(tx, import.workspace_id, *import.job_id));
    TRY(cancel_job(tx, import.workspace_id, job.id));
    if (job.state == JobState::waiting) {  // nobody will tell that it was cancelled
        import.state = import.state == checking ? mapping : cancelled;
        save_import(tx, import);
    }
    return import;
}

void add_import_jobs(JobRunner& runner) {
    runner.add(std::string(check_kind), check_import);
    runner.add(std::string(run_kind), run_import, 20);
    runner.add(std::string(undo_kind), undo_import, 20);
}

}  // namespace wallchart
