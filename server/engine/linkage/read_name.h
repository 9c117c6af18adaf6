#pragma once
// Names of people as they are written, taken apart.

#include "engine/linkage/people.h"

#include <optional>
#include <string>
#include <string_view>

namespace wallchart::linkage {

/// A name's parts, each folded: letters and single blanks only.
struct NameParts {
    std::string given;
    std::string middle;
    std::string family;
    Suffix suffix = Suffix::unknown;
};

/// "O'Brien-Nuñez" → "obrien nunez".
std::string clean_name(std::string_view text);

/// "Rivera, Elizabeth A." or "Dr. Elizabeth A. de la Rivera Jr.": the last word is the family name (with its
/// particles), unless a comma says what is.
NameParts split_full_name(std::string_view text);

/// The suffix that a word is ("Jr.", "III"), if it is one.
std::optional<Suffix> suffix_of(std::string_view word);

/// Takes titles from the front of a cleaned name and a suffix from its end.
Suffix strip_name(std::string& name);

}  // namespace wallchart::linkage
