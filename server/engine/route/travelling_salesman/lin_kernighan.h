#pragma once
// Makes a way around shorter by exchanging some of its ways for others.
//
// Lin and Kernighan (1973): take one way out, put a shorter one in, which forces another out, and so on, as
// long as what was taken out is longer than what was put in; as soon as closing the circle wins, keep it.
// Only near stops are tried, a few at each step, and only around stops where something changed since the last
// try (Bentley 1992).

#include "engine/route/nearest_neighbours.h"
#include "engine/route/travelling_salesman/tour.h"
#include "engine/route/travelling_salesman/virtual_path.h"

#include <array>
#include <vector>

namespace wallchart::route {

class LinKernighan {
public:
    LinKernighan(const Distances& distances, const NeighbourLists& neighbours, std::vector<int> order);

    const Tour& tour() const { return m_tour; }
    Length length() const { return m_length; }

    /// Tries again around a stop in the next search.
    void wake(int stop);
    /// Shortens until nothing around the stops awake helps, or `stop` says that it is enough (asked now and
    /// then).
    template <class Stop>
    void search(Stop&& stop) {
        for (int asked = 1; m_first < m_queue.size(); ++asked) {
            if (asked % 256 == 0 && stop()) return;
            int next = m_queue[m_first++];
            m_awake[next] = 0;
            while (improve(next)) {
            }
        }
        m_queue.clear();
        m_first = 0;
    }

    /// Exchanges two neighbouring parts of the tour (a double bridge, Martin, Otto and Felten 1991): the
    /// stops at places [from + 1, middle] and [middle + 1, to], counted around. Wakes the stops at the
    /// joints.
    void exchange_parts(int from, int middle, int to);

    /// All changes from here on can be taken back.
    void mark() {
        m_turns.clear();
        m_marked = m_length;
    }
    void take_back();

private:
    struct Turn {
        int outside, first, last, next;
    };
    struct Candidate {
        Length value;  // what the exchange leaves: the way taken out less the one put in
        int number, before;
    };
    struct Search;
    /// A circle beside the path, closed at `last`, opened between `middle` - 1 and `middle`.
    struct Opening {
        Length value;
        int last, middle;
        bool swapped;
    };

    // How many of the best exchanges are tried at each step, and how many ways are looked at to open a
    // circle: measured on TSPLIB. Broader or deeper finds more each time, and has less time for shuffles.
    static constexpr std::array<int, 6> breadth{5, 3, 1, 1, 1, 1};
    static constexpr std::size_t circle_neighbours = 5;

    bool improve(int end);
    bool improve(int end, CutTour::Side side);
    bool step(const Search& search, VirtualPath path, int front, Length gain, int depth);
    bool step_around_circle(const Search& search, int front);
    bool close(const Search& search, Length gain);
    void turn(int outside, int first, int last, int next);

    const Distances& m_distances;
    const NeighbourLists& m_neighbours;
    std::vector<std::int32_t> m_near;  // the lengths of the neighbour lists
    Tour m_tour;
    Length m_length;
    Length m_marked = 0;
    std::vector<Turn> m_turns;    // since the mark
    std::vector<Turn> m_planned;  // of the move being tried
    std::vector<int> m_queue;
    std::size_t m_first = 0;
    std::vector<char> m_awake;
};

}  // namespace wallchart::route
