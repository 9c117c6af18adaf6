#pragma once
// Requests and answers without a network: what handlers see and tests make.

#include "core/result.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wallchart {

enum class Method : std::uint8_t { get, post, put, patch, delete_, other };
std::string_view name_of(Method method);

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string path;   ///< decoded, without query: "/api/v1/people"
    std::string query;  ///< as sent, without "?"
    Headers headers;    ///< names in lower case
    std::string body;
    std::string body_file;  ///< where an upload was put; removed after the answer
    std::string peer;       ///< the address it came from

    std::string_view header(std::string_view name) const;
    std::string cookie(std::string_view name) const;
    /// The decoded value of a query or form parameter; nothing when absent.
    std::optional<std::string> parameter(std::string_view name) const;
};

/// The names and values of "a=1&b=x%20y", decoded; invalid UTF-8 and NUL are dropped to nothing.
std::vector<std::pair<std::string, std::string>> parse_form(std::string_view text);
std::string percent_decode(std::string_view text, bool plus_is_blank);
std::string percent_encode(std::string_view text);

/// Text sent bit by bit over one answer: server-sent events. Safe to use from any thread.
class EventStream {
public:
    /// Queues text; dropped once the reader is more than 1 MiB behind (it will reload when it comes back).
    void push(std::string text);
    /// What is queued since the last call.
    std::string take();
    void close();
    bool closed() const;
    /// Called after each push and at close, once set; by the server.
    void on_ready(std::function<void()> ready);

private:
    mutable std::mutex m_mutex;
    std::string m_pending;
    bool m_closed = false;
    std::function<void()> m_ready;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::string_view
        content;       ///< sent instead of the body when not empty; must outlive the program's answers
    std::string file;  ///< sent instead of the body when not empty; removed afterwards
    Headers headers;
    std::shared_ptr<EventStream> stream;  ///< set for server-sent events
    bool head_only = false;

    static Response json(int status, std::string body);
    static Response html(std::string body, int status = 200);
    static Response redirect(std::string location, int status = 303);
    /// A file that the browser saves under `name`.
    static Response download(std::string name, std::string content_type, std::string body);
};

int status_of(ErrorKind kind);
/// The failure as application/problem+json (RFC 9457).
Response problem(const Error& error, std::string_view request_id = {});

}  // namespace wallchart
