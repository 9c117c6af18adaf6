#include "cli/settings.h"

#include "core/text.h"

#include <charconv>
#include <cstdlib>
#include <fstream>

namespace wallchart {
namespace {

constexpr std::array table{
    SettingInfo{"config", "FILE", "", "a file with lines `name = value` of these settings"},
    SettingInfo{"data", "DIR", "wallchart-data", "the folder of the embedded database and of uploads"},
    SettingInfo{"database", "URL", "", "postgresql://... instead of the embedded database", true},
    SettingInfo{"address", "ADDRESS", "127.0.0.1", "the address to listen on"},
    SettingInfo{"port", "PORT", "8080", "the port to listen on; 0 takes any free one"},
    SettingInfo{"public-url", "URL", "",
                "the address people use, for links in mail; default http://ADDRESS:PORT"},
    SettingInfo{"workers", "N", "4", "threads that answer requests"},
    SettingInfo{"behind-proxy", "BOOL", "false", "believe X-Forwarded-For: only behind your own proxy"},
    SettingInfo{"smtp-url", "URL", "", "smtp://host:25 or smtps://host:465; without it no mail leaves"},
    SettingInfo{"smtp-user", "NAME", "", "to sign in at the mail server"},
    SettingInfo{"smtp-password", "TEXT", "", "to sign in at the mail server", true},
    SettingInfo{"mail-from", "ADDRESS", "wallchart@localhost", "the sender of all mail"},
    SettingInfo{"log-format", "logfmt|json", "logfmt", "the shape of log lines on stderr"},
    SettingInfo{"log-level", "LEVEL", "info", "debug, info, warning or error"},
};

const SettingInfo* find_setting(std::string_view name) {
    for (const auto& setting : table)
        if (setting.name == name) return &setting;
    return nullptr;
}

}  // namespace

std::span<const SettingInfo> all_settings() {
    return table;
}

std::string variable_of(std::string_view setting) {
    return "WALLCHART_" + replace_all(to_upper_ascii(setting), "-", "_");
}

Result<Settings> Settings::load(const std::map<std::string, std::string>& flags) {
    Settings settings;
    for (const auto& setting : table) {
        settings.m_values[std::string(setting.name)] = setting.preset;
        if (setting.name != "config") continue;
        const char* variable = std::getenv(variable_of("config").c_str());
        if (variable != nullptr) settings.m_values["config"] = variable;
    }
    if (auto given = flags.find("config"); given != flags.end()) settings.m_values["config"] = given->second;
    if (const auto& path = settings.text("config"); !path.empty()) {
        std::ifstream file(path);
        if (!file) return failure(ErrorKind::not_found, "The settings file can't be read: " + path);
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            auto text = trim(line);
            if (text.empty() || text.starts_with('#')) continue;
            auto equals = text.find('=');
            auto name = trim(text.substr(0, equals));
            if (equals == std::string_view::npos || find_setting(name) == nullptr)
                return failure(ErrorKind::invalid, path + ", line " + std::to_string(number) +
                                                       ": not `name = value` of a known setting.");
            settings.m_values[std::string(name)] = trim(text.substr(equals + 1));
        }
    }
    for (const auto& setting : table)
        if (const char* value = std::getenv(variable_of(setting.name).c_str()); value != nullptr)
            settings.m_values[std::string(setting.name)] = value;
    for (const auto& [name, value] : flags)
        settings.m_values[name] = value;
    return settings;
}

const std::string& Settings::text(std::string_view name) const {
    return m_values.find(name)->second;
}

Result<int> Settings::number(std::string_view name, int least, int most) const {
    const auto& value = text(name);
    int number = 0;
    auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault != std::errc{} || end != value.data() + value.size() || number < least || number > most)
        return failure(ErrorKind::invalid, "--" + std::string(name) + " must be a whole number from " +
                                               std::to_string(least) + " to " + std::to_string(most) + ".");
    return number;
}

bool Settings::flag(std::string_view name) const {
    const auto value = to_lower_ascii(text(name));
    return value == "1" || value == "true" || value == "yes" || value == "on";
}

const std::string& Settings::database_source() const {
    const auto& url = text("database");
    return url.empty() ? text("data") : url;
}

}  // namespace wallchart
