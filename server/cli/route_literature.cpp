// Problems of the literature, solved and printed in its terms.
#include "cli/route.h"
#include "core/json.h"
#include "engine/route/literature/solomon.h"
#include "engine/route/literature/tsplib.h"
#include "engine/route/travelling_salesman/solve.h"
#include "engine/route/vehicle_routing/solve.h"

namespace wallchart {
namespace {

std::string list_of(const std::vector<int>& numbers, int add, std::string_view between) {
    std::string out;
    for (int number : numbers) {
        if (!out.empty()) out += between;
        out += std::to_string(number + add);
    }
    return out;
}

Result<int> print_routes(const Arguments& arguments, const route::Routes& answer, const std::string& cost,
                         double seconds) {
    if (!answer.unserved.empty())
        return failure(ErrorKind::invalid, "No room or time was found for " +
                                               std::to_string(answer.unserved.size()) +
                                               " customers: " + list_of(answer.unserved, 0, ", ") + ".");
    std::string plain = "cost " + cost + "\nseconds " + decimals(seconds, 3) + "\nvehicles " +
                        std::to_string(answer.routes.size()) + "\n";
    std::string json = "{\"cost\":" + cost + ",\"seconds\":" + decimals(seconds, 3) +
                       ",\"vehicles\":" + std::to_string(answer.routes.size()) + ",\"routes\":[";
    for (std::size_t at = 0; at < answer.routes.size(); ++at) {
        plain += "Route #" + std::to_string(at + 1) + ": " + list_of(answer.routes[at], 0, " ") + "\n";
        json += (at == 0 ? "[" : ",[") + list_of(answer.routes[at], 0, ",") + "]";
    }
    TRY(print_route(arguments, plain, json + "]}\n"));
    return 0;
}

Result<void> judge(const route::RoutingProblem& problem) {
    auto impossible = route::impossible_stops(problem);
    if (impossible.empty()) return {};
    std::vector<int> stops;
    for (const auto& each : impossible)
        stops.push_back(each.stop);
    return failure(ErrorKind::invalid,
                   "No vehicle could serve these customers, even alone: " + list_of(stops, 0, ", ") + ".");
}

}  // namespace

Result<int> route_tsplib(const Arguments& arguments, const std::string& path) {
    auto text = TRY(whole_file(path));
    RouteEffort effort{Stopwatch(Stopwatch::Counts::clock), {}};
    TRY(read_effort(arguments, 1, effort));
    auto problem = TRY(route::read_tsplib(text));
    route::Around answer;
    if (problem.distances.symmetric()) {
        answer = route::travelling_salesman(problem.distances, effort.budget);
    } else {
        // One way there and another back: as one vehicle.
        route::RoutingProblem one{problem.distances, std::vector<route::Demand>(problem.distances.count())};
        one.vehicles = 1;
        auto routes = route::vehicle_routing(one, effort.budget);
        answer.order = {0};
        for (const auto& route : routes.routes)
            answer.order.insert(answer.order.end(), route.begin(), route.end());
        answer.length = problem.distances.around(answer.order);
    }
    auto cost = std::to_string(answer.length), seconds = decimals(effort.watch.seconds(), 3);
    TRY(print_route(
        arguments, "cost " + cost + "\nseconds " + seconds + "\ntour " + list_of(answer.order, 1, " ") + "\n",
        "{\"cost\":" + cost + ",\"seconds\":" + seconds + ",\"tour\":[" + list_of(answer.order, 1, ",") +
            "]}\n"));
    return 0;
}

Result<int> route_cvrplib(const Arguments& arguments, const std::string& path) {
    auto text = TRY(whole_file(path));
    RouteEffort effort{Stopwatch(Stopwatch::Counts::clock), {}};
    TRY(read_effort(arguments, 2, effort));
    auto problem = TRY(route::read_cvrplib(text));
    TRY(judge(problem));
    auto answer = route::vehicle_routing(problem, effort.budget);
    return print_routes(arguments, answer, std::to_string(answer.length), effort.watch.seconds());
}

Result<int> route_solomon(const Arguments& arguments, const std::string& path) {
    auto text = TRY(whole_file(path));
    RouteEffort effort{Stopwatch(Stopwatch::Counts::clock), {}};
    TRY(read_effort(arguments, 10, effort));
    auto problem = TRY(route::read_solomon(text));
    TRY(judge(problem));
    auto answer = route::vehicle_routing(problem, effort.budget);
    auto cost = decimals(static_cast<double>(answer.length) / route::solomon_scale, 2);
    return print_routes(arguments, answer, cost, effort.watch.seconds());
}

}  // namespace wallchart
