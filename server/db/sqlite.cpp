#include "db/sqlite.h"

#include "core/text.h"

#include <sqlite3.h>

#include <unordered_map>

namespace wallchart {
namespace {

[[noreturn]] void fail(sqlite3* database, int code) {
    auto fault = DatabaseFault::broken;
    switch (code & 0xFF) {
        case SQLITE_CONSTRAINT: {
            int extended = sqlite3_extended_errcode(database);
            if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY ||
                extended == SQLITE_CONSTRAINT_ROWID)
                fault = DatabaseFault::duplicate;
            break;
        }
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            fault = DatabaseFault::busy;
            break;
        case SQLITE_FULL:
        case SQLITE_IOERR:
            fault = DatabaseFault::full;
            break;
        case SQLITE_CANTOPEN:
            fault = DatabaseFault::lost;
            break;
        default:
            break;
    }
    throw DatabaseError(fault, std::string("sqlite: ") + sqlite3_errmsg(database));
}

class SqliteDialect final : public Dialect {
public:
    std::string_view name() const override { return "sqlite"; }
    std::string migration(std::string_view sql) const override {
        // INTEGER PRIMARY KEY is the rowid itself: one tree instead of two.
        return replace_all(std::string(sql), "BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY");
    }
    std::string_view lock_rows() const override { return ""; }
    std::string_view skip_locked() const override { return ""; }
    std::string_view begin_read() const override { return "BEGIN"; }
    std::string_view begin_write() const override { return "BEGIN IMMEDIATE"; }
    std::vector<ColumnInfo> columns(Connection& connection) const override {
        std::vector<ColumnInfo> found;
        connection.each(
            "SELECT m.name, c.name, c.pk > 0 FROM sqlite_schema m, pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid",
            {}, [&](const Row& row) {
                found.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2) != 0});
            });
        return found;
    }
};

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : m_statement(statement) {}
    int columns() const override { return sqlite3_column_count(m_statement); }
    bool is_null(int column) const override {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    bool is_integer(int column) const override {
        return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
    }
    bool is_real(int column) const override {
        return sqlite3_column_type(m_statement, column) == SQLITE_FLOAT;
    }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    std::string_view text(int column) const override {
        const auto* bytes = sqlite3_column_text(m_statement, column);
        if (bytes == nullptr) return {};
        return {reinterpret_cast<const char*>(bytes),
                static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }

private:
    sqlite3_stmt* m_statement;
};

constexpr std::size_t rows_a_statement = 50;

/// An INSERT of so many rows.
std::string insert_of(std::string_view table, std::span<const std::string_view> columns, std::size_t rows) {
    std::string names, marks;
    for (auto column : columns) {
        names += (names.empty() ? "" : ", ") + std::string(column);
        marks += marks.empty() ? "(?" : ", ?";
    }
    marks += ")";
    auto sql = "INSERT INTO " + std::string(table) + " (" + names + ") VALUES ";
    for (std::size_t at = 0; at < rows; ++at)
        sql += (at > 0 ? ", " : "") + marks;
    return sql;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, SqliteMode mode) {
        // Nobody asks how much memory it uses, and to count it takes a lock at each allocation.
        [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE |
                    (mode == SqliteMode::write ? SQLITE_OPEN_CREATE : 0);
        int code = sqlite3_open_v2(path.c_str(), &m_database, flags, nullptr);
        if (code != SQLITE_OK) {
            std::string message = m_database == nullptr ? "out of memory" : sqlite3_errmsg(m_database);
            sqlite3_close(m_database);
            throw DatabaseError(DatabaseFault::lost, "sqlite: " + message);
        }
        sqlite3_extended_result_codes(m_database, 1);
        try {
            script("PRAGMA busy_timeout = 10000");  // first: the next one can already meet a lock
            if (mode == SqliteMode::write) script("PRAGMA journal_mode = WAL");
            script("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
            if (mode == SqliteMode::write) {
                // The log is carried over when it has 64 MB: a page that many transactions change is then
                // written once for all of them. Pages are read into the cache, not mapped: an import would
                // map the whole file, page by page, and as much memory would be its own.
                script(
                    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000;"
                    "PRAGMA journal_size_limit = 67108864");
            } else {
                script(
                    "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON; PRAGMA cache_size = -4096;"
                    "PRAGMA mmap_size = 1073741824");
            }
        } catch (...) {
            sqlite3_close(m_database);
            throw;
        }
    }
    ~SqliteConnection() override {
        for (auto& [sql, statement] : m_statements)
            sqlite3_finalize(statement.prepared);
        sqlite3_close(m_database);
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    void each(std::string_view sql, std::span<const Value> parameters,
              const std::function<void(const Row&)>& visit) override {
        Use use(*this, prepare(sql), parameters);
        SqliteRow row(use.statement());
        while (use.step())
            visit(row);
    }

    std::int64_t execute(std::string_view sql, std::span<const Value> parameters) override {
        Use use(*this, prepare(sql), parameters);
        while (use.step()) {
        }
        return sqlite3_changes64(m_database);
    }

    void script(std::string_view sql) override {
        int code = sqlite3_exec(m_database, std::string(sql).c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) fail(m_database, code);
    }

    void insert_rows(std::string_view table, std::span<const std::string_view> columns,
                     std::span<const Value> values) override {
        // Many rows a statement: its cursors stay open, and what is appended is appended where the last row
        // was.
        std::size_t at = 0;
        for (auto rows : {rows_a_statement, std::size_t{1}}) {
            auto count = rows * columns.size();
            if (values.size() - at < count) continue;
            const auto& statement = prepare(insert_of(table, columns, rows));
            for (; at + count <= values.size(); at += count) {
                Use use(*this, statement, values.subspan(at, count));
                use.step();
            }
        }
    }

    const Dialect& dialect() const override {
        static const SqliteDialect dialect;
        return dialect;
    }

private:
    struct Statement {
        sqlite3_stmt* prepared = nullptr;
        // Parameters may stand in any order and more than once: the number by which each is called.
        std::vector<std::size_t> numbers;
        std::size_t most = 0;  // of these numbers
    };

    /// A prepared statement in use; made ready for its next use when it goes.
    class Use {
    public:
        Use(SqliteConnection& connection, const Statement& statement, std::span<const Value> parameters)
            : m_connection(connection), m_statement(statement.prepared) {
            if (statement.most > parameters.size())
                throw DatabaseError(DatabaseFault::broken,
                                    "a statement has more parameters than it was given");
            for (std::size_t at = 0; at < statement.numbers.size(); ++at)
                bind(static_cast<int>(at) + 1, parameters[statement.numbers[at] - 1]);  // they count from 1
        }
        ~Use() {
            sqlite3_reset(m_statement);
            sqlite3_clear_bindings(m_statement);
        }
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

        sqlite3_stmt* statement() const { return m_statement; }
        bool step() {
            int code = sqlite3_step(m_statement);
            if (code == SQLITE_ROW) return true;
            if (code != SQLITE_DONE) fail(m_connection.m_database, code);
            return false;
        }

    private:
        void bind(int at, const Value& value) {
            int code = SQLITE_OK;
            if (const auto* number = std::get_if<std::int64_t>(&value)) {
                code = sqlite3_bind_int64(m_statement, at, *number);
            } else if (const auto* real = std::get_if<double>(&value)) {
                code = sqlite3_bind_double(m_statement, at, *real);
            } else if (!is_null(value)) {
                auto text = text_of(value);
                // A null pointer would bind NULL: an empty text has no address of its own.
                code = sqlite3_bind_text64(m_statement, at, text.data() == nullptr ? "" : text.data(),
                                           text.size(), SQLITE_STATIC, SQLITE_UTF8);
            }
            if (code != SQLITE_OK) fail(m_connection.m_database, code);
        }

        SqliteConnection& m_connection;
        sqlite3_stmt* m_statement;
    };

    const Statement& prepare(std::string_view sql) {
        if (auto found = m_statements.find(sql); found != m_statements.end()) {
            // A statement that is still being stepped (a query inside the visit of the same query) can't be
            // shared.
            if (sqlite3_stmt_busy(found->second.prepared) == 0) return found->second;
            throw DatabaseError(DatabaseFault::broken, "a statement is used inside itself");
        }
        Statement made;
        int code = sqlite3_prepare_v3(m_database, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made.prepared, nullptr);
        if (code != SQLITE_OK) fail(m_database, code);
        int count = sqlite3_bind_parameter_count(made.prepared);
        for (int at = 1; at <= count; ++at) {
            const char* name = sqlite3_bind_parameter_name(made.prepared, at);
            made.numbers.push_back(static_cast<std::size_t>(name == nullptr ? at : std::atoi(name + 1)));
            made.most = std::max(made.most, made.numbers.back());
        }
        return m_statements.emplace(std::string(sql), std::move(made)).first->second;
    }

    sqlite3* m_database = nullptr;
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> m_statements;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, SqliteMode mode) {
    return std::make_unique<SqliteConnection>(path, mode);
}

void backup_sqlite(const std::string& path, const std::string& target) {
    SqliteConnection source(path, SqliteMode::read);
    source.script("PRAGMA query_only = OFF");  // VACUUM INTO writes, though not to this file
    Value file{std::string_view(target)};
    source.execute("VACUUM INTO $1", std::span(&file, 1));
}

std::vector<std::string> check_sqlite(const std::string& path) {
    SqliteConnection connection(path, SqliteMode::read);
    std::vector<std::string> faults;
    connection.each("PRAGMA integrity_check(100)", {}, [&](const Row& row) {
        if (row.text(0) != "ok") faults.emplace_back(row.text(0));
    });
    connection.each("PRAGMA foreign_key_check", {}, [&](const Row& row) {
        faults.push_back("table " + std::string(row.text(0)) + " refers to a row of " +
                         std::string(row.text(2)) + " that is not there");
    });
    return faults;
}

}  // namespace wallchart
