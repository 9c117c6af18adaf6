#include "core/csv.h"
#include "core/json.h"
#include "db/copy.h"
#include "features/exports/exports.h"
#include "features/upkeep/upkeep.h"
#include "features/upkeep/zip_writer.h"

#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view explanation =
    "Everything that this workspace holds, as of the moment of the export.\r\n\r\n"
    "csv/   one file a table, for spreadsheets: UTF-8, comma, header line. A cell that a spreadsheet would "
    "run as a\r\n"
    "       formula begins with an apostrophe.\r\n"
    "json/  the same, exact: an array of objects, one a line. Identifiers are texts, times are UTC.\r\n\r\n"
    "A column x_id or some_x_id holds the id of a row of the table x; user_id one of user_account. What "
    "belongs to a\r\n"
    "person has the column person_id. In assessment, current = 1 marks the one that counts.\r\n"
    "journal holds the history: each change, with the columns before and after; batch who made it and "
    "when.\r\n"
    "Passwords, tokens and other secrets are not part of it.\r\n";

bool is_secret(std::string_view column) {
    for (std::string_view part : {"hash", "secret", "password", "token", "totp"})
        if (column.find(part) != std::string_view::npos) return true;
    return false;
}
bool is_time(std::string_view column) {
    return column == "at" || column.ends_with("_at");
}
bool is_id(std::string_view column) {
    return column == "id" || column.ends_with("_id") || column == "revision";
}
/// Columns that hold JSON themselves.
bool is_json(std::string_view column) {
    for (std::string_view name : {"issues", "answers", "line", "offers", "votes", "before", "after"})
        if (column == name) return true;
    return false;
}

/// A table and which of its rows and columns a workspace owns.
struct Part {
    std::string name;
    std::vector<std::string> columns;
    std::string condition;  ///< on t, with the workspace as $1
    std::string order;
};

std::string through(std::string_view table, std::string_view column) {
    return "EXISTS (SELECT 1 FROM " + std::string(table) + " o WHERE o.id = t." + std::string(column) +
           " AND o.workspace_id = $1)";
}

/// How the rows of a table belong to a workspace; empty where they do not.
std::string ownership(const Schema& schema, const TableInfo& table) {
    if (table.name == "workspace") return "t.id = $1";
    if (table.name == "user_account")
        return "EXISTS (SELECT 1 FROM user_role o WHERE o.user_id = t.id AND o.workspace_id = $1)";
    if (table.has("workspace_id")) return "t.workspace_id = $1";
    if (table.belongs_to_person) return through("person", "person_id");
    for (const auto& column : table.columns) {
        if (!column.ends_with("_id")) continue;
        auto target = column.substr(0, column.size() - 3);
        const auto* info = schema.find(target);
        if (info != nullptr && info->has("workspace_id") && !info->belongs_to_person)
            return through(target, column);
    }
    return {};
}

std::vector<Part> parts_of(const Schema& schema, ExportHistory history) {
    std::vector<Part> parts;
    for (const auto& table : schema.tables()) {
        bool journal = table.name == "journal" || table.name == "batch";
        if (journal && history == ExportHistory::without) continue;
        // Sessions, links, jobs and mail are the program's own.
        if (!table.journaled && !journal && table.name != "user_account") continue;
        Part part{
            table.name, {}, ownership(schema, table), table.belongs_to_person ? "t.person_id, t.id" : "t.id"};
        if (part.condition.empty()) continue;
        for (const auto& column : table.columns)
            if (!is_secret(column)) part.columns.push_back(column);
        parts.push_back(std::move(part));
    }
    return parts;
}

class TableWriter {
public:
    TableWriter(const fs::path& folder, const Part& part)
        : m_part(part),
          m_csv(folder / "csv" / (part.name + ".csv")),
          m_json(folder / "json" / (part.name + ".json")) {
        m_csv << "\xEF\xBB\xBF" << csv_line(part.columns);  // the mark tells spreadsheets that it is UTF-8
        m_json << "[";
    }

