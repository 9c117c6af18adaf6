#pragma once
// The settings of the program: flags, WALLCHART_* variables and a file, all from one table.

#include "core/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace wallchart {

/// One setting. `--name` = WALLCHART_NAME = `name = value` in the file; a flag outweighs a variable, that
/// the file, that the default.
struct SettingInfo {
    std::string_view name;    ///< "public-url"
    std::string_view value;   ///< what the help shows for it: "URL"
    std::string_view preset;  ///< where none is given
    std::string_view help;    ///< one line
    bool secret = false;      ///< never printed
};

std::span<const SettingInfo> all_settings();
/// "WALLCHART_PUBLIC_URL"
std::string variable_of(std::string_view setting);

class Settings {
public:
    /// From flags (by name, those that were given), the environment and the file that `config` names.
    /// Errors: not_found (the file), invalid (a line of it; the name of a setting).
    static Result<Settings> load(const std::map<std::string, std::string>& flags);

    const std::string& text(std::string_view name) const;
    /// Errors: invalid, unless it is a whole number within the limits.
    Result<int> number(std::string_view name, int least, int most) const;
    /// True for "1", "true", "yes" and "on".
    bool flag(std::string_view name) const;

    /// What Database::open takes: the URL of `database`, else the folder `data`.
    const std::string& database_source() const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

}  // namespace wallchart
