#include "engine/resolution_text/shortest_edit.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace wallchart::resolution_text {
namespace {

struct Point {
    int x = 0, y = 0;
};

class Search {
public:
    Search(std::span<const int> a, std::span<const int> b, int cost_limit)
        : m_a(a), m_b(b), m_cost_limit(cost_limit) {
        m_script.removed.resize(a.size());
        m_script.added.resize(b.size());
        m_ahead.resize(a.size() + b.size() + 3);
        m_behind.resize(a.size() + b.size() + 3);
    }

    EditScript run() {
        compare(0, static_cast<int>(m_a.size()), 0, static_cast<int>(m_b.size()));
        return std::move(m_script);
    }

private:
    /// Marks the differences between a[a0, a1) and b[b0, b1).
    void compare(int a0, int a1, int b0, int b1) {
        while (a0 < a1 && b0 < b1 && m_a[index(a0)] == m_b[index(b0)])
            ++a0, ++b0;
        while (a0 < a1 && b0 < b1 && m_a[index(a1 - 1)] == m_b[index(b1 - 1)])
            --a1, --b1;
        if (auto middle = a0 < a1 && b0 < b1 ? meeting_point(a0, a1, b0, b1) : std::nullopt) {
            compare(a0, middle->x, b0, middle->y);
            compare(middle->x, a1, middle->y, b1);
            return;
        }
        std::fill(m_script.removed.begin() + a0, m_script.removed.begin() + a1, true);
        std::fill(m_script.added.begin() + b0, m_script.added.begin() + b1, true);
    }

    /// A point on a shortest path, where the search from the start meets the one from the end; nothing when
    /// that costs more than the limit. Neither box side may be empty, nor begin or end alike.
    std::optional<Point> meeting_point(int a0, int a1, int b0, int b1) {
        const int n = a1 - a0, m = b1 - b0, delta = n - m;
        const bool odd = (delta & 1) != 0;
        constexpr int nowhere_yet = -1, past_the_end = std::numeric_limits<int>::max() - 1;
        // How far (in x) each diagonal x - y was reached from the start, and from the end; from -m-1 to n+1.
        auto ahead = [&](int diagonal) -> int& { return m_ahead[index(diagonal + m + 1)]; };
        auto behind = [&](int diagonal) -> int& { return m_behind[index(diagonal + m + 1)]; };
        int ahead_low = 0, ahead_high = 0, behind_low = delta, behind_high = delta;
        ahead(0) = 0;
        behind(delta) = n;
        for (int cost = 1; cost <= m_cost_limit; ++cost) {
            widen(ahead_low, ahead_high, -m, n, ahead, nowhere_yet);
            for (int k = ahead_high; k >= ahead_low; k -= 2) {
                int x = ahead(k - 1) >= ahead(k + 1) ? ahead(k - 1) + 1 : ahead(k + 1);
                while (x < n && x - k < m && m_a[index(a0 + x)] == m_b[index(b0 + x - k)])
                    ++x;
                ahead(k) = x;
                if (odd && k >= behind_low && k <= behind_high && behind(k) <= x)
                    return Point{a0 + x, b0 + x - k};
            }
            widen(behind_low, behind_high, -m, n, behind, past_the_end);
            for (int k = behind_high; k >= behind_low; k -= 2) {
                int x = behind(k - 1) < behind(k + 1) ? behind(k - 1) : behind(k + 1) - 1;
                while (x > 0 && x - k > 0 && m_a[index(a0 + x - 1)] == m_b[index(b0 + x - k - 1)])
                    --x;
                behind(k) = x;
                if (!odd && k >= ahead_low && k <= ahead_high && x <= ahead(k))
                    return Point{a0 + x, b0 + x - k};
            }
        }
        return std::nullopt;
    }

    /// One diagonal more on either side; at the edge of the box one less, since those of the other parity
    /// come next. The neighbours just outside hold `unreached`.
    template <class Reached>
    static void widen(int& low, int& high, int lowest, int highest, Reached& reached, int unreached) {
        if (low > lowest)
            reached(--low - 1) = unreached;
        else
            ++low;
        if (high < highest)
            reached(++high + 1) = unreached;
        else
            --high;
    }

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    std::span<const int> m_a, m_b;
    int m_cost_limit;
    EditScript m_script;
    std::vector<int> m_ahead, m_behind;
};

}  // namespace

EditScript shortest_edit(std::span<const int> old_elements, std::span<const int> new_elements,
                         int cost_limit) {
    return Search(old_elements, new_elements, cost_limit).run();
}

}  // namespace wallchart::resolution_text
