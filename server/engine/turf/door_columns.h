#pragma once
// What the columns of a list of doors hold, recognised by the names they usually have.

#include "core/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::turf {

enum class DoorField : std::uint8_t {
    ignored,
    id,
    latitude,
    longitude,
    street,
    house_number,
    unit,
    weight,
    turf
};

std::string_view name_of(DoorField field);

/// The field that a column of this name usually holds ("Lat", "Street Address", "apt").
DoorField recognise_door_field(std::string_view column_name);

/// The field of each column. `mappings` are "FIELD=COLUMN" and come before what is recognised; of several
/// columns of one field the first counts. Errors: invalid (a field or column that does not exist).
Result<std::vector<DoorField>> recognise_door_columns(std::span<const std::string> header,
                                                      std::span<const std::string> mappings);

}  // namespace wallchart::turf