    void add(const Row& row) {
        m_line.clear();
        m_object.clear();
        for (std::size_t at = 0; at < m_part.columns.size(); ++at) {
            if (at > 0) m_line.push_back(',');
            m_object += at > 0 ? ",\"" : "{\"";
            m_object += m_part.columns[at];
            m_object += "\":";
            add_value(m_part.columns[at], row, static_cast<int>(at));
        }
        m_csv << m_line << "\r\n";
        m_json << (m_rows++ > 0 ? ",\n" : "\n") << m_object << "}";
    }

    /// False when the disk did not take everything.
    bool close() {
        m_json << "\n]\n";
        m_csv.close();
        m_json.close();
        return !m_csv.fail() && !m_json.fail();
    }
    std::int64_t rows() const { return m_rows; }

private:
    void add_value(std::string_view column, const Row& row, int at) {
        if (row.is_null(at)) {
            m_object += "null";
        } else if (is_time(column) && row.is_integer(at)) {
            auto text = to_string(Instant(std::chrono::milliseconds(row.integer(at))));
            m_line += text;
            m_object += "\"" + text + "\"";
        } else if (is_id(column) && row.is_integer(at)) {
            auto text = std::to_string(row.integer(at));
            m_line += text;
            m_object += "\"" + text + "\"";
        } else if (row.is_integer(at) || row.is_real(at)) {
            auto text = row.is_integer(at) ? std::to_string(row.integer(at)) : encode(row.real(at));
            m_line += text;
            m_object += text;
        } else {
            m_line += csv_cell(row.text(at));
            if (is_json(column) && parse_json(row.text(at)))
                m_object += row.text(at);
            else
                encode_text(m_object, row.text(at));
        }
    }

    const Part& m_part;
    std::ofstream m_csv;
    std::ofstream m_json;
    std::string m_line;
    std::string m_object;
    std::int64_t m_rows = 0;
};

std::string select(const Part& part) {
    std::string columns;
    for (const auto& column : part.columns)
        columns += (columns.empty() ? "t." : ", t.") + column;
    return "SELECT " + columns + " FROM " + part.name + " t WHERE " + part.condition + " ORDER BY " +
           part.order;
}

Result<ExportReport> write(Reader& reader, const std::vector<Part>& parts, Id<Workspace> workspace,
                           const std::string& file) {
    Unfinished work(file + ".work");
    fs::path folder = work.path();
    fs::create_directories(folder / "csv");
    fs::create_directories(folder / "json");
    fs::permissions(folder, fs::perms::owner_all);
    auto full = failure(ErrorKind::unavailable, "The export can't be written. Is the disk full?");
    ExportReport report;
    Unfinished packed(file + ".partial");
    ZipWriter zip(packed.path());
    if (!zip.add_text("README.txt", std::string(explanation))) return full;
    std::array<Value, 1> parameters{as_value(workspace)};
    for (const auto& part : parts) {
        TableWriter table(folder, part);
        reader.stream(select(part), parameters, [&](const Row& row) { table.add(row); });
        if (!table.close()) return full;
        ++report.tables;
        report.rows += table.rows();
        for (const auto* kind : {"csv", "json"}) {
            auto name = std::string(kind) + "/" + part.name + "." + kind;
            if (!zip.add_file(name, folder / name)) return full;
        }
    }
    if (!zip.close()) return full;
    fs::rename(packed.path(), file);
    return report;
}

}  // namespace

Result<ExportReport> write_export(Reader& reader, const Schema& schema, Id<Workspace> workspace,
                                  ExportHistory history, const std::string& file) {
    try {
        return write(reader, parts_of(schema, history), workspace, file);
    } catch (const fs::filesystem_error& error) {
        return failure(ErrorKind::unavailable,
                       "The export can't be written: " + error.code().message() + ".");
    }
}

}  // namespace wallchart
