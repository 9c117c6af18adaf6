#pragma once
// Counters in the text format that Prometheus reads.

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace wallchart {

class Metrics {
public:
    /// One answered request: its route's template, status and time.
    void count(const std::string& route, int status, std::int64_t microseconds);
    void set_connections(std::int64_t open) { m_connections = open; }
    /// The page at /metrics.
    std::string text() const;

private:
    static constexpr std::array<std::int64_t, 9> bounds{500,   1000,   2500,   5000,   10000,
                                                        50000, 100000, 500000, 1000000};
    struct Series {
        std::array<std::int64_t, 6> by_class{};  // 1xx to 5xx
        std::array<std::int64_t, bounds.size() + 1> by_time{};
        std::int64_t microseconds = 0;
    };
    mutable std::mutex m_mutex;
    std::map<std::string, Series> m_series;
    std::atomic<std::int64_t> m_connections{0};
};

}  // namespace wallchart
