#include "db/postgres_values.h"

#include <charconv>

namespace wallchart {
namespace {

void append_real(std::string& text, double real) {
    char buffer[40];
    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, real);
    text.append(buffer, error == std::errc{} ? end : buffer);
}

}  // namespace

bool PostgresRow::is_integer(int column) const {
    auto type = PQftype(m_result, column);
    return type == 20 || type == 21 || type == 23;  // int8, int2, int4 in pg_type
}

bool PostgresRow::is_real(int column) const {
    auto type = PQftype(m_result, column);
    return type == 701 || type == 700;  // float8, float4
}

std::int64_t PostgresRow::integer(int column) const {
    auto value = text(column);
    if (value == "t") return 1;
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

double PostgresRow::real(int column) const {
    auto value = text(column);
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::string_view PostgresRow::text(int column) const {
    return {PQgetvalue(m_result, m_row, column),
            static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
}

PostgresParameters::PostgresParameters(std::span<const Value> parameters)
    : m_texts(parameters.size(), nullptr), m_owned(parameters.size()) {
    for (std::size_t at = 0; at < parameters.size(); ++at) {
        const auto& value = parameters[at];
        if (is_null(value)) continue;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            m_owned[at] = std::to_string(*number);
        } else if (const auto* real = std::get_if<double>(&value)) {
            append_real(m_owned[at], *real);
        } else {
            m_owned[at] = text_of(value);
        }
        m_texts[at] = m_owned[at].c_str();
    }
}

void append_array_element(std::string& array, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        array += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_real(array, *real);
    } else if (is_null(value)) {
        array += "NULL";
    } else {
        array.push_back('"');
        for (char c : text_of(value)) {
            if (c == '"' || c == '\\') array.push_back('\\');
            array.push_back(c);
        }
        array.push_back('"');
    }
}

}  // namespace wallchart
