#include "http/message.h"

#include "core/json.h"
#include "core/record.h"
#include "core/text.h"

#include <algorithm>

namespace wallchart {

BOOST_DESCRIBE_ENUM(ErrorKind, invalid, unauthenticated, forbidden, not_found, conflict, stale, too_large,
                    too_many, unsupported, unavailable)

namespace {

constexpr std::size_t stream_limit = std::size_t{1} << 20;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string_view title_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return "The input is not right";
        case ErrorKind::unauthenticated:
            return "Sign in first";
        case ErrorKind::forbidden:
            return "Your role does not allow this";
        case ErrorKind::not_found:
            return "Not found";
        case ErrorKind::conflict:
            return "This contradicts what is stored";
        case ErrorKind::stale:
            return "Changed by somebody else in the meantime";
        case ErrorKind::too_large:
            return "Too large";
        case ErrorKind::too_many:
            return "Too many attempts";
        case ErrorKind::unsupported:
            return "Not a known format";
        case ErrorKind::unavailable:
            return "Not possible right now";
    }
    return "Error";
}

}  // namespace

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::delete_:
            return "DELETE";
        case Method::other:
            break;
    }
    return "OTHER";
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key == name) return value;
    return {};
}

std::string Request::cookie(std::string_view name) const {
    for (auto part : split(header("cookie"), ';')) {
        part = trim(part);
        if (part.starts_with(name) && part.size() > name.size() && part[name.size()] == '=')
            return std::string(part.substr(name.size() + 1));
    }
    return {};
}

std::optional<std::string> Request::parameter(std::string_view name) const {
    for (auto& [key, value] : parse_form(method == Method::get ? query : body))
        if (key == name) return value;
    return std::nullopt;
}

std::string percent_decode(std::string_view text, bool plus_is_blank) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
            hex_digit(text[at + 2]) >= 0) {
            decoded.push_back(static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2])));
            at += 2;
        } else {
            decoded.push_back(text[at] == '+' && plus_is_blank ? ' ' : text[at]);
        }
    }
    if (!is_utf8(decoded) || decoded.find('\0') != std::string::npos) return {};
    return decoded;
}

std::string percent_encode(std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    std::string encoded;
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                     c == '.' || c == '_' || c == '~';
        if (plain) {
            encoded.push_back(c);
        } else {
            encoded.push_back('%');
            encoded.push_back(hex[byte >> 4]);
            encoded.push_back(hex[byte & 15]);
        }
    }
    return encoded;
}

std::vector<std::pair<std::string, std::string>> parse_form(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> form;
    if (text.empty()) return form;
    for (auto part : split(text, '&')) {
        if (part.empty()) continue;
        auto equals = part.find('=');
        auto value = equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1);
        form.emplace_back(percent_decode(part.substr(0, equals), true), percent_decode(value, true));
    }
    return form;
}

void EventStream::push(std::string text) {
    std::function<void()> ready;
    {
        std::lock_guard lock(m_mutex);
        if (m_closed || m_pending.size() > stream_limit) return;
        m_pending += text;
        ready = m_ready;
    }
    if (ready) ready();
}

std::string EventStream::take() {
    std::lock_guard lock(m_mutex);
    return std::exchange(m_pending, {});
}

void EventStream::close() {
    std::function<void()> ready;
    {
        std::lock_guard lock(m_mutex);
        m_closed = true;
        ready = std::exchange(m_ready, nullptr);
    }
    if (ready) ready();
}

bool EventStream::closed() const {
    std::lock_guard lock(m_mutex);
    return m_closed;
}

void EventStream::on_ready(std::function<void()> ready) {
    std::lock_guard lock(m_mutex);
    m_ready = std::move(ready);
}

Response Response::json(int status, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

Response Response::html(std::string body, int status) {
    Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.body = std::move(body);
    return response;
}

Response Response::redirect(std::string location, int status) {
    Response response;
    response.status = status;
    response.content_type = "text/plain";
    response.headers.emplace_back("location", std::move(location));
    return response;
}

Response Response::download(std::string name, std::string content_type, std::string body) {
    Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    // Both forms: old programs read the first, all others the UTF-8 one.
    std::string plain;
    for (char c : name)
        plain.push_back(static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\\' && c >= ' ' ? c : '_');
    response.headers.emplace_back("content-disposition", "attachment; filename=\"" + plain +
                                                             "\"; filename*=UTF-8''" + percent_encode(name));
    return response;
}

int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return 422;
        case ErrorKind::unauthenticated:
            return 401;
        case ErrorKind::forbidden:
            return 403;
        case ErrorKind::not_found:
            return 404;
        case ErrorKind::conflict:
            return 409;
        case ErrorKind::stale:
            return 412;
        case ErrorKind::too_large:
            return 413;
        case ErrorKind::too_many:
            return 429;
        case ErrorKind::unsupported:
            return 415;
        case ErrorKind::unavailable:
            return 503;
    }
    return 500;
}

Response problem(const Error& error, std::string_view request_id) {
    std::string body = R"({"type":"/problems/)";
    body += name_of(error.kind);
    body += R"(","title":)";
    encode_text(body, title_of(error.kind));
    body += R"(,"status":)" + std::to_string(status_of(error.kind));
    body += R"(,"detail":)";
    encode_text(body, error.message);
    if (!request_id.empty()) {
        body += R"(,"instance":)";
        encode_text(body, request_id);
    }
    body += R"(,"errors":[)";
    for (std::size_t at = 0; at < error.fields.size(); ++at) {
        body += at > 0 ? ",{\"pointer\":" : "{\"pointer\":";
        encode_text(body, error.fields[at].pointer);
        body += ",\"message\":";
        encode_text(body, error.fields[at].message);
        body += "}";
    }
    auto response = Response::json(status_of(error.kind), body + "]}");
    response.content_type = "application/problem+json";
    if (error.kind == ErrorKind::unavailable || error.kind == ErrorKind::too_many) {
        int preset = error.kind == ErrorKind::too_many ? 60 : 5;
        response.headers.emplace_back("retry-after",
                                      std::to_string(error.retry_after > 0 ? error.retry_after : preset));
    }
    return response;
}

}  // namespace wallchart
