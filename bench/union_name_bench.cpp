// How fast union names are read and resolved, on a made-up directory of 30,000 bodies.
#include "engine/union_name/directory.h"

#include <benchmark/benchmark.h>

#include <random>

namespace wallchart::union_name {
namespace {

const char* const codes[] = {"IBT",   "SEIU", "AFSCME", "UFCW", "IAM", "UAW", "USW", "IBEW",  "CWA",  "AFT",
                             "LIUNA", "IUOE", "CJA",    "PPF",  "PAT", "ATU", "ILA", "IATSE", "AFGE", "NALC"};
const char* const written[] = {
    "Teamsters Local ",
    "seiu ",
    "AFSCME Council 12 Local ",
    "United Food and Commercial Workers International Union, Local ",
    "IAM 10 ",
    "International Union, United Automobile, Aerospace and Agricultural Implement Workers of "
    "America, Local No. ",
    "Untied Stealworkers loc. ",
    "Local Union of the IBEW #",
    "carpinteros local "};
const char* const cities[] = {"Alder Creek",  "Fairhaven", "Millbrook",
                              "Harbor Point", "Bellport",  "Lakeside"};
const char* const state_codes[] = {"CA", "NY", "MA", "NJ", "WI", "TX"};

std::vector<DirectoryEntry> made_up_entries(int count) {
    std::mt19937 random(7);
    std::vector<DirectoryEntry> entries;
    for (int i = 0; i < count; ++i) {
        std::string code = codes[random() % std::size(codes)];
        auto number = std::to_string(1 + random() % 4000);
        auto place = random() % std::size(cities);
        entries.push_back({i + 1, code, BodyKind::local, number, code + " Local " + number, cities[place],
                           state_codes[place], static_cast<std::int64_t>(random() % 20000)});
    }
    return entries;
}

std::vector<std::string> made_up_names() {
    std::mt19937 random(11);
    std::vector<std::string> names;
    for (int i = 0; i < 5000; ++i)
        names.push_back(written[random() % std::size(written)] + std::to_string(1 + random() % 4000));
    return names;
}

void parse_names(benchmark::State& state) {
    auto names = made_up_names();
    std::size_t at = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(parse_union_name(names[at++ % names.size()]));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse_names);

void resolve_names(benchmark::State& state) {
    Directory directory(made_up_entries(30'000));
    auto names = made_up_names();
    std::size_t at = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(directory.resolve(names[at++ % names.size()], {"", "NY", "", ""}));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(resolve_names);

void suggest_as_one_types(benchmark::State& state) {
    Directory directory(made_up_entries(30'000));
    const char* const typed[] = {"t", "te",       "team",        "teamsters 8", "l",
                                 "i", "local 12", "afscme fair", "united f",    "machin"};
    std::size_t at = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(directory.suggest(typed[at++ % std::size(typed)], 10));
}
BENCHMARK(suggest_as_one_types);

void build_directory(benchmark::State& state) {
    auto entries = made_up_entries(30'000);
    for (auto _ : state)
        benchmark::DoNotOptimize(Directory(entries));
}
BENCHMARK(build_directory)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wallchart::union_name
