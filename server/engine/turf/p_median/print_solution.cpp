#include "engine/turf/p_median/solve.h"

#include <cstdio>
#include <map>

namespace wallchart::turf::p_median {
namespace {

std::map<std::uint32_t, std::vector<std::uint32_t>> places_of(const Solution& solution) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> all;
    for (std::uint32_t place = 0; place < solution.median_of.size(); ++place)
        all[solution.median_of[place]].push_back(place);
    return all;
}

}  // namespace

std::string solution_text(const Problem&, const Solution& solution) {
    std::string out;
    for (const auto& [median, places] : places_of(solution)) {
        out += "median " + std::to_string(median + 1) + ":";
        for (auto place : places)
            out += " " + std::to_string(place + 1);
        out += "\n";
    }
    return out;
}

std::string solution_json(const Problem& problem, const Solution& solution, double seconds) {
    char time[32];
    std::snprintf(time, sizeof time, "%.3f", seconds);
    std::string out = "{\"cost\":" + std::to_string(solution.cost) + ",\"seconds\":" + time +
                      ",\"best_known\":" + std::to_string(problem.best_known) + ",\"medians\":[";
    bool first = true;
    for (const auto& [median, places] : places_of(solution)) {
        std::int64_t load = 0;
        std::string numbers;
        for (auto place : places) {
            load += problem.places[place].demand;
            numbers += (numbers.empty() ? "" : ",") + std::to_string(place + 1);
        }
        out += (first ? "\n" : ",\n") + std::string("{\"median\":") + std::to_string(median + 1) +
               ",\"load\":" + std::to_string(load) + ",\"places\":[" + numbers + "]}";
        first = false;
    }
    return out + "\n]}\n";
}

}  // namespace wallchart::turf::p_median
