#include "cli/command.h"
#include "core/log.h"
#include "core/text.h"
#include "features/accounts/accounts.h"
#include "features/imports/imports.h"

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <thread>

namespace wallchart {
namespace {

Result<Workspace> workspace_for(Transaction& tx, const std::string& slug) {
    auto found = find_workspace(tx, slug);
    if (found || found.error().kind != ErrorKind::not_found) return found;
    if (tx.value<std::int64_t>("SELECT count(*) FROM workspace") > 0) return found;
    return create_workspace(tx, {slug, slug.empty() ? "Workspace" : slug});
}

std::string grouped(std::int64_t number) {
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

void print_columns(const Import& import) {
    std::printf("%s: %s, %zu columns%s%s\n", import.file_name.c_str(), import.encoding.c_str(),
                import.mapping.columns.size(), import.mapping.preset.empty() ? "" : ", preset ",
                import.mapping.preset.c_str());
    std::string unused;
    for (const auto& column : import.mapping.columns) {
        if (column.field == ImportField::ignore) {
            unused += (unused.empty() ? "" : ", ") + column.column;
            continue;
        }
        std::string field(name_of(column.field));
        if (column.field == ImportField::custom) field += ":" + column.custom_name;
        std::printf("  %-24s -> %s\n", column.column.c_str(), field.c_str());
    }
    if (!unused.empty()) std::printf("  not used: %s\n", unused.c_str());
}

void print_summary(const char* title, ImportKind kind, const ImportSummary& summary) {
    std::printf("%s: %s rows: %s created, %s updated, %s unchanged, %s repeated in the file, %s rejected\n",
                title, grouped(summary.rows).c_str(), grouped(summary.created).c_str(),
                grouped(summary.updated).c_str(), grouped(summary.unchanged).c_str(),
                grouped(summary.repeated).c_str(), grouped(summary.rejected).c_str());
    if (summary.placed + summary.unplaced > 0)
        std::printf("  %s linked to a local, %s with a union that is not sure%s\n",
                    grouped(summary.placed).c_str(), grouped(summary.unplaced).c_str(),
                    kind == ImportKind::people ? ": they wait in the placement queue" : "");
    auto others = [](std::int64_t count, const char* what) {
        if (count > 0) std::printf("  %s %s created\n", grouped(count).c_str(), what);
    };
    others(summary.organizations_created, "unions above them");
    others(summary.employers_created, "employers");
    others(summary.worksites_created, "worksites");
}

/// The fault of a mapping as somebody can mend it here: with flags, and with the names of columns.
Error in_flags(Error error, ImportKind kind, const ImportMapping& mapping) {
    std::string_view names = kind == ImportKind::people
                                 ? "--map full_name=COLUMN (or given_name, family_name)"
                             : kind == ImportKind::organizations ? "--map name=COLUMN (or number)"
                                                                 : "--map name=COLUMN (or employer)";
    bool of_columns = false;
    for (auto& field : error.fields) {
        constexpr std::string_view columns = "/columns";
        if (field.pointer == "/preset") field.pointer = "--preset";
        if (!field.pointer.starts_with(columns)) continue;
        of_columns = true;
        std::size_t at = mapping.columns.size();  // "/columns/3/field" names one, "/columns" none
        if (field.pointer.size() > columns.size())
            std::from_chars(field.pointer.data() + columns.size() + 1,
                            field.pointer.data() + field.pointer.size(), at);
        field.pointer = at < mapping.columns.size() ? mapping.columns[at].column : std::string(names);
    }
    if (!of_columns) return error;
    std::string all;
    for (const auto& column : mapping.columns)
        all += (all.empty() ? "\"" : ", \"") + column.column + "\"";
    error.message += " The file has: " + std::string(first_characters(all, 1000)) + ".";
    return error;
}

/// Shows how far a job is, on a terminal, until it goes.
class Progress {
public:
    Progress(Database& database, Id<Workspace> workspace, Id<Job> job) {
        if (isatty(STDERR_FILENO) == 0) return;
        m_thread = std::jthread([&database, workspace, job](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(250));
                auto now = database.read([&](Reader& reader) { return find_job(reader, workspace, job); });
                if (!now || now->total == 0) continue;
                std::fprintf(stderr, "\r  %s of about %s rows (%d %%)  ", grouped(now->done).c_str(),
                             grouped(now->total).c_str(), static_cast<int>(100 * now->done / now->total));
            }
            std::fprintf(stderr, "\r%60s\r", "");
        });
    }

private:
    std::jthread m_thread;
};

/// Runs a job to its end, here or, when a server on the same database takes it first, there.
Result<Import> finish(Database& database, JobRunner& runner, const Import& import) {
    Progress progress(database, import.workspace_id, *import.job_id);
    for (;;) {
        auto job = TRY(database.read(
            [&](Reader& reader) { return find_job(reader, import.workspace_id, *import.job_id); }));
        if (job.state == JobState::failed) return failure(ErrorKind::invalid, job.result);
        if (job.state == JobState::done || job.state == JobState::cancelled) break;
        if (!runner.run_one()) std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    return database.read([&](Reader& reader) { return find_import(reader, import.workspace_id, import.id); });
}

bool confirmed() {
    if (isatty(STDIN_FILENO) == 0) return false;
    std::printf("Import these rows? [y/N] ");
    std::fflush(stdout);
    std::string answer;
    std::getline(std::cin, answer);
    auto folded = fold(answer);
    return folded == "y" || folded == "yes" || folded == "s" || folded == "si";
}

Result<int> run(const Arguments& arguments) {
    auto kind = parse_choice<ImportKind>(arguments.get("KIND").value_or(""));
    if (!kind)
        return failure(ErrorKind::invalid, "Say what is imported: people, organizations or worksites.");
    auto file = arguments.get("FILE").value_or("");
    std::error_code error;
    // Before a database is made for nothing.
    if (!std::filesystem::is_regular_file(file, error))
        return failure(ErrorKind::not_found, "There is no file " + file + ".");
    configure_log(LogFormat::logfmt, LogLevel::warning);  // here the summary tells what was done
    SystemClock clock;
    auto database = TRY(open_database(arguments, clock, 2));
    JobRunner runner(*database);
    add_import_jobs(runner);
    runner.free_cut_off();
    while (runner.run_one())
        std::printf("Finished an import that had been cut off.\n");

    NewImport wanted;
    wanted.kind = *kind;
    wanted.file_name = std::filesystem::path(file).filename().string();
    wanted.file_path = std::filesystem::absolute(file).string();
    wanted.rejects_path = wanted.file_path + ".rejects.csv";
    wanted.preset = arguments.get("preset").value_or("");
    wanted.map = arguments.all("map");
    auto slug = arguments.get("workspace").value_or("");
    auto workspace = TRY(database->write({{}, {}, "set_up", "First workspace"},
                                         [&](Transaction& tx) { return workspace_for(tx, slug); }));
    Change change{workspace.id, {}, "import", "Import from the command line"};
    ImportMapping guessed;
    auto begun = database->write(change, [&](Transaction& tx) -> Result<Import> {
        auto started = TRY(start_import(tx, wanted));
        guessed = started.mapping;
        // The options are checked as a corrected mapping is.
        return set_mapping(tx, started, started.mapping);
    });
    if (!begun) return std::unexpected(in_flags(std::move(begun.error()), *kind, guessed));
    auto import = std::move(*begun);
    print_columns(import);
    import = TRY(database->write(change, [&](Transaction& tx) { return begin_preflight(tx, import); }));
    import = TRY(finish(*database, runner, import));
    print_summary("Preflight", *kind, import.summary);
    for (std::size_t at = 0; at < std::min<std::size_t>(5, import.rejects.size()); ++at) {
        const auto& reject = import.rejects[at];
        std::printf("  line %lld%s%s: %s\n", static_cast<long long>(reject.line),
                    reject.column.empty() ? "" : ", ", reject.column.c_str(), reject.in_words.c_str());
    }
    if (import.summary.rows == import.summary.rejected)
        return failure(ErrorKind::invalid, "No row can be imported. The reasons are in " +
                                               wanted.rejects_path +
                                               "; --map FIELD=COLUMN corrects the columns.");
    if (!arguments.has("yes") && !confirmed()) {
        std::printf("Nothing was written. Run it again with --yes to import.\n");
        return 1;
    }
    std::fflush(stdout);
    auto started = std::chrono::steady_clock::now();
    import = TRY(database->write(change, [&](Transaction& tx) { return begin_run(tx, import); }));
    import = TRY(finish(*database, runner, import));
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
    print_summary("Imported", *kind, import.summary);
    std::printf("  in %.1f s; it can be undone as a whole on the page of imports\n", seconds.count());
    if (import.summary.rejected > 0)
        std::printf("  the rejected rows, to mend and import again: %s\n", wanted.rejects_path.c_str());
    return 0;
}

}  // namespace

Command import_command() {
    return {
        .name = "import",
        .summary = "Import people, organizations or worksites from a file",
        .help =
            "Reads CSV or TSV (UTF-8, UTF-16, Windows-1252), guesses what the columns are, says what would\n"
            "happen, and asks before it writes. Rows that can't be taken are written beside the file, as\n"
            "FILE.rejects.csv, with line, column and reason: mend them and import that file.\n"
            "People are matched by external id, else e-mail, else phone and family name.\n"
            "Presets: people: van, action_network, osdi; organizations: teamsters_official,\n"
            "teamsters_olms, afscme, fnum_lookup; worksites: nlrb. They are recognized by the header too.\n"
            "Examples:\n"
            "  wallchart import people members.csv --data wallchart-data\n"
            "  wallchart import people list.tsv --yes --map given_name=\"Member first\" --map "
            "custom:Badge=No\n"
            "  wallchart import worksites elections.csv --preset nlrb --yes",
        .positionals = {{"KIND", "people, organizations or worksites"}, {"FILE", "the file to read"}},
        .options = {{"yes", OptionKind::flag, "", "write without asking"},
                    {"workspace", OptionKind::value, "SLUG", "the workspace, where there are several"},
                    {"preset", OptionKind::value, "NAME", "the system that the file comes from"},
                    {"map", OptionKind::repeated, "FIELD=COLUMN", "what a column holds; may be repeated"}},
        .run = run};
}

}  // namespace wallchart
