#pragma once
// Numbers that look random and are the same on every machine for the same seed. The standard library's
// distributions differ between compilers, so they are not used.

#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace wallchart {

/// PCG-XSH-RR 64/32 (O'Neill 2014), seeded through SplitMix64. Not for secrets.
class Random {
public:
    /// Different streams of one seed are independent of each other.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0)
        : m_state(mix(seed) ^ mix(~stream)), m_increment((mix(stream + 0x632be59bd9b4e019ULL) << 1U) | 1U) {
        next();
    }

    /// 32 evenly spread bits.
    std::uint32_t next() {
        auto old = m_state;
        m_state = old * 6364136223846793005ULL + m_increment;
        auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
        auto turn = static_cast<std::uint32_t>(old >> 59U);
        return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
    }
    /// A whole number in [0, limit); 0 for a limit of 0.
    std::uint32_t below(std::uint64_t limit) {
        return static_cast<std::uint32_t>((std::uint64_t{next()} * limit) >> 32U);
    }
    /// A whole number in [from, to].
    int between(int from, int to) {
        return from + static_cast<int>(below(static_cast<std::uint64_t>(to - from) + 1));
    }
    /// A number in [0, 1).
    double real() { return next() * 0x1p-32; }
    bool chance(double probability) { return real() < probability; }
    /// About normal, mean 0 and deviation 1 (the sum of twelve even numbers: no function that rounds
    /// differently elsewhere).
    double normal() {
        double sum = -6;
        for (int at = 0; at < 12; ++at)
            sum += real();
        return sum;
    }
    /// Log-normal, given its median and the deviation of its logarithm.
    double log_normal(double median, double deviation) { return median * std::exp(deviation * normal()); }

    template <class T>
    const T& pick(std::span<const T> from) {
        return from[below(from.size())];
    }
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }
    template <class T, std::size_t size>
    const T& pick(const std::array<T, size>& from) {
        return from[below(size)];
    }
    /// Favours what stands early in the list, as names and cities do (the square of an even number).
    template <class T>
    const T& pick_early(std::span<const T> from) {
        double even = real();
        return from[static_cast<std::size_t>(even * even * static_cast<double>(from.size()))];
    }

    /// SplitMix64's finisher.
    static std::uint64_t mix(std::uint64_t value) {
        value += 0x9e3779b97f4a7c15ULL;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
        return value ^ (value >> 31U);
    }

private:
    std::uint64_t m_state;
    std::uint64_t m_increment;
};

}  // namespace wallchart
