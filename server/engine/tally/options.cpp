#include "engine/tally/options.h"

#include <algorithm>
#include <charconv>

namespace wallchart::tally {

Result<Options> Options::read(std::span<const std::string> texts) {
    Options options;
    for (const auto& text : texts) {
        auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            return failure(ErrorKind::invalid, "\"" + text + "\" is not of the form KEY=VALUE.");
        options.set(text.substr(0, equals), text.substr(equals + 1));
    }
    return options;
}

void Options::set(std::string_view key, std::string_view value) {
    auto found = std::ranges::find(m_given, key, &std::pair<std::string, std::string>::first);
    if (found != m_given.end()) {
        found->second = value;
    } else {
        m_given.emplace_back(key, value);
    }
}

void Options::preset(std::string_view key, std::string_view value) {
    if (!has(key)) set(key, value);
}

bool Options::has(std::string_view key) const {
    return std::ranges::find(m_given, key, &std::pair<std::string, std::string>::first) != m_given.end();
}

std::string Options::text(std::string_view key, std::string_view otherwise) {
    auto found = std::ranges::find(m_given, key, &std::pair<std::string, std::string>::first);
    std::string value(found == m_given.end() ? otherwise : std::string_view(found->second));
    if (std::ranges::find(m_used, key, &std::pair<std::string, std::string>::first) == m_used.end())
        m_used.emplace_back(key, value);
    return value;
}

Result<std::int64_t> Options::number(std::string_view key, std::int64_t otherwise, std::int64_t from,
                                     std::int64_t to) {
    auto value = text(key, std::to_string(otherwise));
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size() || number < from || number > to)
        return refuse(key, value,
                      "a whole number from " + std::to_string(from) + " to " + std::to_string(to));
    return number;
}

Result<void> Options::finish(std::string_view rule) const {
    for (const auto& [key, value] : m_given) {
        if (std::ranges::find(m_used, key, &std::pair<std::string, std::string>::first) != m_used.end())
            continue;
        std::string known;
        for (const auto& [name, unused] : m_used)
            known += (known.empty() ? "" : ", ") + name;
        return failure(ErrorKind::invalid, "The rule " + std::string(rule) + " has no option " + key +
                                               (known.empty() ? "." : "; it has " + known + "."));
    }
    return {};
}

std::unexpected<Error> Options::refuse(std::string_view key, std::string_view value,
                                       std::string_view allowed) {
    return failure(ErrorKind::invalid, "The option " + std::string(key) + " cannot be \"" +
                                           std::string(value) + "\": it is " + std::string(allowed) + ".");
}

std::string Options::choices_text(std::span<const Choice> choices) {
    std::string text;
    for (const auto& choice : choices)
        text += (text.empty() ? "one of " : ", ") + std::string(choice.name);
    return text;
}

}  // namespace wallchart::tally
