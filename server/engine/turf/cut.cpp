#include "engine/turf/cut.h"

#include "engine/turf/balance.h"
#include "engine/turf/grow_kept.h"
#include "engine/turf/improve_rows.h"
#include "engine/turf/neighbours.h"
#include "engine/turf/notes.h"
#include "engine/turf/recursive_bisection.h"
#include "engine/turf/ruin_and_recreate.h"
#include "engine/turf/tours.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace wallchart::turf {
namespace {

constexpr std::size_t neighbour_count = 8;
constexpr double out_of_bounds_meters = 40'000;  // what it costs to be beyond the bounds by a whole turf
// Heavier rows could not be exchanged within the bounds; longer ones would fix too much. Measured on streets
// and villages of 100,000 doors.
constexpr std::size_t longest_row = 16;
constexpr double row_weight = 0.25;  // of a turf
constexpr double rows_share = 0.5;   // of the time
// Pieces put in for each door, with an effort of 1: 100,000 doors take 3.3 to 3.5 s.
constexpr double moves_of_rows = 30, moves_of_stops = 56;
constexpr int most_repairs = 6;
// In median steps. Rows begun at 3 end 0.7 % longer after 3.5 s, at 0.5 1.5 %.
constexpr double rows_temperature = 2, stops_temperature = 3;

// Walking is to be known before it is improved. Of the way through the middles of rows so much is left: turf
// of a shift come out at 97 to 99 % of it (streets, villages, doors strewn at random). A walk through all
// stops is so much longer than the ways to their two nearest.
constexpr double improved_share = 0.65, around_share = 1.4;

/// What the load of a turf is made of, and how much of it is wanted.
struct Measure {
    double target = 0;
    std::vector<Weight> of_door;
    double per_meter = 0;  // of time
};

Result<Measure> measure(std::span<const Door> doors, const Request& request) {
    if (doors.empty()) return failure(ErrorKind::invalid, "There is no door to put into a turf.");
    if (!std::ranges::all_of(doors, [](const Door& door) { return door.place.has_value(); }))
        return failure(ErrorKind::invalid, "A door without a place can be put into no turf.");
    if (!request.size && !request.shift_minutes)
        return failure(ErrorKind::invalid, "How large is a turf to be? Give a size or a length of shift.");
    auto sensible = [](double number) { return std::isfinite(number) && number > 0 && number < 1e9; };
    if ((request.size && !sensible(*request.size)) ||
        (request.shift_minutes && !sensible(*request.shift_minutes)))
        return failure(ErrorKind::invalid,
                       "The size of a turf and the length of a shift are numbers above 0.");
    Measure measure;
    measure.target = request.size ? *request.size : *request.shift_minutes;
    double of_minute = request.shift_minutes ? measure.target / *request.shift_minutes : 0;
    measure.per_meter = of_minute / request.pace.meters_a_minute;
    measure.of_door.reserve(doors.size());
    for (const auto& door : doors)
        measure.of_door.push_back(
            {.size = request.size ? door.weight : 0, .time = of_minute * request.pace.minutes_a_door});
    return measure;
}

class Cutter {
public:
    Cutter(std::span<const Door> doors, const Request& request, Measure measure)
        : m_doors(doors),
          m_request(request),
          m_measure(std::move(measure)),
          m_all(gather_stops(doors, larger_of_doors(), m_measure.target, request.kept)),
          m_barriers(request.barriers, m_all.plane, places()),
          m_walk(m_all.stops, m_barriers),
          m_random(request.seed) {}

    Cut run() {
        for (auto& stop : m_all.stops)
            stop.clear = static_cast<float>(m_barriers.clear(stop.at));
        m_neighbours = find_neighbours(m_walk, neighbour_count);
        weigh();
        Tours tours(m_walk, m_weights, m_measure.per_meter);
        keep(tours);
        for (auto stop : m_all.whole)
            if (!tours.placed(stop)) tours.add(std::vector{stop}, bounds(1));
        std::map<std::uint32_t, std::vector<std::uint32_t>> sides;
        for (std::uint32_t stop = 0; stop < m_all.stops.size(); ++stop)
            if (!tours.placed(stop)) sides[m_neighbours.side[stop]].push_back(stop);
        for (auto& [side, members] : sides)
            cut_side(tours, members);
        improve(tours);
        return result(tours);
    }

private:
    std::vector<Meters> places() const {
        std::vector<Meters> all;
        for (const auto& stop : m_all.stops)
            all.push_back(stop.at);
        return all;
    }

