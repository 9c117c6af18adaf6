#include "core/text.h"

#include "core/clock.h"
#include "core/id.h"
#include "http/message.h"
#include "targets.h"

namespace wallchart::fuzz {

void try_text(std::string_view input) {
    parse_form(input);
    percent_decode(input, true);
    if (auto instant = parse_instant(input))
        require(parse_instant(to_string(*instant)) == instant, "an instant reads back");
    if (auto date = parse_date(input)) require(to_string(*date) == input, "a date has one form");
    if (auto id = parse_id_value(input)) require(std::to_string(*id) == input, "an id has one form");
    if (!is_utf8(input)) return;
    require(is_utf8(first_characters(input, 3)), "no character is cut");
    require(length(first_characters(input, 3)) <= 3, "at most so many characters");
    require(squeeze(squeeze(input)) == squeeze(input), "squeezed once is squeezed");
    auto folded = fold(input);
    require(is_utf8(folded), "folded text is UTF-8");
    require(folded < prefix_end(folded), "a prefix's end lies behind it");
    if (auto phone = normalize_phone(input))
        require(normalize_phone(*phone) == phone, "E.164 is its own form");
    if (auto email = normalize_email(input))
        require(normalize_email(*email) == email, "an address is its own form");
    if (input.find('\0') == std::string_view::npos)
        require(percent_decode(percent_encode(input), false) == input, "encoded text decodes");
}

}  // namespace wallchart::fuzz
