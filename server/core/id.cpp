#include "core/id.h"

#include <charconv>
#include <chrono>

namespace wallchart {
namespace {

constexpr std::int64_t epoch = 1577836800000;  // 2020-01-01T00:00:00Z
constexpr int process_bits = 10;
constexpr int sequence_bits = 12;
constexpr std::int64_t sequence_limit = std::int64_t{1} << sequence_bits;

constexpr std::int64_t followed_ahead = std::int64_t{2} * 24 * 3600 * 1000;

std::int64_t milliseconds_now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

IdGenerator& generator() {
    static IdGenerator of_this_process(std::random_device{}());
    return of_this_process;
}

}  // namespace

IdGenerator::IdGenerator(std::uint64_t seed)
    : m_random(seed), m_process(static_cast<std::int64_t>(m_random() % (1U << process_bits))) {}

std::int64_t IdGenerator::next(std::int64_t now) {
    now -= epoch;
    std::lock_guard lock(m_mutex);
    if (now > m_millisecond) {
        m_millisecond = now;
        // A random start keeps two processes apart that drew the same process number.
        m_sequence = static_cast<std::int64_t>(m_random() % (sequence_limit / 2));
    } else if (++m_sequence == sequence_limit) {
        // Counts up within a millisecond and borrows from the next when it is full.
        ++m_millisecond;
        m_sequence = 0;
    }
    return (m_millisecond << (process_bits + sequence_bits)) | (m_process << sequence_bits) | m_sequence;
}

void IdGenerator::go_on_after(std::int64_t id) {
    std::lock_guard lock(m_mutex);
    auto next = (id >> (process_bits + sequence_bits)) + 1;
    if (next <= m_millisecond) return;
    m_millisecond = next;
    m_sequence = 0;
}

std::int64_t new_id_value() {
    return generator().next(milliseconds_now());
}

void go_on_after_id(std::int64_t id) {
    if (id_milliseconds(id) <= milliseconds_now() + followed_ahead) generator().go_on_after(id);
}

std::int64_t id_milliseconds(std::int64_t id) {
    return (id >> (process_bits + sequence_bits)) + epoch;
}

std::int64_t first_id_at(std::int64_t milliseconds) {
    return (milliseconds - epoch) << (process_bits + sequence_bits);
}

std::optional<std::int64_t> parse_id_value(std::string_view text) {
    if (text.empty() || text.front() < '1' || text.front() > '9') return std::nullopt;
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace wallchart
