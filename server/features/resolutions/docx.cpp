// A resolution as WordprocessingML (ECMA-376), so that it can be edited in Word and LibreOffice.
#include "core/text.h"
#include "features/resolutions/docx_parts.h"
#include "features/resolutions/sheet.h"

#include <zip.h>

#include <cstdlib>

namespace wallchart {
namespace {

using resolution_text::TextBlock;
using resolution_text::TextBlockKind;

/// XML allows no control characters but these three.
std::string xml(std::string_view text) {
    std::string kept;
    for (char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') kept += c;
    return escape_html(kept);
}

struct Face {
    bool bold = false, italic = false, missing = false;
};

std::string run(std::string_view text, Face face = {}) {
    std::string properties;
    if (face.bold) properties += "<w:b/>";
    if (face.italic) properties += "<w:i/>";
    if (face.missing) properties += R"(<w:highlight w:val="yellow"/>)";
    if (!properties.empty()) properties = "<w:rPr>" + properties + "</w:rPr>";
    return "<w:r>" + properties + R"(<w:t xml:space="preserve">)" + xml(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view style, const std::string& runs, const std::string& properties = {}) {
    return R"(<w:p><w:pPr><w:pStyle w:val=")" + std::string(style) + R"("/>)" + properties + "</w:pPr>" +
           runs + "</w:p>";
}

std::string_view style_of(const TextBlock& block) {
    switch (block.kind) {
        case TextBlockKind::heading:
            return "Heading2";
        case TextBlockKind::whereas:
            return "Whereas";
        case TextBlockKind::resolved:
            return "Resolved";
        case TextBlockKind::item:
            return "ResolutionItem";
        case TextBlockKind::preamble:
        case TextBlockKind::paragraph:
            break;
    }
    return "BodyText";
}

std::string block_xml(const TextBlock& block, std::string_view language) {
    std::string runs;
    // An item's marker is written out: lists that start anew need a numbering of their own each.
    if (!block.marker.empty()) runs += run(block.marker) + "<w:r><w:tab/></w:r>";
    if (!block.lead.empty()) runs += run(block.lead + " ", {.bold = true});
    for (const auto& one : block.runs)
        runs += run(one.missing ? missing_field(one.text, language) : one.text,
                    {one.bold, one.italic, one.missing});
    std::string properties;
    if (block.kind == TextBlockKind::item)
        properties =
            R"(<w:ind w:left=")" + std::to_string(360 + 360 * block.level) + R"(" w:hanging="360"/>)";
    return paragraph(style_of(block), runs, properties);
}

std::string document_xml(const ResolutionSheet& sheet, Paper paper) {
    std::string body;
    if (!sheet.organization.empty()) body += paragraph("Organization", run(sheet.organization));
    body += paragraph("Title", run(sheet.title()));
    body += paragraph("Status", run(status_line(sheet)));
    for (const auto& block : sheet.document.blocks)
        body += block_xml(block, sheet.resolution.language);
    bool first = true;
    for (const auto& line : closing_lines(sheet)) {
        auto value = line.value.empty() ? std::string(36, '_') : line.value;
        body += paragraph("Closing", run(line.label + "  ", {.bold = true}) + run(value),
                          first ? R"(<w:spacing w:before="520"/>)" : "");
        first = false;
    }
    for (const auto& signer : signers(sheet))
        body += paragraph("Signature", run(std::string(46, '_')) + "<w:r><w:br/></w:r>" + run(signer));
    return docx::document(body, paper == Paper::a4 ? 11906 : 12240, paper == Paper::a4 ? 16838 : 15840);
}

std::string footer_xml(const ResolutionSheet& sheet) {
    auto number = [](std::string_view field) {
        return R"(<w:fldSimple w:instr=")" + std::string(field) +
               R"("><w:r><w:t>1</w:t></w:r></w:fldSimple>)";
    };
    bool spanish = sheet.spanish();
    auto left =
        sheet.organization.empty() ? status_line(sheet) : sheet.organization + " · " + status_line(sheet);
    return docx::footer(paragraph("Footer", run(left) + "<w:r><w:tab/></w:r>" +
                                                run(spanish ? "Página " : "Page ") + number("PAGE") +
                                                run(spanish ? " de " : " of ") + number("NUMPAGES")));
}

class Archive {
public:
    Archive() {
        m_source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
        m_zip = m_source ? zip_open_from_source(m_source, ZIP_TRUNCATE, nullptr) : nullptr;
        if (m_zip)
            zip_source_keep(m_source);
        else if (m_source)
            zip_source_free(m_source);
        m_good = m_zip != nullptr;
    }
    ~Archive() {
        if (m_zip) zip_discard(m_zip);
        if (m_good) zip_source_free(m_source);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// `content` must outlive finish().
    bool add(const char* name, const std::string& content) {
        if (!m_good) return false;
        auto* source = zip_source_buffer(m_zip, content.data(), content.size(), 0);
        if (!source) return false;
        auto at = zip_file_add(m_zip, name, source, ZIP_FL_ENC_UTF_8);
        if (at < 0) {
            zip_source_free(source);
            return false;
        }
        // One time for all: the same text is the same file. 1980-01-01 is as early as ZIP can tell.
        constexpr zip_uint16_t first_day = (0 << 9) | (1 << 5) | 1;
        return zip_file_set_dostime(m_zip, static_cast<zip_uint64_t>(at), 0, first_day, 0) == 0;
    }

    Result<std::string> finish() {
        auto failed = [] { return failure(ErrorKind::unavailable, "The document could not be made."); };
        if (!m_good || zip_close(m_zip) != 0) return failed();
        m_zip = nullptr;
        if (zip_source_open(m_source) != 0) return failed();
        zip_source_seek(m_source, 0, SEEK_END);
        auto size = zip_source_tell(m_source);
        zip_source_seek(m_source, 0, SEEK_SET);
        std::string bytes(static_cast<std::size_t>(std::max<zip_int64_t>(size, 0)), '\0');
        auto read = zip_source_read(m_source, bytes.data(), bytes.size());
        zip_source_close(m_source);
        if (read != size) return failed();
        return bytes;
    }

private:
    zip_source_t* m_source = nullptr;
    zip_t* m_zip = nullptr;
    bool m_good = false;
};

}  // namespace

Result<std::string> render_docx(const ResolutionSheet& sheet, Paper paper) {
    auto document = document_xml(sheet, paper), footer = footer_xml(sheet);
    auto numbering = docx::numbering(sheet.spanish() ? "C" : "W", "R");
    auto styles = docx::styles(sheet.spanish() ? "es-US" : "en-US");
    auto properties =
        docx::core_properties(xml(sheet.title()), xml(sheet.organization), to_string(sheet.version.at));
    std::string types(docx::content_types), relations(docx::relations), settings(docx::settings),
        document_relations(docx::document_relations);
    Archive archive;
    bool added = archive.add("[Content_Types].xml", types) && archive.add("_rels/.rels", relations) &&
                 archive.add("docProps/core.xml", properties) && archive.add("word/document.xml", document) &&
                 archive.add("word/_rels/document.xml.rels", document_relations) &&
                 archive.add("word/styles.xml", styles) && archive.add("word/numbering.xml", numbering) &&
                 archive.add("word/settings.xml", settings) && archive.add("word/footer1.xml", footer);
    if (!added) return failure(ErrorKind::unavailable, "The document could not be made.");
    return archive.finish();
}

}  // namespace wallchart
