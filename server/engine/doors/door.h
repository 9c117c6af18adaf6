#pragma once
// A door to knock on, as a list has it.

#include "engine/geography/coordinates.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace wallchart::doors {

using geography::Coordinates;

/// A window in minutes of the day: whoever is early waits.
struct Window {
    int open = 0;
    int close = 24 * 60;
    friend auto operator<=>(const Window&, const Window&) = default;
};

struct Door {
    std::string id;
    std::optional<Coordinates> place;  ///< there, unless the list was read without need of it
    std::string street;                ///< "Maple St"; empty if not known
    std::string house_number;          ///< as written: "12", "12A"
    std::string unit;                  ///< "304", "4B"; empty in a house of its own
    double weight = 1;                 ///< what it counts for in the size of a turf
    std::int64_t amount = 1;           ///< leaflets or what else is carried there
    std::optional<double> minutes;     ///< spent at the door, where the list says so
    std::optional<Window> window;
    std::uint64_t line = 0;  ///< of the file it came from, for messages
};

}  // namespace wallchart::doors
