#include "engine/doors/read_doors.h"

namespace wallchart::doors {
namespace {

/// What is said of one row, and of several.
struct Words {
    std::string one, several;
};

Words words_of(RowFault fault, Use use) {
    switch (fault) {
        case RowFault::unreadable:
            return {"cannot be read and is left out", "cannot be read and are left out"};
        case RowFault::too_many_cells:
            return {"has more cells than the header and is left out",
                    "have more cells than the header and are left out"};
        case RowFault::too_few_cells:
            return {"has fewer cells than the header", "have fewer cells than the header"};
        case RowFault::no_place:
            return {"has no latitude or no longitude and is left out",
                    "have no latitude or no longitude and are left out"};
        case RowFault::not_a_number:
            return {"has a latitude or longitude that is no number and is left out",
                    "have a latitude or longitude that is no number and are left out"};
        case RowFault::no_such_place:
            return {"has coordinates that there cannot be and is left out",
                    "have coordinates that there cannot be and are left out"};
        case RowFault::swapped:
            return {"seems to have latitude and longitude in each other's place and is left out",
                    "seem to have latitude and longitude in each other's place and are left out"};
        case RowFault::far_away: {
            std::string far = use == Use::cut ? "more than 1,000 km from the middle of all doors and "
                                              : "more than 200 km from the middle of all doors and ";
            return {"is " + far + "is left out", "are " + far + "are left out"};
        }
        case RowFault::repeated_id:
            return {"repeats the id of an earlier row and is left out",
                    "repeat the id of an earlier row and are left out"};
        case RowFault::odd_window: {
            std::string how = " (times are written 17:30 or 5:30 pm, the first before the second)";
            return {"has a window that is none and is left out" + how,
                    "have a window that is none and are left out" + how};
        }
        case RowFault::odd_number: {
            std::string what = use == Use::cut ? "a weight that is no number from 0 up and count"
                                               : "leaflets or minutes that are no number from 0 up and count";
            std::string as = use == Use::cut ? " as 1" : " as if they were not said";
            return {"has " + what + "s" + as, "have " + what + as};
        }
    }
    return {};
}

}  // namespace

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

std::vector<std::string> sentences(const DoorFile& file) {
    std::vector<std::string> all;
    for (const auto& [fault, lines] : file.faults) {
        auto words = words_of(fault, file.use);
        auto text = rows_in_words(lines);
        text.front() = 'R';
        all.push_back(text + " " + (lines.size() == 1 ? words.one : words.several) + ".");
    }
    return all;
}

}  // namespace wallchart::doors
