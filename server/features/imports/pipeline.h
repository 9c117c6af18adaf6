#pragma once
// Rows of a file, read and checked by a thread of their own, a few chunks ahead of whoever takes them.

#include "features/imports/importer.h"
#include "features/imports/row_source.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace wallchart {

class Pipeline {
public:
    static constexpr std::size_t rows_a_chunk = 4000;
    static constexpr std::size_t chunk_bytes = std::size_t{4} << 20U;  ///< a chunk of long rows has fewer
    static constexpr std::size_t chunks_ahead = 1;

    /// Reads from `source` on; `importer` and `source` must outlive the pipeline.
    Pipeline(RowSource& source, Importer& importer);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// The next chunk; null at the end. Throws what reading threw.
    std::unique_ptr<ImportChunk> next();

private:
    void read();
    std::vector<FileRow> read_rows();

    RowSource& m_source;
    Importer& m_importer;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<ImportChunk>> m_ready;
    bool m_ended = false;
    bool m_stop = false;
    std::exception_ptr m_failure;
    std::thread m_thread;
};

/// A row as it stands in the file, with the fault that it has as a row.
FileRow file_row(const CsvRow& row);

}  // namespace wallchart
