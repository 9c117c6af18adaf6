#include "http/application.h"

#include "core/log.h"
#include "core/text.h"
#include "http/openapi.h"

#include <openssl/evp.h>

namespace wallchart {
namespace {

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
    constexpr char hex[] = "0123456789abcdef";
    std::string out;
    for (unsigned int at = 0; at < size; ++at) {
        out.push_back(hex[digest[at] >> 4]);
        out.push_back(hex[digest[at] & 15]);
    }
    return out;
}

bool is_api(std::string_view path) {
    return path.starts_with("/api/");
}

}  // namespace

Application::Application(Services services, Router router, Authenticator authenticator)
    : m_services(std::move(services)),
      m_router(std::move(router)),
      m_authenticator(std::move(authenticator)),
      m_documentation{openapi_document(m_router), api_page(m_router)} {
    m_services.metrics = &m_metrics;
    m_services.documentation = &m_documentation;
}

BodyLimit Application::limit(Method method, std::string_view path) const {
    auto match = m_router.match(method, path);
    if (match.route != nullptr && match.route->upload) return {upload_limit, true};
    return {body_limit, false};
}

Response Application::handle(const Request& request) {
    auto started = std::chrono::steady_clock::now();
    auto request_id = std::to_string(new_id_value());
    std::string route = "none";
    Response response;
    try {
        response = answer(request, request_id, route);
    } catch (const std::exception& exception) {
        // A bug or a lost database. What it says may quote data: only its type is safe to log at this level.
        log(LogLevel::error, "request failed",
            {{"request", std::string_view(request_id)},
             {"route", std::string_view(route)},
             {"what", std::string_view(exception.what())}});
        response = problem({ErrorKind::unavailable, "Something went wrong on the server; it has been noted."},
                           request_id);
        response.status = 500;
    }
    auto elapsed =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started)
            .count();
    m_metrics.count(route, response.status, elapsed);
    response.headers.emplace_back("x-request-id", request_id);
    secure(response);
    if (response.status >= 500 || route != "GET /healthz")
        log(response.status >= 500 ? LogLevel::warning : LogLevel::debug, "request",
            {{"request", std::string_view(request_id)},
             {"route", std::string_view(route)},
             {"status", response.status},
             {"microseconds", elapsed}});
    return response;
}

Result<Access> Application::admit(const Route& route, const Request& request) const {
    auto identity = TRY(m_authenticator(request));
    bool writes = request.method != Method::get;
    if (identity) {
        // A page of another site can make a browser send our cookie, but not our header.
        bool forged =
            identity->by_cookie && writes && is_api(request.path) && request.header("x-wallchart").empty();
        if (forged) return failure(ErrorKind::forbidden, "The request lacks the header X-Wallchart.");
    }
    auto access = identity ? identity->access : Access{};
    if (route.permission == Permission::anyone) return access;
    if (!identity) return failure(ErrorKind::unauthenticated, "Sign in to do this.");
    if (route.permission != Permission::account && !access.workspace)
        return failure(ErrorKind::forbidden, "You have no role in this workspace.");
    if (!access.may(route.permission)) return failure(ErrorKind::forbidden, "Your role does not allow this.");
    if (access.read_only && writes) return failure(ErrorKind::forbidden, "This token may only read.");
    return access;
}

std::optional<Error> Application::refused_by_head(const Request& request) const {
    // A small body may hold a very large one: none is ever unpacked.
    auto coding = to_lower_ascii(request.header("content-encoding"));
    if (!coding.empty() && coding != "identity")
        return Error{ErrorKind::unsupported, "A compressed body is not unpacked: send it as it is."};
    auto match = m_router.match(request.method, request.path);
    if (match.route == nullptr || !match.route->upload) return std::nullopt;
    auto access = admit(*match.route, request);
    if (!access) return access.error();
    return std::nullopt;
}

Response Application::answer(const Request& request, const std::string& request_id, std::string& route_name) {
    if (auto refused = refused_by_head(request)) return problem(*refused, request_id);
    auto match = m_router.match(request.method, request.path);
    if (match.route == nullptr) {
        if (match.path_known) {
            auto response = problem({ErrorKind::invalid, "This path does not take that method."}, request_id);
            response.status = 405;
            return response;
        }
        if (auto file = static_file(request)) {
            route_name = "static";
            return std::move(*file);
        }
        return problem({ErrorKind::not_found, "There is nothing at this address."}, request_id);
    }
    const auto& route = *match.route;
    route_name = std::string(name_of(route.method)) + " " + Router::full_path(route);

    auto access = admit(route, request);
    if (!access) return problem(access.error(), request_id);
    Call call(m_services, request, std::move(*access), request_id);
    auto key = request.header("idempotency-key");
    bool writes = request.method != Method::get;
    if (writes && !key.empty()) return run_once(route, match.values, call, key);
    return run(route, match.values, call);
}

