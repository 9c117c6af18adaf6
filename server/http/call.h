#pragma once
// One operation being carried out: who asks, what for, and the way to the database.

#include "core/access.h"
#include "core/clock.h"
#include "db/database.h"
#include "http/message.h"

#include <memory>
#include <string>

namespace wallchart {

class EventHub;
class Metrics;

/// The API described by its own routes.
struct Documentation {
    std::string openapi;  ///< OpenAPI 3.1, JSON
    std::string page;     ///< the same to read, HTML
};

/// What every handler can reach; made once by the server.
struct Services {
    Database& database;
    const Clock& clock;
    EventHub& events;
    std::string public_url;                        ///< "https://wallchart.example.org", for links in mail
    std::string data_folder;                       ///< for uploads
    const Metrics* metrics = nullptr;              ///< set by the application
    const Documentation* documentation = nullptr;  ///< set by the application
    bool sends_mail = false;                       ///< a mail server is set
};

/// The claim of an Idempotency-Key, made in the same transaction as the change it protects.
struct IdempotencyClaim {
    std::string key_hash;
    std::string request_hash;
    bool made = false;
};

class Call {
public:
    Call(const Services& services, const Request& request, Access access, std::string request_id)
        : m_services(services),
          m_request(request),
          m_access(std::move(access)),
          m_request_id(std::move(request_id)) {}

    const Services& services() const { return m_services; }
    const Request& request() const { return m_request; }
    const Access& access() const { return m_access; }
    const std::string& request_id() const { return m_request_id; }
    Instant now() const { return m_services.clock.now(); }
    /// The calendar day in the workspace's time zone.
    Date today() const { return local_date(now(), m_access.time_zone); }

    template <class F>
    auto read(F&& f) {
        return m_services.database.read(std::forward<F>(f));
    }

    /// Writes as the caller, in the caller's workspace. `kind` is a constant ("edit"), `summary` one line
    /// for the audit log without a person's data.
    template <class F>
    auto write(std::string kind, std::string summary, F&& f) -> std::invoke_result_t<F, Transaction&> {
        Change change{m_access.workspace, {}, std::move(kind), std::move(summary)};
        if (m_access.user) change.user = m_access.user;
        return m_services.database.write(change,
                                         [&](Transaction& tx) -> std::invoke_result_t<F, Transaction&> {
                                             claim_idempotency(tx);
                                             return f(tx);
                                         });
    }

    /// The revision that the caller read, from If-Match; `stored` when they sent none.
    Id<Batch> expected_revision(Id<Batch> stored) const;

    /// Of the answer, where it is not 200.
    void set_status(int status) { m_status = status; }
    int status() const { return m_status; }
    void add_header(std::string name, std::string value) {
        m_headers.emplace_back(std::move(name), std::move(value));
    }
    Headers take_headers() { return std::move(m_headers); }

    std::unique_ptr<IdempotencyClaim> idempotency;

private:
    void claim_idempotency(Transaction& tx);

    const Services& m_services;
    const Request& m_request;
    Access m_access;
    std::string m_request_id;
    int m_status = 200;
    Headers m_headers;
};

}  // namespace wallchart
