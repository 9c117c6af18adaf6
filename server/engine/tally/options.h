#pragma once
// What may be chosen about a rule, as KEY=VALUE. A rule asks for what it knows; the rest is refused.

#include "core/record.h"
#include "core/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wallchart::tally {

enum class YesNo : std::uint8_t { no, yes };
BOOST_DESCRIBE_ENUM(YesNo, no, yes)

class Options {
public:
    /// Reads "KEY=VALUE" texts; the last of a key counts. Errors: invalid.
    static Result<Options> read(std::span<const std::string> texts);

    void set(std::string_view key, std::string_view value);
    /// Sets a key unless it is set.
    void preset(std::string_view key, std::string_view value);
    bool has(std::string_view key) const;

    /// The value, or `otherwise`; both are remembered for the record.
    std::string text(std::string_view key, std::string_view otherwise);
    /// Errors: invalid (not a whole number, out of [from, to]).
    Result<std::int64_t> number(std::string_view key, std::int64_t otherwise, std::int64_t from,
                                std::int64_t to);
    /// One of the names of a described enum. Errors: invalid, naming them.
    template <class E>
    Result<E> choice(std::string_view key, E otherwise) {
        auto value = text(key, name_of(otherwise));
        // Configurations say true and false.
        if constexpr (std::is_same_v<E, YesNo>)
            if (value == "true" || value == "false") return value == "true" ? YesNo::yes : YesNo::no;
        if (auto chosen = parse_choice<E>(value)) return *chosen;
        return refuse(key, value, choices_text(value_type<E>().choices));
    }

    /// Everything asked for so far, with the values used, in order of asking.
    const std::vector<std::pair<std::string, std::string>>& used() const { return m_used; }
    /// Errors: invalid, for a key that was set and never asked for.
    Result<void> finish(std::string_view rule) const;

private:
    static std::unexpected<Error> refuse(std::string_view key, std::string_view value,
                                         std::string_view allowed);
    static std::string choices_text(std::span<const Choice> choices);

    std::vector<std::pair<std::string, std::string>> m_given;
    std::vector<std::pair<std::string, std::string>> m_used;
};

}  // namespace wallchart::tally
