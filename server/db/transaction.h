#pragma once
// A transaction: typed questions, and the only way to write. What goes through insert, update and erase
// is recorded in the journal, from which it can be undone.
//
// A stored record is a described struct whose members are the columns of its table, with
//     static constexpr std::string_view table = "contact_point";
//     Id<ContactPoint> id;  Id<Batch> revision;     and, if it belongs to a person,  Id<Person> person_id;

#include "core/result.h"
#include "db/connection.h"
#include "db/query.h"
#include "db/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

struct User;
struct Workspace;
struct Batch;
struct Person;

/// Who writes, where and why: becomes a batch of the journal.
struct Change {
    Id<Workspace> workspace;
    std::optional<Id<User>> user;  ///< none: the public (a sign-up), or the system
    std::string kind;              ///< "edit", "import", "merge", "undo" ...: a constant
    std::string summary;           ///< one line for the audit log; no person's data
    /// Continues a batch that an earlier transaction began (a long import commits many times).
    std::optional<Id<Batch>> batch{};
};

/// Columns of a described struct, as "p.id, p.given_name, ...".
template <class T>
const std::string& columns(std::string_view alias = "");

/// Reads within one consistent state of the database.
class Reader {
public:
    explicit Reader(Connection& connection) : m_connection(connection) {}

    /// Calls `visit(const Row&)` for each row.
    template <class Visit, class... Parameters>
        requires std::is_invocable_v<Visit, const Row&>
    void each(std::string_view sql, Visit&& visit, const Parameters&... parameters) {
        std::array<Value, sizeof...(parameters)> values{as_value(parameters)...};
        m_connection.each(sql, values, visit);
    }
    void each_of(std::string_view sql, std::span<const Value> parameters,
                 const std::function<void(const Row&)>& visit) {
        m_connection.each(sql, parameters, visit);
    }
    void each(const Query& query, const std::function<void(const Row&)>& visit) {
        m_connection.each(query.sql, query.parameters, visit);
    }

    /// Several questions in one trip to the database.
    void ask(std::span<const Question> questions) { m_connection.ask(questions); }

    /// For an answer of any size: rows are not gathered before they are visited.
    void stream(std::string_view sql, std::span<const Value> parameters,
                const std::function<void(const Row&)>& visit) {
        m_connection.stream(sql, parameters, visit);
    }

    /// All rows, as described structs or scalars.
    template <class T, class... Parameters>
    std::vector<T> rows(std::string_view sql, const Parameters&... parameters) {
        std::vector<T> found;
        each(sql, [&](const Row& row) { found.push_back(read_row<T>(row)); }, parameters...);
        return found;
    }
    template <class T>
    std::vector<T> rows_of(std::string_view sql, std::span<const Value> parameters) {
        std::vector<T> found;
        m_connection.each(sql, parameters, [&](const Row& row) { found.push_back(read_row<T>(row)); });
        return found;
    }
    template <class T>
    std::vector<T> rows(const Query& query) {
        std::vector<T> found;
        each(query, [&](const Row& row) { found.push_back(read_row<T>(row)); });
        return found;
    }

    /// The first row, if there is one.
    template <class T, class... Parameters>
    std::optional<T> row(std::string_view sql, const Parameters&... parameters) {
        std::optional<T> found;
        each(
            sql,
            [&](const Row& row) {
                if (!found) found = read_row<T>(row);
            },
            parameters...);
        return found;
    }

    /// The first column of the first row; a default-made T where there is none or it is NULL.
    template <class T, class... Parameters>
    T value(std::string_view sql, const Parameters&... parameters) {
        T found{};
        each(
            sql,
            [&](const Row& row) {
                if (!row.is_null(0)) found = read_row<T>(row);
            },
            parameters...);
        return found;
    }

    const Dialect& dialect() const { return m_connection.dialect(); }

protected:
    Connection& m_connection;
};

/// Reads and writes; everything in it happens, or nothing.
class Transaction : public Reader {
public:
    Transaction(Connection& connection, const Schema& schema, Change change, Instant now);

