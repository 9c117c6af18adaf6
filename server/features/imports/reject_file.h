#pragma once
// The rows that were not taken, as a file to mend and to give again: the columns of the original, then
// line, column and reason.

#include "features/imports/importer.h"

#include <fstream>
#include <string>
#include <vector>

namespace wallchart {

class RejectFile {
public:
    /// Goes on at `size` bytes of the file, what is behind them being of a chunk that was not committed.
    /// Errors: unavailable, if it can't be written.
    static Result<RejectFile> open(const std::string& path, std::int64_t size,
                                   const std::vector<std::string>& columns, std::string language);

    void write(const FileRow& row, const std::vector<CellFault>& faults);
    /// All that was written is with the system. Errors: unavailable (a full disk).
    Result<void> flush();
    std::int64_t size() const { return m_size; }
    /// The columns and reasons of a row's faults as one line each.
    static Reject shown(const FileRow& row, const CellFault& fault, std::string_view language);

private:
    std::string m_path;
    std::vector<std::string> m_columns;
    std::string m_language;
    std::ofstream m_file;
    std::int64_t m_size = 0;
};

}  // namespace wallchart
