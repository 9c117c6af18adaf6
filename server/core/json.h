#pragma once
// JSON of described records: written straight to text, read with every fault named.

#include "core/record.h"
#include "core/result.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace wallchart {

namespace json = boost::json;

/// Limits of any JSON that comes in.
inline constexpr std::size_t json_depth_limit = 32;
inline constexpr std::size_t json_text_limit = 100'000;  ///< characters of one text; rules set narrower ones
inline constexpr std::size_t json_list_limit = 10'000;   ///< elements of one list

/// Parses text. Errors: invalid (with the byte offset), for depth over the limit too.
Result<json::value> parse_json(std::string_view text);

/// Fills `into` from a JSON value. Unknown fields are refused, absent ones keep the struct's own default
/// unless they are ids or enums without one; null is taken only by optional members. Every fault is
/// reported, not only the first. Errors: invalid.
Result<void> decode(const json::value& value, const ValueType& type, void* into);

template <class T>
Result<T> decode(const json::value& value) {
    T into{};
    if (auto done = decode(value, value_type<T>(), &into); !done)
        return std::unexpected(std::move(done).error());
    return into;
}

template <class T>
Result<T> decode_text(std::string_view text) {
    auto value = parse_json(text);
    if (!value) return std::unexpected(std::move(value).error());
    return decode<T>(*value);
}

/// Reads a scalar from text, as in a URL ("true", "42", "2026-05-22"); lists are split at commas.
/// Errors: invalid, without a pointer.
Result<void> decode_scalar(std::string_view text, const ValueType& type, void* into);

/// Appends the JSON of a value; empty optionals are written as null.
void encode(std::string& out, const ValueType& type, const void* value);

template <class T>
std::string encode(const T& value) {
    std::string out;
    encode(out, value_type<T>(), &value);
    return out;
}

/// Appends text as a JSON string, quoted and escaped.
void encode_text(std::string& out, std::string_view text);

}  // namespace wallchart
