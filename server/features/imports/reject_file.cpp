#include "features/imports/reject_file.h"

#include "core/csv.h"

#include <filesystem>

namespace wallchart {

Result<RejectFile> RejectFile::open(const std::string& path, std::int64_t size,
                                    const std::vector<std::string>& columns, std::string language) {
    RejectFile file;
    file.m_path = path;
    file.m_columns = columns;
    file.m_language = std::move(language);
    file.m_size = size;
    std::error_code error;
    if (size == 0) {
        std::filesystem::remove(path, error);
        return file;
    }
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size), error);
    if (error) return failure(ErrorKind::unavailable, "The file of rejected rows can't be written: " + path);
    file.m_file.open(path, std::ios::binary | std::ios::app);
    return file;
}

void RejectFile::write(const FileRow& row, const std::vector<CellFault>& faults) {
    if (m_size == 0) {  // made with its first row: no file says that nothing was rejected
        m_file.open(m_path, std::ios::binary | std::ios::trunc);
        auto header = m_columns;
        bool spanish = m_language == "es";
        header.insert(header.end(), {spanish ? "línea" : "line", spanish ? "columna" : "column",
                                     spanish ? "motivo" : "reason"});
        auto line = "\xEF\xBB\xBF" + csv_line(header);  // the mark makes Excel read UTF-8
        m_file << line;
        m_size += static_cast<std::int64_t>(line.size());
    }
    auto cells = std::vector<std::string>{};
    for (auto cell : row.cells())
        cells.emplace_back(cell);
    if (cells.size() < m_columns.size()) cells.resize(m_columns.size());
    cells.push_back(std::to_string(row.line));
    std::string columns, reasons;
    for (const auto& fault : faults) {
        if (!fault.column.empty()) columns += (columns.empty() ? "" : "; ") + fault.column;
        reasons += (reasons.empty() ? "" : " ") + in_words(fault.reason, m_language);
    }
    cells.push_back(std::move(columns));
    cells.push_back(std::move(reasons));
    auto line = csv_line(cells);
    m_file << line;
    m_size += static_cast<std::int64_t>(line.size());
}

Result<void> RejectFile::flush() {
    if (m_size == 0) return {};
    m_file.flush();
    if (!m_file)
        return failure(ErrorKind::unavailable, "The file of rejected rows can't be written: " + m_path);
    return {};
}

Reject RejectFile::shown(const FileRow& row, const CellFault& fault, std::string_view language) {
    return {row.line, fault.column, fault.reason, in_words(fault.reason, language)};
}

}  // namespace wallchart
