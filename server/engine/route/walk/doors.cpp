#include "engine/route/walk/doors.h"

#include "core/text.h"
#include "engine/linkage/read_address.h"
#include "engine/route/literature/numbers.h"
#include "engine/route/walk/door_columns.h"

#include <algorithm>
#include <map>

namespace wallchart::route {
namespace {

using geography::Coordinates;
using Rows = std::vector<std::uint64_t>;

constexpr std::size_t doors_limit = 1'000'000;
constexpr double far_away_meters =
    200'000;  // from the midst of all doors: no list for people on foot or one car

class DoorReader {
public:
    DoorReader(CsvReader& reader, Places places) : m_reader(reader), m_places(places) {}

    Result<DoorList> read() {
        CsvRow row;
        if (!m_reader.next(row)) return failure(ErrorKind::invalid, "The list of doors is empty.");
        std::vector<std::string> header;
        for (auto cell : row.cells)
            header.emplace_back(trim(cell));
        m_columns = find_door_columns(header);
        m_width = header.size();
        bool located = has(DoorColumn::latitude) && has(DoorColumn::longitude);
        if (!located && m_places == Places::needed)
            return failure(
                ErrorKind::invalid,
                "The list has no columns for latitude and longitude (their names are latitude or lat, and "
                "longitude, lon or lng).");
        while (m_reader.next(row)) {
            if (m_list.doors.size() == doors_limit)
                return failure(ErrorKind::too_large, "At most 1,000,000 doors are read.");
            read_row(row);
        }
        TRY(judge());
        if (m_list.doors.empty()) return failure(ErrorKind::invalid, "The list has a header, but no doors.");
        TRY(judge_far());
        TRY(judge_repeated());
        return std::move(m_list);
    }

private:
    bool has(DoorColumn column) const { return m_columns[static_cast<std::size_t>(column)].has_value(); }
    std::string_view cell(const CsvRow& row, DoorColumn column) const {
        auto at = m_columns[static_cast<std::size_t>(column)];
        return at && *at < row.cells.size() ? trim(row.cells[*at]) : std::string_view{};
    }

    void read_row(const CsvRow& row) {
        if (!row.fault.empty() || row.cells.size() > m_width) {
            m_ragged.push_back(row.line);
            return;
        }
        Door door;
        door.row = row.line;
        door.id = cell(row, DoorColumn::id);
        if (door.id.empty()) door.id = std::to_string(row.line - 1);
        read_place(row, door);
        door.street = cell(row, DoorColumn::street);
        door.house_number = cell(row, DoorColumn::house_number);
        door.unit = cell(row, DoorColumn::unit);
        if (auto address = cell(row, DoorColumn::address); door.street.empty() && !address.empty()) {
            auto parts = linkage::read_address(address);
            door.street = parts.street;
            if (door.house_number.empty()) door.house_number = parts.number;
            if (door.unit.empty()) door.unit = parts.unit;
        }
        if (auto text = cell(row, DoorColumn::amount); !text.empty()) {
            auto amount = count_of(text);
            if (!amount) m_no_number.push_back(row.line);
            door.amount = amount.value_or(0);
        }
        if (auto text = cell(row, DoorColumn::minutes); !text.empty()) {
            auto minutes = number_of(text, 24 * 60);
            if (!minutes || *minutes < 0) m_no_number.push_back(row.line);
            door.minutes = minutes;
        }
        read_window(row, door);
        m_list.doors.push_back(std::move(door));
    }

    void read_place(const CsvRow& row, Door& door) {
        auto north = cell(row, DoorColumn::latitude), east = cell(row, DoorColumn::longitude);
        if (north.empty() || east.empty()) {
            if (m_places == Places::needed || north.empty() != east.empty()) m_missing.push_back(row.line);
            return;
        }
        auto latitude = number_of(north), longitude = number_of(east);
        if (!latitude || !longitude) {
            m_no_number.push_back(row.line);
            return;
        }
        Coordinates place{*latitude, *longitude};
        Coordinates swapped{place.longitude, place.latitude};
        // South of 60° nobody has a door, but a longitude of the Americas read as a latitude lies there.
        if (!place.valid() || place.latitude < -60) {
            (swapped.valid() && swapped.latitude > -60 ? m_swapped : m_nowhere).push_back(row.line);
            return;
        }
        if (place == Coordinates{0, 0}) {
            m_missing.push_back(row.line);
            return;
        }
        door.place = place;
    }

    void read_window(const CsvRow& row, Door& door) {
        auto from = cell(row, DoorColumn::open), to = cell(row, DoorColumn::close);
        if (from.empty() && to.empty()) return;
        Window window;
        auto open = from.empty() ? window.open : read_time_of_day(from);
        auto close = to.empty() ? window.close : read_time_of_day(to);
        if (!open || !close || *close < *open)
            m_no_time.push_back(row.line);
        else
            door.window = Window{*open, *close};
    }

