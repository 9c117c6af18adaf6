#pragma once
// What a tour would become if some of its ways were exchanged, without touching the tour: the few unbroken
// pieces in their new order. So a move is tried in a handful of comparisons, however many stops it would turn
// around.

#include "engine/route/travelling_salesman/tour.h"

#include <algorithm>
#include <array>

namespace wallchart::route {

/// The tour cut open between `end` and its neighbour `front`: stops are numbered 0 (front) to count - 1 (end)
/// along the way from one to the other.
class CutTour {
public:
    enum class Side : std::uint8_t { after, before };

    CutTour(const Tour& tour, int end, Side side)
        : m_tour(tour),
          m_side(side),
          m_front(side == Side::after ? tour.place(tour.after(end)) : tour.place(tour.before(end))) {}

    int number(int stop) const {
        int number = m_side == Side::after ? m_tour.place(stop) - m_front : m_front - m_tour.place(stop);
        return number < 0 ? number + m_tour.count() : number;
    }
    int stop(int number) const {
        int place = m_side == Side::after ? m_front + number : m_front - number;
        if (place < 0) place += m_tour.count();
        return m_tour.at(place >= m_tour.count() ? place - m_tour.count() : place);
    }
    int count() const { return m_tour.count(); }

private:
    const Tour& m_tour;
    Side m_side;
    int m_front;
};

/// A path through all stops, as pieces of a cut tour.
class VirtualPath {
public:
    static constexpr int most_pieces = 12;

    explicit VirtualPath(int count) : m_size(1) { m_pieces[0] = {0, count - 1}; }

    int front() const { return m_pieces[0].from; }
    /// Which stop comes just before that of a number; -1 for the front.
    int before(int number) const {
        int at = piece_of(number);
        const auto& piece = m_pieces[at];
        if (number != piece.from) return piece.from <= piece.to ? number - 1 : number + 1;
        return at == 0 ? -1 : m_pieces[at - 1].to;
    }
    /// Turns all that comes before a number around: its predecessor becomes the front.
    void turn_before(int number) {
        int at = piece_of(number);
        if (number != m_pieces[at].from) {
            for (int move = m_size; move > at; --move)
                m_pieces[move] = m_pieces[move - 1];
            ++m_size;
            bool up = m_pieces[at].from <= m_pieces[at].to;
            m_pieces[at].to = up ? number - 1 : number + 1;
            m_pieces[++at].from = number;
        }
        for (int low = 0, high = at - 1; low <= high; ++low, --high) {
            auto turned = Piece{m_pieces[high].to, m_pieces[high].from};
            m_pieces[high] = {m_pieces[low].to, m_pieces[low].from};
            m_pieces[low] = turned;
        }
    }
    /// Exchanges the first `middle` stops with those up to `last` (numbers of a path that is still whole).
    void exchange(int middle, int last, int count) {
        m_size = 3;
        m_pieces[0] = {middle, last};
        m_pieces[1] = {0, middle - 1};
        m_pieces[2] = {last + 1, count - 1};
    }
    /// Turns the first `middle` stops around, and those from there up to `last` (of a path that is still
    /// whole).
    void turn_each(int middle, int last, int count) {
        m_size = 3;
        m_pieces[0] = {middle - 1, 0};
        m_pieces[1] = {last, middle};
        m_pieces[2] = {last + 1, count - 1};
    }

private:
    struct Piece {
        int from, to;  // numbers; from > to where it is walked backwards
    };

    int piece_of(int number) const {
        int at = 0;
        while (number < std::min(m_pieces[at].from, m_pieces[at].to) ||
               number > std::max(m_pieces[at].from, m_pieces[at].to))
            ++at;
        return at;
    }

    std::array<Piece, most_pieces> m_pieces;
    int m_size;
};

}  // namespace wallchart::route
