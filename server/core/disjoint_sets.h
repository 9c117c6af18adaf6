#pragma once
// Sets that grow together (Galler and Fischer 1964). Each member points to another of its set, down to the
// smallest number, which stands for the set and points to itself; whoever asks shortens the way.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace wallchart {

class DisjointSets {
public:
    /// Each of the numbers below `count` is a set of its own.
    explicit DisjointSets(std::size_t count) : m_parent(count) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }
    /// The smallest number of the set.
    std::uint32_t find(std::uint32_t at) {
        while (m_parent[at] != at)
            at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }
    /// Makes one of two sets; answers whether they were two.
    bool join(std::uint32_t a, std::uint32_t b) {
        a = find(a), b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

}  // namespace wallchart
