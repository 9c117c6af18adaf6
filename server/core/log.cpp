#include "core/log.h"

#include "core/clock.h"
#include "core/json.h"
#include "core/record.h"

#include <unistd.h>

#include <atomic>

namespace wallchart {

BOOST_DESCRIBE_ENUM(LogLevel, debug, info, warning, error)

namespace {

std::atomic<LogFormat> log_format{LogFormat::logfmt};
std::atomic<LogLevel> lowest_level{LogLevel::info};

void append(std::string& line, LogFormat format, std::string_view key, const LogField& field) {
    if (format == LogFormat::json) {
        line += line.size() > 1 ? ",\"" : "\"";
        line += key;
        line += "\":";
    } else {
        if (!line.empty()) line += ' ';
        line += key;
        line += '=';
    }
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
        line += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&field.value)) {
        encode(line, value_type<double>(), real);
    } else {
        auto text = std::get<std::string_view>(field.value);
        bool bare = format == LogFormat::logfmt && !text.empty() &&
                    text.find_first_of(" =\"\\\n\r\t") == std::string_view::npos;
        if (bare) {
            line += text;
        } else {
            encode_text(line, text);
        }
    }
}

}  // namespace

void configure_log(LogFormat format, LogLevel lowest) {
    log_format = format;
    lowest_level = lowest;
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    if (level < lowest_level.load()) return;
    auto format = log_format.load();
    std::string line = format == LogFormat::json ? "{" : "";
    auto time = to_string(SystemClock{}.now());
    append(line, format, "time", {"time", std::string_view(time)});
    append(line, format, "level", {"level", name_of(level)});
    append(line, format, "event", {"event", event});
    for (const auto& field : fields)
        append(line, format, field.key, field);
    line += format == LogFormat::json ? "}\n" : "\n";
    // One write call, so that lines of several threads never mix.
    [[maybe_unused]] auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace wallchart
