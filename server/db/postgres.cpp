#include "db/postgres.h"

#include "core/text.h"

#include <libpq-fe.h>
#include <poll.h>

#include <charconv>
#include <chrono>
#include <thread>
#include <unordered_map>

namespace wallchart {
namespace {

struct ResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ResultDeleter>;
struct ConnectionDeleter {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using ConnectionPointer = std::unique_ptr<PGconn, ConnectionDeleter>;

[[noreturn]] void fail(PGconn* connection, const PGresult* result) {
    const char* field = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    std::string_view state = field == nullptr ? "" : field;
    auto fault = DatabaseFault::broken;
    if (state == "23505") fault = DatabaseFault::duplicate;
    if (state == "40001" || state == "40P01" || state == "55P03") fault = DatabaseFault::busy;
    if (state == "53100" || state == "53200") fault = DatabaseFault::full;
    if (PQstatus(connection) == CONNECTION_BAD || state.starts_with("08") || state.starts_with("57P"))
        fault = DatabaseFault::lost;
    // The server's own message can quote a row's values; its primary text alone does not.
    const char* primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    throw DatabaseError(fault, std::string("postgres: ") +
                                   (primary == nullptr ? "connection lost" : primary) + " (" +
                                   std::string(state) + ")");
}

class PostgresDialect final : public Dialect {
public:
    std::string_view name() const override { return "postgres"; }
    std::string migration(std::string_view sql) const override {
        auto text = replace_all(std::string(sql), "COLLATE binary", "COLLATE \"C\"");
        return replace_all(std::move(text), " WITHOUT ROWID", "");
    }
    std::string_view lock_rows() const override { return " FOR UPDATE"; }
    std::string_view skip_locked() const override { return " FOR UPDATE SKIP LOCKED"; }
    std::string_view begin_read() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
    std::string_view begin_write() const override { return "BEGIN"; }
    std::vector<ColumnInfo> columns(Connection& connection) const override {
        std::vector<ColumnInfo> found;
        connection.each(
            "SELECT c.table_name, c.column_name, EXISTS (SELECT 1 FROM information_schema.key_column_usage k "
            "JOIN information_schema.table_constraints t ON t.constraint_name = k.constraint_name "
            "AND t.table_schema = k.table_schema WHERE t.constraint_type = 'PRIMARY KEY' "
            "AND k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = "
            "c.column_name) "
            "FROM information_schema.columns c WHERE c.table_schema = current_schema() "
            "ORDER BY c.table_name, c.ordinal_position",
            {}, [&](const Row& row) {
                found.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2) != 0});
            });
        return found;
    }
};

class PostgresRow final : public Row {
public:
    PostgresRow(const PGresult* result, int row) : m_result(result), m_row(row) {}
    int columns() const override { return PQnfields(m_result); }
    bool is_null(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    bool is_integer(int column) const override {
        auto type = PQftype(m_result, column);
        return type == 20 || type == 21 || type == 23;  // int8, int2, int4 in pg_type
    }
    bool is_real(int column) const override {
        auto type = PQftype(m_result, column);
        return type == 701 || type == 700;  // float8, float4
    }
    std::int64_t integer(int column) const override {
        auto value = text(column);
        if (value == "t") return 1;
        std::int64_t number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    double real(int column) const override {
        auto value = text(column);
        double number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    std::string_view text(int column) const override {
        return {PQgetvalue(m_result, m_row, column),
                static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
    }

private:
    const PGresult* m_result;
    int m_row;
};

/// Appends a value to an array literal of PostgreSQL ("{1,NULL,\"a\"}").
void append_element(std::string& array, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        array += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        char buffer[40];
        auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, *real);
        array.append(buffer, error == std::errc{} ? end : buffer);
    } else if (is_null(value)) {
        array += "NULL";
    } else {
        array.push_back('"');
        for (char c : text_of(value)) {
            if (c == '"' || c == '\\') array.push_back('\\');
            array.push_back(c);
        }
        array.push_back('"');
    }
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& url) : m_connection(PQconnectdb(url.c_str())) {
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            throw DatabaseError(DatabaseFault::lost, "postgres: the database can't be reached");
        PQsetNoticeProcessor(m_connection.get(), [](void*, const char*) {}, nullptr);
        script(
            "SET client_encoding = 'UTF8'; SET synchronous_commit = on; SET jit = off;"
            "SET statement_timeout = '120s'; SET plan_cache_mode = 'auto'");
    }

    void each(std::string_view sql, std::span<const Value> parameters,
              const std::function<void(const Row&)>& visit) override {
        auto result = run(sql, parameters);
        int count = PQntuples(result.get());
        for (int at = 0; at < count; ++at)
            visit(PostgresRow(result.get(), at));
    }

    void stream(std::string_view sql, std::span<const Value> parameters,
                const std::function<void(const Row&)>& visit) override {
        const auto& name = prepare(sql, parameters.size());
        Texts texts(parameters);
        if (PQsendQueryPrepared(m_connection.get(), name.c_str(), texts.count(), texts.data(), nullptr,
                                nullptr, 0) == 0)
            fail(m_connection.get(), nullptr);
        Drained drained(m_connection.get());
        PQsetSingleRowMode(m_connection.get());
        while (ResultPointer result{PQgetResult(m_connection.get())}) {
            auto status = PQresultStatus(result.get());
            if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK)
                fail(m_connection.get(), result.get());
            for (int at = 0; at < PQntuples(result.get()); ++at)
                visit(PostgresRow(result.get(), at));
        }
    }

