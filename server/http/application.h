#pragma once
// From a request to its answer: who asks, which operation, may they, has it been done already.

#include "http/call.h"
#include "http/metrics.h"
#include "http/router.h"

#include <functional>
#include <optional>
#include <string>

namespace wallchart {

/// Who sent a request, as its cookie or token says.
struct Identity {
    Access access;
    bool by_cookie = false;  ///< then a write must also show that it comes from our own pages
};

/// Errors: unauthenticated, for a token that is unknown or out of date. Nothing when none was sent.
using Authenticator = std::function<Result<std::optional<Identity>>(const Request&)>;

/// What may be sent to a path.
struct BodyLimit {
    std::uint64_t bytes = 0;
    bool to_file = false;
};

class Application {
public:
    static constexpr std::uint64_t body_limit = std::uint64_t{2} << 20;      ///< of JSON and forms
    static constexpr std::uint64_t upload_limit = std::uint64_t{512} << 20;  ///< of an upload

    Application(Services services, Router router, Authenticator authenticator);
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    /// Never throws. Safe to call from several threads.
    Response handle(const Request& request);
    BodyLimit limit(Method method, std::string_view path) const;
    /// What is wrong with a request by its head alone, so that its body is not even read: it is compressed,
    /// or it is an upload by somebody who may not send one.
    std::optional<Error> refused_by_head(const Request& request) const;

    /// Before the first request: the address that links in mail begin with.
    void set_public_url(std::string url) { m_services.public_url = std::move(url); }
    const Router& router() const { return m_router; }
    Metrics& metrics() { return m_metrics; }

private:
    Result<Access> admit(const Route& route, const Request& request) const;
    Response answer(const Request& request, const std::string& request_id, std::string& route_name);
    Response run(const Route& route, const std::vector<std::string>& values, Call& call);
    /// The answer to a write that came too late, with the record as it is now: as its own reading answers it.
    Response with_current(Response response, Call& call);
    Response run_once(const Route& route, const std::vector<std::string>& values, Call& call,
                      std::string_view key);

    Services m_services;
    Router m_router;
    Authenticator m_authenticator;
    Metrics m_metrics;
    Documentation m_documentation;
};

/// A file of the web app: "/" and unknown paths below it are the app's own page. Nothing for the API's paths.
std::optional<Response> static_file(const Request& request);

/// Adds to an answer the headers that all answers have (content security policy and the like).
void secure(Response& response);

}  // namespace wallchart
