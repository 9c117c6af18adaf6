// The only file that knows CLI11, which is slow to compile.

#include "cli/command.h"
#include "core/log.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace wallchart {
namespace {

/// A command as CLI11 fills it; the vectors must stay where they are while it parses.
struct Parsed {
    std::map<std::string, std::vector<std::string>> values;
    std::map<std::string, std::string> settings;
};

void describe(CLI::App& app, const Command& command, Parsed& parsed) {
    app.footer(std::string(command.help));
    for (const auto& positional : command.positionals) {
        // One word each: a positional that takes a list would swallow the words of the next, or refuse them.
        auto& values = parsed.values[std::string(positional.name)];
        auto name = std::string(positional.name);
        auto help = std::string(positional.help);
        auto* option = positional.repeated
                           ? app.add_option(name, values, help)
                           : app.add_option_function<std::string>(
                                 name, [&values](const std::string& value) { values = {value}; }, help);
        if (positional.required) option->required();
    }
    for (const auto& option : command.options) {
        auto name = "--" + std::string(option.name);
        auto& values = parsed.values[std::string(option.name)];
        if (option.kind == OptionKind::flag) {
            app.add_flag_callback(name, [&values] { values.emplace_back("true"); }, std::string(option.help));
        } else {
            auto* added = app.add_option(name, values, std::string(option.help));
            added->type_name(std::string(option.value));
            added->allow_extra_args(false);
            if (option.kind == OptionKind::value) added->take_last();
        }
    }
    for (const auto& setting : all_settings()) {
        auto help = std::string(setting.help);
        if (!setting.preset.empty()) help += " [" + std::string(setting.preset) + "]";
        auto name = std::string(setting.name);
        app.add_option_function<std::string>(
               "--" + name, [&parsed, name](const std::string& value) { parsed.settings[name] = value; },
               help + " (" + variable_of(setting.name) + ")")
            ->type_name(std::string(setting.value))
            ->group("Settings");
    }
}

Result<int> run(const Command& command, const Parsed& parsed) {
    Arguments arguments;
    arguments.settings = TRY(Settings::load(parsed.settings));
    for (const auto& [name, values] : parsed.values)
        if (!values.empty()) arguments.values[name] = values;
    const auto& format = arguments.settings.text("log-format");
    if (format != "logfmt" && format != "json")
        return failure(ErrorKind::invalid, "--log-format is logfmt or json.");
    static const std::map<std::string, LogLevel, std::less<>> levels{{"debug", LogLevel::debug},
                                                                     {"info", LogLevel::info},
                                                                     {"warning", LogLevel::warning},
                                                                     {"error", LogLevel::error}};
    auto level = levels.find(arguments.settings.text("log-level"));
    if (level == levels.end())
        return failure(ErrorKind::invalid, "--log-level is debug, info, warning or error.");
    configure_log(format == "json" ? LogFormat::json : LogFormat::logfmt, level->second);
    return command.run(arguments);
}

}  // namespace

int run_command_line(int count, const char* const* arguments) {
    CLI::App app{"Wallchart: the organizing system of an alliance of locals, chapters and campaigns."};
    app.name("wallchart");
    app.require_subcommand(1);
    app.set_version_flag("--version", "wallchart " WALLCHART_VERSION);
    app.footer("`wallchart COMMAND --help` explains a command.");

    auto commands = all_commands();
    std::vector<Parsed> parsed(commands.size());
    for (std::size_t at = 0; at < commands.size(); ++at)
        describe(*app.add_subcommand(std::string(commands[at].name), std::string(commands[at].summary)),
                 commands[at], parsed[at]);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    for (std::size_t at = 0; at < commands.size(); ++at) {
        if (!app.got_subcommand(std::string(commands[at].name))) continue;
        try {
            auto done = run(commands[at], parsed[at]);
            if (done) return *done;
            std::fprintf(stderr, "%s\n", done.error().message.c_str());
            for (const auto& field : done.error().fields)
                if (field.message != done.error().message)
                    std::fprintf(stderr, "  %s: %s\n", field.pointer.c_str(), field.message.c_str());
        } catch (const std::exception& exception) {
            std::fprintf(stderr, "Wallchart failed: %s\n", exception.what());
        }
        return 1;
    }
    return 2;
}

}  // namespace wallchart
