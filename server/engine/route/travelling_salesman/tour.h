#pragma once
// A way around through all stops that can be changed in place: an array of the stops in order, and where in
// it each stands.

#include <cstdint>
#include <utility>
#include <vector>

namespace wallchart::route {

class Tour {
public:
    explicit Tour(std::vector<int> order) : m_order(std::move(order)), m_place(m_order.size()) {
        for (int at = 0; at < count(); ++at)
            m_place[m_order[at]] = at;
    }

    int count() const { return static_cast<int>(m_order.size()); }
    const std::vector<int>& order() const { return m_order; }
    int place(int stop) const { return m_place[stop]; }
    int at(int place) const { return m_order[place]; }
    int after(int stop) const {
        int place = m_place[stop] + 1;
        return m_order[place == count() ? 0 : place];
    }
    int before(int stop) const {
        int place = m_place[stop];
        return m_order[place == 0 ? count() - 1 : place - 1];
    }

    /// Turns the part `first` ... `last` around, in which `outside` stands beside `first` and not in the
    /// part: the ways outside-first and last-next become outside-last and first-next. The shorter of the part
    /// and the rest is moved, which is the same way around.
    void turn(int outside, int first, int last) {
        if (after(outside) == first)
            reverse(m_place[first], m_place[last]);
        else
            reverse(m_place[last], m_place[first]);
    }
    /// How many stops the cheaper half of a turn would move.
    int cost_of_turn(int first, int last) const {
        int inside = m_place[last] - m_place[first];
        if (inside < 0) inside = -inside;
        ++inside;
        return inside * 2 > count() ? count() - inside : inside;
    }

private:
    void reverse(int from, int to) {
        int inside = to - from + 1;
        if (inside <= 0) inside += count();
        if (inside * 2 > count()) {
            std::swap(from, to);
            from = from + 1 == count() ? 0 : from + 1;
            to = to == 0 ? count() - 1 : to - 1;
            inside = count() - inside;
        }
        for (int swaps = inside / 2; swaps > 0; --swaps) {
            int a = m_order[from], b = m_order[to];
            m_order[from] = b;
            m_place[b] = from;
            m_order[to] = a;
            m_place[a] = to;
            if (++from == count()) from = 0;
            if (--to < 0) to = count() - 1;
        }
    }

    std::vector<int> m_order;
    std::vector<int> m_place;
};

}  // namespace wallchart::route
