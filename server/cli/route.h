#pragma once
// What the parts of `wallchart route` share: how long to search, and where the answer goes.

#include "cli/command.h"
#include "engine/route/budget.h"

namespace wallchart {

/// Counts seconds from when it was made: those of the clock, or, on a machine with other work, of the
/// processor.
class Stopwatch {
public:
    enum class Counts : std::uint8_t { clock, processor };
    explicit Stopwatch(Counts counts);
    double seconds() const;

private:
    double now() const;
    Counts m_counts;
    double m_began;
};

/// How long a search may go on, by --time, --rounds, --seed and --clock. Errors: invalid.
struct RouteEffort {
    Stopwatch watch;
    route::Budget budget;
    bool told = false;  ///< whether --time or --rounds was given
};
/// `seconds` where neither --time nor --rounds says it; 0: left open. The watch must stay where it is while
/// it runs.
Result<void> read_effort(const Arguments& arguments, double seconds, RouteEffort& effort);

/// A number of an option. Errors: invalid, for what is none in [least, most].
Result<std::optional<double>> number_option(const Arguments& arguments, std::string_view name, double least,
                                            double most);

/// "12.346", with so many places.
std::string decimals(double value, int places);

/// All of a file. Errors: not_found.
Result<std::string> whole_file(const std::string& path);

/// Errors: unavailable.
Result<void> write_file(const std::string& path, const std::string& text);

/// Prints an answer as it was asked for: without --json `plain`; with --json - the JSON instead; with --json
/// FILE both, the JSON to the file. Errors: unavailable.
Result<void> print_route(const Arguments& arguments, const std::string& plain, const std::string& json);

Result<int> route_tsplib(const Arguments& arguments, const std::string& path);
Result<int> route_cvrplib(const Arguments& arguments, const std::string& path);
Result<int> route_solomon(const Arguments& arguments, const std::string& path);
Result<int> route_doors(const Arguments& arguments, const std::string& path);

}  // namespace wallchart
