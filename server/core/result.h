#pragma once
// What a function answers when a user, a file or the network can make it fail.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wallchart {

/// Why a request could not be carried out; each kind has one HTTP status and one exit code.
enum class ErrorKind : std::uint8_t {
    invalid,          ///< the input breaks a rule; `fields` says where
    unauthenticated,  ///< nobody is signed in
    forbidden,        ///< signed in, but the role does not allow it
    not_found,        ///< absent, or another workspace's: both look the same from outside
    conflict,         ///< contradicts what is stored (a duplicate, a wrong state)
    stale,            ///< somebody else changed the record since it was read
    too_large,        ///< over a stated limit
    too_many,         ///< over a stated rate
    unsupported,      ///< a media type, preset or format that is not known
    unavailable,      ///< a full disk, a lost database or mail server: try again later
};

/// One fault of an input: `pointer` is a JSON pointer ("/contact_points/0/value").
struct FieldError {
    std::string pointer;
    std::string message;
};

/// A failure told to whoever caused it: never holds a secret or another person's data.
struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string message;               ///< one plain sentence
    std::vector<FieldError> fields{};  ///< empty unless the input is a record or a form
    int retry_after = 0;  ///< seconds; 0 where there is nothing better to say than the kind's own
};

template <class T = void>
using Result = std::expected<T, Error>;

/// A failure of the given kind, ready to be returned from any function that answers Result.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, std::string message) {
    return std::unexpected(Error{kind, std::move(message)});
}

/// An invalid input with the one field that is at fault; `pointer` as in FieldError.
[[nodiscard]] inline std::unexpected<Error> invalid(std::string pointer, std::string message) {
    Error error{ErrorKind::invalid, message};
    error.fields.push_back({std::move(pointer), std::move(message)});
    return std::unexpected(std::move(error));
}

/// Absent, or not to be seen by whoever asks: the two must not be told apart.
[[nodiscard]] inline std::unexpected<Error> not_found(std::string_view what) {
    // Built in place: g++ 12 warns wrongly of moved short texts here.
    std::unexpected<Error> absent(Error{ErrorKind::not_found, {}});
    absent.error().message += what;
    absent.error().message += " does not exist.";
    return absent;
}

}  // namespace wallchart

// A name of its own for each use: one TRY may stand inside a lambda that another takes.
#define WALLCHART_TRY(expression, name)                             \
    __extension__({                                                 \
        auto&& name = (expression);                                 \
        if (!name) return std::unexpected(std::move(name).error()); \
        ::wallchart::detail::value_of(std::move(name));             \
    })
#define WALLCHART_TRY_NAMED(expression, number) WALLCHART_TRY(expression, try_result_##number)
#define WALLCHART_TRY_NUMBERED(expression, number) WALLCHART_TRY_NAMED(expression, number)

/// The value of a Result expression; returns its error from the enclosing function if it holds one.
#define TRY(expression) WALLCHART_TRY_NUMBERED(expression, __COUNTER__)

namespace wallchart::detail {
template <class T>
T value_of(Result<T>&& result) {
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}
}  // namespace wallchart::detail
