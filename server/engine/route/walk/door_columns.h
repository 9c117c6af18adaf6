#pragma once
// Which column of a list of doors says what.

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace wallchart::route {

enum class DoorColumn : std::uint8_t {
    id,
    latitude,
    longitude,
    address,
    street,
    house_number,
    unit,
    amount,
    minutes,
    open,
    close,
};
inline constexpr std::size_t door_columns = 11;

/// Where each is in a header, by its usual names; the first that fits.
std::array<std::optional<std::size_t>, door_columns> find_door_columns(
    const std::vector<std::string>& header);

}  // namespace wallchart::route
