#include "cli/turf_files.h"

#include "core/text.h"
#include "engine/turf/sheet.h"
#include "engine/turf/write_turf.h"
#include "features/accounts/accounts.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <unordered_map>

namespace wallchart {
namespace {

constexpr std::uintmax_t largest_text_file = std::uintmax_t{256} << 20U;

/// A name that any file system takes.
std::string file_name(std::string_view label) {
    std::string name;
    for (char c : label) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                     c == '_';
        name.push_back(plain ? c : '_');
    }
    return std::string(first_characters(name, 60));
}

Result<void> write_sheets(const Arguments& arguments, const turf::Cut& cut, const doors::DoorFile& file,
                          const std::vector<std::string>& labels) {
    std::filesystem::path folder = *arguments.get("sheet");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return failure(ErrorKind::unavailable, "The folder can't be made: " + folder.string());
    std::set<std::string> names;
    for (std::size_t number = 0; number < cut.turf.size(); ++number) {
        const auto& turf = cut.turf[number];
        if (turf.doors.empty()) continue;
        auto link = arguments.get("link");
        auto address =
            link ? replace_all(*link, "{turf}", labels[number]) : turf::start_address(turf, file.doors);
        if (address.size() > 1000) return failure(ErrorKind::invalid, "--link is too long for a QR code.");
        auto name = file_name(labels[number]);
        // Two names may differ only in what a file's name cannot have.
        if (!names.insert(name).second) name += "_" + std::to_string(number + 1), names.insert(name);
        TRY(write_text_file((folder / ("turf_" + name + ".html")).string(),
                            turf::sheet(turf, file.doors, labels[number], qr_code_svg(address),
                                        link ? address : "where to begin")));
    }
    return {};
}

}  // namespace

Result<std::string> read_text_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return failure(ErrorKind::not_found, "The file can't be opened: " + path);
    std::error_code error;
    auto size = std::filesystem::file_size(path, error);
    if (!error && size > largest_text_file)
        return failure(ErrorKind::too_large, "The file is over 256 MB: " + path);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Result<void> write_text_file(const std::string& path, std::string_view text) {
    bool written = false;
    if (path == "-") {
        written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    } else {
        std::ofstream stream(path, std::ios::binary);
        stream << text;
        stream.flush();
        written = static_cast<bool>(stream);
    }
    if (!written) return failure(ErrorKind::unavailable, "The file can't be written: " + path);
    return {};
}

Result<geography::Shapes> read_barriers(const std::string& path) {
    auto shapes = geography::read_geojson(TRY(read_text_file(path)));
    if (!shapes) {
        auto error = shapes.error();
        error.message = path + ": " + error.message;
        return std::unexpected(std::move(error));
    }
    if (shapes->lines.empty() && shapes->areas.empty())
        return failure(ErrorKind::invalid, path + ": barriers are lines or areas, and there is none.");
    return *std::move(shapes);
}

Result<std::vector<std::string>> keep_turf(const std::string& path, const doors::DoorFile& file,
                                           turf::Request& request) {
    auto reader = TRY(CsvReader::open(path));
    auto assigned = doors::read_assignments(reader);
    if (!assigned) return failure(assigned.error().kind, path + ": " + assigned.error().message);
    std::vector<std::string> labels;
    std::unordered_map<std::string, std::uint32_t> numbers;
    request.kept.assign(file.doors.size(), turf::no_turf);
    std::size_t kept = 0;
    for (std::size_t door = 0; door < file.doors.size(); ++door) {
        auto found = assigned->find(file.doors[door].id);
        if (found == assigned->end()) continue;
        auto [at, added] = numbers.try_emplace(found->second, static_cast<std::uint32_t>(labels.size()));
        if (added) labels.push_back(found->second);
        request.kept[door] = at->second;
        ++kept;
    }
    std::fprintf(stderr, "%s: %zu doors stay in their turf, %zu are new, %zu are gone.\n", path.c_str(), kept,
                 file.doors.size() - kept, assigned->size() - kept);
    return labels;
}

void label_new_turf(std::vector<std::string>& labels, std::size_t count) {
    std::uint64_t highest = 0;
    for (const auto& label : labels) {
        std::uint64_t value = 0;
        auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), value);
        if (error == std::errc() && end == label.data() + label.size() && value < 1'000'000'000'000)
            highest = std::max(highest, value);
    }
    while (labels.size() < count)
        labels.push_back(std::to_string(++highest));
}

Result<void> write_turf_files(const Arguments& arguments, const turf::Cut& cut, const doors::DoorFile& file,
                              const std::vector<std::string>& labels) {
    if (auto path = arguments.get("out"))
        TRY(write_text_file(*path, turf::turf_csv(cut, file.doors, labels)));
    if (auto path = arguments.get("geojson"))
        TRY(write_text_file(*path, turf::turf_geojson(cut, file.doors, labels)));
    if (auto path = arguments.get("json"))
        TRY(write_text_file(*path, turf::turf_json(cut, file.doors, labels)));
    if (arguments.has("sheet")) return write_sheets(arguments, cut, file, labels);
    return {};
}

void tell_cut(const turf::Cut& cut, const doors::DoorFile& file, const turf::Request& request,
              const std::vector<std::string>& labels, double seconds) {
    std::size_t count = 0, outside = 0;
    double least = 0, most = 0;
    for (const auto& turf : cut.turf) {
        if (turf.doors.empty()) continue;
        double size = request.size ? turf.weight : turf.minutes;
        least = count == 0 ? size : std::min(least, size);
        most = count == 0 ? size : std::max(most, size);
        // With a size and a shift, turf are smaller where the shift is too short for the size.
        bool small =
            !(request.size && request.shift_minutes) && size < cut.size * (1 - turf::tolerance) - 1e-6;
        if (small || size > cut.size * (1 + turf::tolerance) + 1e-6) ++outside;
        ++count;
    }
    std::printf("doors          %zu\nbuildings      %zu\nturf           %zu\n", file.doors.size(), cut.stops,
                count);
    std::printf("size           %g to %g%s, %g asked for\n", least, most, request.size ? "" : " minutes",
                cut.size);
    std::printf("outside 10 %%   %zu\n", outside);
    std::printf("walking        %.3f km\ntime           %.1f hours\nseconds        %.2f\n", cut.meters / 1000,
                cut.minutes / 60, seconds);
    for (const auto& note : cut.notes) {
        std::vector<std::uint64_t> lines;
        for (auto door : note.doors)
            lines.push_back(file.doors[door].line);
        std::ranges::sort(lines);
        std::fprintf(stderr, "%s%s\n", note.text.c_str(),
                     lines.empty() ? "" : (" See " + doors::rows_in_words(lines) + ".").c_str());
    }
    // Kept turf whose doors are all gone.
    for (std::size_t at = 0; at < cut.turf.size(); ++at)
        if (cut.turf[at].doors.empty())
            std::fprintf(stderr, "Turf %s has no doors any more.\n", labels[at].c_str());
}

}  // namespace wallchart
