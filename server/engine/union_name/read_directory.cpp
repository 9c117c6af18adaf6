#include "engine/union_name/read_directory.h"

#include "core/json.h"
#include "core/text.h"

#include <array>
#include <charconv>

namespace wallchart::union_name {
namespace {

enum class Said : std::uint8_t { id, affiliation, number, name, kind, city, state, members };
constexpr std::size_t said_count = 8;

constexpr std::array<std::string_view, said_count> usual_names{
    "id f_num fnum file_number",
    "affiliation aff_abbr union union_code parent",
    "number local_number desig_num local",
    "name union_name local_name full_local_name organization",
    "kind desig_name designation",
    "city union_city",
    "state union_state",
    "members member_count",
};

/// The kind that a register's abbreviation stands for ("LU", "JB").
BodyKind kind_of(std::string_view text) {
    auto word = to_lower_ascii(trim(text));
    if (auto kind = parse_choice<BodyKind>(word)) return *kind;
    if (word == "lu") return BodyKind::local;
    if (word == "llg" || word == "lg") return BodyKind::lodge;
    if (word == "br") return BodyKind::branch;
    if (word == "ch" || word == "chap") return BodyKind::chapter;
    if (word == "dc" || word == "c" || word == "cncl") return BodyKind::council;
    if (word == "jb") return BodyKind::joint_board;
    if (word == "d" || word == "dist") return BodyKind::district;
    return BodyKind::unknown;
}

}  // namespace

Result<ListedBodies> read_directory_json(std::string_view text) {
    auto whole = TRY(parse_json(text));
    if (!whole.is_object())
        return failure(ErrorKind::invalid, "The directory is no JSON object of \"UNION|number\".");
    ListedBodies listed;
    listed.names.emplace_back();
    for (const auto& item : whole.as_object()) {
        std::string key(item.key());
        auto bar = key.find('|');
        if (bar == std::string::npos)
            return failure(ErrorKind::invalid,
                           "The directory's key \"" + key + "\" is not \"UNION|number\".");
        auto count = item.value().is_array() ? item.value().as_array().size() : 1;
        for (std::size_t at = 0; at < count; ++at) {
            DirectoryEntry entry;
            entry.id = static_cast<std::int64_t>(listed.names.size());
            entry.affiliation = key.substr(0, bar);
            entry.number = key.substr(bar + 1);
            listed.entries.push_back(std::move(entry));
            listed.names.push_back(key);
        }
    }
    return listed;
}

Result<ListedBodies> read_directory_csv(CsvReader& reader) {
    CsvRow row;
    ListedBodies listed;
    listed.names.emplace_back();
    if (!reader.next(row)) return failure(ErrorKind::invalid, "The directory is empty.");
    std::array<std::size_t, said_count> columns;
    columns.fill(static_cast<std::size_t>(-1));
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        auto name = replace_all(to_lower_ascii(trim(row.cells[at])), " ", "_");
        for (std::size_t said = 0; said < said_count; ++said)
            for (auto usual : split(usual_names[said], ' '))
                if (name == usual && columns[said] == static_cast<std::size_t>(-1)) columns[said] = at;
    }
    auto cell = [&](Said said) {
        auto at = columns[static_cast<std::size_t>(said)];
        return at < row.cells.size() ? std::string(trim(row.cells[at])) : std::string();
    };
    auto has = [&](Said said) {
        return columns[static_cast<std::size_t>(said)] != static_cast<std::size_t>(-1);
    };
    if (!has(Said::name) && !(has(Said::affiliation) && has(Said::number)))
        return failure(ErrorKind::invalid,
                       "The directory has neither a name nor a union and a number for its bodies.");
    while (reader.next(row)) {
        if (!row.fault.empty()) continue;
        DirectoryEntry entry;
        entry.id = static_cast<std::int64_t>(listed.names.size());
        entry.affiliation = cell(Said::affiliation);
        entry.kind = kind_of(cell(Said::kind));
        entry.number = cell(Said::number);
        entry.name = cell(Said::name);
        entry.city = cell(Said::city);
        entry.state = cell(Said::state);
        auto members = cell(Said::members);
        std::int64_t count = 0;
        if (std::from_chars(members.data(), members.data() + members.size(), count).ec == std::errc{})
            entry.members = count;
        listed.entries.push_back(std::move(entry));
        auto id = cell(Said::id);
        listed.names.push_back(id.empty() ? std::to_string(listed.names.size()) : id);
    }
    return listed;
}

}  // namespace wallchart::union_name
