#include "core/text.h"
#include "engine/doors/read_doors.h"
#include "engine/doors/times.h"
#include "engine/turf/cut.h"
#include "engine/turf/p_median/solve.h"
#include "engine/turf/sheet.h"
#include "targets.h"

#include <set>

namespace wallchart::fuzz {
namespace {

void try_doors(std::string_view input) {
    auto reader = CsvReader::over(std::string(input));
    if (!reader) return;
    auto file = doors::read_doors(*reader, {});
    if (!file) return;
    std::set<std::string_view> ids;
    for (const auto& door : file->doors) {
        require(door.place && door.place->valid(), "a door is on earth");
        require(door.weight >= 0, "no door weighs less than nothing");
        require(ids.insert(door.id).second, "an id is there once");
    }
    if (file->doors.size() > 2000) return;
    auto cut = turf::cut(file->doors, {.size = 3, .effort = 0.1});
    require(cut.has_value(), "doors can be cut");
    std::size_t total = 0;
    std::vector<std::string> labels;
    for (const auto& each : cut->turf) {
        total += each.doors.size();
        labels.push_back(std::to_string(labels.size() + 1));
        require(!turf::sheet(each, file->doors, labels.back(), "", "").empty(), "there is a sheet");
    }
    require(total == file->doors.size(), "every door is in one turf");
    require(is_utf8(turf::turf_csv(*cut, file->doors, labels)), "what is written is UTF-8");
}

void try_p_median(std::string_view input) {
    auto problem = turf::p_median::read_problem(input);
    if (!problem || problem->places.size() > 50) return;
    Random random(1);
    auto solution = turf::p_median::solve(*problem, random, {.iterations = 10});
    if (solution) require(turf::p_median::fits(*problem, *solution), "a solution fits");
}

}  // namespace

void try_turf(std::string_view input) {
    if (auto minutes = doors::read_minutes(input)) require(*minutes > 0, "a shift takes time");
    try_doors(input);
    try_p_median(input);
}

}  // namespace wallchart::fuzz
