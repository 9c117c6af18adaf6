#include "features/upkeep/check_journal.h"

#include "core/json.h"
#include "db/journal.h"

#include <map>
#include <set>

namespace wallchart {
namespace {

constexpr int newest = 2000;
constexpr int spread = 2000;

std::string entry_columns() {
    return "SELECT " + columns<JournalEntry>() + " FROM journal ";
}

class JournalCheck {
public:
    JournalCheck(Connection& connection, const Schema& schema) : m_connection(connection), m_schema(schema) {}

    std::int64_t run(std::vector<Finding>& findings) {
        for (const auto& entry : sample()) {
            const auto* table = m_schema.find(entry.table_name);
            if (table == nullptr ||
                !m_seen.insert({entry.table_name, entry.subject_id, entry.record_id}).second)
                continue;
            auto last = last_of(entry);
            if (auto fault = compare(*table, last); !fault.empty()) {
                auto& finding = m_findings[{table->name, fault}];
                finding.table = table->name;
                finding.what = fault;
                ++finding.count;
                if (finding.ids.size() < 10) finding.ids.push_back(last.record_id);
            }
        }
        for (auto& [key, finding] : m_findings)
            findings.push_back(std::move(finding));
        return static_cast<std::int64_t>(m_seen.size());
    }

private:
    std::vector<JournalEntry> sample() {
        std::vector<JournalEntry> entries;
        auto add = [&](const Row& row) { entries.push_back(read_row<JournalEntry>(row)); };
        std::array<Value, 1> limit{Value{std::int64_t{newest}}};
        m_connection.each(entry_columns() + "ORDER BY id DESC LIMIT $1", limit, add);
        std::int64_t first = 0;
        std::int64_t last = 0;
        m_connection.each("SELECT min(id), max(id) FROM journal", {}, [&](const Row& row) {
            first = row.integer(0);
            last = row.integer(1);
        });
        // Entries are not evenly spread over their ids, but each is the first after some point.
        for (int at = 0; at < spread && first < last; ++at) {
            std::array<Value, 1> from{Value{first + (last - first) / spread * at}};
            m_connection.each(entry_columns() + "WHERE id >= $1 ORDER BY id LIMIT 1", from, add);
        }
        return entries;
    }

    JournalEntry last_of(const JournalEntry& entry) {
        JournalEntry last = entry;
        std::array<Value, 3> key{Value{entry.subject_id}, Value{entry.record_id},
                                 Value{std::string_view(entry.table_name)}};
        m_connection.each(
            entry_columns() +
                "WHERE subject_id = $1 AND record_id = $2 AND table_name = $3 ORDER BY id DESC LIMIT 1",
            key, [&](const Row& row) { last = read_row<JournalEntry>(row); });
        return last;
    }

    /// What is wrong, or nothing.
    std::string compare(const TableInfo& table, const JournalEntry& last) {
        std::string columns;
        for (const auto& column : table.columns)
            columns += (columns.empty() ? "" : ", ") + column;
        auto sql = "SELECT " + columns + " FROM " + table.name + " WHERE id = $1";
        std::vector<Value> key{Value{last.record_id}};
        if (table.belongs_to_person) {
            sql += " AND person_id = $2";
            key.emplace_back(last.subject_id);
        }
        bool there = false;
        std::string fault;
        m_connection.each(sql, key, [&](const Row& row) {
            there = true;
            if (last.action != Action::erase) fault = compare_row(table, last, row);
        });
        if (last.action == Action::erase)
            return there ? "is there, though the journal says it was erased" : "";
        return there ? fault : "is gone, and the journal does not say so";
    }

    static std::string compare_row(const TableInfo& table, const JournalEntry& last, const Row& row) {
        json::object after;
        if (last.after)
            if (auto value = parse_json(*last.after); value && value->is_object())
                after = value->get_object();
        // An insert's after is the row itself: nothing but who wrote it can be compared.
        if (!after.contains("revision")) after["revision"] = last.batch_id.value;
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const auto* value = after.if_contains(table.columns[at]);
            if (value != nullptr && !same(*value, row, static_cast<int>(at)))
                return "is not what the journal says was written (" + table.columns[at] + ")";
        }
        return {};
    }

    static bool same(const json::value& value, const Row& row, int column) {
        if (row.is_null(column) || value.is_null()) return row.is_null(column) && value.is_null();
        if (value.is_int64()) return row.integer(column) == value.get_int64();
        if (value.is_double()) return row.real(column) == value.get_double();
        return value.is_string() && row.text(column) == std::string_view(value.get_string());
    }

    Connection& m_connection;
    const Schema& m_schema;
    std::set<std::tuple<std::string, std::int64_t, std::int64_t>> m_seen;
    std::map<std::pair<std::string, std::string>, Finding> m_findings;
};

}  // namespace

std::int64_t check_journal(Connection& connection, const Schema& schema, std::vector<Finding>& findings) {
    return JournalCheck(connection, schema).run(findings);
}

}  // namespace wallchart
