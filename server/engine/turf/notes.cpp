#include "engine/turf/notes.h"

#include <algorithm>
#include <cmath>

namespace wallchart::turf {
namespace {

constexpr double far_meters = 2000;  // there and back, for one stop

std::string percent(double scale) {
    return std::to_string(std::lround(scale * 100)) + " %";
}

std::string counted(std::size_t count, const char* one, const char* several) {
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

}  // namespace

void Notes::side(std::uint32_t first, std::uint32_t end, double scale) {
    m_sides.push_back({first, end, scale});
}

void Notes::far_stops(const Tours& tours, std::uint32_t turf, const Stops& stops) {
    if (tours.count(turf) < 3) return;
    for (auto stop : tours.order(turf)) {
        const auto& walk = tours.walk();
        auto before = tours.previous(stop), after = tours.next(stop);
        double detour = walk.meters(before, stop) + walk.meters(stop, after) - walk.meters(before, after);
        if (detour >= far_meters) m_far.push_back(stops.doors_of(stop).front());
    }
}

std::vector<Note> Notes::take(const Cut& cut, const Request& request) {
    std::vector<Note> notes;
    for (const auto& side : m_sides) {
        auto count = side.end - side.first;
        auto who = count == 1 ? "Turf " + std::to_string(side.first + 1) + " has "
                              : std::to_string(count) + " turf have ";
        const char* why = cut.turf.size() == count ? ": so many doors there are."
                                                   : ": the barriers leave them no other doors.";
        notes.push_back(
            {who + percent(side.scale) + " of the size asked for" + why, cut.turf[side.first].doors});
    }
    if (!m_far.empty())
        notes.push_back({counted(m_far.size(), "building takes", "buildings take") +
                             " a walk of more than 2 km there and back. Are their places right?",
                         m_far});
    if (request.shift_minutes) {
        Note late{"", {}};
        std::size_t count = 0;
        for (const auto& turf : cut.turf) {
            if (turf.doors.empty() || turf.minutes <= *request.shift_minutes * (1 + tolerance)) continue;
            ++count;
            late.doors.push_back(turf.doors.front());
        }
        late.text =
            counted(count, "turf takes", "turf take") + " longer than the shift by more than a tenth.";
        if (count > 0) notes.push_back(std::move(late));
    }
    return notes;
}

}  // namespace wallchart::turf
