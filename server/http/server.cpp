#include "http/server.h"

#include "core/log.h"
#include "core/text.h"
#include "http/events.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <filesystem>
#include <unordered_set>

namespace wallchart {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto idle_limit = 75s;
constexpr auto read_limit = 30s;
constexpr auto upload_limit = 15min;
constexpr auto write_limit = 60s;

Method method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
        case http::verb::head:
            return Method::get;
        case http::verb::post:
            return Method::post;
        case http::verb::put:
            return Method::put;
        case http::verb::patch:
            return Method::patch;
        case http::verb::delete_:
            return Method::delete_;
        default:
            return Method::other;
    }
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

/// What all connections share.
struct Shared {
    Application& application;
    ServerSettings settings;
    asio::thread_pool workers;
    int open = 0;  // touched by the network thread alone

    Shared(Application& app, ServerSettings given)
        : application(app), settings(std::move(given)), workers(static_cast<std::size_t>(settings.workers)) {}
};

/// One connection: read a request, have it answered by a worker, write the answer, begin again. All but
/// the answering happens on the network thread.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(tcp::socket socket, Shared& shared) : m_stream(std::move(socket)), m_shared(shared) {
        m_shared.application.metrics().set_connections(++m_shared.open);
    }
    ~Session() { m_shared.application.metrics().set_connections(--m_shared.open); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void read() {
        m_header.emplace();
        m_header->header_limit(16 * 1024);
        m_header->body_limit(Application::upload_limit);
        m_stream.expires_after(idle_limit);
        http::async_read_header(
            m_stream, m_buffer, *m_header, [self = shared_from_this()](beast::error_code error, std::size_t) {
                if (error == http::error::header_limit)
                    return self->refuse({ErrorKind::too_large, "The header is larger than 16 KiB."});
                if (error) return self->close();
                self->read_body();
            });
    }

private:
    void read_body() {
        const auto& header = m_header->get();
        m_request = {};
        m_head_only = header.method() == http::verb::head;
        m_request.method = method_of(header.method());
        auto target = view(header.target());
        auto mark = target.find('?');
        m_request.path = percent_decode(target.substr(0, mark), false);
        if (mark != std::string_view::npos) m_request.query = target.substr(mark + 1);
        for (const auto& field : header)
            m_request.headers.emplace_back(to_lower_ascii(view(field.name_string())), view(field.value()));
        set_peer();

        try {
            if (auto refused = m_shared.application.refused_by_head(m_request)) return refuse(*refused);
        } catch (const std::exception&) {
            return refuse({ErrorKind::unavailable, "The server can't say now who you are. Try again."});
        }
        auto limit = m_shared.application.limit(m_request.method, m_request.path);
        if (auto length = m_header->content_length(); length && *length > limit.bytes)
            return refuse({ErrorKind::too_large,
                           "The request is larger than " + std::to_string(limit.bytes >> 20) + " MiB."});
        if (view(header[http::field::expect]) == "100-continue") {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            beast::error_code ignored;
            asio::write(m_stream.socket(), asio::buffer(go_on), ignored);
        }
        m_stream.expires_after(limit.to_file ? std::chrono::seconds(upload_limit)
                                             : std::chrono::seconds(read_limit));
        auto done = [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error == http::error::body_limit)
                return self->refuse({ErrorKind::too_large, "The request is too large."});
            if (error && error.category() == beast::system_category() && error.value() == ENOSPC)
                return self->refuse({ErrorKind::unavailable, "The server's disk is full."});
            if (error) return self->close();
            self->answer();
        };
        if (limit.to_file) {
            m_request.body_file =
                m_shared.settings.upload_folder + "/" + std::to_string(new_id_value()) + ".upload";
            m_file.emplace(std::move(*m_header));
            m_file->body_limit(limit.bytes);
            beast::error_code error;
            m_file->get().body().open(m_request.body_file.c_str(), beast::file_mode::write_new, error);
            if (error) return refuse({ErrorKind::unavailable, "The upload can't be stored."});
            http::async_read(m_stream, m_buffer, *m_file, std::move(done));
        } else {
            m_text.emplace(std::move(*m_header));
            m_text->body_limit(limit.bytes);
            // The parser itself, not a message: with a message the limit would be ignored.
            http::async_read(m_stream, m_buffer, *m_text, std::move(done));
        }
    }

    void set_peer() {
        beast::error_code error;
        auto endpoint = m_stream.socket().remote_endpoint(error);
        if (!error) m_request.peer = endpoint.address().to_string();
        if (m_shared.settings.behind_proxy) {
            auto forwarded = m_request.header("x-forwarded-for");
            // The last address is the one our own proxy saw.
            if (!forwarded.empty()) m_request.peer = trim(forwarded.substr(forwarded.rfind(',') + 1));
        }
    }

    void answer() {
        if (m_text) {
            m_keep_alive = m_text->keep_alive();
            m_request.body = std::move(m_text->get().body());
            m_text.reset();
        } else if (m_file) {
            m_keep_alive = m_file->keep_alive();
            m_file->get().body().close();
            m_file.reset();
        }
        m_stream.expires_never();
        asio::post(m_shared.workers, [self = shared_from_this()] {
            auto response = self->m_shared.application.handle(self->m_request);
            asio::post(self->m_stream.get_executor(), [self, answered = std::move(response)]() mutable {
                self->write(std::move(answered));
            });
        });
    }

    void refuse(const Error& error) {
        m_keep_alive = false;  // the rest of the request is still on its way
        auto response = problem(error);
        secure(response);
        write(std::move(response));
    }

    void write(Response response) {
        if (!m_request.body_file.empty()) {
            std::error_code ignored;
            std::filesystem::remove(m_request.body_file, ignored);
        }
        m_response = std::move(response);
        auto status = static_cast<unsigned>(m_response.status);
        auto fill = [&](auto& message) {
            message.version(11);
            message.result(status);
            if (!m_response.content_type.empty())
                message.set(http::field::content_type, m_response.content_type);
            for (const auto& [name, value] : m_response.headers)
                message.insert(name, value);
            message.keep_alive(m_keep_alive);
        };
        m_stream.expires_after(write_limit);
        if (m_response.stream) return start_stream();
        if (!m_response.file.empty()) {
            beast::error_code error;
            http::file_body::value_type body;
            body.open(m_response.file.c_str(), beast::file_mode::scan, error);
            if (error) return close();
            m_file_message.emplace();
            m_file_message->body() = std::move(body);
            fill(*m_file_message);
            m_file_message->prepare_payload();
            m_stream.expires_after(upload_limit);
            m_file_serializer.emplace(*m_file_message);
            return http::async_write(m_stream, *m_file_serializer,
                                     [self = shared_from_this()](beast::error_code failed, std::size_t) {
                                         self->m_file_serializer.reset();
                                         self->m_file_message.reset();
                                         std::error_code ignored;
                                         std::filesystem::remove(self->m_response.file, ignored);
                                         self->written(failed);
                                     });
        }
        m_message.emplace();
        fill(*m_message);
        auto content = m_response.content.empty() ? std::string_view(m_response.body) : m_response.content;
        m_message->content_length(content.size());
        if (m_head_only || status == 204 || status == 304) content = {};
        if (status == 204 || status == 304) m_message->erase(http::field::content_length);
        m_message->body() = {content.data(), content.size()};
        http::async_write(
            m_stream, *m_message,
            [self = shared_from_this()](beast::error_code error, std::size_t) { self->written(error); });
    }

    void written(beast::error_code error) {
        m_message.reset();
        if (error || !m_keep_alive) return close();
        m_response = {};
        read();
    }

    // ---- server-sent events ----
    void start_stream() {
        m_stream_header =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncache-control: "
            "no-store\r\nx-accel-buffering: no\r\n";
        for (const auto& [name, value] : m_response.headers)
            if (name != "cache-control") m_stream_header += name + ": " + value + "\r\n";
        m_stream_header += "connection: close\r\n\r\n";
        std::weak_ptr<Session> weak = weak_from_this();
        m_response.stream->on_ready([weak, executor = m_stream.get_executor()] {
            asio::post(executor, [weak] {
                if (auto self = weak.lock()) self->pump();
            });
        });
        m_pumping = true;
        asio::async_write(m_stream, asio::buffer(m_stream_header),
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              self->m_pumping = false;
                              if (error) return self->close();
                              self->watch();
                              self->pump();
                          });
    }

    /// Notices that the browser has gone; it sends nothing more.
    void watch() {
        m_stream.expires_never();
        m_stream.socket().async_wait(tcp::socket::wait_read,
                                     [self = shared_from_this()](beast::error_code) { self->close(); });
    }

    void pump() {
        if (m_pumping || !m_response.stream) return;
        m_chunk = m_response.stream->take();
        if (m_chunk.empty()) {
            if (m_response.stream->closed()) close();
            return;
        }
        m_pumping = true;
        asio::async_write(m_stream, asio::buffer(m_chunk),
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              self->m_pumping = false;
                              if (error) return self->close();
                              self->pump();
                          });
    }

    void close() {
        if (!m_request.body_file.empty()) {
            std::error_code ignored;
            std::filesystem::remove(m_request.body_file, ignored);
        }
        if (auto stream = std::exchange(m_response.stream, nullptr)) stream->on_ready(nullptr);
        beast::error_code ignored;
        m_stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
        m_stream.close();
    }

    using ViewMessage = http::response<http::span_body<const char>>;

    beast::tcp_stream m_stream;
    Shared& m_shared;
    beast::flat_buffer m_buffer{64 * 1024};
    std::optional<http::request_parser<http::empty_body>> m_header;
    std::optional<http::request_parser<http::string_body>> m_text;
    std::optional<http::request_parser<http::file_body>> m_file;
    Request m_request;
    Response m_response;
    std::optional<ViewMessage> m_message;
    std::optional<http::response<http::file_body>> m_file_message;
    std::optional<http::response_serializer<http::file_body>> m_file_serializer;
    std::string m_stream_header;
    std::string m_chunk;
    bool m_pumping = false;
    bool m_keep_alive = true;
    bool m_head_only = false;
};

}  // namespace

