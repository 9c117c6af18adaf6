#include "engine/route/walk/ground.h"

#include "core/text.h"
#include "engine/doors/read_doors.h"
#include "engine/route/literature/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace wallchart::route {
namespace {

constexpr double meters_limit = 1'000'000;  // of one way: more is no walk, and would not fit

std::int32_t centimeters_of(double meters) {
    return static_cast<std::int32_t>(std::lround(std::min(meters, meters_limit) * 100));
}

std::int32_t straight(const Site& a, const Site& b, double detour) {
    if (!a.place || !b.place) return 0;
    return centimeters_of(
        walked_meters(great_circle_meters(*a.place, *b.place), compare_streets(a.street, b.street), detour));
}

}  // namespace

Ground straight_ground(const std::vector<Site>& sites, double detour) {
    Ground ground;
    ground.count = static_cast<int>(sites.size());
    ground.centimeters.resize(sites.size() * sites.size());
    for (int from = 0; from < ground.count; ++from)
        for (int to = 0; to < from; ++to)
            ground.between(from, to) = ground.between(to, from) = straight(sites[from], sites[to], detour);
    return ground;
}

Result<Ground> matrix_ground(const std::vector<Site>& sites, CsvReader& matrix, double detour) {
    CsvRow row;
    if (!matrix.next(row) || row.cells.size() < 2)
        return failure(ErrorKind::invalid, "The matrix has no first row of ids.");
    std::vector<std::string> columns;
    for (std::size_t at = 1; at < row.cells.size(); ++at)
        columns.emplace_back(trim(row.cells[at]));
    std::map<std::string, std::size_t, std::less<>> column_of;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (!column_of.emplace(columns[at], at).second)
            return failure(ErrorKind::invalid, "The matrix has two columns \"" + columns[at] + "\".");
    std::map<std::string, int, std::less<>> site_of;
    for (int at = 0; at < static_cast<int>(sites.size()); ++at)
        site_of.emplace(sites[at].id, at);

    auto ground = straight_ground(sites, detour);
    std::vector<char> known(sites.size(), 0);
    while (matrix.next(row)) {
        auto line = "Line " + std::to_string(row.line) + " of the matrix: ";
        if (!row.fault.empty() || row.cells.size() != columns.size() + 1)
            return failure(ErrorKind::invalid,
                           line + std::to_string(columns.size()) + " distances are expected.");
        auto from = site_of.find(trim(row.cells[0]));
        if (from == site_of.end()) continue;
        known[from->second] = 1;
        for (int to = 0; to < ground.count; ++to) {
            auto column = column_of.find(sites[to].id);
            if (column == column_of.end()) continue;
            auto meters = number_of(trim(row.cells[column->second + 1]), meters_limit);
            if (!meters || *meters < 0)
                return failure(ErrorKind::invalid, line + "the distance to \"" + sites[to].id +
                                                       "\" is none (meters are expected).");
            if (to != from->second) ground.between(from->second, to) = centimeters_of(*meters);
        }
    }
    std::vector<std::uint64_t> missing;
    for (std::size_t at = 0; at < sites.size(); ++at) {
        bool own = sites[at].id == "start" || sites[at].id == "end";
        if (own && sites[at].line == 0 && sites[at].place) continue;
        if (known[at] == 0 || !column_of.contains(sites[at].id)) missing.push_back(sites[at].line);
    }
    if (!missing.empty())
        return failure(ErrorKind::invalid, "The matrix has no row and column for the doors in " +
                                               doors::rows_in_words(missing) + ", by their ids.");
    return ground;
}

}  // namespace wallchart::route
