#pragma once
// The nearest of many places (k-d tree, Bentley 1975). The places are halved by a line north to south or east
// to west, each half is halved again, and so on; a search goes down the side where it stands and looks across
// a line only if that is nearer than the worst it has. About log n steps for each search.

#include "engine/geography/coordinates.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

using geography::Meters;

/// A place found, and the square of its distance in meters.
struct Near {
    double square = 0;
    std::uint32_t point = 0;
};

class KdTree {
public:
    explicit KdTree(std::span<const Meters> points);

    /// The `count` nearest of `from`, the nearest first, ties by number. `except` is left out.
    void nearest(Meters from, std::size_t count, std::uint32_t except, std::vector<Near>& found) const;

    /// For nearest_of_another_group: which group each point is of.
    void set_groups(std::span<const std::uint32_t> groups);
    /// The nearest point of another group than `group`, if one is nearer than the square given.
    Near nearest_of_another_group(Meters from, std::uint32_t group, double square) const;

private:
    static constexpr std::uint32_t leaf = 8;
    static constexpr std::uint32_t mixed = 0xffffffffU;
    void build(std::uint32_t begin, std::uint32_t end);
    void search(std::uint32_t begin, std::uint32_t end, Meters from, std::size_t count, std::uint32_t except,
                std::vector<Near>& found) const;
    void search_another(std::uint32_t begin, std::uint32_t end, Meters from, std::uint32_t group,
                        Near& best) const;
    std::uint32_t mark_groups(std::uint32_t begin, std::uint32_t end);

    std::vector<Meters> m_points;         // in the order of the tree
    std::vector<std::uint32_t> m_number;  // of each of them
    std::vector<std::uint8_t> m_axis;     // of the half whose middle this is
    std::vector<std::uint32_t> m_group;   // of each point
    std::vector<std::uint32_t> m_whole;   // the group of all points of a half, or mixed; by its middle
};

}  // namespace wallchart::turf
