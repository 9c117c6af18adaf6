#include "cli/command.h"
#include "core/csv.h"
#include "core/text.h"
#include "engine/union_name/read_directory.h"
#include "features/accounts/accounts.h"
#include "features/placements/placements.h"
#include "features/upkeep/upkeep.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

namespace wallchart {
namespace {

using union_name::Answer;
using union_name::Resolution;

/// A directory to ask, and how its entries are named in the answer.
struct Asked {
    std::shared_ptr<const union_name::Directory> directory;
    std::vector<std::string> names;  ///< by id; none where the ids are the database's own
    bool empty = false;

    std::string name_of(std::int64_t id) const {
        if (id == 0) return {};
        auto at = static_cast<std::size_t>(id);
        return at < names.size() ? names[at] : std::to_string(id);
    }
};

Result<Asked> directory_of_file(const std::string& path) {
    union_name::ListedBodies listed;
    if (path.ends_with(".json")) {
        std::ifstream file(path, std::ios::binary);
        if (!file) return failure(ErrorKind::not_found, path + " cannot be read.");
        std::string text(std::istreambuf_iterator<char>(file), {});
        listed = TRY(union_name::read_directory_json(text));
    } else {
        auto reader = TRY(CsvReader::open(path));
        listed = TRY(union_name::read_directory_csv(reader));
    }
    return Asked{std::make_shared<union_name::Directory>(std::move(listed.entries)), std::move(listed.names)};
}

/// The organizations of the database, if there is one; else an empty directory, by which names are read only.
Result<Asked> directory_of(const Arguments& arguments) {
    if (auto path = arguments.get("directory")) return directory_of_file(*path);
    auto connection = open_for_reading(arguments.settings.database_source());
    if (!connection && !arguments.has("workspace"))
        return Asked{
            std::make_shared<union_name::Directory>(std::vector<union_name::DirectoryEntry>{}), {}, true};
    if (!connection) return std::unexpected(std::move(connection).error());
    Reader reader(**connection);
    auto workspace = TRY(find_workspace(reader, arguments.get("workspace").value_or("")));
    return Asked{union_directory(reader, workspace.id), {}};
}

std::string_view in_words(Answer answer) {
    switch (answer) {
        case Answer::resolved:
            return "resolved";
        case Answer::unclear_which_local:
            return "a union, but which local is unclear";
        case Answer::not_in_directory:
            return "not in the directory";
        case Answer::not_a_union:
            return "not a union";
    }
    return {};
}

/// The likeliest entry that is not the answer itself.
const union_name::Candidate* runner_up(const Resolution& resolution) {
    for (const auto& candidate : resolution.candidates)
        if (candidate.id != resolution.id) return &candidate;
    return nullptr;
}

void print(const std::string& text, const Resolution& resolution, const Asked& asked) {
    std::printf("%s\n", text.c_str());
    std::printf("  read as    %s\n", union_name::describe(resolution.name).c_str());
    if (asked.empty) return;
    std::printf("  answer     %s", std::string(in_words(resolution.answer)).c_str());
    for (const auto& candidate : resolution.candidates)
        if (candidate.id == resolution.id && resolution.id != 0)
            std::printf(": %s (%s)", candidate.label.c_str(), asked.name_of(candidate.id).c_str());
    std::printf(", probability %.3f\n", resolution.probability);
    if (const auto* next = runner_up(resolution))
        std::printf("  runner-up  %s (%s), probability %.3f\n", next->label.c_str(),
                    asked.name_of(next->id).c_str(), next->probability);
    for (const auto& reason : resolution.reasons)
        std::printf("  because    %s\n", union_name::in_words(reason).c_str());
}

/// Where a file's column stands. Errors: invalid.
Result<std::size_t> place_of(const CsvRow& header, const std::string& column) {
    for (std::size_t at = 0; at < header.cells.size(); ++at)
        if (trim(header.cells[at]) == column) return at;
    return failure(ErrorKind::invalid, "The file has no column \"" + column + "\".");
}

std::vector<std::string> cells_of(const Resolution& resolution, const Asked& asked) {
    auto decimal = [](double value) {
        std::array<char, 16> text{};
        auto size = std::snprintf(text.data(), text.size(), "%.4f", value);
        return std::string(text.data(), static_cast<std::size_t>(size));
    };
    const auto& name = resolution.name;
    const auto* next = runner_up(resolution);
    return {std::string(wallchart::name_of(resolution.answer)),
            asked.name_of(resolution.id),
            decimal(resolution.probability),
            next ? asked.name_of(next->id) : std::string(),
            next ? decimal(next->probability) : std::string(),
            std::string(name.affiliation()),
            std::string(wallchart::name_of(name.body.kind)),
            name.body.number};
}

Result<int> resolve_file(const Arguments& arguments, const Asked& asked) {
    auto reader = TRY(CsvReader::open(*arguments.get("file")));
    auto column = arguments.get("column");
    if (!column)
        return failure(ErrorKind::invalid, "--column says which column of the file holds the unions' names.");
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, "The file is empty.");
    auto place = TRY(place_of(row, *column));
    auto hint = [&](std::string_view option) -> Result<std::size_t> {
        auto named = arguments.get(option);
        return named ? place_of(row, *named) : Result<std::size_t>(static_cast<std::size_t>(-1));
    };
    auto city = TRY(hint("city-column"));
    auto state = TRY(hint("state-column"));
    auto width = row.cells.size();
    auto out = arguments.get("out");
    std::FILE* file = out ? std::fopen(out->c_str(), "wb") : stdout;
    if (!file) return failure(ErrorKind::unavailable, *out + " cannot be written.");
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> closer(out ? file : nullptr, std::fclose);
    auto write = [&](std::vector<std::string> cells, const std::vector<std::string>& more) {
        cells.resize(width);
        cells.insert(cells.end(), more.begin(), more.end());
        auto line = csv_line(cells);
        std::fwrite(line.data(), 1, line.size(), file);
    };
    write({row.cells.begin(), row.cells.end()}, {"answer", "resolved_id", "probability", "runner_up_id",
                                                 "runner_up_probability", "union", "kind", "number"});
    std::map<Answer, std::uint64_t> counts;
    std::uint64_t names = 0;
    auto began = std::chrono::steady_clock::now();
    while (reader.next(row)) {
        auto cell = [&](std::size_t at) {
            return at < row.cells.size() ? std::string(row.cells[at]) : std::string();
        };
        auto resolution = asked.directory->resolve(trim(cell(place)), {cell(city), cell(state), "", ""});
        ++counts[resolution.answer];
        ++names;
        write({row.cells.begin(), row.cells.end()}, cells_of(resolution, asked));
    }
    auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::fprintf(stderr, "%llu names, %.0f a second\n", static_cast<unsigned long long>(names),
                 static_cast<double>(names) / std::max(seconds, 1e-6));
    for (auto [answer, count] : counts)
        std::fprintf(stderr, "%10llu  %s\n", static_cast<unsigned long long>(count),
                     std::string(in_words(answer)).c_str());
    return std::fflush(file) == 0 ? 0 : 1;
}

Result<int> run(const Arguments& arguments) {
    auto texts = arguments.all("TEXT");
    if (texts.empty() && !arguments.has("file"))
        return failure(ErrorKind::invalid, "Say a union's name, or --file and --column.");
    auto asked = TRY(directory_of(arguments));
    if (asked.empty)
        std::fprintf(
            stderr, "No --directory is given and there is no database: names are read, and not looked up.\n");
    if (arguments.has("file")) return resolve_file(arguments, asked);
    for (const auto& text : texts)
        print(text, asked.directory->resolve(text), asked);
    return 0;
}

}  // namespace

