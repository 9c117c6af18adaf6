#include "features/imports/cell_values.h"

#include "core/text.h"
#include "targets.h"

namespace wallchart::fuzz {

void try_cell_values(std::string_view input) {
    if (!is_utf8(input) || input.find('\0') != std::string_view::npos) return;
    auto text = cell_text(input);
    require(is_utf8(text), "a cell stays UTF-8");
    for (bool day_first : {false, true})
        if (auto date = read_date(text, day_first))
            require(date->size() == 4 || date->size() == 7 || parse_date(*date).has_value(), "a date is one");
    read_date_parts(text, text, text);
    read_truth(text);
    read_membership_status(text);
    read_membership_role(text);
    for (const auto& read : {read_state(text), read_postal_code(text), read_language(text), read_place(text)})
        require(is_utf8(read), "what is read is UTF-8");
    if (auto count = read_count(text)) require(*count >= 0, "a count is not below zero");
    if (auto degree = read_coordinate(text, 90))
        require(*degree >= -90 && *degree <= 90, "a place is on earth");
    auto name = split_full_name(text);
    require(is_utf8(name.given) && is_utf8(name.family) && is_utf8(name.suffix), "names are UTF-8");
}

}  // namespace wallchart::fuzz
