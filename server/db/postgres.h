#pragma once
// PostgreSQL 15, for several server processes on one database.

#include "db/connection.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace wallchart {

/// Connects by URL ("postgresql://user@host/name"). Throws DatabaseError.
std::unique_ptr<Connection> open_postgres(const std::string& url);

/// Calls `heard` with the payload of each notification on `channel` until `stop` is set, connecting
/// again after a loss, and with "0 0 *" whenever some may have been missed. Runs in the caller's thread.
void listen_postgres(const std::string& url, const std::string& channel, const std::atomic<bool>& stop,
                     const std::function<void(std::string_view payload)>& heard);

}  // namespace wallchart
