#include "engine/route/travelling_salesman/lin_kernighan.h"

#include <algorithm>
#include <optional>

namespace wallchart::route {

/// One search from a cut of the tour, between `end` and what stood beside it.
struct LinKernighan::Search {
    int end;
    const CutTour& cut;
};

LinKernighan::LinKernighan(const Distances& distances, const NeighbourLists& neighbours,
                           std::vector<int> order)
    : m_distances(distances),
      m_neighbours(neighbours),
      m_tour(std::move(order)),
      m_length(distances.around(m_tour.order())),
      m_awake(m_tour.count(), 0) {
    m_near.reserve(static_cast<std::size_t>(m_tour.count()) * neighbours.width());
    for (int stop = 0; stop < m_tour.count(); ++stop)
        for (int near : neighbours.of(stop))
            m_near.push_back(static_cast<std::int32_t>(
                std::min<Length>(distances.between(stop, near), std::numeric_limits<std::int32_t>::max())));
}

void LinKernighan::wake(int stop) {
    if (m_awake[stop] != 0) return;
    m_awake[stop] = 1;
    m_queue.push_back(stop);
}

void LinKernighan::turn(int outside, int first, int last, int next) {
    m_tour.turn(outside, first, last);
    m_turns.push_back({outside, first, last, next});
}

void LinKernighan::take_back() {
    for (auto at = m_turns.rbegin(); at != m_turns.rend(); ++at)
        m_tour.turn(at->outside, at->last, at->first);
    m_turns.clear();
    m_length = m_marked;
}

bool LinKernighan::improve(int end) {
    return improve(end, CutTour::Side::after) || improve(end, CutTour::Side::before);
}

bool LinKernighan::improve(int end, CutTour::Side side) {
    CutTour cut(m_tour, end, side);
    Search search{end, cut};
    m_planned.clear();
    int front = cut.stop(0);
    Length gain = m_distances.between(end, front);
    if (step(search, VirtualPath(cut.count()), front, gain, 0)) return true;
    return step_around_circle(search, front);
}

/// Carries out what was planned: it makes the tour shorter by `gain`.
bool LinKernighan::close(const Search& search, Length gain) {
    m_length -= gain;
    wake(search.end);
    for (const auto& each : m_planned) {
        turn(each.outside, each.first, each.last, each.next);
        for (int stop : {each.first, each.last, each.next})
            wake(stop);
    }
    return true;
}

/// The path runs from `front` to the end; a way from the front to a near stop, and out with the one before
/// that stop: what lies between is turned around.
bool LinKernighan::step(const Search& search, VirtualPath path, int front, Length gain, int depth) {
    std::array<Candidate, 16> candidates;
    int found = 0;
    auto near = m_neighbours.of(front);
    const auto* lengths = m_near.data() + static_cast<std::size_t>(front) * m_neighbours.width();
    int front_number = path.front();
    for (std::size_t at = 0; at < near.size(); ++at) {
        Length left = gain - lengths[at];
        if (left <= 0) break;
        int number = search.cut.number(near[at]);
        int before = path.before(number);
        if (before < 0 || before == front_number) continue;
        Candidate next{left + m_distances.between(search.cut.stop(before), near[at]), number, before};
        int place = found++;
        for (; place > 0 && candidates[place - 1].value < next.value; --place)
            candidates[place] = candidates[place - 1];
        candidates[place] = next;
    }
    found = std::min(found, breadth[depth]);
    for (int at = 0; at < found; ++at) {
        const auto& [value, number, before] = candidates[at];
        int new_front = search.cut.stop(before);
        m_planned.push_back({search.end, front, new_front, search.cut.stop(number)});
        Length closed = value - m_distances.between(new_front, search.end);
        if (closed > 0) return close(search, closed);
        if (depth + 1 < static_cast<int>(breadth.size())) {
            auto turned = path;
            turned.turn_before(number);
            if (step(search, turned, new_front, value, depth + 1)) return true;
        }
        m_planned.pop_back();
    }
    return false;
}

/// The other way to begin: out with the way *after* a near stop, which leaves a circle beside the path; a
/// second exchange opens the circle into the path. It moves a part elsewhere without turning it, which no
/// other step does.
bool LinKernighan::step_around_circle(const Search& search, int front) {
    const auto& cut = search.cut;
    std::optional<Opening> best;
    Length gain = m_distances.between(search.end, front);
    auto near = m_neighbours.of(front);
    const auto* near_lengths = m_near.data() + static_cast<std::size_t>(front) * m_neighbours.width();
    for (std::size_t at = 0; at < near.size() && at < circle_neighbours; ++at) {
        Length left = gain - near_lengths[at];
        if (left <= 0) break;
        int last = cut.number(near[at]);
        if (last + 1 >= cut.count() || last < 2) continue;
        int next = cut.stop(last + 1);
        left += m_distances.between(near[at], next);
        auto nearer = m_neighbours.of(next);
        const auto* lengths = m_near.data() + static_cast<std::size_t>(next) * m_neighbours.width();
        for (std::size_t each = 0; each < nearer.size() && each < circle_neighbours; ++each) {
            Length still = left - lengths[each];
            if (still <= 0) break;
            int number = cut.number(nearer[each]);
            if (number >= last) continue;
            // Opened behind that stop, the two parts change places; before it, each is turned around.
            for (bool swapped : {true, false}) {
                if (!swapped && number == 0) continue;
                int middle = swapped ? number + 1 : number;
                Length value = still + m_distances.between(cut.stop(middle - 1), cut.stop(middle));
                if (!best || value > best->value) best = {value, last, middle, swapped};
            }
        }
    }
    if (!best) return false;
    const auto& [value, last_number, middle, swapped] = *best;
    int last = cut.stop(last_number), next = cut.stop(last_number + 1);
    int a = cut.stop(middle - 1), b = cut.stop(middle);
    VirtualPath path(cut.count());
    if (swapped) {
        m_planned = {{search.end, front, last, next}, {search.end, last, b, a}, {last, a, front, next}};
        path.exchange(middle, last_number, cut.count());
    } else {
        m_planned = {{search.end, front, a, b}, {front, b, last, next}};
        path.turn_each(middle, last_number, cut.count());
    }
    int new_front = swapped ? b : a;
    Length closed = value - m_distances.between(new_front, search.end);
    if (closed > 0) return close(search, closed);
    return step(search, path, new_front, value, 2);
}

void LinKernighan::exchange_parts(int from, int middle, int to) {
    auto stop = [&](int place) { return m_tour.at(place % m_tour.count()); };
    int outside = stop(from), first = stop(from + 1), end = stop(middle), begin = stop(middle + 1),
        last = stop(to), next = stop(to + 1);
    m_length += m_distances.between(outside, begin) + m_distances.between(last, first) +
                m_distances.between(end, next) - m_distances.between(outside, first) -
                m_distances.between(end, begin) - m_distances.between(last, next);
    turn(outside, first, last, next);
    turn(outside, last, begin, end);
    turn(last, end, first, next);
    for (int each : {outside, first, end, begin, last, next})
        wake(each);
}

}  // namespace wallchart::route
