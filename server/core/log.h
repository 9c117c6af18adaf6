#pragma once
// Structured log lines to stderr: logfmt for people, JSON for machines. Never a secret, never a person's
// data: only ids, counts, durations, route templates and error kinds are logged.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace wallchart {

enum class LogFormat : std::uint8_t { logfmt, json };
enum class LogLevel : std::uint8_t { debug, info, warning, error };

struct LogField {
    std::string_view key;
    std::variant<std::int64_t, double, std::string_view> value;

    LogField(std::string_view name, std::integral auto number)
        : key(name), value(static_cast<std::int64_t>(number)) {}
    LogField(std::string_view name, double number) : key(name), value(number) {}
    LogField(std::string_view name, std::string_view text) : key(name), value(text) {}
};

void configure_log(LogFormat format, LogLevel lowest);

/// Writes one line: time, level, `event` (a constant such as "job finished") and the fields.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace wallchart
