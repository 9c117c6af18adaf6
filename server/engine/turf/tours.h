#pragma once
// The turf while they are being improved: each is a ring of stops in the order of walking, linked both ways,
// so that a piece of it is taken out and put in elsewhere in a few steps, and put back as quickly.

#include "engine/turf/walk.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wallchart::turf {

/// Loads are sums of numbers like 1.1 times 60: what differs by less is the same.
inline constexpr double hair = 1e-9;

/// Least and most load of a turf.
struct Bounds {
    double least = 0;
    double most = 0;
    double beyond(double load) const { return std::max({0.0, least - load, load - most}); }
};

/// What a stop puts on a turf: of what its size is measured in, and of the time of a shift in the same
/// measure (where a turf of 60 doors is to fit into 120 minutes, two minutes are 1). The larger counts.
struct Weight {
    double size = 0;
    double time = 0;
    double larger() const { return std::max(size, time); }
    Weight& operator+=(const Weight& more) {
        size += more.size;
        time += more.time;
        return *this;
    }
    Weight& operator-=(const Weight& less) {
        size -= less.size;
        time -= less.time;
        return *this;
    }
};

/// What is taken out and put in as one: a stop, or both ends of a row of stops that is not parted.
struct Piece {
    std::uint32_t first = no_turf;
    std::uint32_t last = no_turf;
    double meters = 0;  ///< of walking from the first to the last
    bool is_row() const { return first != last; }
};

class Tours {
public:
    /// `per_meter` is the time of a meter walked: 0 where turf are of a number of doors. Of a row, each end
    /// has its part of the weight.
    Tours(const Walk& walk, std::span<const Weight> weights, double per_meter);

    /// Adds a turf that is walked in this order, and answers its number.
    std::uint32_t add(std::span<const std::uint32_t> order, Bounds bounds);
    std::uint32_t add(std::span<const Piece> order, Bounds bounds);
    /// The turf's stops in order of walking; of rows both ends, the first of them one that a row begins with.
    std::vector<std::uint32_t> order(std::uint32_t tour) const;

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_tours.size()); }
    std::uint32_t tour_of(std::uint32_t stop) const { return m_stops[stop].tour; }
    std::uint32_t next(std::uint32_t stop) const { return m_stops[stop].next; }
    std::uint32_t previous(std::uint32_t stop) const { return m_stops[stop].previous; }
    /// How many pieces it has.
    std::uint32_t count(std::uint32_t tour) const { return m_tours[tour].count; }
    double meters(std::uint32_t tour) const { return m_tours[tour].meters; }
    /// With so much more on it, if told.
    double load(std::uint32_t tour, const Weight& more = {}, double more_meters = 0) const {
        const auto& [first, count, weight, meters, bounds, as_ordered] = m_tours[tour];
        return std::max(weight.size + more.size,
                        weight.time + more.time + m_per_meter * (meters + more_meters));
    }
    const Bounds& bounds(std::uint32_t tour) const { return m_tours[tour].bounds; }
    const Weight& weight(std::uint32_t stop) const { return m_stops[stop].weight; }
    Weight weight(const Piece& piece) const {
        auto weight = m_stops[piece.first].weight;
        if (piece.is_row()) weight += m_stops[piece.last].weight;
        return weight;
    }
    const Walk& walk() const { return m_walk; }
    double per_meter() const { return m_per_meter; }
    double step(std::uint32_t stop) const { return m_stops[stop].step; }  ///< meters to the next
    bool placed(std::uint32_t stop) const { return m_stops[stop].tour != no_turf; }
    /// Whether the step from a stop to the next lies within a row: nothing may come between.
    bool within_row(std::uint32_t stop) const { return m_stops[stop].within_row; }

    /// The piece that a placed stop is of, as it is walked now.
    Piece piece(std::uint32_t stop) const {
        if (within_row(stop)) return {stop, next(stop), step(stop)};
        auto before = previous(stop);
        return within_row(before) ? Piece{before, stop, step(before)} : Piece{stop, stop, 0};
    }
    /// Meters more if the piece is walked after `after`, beginning with its first stop; without its own.
    double detour(const Piece& piece, std::uint32_t after) const {
        return m_walk.meters(after, piece.first) + m_walk.meters(piece.last, next(after)) - step(after);
    }
    /// Load over the turf's most, if `meters` and `weight` come to it.
    double over(std::uint32_t tour, const Weight& more, double more_meters) const {
        return std::max(0.0, load(tour, more, more_meters) - m_tours[tour].bounds.most);
    }
    double beyond(std::uint32_t tour) const { return m_tours[tour].bounds.beyond(load(tour)); }

    /// Takes a piece out; its turf must have another.
    void remove(const Piece& piece) {
        auto& first = m_stops[piece.first];
        auto& last = m_stops[piece.last];
        auto& tour = m_tours[first.tour];
        auto& before = m_stops[first.previous];
        tour.as_ordered = false;
        note({Act::removed, piece, first.previous, first.tour, tour.meters, before.step, last.step});
        double step = m_walk.meters(first.previous, last.next);
        tour.meters += step - before.step - last.step - piece.meters;
        unlink(piece);
        before.step = step;
    }
    /// Puts a piece in between `after` and what is next, turned around or not.
    void insert(Piece piece, std::uint32_t after, bool turned) {
        auto& before = m_stops[after];
        auto& tour = m_tours[before.tour];
        tour.as_ordered = false;
        if (turned) turn(piece);
        auto& last = m_stops[piece.last];
        note({turned ? Act::inserted_turned : Act::inserted, piece, after, before.tour, tour.meters,
              before.step, last.step});
        double old = before.step;
        link(piece, after);
        before.step = m_walk.meters(after, piece.first);
        last.step = m_walk.meters(piece.last, last.next);
        tour.meters += before.step + piece.meters + last.step - old;
    }
    /// Walks the turf in this order; its stops may be others than before, but none of a turf that stays.
    void reorder(std::uint32_t tour, std::span<const std::uint32_t> order);
    /// Whether nothing came in or went out since it was reordered.
    bool as_ordered(std::uint32_t tour) const { return m_tours[tour].as_ordered; }

    /// From here on, undo() goes back to this.
    void begin() { m_done_count = 0; }
    void undo();

