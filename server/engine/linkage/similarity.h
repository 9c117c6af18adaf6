#pragma once
// How alike two short texts look, and how a name sounds. All take folded text (core/text.h).

#include <cstdint>
#include <string>
#include <string_view>

namespace wallchart::linkage {

/// Jaro-Winkler similarity, 0 to 1 (Winkler 1990: prefix of at most 4, weight 0.1).
double jaro_winkler(std::string_view a, std::string_view b);

/// Insertions, deletions, substitutions and swaps of neighbours that make `a` into `b` (optimal string
/// alignment); `limit` + 1 as soon as it must be more than `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

/// The consonants of a word as English and Spanish speakers tend to write them alike ("Stephen" and "Steven",
/// "Vasquez" and "Bazques"). Not empty for a word with letters.
std::string sound_of(std::string_view word);

/// A bit for each letter and digit that occurs: two texts that differ in many are not worth comparing.
std::uint32_t letters_of(std::string_view text);

}  // namespace wallchart::linkage
