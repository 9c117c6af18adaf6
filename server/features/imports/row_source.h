#pragma once
// The rows of a file that is imported: delimited text, or the JSON of a register, told as if it were.

#include "core/csv.h"
#include "features/imports/imports.h"

#include <string>
#include <vector>

namespace wallchart {

class RowSource {
public:
    /// Opens a file and reads its header. Errors: not_found, unsupported (a ZIP or other binary file),
    /// too_large (JSON only), invalid (nothing in it, or no header).
    static Result<RowSource> open(const std::string& path);

    /// The columns' names, unique and never empty.
    const std::vector<std::string>& columns() const { return m_columns; }
    /// Identifies the header: two files of one shape have the same.
    const std::string& header_hash() const { return m_header_hash; }
    Encoding encoding() const { return m_reader.encoding(); }
    std::uint64_t size() const { return m_reader.size(); }
    std::uint64_t position() const { return m_reader.position(); }

    /// The next row that is not blank; false at the end.
    bool next(CsvRow& row) { return m_reader.next(row); }

private:
    explicit RowSource(CsvReader reader) : m_reader(std::move(reader)) {}
    CsvReader m_reader;
    std::vector<std::string> m_columns;
    std::string m_header_hash;
};

/// The register's lookup ({"IBT|810": [1234], ...}: union and number → file numbers) as delimited text,
/// a row for each file number. Errors: invalid.
Result<std::string> lookup_as_csv(std::string_view json);

}  // namespace wallchart
