#include "features/imports/pipeline.h"

namespace wallchart {
namespace {

/// The reader of delimited text says it in a sentence; here it is told apart.
RejectReason reason_of(std::string_view fault) {
    if (fault.find("NUL") != std::string_view::npos) return RejectReason::nul_byte;
    if (fault.find("quote") != std::string_view::npos) return RejectReason::open_quote;
    if (fault.find("columns") != std::string_view::npos) return RejectReason::too_many_columns;
    return RejectReason::row_too_long;
}

constexpr std::size_t shown_bytes = 4096;  // of a row that can't be read, for the file of rejects

}  // namespace

FileRow file_row(const CsvRow& row) {
    FileRow kept;
    kept.line = static_cast<std::int64_t>(row.line);
    bool broken = !row.fault.empty();
    if (broken) kept.faults.push_back({"", reason_of(row.fault)});
    std::size_t size = 0;
    for (auto cell : row.cells)
        size += cell.size();
    kept.text.reserve(broken ? std::min(size, shown_bytes) : size);
    kept.ends.reserve(row.cells.size());
    for (auto cell : row.cells) {
        if (broken && kept.text.size() + cell.size() > shown_bytes) break;
        for (char c : cell)
            kept.text.push_back(c == '\0' ? ' ' : c);
        kept.ends.push_back(static_cast<std::uint32_t>(kept.text.size()));
    }
    return kept;
}

Pipeline::Pipeline(RowSource& source, Importer& importer)
    : m_source(source), m_importer(importer), m_thread([this] { read(); }) {}

Pipeline::~Pipeline() {
    {
        std::lock_guard lock(m_mutex);
        m_stop = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

std::vector<FileRow> Pipeline::read_rows() {
    std::vector<FileRow> rows;
    std::size_t bytes = 0;
    CsvRow row;
    while (rows.size() < rows_a_chunk && bytes < chunk_bytes && m_source.next(row)) {
        rows.push_back(file_row(row));
        bytes += rows.back().text.size();
    }
    return rows;
}

void Pipeline::read() {
    try {
        for (;;) {
            auto rows = read_rows();
            if (rows.empty()) break;
            auto chunk = m_importer.read(std::move(rows));
            chunk->position = m_source.position();
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stop || m_ready.size() < chunks_ahead; });
            if (m_stop) return;
            m_ready.push_back(std::move(chunk));
            m_changed.notify_all();
        }
    } catch (...) {
        std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
    }
    std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
}

std::unique_ptr<ImportChunk> Pipeline::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ended || !m_ready.empty(); });
    if (m_ready.empty()) {
        if (m_failure) std::rethrow_exception(m_failure);
        return nullptr;
    }
    auto chunk = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    return chunk;
}

}  // namespace wallchart
