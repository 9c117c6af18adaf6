#pragma once
// The database of one server process: readers, writers, migrations and word of what changed.

#include "core/clock.h"
#include "core/result.h"
#include "db/folder_lock.h"
#include "db/transaction.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace wallchart {

/// What a committed batch changed; told to live viewers. Holds no data. Without a workspace and with the
/// topic "*" when changes of another process may have been missed.
struct ChangeNotice {
    Id<Workspace> workspace;
    Id<Batch> batch;
    std::vector<std::string> topics;  ///< tables and what Transaction::touch named
};

class Database {
public:
    /// Opens the SQLite file DIR/wallchart.db, holding DIR's lock for as long as it is open, or a
    /// PostgreSQL URL; applies the migrations that are missing. `source` decides which: a URL or a folder.
    /// Errors: conflict (another process holds the folder), unavailable, unsupported (made by a newer
    /// program).
    static Result<std::unique_ptr<Database>> open(const std::string& source, const Clock& clock,
                                                  int readers = 4);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Reads in one consistent state: `f(Reader&)`.
    template <class F>
    auto read(F&& f) -> std::invoke_result_t<F, Reader&> {
        Lease lease(*this, Use::read);
        Reader reader(lease.connection());
        Began began(lease, lease.connection().dialect().begin_read());
        if constexpr (std::is_void_v<std::invoke_result_t<F, Reader&>>) {
            f(reader);
            began.end_read();
        } else {
            auto result = f(reader);
            began.end_read();
            return result;
        }
    }

    /// Runs `f(Transaction&)`, which answers a Result; commits if it holds a value, undoes everything if
    /// it holds an error or throws. A duplicate, a full disk and a lost database become errors.
    template <class F>
    auto write(const Change& change, F&& f) -> std::invoke_result_t<F, Transaction&> {
        using Answer = std::invoke_result_t<F, Transaction&>;
        for (int attempt = 1;; ++attempt) {
            try {
                Lease lease(*this, Use::write);
                Transaction transaction(lease.connection(), m_schema, change, m_clock.now());
                Began began(lease, lease.connection().dialect().begin_write());
                Answer answer = f(transaction);
                if (!answer) return answer;
                transaction.flush();
                announce(lease.connection(), transaction);
                began.commit();
                lease.release();
                committed(transaction);
                return answer;
            } catch (const DatabaseError& error) {
                if (error.fault() == DatabaseFault::busy && attempt < 5)
                    continue;  // a deadlock, or a lock held long
                return std::unexpected(explain(error));
            }
        }
    }

    /// After much was written at once: see Connection::refresh_statistics.
    void refresh_statistics();

    /// Keeps a listener called for as long as it lives; must not outlive the database.
    class Listening {
    public:
        Listening() = default;
        Listening(Database& database, std::uint64_t number) : m_database(&database), m_number(number) {}
        Listening(Listening&& other) noexcept
            : m_database(std::exchange(other.m_database, nullptr)), m_number(other.m_number) {}
        Listening& operator=(Listening&& other) noexcept {
            std::swap(m_database, other.m_database);
            std::swap(m_number, other.m_number);
            return *this;
        }
        ~Listening() {
            if (m_database != nullptr) m_database->forget(m_number);
        }

    private:
        Database* m_database = nullptr;
        std::uint64_t m_number = 0;
    };

    /// Called after each commit, by this process or another, from any thread. The listener must not write.
    [[nodiscard]] Listening on_change(std::function<void(const ChangeNotice&)> listener);

    const Schema& schema() const { return m_schema; }
    const Clock& clock() const { return m_clock; }
    /// "sqlite" or "postgres".
    std::string_view kind() const { return m_kind; }
    /// The SQLite file; empty for PostgreSQL.
    const std::string& path() const { return m_path; }

private:
    enum class Use : std::uint8_t { read, write };

    /// A connection taken from the pool and given back.
    class Lease {
    public:
        Lease(Database& database, Use use);
        ~Lease() { release(); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Connection& connection() { return *m_connection; }
        void release();
        void discard();  ///< the connection is in an unknown state: do not give it back

    private:
        Database& m_database;
        Use m_use;
        std::unique_ptr<Connection> m_connection;
        bool m_held = true;
    };
    /// A transaction begun; rolled back unless it was ended.
    class Began {
    public:
        Began(Lease& lease, std::string_view begin);
        ~Began();
        Began(const Began&) = delete;
        Began& operator=(const Began&) = delete;
        void commit();
        void end_read();

    private:
        Lease& m_lease;
        bool m_open = true;
    };

    explicit Database(const Clock& clock) : m_clock(clock) {}
    std::unique_ptr<Connection> connect(Use use) const;
    static Error explain(const DatabaseError& error);
    void announce(Connection& connection, const Transaction& transaction);
    void committed(const Transaction& transaction);
    void tell(const ChangeNotice& notice);
    void forget(std::uint64_t listener);

    const Clock& m_clock;
    std::string m_kind;
    std::string m_path;
    std::string m_url;
    FolderLock m_lock;
    Schema m_schema;

    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<std::unique_ptr<Connection>> m_readers;
    std::vector<std::unique_ptr<Connection>> m_writers;  // one for SQLite
    int m_connections = 0;                               // of PostgreSQL, in the pool and out of it
    int m_connection_limit = 0;

    std::mutex m_listener_mutex;
    std::map<std::uint64_t, std::function<void(const ChangeNotice&)>> m_listeners;
    std::uint64_t m_last_listener = 0;
    std::atomic<bool> m_stop{false};
    std::thread m_listening;
};

}  // namespace wallchart
