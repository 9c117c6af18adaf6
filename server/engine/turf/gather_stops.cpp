#include "core/disjoint_sets.h"
#include "core/text.h"
#include "engine/doors/units.h"
#include "engine/turf/hilbert_curve.h"
#include "engine/turf/stop.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace wallchart::turf {
namespace {

constexpr double same_place_degrees = 1e-6;  // about 0.1 m
constexpr double same_address_meters = 150;  // farther apart, it is a street of that name in another town

/// A number for each distinct text; folding is slow, so that each spelling is folded once.
class Names {
public:
    std::uint32_t add(std::string_view text) {
        if (text.empty()) return no_street;
        auto [at, added] = m_spellings.try_emplace(text, 0U);
        if (added) {
            auto number = static_cast<std::uint32_t>(m_names.size());
            at->second = m_names.try_emplace(fold(text), number).first->second;
        }
        return at->second;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_spellings;
    std::unordered_map<std::string, std::uint32_t> m_names;
};

Coordinates middle_of(std::span<const Door> doors) {
    double latitude = 0, longitude = 0;
    for (const auto& door : doors)
        latitude += door.place->latitude, longitude += door.place->longitude;
    auto count = static_cast<double>(std::max<std::size_t>(doors.size(), 1));
    return {latitude / count, longitude / count};
}

class Gatherer {
public:
    Gatherer(std::span<const Door> doors, std::span<const double> weights, double size,
             std::span<const std::uint32_t> kept)
        : m_doors(doors),
          m_weights(weights),
          m_size(size),
          m_kept(kept),
          m_together(doors.size()),
          m_street(doors.size()),
          m_floor(doors.size()) {
        m_all.plane = geography::LocalPlane(middle_of(doors));
    }

    Stops gather() {
        join_same_place();
        join_same_address();
        std::vector<std::uint32_t> order(m_doors.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, {}, [&](std::uint32_t door) { return m_together.find(door); });
        for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
            while (end < order.size() && m_together.find(order[end]) == m_together.find(order[begin]))
                ++end;
            auto building = std::span(order).subspan(begin, end - begin);
            sort_by_floors(building);
            add_kept_and_free(building);
        }
        sort_along_curve();
        return std::move(m_all);
    }

private:
    void join_same_place() {
        std::vector<std::tuple<std::int64_t, std::int64_t, std::uint32_t>> places;
        places.reserve(m_doors.size());
        for (std::uint32_t door = 0; door < m_doors.size(); ++door)
            places.emplace_back(std::llround(m_doors[door].place->latitude / same_place_degrees),
                                std::llround(m_doors[door].place->longitude / same_place_degrees), door);
        std::ranges::sort(places);
        for (std::size_t at = 1; at < places.size(); ++at) {
            auto [north, east, door] = places[at];
            auto [before_north, before_east, before] = places[at - 1];
            if (north == before_north && east == before_east) m_together.join(door, before);
        }
    }

    void join_same_address() {
        Names streets, numbers;
        std::vector<std::tuple<std::uint32_t, std::uint32_t, double, std::uint32_t>> addresses;
        for (std::uint32_t door = 0; door < m_doors.size(); ++door) {
            m_street[door] = streets.add(m_doors[door].street);
            auto number = numbers.add(m_doors[door].house_number);
            if (m_street[door] == no_street || number == no_street) continue;
            // By longitude, so that houses of one address in two towns do not alternate.
            addresses.emplace_back(m_street[door], number, m_doors[door].place->longitude, door);
        }
        std::ranges::sort(addresses);
        for (std::size_t at = 1; at < addresses.size(); ++at) {
            auto [street, number, east, door] = addresses[at];
            // A few rows back: several towns of one longitude may each have this address.
            for (std::size_t back = 1; back <= std::min<std::size_t>(at, 8); ++back) {
                auto [other_street, other_number, other_east, other] = addresses[at - back];
                if (street != other_street || number != other_number) break;
                if (great_circle_meters(*m_doors[door].place, *m_doors[other].place) <= same_address_meters) {
                    m_together.join(door, other);
                    break;
                }
            }
        }
    }

    /// As a route walks them.
    void sort_by_floors(std::span<std::uint32_t> building) {
        if (building.size() == 1) return;
        std::vector<std::uint32_t> listed(building.begin(), building.end());
        std::vector<std::string_view> units;
        for (auto door : listed)
            units.emplace_back(m_doors[door].unit);
        std::size_t place = 0;
        for (auto unit : wallchart::doors::floor_by_floor(units)) {
            building[place++] = listed[unit.at];
            m_floor[listed[unit.at]] = unit.floor;
        }
    }

