#include "features/imports/run_import.h"

#include "features/duplicates/duplicates.h"
#include "features/imports/pipeline.h"
#include "features/imports/reject_file.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace wallchart {
namespace {

/// From so many on the database should count anew what it holds.
constexpr std::int64_t many_rows = 5'000;

/// Where a run goes on after it was cut off.
struct RunProgress {
    std::int64_t rows = 0;           ///< of the file that are done with
    std::int64_t rejects_bytes = 0;  ///< of the file of rejects that belong to them
};
BOOST_DESCRIBE_STRUCT(RunProgress, (), (rows, rejects_bytes))

Result<Import> import_of(JobTask& task) {
    auto input = TRY(task.input<ImportJob>());
    return task.database().read(
        [&](Reader& reader) { return find_import(reader, task.job().workspace_id, input.import_id); });
}

/// About how many rows the file has, by its first ones; to make room, and for the bar of progress.
std::int64_t estimated_rows(const std::string& path) {
    auto source = RowSource::open(path);
    if (!source) return 0;
    CsvRow row;
    std::int64_t rows = 0;
    std::uint64_t bytes = 0;
    while (rows < 1000 && source->next(row)) {
        ++rows;
        for (auto cell : row.cells)
            bytes += cell.size() + 1;
    }
    if (rows < 1000 || bytes == 0) return rows;
    return static_cast<std::int64_t>(static_cast<double>(source->size()) / static_cast<double>(bytes) *
                                     static_cast<double>(rows));
}

/// One pass over the file.
class Pass {
public:
    Pass(Import& import, RowSource& source, RejectFile& rejects, Importer& importer)
        : m_import(import),
          m_rejects(rejects),
          m_importer(importer),
          m_pipeline(source, importer),
          m_tally(import.summary, [this](const FileRow& row, const auto& faults) { reject(row, faults); }) {}

    std::unique_ptr<ImportChunk> next() { return m_pipeline.next(); }
    Result<void> take(Reader& reader, Transaction* tx, ImportChunk& chunk) {
        if (m_import.summary.rows + static_cast<std::int64_t>(chunk.rows.size()) > import_row_limit)
            return failure(ErrorKind::too_large, "A file may have at most 5,000,000 rows.");
        TRY(m_importer.take(reader, tx, chunk, m_tally));
        return m_rejects.flush();
    }

private:
    void reject(const FileRow& row, const std::vector<CellFault>& faults) {
        m_rejects.write(row, faults);
        for (const auto& fault : faults)
            if (m_import.rejects.size() < import_rejects_shown)
                m_import.rejects.push_back(RejectFile::shown(row, fault, m_import.language));
    }

    Import& m_import;
    RejectFile& m_rejects;
    Importer& m_importer;
    Pipeline m_pipeline;
    Tally m_tally;
};

/// All that a run writes is of one batch.
Change change_of(JobTask& task, const Import& import) {
    auto change = task.change("import", "Import of " + std::string(name_of(import.kind)));
    change.batch = import.batch_id;
    return change;
}

/// Writes the import's state, and how far the job is, in a transaction of their own.
Result<void> keep(JobTask& task, const Import& import, std::int64_t done, std::int64_t total) {
    return task.database().write(task.change("import", {}), [&](Transaction& tx) -> Result<void> {
        save_import(tx, import);
        return task.record_progress(tx, done, total, task.job().progress);
    });
}

/// The same at the end of a run, with what follows from its rows: as a part of its batch.
Result<void> conclude(JobTask& task, Import& import, Importer& importer, ImportState state,
                      const RunProgress& progress, std::int64_t total) {
    auto change = change_of(task, import);
    import.state = state;
    return task.database().write(change, [&](Transaction& tx) -> Result<void> {
        importer.finish(tx);
        if (tx.written() > 0) import.batch_id = tx.batch();
        if (import.kind == ImportKind::people && import.summary.created > 0)
            look_for_duplicates(tx, DuplicateSource::import);
        save_import(tx, import);
        return task.record(tx, progress.rows, total, progress);
    });
}

/// A failure that ends the work is told by the import too.
Result<std::string> ended(JobTask& task, Import import, Error error) {
    if (error.kind != ErrorKind::unavailable && error.kind != ErrorKind::conflict) {
        import.state = ImportState::failed;
        import.fault = error.message;
        TRY(keep(task, import, import.summary.rows, import.summary.rows));
    }
    return std::unexpected(std::move(error));
}

Result<std::string> check(JobTask& task, Import& import) {
    auto source = TRY(RowSource::open(import.file_path));
    import.summary = {};
    import.rejects.clear();
    auto rejects = TRY(RejectFile::open(import.rejects_path, 0, source.columns(), import.language));
    auto importer = make_importer(import, task.database());
    auto total = estimated_rows(import.file_path);
    task.database().read([&](Reader& reader) {
        importer->load(reader, static_cast<std::size_t>(std::max<std::int64_t>(0, total)));
    });
    Pass pass(import, source, rejects, *importer);
    auto told = std::chrono::steady_clock::now();
    for (auto chunk = pass.next(); chunk;) {
        TRY(task.database().read([&](Reader& reader) { return pass.take(reader, nullptr, *chunk); }));
        chunk.reset();
        chunk = pass.next();
        if (!chunk) break;  // asked to stop when all is done, it is done
        auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::milliseconds(500)) continue;
        told = now;
        if (task.should_stop()) {
            if (!task.cancelled()) return std::string{};  // begun anew by the next process
            import.state = ImportState::mapping;
            import.summary = {};
            import.rejects.clear();
            TRY(keep(task, import, 0, 0));
            return std::string("{}");
        }
        TRY(task.database().write(task.change("import", {}), [&](Transaction& tx) {
            return task.record_progress(tx, import.summary.rows, std::max(total, import.summary.rows), {});
        }));
    }
    import.state = ImportState::checked;
    TRY(keep(task, import, import.summary.rows, import.summary.rows));
    return encode(import.summary);
}

