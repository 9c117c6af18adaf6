#include "engine/route/travelling_salesman/greedy_edges.h"

#include "core/disjoint_sets.h"

#include <algorithm>
#include <array>

namespace wallchart::route {
namespace {

struct Edge {
    Length length;
    int from, to;
    friend bool operator<(const Edge& a, const Edge& b) {
        if (a.length != b.length) return a.length < b.length;
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    }
};

/// Pieces of a way: each stop with at most two others beside it, and which piece it lies in.
class Pieces {
public:
    explicit Pieces(int count) : m_beside(count, {-1, -1}), m_pieces(count), m_left(count) {}
    int left() const { return m_left; }
    bool is_end(int stop) const { return m_beside[stop][1] < 0; }
    /// Whether they could be joined, and so were.
    bool join(int a, int b) {
        if (!is_end(a) || !is_end(b)) return false;
        if (!m_pieces.join(a, b)) return false;
        add(a, b);
        add(b, a);
        --m_left;
        return true;
    }
    /// The stops that are ends of pieces.
    std::vector<int> ends() const {
        std::vector<int> ends;
        for (int stop = 0; stop < static_cast<int>(m_beside.size()); ++stop)
            if (is_end(stop)) ends.push_back(stop);
        return ends;
    }
    /// The one piece that is left, from end to end.
    std::vector<int> walk() const {
        std::vector<int> way;
        way.reserve(m_beside.size());
        int at = 0, before = -1;
        while (!is_end(at))
            ++at;
        while (at >= 0) {
            way.push_back(at);
            int next = m_beside[at][0] == before ? m_beside[at][1] : m_beside[at][0];
            before = at;
            at = next;
        }
        return way;
    }

private:
    void add(int to, int other) { m_beside[to][m_beside[to][0] < 0 ? 0 : 1] = other; }

    std::vector<std::array<int, 2>> m_beside;
    DisjointSets m_pieces;
    int m_left;
};

void join_shortest(Pieces& pieces, std::vector<Edge>& edges) {
    std::sort(edges.begin(), edges.end());
    for (const auto& edge : edges)
        pieces.join(edge.from, edge.to);
}

}  // namespace

std::vector<int> greedy_edges(const Distances& distances, const NeighbourLists& neighbours) {
    int count = distances.count();
    Pieces pieces(count);
    std::vector<Edge> edges;
    for (int stop = 0; stop < count; ++stop)
        for (int other : neighbours.of(stop))
            edges.push_back({distances.between(stop, other), stop, other});
    join_shortest(pieces, edges);
    int width = 8;
    while (pieces.left() > 1) {
        auto ends = pieces.ends();
        int before = pieces.left();
        NeighbourLists among(distances, ends, width);
        edges.clear();
        for (int at = 0; at < static_cast<int>(ends.size()); ++at)
            for (int other : among.of(at))
                edges.push_back({distances.between(ends[at], ends[other]), ends[at], ends[other]});
        join_shortest(pieces, edges);
        // Many stops at one place have none but each other near: look further. With all pairs looked at, one
        // is left.
        if (pieces.left() == before) width *= 4;
    }
    return pieces.walk();
}

}  // namespace wallchart::route