    /// Doors that lie in a turf already stay together, apart from those of other turf.
    void add_kept_and_free(std::span<std::uint32_t> doors) {
        if (m_kept.empty()) return add_building(doors);
        std::ranges::stable_sort(doors, {}, [&](std::uint32_t door) { return m_kept[door]; });
        for (std::size_t begin = 0, end = 0; begin < doors.size(); begin = end) {
            while (end < doors.size() && m_kept[doors[end]] == m_kept[doors[begin]])
                ++end;
            auto same = doors.subspan(begin, end - begin);
            if (m_kept[same.front()] == no_turf) {
                add_building(same);
            } else {
                add_stop(same);
            }
        }
    }

    void add_building(std::span<const std::uint32_t> doors) {
        double weight = 0;
        for (auto door : doors)
            weight += m_weights[door];
        if (weight <= 1.1 * m_size || doors.size() == 1) return add_stop(doors);
        // Full turf as long as there is one left, on whole floors where their sizes allow it.
        bool even = weight / std::round(weight / m_size) <= 1.1 * m_size &&
                    weight / std::round(weight / m_size) >= 0.9 * m_size;
        double left = weight;
        while (left > 1.1 * m_size && doors.size() > 1) {
            double target = even ? left / std::round(left / m_size) : m_size;
            auto count = full_turf(doors, target);
            double taken = 0;
            for (auto door : doors.first(count))
                taken += m_weights[door];
            add_stop(doors.first(count));
            doors = doors.subspan(count);
            left -= taken;
        }
        if (!doors.empty()) add_stop(doors);
    }

    /// How many doors make a turf of about `target`: to the end of a floor if that is within the bounds.
    std::size_t full_turf(std::span<const std::uint32_t> doors, double target) const {
        std::size_t nearest = 1, nearest_floor = 0;
        double sum = 0, best = INFINITY, best_floor = INFINITY;
        for (std::size_t at = 0; at + 1 < doors.size(); ++at) {
            sum += m_weights[doors[at]];
            double miss = std::abs(sum - target);
            if (miss < best) best = miss, nearest = at + 1;
            bool floor_ends = m_floor[doors[at]] != m_floor[doors[at + 1]];
            if (floor_ends && sum >= 0.9 * m_size && sum <= 1.1 * m_size && miss < best_floor)
                best_floor = miss, nearest_floor = at + 1;
            if (sum > 1.1 * m_size) break;
        }
        return nearest_floor > 0 ? nearest_floor : nearest;
    }

    void add_stop(std::span<const std::uint32_t> doors) {
        Stop stop;
        double weight = 0;
        for (auto door : doors) {
            auto at = m_all.plane.project(*m_doors[door].place);
            stop.at.east += at.east / static_cast<double>(doors.size());
            stop.at.north += at.north / static_cast<double>(doors.size());
            weight += m_weights[door];
        }
        stop.weight = static_cast<float>(weight);
        stop.street = m_street[doors.front()];
        stop.number = wallchart::doors::number_of_house(m_doors[doors.front()].house_number);
        stop.first_door = static_cast<std::uint32_t>(m_all.doors.size());
        stop.door_count = static_cast<std::uint32_t>(doors.size());
        m_all.doors.insert(m_all.doors.end(), doors.begin(), doors.end());
        m_all.stops.push_back(stop);
    }

    void sort_along_curve() {
        auto& stops = m_all.stops;
        double west = INFINITY, south = INFINITY, width = 1;
        for (const auto& stop : stops)
            west = std::min(west, stop.at.east), south = std::min(south, stop.at.north);
        for (const auto& stop : stops)
            width = std::max({width, stop.at.east - west, stop.at.north - south});
        auto place = [&](double offset) { return static_cast<std::uint32_t>(offset / width * 65'535); };
        std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
        for (std::uint32_t at = 0; at < stops.size(); ++at)
            order.emplace_back(
                hilbert_index(place(stops[at].at.east - west), place(stops[at].at.north - south)), at);
        std::ranges::sort(order);
        std::vector<Stop> sorted;
        sorted.reserve(stops.size());
        for (auto [index, at] : order)
            sorted.push_back(stops[at]);
        stops = std::move(sorted);
        for (std::uint32_t at = 0; at < stops.size(); ++at)
            if (stops[at].weight >= 0.9 * m_size) m_all.whole.push_back(at);
    }

    std::span<const Door> m_doors;
    std::span<const double> m_weights;
    double m_size;
    std::span<const std::uint32_t> m_kept;
    DisjointSets m_together;
    std::vector<std::uint32_t> m_street;  // of each door
    std::vector<int> m_floor;             // of each door in a building with others
    Stops m_all;
};

}  // namespace

Stops gather_stops(std::span<const Door> doors, std::span<const double> weights, double size,
                   std::span<const std::uint32_t> kept) {
    return Gatherer(doors, weights, size, kept).gather();
}

}  // namespace wallchart::turf
