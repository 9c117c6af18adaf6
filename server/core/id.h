#pragma once
// Identifiers: 64-bit, ordered by time, made by the application, one type for each kind of record.

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
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

/// A new identifier, greater than all made before by this process, unique across processes.
/// Layout: 41 bits of milliseconds since 2020-01-01, 10 bits of process, 12 bits of sequence.
/// It goes on counting when the clock goes backwards.
std::int64_t new_id_value();

template <class Record>
Id<Record> new_id() {
    return Id<Record>{new_id_value()};
}

/// The instant at which an identifier was made, in milliseconds since 1970.
std::int64_t id_milliseconds(std::int64_t id);

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