    /// All that is wrong, in one message.
    Result<void> judge() const {
        std::string message;
        auto tell = [&](const Rows& rows, std::string_view what) {
            if (rows.empty()) return;
            if (!message.empty()) message += ' ';
            auto words = rows_in_words(rows);
            words[0] = 'R';
            message += words + " " + std::string(what);
        };
        tell(m_ragged, "cannot be read: more cells than the header, or a quote that never closes.");
        tell(m_missing, "without coordinates (0, 0 is none): find them, or take the doors out.");
        tell(m_swapped, "with latitude and longitude in each other's place, as it seems.");
        tell(m_nowhere, "with coordinates that there cannot be.");
        tell(m_no_number, "with a cell that is no number where one is expected.");
        tell(m_no_time,
             "with a window that is none: times are written 17:30 or 5:30 pm, the first before the second.");
        if (message.empty()) return {};
        return failure(ErrorKind::invalid, message);
    }

    /// The middle one of all latitudes and longitudes is among the doors, however far a few are away.
    Result<void> judge_far() const {
        std::vector<double> north, east;
        for (const auto& door : m_list.doors)
            if (door.place) {
                north.push_back(door.place->latitude);
                east.push_back(door.place->longitude);
            }
        if (north.empty()) return {};
        auto middle = [](std::vector<double>& values) {
            auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
            std::nth_element(values.begin(), at, values.end());
            return *at;
        };
        // With two halves far apart neither is the odd one out; a door beside the middle is.
        Coordinates midst{middle(north), middle(east)};
        Rows far, swapped;
        for (const auto& door : m_list.doors) {
            if (!door.place || great_circle_meters(*door.place, midst) <= far_away_meters) continue;
            Coordinates turned{door.place->longitude, door.place->latitude};
            bool fits = turned.valid() && great_circle_meters(turned, midst) <= far_away_meters;
            (fits ? swapped : far).push_back(door.row);
        }
        if (far.empty() && swapped.empty()) return {};
        std::string message;
        if (!swapped.empty()) {
            auto words = rows_in_words(swapped);
            words[0] = 'R';
            message = words + " with latitude and longitude in each other's place, as it seems.";
        }
        if (!far.empty()) {
            auto words = rows_in_words(far);
            words[0] = 'R';
            message += (message.empty() ? "" : " ") + words +
                       " more than 200 km from the midst of all doors: on a walk or drive of their own?";
        }
        return failure(ErrorKind::invalid, message);
    }

    /// A row that repeats another is left out; an id of two different doors is a fault.
    Result<void> judge_repeated() {
        std::map<std::string_view, const Door*> seen;
        Rows repeated, contradicting;
        for (const auto& door : m_list.doors) {
            auto [known, fresh] = seen.emplace(door.id, &door);
            if (fresh) continue;
            const auto& other = *known->second;
            bool same = other.place == door.place && other.street == door.street &&
                        other.house_number == door.house_number && other.unit == door.unit;
            (same ? repeated : contradicting).push_back(door.row);
        }
        if (!contradicting.empty())
            return failure(ErrorKind::invalid, "In " + rows_in_words(contradicting) +
                                                   " stands the id of another door: ids must be different.");
        if (repeated.empty()) return {};
        std::erase_if(m_list.doors, [&](const Door& door) {
            return std::binary_search(repeated.begin(), repeated.end(), door.row);
        });
        m_list.remarks.push_back("Left out as repeated: " + rows_in_words(repeated) + ".");
        return {};
    }

    CsvReader& m_reader;
    Places m_places;
    std::array<std::optional<std::size_t>, door_columns> m_columns;
    std::size_t m_width = 0;
    DoorList m_list;
    Rows m_ragged, m_missing, m_swapped, m_nowhere, m_no_number, m_no_time;
};

}  // namespace

Result<DoorList> read_doors(CsvReader& reader, Places places) {
    return DoorReader(reader, places).read();
}

std::string rows_in_words(const std::vector<std::uint64_t>& rows) {
    constexpr std::size_t named = 8;
    std::string words = rows.size() == 1 ? "row " : "rows ";
    auto shown = rows.size() <= named + 1 ? rows.size() : named;
    for (std::size_t at = 0; at < shown; ++at) {
        if (at > 0) words += at + 1 == rows.size() ? " and " : ", ";
        words += std::to_string(rows[at]);
    }
    if (shown < rows.size()) words += " and " + std::to_string(rows.size() - shown) + " more";
    return words;
}

std::optional<int> read_time_of_day(std::string_view text) {
    auto folded = fold(text);
    std::string_view rest = trim(folded);
    int add = 0;
    bool half_day = false;
    for (auto [suffix, hours] :
         {std::pair{"am", 0}, std::pair{"pm", 12}, std::pair{"a.m.", 0}, std::pair{"p.m.", 12}})
        if (rest.ends_with(suffix)) {
            rest = trim(rest.substr(0, rest.size() - std::string_view(suffix).size()));
            add = hours;
            half_day = true;
            break;
        }
    auto colon = rest.find(':');
    auto hour = count_of(rest.substr(0, colon), 24);
    std::optional<std::int64_t> minute = 0;
    if (colon != std::string_view::npos) minute = count_of(rest.substr(colon + 1), 59);
    if (!hour || !minute) return std::nullopt;
    if (half_day && (*hour < 1 || *hour > 12)) return std::nullopt;
    auto whole = half_day ? *hour % 12 + add : *hour;
    auto minutes = whole * 60 + *minute;
    if (minutes > 24 * 60) return std::nullopt;
    return static_cast<int>(minutes);
}

}  // namespace wallchart::route
