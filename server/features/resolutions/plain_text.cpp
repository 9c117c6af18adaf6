// Plain text and Markdown: what goes into an e-mail or another program.
#include "core/text.h"
#include "features/resolutions/sheet.h"

#include <algorithm>

namespace wallchart {
namespace {

using resolution_text::TextBlockKind;

constexpr std::size_t line_length = 76;

/// Words in lines; the first begins with `first`, the others are indented as far.
std::string wrapped(std::string_view text, const std::string& first) {
    std::string indent(length(first), ' ');
    std::string lines = first;
    std::size_t column = indent.size();
    bool line_empty = true;
    for (auto word : split(text, ' ')) {
        if (word.empty()) continue;
        auto size = length(word);
        if (!line_empty && column + 1 + size > line_length) {
            lines += "\n" + indent;
            column = indent.size();
            line_empty = true;
        }
        if (!line_empty) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += size;
        line_empty = false;
    }
    return lines + "\n";
}

}  // namespace

std::string render_text(const ResolutionSheet& sheet) {
    const auto& language = sheet.resolution.language;
    std::string text;
    if (!sheet.organization.empty()) text += wrapped(sheet.organization, "") + "\n";
    text += wrapped(sheet.title(), "");
    text += std::string(std::min(length(sheet.title()), line_length), '=') + "\n";
    text += status_line(sheet) + "\n\n";
    for (const auto& block : sheet.document.blocks) {
        std::string first;
        if (!block.label.empty())
            first = block.label + std::string(block.label.size() < 4 ? 4 - block.label.size() : 0, ' ') + " ";
        if (block.kind == TextBlockKind::item)
            first = std::string(static_cast<std::size_t>(5 + 3 * (block.level - 1)), ' ') + block.marker +
                    (block.marker.empty() ? "   " : " ");
        text += wrapped(spoken_text(block, language), first) + "\n";
    }
    for (const auto& line : closing_lines(sheet))
        text += wrapped(line.value.empty() ? std::string(30, '_') : line.value, line.label + ": ");
    for (const auto& signer : signers(sheet))
        text += "\n\n" + std::string(40, '_') + "\n" + signer + "\n";
    return text;
}

std::string render_markdown(const ResolutionSheet& sheet, std::string_view body) {
    std::string text(trim(body));
    text += "\n\n---\n\n";
    for (const auto& line : closing_lines(sheet))
        text += "- " + line.label + ": " +
                (line.value.empty() ? "\\_\\_\\_\\_" : resolution_text::escape_markdown(line.value)) + "\n";
    return text;
}

}  // namespace wallchart
