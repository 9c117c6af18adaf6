#pragma once
// A line that visits every place of a square so that what is near on it is near in the square (Hilbert 1891).
// The square is cut in four; the line goes through the quarters one after the other, turned so that the end
// of each touches the beginning of the next, and each quarter is cut in four again, sixteen times.

#include <cstdint>
#include <utility>

namespace wallchart::turf {

/// How far along the curve the place (x, y) lies; both below 65,536.
inline std::uint32_t hilbert_index(std::uint32_t x, std::uint32_t y) {
    std::uint32_t index = 0;
    for (std::uint32_t half = 1U << 15U; half > 0; half >>= 1U) {
        std::uint32_t right = (x & half) != 0 ? 1 : 0;
        std::uint32_t upper = (y & half) != 0 ? 1 : 0;
        index += half * half * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 65'535 - x;
                y = 65'535 - y;
            }
            std::swap(x, y);
        }
    }
    return index;
}

}  // namespace wallchart::turf
