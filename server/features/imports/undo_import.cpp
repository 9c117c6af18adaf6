#include "features/imports/run_import.h"

#include <filesystem>

namespace wallchart {
namespace {

constexpr std::int64_t entries_a_step = 5000;

struct UndoProgress {
    std::int64_t before_entry = 0;
    std::int64_t put_back = 0;
    std::int64_t left = 0;
    std::optional<Id<Batch>> batch;  ///< of the undo itself
};
BOOST_DESCRIBE_STRUCT(UndoProgress, (), (before_entry, put_back, left, batch))

void remove_files(const Import& import) {
    if (!import.owns_files) return;
    std::filesystem::remove(import.file_path);
    std::filesystem::remove(import.rejects_path);
}

}  // namespace

Result<std::string> undo_import(JobTask& task) {
    auto input = TRY(task.input<ImportJob>());
    auto& database = task.database();
    auto import = TRY(database.read(
        [&](Reader& reader) { return find_import(reader, task.job().workspace_id, input.import_id); }));
    if (!import.batch_id) return failure(ErrorKind::conflict, "The import wrote nothing.");
    auto total = database.read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT entries FROM batch WHERE id = $1", *import.batch_id);
    });
    auto progress = task.progress<UndoProgress>().value_or(UndoProgress{});
    // All was put back, and then the process ended before the job was told so.
    if (import.state == ImportState::undone) {
        remove_files(import);
        return encode(progress);
    }
    for (bool more = true; more;) {
        // Half an undo is no state to stop in: it is not cancelled, only given back when the process ends.
        if (task.stopping()) return std::string{};
        auto change = task.change("undo", "Undid an import");
        change.batch = progress.batch;
        TRY(database.write(change, [&](Transaction& tx) -> Result<void> {
            auto step = progress;
            auto report = undo_batch(tx, *import.batch_id, step.before_entry, entries_a_step);
            step.put_back += report.put_back;
            step.left += report.left;
            step.before_entry = report.next_entry;
            if (tx.written() > 0) step.batch = tx.batch();
            if (report.next_entry == 0) {
                finish_undo(tx, *import.batch_id, step.left);
                import.state = ImportState::undone;
                import.left_count = step.left;
                save_import(tx, import);
            }
            TRY(task.record(tx, step.put_back + step.left, total, step));
            more = report.next_entry != 0;
            progress = step;
            return {};
        }));
    }
    remove_files(import);
    return encode(progress);
}

}  // namespace wallchart
