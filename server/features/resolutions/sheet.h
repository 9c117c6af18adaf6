#pragma once
// A resolution as it goes on paper: its text, its facts, and the words around them in its language. Every
// format is made from this.

#include "features/resolutions/resolutions.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class Paper : std::uint8_t { a4, letter };
BOOST_DESCRIBE_ENUM(Paper, a4, letter)

enum class DocumentFormat : std::uint8_t { pdf, docx, markdown, text };
BOOST_DESCRIBE_ENUM(DocumentFormat, pdf, docx, markdown, text)

struct ResolutionSheet {
    Resolution resolution;
    ResolutionVersion version;
    std::string organization;
    resolution_text::TextDocument document;  ///< of the version, with the fields filled that are known now

    bool spanish() const { return resolution.language == "es"; }
    /// The document's own title, else the resolution's.
    const std::string& title() const;
};

/// A line of the closing block: "Moved by" and who it was; an empty value is a line to write on.
struct ClosingLine {
    std::string label;
    std::string value;
};

/// "Wednesday, May 6, 2026"; "miércoles 6 de mayo de 2026".
std::string long_date(Date date, std::string_view language);
/// "A, B and C".
std::string listed(const std::vector<std::string>& parts, std::string_view language);
/// What stands for a field without value: "[mover]", "[quien propone]".
std::string missing_field(std::string_view field, std::string_view language);

/// "Draft, version 2", "As adopted May 6, 2026": a printed draft is not to be taken for the adopted text.
std::string status_line(const ResolutionSheet& sheet);
/// Mover, seconder, decision, vote and record.
std::vector<ClosingLine> closing_lines(const ResolutionSheet& sheet);
/// Who signs: chair and secretary.
std::vector<std::string> signers(const ResolutionSheet& sheet);
/// "Page 2 of 3".
std::string page_line(const ResolutionSheet& sheet, int page, int pages);
/// The text of a block as it is read aloud, with words for missing fields.
std::string spoken_text(const resolution_text::TextBlock& block, std::string_view language);

/// Plain text, lines of at most 76 characters.
std::string render_text(const ResolutionSheet& sheet);
/// The version's Markdown with the closing block.
std::string render_markdown(const ResolutionSheet& sheet, std::string_view body);
/// PDF with text that can be searched and copied. The same bytes for the same sheet and fonts.
Result<std::string> render_pdf(const ResolutionSheet& sheet, Paper paper, bool line_numbers);
/// WordprocessingML. The same bytes for the same sheet.
Result<std::string> render_docx(const ResolutionSheet& sheet, Paper paper);

}  // namespace wallchart