class Server::Implementation {
public:
    Implementation(Application& application, ServerSettings settings)
        : m_shared(application, std::move(settings)), m_acceptor(m_context), m_signals(m_context) {}

    Result<void> start() {
        beast::error_code error;
        auto address = asio::ip::make_address(m_shared.settings.address, error);
        if (error) return invalid("/listen", "This is not an address: " + m_shared.settings.address);
        tcp::endpoint endpoint(address, m_shared.settings.port);
        m_acceptor.open(endpoint.protocol(), error);
        if (!error) m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) m_acceptor.bind(endpoint, error);
        if (!error) m_acceptor.listen(1024, error);
        if (error)
            return failure(ErrorKind::unavailable, "Can't listen at " + m_shared.settings.address + ":" +
                                                       std::to_string(m_shared.settings.port) + ": " +
                                                       error.message() + ".");
        if (!m_shared.settings.upload_folder.empty()) {
            std::error_code ignored;
            std::filesystem::create_directories(m_shared.settings.upload_folder, ignored);
        }
        accept();
        return {};
    }

    unsigned short port() const {
        beast::error_code ignored;
        return m_acceptor.local_endpoint(ignored).port();
    }

    void run() {
        m_signals.add(SIGINT);
        m_signals.add(SIGTERM);
        m_signals.async_wait([this](beast::error_code error, int) {
            if (!error) m_context.stop();
        });
        m_context.run();
        m_shared.workers.join();
    }

    void stop() {
        asio::post(m_context, [this] { m_context.stop(); });
    }

private:
    void accept() {
        m_acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted) return;
            if (!error && m_shared.open < m_shared.settings.connection_limit) {
                beast::error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                std::make_shared<Session>(std::move(socket), m_shared)->read();
            }
            accept();
        });
    }

    Shared m_shared;
    asio::io_context m_context{1};
    tcp::acceptor m_acceptor;
    asio::signal_set m_signals;
};

Server::Server(Application& application, ServerSettings settings)
    : m_implementation(std::make_unique<Implementation>(application, std::move(settings))) {}
Server::~Server() = default;
Result<void> Server::start() {
    return m_implementation->start();
}
unsigned short Server::port() const {
    return m_implementation->port();
}
void Server::run() {
    m_implementation->run();
}
void Server::stop() {
    m_implementation->stop();
}

}  // namespace wallchart
