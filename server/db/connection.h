#pragma once
// One connection to a database, SQLite's or PostgreSQL's. Everything that differs between the two is
// behind this interface and in dialect.h, and nowhere else.

#include "db/value.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

class Dialect;

enum class DatabaseFault : std::uint8_t {
    duplicate,  ///< a unique index refused the row
    busy,       ///< locked by another, or chosen to break a deadlock: try again
    full,       ///< no space left
    lost,       ///< the server went away
    broken,     ///< a wrong statement or a damaged file
};

/// Thrown by the database layer alone; turned into an Error by Database.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(DatabaseFault fault, const std::string& message)
        : std::runtime_error(message), m_fault(fault) {}
    DatabaseFault fault() const { return m_fault; }

private:
    DatabaseFault m_fault;
};

/// A statement that is asked together with others.
struct Question {
    std::string_view sql;  ///< must outlive the asking
    std::vector<Value> parameters;
    std::function<void(const Row&)> visit;
};

/// Statements are written once for both databases, with $1, $2 ... as parameters. Each is prepared at its
/// first use and kept. Not for use by two threads at a time.
class Connection {
public:
    virtual ~Connection() = default;

    /// Runs a statement and calls `visit` for each row of its answer.
    virtual void each(std::string_view sql, std::span<const Value> parameters,
                      const std::function<void(const Row&)>& visit) = 0;
    /// The same for an answer of any size: rows are not gathered before they are visited.
    virtual void stream(std::string_view sql, std::span<const Value> parameters,
                        const std::function<void(const Row&)>& visit) {
        each(sql, parameters, visit);
    }
    /// Asks several statements, none of which needs another's answer, in one trip to the database where that
    /// makes a difference, and visits their answers in order.
    virtual void ask(std::span<const Question> questions) {
        for (const auto& question : questions)
            each(question.sql, question.parameters, question.visit);
    }
    /// Runs a statement that answers nothing; the number of rows it changed.
    virtual std::int64_t execute(std::string_view sql, std::span<const Value> parameters) = 0;
    /// Runs several statements without parameters.
    virtual void script(std::string_view sql) = 0;

    /// Begins a transaction; it may go to the database together with the first statement.
    virtual void begin(std::string_view statement) { script(statement); }
    /// Ends a transaction that only read; need not wait for the database to have done so.
    virtual void end_read() { script("COMMIT"); }

    /// Inserts rows of one shape, `values` holding them end to end: as fast as the database can.
    virtual void insert_rows(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const Value> values) = 0;

    /// Lets the database count again what it holds, so that it plans its questions well: after much was
    /// written.
    virtual void refresh_statistics() {}

    virtual const Dialect& dialect() const = 0;
};

/// A column of a table, as the database itself describes it.
struct ColumnInfo {
    std::string table;
    std::string column;
    bool in_primary_key = false;
};

/// Where the two databases differ in what SQL they take.
class Dialect {
public:
    virtual ~Dialect() = default;
    virtual std::string_view name() const = 0;
    /// A migration's text as this database takes it. Migrations are written with BIGINT PRIMARY KEY,
    /// COLLATE binary and the marker WITHOUT ROWID; see server/migrations/README.md.
    virtual std::string migration(std::string_view sql) const = 0;
    /// Appended to a SELECT of rows that the transaction will change.
    virtual std::string_view lock_rows() const = 0;
    /// Appended to a SELECT in a queue: rows that others hold are passed over.
    virtual std::string_view skip_locked() const = 0;
    virtual std::string_view begin_read() const = 0;
    virtual std::string_view begin_write() const = 0;
    virtual std::vector<ColumnInfo> columns(Connection& connection) const = 0;
};

}  // namespace wallchart