Command resolve_union_command() {
    return {
        .name = "resolve-union",
        .summary = "Say which union local a name means, with how surely and what else it could be",
        .help =
            "The directory is a file (--directory: CSV with name, or affiliation and number; or JSON with "
            "keys\n"
            "\"UNION|number\"), else the organizations of the database. \"Not a union\", \"a union, but "
            "which\n"
            "local is unclear\" and \"not in the directory\" are different answers. With --file, every row "
            "is\n"
            "written again with the answer beside it.\n"
            "Examples:\n"
            "  wallchart resolve-union \"SEIU-UHW\" \"teamsters 810\"\n"
            "  wallchart resolve-union --directory register.json \"UFCW Local 371, AFL-CIO, CLC\"\n"
            "  wallchart resolve-union --file strikes.csv --column Union --directory register.json --out "
            "out.csv",
        .positionals = {{"TEXT", "a union's name as somebody wrote it; several may be given", false, true}},
        .options = {{"file", OptionKind::value, "FILE.csv", "resolve a column of this file"},
                    {"column", OptionKind::value, "COLUMN", "the column that holds the names"},
                    {"city-column", OptionKind::value, "COLUMN", "a column with the city, as a hint"},
                    {"state-column", OptionKind::value, "COLUMN", "a column with the state, as a hint"},
                    {"out", OptionKind::value, "OUT.csv", "where the rows are written [standard output]"},
                    {"directory", OptionKind::value, "FILE", "the bodies to find, CSV or JSON"},
                    {"workspace", OptionKind::value, "SLUG", "whose directory, where there are several"}},
        .run = run};
}

}  // namespace wallchart
