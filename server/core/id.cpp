#include "core/id.h"

#include <charconv>
#include <chrono>
#include <mutex>
#include <random>

namespace wallchart {
namespace {

constexpr std::int64_t epoch = 1577836800000;  // 2020-01-01T00:00:00Z
constexpr int process_bits = 10;
constexpr int sequence_bits = 12;
constexpr std::int64_t sequence_limit = std::int64_t{1} << sequence_bits;

/// Counts up within a millisecond and borrows from the next when a millisecond is full.
class Generator {
public:
    std::int64_t next() {
        using namespace std::chrono;
        auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count() - epoch;
        std::lock_guard lock(m_mutex);
        if (now > m_millisecond) {
            m_millisecond = now;
            // A random start keeps two processes apart that drew the same process number.
            m_sequence = static_cast<std::int64_t>(m_random() % (sequence_limit / 2));
        } else if (++m_sequence == sequence_limit) {
            ++m_millisecond;
            m_sequence = 0;
        }
        return (m_millisecond << (process_bits + sequence_bits)) | (m_process << sequence_bits) | m_sequence;
    }

private:
    std::mutex m_mutex;
    std::mt19937_64 m_random{std::random_device{}()};
    std::int64_t m_process = static_cast<std::int64_t>(m_random() % (1U << process_bits));
    std::int64_t m_millisecond = 0;
    std::int64_t m_sequence = 0;
};

}  // namespace

std::int64_t new_id_value() {
    static Generator generator;
    return generator.next();
}

std::int64_t id_milliseconds(std::int64_t id) {
    return (id >> (process_bits + sequence_bits)) + epoch;
}

std::optional<std::int64_t> parse_id_value(std::string_view text) {
    if (text.empty() || text.front() < '1' || text.front() > '9') return std::nullopt;
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace wallchart
