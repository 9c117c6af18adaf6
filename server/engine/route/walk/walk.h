#pragma once
// In which order the doors of a turf are walked, by one volunteer or by several.
//
// The shortest way is not what people walk: they do one side of a street and come back on the other, and
// leave a street when it is done. So crossing a street counts as some meters more, and going over to another
// street as some more again; the way around is the shortest with these. The meters told are those walked,
// without them.

#include "engine/route/budget.h"
#include "engine/route/walk/buildings.h"
#include "engine/route/walk/ground.h"
#include "engine/route/walk/street_order.h"

#include <optional>
#include <variant>

namespace wallchart::route {

/// Where a walk ends that starts at a given place.
enum class WalkEnd : std::uint8_t { at_start, anywhere, elsewhere };
/// What the distances are taken from.
struct Straight {};
using GroundSource = std::variant<Straight, CsvReader*, const std::vector<geography::Line>*>;

struct WalkPlan {
    std::optional<geography::Coordinates> start;  ///< none: wherever it is best
    std::optional<geography::Coordinates> end;    ///< with WalkEnd::elsewhere
    WalkEnd end_at = WalkEnd::at_start;
    double detour = default_detour;
    Habits habits;
    double kilometers_an_hour = 4.8;
    double minutes_at_door = 2;  ///< where the list does not say
    std::optional<int> begins;   ///< minute of the day; none: when the first window opens
    int volunteers = 1;
    std::optional<std::int64_t> capacity;  ///< leaflets for each
    std::optional<double> hours;           ///< for each
};

struct Visit {
    int door = 0;        ///< place in the list
    double meters = 0;   ///< from the door before, or from the start
    double arrives = 0;  ///< minutes after the walk began, waiting included
};
struct Walk {
    std::vector<Visit> visits;
    double meters = 0;   ///< all of it, to its end
    double minutes = 0;  ///< with the time at the doors
};
struct Walks {
    std::vector<Walk> walks;
    double meters = 0;
    std::optional<int> begins;  ///< minute of the day, where windows count
    std::vector<std::string> remarks;
};

/// Every door once. Errors: invalid, naming rows: what no volunteer can carry or reach in time, too few
/// volunteers; as the ground's; too_large.
Result<Walks> plan_walks(const std::vector<Door>& doors, const GroundSource& source, const WalkPlan& plan,
                         const Budget& budget);

}  // namespace wallchart::route
