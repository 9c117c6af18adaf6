#pragma once
// What the columns of a list of doors hold, recognised by the names they usually have.

#include "core/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::doors {

/// What a list is read for: to be cut into turf, or to be walked.
enum class Use : std::uint8_t { cut, walk };

enum class Field : std::uint8_t {
    ignored,
    id,
    latitude,
    longitude,
    street,
    house_number,
    unit,
    weight,  // for cutting alone, as turf
    turf,
    amount,  // for walking alone, as what follows
    minutes,
    open,
    close
};

std::string_view name_of(Field field);

/// The field that a column of this name usually holds ("Lat", "Street Address", "apt").
Field recognise_field(std::string_view column_name, Use use);

/// The field of each column. `mappings` are "FIELD=COLUMN" and come before what is recognised; of several
/// columns of one field the likeliest counts. Errors: invalid (a field or column that does not exist).
Result<std::vector<Field>> recognise_columns(std::span<const std::string> header,
                                             std::span<const std::string> mappings, Use use);

}  // namespace wallchart::doors