    Bounds bounds(double scale) const {
        return {(1 - tolerance) * m_measure.target * std::min(scale, 1.0),
                (1 + tolerance) * m_measure.target * std::max(scale, 1.0)};
    }

    /// Meters that a stop may add to a walk: what it takes to its two nearest, by half from each end.
    double likely_meters(std::uint32_t stop) const {
        auto near = m_neighbours.of(stop);
        if (near.empty()) return 0;
        return (m_walk.meters(stop, near[0]) +
                m_walk.meters(stop, near[std::min<std::size_t>(1, near.size() - 1)])) /
               2;
    }

    std::vector<double> larger_of_doors() const {
        std::vector<double> all;
        all.reserve(m_measure.of_door.size());
        for (const auto& weight : m_measure.of_door)
            all.push_back(weight.larger());
        return all;
    }

    void weigh() {
        for (std::uint32_t stop = 0; stop < m_all.stops.size(); ++stop) {
            auto& weight = m_weights.emplace_back();
            for (auto door : m_all.doors_of(stop))
                weight += m_measure.of_door[door];
            m_larger.push_back(weight.larger());
            double walking = m_measure.per_meter * around_share * likely_meters(stop);
            m_likely_loads.push_back(std::max(weight.size, weight.time + walking));
        }
    }

    /// Turf that there are already, and what is new and near them.
    void keep(Tours& tours) {
        if (m_request.kept.empty()) return;
        auto kept = kept_stops(m_all, m_request.kept);
        m_settled = kept.settled;
        grow_kept(m_walk, m_neighbours, m_likely_loads, (1 + tolerance) * m_measure.target, kept);
        for (auto& stops : kept.turf) {
            order_walk(m_walk, stops);
            tours.add(stops, {0, (1 + tolerance) * m_measure.target});
        }
    }

    RowLimits row_limits() const { return {longest_row, row_weight * m_measure.target}; }

    /// Halves a side until its parts have the size of a turf. Rows of houses stay together.
    void cut_side(Tours& tours, std::span<const std::uint32_t> members) {
        auto rows =
            join_rows(m_walk, m_larger, members, links_to_nearest(m_neighbours, members), row_limits());
        std::vector<Stop> middles;
        std::vector<Weight> weights;
        std::vector<double> likely;
        double load = 0;
        for (const auto& row : rows) {
            middles.push_back(m_all.stops[row.middle()]);
            weights.push_back({.time = m_measure.per_meter * row.meters});
            likely.push_back(0);
            for (auto stop : row.stops) {
                weights.back() += m_weights[stop];
                likely.back() += m_likely_loads[stop];
            }
            load += likely.back();
        }
        Walk walk(middles, m_barriers);
        std::vector<std::uint32_t> numbers(rows.size());
        std::iota(numbers.begin(), numbers.end(), 0U);
        std::vector<std::vector<std::uint32_t>> orders;
        // Where walking counts, its length is known only when it is laid out: a second look then.
        for (int look = 0; look < 2; ++look) {
            auto parts = std::min(turf_count(load, m_measure.target), rows.size());
            orders.clear();
            load = 0;
            bisect(middles, likely, numbers, parts, [&](std::span<const std::uint32_t> part) {
                auto& order = orders.emplace_back(part.begin(), part.end());
                order_walk(walk, order);
                Weight weight{.time = m_measure.per_meter * improved_share * round_trip(walk, order)};
                for (auto row : order)
                    weight += weights[row];
                load += weight.larger();
            });
            if (m_measure.per_meter == 0 || turf_count(load, m_measure.target) == parts) break;
        }
        double scale = load / static_cast<double>(orders.size()) / m_measure.target;
        bool possible = scale >= 1 - tolerance && scale <= 1 + tolerance;
        auto limits = bounds(possible ? 1 : scale);
        if (!possible)
            m_notes.side(tours.size(), static_cast<std::uint32_t>(tours.size() + orders.size()), scale);
        for (const auto& order : orders)
            tours.add(walk_rows(m_walk, rows, order), limits);
    }

