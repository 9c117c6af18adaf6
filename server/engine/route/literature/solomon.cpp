#include "engine/route/literature/solomon.h"

#include "engine/route/literature/numbers.h"

#include <algorithm>

namespace wallchart::route {
namespace {

constexpr std::size_t stops_limit = 5000;
constexpr double value_limit = 100'000;  // of a place or a time, so that ten-thousandths fit in 32 bits

Length in_units(double value) {
    return static_cast<Length>(std::llround(value * solomon_scale));
}

}  // namespace

Result<RoutingProblem> read_solomon(std::string_view text) {
    Lines lines(text);
    std::string_view line;
    std::vector<Point> points;
    std::vector<Demand> demands;
    int vehicles = 0;
    std::int64_t capacity = 0;
    while (lines.next(line)) {
        auto words = words_of(line);
        // Titles are words; what counts are lines of numbers: two for the vehicles, seven for a stop.
        std::vector<double> values;
        for (auto word : words) {
            auto value = number_of(word, value_limit);
            if (!value) break;
            values.push_back(*value);
        }
        auto fault = [&](const std::string& what) {
            return failure(ErrorKind::invalid, "Line " + std::to_string(lines.number()) + ": " + what + ".");
        };
        if (values.size() != words.size()) {
            if (values.size() >= 2) return fault("a number is missing, or larger than 100,000");
            continue;
        }
        if (values.empty() || (values.size() == 1 && capacity == 0)) continue;
        if (capacity == 0) {
            if (values.size() != 2 || values[0] < 1 || values[1] < 1 || values[1] != std::floor(values[1]))
                return fault("the number of vehicles and their capacity are expected here");
            vehicles = static_cast<int>(values[0]);
            capacity = static_cast<std::int64_t>(values[1]);
            continue;
        }
        if (values.size() != 7)
            return fault(
                "a stop has seven numbers: number, x, y, demand, ready time, due date, service time");
        if (values[3] < 0 || values[3] != std::floor(values[3]) || values[4] < 0 || values[6] < 0)
            return fault("demand and times are not negative, the demand whole");
        if (values[5] < values[4]) return fault("the window ends before it begins");
        if (points.size() == stops_limit)
            return failure(ErrorKind::too_large, "At most 5,000 stops are read.");
        points.push_back({values[1], values[2]});
        demands.push_back({static_cast<std::int64_t>(values[3]), in_units(values[6]), in_units(values[4]),
                           in_units(values[5])});
    }
    if (capacity == 0) return failure(ErrorKind::invalid, "The file names no vehicles.");
    if (points.empty()) return failure(ErrorKind::invalid, "The file lists no stops.");
    auto count = static_cast<int>(points.size());
    std::vector<std::int32_t> matrix;
    matrix.reserve(points.size() * points.size());
    for (const auto& from : points)
        for (const auto& to : points) {
            auto way = in_units(std::hypot(from.x - to.x, from.y - to.y));
            matrix.push_back(static_cast<std::int32_t>(std::min<Length>(way, INT32_MAX)));
        }
    demands[0].amount = 0;
    demands[0].service = 0;
    return RoutingProblem{Distances(std::move(matrix), count), std::move(demands), capacity, vehicles,
                          Goal::vehicles_then_length};
}

}  // namespace wallchart::route