    std::int64_t execute(std::string_view sql, std::span<const Value> parameters) override {
        auto result = run(sql, parameters);
        std::string_view count = PQcmdTuples(result.get());
        std::int64_t number = 0;
        std::from_chars(count.data(), count.data() + count.size(), number);
        return number;
    }

    void script(std::string_view sql) override {
        ResultPointer result(PQexec(m_connection.get(), std::string(sql).c_str()));
        auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(m_connection.get(), result.get());
    }

    void insert_rows(std::string_view table, std::span<const std::string_view> columns,
                     std::span<const Value> values) override {
        // One array for each column: a single round trip however many rows there are.
        std::string sql = "INSERT INTO " + std::string(table) + " (";
        std::string arrays;
        std::vector<Value> parameters;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            std::string array = "{";
            std::string_view type = "bigint";
            for (std::size_t at = column; at < values.size(); at += columns.size()) {
                if (at != column) array.push_back(',');
                append_element(array, values[at]);
                if (std::holds_alternative<double>(values[at])) type = "float8";
                if (values[at].index() >= 3) type = "text";
            }
            array.push_back('}');
            sql += (column > 0 ? ", " : "") + std::string(columns[column]);
            arrays +=
                (column > 0 ? ", $" : "$") + std::to_string(column + 1) + "::" + std::string(type) + "[]";
            parameters.emplace_back(std::move(array));
        }
        sql += ") SELECT * FROM unnest(" + arrays + ")";
        run(sql, parameters);
    }

    const Dialect& dialect() const override {
        static const PostgresDialect dialect;
        return dialect;
    }

private:
    ResultPointer run(std::string_view sql, std::span<const Value> parameters) {
        const auto& name = prepare(sql, parameters.size());
        Texts texts(parameters);
        ResultPointer result(PQexecPrepared(m_connection.get(), name.c_str(), texts.count(), texts.data(),
                                            nullptr, nullptr, 0));
        auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(m_connection.get(), result.get());
        return result;
    }

    /// Parameters as libpq takes them: texts that end with NUL, or nothing for NULL.
    class Texts {
    public:
        explicit Texts(std::span<const Value> parameters)
            : m_texts(parameters.size(), nullptr), m_owned(parameters.size()) {
            for (std::size_t at = 0; at < parameters.size(); ++at) {
                const auto& value = parameters[at];
                if (is_null(value)) continue;
                if (const auto* number = std::get_if<std::int64_t>(&value)) {
                    m_owned[at] = std::to_string(*number);
                } else if (const auto* real = std::get_if<double>(&value)) {
                    char buffer[40];
                    auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, *real);
                    m_owned[at].assign(buffer, end);
                } else {
                    m_owned[at] = text_of(value);
                }
                m_texts[at] = m_owned[at].c_str();
            }
        }
        Texts(const Texts&) = delete;
        Texts& operator=(const Texts&) = delete;
        int count() const { return static_cast<int>(m_texts.size()); }
        const char* const* data() const { return m_texts.data(); }

    private:
        std::vector<const char*> m_texts;
        std::vector<std::string> m_owned;
    };

    /// Reads and drops what is left of an answer, so that the connection can be used again.
    class Drained {
    public:
        explicit Drained(PGconn* connection) : m_connection(connection) {}
        ~Drained() {
            while (ResultPointer rest{PQgetResult(m_connection)}) {
            }
        }
        Drained(const Drained&) = delete;
        Drained& operator=(const Drained&) = delete;

    private:
        PGconn* m_connection;
    };

    const std::string& prepare(std::string_view sql, std::size_t parameters) {
        if (auto found = m_statements.find(sql); found != m_statements.end()) return found->second;
        auto name = "s" + std::to_string(m_statements.size());
        ResultPointer result(PQprepare(m_connection.get(), name.c_str(), std::string(sql).c_str(),
                                       static_cast<int>(parameters), nullptr));
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(m_connection.get(), result.get());
        return m_statements.emplace(std::string(sql), std::move(name)).first->second;
    }

    ConnectionPointer m_connection;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> m_statements;
};

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url) {
    return std::make_unique<PostgresConnection>(url);
}

void listen_postgres(const std::string& url, const std::string& channel, const std::atomic<bool>& stop,
                     const std::function<void(std::string_view payload)>& heard) {
    while (!stop) {
        ConnectionPointer connection(PQconnectdb(url.c_str()));
        if (PQstatus(connection.get()) == CONNECTION_OK) {
            ResultPointer listening(PQexec(connection.get(), ("LISTEN " + channel).c_str()));
            heard("0 0 *");  // anything may have changed while nobody listened
            while (!stop && PQstatus(connection.get()) == CONNECTION_OK) {
                pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
                ::poll(&waiting, 1, 200);
                PQconsumeInput(connection.get());
                while (auto* notice = PQnotifies(connection.get())) {
                    heard(notice->extra);
                    PQfreemem(notice);
                }
            }
        }
        if (!stop) std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
}

}  // namespace wallchart
