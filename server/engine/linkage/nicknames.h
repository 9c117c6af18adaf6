#pragma once
// Which given names are short or other forms of one another, in English and Spanish. A table of the project's
// own: one line for each full name, read once.

#include <string_view>
#include <vector>

namespace wallchart::linkage {

/// The full names that a folded given name may stand for, itself not among them ("bob": robert). A name
/// that is only a full name has none.
const std::vector<std::string_view>& full_names_of(std::string_view name);

/// Every other name by which somebody of this folded given name may stand in a list ("bob": rob, robert,
/// bobby
/// ...), in the order of the alphabet.
std::vector<std::string_view> other_forms_of(std::string_view name);

/// The Spanish part of the table, in lines "full name: what people call themselves".
std::string_view spanish_nicknames();

}  // namespace wallchart::linkage
