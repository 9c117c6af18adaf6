#pragma once
// Fields of a model text: "{candidate}" stands for what the drive knows. A field that nobody can fill yet
// stays in the text as it is, so that it is seen and filled later.

#include "core/record.h"
#include "core/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::resolution_text {

/// A field as it stands in a text. Lines and columns (of bytes) count from 1.
struct FieldUse {
    std::string name;  ///< between the braces, trimmed and in lower case
    int line = 0;
    int column = 0;
    std::size_t begin = 0;  ///< bytes, from "{"
    std::size_t end = 0;    ///< one past "}"
};

using FieldValues = std::map<std::string, std::string, std::less<>>;

/// Every field that a text may use, in the order in which they are explained.
std::span<const std::string_view> known_fields();

/// Every use of a field, in order, known or not. "\{" is a brace and begins no field.
std::vector<FieldUse> fields_in(std::string_view text);

/// The names used, each once, in the order of first use.
std::vector<std::string> field_names_in(std::string_view text);

/// A field that nobody knows, or a "{" that begins none.
struct TextFault {
    int line = 0;
    std::string field;    ///< empty for a brace that is not closed
    std::string nearest;  ///< the field that was perhaps meant; may be empty
};
BOOST_DESCRIBE_STRUCT(TextFault, (), (line, field, nearest))

/// In the order of the text.
std::vector<TextFault> find_faults(std::string_view text);

/// Errors: invalid, at `pointer`, naming the line of an unknown field or of a brace that is not closed.
Result<void> check_fields(std::string_view text, std::string_view pointer = "/body");

/// The text with fields replaced by their values; empty and absent values leave the field standing. Values
/// are plain text: their Markdown signs are escaped and their line ends become blanks.
std::string fill_fields(std::string_view text, const FieldValues& values);

/// The text with each use of a field put between `field_open` and `field_close`, so that a reader of Markdown
/// leaves it alone and it can't be taken for a brace that was escaped.
std::string shield_fields(std::string_view text);
inline constexpr std::string_view field_open = "\uE000";
inline constexpr std::string_view field_close = "\uE001";

/// Plain text as Markdown that shows it.
std::string escape_markdown(std::string_view text);

}  // namespace wallchart::resolution_text
