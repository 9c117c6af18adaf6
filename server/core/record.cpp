#include "core/record.h"

namespace wallchart {

std::optional<std::size_t> RecordType::find(std::string_view field) const {
    for (std::size_t at = 0; at < fields.size(); ++at)
        if (fields[at].name == field) return at;
    return std::nullopt;
}

std::string_view choice_name(std::span<const Choice> choices, int value) {
    for (const auto& choice : choices)
        if (choice.value == value) return choice.name;
    return {};
}

std::optional<int> choice_value(std::span<const Choice> choices, std::string_view name) {
    for (const auto& choice : choices)
        if (choice.name == name) return choice.value;
    return std::nullopt;
}

}  // namespace wallchart
