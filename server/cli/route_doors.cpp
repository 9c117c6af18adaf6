// A walk over the doors of a list, or several, printed as CSV and as JSON for a phone.
#include "cli/door_file.h"
#include "cli/route.h"
#include "core/csv.h"
#include "core/json.h"
#include "core/text.h"
#include "engine/doors/times.h"
#include "engine/route/literature/numbers.h"
#include "engine/route/walk/walk.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace wallchart {
namespace {

using doors::Door;
using route::Walks;

Result<geography::Coordinates> read_place(std::string_view option, std::string_view text) {
    auto parts = split(text, ',');
    std::optional<double> latitude, longitude;
    if (parts.size() == 2) {
        latitude = route::number_of(trim(parts[0]));
        longitude = route::number_of(trim(parts[1]));
    }
    geography::Coordinates place{latitude.value_or(100), longitude.value_or(0)};
    if (!latitude || !longitude || !place.valid())
        return failure(ErrorKind::invalid,
                       std::string(option) + " takes a latitude and a longitude: 41.2565,-95.9345");
    return place;
}

Result<void> judge_near(const std::vector<Door>& doors, const std::optional<geography::Coordinates>& place,
                        const std::string& option) {
    constexpr double far_away_meters = 200'000;
    if (!place) return {};
    bool located = false;
    for (const auto& door : doors) {
        if (!door.place) continue;
        located = true;
        if (great_circle_meters(*door.place, *place) <= far_away_meters) return {};
    }
    if (!located) return {};
    return failure(ErrorKind::invalid, option + " lies more than 200 km from every door.");
}

Result<route::WalkPlan> read_plan(const Arguments& arguments) {
    route::WalkPlan plan;
    if (auto start = arguments.get("start")) plan.start = TRY(read_place("--start", *start));
    if (!plan.start) plan.end_at = route::WalkEnd::anywhere;
    if (auto end = arguments.get("end")) {
        plan.end_at = end == "anywhere" ? route::WalkEnd::anywhere : route::WalkEnd::elsewhere;
        if (end != "anywhere") plan.end = TRY(read_place("--end", *end));
    }
    plan.detour = TRY(number_option(arguments, "detour", 1, 10))
    .value_or(plan.detour);
    plan.habits.crossing = TRY(number_option(arguments, "crossing", 0, 1000))
    .value_or(plan.habits.crossing);
    plan.kilometers_an_hour = TRY(number_option(arguments, "speed", 1, 100))
    .value_or(plan.kilometers_an_hour);
    plan.minutes_at_door = TRY(number_option(arguments, "minutes", 0, 600))
    .value_or(plan.minutes_at_door);
    plan.volunteers = static_cast<int>(TRY(number_option(arguments, "vehicles", 1, 10'000)).value_or(1));
    if (auto capacity = TRY(number_option(arguments, "capacity", 1, 1e9)))
        plan.capacity = static_cast<std::int64_t>(*capacity);
    plan.hours = TRY(number_option(arguments, "hours", 0, 1000));
    if (auto from = arguments.get("from")) {
        plan.begins = doors::read_time_of_day(*from);
        if (!plan.begins) return failure(ErrorKind::invalid, "--from takes a time of the day: 17:30");
    }
    return plan;
}

/// When a door is reached: the time of the day where windows count, else minutes after the start.
std::string arrival(const Walks& walks, double minutes) {
    if (!walks.begins) return decimals(minutes, 1);
    auto whole = static_cast<int>(std::floor(minutes)) + *walks.begins;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", whole / 60, whole % 60);
    return text.data();
}

std::string as_csv(const std::vector<Door>& doors, const Walks& walks) {
    auto out = csv_line(std::vector<std::string_view>{"walk", "order", "id", "street", "house_number", "unit",
                                                      "latitude", "longitude", "meters", "arrives"});
    for (std::size_t walk = 0; walk < walks.walks.size(); ++walk)
        for (std::size_t at = 0; at < walks.walks[walk].visits.size(); ++at) {
            const auto& visit = walks.walks[walk].visits[at];
            const auto& door = doors[visit.door];
            out += csv_line(std::vector<std::string>{
                std::to_string(walk + 1), std::to_string(at + 1), door.id, door.street, door.house_number,
                door.unit, door.place ? decimals(door.place->latitude, 6) : "",
                door.place ? decimals(door.place->longitude, 6) : "", decimals(visit.meters, 0),
                arrival(walks, visit.arrives)});
        }
    return out;
}

std::string as_json(const std::vector<Door>& doors, const Walks& walks, double seconds) {
    std::string out = "{\"cost\":" + decimals(walks.meters, 1) +
                      ",\"unit\":\"meters\",\"seconds\":" + decimals(seconds, 3) + ",\"walks\":[";
    auto text = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        out += ",\"" + std::string(name) + "\":";
        encode_text(out, value);
    };
    for (std::size_t walk = 0; walk < walks.walks.size(); ++walk) {
        const auto& each = walks.walks[walk];
        out += std::string(walk == 0 ? "" : ",") + "{\"meters\":" + decimals(each.meters, 1) +
               ",\"minutes\":" + decimals(each.minutes, 1) + ",\"stops\":[";
        for (std::size_t at = 0; at < each.visits.size(); ++at) {
            const auto& visit = each.visits[at];
            const auto& door = doors[visit.door];
            out += std::string(at == 0 ? "" : ",") + "{\"order\":" + std::to_string(at + 1);
            text("id", door.id);
            text("street", door.street);
            text("house_number", door.house_number);
            text("unit", door.unit);
            if (door.place)
                out += ",\"latitude\":" + decimals(door.place->latitude, 6) +
                       ",\"longitude\":" + decimals(door.place->longitude, 6);
            out += ",\"meters\":" + decimals(visit.meters, 1) + ",\"minutes\":" + decimals(visit.arrives, 1);
            if (walks.begins) text("arrives", arrival(walks, visit.arrives));
            out += "}";
        }
        out += "]}";
    }
    return out + "]}\n";
}

/// A line for each walk, in the order of its doors (RFC 7946: longitude first), and a point for each door.
std::string as_geojson(const std::vector<Door>& doors, const Walks& walks) {
    std::string features;
    auto place = [](const geography::Coordinates& at) {
        return "[" + decimals(at.longitude, 6) + "," + decimals(at.latitude, 6) + "]";
    };
    auto add = [&](const char* type, const std::string& coordinates, const std::string& properties) {
        features += std::string(features.empty() ? "" : ",\n") + R"({"type":"Feature","geometry":{"type":")" +
                    type + R"(","coordinates":)" + coordinates + R"(},"properties":{)" + properties + "}}";
    };
    for (std::size_t walk = 0; walk < walks.walks.size(); ++walk) {
        const auto& each = walks.walks[walk];
        auto number = "\"walk\":" + std::to_string(walk + 1);
        std::string line;
        std::size_t located = 0;
        for (std::size_t at = 0; at < each.visits.size(); ++at) {
            const auto& door = doors[each.visits[at].door];
            if (!door.place) continue;
            line += (located++ == 0 ? "" : ",") + place(*door.place);
            std::string id;
            encode_text(id, door.id);
            add("Point", place(*door.place),
                number + ",\"order\":" + std::to_string(at + 1) + ",\"id\":" + id);
        }
        if (located > 1)
            add("LineString", "[" + line + "]", number + ",\"meters\":" + decimals(each.meters, 1));
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}\n";
}

