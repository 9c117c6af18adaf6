#pragma once
// Text as people write it: normal forms for search and comparison, and checks of what came in.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

/// The form in which text is searched and compared: no marks, no case, single blanks ("José  Peña" →
/// "jose pena"). Unicode NFKD with case folding; SQLite's own lower() knows ASCII only.
std::string fold(std::string_view text);

/// `text` without white space (Unicode's too) at either end.
std::string_view trim(std::string_view text);
/// Trimmed, with every run of white space as one blank.
std::string squeeze(std::string_view text);

std::string to_lower_ascii(std::string_view text);
std::string to_upper_ascii(std::string_view text);

bool is_utf8(std::string_view text);
/// Characters (code points) in valid UTF-8.
std::size_t length(std::string_view text);
/// At most `limit` code points of `text`.
std::string_view first_characters(std::string_view text, std::size_t limit);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// "jane@example.org", trimmed and in lower case; nothing unless it has the shape of an address.
std::optional<std::string> normalize_email(std::string_view text);

/// E.164 ("+14025550123"). Without a leading + the number is read by the North American plan (ten digits,
/// or eleven beginning with 1; area code and exchange may not begin with 0 or 1); with one, by length
/// (8 to 15 digits). An extension ("x12") is dropped.
std::optional<std::string> normalize_phone(std::string_view text);

/// The first text after `prefix` in the order of bytes: [prefix, prefix_end) holds all that begin with it.
std::string prefix_end(std::string_view prefix);

/// Text safe to put in HTML content and in double-quoted attributes.
std::string escape_html(std::string_view text);

}  // namespace wallchart
