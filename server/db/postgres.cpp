#include "db/postgres.h"

#include "core/text.h"
#include "db/postgres_values.h"

#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <charconv>
#include <chrono>
#include <thread>
#include <unordered_map>
#include <utility>

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
        visit_rows(*run(sql, parameters), visit);
    }

    void ask(std::span<const Question> questions) override {
        std::vector<Statement> statements;
        if (!m_begin.empty()) statements.push_back({m_begin, {}});
        auto first = statements.size();
        for (const auto& question : questions)
            statements.push_back({question.sql, question.parameters});
        together(statements, [&](std::size_t at, ResultPointer answer) {
            if (at >= first) visit_rows(*answer, questions[at - first].visit);
        });
    }

    void stream(std::string_view sql, std::span<const Value> parameters,
                const std::function<void(const Row&)>& visit) override {
        begin_now();
        send(prepare(sql, parameters.size()), parameters);
        Drained drained(m_connection.get());
        PQsetSingleRowMode(m_connection.get());
        while (ResultPointer result{PQgetResult(m_connection.get())}) {
            if (PQresultStatus(result.get()) != PGRES_SINGLE_TUPLE) check(result.get());
            visit_rows(*result, visit);
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
        settle();
        bool ends = sql == "COMMIT" || sql == "ROLLBACK";
        if (ends && !m_begin.empty()) return m_begin.clear();  // nothing was asked in it
        begin_now();
        execute_now(sql);
    }

    // Both save a trip: one goes along with the first statement, the other is not waited for.
    void begin(std::string_view statement) override {
        settle();
        m_begin = statement;
    }
    void end_read() override {
        if (!m_begin.empty()) return m_begin.clear();
        send(prepare("COMMIT", 0), {});
        m_ending = true;
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
                append_array_element(array, values[at]);
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

    /// PostgreSQL would do so by itself within a minute or so; until then a question can take a hundred times
    /// as long. Tables of others (its own catalogs, for one who does not own them) are passed over with a
    /// notice.
    void refresh_statistics() override { script("ANALYZE"); }

    const Dialect& dialect() const override {
        static const PostgresDialect dialect;
        return dialect;
    }

private:
    struct Statement {
        std::string_view sql;
        std::span<const Value> parameters;
    };

    static void visit_rows(const PGresult& result, const std::function<void(const Row&)>& visit) {
        int count = PQntuples(&result);
        for (int at = 0; at < count; ++at)
            visit(PostgresRow(&result, at));
    }

    /// Throws if the answer is an error.
    void check(const PGresult* result) const {
        auto status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(m_connection.get(), result);
    }

    /// Waits for the end of a transaction that was not waited for.
    void settle() {
        if (!m_ending) return;
        m_ending = false;
        Drained drained(m_connection.get());
        check(ResultPointer(PQgetResult(m_connection.get())).get());
    }

    /// Sends the BEGIN that is still to be sent by itself.
    void begin_now() {
        settle();
        if (m_begin.empty()) return;
        auto begin = std::exchange(m_begin, {});
        execute_now(begin);
    }

    void execute_now(std::string_view sql) {
        check(ResultPointer(PQexec(m_connection.get(), std::string(sql).c_str())).get());
    }

    void send(const std::string& name, std::span<const Value> parameters) {
        PostgresParameters texts(parameters);
        if (PQsendQueryPrepared(m_connection.get(), name.c_str(), texts.count(), texts.data(), nullptr,
                                nullptr, 0) == 0)
            fail(m_connection.get(), nullptr);
    }

    ResultPointer run(std::string_view sql, std::span<const Value> parameters) {
        settle();
        if (m_begin.empty()) {
            const auto& name = prepare(sql, parameters.size());
            PostgresParameters texts(parameters);
            ResultPointer result(PQexecPrepared(m_connection.get(), name.c_str(), texts.count(), texts.data(),
                                                nullptr, nullptr, 0));
            check(result.get());
            return result;
        }
        ResultPointer found;
        together(std::array{Statement{m_begin, {}}, Statement{sql, parameters}},
                 [&](std::size_t at, ResultPointer answer) {
                     if (at == 1) found = std::move(answer);
                 });
        return found;
    }

    /// Sends statements one behind the other, and then takes their answers. The first that fails is thrown;
    /// the database does not carry out those behind it. Statements and parameters are small: they fit the
    /// socket's buffer, so that neither side waits for the other to read.
    template <class Take>
    void together(std::span<const Statement> statements, Take take) {
        settle();
        std::vector<const std::string*> names;
        names.reserve(statements.size());
        for (const auto& statement : statements)
            names.push_back(&prepare(statement.sql, statement.parameters.size()));
        Pipeline pipeline(m_connection.get());
        for (std::size_t at = 0; at < statements.size(); ++at)
            send(*names[at], statements[at].parameters);
        m_begin.clear();
        pipeline.sent();
        for (std::size_t at = 0; at < statements.size(); ++at) {
            ResultPointer result(PQgetResult(m_connection.get()));
            check(result.get());
            take(at, std::move(result));
            Drained drained(m_connection.get());
        }
    }

    /// libpq's pipeline mode, left again once everything that was sent is answered.
    class Pipeline {
    public:
        explicit Pipeline(PGconn* connection) : m_connection(connection) {
            if (PQenterPipelineMode(connection) == 0) fail(connection, nullptr);
        }
        void sent() {
            if (PQpipelineSync(m_connection) == 0) fail(m_connection, nullptr);
            m_sent = true;
        }
        ~Pipeline() {
            bool answered = !m_sent && PQpipelineSync(m_connection) == 0;
            while (!answered && PQstatus(m_connection) == CONNECTION_OK) {
                ResultPointer result(PQgetResult(m_connection));
                answered = PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC;
            }
            PQexitPipelineMode(m_connection);
        }
        Pipeline(const Pipeline&) = delete;
        Pipeline& operator=(const Pipeline&) = delete;

    private:
        PGconn* m_connection;
        bool m_sent = false;
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
        settle();
        auto name = "s" + std::to_string(m_statements.size());
        ResultPointer result(PQprepare(m_connection.get(), name.c_str(), std::string(sql).c_str(),
                                       static_cast<int>(parameters), nullptr));
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(m_connection.get(), result.get());
        return m_statements.emplace(std::string(sql), std::move(name)).first->second;
    }

    ConnectionPointer m_connection;
    std::string m_begin;    // of a transaction that was begun, but not sent yet
    bool m_ending = false;  // a COMMIT was sent whose answer was not read yet
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
