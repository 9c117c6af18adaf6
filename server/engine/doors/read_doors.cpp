#include "engine/doors/read_doors.h"

#include "core/text.h"
#include "engine/doors/split_address.h"
#include "engine/doors/times.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_set>

namespace wallchart::doors {
namespace {

constexpr double near_meters = 300'000;
constexpr double southernmost = -60;  // latitude of any door

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

double median(std::vector<double> values) {
    auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

class Reader {
public:
    Reader(DoorFile& file, Places places) : m_file(file), m_places(places) {
        for (std::size_t at = 0; at < file.columns.size(); ++at)
            if (file.columns[at] != Field::ignored) m_column[static_cast<std::size_t>(file.columns[at])] = at;
    }

    void take(const CsvRow& row, std::uint64_t number) {
        if (!row.fault.empty()) return note(RowFault::unreadable, row.line);
        auto cells = row.cells.size();
        while (cells > m_file.header.size() && trim(row.cells[cells - 1]).empty())
            --cells;
        if (cells > m_file.header.size()) return note(RowFault::too_many_cells, row.line);
        if (cells < m_file.header.size()) note(RowFault::too_few_cells, row.line);
        Door door{.line = row.line};
        if (auto fault = read_place(row, door)) return note(*fault, row.line);
        if (!read_window(row, door)) return note(RowFault::odd_window, row.line);
        auto id = cell(row, Field::id);
        door.id = id.empty() ? std::to_string(number) : std::string(id);
        door.street = squeeze(cell(row, Field::street));
        door.house_number = cell(row, Field::house_number);
        door.unit = cell(row, Field::unit);
        split_address(door);
        read_numbers(row, door);
        m_file.doors.push_back(std::move(door));
    }

    /// Repeated ids and doors far from all others go.
    void sift() {
        auto& doors = m_file.doors;
        auto middle = middle_of_all();
        std::unordered_set<std::string_view> ids;
        ids.reserve(doors.size());
        std::vector<bool> goes(doors.size());
        for (std::size_t at = 0; at < doors.size(); ++at) {
            const auto& door = doors[at];
            if (auto fault = judge_far(door, middle)) {
                note(*fault, door.line);
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
    std::string_view cell(const CsvRow& row, Field field) const {
        auto at = m_column[static_cast<std::size_t>(field)];
        return at && *at < row.cells.size() ? trim(row.cells[*at]) : std::string_view{};
    }

    std::optional<RowFault> read_place(const CsvRow& row, Door& door) const {
        auto latitude = cell(row, Field::latitude), longitude = cell(row, Field::longitude);
        if (m_places == Places::optional && latitude.empty() && longitude.empty()) return std::nullopt;
        if (latitude.empty() || longitude.empty()) return RowFault::no_place;
        auto north = read_number(latitude), east = read_number(longitude);
        if (!north || !east || !std::isfinite(*north) || !std::isfinite(*east)) return RowFault::not_a_number;
        Coordinates place{*north, *east}, other{*east, *north};
        if (place == Coordinates{0, 0}) return RowFault::no_place;
        // Nobody has a door there, but a longitude of the Americas read as a latitude lies there.
        if (!place.valid() || place.latitude < southernmost)
            return other.valid() && other.latitude >= southernmost ? RowFault::swapped
                                                                   : RowFault::no_such_place;
        door.place = place;
        return std::nullopt;
    }

    /// False where there is a window, and it is none.
    bool read_window(const CsvRow& row, Door& door) const {
        auto from = cell(row, Field::open), to = cell(row, Field::close);
        if (from.empty() && to.empty()) return true;
        Window window;
        auto open = from.empty() ? window.open : read_time_of_day(from);
        auto close = to.empty() ? window.close : read_time_of_day(to);
        if (!open || !close || *close < *open) return false;
        door.window = Window{*open, *close};
        return true;
    }

    void read_numbers(const CsvRow& row, Door& door) {
        bool odd = false;
        auto number = [&](Field field, double most) -> std::optional<double> {
            auto text = cell(row, field);
            if (text.empty()) return std::nullopt;
            auto value = read_number(text);
            if (value && *value >= 0 && *value <= most) return value;
            odd = true;
            return std::nullopt;
        };
        door.weight = number(Field::weight, 1e6).value_or(door.weight);
        door.minutes = number(Field::minutes, 24 * 60);
        if (auto amount = number(Field::amount, 5e8)) {
            bool whole = *amount == std::floor(*amount);
            if (whole) door.amount = static_cast<std::int64_t>(*amount);
            odd = odd || !whole;
        }
        if (odd) note(RowFault::odd_number, row.line);
    }

    /// Of all latitudes and of all longitudes the middle one: near the doors, however far a few are away.
    std::optional<Coordinates> middle_of_all() const {
        std::vector<double> latitudes, longitudes;
        for (const auto& door : m_file.doors)
            if (door.place) {
                latitudes.push_back(door.place->latitude);
                longitudes.push_back(door.place->longitude);
            }
        if (latitudes.empty()) return std::nullopt;
        return Coordinates{median(std::move(latitudes)), median(std::move(longitudes))};
    }

    std::optional<RowFault> judge_far(const Door& door, const std::optional<Coordinates>& middle) const {
        auto far = far_meters(m_file.use);
        if (!middle || !door.place || great_circle_meters(*door.place, *middle) <= far) return std::nullopt;
        Coordinates other{door.place->longitude, door.place->latitude};
        bool swapped = other.valid() && great_circle_meters(other, *middle) < std::min(far, near_meters);
        return swapped ? RowFault::swapped : RowFault::far_away;
    }

    void note(RowFault fault, std::uint64_t line) { m_file.faults[fault].push_back(line); }

    DoorFile& m_file;
    Places m_places;
    std::array<std::optional<std::size_t>, static_cast<std::size_t>(Field::close) + 1> m_column;
};

std::vector<std::string> header_of(const CsvRow& row) {
    std::vector<std::string> header;
    for (auto cell : row.cells)
        header.emplace_back(trim(cell));
    return header;
}

}  // namespace

double far_meters(Use use) {
    return use == Use::cut ? 1'000'000 : 200'000;
}

Result<DoorFile> read_doors(CsvReader& reader, const Reading& reading) {
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, "The file of doors is empty.");
    DoorFile file;
    file.use = reading.use;
    file.header = header_of(row);
    file.columns = TRY(recognise_columns(file.header, reading.mappings, reading.use));
    for (auto field : {Field::latitude, Field::longitude})
        if (reading.places == Places::needed && std::ranges::find(file.columns, field) == file.columns.end())
            return failure(ErrorKind::invalid,
                           "No column is recognised as the " + std::string(name_of(field)) +
                               ": say which by --map " + std::string(name_of(field)) +
                               "=COLUMN. The columns are: " +
                               std::string(first_characters(join(file.header, ", "), 500)) + ".");
    Reader doors(file, reading.places);
    for (std::uint64_t number = 1; reader.next(row); ++number) {
        if (reading.use == Use::walk && file.doors.size() == doors_limit)
            return failure(ErrorKind::too_large, "At most 1,000,000 doors are read.");
        doors.take(row, number);
    }
    doors.sift();
    for (auto& [fault, lines] : file.faults)
        std::ranges::sort(lines);
    if (!file.doors.empty()) return file;
    if (file.faults.empty()) return failure(ErrorKind::invalid, "The list has a header, but no doors.");
    std::string message = "No row can be used.";
    for (const auto& sentence : sentences(file))
        message += " " + sentence;
    return failure(ErrorKind::invalid, message);
}

Result<std::map<std::string, std::string>> read_assignments(CsvReader& reader) {
    CsvRow row;
    if (!reader.next(row)) return failure(ErrorKind::invalid, "The file of assignments is empty.");
    auto columns = TRY(recognise_columns(header_of(row), {}, Use::cut));
    auto id = static_cast<std::size_t>(std::ranges::find(columns, Field::id) - columns.begin());
    auto turf = static_cast<std::size_t>(std::ranges::find(columns, Field::turf) - columns.begin());
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

}  // namespace wallchart::doors
