#pragma once
// Identifiers: 64-bit, ordered by time, made by the application, one type for each kind of record.

#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace wallchart {

/// The identifier of a record of type `Record`; zero means none. A decimal string in JSON.
template <class Record>
struct Id {
    std::int64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

/// Makes identifiers from the time that it is told.
class IdGenerator {
public:
    explicit IdGenerator(std::uint64_t seed);
    /// `now` in milliseconds since 1970. Always greater than the one before, whatever `now` is.
    std::int64_t next(std::int64_t now);
    /// Those to come are greater than `id`, which another process made while the clock was ahead.
    void go_on_after(std::int64_t id);

private:
    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::int64_t m_process;
    std::int64_t m_millisecond = 0;
    std::int64_t m_sequence = 0;
};

/// A new identifier, greater than all made before by this process, unique across processes.
/// Layout: 41 bits of milliseconds since 2020-01-01, 10 bits of process, 12 bits of sequence.
/// It goes on counting when the clock goes backwards.
std::int64_t new_id_value();
/// Lets this process go on after an identifier that is stored, when its clock was set back since: what is
/// made later must be greater, or histories would be out of order. One from more than two days ahead is a
/// mistake of another kind, and is not followed.
void go_on_after_id(std::int64_t id);

template <class Record>
Id<Record> new_id() {
    return Id<Record>{new_id_value()};
}

/// The instant at which an identifier was made, in milliseconds since 1970.
std::int64_t id_milliseconds(std::int64_t id);
/// The smallest identifier that could be made at an instant, in milliseconds since 1970.
std::int64_t first_id_at(std::int64_t milliseconds);

/// A positive 64-bit number without sign, blank or leading zero; nothing if it is anything else.
std::optional<std::int64_t> parse_id_value(std::string_view text);

template <class Record>
std::optional<Id<Record>> parse_id(std::string_view text) {
    auto value = parse_id_value(text);
    if (!value) return std::nullopt;
    return Id<Record>{*value};
}

template <class Record>
std::string to_string(Id<Record> id) {
    return std::to_string(id.value);
}

}  // namespace wallchart

template <class Record>
struct std::hash<wallchart::Id<Record>> {
    std::size_t operator()(wallchart::Id<Record> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
