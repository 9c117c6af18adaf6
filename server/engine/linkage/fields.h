#pragma once
// What the columns of a list of people hold, recognised by the names they usually have.

#include "core/record.h"
#include "core/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::linkage {

/// What a column says of a person. `id` only names the row and is never compared; `identifier` is a number
/// that belongs to a person (a member's, a voter's) and is.
enum class Field : std::uint8_t {
    ignored,
    id,
    full_name,
    given,
    middle,
    family,
    suffix,
    birth_date,
    birth_year,
    birth_month,
    birth_day,
    email,
    phone,
    address,  ///< a line of a postal address, with or without its number and unit
    street_number,
    unit,
    city,
    state,
    postal_code,
    sex,
    employer,
    identifier,
};
BOOST_DESCRIBE_ENUM(Field, ignored, id, full_name, given, middle, family, suffix, birth_date, birth_year,
                    birth_month, birth_day, email, phone, address, street_number, unit, city, state,
                    postal_code, sex, employer, identifier)

/// A column of a list. Columns of one field are told apart by `slot`, counted from 0.
struct Column {
    std::string name;
    Field field = Field::ignored;
    std::uint8_t slot = 0;
};

/// The field that a column of this name usually holds ("First Name", "YoB", "address_1").
Field recognise(std::string_view column_name);

/// The columns of a list by their header. `mappings` are "FIELD=COLUMN" and come before what is recognised;
/// `id_column` may be empty. Two columns that can only be one (two given names, say) are both kept where the
/// field takes several, else the later one is ignored. Errors: invalid (a field or column that does not
/// exist, nothing to compare).
Result<std::vector<Column>> recognise_columns(std::span<const std::string> header, std::string_view id_column,
                                              std::span<const std::string> mappings);

}  // namespace wallchart::linkage
