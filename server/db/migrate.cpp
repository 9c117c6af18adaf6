#include "db/migrate.h"

#include "core/assets.h"
#include "core/text.h"

#include <charconv>
#include <set>

namespace wallchart {
namespace {

/// A migration without what stands between "-- only " and the other database's name and the next such line.
std::string part_for(const Dialect& dialect, std::string_view sql) {
    std::string part;
    bool ours = true;
    for (auto line : split(sql, '\n')) {
        if (line == "-- both:") ours = true;
        if (line.starts_with("-- only ")) ours = line == "-- only " + std::string(dialect.name()) + ":";
        if (ours) part.append(line).append("\n");
    }
    return part;
}

}  // namespace

Result<void> migrate(Connection& connection, const Clock& clock) {
    // Two processes may start at once: the second waits here and finds the work done.
    bool postgres = connection.dialect().name() == "postgres";
    if (postgres) connection.script("SELECT pg_advisory_lock(8733)");
    connection.script(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at BIGINT NOT "
        "NULL)");
    std::set<std::int64_t> applied;
    connection.each("SELECT number FROM migration", {},
                    [&](const Row& row) { applied.insert(row.integer(0)); });
    std::int64_t newest = 0;
    for (const auto& asset : assets_in("migrations/")) {
        auto name = asset.name.substr(std::string_view("migrations/").size());
        std::int64_t number = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), number).ec != std::errc{}) continue;
        newest = std::max(newest, number);
        if (applied.contains(number)) continue;
        connection.script(connection.dialect().begin_write());
        try {
            connection.script(connection.dialect().migration(part_for(connection.dialect(), asset.content)));
            std::array<Value, 3> row{Value{number}, Value{name}, as_value(clock.now())};
            connection.execute("INSERT INTO migration (number, name, at) VALUES ($1, $2, $3)", row);
            connection.script("COMMIT");
        } catch (...) {
            connection.script("ROLLBACK");
            throw;
        }
    }
    if (postgres) connection.script("SELECT pg_advisory_unlock(8733)");
    if (!applied.empty() && *applied.rbegin() > newest)
        return failure(ErrorKind::unsupported,
                       "This database was made by a newer version of Wallchart. Install that one.");
    return {};
}

}  // namespace wallchart
