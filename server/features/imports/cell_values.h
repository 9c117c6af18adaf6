#pragma once
// What the text of a cell means: dates, yes and no, states, statuses, as people and systems write them in
// English and Spanish.

#include "features/people/people.h"

#include <optional>
#include <string>
#include <string_view>

namespace wallchart {

/// A cell's text without blanks at its ends, and without the apostrophe that keeps a spreadsheet from running
/// it as a formula ("'=1+1").
std::string_view cell_text(std::string_view cell);

/// A date as far as it is known ("1976-02-03", "1976-02", "1976"), from "2/3/1976", "3.2.76", "1976-02-03",
/// "19760203", "Feb 3, 1976", "3 de febrero de 1976". Nothing for any other text and for days that no
/// calendar has.
std::optional<std::string> read_date(std::string_view text, bool day_first);
/// The same from three cells, of which month and day may be empty.
std::optional<std::string> read_date_parts(std::string_view year, std::string_view month,
                                           std::string_view day);

/// Yes or no ("sí", "x", "unsubscribed", "opted in"); nothing for any other text.
std::optional<bool> read_truth(std::string_view text);

/// "TX" for "Texas", "tx" and "Tex."; other text is squeezed and kept.
std::string read_state(std::string_view text);

/// "02139" for "2139" (a spreadsheet drops the zero) and "02139-1234" for "021391234".
std::string read_postal_code(std::string_view text);

/// "en", "es" or empty for any other language.
std::string read_language(std::string_view text);

std::optional<MembershipStatus> read_membership_status(std::string_view text);
std::optional<MembershipRole> read_membership_role(std::string_view text);

/// A whole number of at least zero, with thousands separators or a fraction of zero ("1,234", "27.0").
std::optional<std::int64_t> read_count(std::string_view text);
std::optional<double> read_coordinate(std::string_view text, double limit);

/// "Staten Island" for "STATEN ISLAND"; text with any lower case letter is kept.
std::string read_place(std::string_view text);

/// "Maria Elena" and "Rivera" from "Rivera, Maria Elena" or "Maria Elena Rivera"; the last word is the
/// family name unless a comma says otherwise, a suffix (Jr, Sr, II, III, IV) aside.
struct NameParts {
    std::string given;
    std::string family;
    std::string suffix;
};
NameParts split_full_name(std::string_view text);

}  // namespace wallchart
