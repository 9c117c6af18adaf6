#include "db/journal.h"

#include "core/json.h"
#include "db/stored_row.h"

#include <boost/json/serialize.hpp>

namespace wallchart {
namespace {

std::vector<Value> key_of(const TableInfo& table, const JournalEntry& entry) {
    std::vector<Value> key{Value{entry.record_id}};
    if (table.belongs_to_person) key.emplace_back(entry.subject_id);
    return key;
}

Value value_of(const json::value& value) {
    if (value.is_int64()) return value.get_int64();
    if (value.is_double()) return value.get_double();
    if (value.is_string()) return std::string(std::string_view(value.get_string()));
    return {};
}

json::object object_of(const std::optional<std::string>& text) {
    if (!text) return {};
    auto value = parse_json(*text);
    return value && value->is_object() ? value->get_object() : json::object{};
}

/// Undoes one batch within one transaction.
class Undo {
public:
    Undo(Transaction& transaction, Id<Batch> batch) : m_transaction(transaction), m_batch(batch) {}

    /// Whether the entry's change could be taken back.
    bool undo(const JournalEntry& entry) {
        const auto* table = m_transaction.schema().find(entry.table_name);
        if (table == nullptr) return false;
        auto revision = current_revision(*table, entry);
        auto after = object_of(entry.after);
        const auto* left_by_entry = after.if_contains("revision");
        auto expected = left_by_entry != nullptr && left_by_entry->is_int64() ? left_by_entry->get_int64()
                                                                              : m_batch.value;
        switch (entry.action) {
            case Action::insert:
                if (revision != expected) return false;
                // What was given by another person goes back there under its id: its users keep it.
                if (after.contains(given_by)) return erase(*table, entry, after.at(given_by));
                if (is_used(*table, entry, expected)) return false;
                erase_suppositions(*table, entry.record_id);
                return erase(*table, entry, {});
            case Action::update:
                return revision == expected && put_back(*table, entry);
            case Action::erase:
                if (after.contains(given_to) && stayed(*table, entry, after.at(given_to))) return false;
                return !revision && insert(*table, entry, after);
        }
        return false;
    }

private:
    std::optional<std::int64_t> current_revision(const TableInfo& table, const JournalEntry& entry) {
        std::optional<std::int64_t> revision;
        auto sql = "SELECT revision FROM " + table.name + key_condition(table, 1);
        sql += m_transaction.dialect().lock_rows();
        m_transaction.each_of(sql, key_of(table, entry), [&](const Row& row) { revision = row.integer(0); });
        return revision;
    }

    /// Whether something that this batch did not write refers to the record.
    bool is_used(const TableInfo& table, const JournalEntry& entry, std::int64_t expected) {
        bool used = false;
        std::array<Value, 2> parameters{Value{entry.record_id}, Value{expected}};
        for (const auto& reference : m_transaction.schema().references_to(table.name)) {
            if (reference.supposed) continue;
            auto sql = "SELECT 1 FROM " + reference.table + " WHERE " + reference.column +
                       " = $1 AND revision <> $2 LIMIT 1";
            m_transaction.each_of(sql, parameters, [&](const Row&) { used = true; });
            if (used) return true;
        }
        return false;
    }

    /// What was supposed of a record goes with it, and comes back when the undo is undone.
    void erase_suppositions(const TableInfo& about, std::int64_t record) {
        for (const auto& reference : m_transaction.schema().references_to(about.name)) {
            if (!reference.supposed) continue;
            const auto* table = m_transaction.schema().find(reference.table);
            auto subject = table->belongs_to_person ? "person_id" : "id";
            std::vector<JournalEntry> found;
            m_transaction.each(
                std::string("SELECT ") + subject + ", id FROM " + table->name + " WHERE " + reference.column +
                    " = $1",
                [&](const Row& row) {
                    found.push_back({.table_name = table->name,
                                     .subject_id = row.integer(0),
                                     .record_id = row.integer(1)});
                },
                record);
            for (const auto& entry : found)
                erase(*table, entry, {});
        }
    }

    /// Whether a record given to another person is still theirs: they changed it, so it was not taken back.
    bool stayed(const TableInfo& table, const JournalEntry& entry, const json::value& to) {
        bool there = false;
        std::array<Value, 2> key{Value{entry.record_id}, value_of(to)};
        m_transaction.each_of("SELECT 1 FROM " + table.name + key_condition(table, 1), key,
                              [&](const Row&) { there = true; });
        return there;
    }

    /// `back_to`: the person whom the record goes back to, if it was given.
    bool erase(const TableInfo& table, const JournalEntry& entry, const json::value& back_to) {
        std::string was;
        m_transaction.each_of(
            "SELECT " + all_columns(table) + " FROM " + table.name + key_condition(table, 1),
            key_of(table, entry), [&](const Row& row) { was = row_json(table, row); });
        m_transaction.execute_of("DELETE FROM " + table.name + key_condition(table, 1), key_of(table, entry));
        std::string after;
        if (!back_to.is_null()) after = json::serialize(json::object{{given_to, back_to}});
        m_transaction.record({table.name, entry.subject_id, entry.record_id, "erase", was, after});
        return true;
    }

