#pragma once
// The parts of a WordprocessingML package that are the same for every resolution.

#include <string>
#include <string_view>

namespace wallchart::docx {

extern const std::string_view content_types;
extern const std::string_view relations;
extern const std::string_view document_relations;
extern const std::string_view settings;

/// word/document.xml around the paragraphs; page size in twentieths of a point.
std::string document(std::string_view paragraphs, int width, int height);
std::string footer(std::string_view paragraph);
/// Clauses count by themselves: "W1", "W2"; "R1".
std::string numbering(std::string_view whereas_sign, std::string_view resolved_sign);
std::string styles(std::string_view language);
std::string core_properties(std::string_view title, std::string_view creator, std::string_view created);

}  // namespace wallchart::docx
