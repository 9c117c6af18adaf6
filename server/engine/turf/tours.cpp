#include "engine/turf/tours.h"

namespace wallchart::turf {

Tours::Tours(const Walk& walk, std::span<const Weight> weights, double per_meter)
    : m_walk(walk), m_per_meter(per_meter), m_stops(weights.size()) {
    for (std::size_t stop = 0; stop < weights.size(); ++stop)
        m_stops[stop].weight = weights[stop];
}

std::uint32_t Tours::add(std::span<const std::uint32_t> order, Bounds bounds) {
    m_tours.push_back({.bounds = bounds});
    reorder(size() - 1, order);
    m_tours.back().as_ordered = false;
    return size() - 1;
}

std::uint32_t Tours::add(std::span<const Piece> order, Bounds bounds) {
    if (order.empty()) return add(std::span<const std::uint32_t>{}, bounds);
    Tour tour{
        .first = order.front().first, .count = static_cast<std::uint32_t>(order.size()), .bounds = bounds};
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto& piece = order[at];
        auto after = order[at + 1 < order.size() ? at + 1 : 0].first;
        if (piece.is_row()) bind(piece);
        m_stops[piece.last].next = after;
        m_stops[after].previous = piece.last;
        measure(piece.last);
        m_stops[piece.first].tour = m_stops[piece.last].tour = size();
        tour.weight += weight(piece);
        tour.meters += piece.meters + step(piece.last);
    }
    m_tours.push_back(tour);
    return size() - 1;
}

void Tours::reorder(std::uint32_t number, std::span<const std::uint32_t> order) {
    auto& tour = m_tours[number];
    tour.as_ordered = true;
    tour.count = static_cast<std::uint32_t>(order.size());
    tour.weight = {};
    tour.meters = round_trip(m_walk, order);
    if (order.empty()) return;
    tour.first = order.front();
    for (std::size_t at = 0; at < order.size(); ++at) {
        auto after = order[at + 1 < order.size() ? at + 1 : 0];
        m_stops[order[at]].next = after;
        m_stops[after].previous = order[at];
        measure(order[at]);
        m_stops[order[at]].tour = number;
        tour.weight += weight(order[at]);
    }
}

std::vector<std::uint32_t> Tours::order(std::uint32_t number) const {
    const auto& tour = m_tours[number];
    std::vector<std::uint32_t> all;
    if (tour.count == 0) return all;
    all.reserve(tour.count);
    auto first = within_row(previous(tour.first)) ? previous(tour.first) : tour.first;
    auto stop = first;
    do {
        all.push_back(stop);
        stop = next(stop);
    } while (stop != first);
    return all;
}

void Tours::undo() {
    while (m_done_count > 0) {
        auto done = m_done[--m_done_count];
        if (done.act == Act::removed)
            link(done.piece, done.after);
        else
            unlink(done.piece);
        m_tours[done.tour].meters = done.meters;
        m_stops[done.after].step = done.step_after;
        m_stops[done.piece.last].step = done.step_last;
        if (done.act == Act::inserted_turned) turn(done.piece);
    }
}

}  // namespace wallchart::turf
