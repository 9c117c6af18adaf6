#include "db/database.h"

#include "core/log.h"
#include "core/text.h"
#include "db/migrate.h"
#include "db/postgres.h"
#include "db/sqlite.h"

namespace wallchart {
namespace {
constexpr std::string_view channel = "wallchart_change";
}

Result<std::unique_ptr<Database>> Database::open(const std::string& source, const Clock& clock, int readers) {
    std::unique_ptr<Database> database(new Database(clock));
    try {
        if (source.starts_with("postgres://") || source.starts_with("postgresql://")) {
            database->m_kind = "postgres";
            database->m_url = source;
            database->m_connection_limit = readers + 4;
        } else {
            database->m_kind = "sqlite";
            database->m_lock = TRY(FolderLock::take(source));
            database->m_path = source + "/wallchart.db";
        }
        database->m_writers.push_back(database->connect(Use::write));
        database->m_connections = 1;
        auto& writer = *database->m_writers.front();
        if (auto done = migrate(writer, clock); !done) return std::unexpected(done.error());
        database->m_schema = Schema(writer);
        for (const auto* table : {"batch", "journal"})
            writer.each("SELECT max(id) FROM " + std::string(table), {}, [](const Row& row) {
                if (!row.is_null(0)) go_on_after_id(row.integer(0));
            });
        if (database->m_kind == "sqlite") {
            for (int at = 0; at < readers; ++at)
                database->m_readers.push_back(database->connect(Use::read));
        } else {
            auto* self = database.get();
            database->m_listening = std::thread([self] {
                listen_postgres(self->m_url, std::string(channel), self->m_stop,
                                [self](std::string_view payload) {
                                    auto parts = split(payload, ' ');
                                    if (parts.size() != 3) return;
                                    ChangeNotice notice;
                                    notice.workspace.value = parse_id_value(parts[0]).value_or(0);
                                    notice.batch.value = parse_id_value(parts[1]).value_or(0);
                                    for (auto topic : split(parts[2], ','))
                                        notice.topics.emplace_back(topic);
                                    self->tell(notice);
                                });
            });
        }
    } catch (const DatabaseError& error) {
        return std::unexpected(explain(error));
    }
    return database;
}

Database::~Database() {
    m_stop = true;
    if (m_listening.joinable()) m_listening.join();
    m_readers.clear();
    m_writers.clear();
}

std::unique_ptr<Connection> Database::connect(Use use) const {
    if (m_kind == "postgres") return open_postgres(m_url);
    return open_sqlite(m_path, use == Use::write ? SqliteMode::write : SqliteMode::read);
}

Error Database::explain(const DatabaseError& error) {
    switch (error.fault()) {
        case DatabaseFault::duplicate:
            return {ErrorKind::conflict, "There is already one like it."};
        case DatabaseFault::busy:
            return {ErrorKind::unavailable, "The database is busy. Try again."};
        case DatabaseFault::full:
            log(LogLevel::error, "disk full", {{"what", std::string_view(error.what())}});
            return {ErrorKind::unavailable,
                    "The disk is full or failing; nothing was written. Free some space and try again."};
        case DatabaseFault::lost:
            log(LogLevel::error, "database lost", {{"what", std::string_view(error.what())}});
            return {ErrorKind::unavailable, "The database can't be reached. Try again."};
        case DatabaseFault::broken:
            break;
    }
    throw error;  // a bug: the server answers 500 and logs it
}

void Database::announce(Connection& connection, const Transaction& transaction) {
    if (m_kind != "postgres" || transaction.topics().empty()) return;
    auto payload = to_string(transaction.change().workspace) + " " + to_string(transaction.batch()) + " " +
                   join(transaction.topics(), ",");
    std::array<Value, 2> parameters{Value{channel}, Value{std::move(payload)}};
    connection.execute("SELECT pg_notify($1, $2)", parameters);
}

void Database::committed(const Transaction& transaction) {
    if (m_kind == "postgres" || transaction.topics().empty()) return;
    tell({transaction.change().workspace, transaction.batch(), transaction.topics()});
}

void Database::tell(const ChangeNotice& notice) {
    std::lock_guard lock(m_listener_mutex);
    for (const auto& [number, listener] : m_listeners)
        listener(notice);
}

Database::Listening Database::on_change(std::function<void(const ChangeNotice&)> listener) {
    std::lock_guard lock(m_listener_mutex);
    m_listeners.emplace(++m_last_listener, std::move(listener));
    return {*this, m_last_listener};
}

void Database::refresh_statistics() {
    try {
        Lease lease(*this, Use::write);
        lease.connection().refresh_statistics();
    } catch (const DatabaseError& error) {
        // It only makes questions faster; the database does it by itself later.
        log(LogLevel::warning, "statistics not refreshed", {{"what", std::string_view(error.what())}});
    }
}

void Database::forget(std::uint64_t listener) {
    std::lock_guard lock(m_listener_mutex);
    m_listeners.erase(listener);
}

Database::Lease::Lease(Database& database, Use use) : m_database(database), m_use(use) {
    // PostgreSQL's connections do both; SQLite has one writer and a fixed set of readers.
    if (database.m_kind == "postgres") m_use = Use::write;
    auto& pool = m_use == Use::read ? database.m_readers : database.m_writers;
    std::unique_lock lock(database.m_mutex);
    database.m_freed.wait(
        lock, [&] { return !pool.empty() || database.m_connections < database.m_connection_limit; });
    if (pool.empty()) {
        ++database.m_connections;
        lock.unlock();
        try {
            m_connection = database.connect(m_use);
        } catch (...) {
            std::lock_guard again(database.m_mutex);
            --database.m_connections;
            database.m_freed.notify_one();
            throw;
        }
        return;
    }
    m_connection = std::move(pool.back());
    pool.pop_back();
}

void Database::Lease::release() {
    if (!m_held) return;
    m_held = false;
    {
        std::lock_guard lock(m_database.m_mutex);
        if (m_connection) {
            (m_use == Use::read ? m_database.m_readers : m_database.m_writers)
                .push_back(std::move(m_connection));
        } else {
            --m_database.m_connections;
        }
    }
    m_database.m_freed.notify_all();
}

void Database::Lease::discard() {
    m_connection.reset();
    if (m_database.m_kind == "sqlite") m_connection = m_database.connect(m_use);
}

Database::Began::Began(Lease& lease, std::string_view begin) : m_lease(lease) {
    try {
        lease.connection().begin(begin);
    } catch (const DatabaseError& error) {
        if (error.fault() == DatabaseFault::lost) lease.discard();
        throw;
    }
}

Database::Began::~Began() {
    if (!m_open) return;
    try {
        m_lease.connection().script("ROLLBACK");
    } catch (const DatabaseError&) {
        try {
            m_lease.discard();
        } catch (const DatabaseError&) {
            log(LogLevel::error, "database can't be opened again");
        }
    }
}

void Database::Began::commit() {
    m_lease.connection().script("COMMIT");
    m_open = false;
}

void Database::Began::end_read() {
    m_lease.connection().end_read();
    m_open = false;
}

}  // namespace wallchart
