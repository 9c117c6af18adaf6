#pragma once
// What is done with the rows of a file, chunk by chunk: one importer for each kind of file.

#include "features/imports/imports.h"
#include "features/imports/read_cells.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace wallchart {

/// A row as it stands in the file, kept for the case that it is not taken.
struct FileRow {
    std::int64_t line = 0;
    std::string text;                 ///< its cells, end to end
    std::vector<std::uint32_t> ends;  ///< where each of them ends in `text`
    std::vector<CellFault> faults;

    std::vector<std::string_view> cells() const;
};

/// Some rows, read and checked; each importer keeps its own beside them.
class ImportChunk {
public:
    virtual ~ImportChunk() = default;
    std::vector<FileRow> rows;
    std::uint64_t position = 0;  ///< bytes of the file read up to its end
};

template <class Row>
class ChunkOf final : public ImportChunk {
public:
    std::vector<Row> read;
};

/// A chunk of rows, each read by `read(cells, Row&)`, which answers its faults.
template <class Row, class Read>
std::unique_ptr<ImportChunk> read_chunk(const ImportMapping& mapping, std::vector<FileRow> rows,
                                        Read&& read) {
    auto chunk = std::make_unique<ChunkOf<Row>>();
    chunk->rows = std::move(rows);
    chunk->read.resize(chunk->rows.size());
    for (std::size_t at = 0; at < chunk->rows.size(); ++at) {
        auto& row = chunk->rows[at];
        if (!row.faults.empty()) continue;
        auto cells = row.cells();
        if (has_extra_cells(mapping, cells)) {
            row.faults.push_back({"", RejectReason::too_many_cells});
        } else {
            row.faults = read(cells, chunk->read[at]);
        }
    }
    return chunk;
}

/// Where an importer tells what becomes of its rows.
class Tally {
public:
    using Sink = std::function<void(const FileRow&, const std::vector<CellFault>&)>;
    Tally(ImportSummary& totals, Sink sink) : summary(totals), m_sink(std::move(sink)) {}

    ImportSummary& summary;
    void reject(const FileRow& row, const std::vector<CellFault>& faults) {
        ++summary.rejected;
        m_sink(row, faults);
    }

private:
    Sink m_sink;
};

/// Counts the rows of a chunk, rejects those with faults and hands the others to `take(FileRow, Row&)`.
template <class Row, class Take>
void take_rows(ImportChunk& base, Tally& tally, Take&& take) {
    auto& chunk = dynamic_cast<ChunkOf<Row>&>(base);
    for (std::size_t at = 0; at < chunk.rows.size(); ++at) {
        ++tally.summary.rows;
        if (chunk.rows[at].faults.empty()) {
            take(chunk.rows[at], chunk.read[at]);
        } else {
            tally.reject(chunk.rows[at], chunk.rows[at].faults);
        }
    }
}

class Importer {
public:
    virtual ~Importer() = default;
    /// Reads what is known already; about so many rows will come.
    virtual void load(Reader& reader, std::size_t rows) = 0;
    /// Reads and checks rows, without the database; may run beside take().
    virtual std::unique_ptr<ImportChunk> read(std::vector<FileRow> rows) = 0;
    /// Matches a chunk and, if there is a transaction (`reader` is the same then), writes it. Not to be
    /// called again with the same chunk.
    virtual Result<void> take(Reader& reader, Transaction* tx, ImportChunk& chunk, Tally& tally) = 0;
    /// What follows from all that was written, once it is.
    virtual void finish(Transaction&) {}
};

/// The records that a batch inserted into a table: what an import had made before it was cut off.
std::unordered_set<std::int64_t> inserted_by(Reader& reader, std::optional<Id<Batch>> batch,
                                             std::string_view table);

/// The importer for a file. `database` is only read.
std::unique_ptr<Importer> make_importer(const Import& import, Database& database);

// One function a file.
std::unique_ptr<Importer> make_people_importer(const Import& import, Database& database);
std::unique_ptr<Importer> make_organization_importer(const Import& import);
std::unique_ptr<Importer> make_worksite_importer(const Import& import, Database& database);

}  // namespace wallchart
