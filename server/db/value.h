#pragma once
// Values on their way into and out of SQL, without C++ types: the seam between described records and
// either database.

#include "core/record.h"

#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace wallchart {

/// A parameter of a statement. Views must outlive the call they are given to.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, std::string>;

inline bool is_null(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}
/// The text of a value that holds one; empty otherwise.
std::string_view text_of(const Value& value);

/// One row of an answer, valid until the next is fetched. Columns count from 0.
class Row {
public:
    virtual ~Row() = default;
    virtual int columns() const = 0;
    virtual bool is_null(int column) const = 0;
    /// Whether the column holds whole numbers, or real ones, rather than text.
    virtual bool is_integer(int column) const = 0;
    virtual bool is_real(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
};

/// The value of a described member. Booleans are 0 and 1, instants milliseconds, dates and enums text,
/// lists and records JSON text.
Value to_value(const ValueType& type, const void* member);
/// The reverse. Throws DatabaseError where the database holds what the type can't (a bug, or tampering).
void from_row(const Row& row, int column, const ValueType& type, void* member);

/// Any scalar that the records know, as a parameter.
template <class T>
Value as_value(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        return std::int64_t{value};
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (std::is_same_v<T, Value>) {
        return value;
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        return std::string_view(value);
    } else {
        return to_value(value_type<T>(), &value);
    }
}

/// Reads `count(T)` columns from `first` on: one for a scalar, one for each member of a described struct.
template <class T>
T read_row(const Row& row, int first = 0) {
    T into{};
    if constexpr (boost::describe::has_describe_members<T>::value) {
        for (const auto& field : record_type<T>().fields)
            from_row(row, first++, *field.type, field.in(&into));
    } else {
        from_row(row, first, value_type<T>(), &into);
    }
    return into;
}

}  // namespace wallchart
