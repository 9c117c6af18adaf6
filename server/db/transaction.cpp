#include "db/transaction.h"

#include "core/json.h"

namespace wallchart {
namespace {

/// A value as the journal keeps it: numbers as numbers, so that it can be put back without the record's type.
void append_json(std::string& out, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        encode(out, value_type<double>(), real);
        // A whole number would come back as an integer.
        if (out.find_last_of(".eE") == std::string::npos || out.back() == '}') out += ".0";
    } else if (is_null(value)) {
        out += "null";
    } else {
        encode_text(out, text_of(value));
    }
}

void append_column(std::string& out, std::string_view name, const Value& value) {
    out += out.empty() ? "{\"" : ",\"";
    out += name;
    out += "\":";
    append_json(out, value);
}

std::string key_condition(bool belongs_to_person, std::size_t first) {
    auto text = " WHERE id = $" + std::to_string(first);
    if (belongs_to_person) text += " AND person_id = $" + std::to_string(first + 1);
    return text;
}

}  // namespace

std::string detail::columns_text(const RecordType& type, std::string_view alias) {
    std::string text;
    for (const auto& field : type.fields) {
        if (!text.empty()) text += ", ";
        if (!alias.empty()) text += std::string(alias) + ".";
        text += field.name;
    }
    return text;
}

Transaction::Transaction(Connection& connection, const Schema& schema, Change change, Instant now)
    : Reader(connection),
      m_schema(schema),
      m_change(std::move(change)),
      m_now(now),
      m_batch(m_change.batch.value_or(Id<Batch>{new_id_value()})),
      m_batch_written(m_change.batch.has_value()) {}

bool Transaction::belongs_to_person(std::string_view table) const {
    const auto* info = m_schema.find(table);
    return info != nullptr && info->belongs_to_person;
}

void Transaction::touch(std::string_view topic) {
    for (const auto& known : m_topics)
        if (known == topic) return;
    m_topics.emplace_back(topic);
}

void Transaction::record(Entry entry) {
    touch(entry.table);
    ++m_written;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() >= 5000) flush();
}

void Transaction::insert_record(std::string_view table, const RecordType& type, const void* record,
                                std::int64_t person, std::int64_t id) {
    std::vector<std::string_view> names;
    std::vector<Value> values;
    for (const auto& field : type.fields) {
        names.push_back(field.name);
        values.push_back(to_value(*field.type, field.in(record)));
    }
    m_connection.insert_rows(table, names, values);
    this->record({std::string(table), belongs_to_person(table) ? person : id, id, "insert", {}, {}});
}

void Transaction::insert_records(std::string_view table, const RecordType& type, const void* first,
                                 std::size_t size, std::size_t count) {
    if (count == 0) return;
    std::vector<std::string_view> names;
    for (const auto& field : type.fields)
        names.push_back(field.name);
    auto id = type.find("id");
    auto person = belongs_to_person(table) ? type.find("person_id") : type.find("id");
    std::vector<Value> values;
    values.reserve(names.size() * std::min<std::size_t>(count, 1000));
    for (std::size_t at = 0; at < count; ++at) {
        const auto* record = static_cast<const std::byte*>(first) + at * size;
        for (const auto& field : type.fields)
            values.push_back(to_value(*field.type, field.in(record)));
        if ((at + 1) % 1000 == 0 || at + 1 == count) {
            m_connection.insert_rows(table, names, values);
            values.clear();
        }
        auto number = [&](std::size_t field) {
            return *static_cast<const std::int64_t*>(type.fields[field].in(record));
        };
        this->record({std::string(table), number(*person), number(*id), "insert", {}, {}});
    }
}

void Transaction::update_record(std::string_view table, const RecordType& type, const void* before,
                                const void* after, std::int64_t person, std::int64_t id) {
    std::string was;
    std::string is;
    std::string assignments;
    std::vector<Value> values;
    for (const auto& field : type.fields) {
        auto old_value = to_value(*field.type, field.in(before));
        auto new_value = to_value(*field.type, field.in(after));
        bool same = is_null(old_value) == is_null(new_value);
        if (same && !is_null(old_value)) {
            same =
                std::holds_alternative<std::int64_t>(old_value) || std::holds_alternative<double>(old_value)
                    ? old_value == new_value
                    : text_of(old_value) == text_of(new_value);
        }
        if (same) continue;
        append_column(was, field.name, old_value);
        append_column(is, field.name, new_value);
        values.push_back(std::move(new_value));
        assignments += (assignments.empty() ? "" : ", ") + std::string(field.name) + " = $" +
                       std::to_string(values.size());
    }
    if (values.empty() || (values.size() == 1 && assignments.starts_with("revision "))) {
        // Nothing but the revision would change: leave the record, and its revision, as they are.
        auto revision = type.find("revision");
        auto* target = static_cast<std::int64_t*>(type.fields[*revision].in(const_cast<void*>(after)));
        *target = *static_cast<const std::int64_t*>(type.fields[*revision].in(before));
        return;
    }
    bool owned = belongs_to_person(table);
    auto sql =
        "UPDATE " + std::string(table) + " SET " + assignments + key_condition(owned, values.size() + 1);
    values.emplace_back(id);
    if (owned) values.emplace_back(person);
    m_connection.execute(sql, values);
    record({std::string(table), owned ? person : id, id, "update", was + "}", is + "}"});
}

void Transaction::erase_record(std::string_view table, const RecordType& type, const void* stored,
                               std::int64_t person, std::int64_t id) {
    std::string was;
    for (const auto& field : type.fields)
        append_column(was, field.name, to_value(*field.type, field.in(stored)));
    bool owned = belongs_to_person(table);
    std::vector<Value> key{Value{id}};
    if (owned) key.emplace_back(person);
    m_connection.execute("DELETE FROM " + std::string(table) + key_condition(owned, 1), key);
    record({std::string(table), owned ? person : id, id, "erase", was + "}", {}});
}

void Transaction::flush() {
    if (m_entries.empty()) return;
    if (!m_batch_written) {
        std::optional<std::int64_t> user;
        if (m_change.user) user = m_change.user->value;
        execute(
            "INSERT INTO batch (id, workspace_id, user_id, at, kind, summary, entries) VALUES ($1, $2, $3, "
            "$4, $5, $6, 0)",
            m_batch, m_change.workspace, user, m_now, m_change.kind, m_change.summary);
        m_batch_written = true;
    }
    constexpr std::array<std::string_view, 8> names{"id",        "batch_id", "table_name", "subject_id",
                                                    "record_id", "action",   "before",     "after"};
    std::vector<Value> values;
    values.reserve(names.size() * std::min<std::size_t>(m_entries.size(), 1000));
    auto optional_text = [](const std::string& text) {
        return text.empty() ? Value{} : Value{std::string_view(text)};
    };
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const auto& entry = m_entries[at];
        values.insert(values.end(),
                      {Value{new_id_value()}, Value{m_batch.value}, Value{std::string_view(entry.table)},
                       Value{entry.subject}, Value{entry.record}, Value{entry.action},
                       optional_text(entry.before), optional_text(entry.after)});
        if ((at + 1) % 1000 == 0 || at + 1 == m_entries.size()) {
            m_connection.insert_rows("journal", names, values);
            values.clear();
        }
    }
    execute("UPDATE batch SET entries = entries + $1, summary = $2 WHERE id = $3",
            static_cast<std::int64_t>(m_entries.size()), m_change.summary, m_batch);
    m_entries.clear();
}

}  // namespace wallchart
