#include "db/give_records.h"

#include "core/json.h"
#include "db/journal.h"
#include "db/stored_row.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace wallchart {
namespace {

struct StoredRecord {
    std::int64_t id = 0;
    std::int64_t revision = 0;
    std::string json;     ///< the whole row
    std::string content;  ///< without ids and revision: what it says
};

class Giver {
public:
    Giver(Transaction& transaction, Id<Person> from, Id<Person> to)
        : m_transaction(transaction), m_from(from), m_to(to) {}

    /// What the rows of a person hold, each with its content.
    std::vector<StoredRecord> records_of(const TableInfo& table, Id<Person> person) {
        std::vector<StoredRecord> found;
        m_transaction.each(
            "SELECT " + all_columns(table) + " FROM " + table.name + " WHERE person_id = $1 ORDER BY id",
            [&](const Row& row) {
                StoredRecord record;
                record.json = row_json(table, row);
                for (std::size_t at = 0; at < table.columns.size(); ++at) {
                    const auto& column = table.columns[at];
                    auto place = static_cast<int>(at);
                    if (column == "id") record.id = row.integer(place);
                    if (column == "revision") record.revision = row.integer(place);
                    if (column == "id" || column == "person_id" || column == "revision") continue;
                    record.content += row.is_null(place) ? "\x01" : std::string(row.text(place));
                    record.content.push_back('\0');
                }
                found.push_back(std::move(record));
            },
            person);
        return found;
    }

    void give(const TableInfo& table, const StoredRecord& record) {
        m_transaction.execute(
            "UPDATE " + table.name + " SET person_id = $1, revision = $2 WHERE id = $3 AND person_id = $4",
            m_to, m_transaction.batch(), record.id, m_from);
        m_transaction.record({table.name, m_from.value, record.id, "erase", record.json,
                              json::serialize(json::object{{given_to, m_to.value}})});
        m_transaction.record({table.name,
                              m_to.value,
                              record.id,
                              "insert",
                              {},
                              json::serialize(json::object{{"revision", m_transaction.batch().value},
                                                           {given_by, m_from.value}})});
    }

    void erase(const TableInfo& table, const StoredRecord& record) {
        m_transaction.execute("DELETE FROM " + table.name + " WHERE id = $1 AND person_id = $2", record.id,
                              m_from);
        m_transaction.record({table.name, m_from.value, record.id, "erase", record.json, {}});
    }

    void give_table(const TableInfo& table) {
        auto there = records_of(table, m_to);
        for (const auto& record : records_of(table, m_from)) {
            bool known = std::ranges::any_of(
                there, [&](const StoredRecord& each) { return each.content == record.content; });
            if (known) {
                erase(table, record);
            } else {
                give(table, record);
            }
        }
    }

    /// Makes the rows whose column names `from` name `to`.
    void refer(const TableInfo& table, const std::string& column) {
        struct Found {
            std::int64_t id;
            std::int64_t subject;
            std::int64_t revision;
        };
        std::vector<Found> found;
        m_transaction.each(
            "SELECT id, " + std::string(table.belongs_to_person ? "person_id" : "id") + ", revision FROM " +
                table.name + " WHERE " + column + " = $1",
            [&](const Row& row) { found.push_back({row.integer(0), row.integer(1), row.integer(2)}); },
            m_from);
        auto state = [&](Id<Person> person, std::int64_t revision) {
            return json::serialize(json::object{{column, person.value}, {"revision", revision}});
        };
        for (const auto& each : found) {
            std::vector<Value> values{as_value(m_to), as_value(m_transaction.batch()), Value{each.id}};
            if (table.belongs_to_person) values.emplace_back(each.subject);
            m_transaction.execute_of(
                "UPDATE " + table.name + " SET " + column + " = $1, revision = $2" + key_condition(table, 3),
                values);
            m_transaction.record({table.name, each.subject, each.id, "update", state(m_from, each.revision),
                                  state(m_to, m_transaction.batch().value)});
        }
    }

private:
    Transaction& m_transaction;
    Id<Person> m_from;
    Id<Person> m_to;
};

}  // namespace

void give_all_records(Transaction& transaction, Id<Person> from, Id<Person> to) {
    Giver giver(transaction, from, to);
    for (const auto& reference : transaction.schema().references_to("person")) {
        const auto* table = transaction.schema().find(reference.table);
        if (reference.column == "person_id" && table->belongs_to_person) {
            giver.give_table(*table);
        } else {
            giver.refer(*table, reference.column);
        }
    }
}

}  // namespace wallchart
