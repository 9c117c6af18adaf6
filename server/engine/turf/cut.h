#pragma once
// Cuts doors into turf. A recipe: doors are gathered into buildings; barriers say which lie on one side;
// each side is halved until its parts have the size of a turf; a walk is laid through each; and where turf
// meet, they exchange rows of houses, then single ones, as long as all of them together get shorter to walk.

#include "core/result.h"
#include "engine/geography/geojson.h"
#include "engine/turf/turf.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::turf {

/// How fast volunteers walk, and how long they stay at a door: with these, 25 doors an hour in dense streets
/// and 15 where houses are far apart (a rule of thumb of field trainings).
struct Pace {
    double meters_a_minute = 75;
    double minutes_a_door = 2;
};

/// What to cut. A size, a shift or both are given; with both, a turf has the size where that fits into the
/// shift and is smaller where doors are far apart.
struct Request {
    std::optional<double> size;           ///< weight of the doors of a turf (their number, if each weighs 1)
    std::optional<double> shift_minutes;  ///< of walking and talking
    Pace pace;
    geography::Shapes barriers;
    /// Of each door, the turf that it lies in already, counted from 0, or no_turf; empty if there are none.
    std::vector<std::uint32_t> kept;
    std::uint64_t seed = 1;
    /// How long turf are improved, in proportion; without a time limit the answer is the same on every
    /// machine.
    double effort = 1;
    /// The share of the time given that is spent; at 1 the improvement ends. Empty: `effort` decides.
    std::function<double()> spent;
};

/// Something that whoever sends people out should know.
struct Note {
    std::string text;
    std::vector<std::uint32_t> doors;  ///< numbers of those concerned, perhaps none
};

struct Cut {
    /// Kept turf first, under their old numbers (those that lost all doors have none), then new ones.
    std::vector<Turf> turf;
    std::vector<Note> notes;
    double size = 0;        ///< aimed at: weight, or minutes where only a shift was given
    double meters = 0;      ///< of walking, all turf together
    double minutes = 0;     ///< all turf together
    std::size_t stops = 0;  ///< buildings
};

/// A turf is within this share of the size aimed at, wherever that is possible.
inline constexpr double tolerance = 0.1;

/// Cuts. Every door is in exactly one turf. Errors: invalid (no door, one without a place, neither
/// size nor shift, numbers that make no sense).
Result<Cut> cut(std::span<const Door> doors, const Request& request);

/// How many turf of about `size` a load makes: the whole number that comes nearest, at least 1.
std::size_t turf_count(double load, double size);

}  // namespace wallchart::turf
