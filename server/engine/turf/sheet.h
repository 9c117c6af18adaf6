#pragma once
// A turf on paper: a map with the walk, and its doors in that order with room to write.

#include "engine/turf/write_turf.h"

#include <span>
#include <string>
#include <string_view>

namespace wallchart::turf {

/// The walk as an SVG picture: buildings numbered in their order, a line from one to the next, a scale.
/// Readable in black and white.
std::string map_picture(const Turf& turf, std::span<const Door> doors);

/// A page of HTML that prints by itself. `code` is an SVG picture (a QR code, say) or empty, and `code_text`
/// what stands below it.
std::string sheet(const Turf& turf, std::span<const Door> doors, std::string_view label,
                  std::string_view code, std::string_view code_text);

/// The place where the walk begins, as phones open it (geo URI, RFC 5870).
std::string start_address(const Turf& turf, std::span<const Door> doors);

}  // namespace wallchart::turf