/// The uploaded list is of no more use, and people's data should not lie about.
void remove_list(const Import& import) {
    if (import.owns_files) std::filesystem::remove(import.file_path);
}

Result<std::string> run(JobTask& task, Import& import) {
    auto source = TRY(RowSource::open(import.file_path));
    auto progress = task.progress<RunProgress>().value_or(RunProgress{});
    auto expected = std::max(import.summary.rows, estimated_rows(import.file_path));
    if (progress.rows == 0) {
        import.summary = {};
        import.rejects.clear();
    }
    auto rejects =
        TRY(RejectFile::open(import.rejects_path, progress.rejects_bytes, source.columns(), import.language));
    CsvRow skipped;
    for (std::int64_t at = 0; at < progress.rows && source.next(skipped); ++at) {
    }
    auto importer = make_importer(import, task.database());
    task.database().read([&](Reader& reader) {
        importer->load(reader, static_cast<std::size_t>(std::max<std::int64_t>(0, expected - progress.rows)));
    });
    Pass pass(import, source, rejects, *importer);
    for (auto chunk = pass.next(); chunk;) {
        bool tried = false;
        TRY(task.database().write(change_of(task, import), [&](Transaction& tx) -> Result<void> {
            // What was prepared for a transaction that was broken off can't be told again: from the last
            // progress on it can.
            if (tried) return failure(ErrorKind::unavailable, "The database was busy.");
            tried = true;
            TRY(pass.take(tx, &tx, *chunk));
            if (tx.written() > 0) import.batch_id = tx.batch();
            progress.rows += static_cast<std::int64_t>(chunk->rows.size());
            progress.rejects_bytes = rejects.size();
            save_import(tx, import);
            return task.record(tx, progress.rows, std::max(expected, progress.rows), progress);
        }));
        chunk.reset();
        chunk = pass.next();
        if (!chunk) break;  // asked to stop when all rows are in, it is done
        if (!task.should_stop()) continue;
        if (!task.cancelled()) return std::string{};
        TRY(conclude(task, import, *importer, ImportState::cancelled, progress,
                     std::max(expected, progress.rows)));
        return encode(import.summary);
    }
    TRY(conclude(task, import, *importer, ImportState::done, progress, progress.rows));
    if (progress.rows >= many_rows) task.database().refresh_statistics();
    remove_list(import);
    return encode(import.summary);
}

}  // namespace

Result<std::string> check_import(JobTask& task) {
    auto import = TRY(import_of(task));
    auto done = check(task, import);
    if (!done) return ended(task, import, done.error());
    return done;
}

Result<std::string> run_import(JobTask& task) {
    auto import = TRY(import_of(task));
    // All was written, and then the process ended before the job was told so.
    if (import.state == ImportState::done) remove_list(import);
    if (import.state == ImportState::done || import.state == ImportState::cancelled)
        return encode(import.summary);
    auto done = run(task, import);
    if (done) return done;
    // What the last transaction took back is not told: only what was kept counts.
    auto kept = TRY(import_of(task));
    return ended(task, kept, done.error());
}

}  // namespace wallchart
