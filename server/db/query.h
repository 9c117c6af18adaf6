#pragma once
// A statement being put together: its text, and its parameters in step.

#include "db/value.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wallchart {

class Query {
public:
    Query() = default;
    explicit Query(std::string text) : sql(std::move(text)) {}

    std::string sql;
    std::vector<Value> parameters;

    /// "$3", standing for a value that is added. Texts are copied.
    template <class T>
    std::string operator()(const T& value) {
        if constexpr (std::is_convertible_v<T, std::string_view>) {
            parameters.emplace_back(std::string(std::string_view(value)));
        } else {
            parameters.push_back(as_value(value));
        }
        return "$" + std::to_string(parameters.size());
    }
    /// "($3, $4)" for a list of values; of an empty one nothing can be found.
    template <class T>
    std::string one_of(const std::vector<T>& values) {
        std::string marks;
        for (const auto& value : values)
            marks += (marks.empty() ? "" : ", ") + (*this)(value);
        return "(" + (marks.empty() ? "NULL" : marks) + ")";
    }
    /// The same parameters under another text: for a condition that several statements share.
    Query with(std::string text) const {
        Query other(std::move(text));
        other.parameters = parameters;
        return other;
    }
};

}  // namespace wallchart
