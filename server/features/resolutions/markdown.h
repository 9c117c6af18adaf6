#pragma once
// Markdown read into a document.

#include "engine/resolution_text/document.h"

#include <string_view>

namespace wallchart {

/// Reads CommonMark with fields. Links keep their text, images their description; code and HTML are shown as
/// they are written.
resolution_text::TextDocument read_markdown(std::string_view body);

}  // namespace wallchart