Response Application::run(const Route& route, const std::vector<std::string>& values, Call& call) {
    auto response = route.handle(route, call, values);
    if (response.status == status_of(ErrorKind::stale)) return with_current(std::move(response), call);
    return response;
}

Response Application::with_current(Response response, Call& call) {
    // Of what belongs to a record ("/people/1/addresses/2"), or is done to it ("/drives/1/move"), the record
    // itself is read.
    auto path = call.request().path;
    auto match = m_router.match(Method::get, path);
    while (match.route == nullptr || match.route->answer == nullptr || match.route->paged) {
        path.erase(std::min(path.rfind('/'), path.size()));
        if (path.empty()) return response;
        match = m_router.match(Method::get, path);
    }
    if (!call.access().may(match.route->permission)) return response;
    Request request;
    request.path = path;
    Call reading(m_services, request, call.access(), call.request_id());
    auto current = match.route->handle(*match.route, reading, match.values);
    if (current.status != 200) return response;
    response.body.pop_back();
    response.body += ",\"current\":" + current.body + "}";
    return response;
}

Response Application::run_once(const Route& route, const std::vector<std::string>& values, Call& call,
                               std::string_view key) {
    if (key.size() > 200)
        return problem(invalid("/Idempotency-Key", "The key is longer than 200 characters.").error(),
                       call.request_id());
    const auto& request = call.request();
    call.idempotency = std::make_unique<IdempotencyClaim>();
    auto& claim = *call.idempotency;
    claim.request_hash =
        sha256_hex(std::string(name_of(request.method)) + " " + request.path + "\n" + request.body);
    // Whoever is not signed in shares one user number with all the others: their keys hold for the very
    // same request only, so that nobody meets, or blocks, another's.
    claim.key_hash = call.access().user
                         ? sha256_hex(key)
                         : sha256_hex("anonymous\n" + claim.request_hash + "\n" +
                                      std::string(request.header("cookie")) + "\n" + std::string(key));
    struct Earlier {
        std::string request_hash;
        std::optional<int> status;
        std::optional<std::string> answer;
    };
    std::optional<Earlier> earlier;
    m_services.database.read([&](Reader& reader) {
        reader.each(
            "SELECT request_hash, status, answer FROM idempotency WHERE user_id = $1 AND key_hash = $2",
            [&](const Row& row) {
                earlier = Earlier{std::string(row.text(0)), {}, {}};
                if (!row.is_null(1)) earlier->status = static_cast<int>(row.integer(1));
                if (!row.is_null(2)) earlier->answer = row.text(2);
            },
            call.access().user, claim.key_hash);
    });
    if (earlier) {
        if (earlier->request_hash != claim.request_hash)
            return problem({ErrorKind::conflict, "This Idempotency-Key was used for another request."},
                           call.request_id());
        if (!earlier->status)
            return problem(
                {ErrorKind::conflict, "This request was carried out already; its answer was not kept."},
                call.request_id());
        auto response = Response::json(*earlier->status, earlier->answer.value_or(""));
        response.headers.emplace_back("idempotency-replayed", "true");
        return response;
    }
    auto response = run(route, values, call);
    if (claim.made && response.status < 500 && !route.secret) {
        Change change{call.access().workspace, {}, "idempotency", ""};
        auto kept = m_services.database.write(change, [&](Transaction& tx) -> Result<void> {
            tx.execute("UPDATE idempotency SET status = $1, answer = $2 WHERE user_id = $3 AND key_hash = $4",
                       response.status, response.body, call.access().user, claim.key_hash);
            return {};
        });
        if (!kept)
            log(LogLevel::warning, "answer not kept", {{"request", std::string_view(call.request_id())}});
    }
    return response;
}

void secure(Response& response) {
    static const Headers headers{
        {"content-security-policy",
         "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
         "connect-src 'self'; "
         "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"},
        {"x-content-type-options", "nosniff"},
        {"referrer-policy", "no-referrer"},
        {"cross-origin-opener-policy", "same-origin"},
        {"permissions-policy", "camera=(), microphone=(), geolocation=(self)"},
    };
    for (const auto& header : headers)
        response.headers.push_back(header);
    bool cacheable = false;
    for (const auto& [name, value] : response.headers)
        cacheable |= name == "cache-control";
    if (!cacheable) response.headers.emplace_back("cache-control", "no-store");
}

}  // namespace wallchart
