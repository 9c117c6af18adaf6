#include "cli/command.h"
#include "cli/door_file.h"
#include "cli/turf_files.h"
#include "core/random.h"
#include "engine/doors/times.h"
#include "engine/turf/p_median/solve.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace wallchart {
namespace {

using Seconds = std::chrono::duration<double>;

double seconds_since(std::chrono::steady_clock::time_point began) {
    return Seconds(std::chrono::steady_clock::now() - began).count();
}

Result<double> number_of(const Arguments& arguments, std::string_view name) {
    auto text = *arguments.get(name);
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value > 0) || value > 1e9)
        return failure(ErrorKind::invalid,
                       "--" + std::string(name) + " is a number above 0, not \"" + text + "\".");
    return value;
}

Result<std::uint64_t> seed_of(const Arguments& arguments) {
    if (!arguments.has("seed")) return 1;
    auto text = *arguments.get("seed");
    std::uint64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return failure(ErrorKind::invalid, "--seed is a whole number, not \"" + text + "\".");
    return value;
}

/// The share of the seconds of --time that is spent since `began`; empty without --time.
Result<std::function<double()>> clock_of(const Arguments& arguments,
                                         std::chrono::steady_clock::time_point began) {
    if (!arguments.has("time")) return std::function<double()>();
    double limit = TRY(number_of(arguments, "time"));
    return std::function<double()>([=] { return seconds_since(began) / limit; });
}

Result<turf::Request> request_of(const Arguments& arguments, std::chrono::steady_clock::time_point began) {
    turf::Request request;
    if (arguments.has("size")) request.size = TRY(number_of(arguments, "size"));
    if (arguments.has("shift")) request.shift_minutes = TRY(doors::read_minutes(*arguments.get("shift")));
    if (!request.size && !request.shift_minutes)
        return failure(ErrorKind::invalid, "How large is a turf to be? --size 60 (doors) or --shift 2h.");
    if (arguments.has("minutes-per-door"))
        request.pace.minutes_a_door = TRY(number_of(arguments, "minutes-per-door"));
    if (arguments.has("barriers")) request.barriers = TRY(read_barriers(*arguments.get("barriers")));
    request.seed = TRY(seed_of(arguments));
    request.spent = TRY(clock_of(arguments, began));
    return request;
}

Result<int> solve_p_median(const Arguments& arguments) {
    auto began = std::chrono::steady_clock::now();
    auto path = *arguments.get("capacitated-p-median");
    auto problem = turf::p_median::read_problem(TRY(read_text_file(path)));
    if (!problem) return failure(problem.error().kind, path + ": " + problem.error().message);
    Random random(TRY(seed_of(arguments)));
    auto spent = TRY(clock_of(arguments, began));
    auto solution = TRY(turf::p_median::solve(*problem, random, {.spent = spent}));
    std::printf("cost %lld\nseconds %.2f\n", static_cast<long long>(solution.cost), seconds_since(began));
    auto text = turf::p_median::solution_json(*problem, solution, seconds_since(began));
    if (auto json = arguments.get("json")) {
        TRY(write_text_file(*json, text));
    } else {
        std::printf("%s", turf::p_median::solution_text(*problem, solution).c_str());
    }
    return 0;
}

Result<int> cut_doors(const Arguments& arguments) {
    auto began = std::chrono::steady_clock::now();
    auto request = TRY(request_of(arguments, began));
    auto mappings = arguments.all("map");
    auto file = TRY(read_door_file(*arguments.get("FILE"), {.mappings = mappings}));
    std::vector<std::string> labels;
    if (arguments.has("keep")) labels = TRY(keep_turf(*arguments.get("keep"), file, request));
    auto cut = TRY(turf::cut(file.doors, request));
    label_new_turf(labels, cut.turf.size());
    TRY(write_turf_files(arguments, cut, file, labels));
    tell_cut(cut, file, request, labels, seconds_since(began));
    return 0;
}

Result<int> run(const Arguments& arguments) {
    if (arguments.has("capacitated-p-median")) return solve_p_median(arguments);
    if (!arguments.has("FILE"))
        return failure(ErrorKind::invalid, "Which doors? wallchart turf DOORS.csv --size 60 --out TURF.csv");
    return cut_doors(arguments);
}

}  // namespace

Command turf_command() {
    return {
        .name = "turf",
        .summary = "Cut a list of doors into turf, one a volunteer",
        .help =
            "Doors need a latitude and a longitude; street, house number, unit and weight help. Columns are\n"
            "recognised by their usual names (lat, lng, address, apt ...). Buildings stay whole unless they\n"
            "are larger than a turf; sizes are within a tenth of the size asked for wherever that can be.\n"
            "With --size and --shift, turf have the size where it fits into the shift, and less elsewhere.\n"
            "The same file and seed give the same turf, unless --time says how long to look.\n"
            "Examples:\n"
            "  wallchart turf doors.csv --size 60 --out turf.csv --geojson turf.geojson\n"
            "  wallchart turf doors.csv --shift 2h --barriers river.geojson --out turf.csv --sheet sheets\n"
            "  wallchart turf more_doors.csv --size 60 --keep turf.csv --out turf2.csv\n"
            "  wallchart turf --capacitated-p-median pmedcap01.txt --time 2 --json -",
        .positionals = {{"FILE", "the doors, a CSV file", false}},
        .options = {{"size", OptionKind::value, "N", "doors (or weight) of a turf"},
                    {"shift", OptionKind::value, "TIME", "length of a shift: 2h, 90m, 1h30"},
                    {"minutes-per-door", OptionKind::value, "N", "talking at a door, on average (2)"},
                    {"barriers", OptionKind::value, "FILE", "GeoJSON lines and areas that nobody crosses"},
                    {"keep", OptionKind::value, "FILE",
                     "turf cut before (id, turf): those doors stay where they are"},
                    {"map", OptionKind::repeated, "FIELD=COLUMN", "what a column holds"},
                    {"seed", OptionKind::value, "N", "another number, another answer (1)"},
                    {"time", OptionKind::value, "SECONDS", "how long to look for better turf"},
                    {"out", OptionKind::value, "FILE", "CSV: the turf of each door, in the order of walking"},
                    {"geojson", OptionKind::value, "FILE", "the outline of each turf with its counts"},
                    {"json", OptionKind::value, "FILE",
                     "the turf for phones, or the solution; - to the terminal"},
                    {"sheet", OptionKind::value, "FOLDER", "a page to print for each turf"},
                    {"link", OptionKind::value, "URL",
                     "what the sheets' QR codes open; {turf} is the turf's name"},
                    {"capacitated-p-median", OptionKind::value, "FILE",
                     "solve a problem of the OR-Library instead of cutting doors"}},
        .run = run};
}

}  // namespace wallchart