    /// An improvement that is over when the share `until` of the time is spent, if there is a limit.
    Improvement improvement(double moves, double temperature, double until) const {
        Improvement how{.moves = moves * m_request.effort * static_cast<double>(m_doors.size()),
                        .temperature = temperature,
                        .load_cost = out_of_bounds_meters / m_measure.target,
                        .settled = m_settled};
        if (m_request.spent)
            how.spent = [this, until, from = m_request.spent()] {
                return (m_request.spent() - from) / std::max(until - from, 1e-9);
            };
        return how;
    }

    void improve(Tours& tours) {
        improve_rows(tours, m_neighbours, m_barriers, row_limits(), m_random,
                     improvement(moves_of_rows, rows_temperature, rows_share));
        ruin_and_recreate(tours, m_neighbours, m_random, improvement(moves_of_stops, stops_temperature, 1));
        // A walk made shorter makes a turf smaller where walking counts: then there is room for others.
        for (int repair = 0; !shorten_all(tours) && repair < most_repairs; ++repair)
            balance(tours, m_neighbours, m_settled, out_of_bounds_meters);
        for (std::uint32_t tour = 0; tour < tours.size(); ++tour) {
            auto order = tours.order(tour);
            begin_after_longest_step(order);
            tours.reorder(tour, order);
        }
    }

    /// Answers whether all turf are within their bounds.
    bool shorten_all(Tours& tours) const {
        bool within = true;
        for (std::uint32_t tour = 0; tour < tours.size(); ++tour) {
            // A repair leaves most as they were: nothing is left to be shortened there.
            if (!tours.as_ordered(tour)) {
                auto order = tours.order(tour);
                shorten_walk(m_walk, order);
                tours.reorder(tour, order);
            }
            within = within && tours.beyond(tour) <= hair;
        }
        return within;
    }

    /// So that who does not walk back to the first door is spared the longest step.
    void begin_after_longest_step(std::vector<std::uint32_t>& order) const {
        std::size_t first = 0;
        double longest = -1;
        for (std::size_t at = 0; at < order.size(); ++at) {
            double meters = m_walk.meters(order[at], order[at + 1 < order.size() ? at + 1 : 0]);
            if (meters > longest) longest = meters, first = at + 1;
        }
        std::rotate(
            order.begin(),
            order.begin() + static_cast<std::ptrdiff_t>(first % std::max<std::size_t>(order.size(), 1)),
            order.end());
    }

    Cut result(const Tours& tours) {
        Cut cut;
        cut.size = m_measure.target;
        cut.stops = m_all.stops.size();
        for (std::uint32_t tour = 0; tour < tours.size(); ++tour) {
            Turf turf;
            for (auto stop : tours.order(tour))
                for (auto door : m_all.doors_of(stop)) {
                    turf.doors.push_back(door);
                    turf.weight += m_doors[door].weight;
                }
            turf.meters = tours.meters(tour);
            turf.minutes = turf.meters / m_request.pace.meters_a_minute +
                           static_cast<double>(turf.doors.size()) * m_request.pace.minutes_a_door;
            cut.meters += turf.meters;
            cut.minutes += turf.minutes;
            m_notes.far_stops(tours, tour, m_all);
            cut.turf.push_back(std::move(turf));
        }
        cut.notes = m_notes.take(cut, m_request);
        return cut;
    }

    std::span<const Door> m_doors;
    const Request& m_request;
    Measure m_measure;
    Stops m_all;
    Barriers m_barriers;
    Walk m_walk;
    Random m_random;
    Neighbours m_neighbours;
    std::vector<Weight> m_weights;       // of each stop
    std::vector<double> m_larger;        // of each of them
    std::vector<double> m_likely_loads;  // with the walking it may add, where that counts
    std::vector<std::uint8_t> m_settled;
    Notes m_notes;
};

}  // namespace

std::size_t turf_count(double load, double size) {
    double ratio = load / size;
    double below = std::max(1.0, std::floor(ratio));
    // The nearer by proportion: 1.2 turf are one, 1.5 are two.
    return static_cast<std::size_t>(ratio / below <= (below + 1) / ratio ? below : below + 1);
}

Result<Cut> cut(std::span<const Door> doors, const Request& request) {
    auto measured = TRY(measure(doors, request));
    return Cutter(doors, request, std::move(measured)).run();
}

}  // namespace wallchart::turf
