#include "engine/turf/tours.h"

namespace wallchart::turf {

Tours::Tours(const Walk& walk, std::span<const double> weights, double per_meter)
    : m_walk(walk),
      m_weights(weights.begin(), weights.end()),
      m_per_meter(per_meter),
      m_next(weights.size(), no_turf),
      m_previous(weights.size(), no_turf),
      m_tour_of(weights.size(), no_turf),
      m_step(weights.size(), 0) {}

std::uint32_t Tours::add(std::span<const std::uint32_t> order, Bounds bounds) {
    auto number = size();
    Tour tour{.bounds = bounds};
    for (auto stop : order) {
        tour.weight += m_weights[stop];
        m_tour_of[stop] = number;
    }
    m_tours.push_back(tour);
    reorder(number, order);
    m_tours[number].as_ordered = false;
    return number;
}

void Tours::reorder(std::uint32_t number, std::span<const std::uint32_t> order) {
    auto& tour = m_tours[number];
    tour.as_ordered = true;
    tour.count = static_cast<std::uint32_t>(order.size());
    if (order.empty()) return;
    tour.first = order.front();
    for (std::size_t at = 0; at < order.size(); ++at) {
        auto after = order[at + 1 < order.size() ? at + 1 : 0];
        m_next[order[at]] = after;
        m_previous[after] = order[at];
        measure(order[at]);
    }
    tour.meters = round_trip(m_walk, order);
}

std::vector<std::uint32_t> Tours::order(std::uint32_t number) const {
    const auto& tour = m_tours[number];
    std::vector<std::uint32_t> all;
    all.reserve(tour.count);
    auto stop = tour.first;
    for (std::uint32_t at = 0; at < tour.count; ++at, stop = m_next[stop])
        all.push_back(stop);
    return all;
}

void Tours::unlink(std::uint32_t stop) {
    auto& tour = m_tours[m_tour_of[stop]];
    auto before = m_previous[stop], after = m_next[stop];
    m_next[before] = after;
    m_previous[after] = before;
    if (tour.first == stop) tour.first = after;
    --tour.count;
    tour.weight -= m_weights[stop];
    m_tour_of[stop] = no_turf;
}

void Tours::link(std::uint32_t stop, std::uint32_t after) {
    auto number = m_tour_of[after];
    auto& tour = m_tours[number];
    auto before = m_next[after];
    m_next[after] = stop;
    m_previous[stop] = after;
    m_next[stop] = before;
    m_previous[before] = stop;
    ++tour.count;
    tour.weight += m_weights[stop];
    m_tour_of[stop] = number;
}

void Tours::remove(std::uint32_t stop) {
    auto number = m_tour_of[stop];
    auto before = m_previous[stop];
    auto& meters = m_tours[number].meters;
    m_tours[number].as_ordered = false;
    m_done.push_back({Act::removed, stop, before, number, meters, m_step[before], m_step[stop]});
    meters -= m_step[before] + m_step[stop];
    unlink(stop);
    measure(before);
    meters += m_step[before];
}

void Tours::insert(std::uint32_t stop, std::uint32_t after) {
    auto number = m_tour_of[after];
    auto& meters = m_tours[number].meters;
    m_tours[number].as_ordered = false;
    m_done.push_back({Act::inserted, stop, after, number, meters, m_step[after], m_step[stop]});
    meters -= m_step[after];
    link(stop, after);
    measure(after);
    measure(stop);
    meters += m_step[after] + m_step[stop];
}

void Tours::undo() {
    for (auto at = m_done.size(); at-- > 0;) {
        const auto& done = m_done[at];
        if (done.act == Act::inserted) {
            unlink(done.stop);
        } else {
            link(done.stop, done.after);
        }
        m_tours[done.tour].meters = done.meters;
        m_step[done.after] = done.step_after;
        m_step[done.stop] = done.step_stop;
    }
    m_done.clear();
}

}  // namespace wallchart::turf
