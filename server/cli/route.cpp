#include "cli/route.h"

#include "engine/route/literature/numbers.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

namespace wallchart {
namespace {

Result<int> run(const Arguments& arguments) {
    using Run = Result<int> (*)(const Arguments&, const std::string&);
    const std::pair<const char*, Run> forms[] = {{"STOPS", route_doors},
                                                 {"tsplib", route_tsplib},
                                                 {"cvrplib", route_cvrplib},
                                                 {"solomon", route_solomon}};
    Run chosen = nullptr;
    std::string path;
    for (const auto& [name, form] : forms) {
        auto given = arguments.get(name);
        if (!given) continue;
        if (chosen != nullptr)
            return failure(ErrorKind::invalid, "Give one of STOPS, --tsplib, --cvrplib and --solomon.");
        chosen = form;
        path = *given;
    }
    if (chosen == nullptr)
        return failure(ErrorKind::invalid, "A list of doors is missing: wallchart route STOPS.csv");
    return chosen(arguments, path);
}

}  // namespace

Stopwatch::Stopwatch(Counts counts) : m_counts(counts), m_began(now()) {}

double Stopwatch::now() const {
    if (m_counts == Counts::clock)
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    std::timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double Stopwatch::seconds() const {
    return now() - m_began;
}

Result<std::optional<double>> number_option(const Arguments& arguments, std::string_view name, double least,
                                            double most) {
    auto text = arguments.get(name);
    if (!text) return std::optional<double>{};
    auto number = route::number_of(*text, most);
    if (!number || *number < least)
        return failure(ErrorKind::invalid, "--" + std::string(name) + " takes a number from " +
                                               std::to_string(static_cast<long long>(least)) + " to " +
                                               std::to_string(static_cast<long long>(most)) + ".");
    return number;
}

Result<void> read_effort(const Arguments& arguments, double seconds, RouteEffort& effort) {
    auto clock = arguments.get("clock").value_or("wall");
    if (clock != "wall" && clock != "processor")
        return failure(ErrorKind::invalid, "--clock is wall or processor.");
    effort.watch = Stopwatch(clock == "wall" ? Stopwatch::Counts::clock : Stopwatch::Counts::processor);
    auto time = TRY(number_option(arguments, "time", 0, 86'400));
    auto rounds = TRY(number_option(arguments, "rounds", 0, 1e12));
    effort.budget.seed =
        static_cast<std::uint64_t>(TRY(number_option(arguments, "seed", 0, 1e15)).value_or(1));
    effort.told = time || rounds;
    if (rounds) effort.budget.rounds = static_cast<std::uint64_t>(*rounds);
    double limit = time ? *time : rounds ? 0 : seconds;
    if (!time && limit == 0) return {};
    const auto* watch = &effort.watch;
    effort.budget.spent = [watch, limit] { return limit <= 0 ? 1.0 : watch->seconds() / limit; };
    return {};
}

std::string decimals(double value, int places) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", places, value);
    return text.data();
}

Result<std::string> whole_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return failure(ErrorKind::not_found, path + " cannot be read.");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<void> write_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) return failure(ErrorKind::unavailable, path + " cannot be written.");
    return {};
}

Result<void> print_route(const Arguments& arguments, const std::string& plain, const std::string& json) {
    auto path = arguments.get("json");
    const auto& printed = path == "-" ? json : plain;
    std::fwrite(printed.data(), 1, printed.size(), stdout);
    if (!path || path == "-") return {};
    return write_file(*path, json);
}

Command route_command() {
    return {
        .name = "route",
        .summary = "Put doors in the order in which they are walked, for one volunteer or several",
        .help =
            "Reads a list of doors (CSV with id, latitude, longitude; street, house number, unit or "
            "address;\n"
            "leaflets, minutes, from, to) and prints them in order: a street at a time, one side and back "
            "on\n"
            "the other, buildings floor by floor. With --vehicles, --capacity or --hours the doors are "
            "shared\n"
            "out. The same list, options and --seed give the same answer, unless --time is told.\n"
            "Examples:\n"
            "  wallchart route turf.csv --start 41.2565,-95.9345 --json walk.json\n"
            "  wallchart route turf.csv --streets streets.geojson --end anywhere --start 41.2565,-95.9345\n"
            "  wallchart route doors.csv --vehicles 4 --capacity 120 --hours 2 --start 41.2565,-95.9345\n"
            "Problems of the literature, to compare: cost, seconds and the solution are printed.\n"
            "  wallchart route --tsplib pr2392.tsp --time 1\n"
            "  wallchart route --cvrplib A-n32-k5.vrp --time 2 --json -\n"
            "  wallchart route --solomon C101.txt --time 10",
        .positionals = {{"STOPS", "the doors, a CSV file", false}},
        .options = {{"start", OptionKind::value, "LAT,LON",
                     "where the walk starts; there it ends too, unless --end"},
                    {"end", OptionKind::value, "LAT,LON", "where it ends; or \"anywhere\""},
                    {"map", OptionKind::repeated, "FIELD=COLUMN", "what a column holds"},
                    {"matrix", OptionKind::value, "FILE",
                     "meters between the doors by their ids, a CSV file"},
                    {"streets", OptionKind::value, "FILE", "lines to walk along, GeoJSON"},
                    {"detour", OptionKind::value, "FACTOR", "the way on foot by the straight way [1.3]"},
                    {"crossing", OptionKind::value, "METERS",
                     "what crossing a street is worth; more on wide ones [20]"},
                    {"speed", OptionKind::value, "KMH", "walking speed [4.8]"},
                    {"minutes", OptionKind::value, "MINUTES", "at a door, where the list does not say [2]"},
                    {"from", OptionKind::value, "HH:MM", "when the walk begins, where doors have windows"},
                    {"vehicles", OptionKind::value, "N", "how many canvassers or cars share the doors [1]"},
                    {"capacity", OptionKind::value, "N", "leaflets that each can carry"},
                    {"hours", OptionKind::value, "H", "that each has"},
                    {"tsplib", OptionKind::value, "FILE", "a travelling salesman's problem (TSPLIB)"},
                    {"cvrplib", OptionKind::value, "FILE", "a vehicle routing problem (CVRPLIB)"},
                    {"solomon", OptionKind::value, "FILE", "one with time windows (Solomon)"},
                    {"time", OptionKind::value, "SECONDS", "how long to search"},
                    {"rounds", OptionKind::value, "N", "how many tries instead: the same on every machine"},
                    {"clock", OptionKind::value, "CLOCK",
                     "whose seconds: wall, or processor on a busy machine"},
                    {"seed", OptionKind::value, "N", "another seed, another search [1]"},
                    {"geojson", OptionKind::value, "FILE", "the walks as lines and points for a map"},
                    {"json", OptionKind::value, "FILE", "the answer as JSON too; - prints it instead"}},
        .run = run};
}

}  // namespace wallchart
