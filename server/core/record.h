#pragma once
// Describe once: a struct described with BOOST_DESCRIBE_STRUCT becomes a table of its members without
// C++ types. JSON, SQL and OpenAPI are written once, over that table, and not once for each struct.
//
// Members may be bool, int, std::int64_t, double, std::string, Id<T>, Instant, Date, described enums,
// described structs, and std::optional or std::vector of these.

#include "core/clock.h"
#include "core/id.h"

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace wallchart {

struct RecordType;

/// One value of an enum: its name is the same in C++, SQL and JSON (a trailing underscore, needed where
/// the word is a C++ keyword, is left out).
struct Choice {
    std::string_view name;
    int value = 0;
};

enum class Kind : std::uint8_t {
    boolean,
    integer,
    long_integer,
    real,
    text,
    id,
    instant,
    date,
    choice,
    record,
    optional,
    list
};

/// The type of a member, seen without C++: what it is, and how to reach inside an optional or a list.
struct ValueType {
    Kind kind;
    const ValueType* element = nullptr;          ///< of an optional or a list
    const RecordType& (*record)() = nullptr;     ///< of a record
    std::span<const Choice> choices{};           ///< of a choice
    std::string_view name{};                     ///< of a choice: the enum's name
    const void* (*get)(const void*) = nullptr;   ///< optional: its value, null when empty
    void* (*emplace)(void*) = nullptr;           ///< optional: a new value; list: a new last element
    std::size_t (*size)(const void*) = nullptr;  ///< list
    const void* (*at)(const void*, std::size_t) = nullptr;  ///< list
};

/// A member of a described struct.
struct Field {
    std::string_view name;
    const ValueType* type;
    std::size_t offset;  ///< bytes from the start of the struct

    const void* in(const void* record) const { return static_cast<const std::byte*>(record) + offset; }
    void* in(void* record) const { return static_cast<std::byte*>(record) + offset; }
};

/// A described struct: its C++ name without namespace, and its members in order.
struct RecordType {
    std::string_view name;
    std::span<const Field> fields;

    /// Its position among the fields; nothing if there is no member of that name.
    std::optional<std::size_t> find(std::string_view field) const;
};

template <class T>
const RecordType& record_type();
template <class T>
const ValueType& value_type();

/// The name of an enum's value; empty for a number that has none.
std::string_view choice_name(std::span<const Choice> choices, int value);
/// The value with that name.
std::optional<int> choice_value(std::span<const Choice> choices, std::string_view name);

namespace detail {

template <class T>
constexpr std::string_view type_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    auto start = text.find("T = ") + 4;
    text = text.substr(start, text.find_first_of(";]", start) - start);
    auto colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

constexpr std::string_view plain_name(std::string_view name) {
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

template <class T>
struct IsId : std::false_type {};
template <class R>
struct IsId<Id<R>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class E, template <class...> class List, class... D>
constexpr auto choices_of(List<D...>) {
    return std::array<Choice, sizeof...(D)>{Choice{plain_name(D::name), static_cast<int>(D::value)}...};
}

template <class E>
inline constexpr auto choices = choices_of<E>(boost::describe::describe_enumerators<E>{});

template <class T, class Member>
std::size_t offset_of(Member T::* member) {
    alignas(T) static const std::byte space[sizeof(T)]{};
    const auto* record = reinterpret_cast<const T*>(space);
    return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&(record->*member)) - space);
}

template <class T, template <class...> class List, class... D>
std::span<const Field> fields_of(List<D...>) {
    static const std::array<Field, sizeof...(D)> fields{
        Field{D::name, &value_type<std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>>(),
              offset_of<T>(D::pointer)}...};
    return fields;
}

template <class T>
ValueType make_value_type() {
    if constexpr (std::is_same_v<T, bool>) {
        return {.kind = Kind::boolean};
    } else if constexpr (std::is_same_v<T, int>) {
        return {.kind = Kind::integer};
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        return {.kind = Kind::long_integer};
    } else if constexpr (std::is_same_v<T, double>) {
        return {.kind = Kind::real};
    } else if constexpr (std::is_same_v<T, std::string>) {
        return {.kind = Kind::text};
    } else if constexpr (IsId<T>::value) {
        return {.kind = Kind::id};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {.kind = Kind::instant};
    } else if constexpr (std::is_same_v<T, Date>) {
        return {.kind = Kind::date};
    } else if constexpr (std::is_enum_v<T>) {
        static_assert(sizeof(T) == 1, "described enums are std::uint8_t");
        return {.kind = Kind::choice, .choices = choices<T>, .name = type_name<T>()};
    } else if constexpr (IsOptional<T>::value) {
        return {.kind = Kind::optional,
                .element = &value_type<typename T::value_type>(),
                .get = [](const void* p) -> const void* {
                    const auto& optional = *static_cast<const T*>(p);
                    return optional ? &*optional : nullptr;
                },
                .emplace = [](void* p) -> void* { return &static_cast<T*>(p)->emplace(); }};
    } else if constexpr (IsVector<T>::value) {
        return {.kind = Kind::list,
                .element = &value_type<typename T::value_type>(),
                .emplace = [](void* p) -> void* { return &static_cast<T*>(p)->emplace_back(); },
                .size = [](const void* p) { return static_cast<const T*>(p)->size(); },
                .at = [](const void* p, std::size_t i) -> const void* {
                    return &(*static_cast<const T*>(p))[i];
                }};
    } else {
        static_assert(boost::describe::has_describe_members<T>::value, "describe the struct first");
        return {.kind = Kind::record, .record = &record_type<T>, .name = type_name<T>()};
    }
}

}  // namespace detail

template <class T>
const ValueType& value_type() {
    static const ValueType type = detail::make_value_type<T>();
    return type;
}

template <class T>
const RecordType& record_type() {
    // Inherited members come first, so that a detail view can extend a stored record.
    using Members =
        boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    static const RecordType type{detail::type_name<T>(), detail::fields_of<T>(Members{})};
    return type;
}

/// The name of a described enum's value ("for", "executive_board").
template <class E>
    requires std::is_enum_v<E>
std::string_view name_of(E value) {
    return choice_name(detail::choices<E>, static_cast<int>(value));
}

/// The value of a described enum with that name.
template <class E>
    requires std::is_enum_v<E>
std::optional<E> parse_choice(std::string_view name) {
    auto value = choice_value(detail::choices<E>, name);
    if (!value) return std::nullopt;
    return static_cast<E>(*value);
}

}  // namespace wallchart