void summarize(const std::vector<Door>& doors, const Walks& walks, double seconds) {
    for (const auto& remark : walks.remarks)
        std::fprintf(stderr, "%s\n", remark.c_str());
    for (std::size_t walk = 0; walk < walks.walks.size(); ++walk) {
        const auto& each = walks.walks[walk];
        std::fprintf(stderr, "walk %zu: %zu doors, %s km, %s h\n", walk + 1, each.visits.size(),
                     decimals(each.meters / 1000, 2).c_str(), decimals(each.minutes / 60, 2).c_str());
    }
    std::fprintf(stderr, "doors %zu\ncost %s meters\nseconds %s\n", doors.size(),
                 decimals(walks.meters, 1).c_str(), decimals(seconds, 3).c_str());
}

}  // namespace

Result<int> route_doors(const Arguments& arguments, const std::string& path) {
    RouteEffort effort{Stopwatch(Stopwatch::Counts::clock), {}};
    TRY(read_effort(arguments, 0, effort));
    auto plan = TRY(read_plan(arguments));
    auto matrix_path = arguments.get("matrix"), streets_path = arguments.get("streets");
    if (matrix_path && streets_path)
        return failure(ErrorKind::invalid, "Give one of --matrix and --streets.");
    auto mappings = arguments.all("map");
    auto list =
        TRY(read_door_file(path, {.use = doors::Use::walk,
                                  .places = matrix_path ? doors::Places::optional : doors::Places::needed,
                                  .mappings = mappings}));
    TRY(judge_near(list.doors, plan.start, "--start"));
    TRY(judge_near(list.doors, plan.end, "--end"));
    route::GroundSource source;
    std::optional<CsvReader> matrix;
    geography::Shapes shapes;
    if (matrix_path) {
        matrix = TRY(CsvReader::open(*matrix_path));
        source = &*matrix;
    } else if (streets_path) {
        shapes = TRY(geography::read_geojson(TRY(whole_file(*streets_path))));
        source = &shapes.lines;
    }
    auto walks = TRY(route::plan_walks(list.doors, source, plan, effort.budget));
    TRY(print_route(arguments, as_csv(list.doors, walks),
                    as_json(list.doors, walks, effort.watch.seconds())));
    if (auto map = arguments.get("geojson")) TRY(write_file(*map, as_geojson(list.doors, walks)));
    summarize(list.doors, walks, effort.watch.seconds());
    return 0;
}

}  // namespace wallchart
