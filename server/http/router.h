#pragma once
// The table of operations: each a line with its method, path, permission and handler. From the handler's
// own types come the decoding of its input, the JSON of its answer and its part of the OpenAPI document.

#include "core/json.h"
#include "http/call.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wallchart {

/// No answer but the status 204.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

/// A page of a list: `next` is the cursor of the following page, absent at the end.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
};

struct Route {
    Method method = Method::get;
    std::string path;  ///< "/people/{id}", below the prefix of the API unless it begins with "//"
    Permission permission = Permission::administer;
    std::string summary;  ///< one line for the API's own page
    std::string group;    ///< the feature's name

    const RecordType* parameters = nullptr;  ///< from path and query
    const ValueType* body = nullptr;         ///< JSON
    const ValueType* answer = nullptr;       ///< JSON; null for a raw answer
    bool paged = false;                      ///< `answer` is that of the items of a Page
    bool upload = false;                     ///< the body is a file of any kind, put in Request::body_file
    bool secret = false;                     ///< the answer shows a secret once: it is kept nowhere

    std::function<Response(const Route&, Call&, const std::vector<std::string>& path_values)> handle;
};

/// Decodes path values and the query into a described struct. Errors: invalid, for unknown ones too.
Result<void> decode_parameters(const Route& route, const Request& request,
                               const std::vector<std::string>& path_values, const RecordType& type,
                               void* into);

namespace detail {

template <class T>
struct IsPage : std::false_type {};
template <class T>
struct IsPage<Page<T>> : std::true_type {
    using Item = T;
};

template <class T>
std::string encode_answer(const T& answer) {
    if constexpr (IsPage<T>::value) {
        std::string body = "{\"items\":";
        encode(body, value_type<decltype(answer.items)>(), &answer.items);
        body += ",\"next\":";
        encode(body, value_type<decltype(answer.next)>(), &answer.next);
        return body + "}";
    } else {
        return encode(answer);
    }
}

template <class T>
Response respond(Call& call, Result<T>&& result) {
    if (!result) return problem(result.error(), call.request_id());
    Response response;
    if constexpr (std::is_same_v<T, Response>) {
        response = std::move(*result);
    } else if constexpr (std::is_same_v<T, Nothing>) {
        response.status = 204;
        response.content_type.clear();
    } else {
        response = Response::json(call.status(), encode_answer(*result));
    }
    for (auto& header : call.take_headers())
        response.headers.push_back(std::move(header));
    return response;
}

}  // namespace detail

class Router {
public:
    /// Begins the lines of a feature.
    Router& group(std::string name) {
        m_group = std::move(name);
        return *this;
    }

    /// Handlers are functions `Result<Answer> (Call&)`, `(Call&, const Parameters&)`, `(Call&, const Body&)`
    /// or
    /// `(Call&, const Parameters&, const Body&)`. One argument is the body when the method is POST, PUT or
    /// PATCH and the path has no {value}.
    template <class Answer>
    Router& add(Method method, std::string path, Permission permission, Result<Answer> (*handler)(Call&),
                std::string summary) {
        auto& route = start<Answer>(method, std::move(path), permission, std::move(summary));
        route.handle = [handler](const Route&, Call& call, const auto&) {
            return detail::respond(call, handler(call));
        };
        return *this;
    }
    template <class Answer, class Input>
    Router& add(Method method, std::string path, Permission permission,
                Result<Answer> (*handler)(Call&, const Input&), std::string summary) {
        bool has_body =
            method != Method::get && method != Method::delete_ && path.find('{') == std::string::npos;
        auto& route = start<Answer>(method, std::move(path), permission, std::move(summary));
        if (has_body) {
            route.body = &value_type<Input>();
            route.handle = [handler](const Route&, Call& call, const auto&) {
                auto body = decode_text<Input>(call.request().body);
                if (!body) return problem(body.error(), call.request_id());
                return detail::respond(call, handler(call, *body));
            };
        } else {
            route.parameters = &record_type<Input>();
            route.handle = [handler](const Route& self, Call& call, const std::vector<std::string>& values) {
                Input input{};
                auto done = decode_parameters(self, call.request(), values, record_type<Input>(), &input);
                if (!done) return problem(done.error(), call.request_id());
                return detail::respond(call, handler(call, input));
            };
        }
        return *this;
    }
    template <class Answer, class Parameters, class Body>
    Router& add(Method method, std::string path, Permission permission,
                Result<Answer> (*handler)(Call&, const Parameters&, const Body&), std::string summary) {
        auto& route = start<Answer>(method, std::move(path), permission, std::move(summary));
        route.parameters = &record_type<Parameters>();
        route.body = &value_type<Body>();
        route.handle = [handler](const Route& self, Call& call, const std::vector<std::string>& values) {
            Parameters parameters{};
            auto done =
                decode_parameters(self, call.request(), values, record_type<Parameters>(), &parameters);
            if (!done) return problem(done.error(), call.request_id());
            auto body = decode_text<Body>(call.request().body);
            if (!body) return problem(body.error(), call.request_id());
            return detail::respond(call, handler(call, parameters, *body));
        };
        return *this;
    }
    /// An operation whose body is a file, with its parameters in path and query: `(Call&, const
    /// Parameters&)`.
    template <class Answer, class Parameters>
    Router& add_upload(Method method, std::string path, Permission permission,
                       Result<Answer> (*handler)(Call&, const Parameters&), std::string summary) {
        auto& route = start<Answer>(method, std::move(path), permission, std::move(summary));
        route.parameters = &record_type<Parameters>();
        route.handle = [handler](const Route& self, Call& call, const std::vector<std::string>& values) {
            Parameters parameters{};
            auto done =
                decode_parameters(self, call.request(), values, record_type<Parameters>(), &parameters);
            if (!done) return problem(done.error(), call.request_id());
            return detail::respond(call, handler(call, parameters));
        };
        return takes_upload();
    }
    /// The last line added takes an upload: its body goes to a file and may be as large as the upload limit.
    Router& takes_upload() {
        m_routes.back().upload = true;
        return *this;
    }

    /// The last line added answers a secret (a token, recovery codes): a repeated Idempotency-Key is told
    /// that it was carried out, but not the answer.
    Router& answers_secret() {
        m_routes.back().secret = true;
        return *this;
    }

    const std::vector<Route>& routes() const { return m_routes; }
    /// The path of a route as requested: "/api/v1/people/{id}".
    static std::string full_path(const Route& route);

    struct Match {
        const Route* route = nullptr;
        std::vector<std::string> values;
        bool path_known = false;  ///< some route has the path, though not with this method
    };
    Match match(Method method, std::string_view path) const;

private:
    template <class Answer>
    Route& start(Method method, std::string path, Permission permission, std::string summary) {
        Route route;
        route.method = method;
        route.path = std::move(path);
        route.permission = permission;
        route.summary = std::move(summary);
        route.group = m_group;
        if constexpr (detail::IsPage<Answer>::value) {
            route.answer = &value_type<typename detail::IsPage<Answer>::Item>();
            route.paged = true;
        } else if constexpr (!std::is_same_v<Answer, Response>) {
            route.answer = &value_type<Answer>();
        }
        m_routes.push_back(std::move(route));
        index_last();
        return m_routes.back();
    }
    void index_last();

    /// A route as it is matched: its whole path in segments, empty where any text may stand.
    struct Pattern {
        std::vector<std::string> segments;
        std::size_t route = 0;
    };

    std::vector<Route> m_routes;
    std::map<std::size_t, std::vector<Pattern>> m_patterns;  // by the number of segments
    std::string m_group;
};

}  // namespace wallchart
