#pragma once
// The network: connections, time limits and sizes. The only place that knows Boost.Beast.

#include "http/application.h"

#include <memory>
#include <string>

namespace wallchart {

struct ServerSettings {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  ///< 0: any free one
    int workers = 4;             ///< threads that carry out operations
    std::string upload_folder;   ///< where uploads are put
    int connection_limit = 10000;
    bool behind_proxy = false;  ///< believe X-Forwarded-For
};

class Server {
public:
    Server(Application& application, ServerSettings settings);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Begins to listen. Errors: unavailable (the address is taken).
    Result<void> start();
    /// The port in use, after start.
    unsigned short port() const;
    /// Serves until stop() or one of the signals INT and TERM.
    void run();
    void stop();

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace wallchart