    /// Inserts a record, giving it an id if it has none, and its revision.
    template <class T>
    void insert(T& record) {
        if (!record.id) record.id.value = new_id_value();
        record.revision = batch();
        insert_record(T::table, record_type<T>(), &record, person_of(record), record.id.value);
    }
    /// The same for many: one statement on PostgreSQL. Returns with ids and revisions set.
    template <class T>
    void insert_all(std::vector<T>& records) {
        for (auto& record : records) {
            if (!record.id) record.id.value = new_id_value();
            record.revision = batch();
        }
        insert_records(T::table, record_type<T>(), records.data(), sizeof(T), records.size());
    }
    /// Writes what differs from the stored record. Errors: not_found; stale if the record's revision is no
    /// longer the stored one.
    template <class T>
    Result<void> update(T& record) {
        auto stored = find<T>(record);
        if (!stored) return not_found("The record");
        if (stored->revision != record.revision)
            return failure(ErrorKind::stale, "Somebody else changed this in the meantime.");
        record.revision = batch();
        update_record(T::table, record_type<T>(), &*stored, &record, person_of(record), record.id.value);
        return {};
    }
    /// Errors: not_found, stale.
    template <class T>
    Result<void> erase(const T& record) {
        auto stored = find<T>(record);
        if (!stored) return not_found("The record");
        if (stored->revision != record.revision)
            return failure(ErrorKind::stale, "Somebody else changed this in the meantime.");
        erase_record(T::table, record_type<T>(), &*stored, person_of(record), record.id.value);
        return {};
    }

    /// Changes a table that is not journaled (sessions, jobs, mail); the number of rows.
    template <class... Parameters>
    std::int64_t execute(std::string_view sql, const Parameters&... parameters) {
        std::array<Value, sizeof...(parameters)> values{as_value(parameters)...};
        return m_connection.execute(sql, values);
    }
    std::int64_t execute_of(std::string_view sql, std::span<const Value> parameters) {
        return m_connection.execute(sql, parameters);
    }

    /// Names a topic that live viewers are told of, beside the tables that the journal saw.
    void touch(std::string_view topic);

    /// The batch that this transaction writes.
    Id<Batch> batch() const { return m_batch; }
    Instant now() const { return m_now; }
    const Change& change() const { return m_change; }
    void set_summary(std::string summary) { m_change.summary = std::move(summary); }
    const Schema& schema() const { return m_schema; }

    /// Records written so far.
    std::size_t written() const { return m_written; }

    // ---- for the journal itself and for Database ----
    struct Entry {
        std::string table;
        std::int64_t subject = 0;  ///< the person it belongs to, else the record
        std::int64_t record = 0;
        std::string_view action;  ///< "insert", "update", "erase"
        std::string before;       ///< JSON of columns; empty for an insert
        std::string after;        ///< JSON of columns; empty for an insert and an erase
    };
    void record(Entry entry);
    /// Writes what is buffered and, once, the batch itself.
    void flush();
    const std::vector<std::string>& topics() const { return m_topics; }

private:
    template <class T>
    static std::int64_t person_of(const T& record) {
        if constexpr (requires { record.person_id; }) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(record.person_id)>, Id<Person>>)
                return record.person_id.value;
        }
        return 0;
    }
    template <class T>
    std::optional<T> find(const T& record) {
        auto person = person_of(record);
        std::string sql = "SELECT " + columns<T>() + " FROM " + std::string(T::table) + " WHERE id = $1";
        if (belongs_to_person(T::table)) sql += " AND person_id = $2";
        sql += dialect().lock_rows();
        if (belongs_to_person(T::table)) return row<T>(sql, record.id, person);
        return row<T>(sql, record.id);
    }
    bool belongs_to_person(std::string_view table) const;
    void insert_record(std::string_view table, const RecordType& type, const void* record,
                       std::int64_t person, std::int64_t id);
    void insert_records(std::string_view table, const RecordType& type, const void* first, std::size_t size,
                        std::size_t count);
    void update_record(std::string_view table, const RecordType& type, const void* before, const void* after,
                       std::int64_t person, std::int64_t id);
    void erase_record(std::string_view table, const RecordType& type, const void* record, std::int64_t person,
                      std::int64_t id);

    const Schema& m_schema;
    Change m_change;
    Instant m_now;
    Id<Batch> m_batch;
    bool m_batch_written = false;
    std::size_t m_written = 0;
    std::vector<Entry> m_entries;
    std::vector<std::string> m_topics;
};

namespace detail {
std::string columns_text(const RecordType& type, std::string_view alias);
}

template <class T>
const std::string& columns(std::string_view alias) {
    // One text for each alias ever used with T; there are few.
    thread_local std::map<std::string, std::string, std::less<>> texts;
    auto found = texts.find(alias);
    if (found == texts.end())
        found = texts.emplace(std::string(alias), detail::columns_text(record_type<T>(), alias)).first;
    return found->second;
}

}  // namespace wallchart