    bool put_back(const TableInfo& table, const JournalEntry& entry) {
        auto before = object_of(entry.before);
        std::string assignments;
        std::vector<Value> values;
        for (const auto& [column, value] : before) {
            if (!table.has(column)) continue;
            values.push_back(value_of(value));
            assignments += (assignments.empty() ? "" : ", ") + std::string(column) + " = $" +
                           std::to_string(values.size());
        }
        auto sql = "UPDATE " + table.name + " SET " + assignments + key_condition(table, values.size() + 1);
        for (auto& part : key_of(table, entry))
            values.push_back(std::move(part));
        m_transaction.execute_of(sql, values);
        m_transaction.record(
            {table.name, entry.subject_id, entry.record_id, "update", *entry.after, *entry.before});
        return true;
    }

    bool insert(const TableInfo& table, const JournalEntry& entry, const json::object& given) {
        auto before = object_of(entry.before);
        std::string columns;
        std::string marks;
        std::vector<Value> values;
        for (const auto& [column, value] : before) {
            if (!table.has(column)) continue;
            values.push_back(value_of(value));
            columns += (columns.empty() ? "" : ", ") + std::string(column);
            marks += (marks.empty() ? "$" : ", $") + std::to_string(values.size());
        }
        m_transaction.execute_of("INSERT INTO " + table.name + " (" + columns + ") VALUES (" + marks + ")",
                                 values);
        json::object after{
            {"revision", before.contains("revision") ? before.at("revision") : json::value(0)}};
        if (given.contains(given_to)) after[given_by] = given.at(given_to);
        m_transaction.record(
            {table.name, entry.subject_id, entry.record_id, "insert", {}, json::serialize(after)});
        return true;
    }

    Transaction& m_transaction;
    Id<Batch> m_batch;
};

}  // namespace

std::vector<JournalEntry> history_of(Reader& reader, std::span<const std::int64_t> subjects,
                                     std::int64_t before_entry, int limit) {
    std::string marks;
    std::vector<Value> parameters{Value{before_entry == 0 ? INT64_MAX : before_entry},
                                  Value{std::int64_t{limit}}};
    for (auto subject : subjects) {
        parameters.emplace_back(subject);
        marks += (marks.empty() ? "$" : ", $") + std::to_string(parameters.size());
    }
    return reader.rows_of<JournalEntry>("SELECT " + columns<JournalEntry>() +
                                            " FROM journal WHERE subject_id IN (" + marks +
                                            ") AND id < $1 ORDER BY id DESC LIMIT $2",
                                        parameters);
}

UndoReport undo_batch(Transaction& transaction, Id<Batch> batch, std::int64_t before_entry,
                      std::int64_t limit) {
    UndoReport report;
    auto entries = transaction.rows<JournalEntry>(
        "SELECT " + columns<JournalEntry>() +
            " FROM journal WHERE batch_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        batch, before_entry == 0 ? INT64_MAX : before_entry, limit);
    Undo undo(transaction, batch);
    for (const auto& entry : entries) {
        if (undo.undo(entry)) {
            ++report.put_back;
            continue;
        }
        ++report.left;
        if (report.examples.size() < 100)
            report.examples.push_back({entry.table_name, entry.subject_id, entry.record_id});
    }
    if (static_cast<std::int64_t>(entries.size()) == limit) report.next_entry = entries.back().id;
    return report;
}

void finish_undo(Transaction& transaction, Id<Batch> batch, std::int64_t left) {
    transaction.flush();
    transaction.execute("UPDATE batch SET undoes_batch_id = $1 WHERE id = $2", batch, transaction.batch());
    transaction.execute("UPDATE batch SET state = $1 WHERE id = $2",
                        name_of(left == 0 ? BatchState::undone : BatchState::partly_undone), batch);
    // Undoing an undo makes what it had undone stand again.
    transaction.execute(
        "UPDATE batch SET state = 'done' WHERE id = (SELECT undoes_batch_id FROM batch WHERE id = $1)",
        batch);
}

void erase_person_everywhere(Transaction& transaction, std::int64_t person) {
    for (const auto& reference : transaction.schema().references_to("person"))
        transaction.execute("DELETE FROM " + reference.table + " WHERE " + reference.column + " = $1",
                            person);
    // What is not journaled holds them too: mail to them, answers kept for repeated requests.
    for (const auto& table : transaction.schema().tables())
        if (!table.journaled && table.has("person_id"))
            transaction.execute("DELETE FROM " + table.name + " WHERE person_id = $1", person);
    transaction.execute("UPDATE idempotency SET status = NULL, answer = NULL WHERE answer LIKE $1",
                        "%\"" + std::to_string(person) + "\"%");
    transaction.execute("DELETE FROM person WHERE id = $1", person);
    transaction.execute("DELETE FROM journal WHERE subject_id = $1", person);
    transaction.touch("person");
}

}  // namespace wallchart
