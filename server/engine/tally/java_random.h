#pragma once
// The random numbers of Java's library, as its documentation specifies them: RCTab draws ties by them, and a
// count by the same seed must draw the same.

#include <cstdint>
#include <utility>
#include <vector>

namespace wallchart::tally {

/// java.util.Random: a linear congruential generator of 48 bits (Knuth, volume 2, section 3.2.1).
class JavaRandom {
public:
    explicit JavaRandom(std::int64_t seed)
        : m_state((static_cast<std::uint64_t>(seed) ^ multiplier) & mask) {}

    /// A whole number in [0, bound), for a bound above 0.
    std::int32_t below(std::int32_t bound) {
        if ((bound & (bound - 1)) == 0)
            return static_cast<std::int32_t>((static_cast<std::int64_t>(bound) * next(31)) >> 31);
        while (true) {
            auto bits = next(31);
            auto value = bits % bound;
            // Java lets this overflow on purpose: what is left over at the top is drawn again.
            if (static_cast<std::int64_t>(bits) - value + (bound - 1) <= INT32_MAX) return value;
        }
    }

    /// floor(nextDouble() * size): nextDouble is `53 bits` * 2^-53. Whole numbers say the same for sizes
    /// below 1,000, where the product of a double is exact enough not to reach the next whole number.
    std::size_t pick(std::size_t size) {
        auto high = static_cast<std::uint64_t>(next(26)) << 27U;
        auto bits = high + static_cast<std::uint64_t>(next(27));
        __extension__ typedef unsigned __int128 Wide;
        return static_cast<std::size_t>((static_cast<Wide>(bits) * size) >> 53U);
    }

    /// Collections.shuffle.
    template <class T>
    void shuffle(std::vector<T>& list) {
        for (auto left = list.size(); left > 1; --left)
            std::swap(list[left - 1], list[static_cast<std::size_t>(below(static_cast<std::int32_t>(left)))]);
    }

private:
    static constexpr std::uint64_t multiplier = 0x5DEECE66DULL;
    static constexpr std::uint64_t mask = (1ULL << 48U) - 1;

    std::int32_t next(unsigned bits) {
        m_state = (m_state * multiplier + 0xBULL) & mask;
        return static_cast<std::int32_t>(m_state >> (48U - bits));
    }

    std::uint64_t m_state;
};

}  // namespace wallchart::tally
