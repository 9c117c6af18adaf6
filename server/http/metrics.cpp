#include "http/metrics.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace wallchart {

void Metrics::count(const std::string& route, int status, std::int64_t microseconds) {
    std::lock_guard lock(m_mutex);
    auto& series = m_series[route];
    ++series.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
    auto bucket = std::ranges::lower_bound(bounds, microseconds) - bounds.begin();
    ++series.by_time[static_cast<std::size_t>(bucket)];
    series.microseconds += microseconds;
}

std::string Metrics::text() const {
    std::string out =
        "# HELP wallchart_requests_total Answered requests by route and class of status.\n"
        "# TYPE wallchart_requests_total counter\n";
    std::string times =
        "# HELP wallchart_request_seconds Time to answer by route.\n# TYPE wallchart_request_seconds "
        "histogram\n";
    {
        std::lock_guard lock(m_mutex);
        for (const auto& [route, series] : m_series) {
            for (std::size_t at = 1; at < series.by_class.size(); ++at)
                if (series.by_class[at] > 0)
                    out += "wallchart_requests_total{route=\"" + route + "\",status=\"" + std::to_string(at) +
                           "xx\"} " + std::to_string(series.by_class[at]) + "\n";
            std::int64_t total = 0;
            for (std::size_t at = 0; at < series.by_time.size(); ++at) {
                total += series.by_time[at];
                auto bound =
                    at < bounds.size() ? std::to_string(static_cast<double>(bounds[at]) / 1e6) : "+Inf";
                times += "wallchart_request_seconds_bucket{route=\"" + route + "\",le=\"" + bound + "\"} " +
                         std::to_string(total) + "\n";
            }
            times += "wallchart_request_seconds_sum{route=\"" + route + "\"} " +
                     std::to_string(static_cast<double>(series.microseconds) / 1e6) + "\n";
            times +=
                "wallchart_request_seconds_count{route=\"" + route + "\"} " + std::to_string(total) + "\n";
        }
    }
    std::ifstream statm("/proc/self/statm");
    std::int64_t pages = 0;
    std::int64_t resident = 0;
    statm >> pages >> resident;
    out += times;
    out += "# TYPE wallchart_connections gauge\nwallchart_connections " +
           std::to_string(m_connections.load()) + "\n";
    out += "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes " +
           std::to_string(resident * ::sysconf(_SC_PAGESIZE)) + "\n";
    return out;
}

}  // namespace wallchart
