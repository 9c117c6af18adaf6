#pragma once
// The text of a union's name cut into words and numbers ("Teamsters Loc. #12-A" → teamster, loc, 12A).

#include "engine/union_name/lexicon.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::union_name {

/// What stood between a token and the one before it; the strongest of several.
enum class Gap : std::uint8_t { none, blank, dot, dash, slash, comma };

/// A number with the letters that belong to it: "32BJ" is {"", {"32"}, "BJ"}, "W-38" {"W", {"38"}, ""},
/// "10-286" {"", {"10", "286"}, ""}. Without leading zeros; letters in capitals.
struct Number {
    std::string prefix;
    std::vector<std::string> parts;
    std::string suffix;
    /// As it is written in one word: "32BJ", "W38", "10-286".
    std::string text() const;
};

struct Token {
    std::string_view raw;                   ///< folded; into Words::text
    std::uint32_t word = Lexicon::no_word;  ///< of the lexicon, corrected if misspelt; none for a number
    Gap gap = Gap::none;                    ///< before it
    bool hash = false;                      ///< a # stood before it
    bool opens = false;                     ///< stands in parentheses
    bool corrected = false;                 ///< the lexicon's word is not the one written
    std::int32_t number = -1;               ///< in Words::numbers
    std::int16_t phrase = -1;               ///< set by the reader: the phrase that took it
    bool place = false;                     ///< set by the reader: says a city or a state
    bool is_number() const { return number >= 0; }
};

struct Words {
    std::string text;  ///< folded; tokens point into it, so it does not move
    std::vector<Token> tokens;
    std::vector<Number> numbers;
};

/// At most this much of a name is read.
inline constexpr std::size_t name_limit = 600;

/// Cuts `text` into tokens. Letters and digits that stand together are parted or joined by what the lexicon
/// knows: "uaw2320" is a union and a number, "b18" a number.
void cut(const Lexicon& lexicon, std::string_view text, Words& words);

}  // namespace wallchart::union_name
