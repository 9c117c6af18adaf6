#pragma once
// XML of voting records as JSON values, so that the two forms of one standard are read by the same code.

#include "core/json.h"
#include "core/result.h"

#include <string_view>

namespace wallchart::tally {

/// The root element of an XML text. An element with nothing inside it is its text; any other is an object of
/// its attributes ("ObjectId" as "@id") and children, those that repeat as a list. Prefixes are left out.
/// Errors: invalid, with line and column; unsupported (a document type, another encoding than UTF-8).
Result<json::value> read_xml(std::string_view text);

/// JSON, as parse_json reads it. Errors: invalid, with line and column.
Result<json::value> read_json(std::string_view text);

/// The members of `value` with that name, whether it has none, one or a list of them.
std::vector<const json::value*> members(const json::value& value, std::string_view name);
/// The text or number with that name as text; empty where there is none.
std::string text_of(const json::value& value, std::string_view name);

}  // namespace wallchart::tally
