#include "engine/turf/read_doors.h"

#include "core/text.h"
#include "engine/turf/split_address.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_set>

namespace wallchart::turf {
namespace {

constexpr double far_meters = 1'000'000;
constexpr double near_meters = 300'000;
constexpr std::size_t lines_named = 10;

/// "41.25", also with a comma.
std::optional<double> read_number(std::string_view text) {
    std::string with_point;
    if (text.find(',') != std::string_view::npos && text.find('.') == std::string_view::npos) {
        with_point = replace_all(std::string(text), ",", ".");
        text = with_point;
    }
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

struct Rules {
    std::string_view what;  // after "N rows "
    std::string_view one;   // after "1 row "
};

Rules rules_of(RowFault fault) {
    switch (fault) {
        case RowFault::unreadable:
            return {"cannot be read and are in no turf", "cannot be read and is in no turf"};
        case RowFault::ragged:
            return {"have more or fewer cells than the header", "has more or fewer cells than the header"};
        case RowFault::no_place:
            return {"have no latitude or no longitude and are in no turf",
                    "has no latitude or no longitude and is in no turf"};
        case RowFault::not_a_number:
            return {"have a latitude or longitude that is no number and are in no turf",
                    "has a latitude or longitude that is no number and is in no turf"};
        case RowFault::no_such_place:
            return {
                "are nowhere on earth (a latitude beyond 90 or a longitude beyond 180) and are in no turf",
                "is nowhere on earth (a latitude beyond 90 or a longitude beyond 180) and is in no turf"};
        case RowFault::swapped:
            return {"seem to have latitude and longitude in each other's place and are in no turf",
                    "seems to have latitude and longitude in each other's place and is in no turf"};
        case RowFault::far_away:
            return {"are more than 1,000 km from the middle of all doors and are in no turf",
                    "is more than 1,000 km from the middle of all doors and is in no turf"};
        case RowFault::repeated_id:
            return {"repeat the id of an earlier row and are left out",
                    "repeats the id of an earlier row and is left out"};
        case RowFault::odd_weight:
            return {"have a weight that is no number from 0 up and count as 1",
                    "has a weight that is no number from 0 up and counts as 1"};
    }
    return {};
}

double median(std::vector<double> values) {
    auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

class Reader {
public:
    explicit Reader(DoorFile& file) : m_file(file) {}

    void take(const CsvRow& row, std::uint64_t number) {
        if (!row.fault.empty()) return note(RowFault::unreadable, row.line);
        if (row.cells.size() != m_file.header.size()) note(RowFault::ragged, row.line);
        auto cell = [&](DoorField field) -> std::string_view {
            auto at =
                static_cast<std::size_t>(std::ranges::find(m_file.columns, field) - m_file.columns.begin());
            return at < std::min(row.cells.size(), m_file.columns.size()) ? trim(row.cells[at])
                                                                          : std::string_view{};
        };
        auto latitude = cell(DoorField::latitude), longitude = cell(DoorField::longitude);
        if (latitude.empty() || longitude.empty()) return note(RowFault::no_place, row.line);
        auto north = read_number(latitude), east = read_number(longitude);
        if (!north || !east || !std::isfinite(*north) || !std::isfinite(*east))
            return note(RowFault::not_a_number, row.line);
        Door door{.at = {*north, *east}, .line = row.line};
        if (!door.at.valid()) {
            Coordinates other{*east, *north};
            return note(other.valid() ? RowFault::swapped : RowFault::no_such_place, row.line);
        }
        auto id = cell(DoorField::id);
        door.id = id.empty() ? std::to_string(number) : std::string(id);
        door.street = squeeze(cell(DoorField::street));
        door.number = cell(DoorField::house_number);
        door.unit = cell(DoorField::unit);
        split_address(door);
        if (auto weight = cell(DoorField::weight); !weight.empty()) {
            auto value = read_number(weight);
            bool sensible = value && std::isfinite(*value) && *value >= 0 && *value <= 1e6;
            if (!sensible) note(RowFault::odd_weight, row.line);
            door.weight = sensible ? *value : 1;
        }
        m_file.doors.push_back(std::move(door));
    }

    /// Repeated ids and doors far from all others go.
    void sift() {
        auto& doors = m_file.doors;
        if (doors.empty()) return;
        std::vector<double> latitudes, longitudes;
        for (const auto& door : doors) {
            latitudes.push_back(door.at.latitude);
            longitudes.push_back(door.at.longitude);
        }
        Coordinates middle{median(std::move(latitudes)), median(std::move(longitudes))};
        std::unordered_set<std::string_view> ids;
        ids.reserve(doors.size());
        std::vector<bool> goes(doors.size());
        for (std::size_t at = 0; at < doors.size(); ++at) {
            const auto& door = doors[at];
            if (great_circle_meters(door.at, middle) > far_meters) {
                Coordinates other{door.at.longitude, door.at.latitude};
                bool swapped = other.valid() && great_circle_meters(other, middle) < near_meters;
                note(swapped ? RowFault::swapped : RowFault::far_away, door.line);
                goes[at] = true;
            } else if (!ids.insert(door.id).second) {
                note(RowFault::repeated_id, door.line);
                goes[at] = true;
            }
        }
        if (std::ranges::find(goes, true) == goes.end()) return;
        std::vector<Door> kept;
        for (std::size_t at = 0; at < doors.size(); ++at)
            if (!goes[at]) kept.push_back(std::move(doors[at]));
        doors = std::move(kept);
    }

private:
    void note(RowFault fault, std::uint64_t line) { m_file.faults[fault].push_back(line); }
    DoorFile& m_file;
};

std::vector<std::string> header_of(const CsvRow& row) {
    std::vector<std::string> header;
    for (auto cell : row.cells)
        header.emplace_back(trim(cell));
    return header;
}

}  // namespace

Result<DoorFile> read_doors(CsvReader& reader, std::span<const std::string> mappings) {
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, "The file of doors is empty.");
    DoorFile file;
    file.header = header_of(row);
    file.columns = TRY(recognise_door_columns(file.header, mappings));
    for (auto field : {DoorField::latitude, DoorField::longitude})
        if (std::ranges::find(file.columns, field) == file.columns.end())
            return failure(ErrorKind::invalid,
                           "No column is recognised as the " + std::string(name_of(field)) +
                               ": say which by --map " + std::string(name_of(field)) +
                               "=COLUMN. The columns are: " +
                               std::string(first_characters(join(file.header, ", "), 500)) + ".");
    Reader doors(file);
    for (std::uint64_t number = 1; reader.next(row); ++number)
        doors.take(row, number);
    doors.sift();
    for (auto& [fault, lines] : file.faults)
        std::ranges::sort(lines);
    if (file.doors.empty()) {
        std::string message = "No row can be used.";
        for (const auto& sentence : sentences(file))
            message += " " + sentence;
        return failure(ErrorKind::invalid, message);
    }
    return file;
}

std::vector<std::string> sentences(const DoorFile& file) {
    std::vector<std::string> all;
    for (const auto& [fault, lines] : file.faults) {
        auto rules = rules_of(fault);
        std::string text = lines.size() == 1 ? "1 row " + std::string(rules.one) + ": line "
                                             : std::to_string(lines.size()) + " rows " +
                                                   std::string(rules.what) + ": lines ";
        for (std::size_t at = 0; at < std::min(lines.size(), lines_named); ++at)
            text += (at == 0 ? "" : ", ") + std::to_string(lines[at]);
        if (lines.size() > lines_named)
            text += " and " + std::to_string(lines.size() - lines_named) + " more";
        all.push_back(text + ".");
    }
    return all;
}

Result<std::map<std::string, std::string>> read_assignments(CsvReader& reader) {
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, "The file of assignments is empty.");
    auto columns = TRY(recognise_door_columns(header_of(row), {}));
    auto id = static_cast<std::size_t>(std::ranges::find(columns, DoorField::id) - columns.begin());
    auto turf = static_cast<std::size_t>(std::ranges::find(columns, DoorField::turf) - columns.begin());
    if (id == columns.size() || turf == columns.size())
        return failure(ErrorKind::invalid, "A file of assignments has the columns id and turf.");
    std::map<std::string, std::string> all;
    while (reader.next(row)) {
        if (!row.fault.empty() || row.cells.size() <= std::max(id, turf)) continue;
        auto name = trim(row.cells[turf]);
        if (!name.empty()) all.emplace(trim(row.cells[id]), name);
    }
    return all;
}

}  // namespace wallchart::turf
