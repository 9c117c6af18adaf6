#pragma once
// A command of the program, described as data: each file of this folder defines one.

#include "cli/settings.h"
#include "core/clock.h"
#include "db/database.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// An argument by position: "FILE".
struct PositionalInfo {
    std::string_view name;
    std::string_view help;
    bool required = true;
    bool repeated = false;  ///< takes all words that are left; only the last may
};

enum class OptionKind : std::uint8_t { flag, value, repeated };

/// An option beside the settings: "--preset NAME".
struct OptionInfo {
    std::string_view name;  ///< "preset"
    OptionKind kind = OptionKind::flag;
    std::string_view value;  ///< what the help shows for it; empty for a flag
    std::string_view help;
};

/// What was given on the command line.
class Arguments {
public:
    Settings settings;
    std::map<std::string, std::vector<std::string>, std::less<>> values;  ///< by name, positionals too

    bool has(std::string_view name) const { return values.contains(name); }
    std::optional<std::string> get(std::string_view name) const {
        auto found = values.find(name);
        if (found == values.end() || found->second.empty()) return std::nullopt;
        return found->second.back();
    }
    std::vector<std::string> all(std::string_view name) const {
        auto found = values.find(name);
        return found == values.end() ? std::vector<std::string>{} : found->second;
    }
};

struct Command {
    std::string_view name;
    std::string_view summary;  ///< one line
    std::string_view help;     ///< what a newcomer needs to know, with examples
    std::vector<PositionalInfo> positionals;
    std::vector<OptionInfo> options;
    /// The exit code; an error is printed to stderr and exits with 1.
    Result<int> (*run)(const Arguments&);
};

// One function a file.
Command backup_command();
Command check_command();
Command decide_command();
Command dedupe_command();
Command explain_command();
Command export_command();
Command import_command();
Command link_command();
Command openapi_command();
Command resolve_union_command();
Command restore_command();
Command route_command();
Command sample_command();
Command serve_command();
Command tally_command();
Command turf_command();
Command user_command();

std::vector<Command> all_commands();

/// Parses the arguments, runs the command and answers the exit code: 0 done, 1 failed, 2 misunderstood.
int run_command_line(int count, const char* const* arguments);

/// The database that the settings name, opened. Errors: as Database::open.
Result<std::unique_ptr<Database>> open_database(const Arguments& arguments, const Clock& clock,
                                                int readers = 4);

}  // namespace wallchart
