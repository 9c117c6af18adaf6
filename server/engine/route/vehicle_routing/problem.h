#pragma once
// Stops to be served by several vehicles (or canvassers) that start and end at one place, each with room for
// so much and with so much time.

#include "engine/route/distances.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace wallchart::route {

/// What a stop asks for. Times are counted in the unit of the distances: how far one gets in them.
struct Demand {
    std::int64_t amount = 0;  ///< of what the vehicle carries
    Length service = 0;       ///< time spent at the stop
    Length open = 0;          ///< service begins no earlier; whoever is early waits
    Length close = std::numeric_limits<Length>::max() / 4;  ///< service begins no later
};

enum class Goal : std::uint8_t {
    length,               ///< the shortest ways, with as many vehicles as it takes (CVRPLIB)
    vehicles_then_length  ///< as few vehicles as can be, then the shortest ways (Solomon's problems)
};

struct RoutingProblem {
    /// Stop 0 is where all start and end; the distance from it is that of a first way, the distance to it
    /// that of a last.
    Distances distances;
    std::vector<Demand> demands;  ///< of each stop; the depot's window is the shift, its other values are 0
    std::int64_t capacity = std::numeric_limits<std::int64_t>::max() / 4;
    int vehicles = std::numeric_limits<int>::max();
    Goal goal = Goal::length;

    int count() const { return distances.count(); }
    /// Whether time matters at all.
    bool timed() const;
};

/// Why a stop can be served by nobody, even alone.
enum class Hindrance : std::uint8_t { too_much, too_late, back_too_late };
struct Impossible {
    int stop;
    Hindrance why;
};
/// The stops that no vehicle could serve.
std::vector<Impossible> impossible_stops(const RoutingProblem& problem);

/// Who goes where: each vehicle's stops in order, without the depot.
struct Routes {
    std::vector<std::vector<int>> routes;
    std::vector<int> unserved;  ///< for whom no room or time was found; empty in a full answer
    Length length = 0;
};

/// What is wrong with an answer: a stop missing or twice, too much aboard, too late. Empty when nothing is.
std::vector<int> faulty_stops(const RoutingProblem& problem, const Routes& answer);

}  // namespace wallchart::route