private:
    struct Tour {
        std::uint32_t first = no_turf;  // any of its stops
        std::uint32_t count = 0;        // pieces
        Weight weight;
        double meters = 0;
        Bounds bounds;
        bool as_ordered = false;
    };
    // What a try asks of a stop lies together: it is what the time goes into.
    struct Node {
        std::uint32_t next = no_turf, previous = no_turf, tour = no_turf;
        bool within_row = false;
        double step = 0;  // meters to the next
        Weight weight;
    };
    enum class Act : std::uint8_t { removed, inserted, inserted_turned };
    struct Done {
        Act act;
        Piece piece;
        std::uint32_t after, tour;
        double meters;                 // of the turf, before
        double step_after, step_last;  // from `after` and from the piece on, before
    };
    void note(const Done& done) {
        if (m_done_count == m_done.size()) m_done.resize(2 * m_done.size() + 64);
        m_done[m_done_count++] = done;
    }
    void unlink(const Piece& piece) {
        auto& first = m_stops[piece.first];
        auto& last = m_stops[piece.last];
        auto& tour = m_tours[first.tour];
        m_stops[first.previous].next = last.next;
        m_stops[last.next].previous = first.previous;
        tour.first = first.previous;
        --tour.count;
        tour.weight -= weight(piece);
        first.tour = last.tour = no_turf;
    }
    void link(const Piece& piece, std::uint32_t after) {
        auto& first = m_stops[piece.first];
        auto& last = m_stops[piece.last];
        auto& before = m_stops[after];
        auto& tour = m_tours[before.tour];
        first.tour = last.tour = before.tour;
        first.previous = after;
        last.next = before.next;
        m_stops[before.next].previous = piece.last;
        before.next = piece.first;
        ++tour.count;
        tour.weight += weight(piece);
    }
    /// Turns a piece around that is in no turf.
    void turn(Piece& piece) {
        if (!piece.is_row()) return;
        std::swap(piece.first, piece.last);
        bind(piece);
    }
    void bind(const Piece& row) {
        auto& first = m_stops[row.first];
        auto& last = m_stops[row.last];
        first.within_row = true;
        last.within_row = false;
        first.step = row.meters;
        first.next = row.last;
        last.previous = row.first;
    }
    void measure(std::uint32_t stop) { m_stops[stop].step = m_walk.meters(stop, next(stop)); }

    const Walk& m_walk;
    double m_per_meter;
    std::vector<Node> m_stops;
    std::vector<Tour> m_tours;
    std::vector<Done> m_done;  // the first m_done_count of them count
    std::size_t m_done_count = 0;
};

}  // namespace wallchart::turf
