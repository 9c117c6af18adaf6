#include "db/value.h"

#include "core/json.h"
#include "db/connection.h"

namespace wallchart {

std::string_view text_of(const Value& value) {
    if (const auto* view = std::get_if<std::string_view>(&value)) return *view;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

Value to_value(const ValueType& type, const void* member) {
    switch (type.kind) {
        case Kind::boolean:
            return std::int64_t{*static_cast<const bool*>(member)};
        case Kind::integer:
            return std::int64_t{*static_cast<const int*>(member)};
        case Kind::long_integer:
        case Kind::id:
        case Kind::instant:
            return *static_cast<const std::int64_t*>(member);
        case Kind::real:
            return *static_cast<const double*>(member);
        case Kind::text:
            return std::string_view(*static_cast<const std::string*>(member));
        case Kind::date:
            return to_string(*static_cast<const Date*>(member));
        case Kind::choice:
            return choice_name(type.choices, *static_cast<const std::uint8_t*>(member));
        case Kind::optional: {
            const auto* inner = type.get(member);
            return inner == nullptr ? Value{} : to_value(*type.element, inner);
        }
        case Kind::list:
        case Kind::record: {
            std::string text;
            encode(text, type, member);
            return text;
        }
    }
    return {};
}

void from_row(const Row& row, int column, const ValueType& type, void* member) {
    if (type.kind == Kind::optional) {
        if (!row.is_null(column)) from_row(row, column, *type.element, type.emplace(member));
        return;
    }
    switch (type.kind) {
        case Kind::boolean:
            *static_cast<bool*>(member) = row.integer(column) != 0;
            return;
        case Kind::integer:
            *static_cast<int*>(member) = static_cast<int>(row.integer(column));
            return;
        case Kind::long_integer:
        case Kind::id:
        case Kind::instant:
            *static_cast<std::int64_t*>(member) = row.integer(column);
            return;
        case Kind::real:
            *static_cast<double*>(member) = row.real(column);
            return;
        case Kind::text:
            *static_cast<std::string*>(member) = row.text(column);
            return;
        case Kind::list:
        case Kind::record: {
            auto value = parse_json(row.text(column));
            if (value && decode(*value, type, member)) return;
            break;
        }
        case Kind::date:
        case Kind::choice:
            if (decode_scalar(row.text(column), type, member)) return;
            break;
        case Kind::optional:
            return;
    }
    throw DatabaseError(DatabaseFault::broken, "a column holds a value that its type does not allow");
}

}  // namespace wallchart
