#pragma once
// Values as libpq takes and gives them: as text.

#include "db/value.h"

#include <libpq-fe.h>

#include <span>
#include <string>
#include <vector>

namespace wallchart {

/// A row of an answer, which must outlive it.
class PostgresRow final : public Row {
public:
    PostgresRow(const PGresult* result, int row) : m_result(result), m_row(row) {}
    int columns() const override { return PQnfields(m_result); }
    bool is_null(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    bool is_integer(int column) const override;
    bool is_real(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;

private:
    const PGresult* m_result;
    int m_row;
};

/// Parameters of a statement: texts that end with NUL, or nothing for NULL.
class PostgresParameters {
public:
    explicit PostgresParameters(std::span<const Value> parameters);
    PostgresParameters(const PostgresParameters&) = delete;
    PostgresParameters& operator=(const PostgresParameters&) = delete;
    int count() const { return static_cast<int>(m_texts.size()); }
    const char* const* data() const { return m_texts.data(); }

private:
    std::vector<const char*> m_texts;
    std::vector<std::string> m_owned;
};

/// Appends a value to an array literal of PostgreSQL ("{1,NULL,\"a\"}").
void append_array_element(std::string& array, const Value& value);

}  // namespace wallchart
