#include "features/resolutions/docx_parts.h"

namespace wallchart::docx {
namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                         "\n";
constexpr std::string_view main_namespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string part(std::string_view element, std::string_view content) {
    std::string text(declaration);
    text.append("<").append(element).append(main_namespaces).append(">");
    return text.append(content).append("</").append(element).append(">");
}

std::string abstract_numbering(std::string_view id, std::string_view style, std::string_view sign) {
    std::string text;
    text.append(R"(<w:abstractNum w:abstractNumId=")").append(id);
    text.append(R"("><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>)");
    text.append(R"(<w:numFmt w:val="decimal"/><w:pStyle w:val=")").append(style);
    text.append(R"("/><w:lvlText w:val=")").append(sign);
    text.append(R"(%1"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:hanging="680"/></w:pPr>)");
    text.append(R"(<w:rPr><w:b/><w:sz w:val="16"/></w:rPr></w:lvl></w:abstractNum>)");
    return text;
}

std::string style(std::string_view id, std::string_view name, std::string_view paragraph,
                  std::string_view character, std::string_view based_on = "Normal") {
    std::string text;
    text.append(R"(<w:style w:type="paragraph" w:styleId=")").append(id);
    text.append(R"("><w:name w:val=")").append(name);
    text.append(R"("/><w:basedOn w:val=")").append(based_on).append(R"("/><w:qFormat/><w:pPr>)");
    text.append(paragraph).append("</w:pPr><w:rPr>").append(character).append("</w:rPr></w:style>");
    return text;
}

constexpr std::string_view heading_font = R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>)";

}  // namespace

const std::string_view content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/numbering.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>)"
    R"(<Override PartName="/word/settings.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>)"
    R"(<Override PartName="/word/footer1.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" )"
    R"(ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";

const std::string_view relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
    R"(Target="word/document.xml"/><Relationship Id="rId2" )"
    R"(Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" )"
    R"(Target="docProps/core.xml"/></Relationships>)";

const std::string_view document_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" )"
    R"(Target="numbering.xml"/><Relationship Id="rId3" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" )"
    R"(Target="settings.xml"/><Relationship Id="rId4" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" )"
    R"(Target="footer1.xml"/></Relationships>)";

const std::string_view settings =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" )"
    R"(w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>)";

std::string document(std::string_view paragraphs, int width, int height) {
    std::string body = "<w:body>";
    body.append(paragraphs);
    body += R"(<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w=")" +
            std::to_string(width) + R"(" w:h=")" + std::to_string(height) +
            R"("/><w:pgMar w:top="1520" w:right="1520" w:bottom="1520" w:left="1840" w:header="720" )"
            R"(w:footer="720" w:gutter="0"/></w:sectPr></w:body>)";
    return part("w:document", body);
}

std::string footer(std::string_view paragraph) {
    return part("w:ftr", paragraph);
}

std::string numbering(std::string_view whereas_sign, std::string_view resolved_sign) {
    return part("w:numbering", abstract_numbering("0", "Whereas", whereas_sign) +
                                   abstract_numbering("1", "Resolved", resolved_sign) +
                                   R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"
                                   R"(<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>)");
}

std::string styles(std::string_view language) {
    auto numbered = [](std::string_view id) {
        return R"(<w:numPr><w:numId w:val=")" + std::string(id) +
               R"("/></w:numPr><w:spacing w:before="180"/><w:ind w:left="0" w:hanging="680"/>)";
    };
    std::string text =
        R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" )"
        R"(w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="23"/><w:lang w:val=")";
    text.append(language).append(
        R"("/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>)"
        R"(<w:spacing w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>)"
        R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)");
    std::string heading(heading_font);
    text += style("BodyText", "Body Text", R"(<w:spacing w:before="180"/>)", "");
    text += style("Organization", "Organization", "<w:keepNext/>", heading + R"(<w:b/><w:sz w:val="18"/>)");
    text += style("Title", "Title", R"(<w:keepNext/><w:keepLines/><w:spacing w:before="80" w:line="240"/>)",
                  heading + R"(<w:b/><w:sz w:val="38"/>)");
    text += style(
        "Status", "Status",
        R"(<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="10" w:space="6" w:color="000000"/></w:pBdr>)"
        R"(<w:spacing w:before="120" w:after="120"/>)",
        heading + R"(<w:color w:val="4D4D4D"/><w:sz w:val="17"/>)");
    text += style("Heading2", "heading 2",
                  R"(<w:keepNext/><w:keepLines/><w:spacing w:before="360"/><w:outlineLvl w:val="1"/>)",
                  heading + R"(<w:b/><w:sz w:val="25"/>)");
    text += style("Whereas", "Whereas", numbered("1"), "");
    text += style("Resolved", "Resolved", numbered("2"), "");
    text += style("ResolutionItem", "Resolution Item", R"(<w:spacing w:before="100"/>)", "");
    text += style("Closing", "Closing", R"(<w:keepNext/><w:keepLines/><w:spacing w:before="80"/>)", "");
    text += style("Signature", "Signature", R"(<w:keepNext/><w:keepLines/><w:spacing w:before="640"/>)",
                  heading + R"(<w:sz w:val="17"/>)");
    text += style("Footer", "footer", R"(<w:tabs><w:tab w:val="right" w:pos="8540"/></w:tabs>)",
                  heading + R"(<w:color w:val="595959"/><w:sz w:val="17"/>)");
    return part("w:styles", text);
}

std::string core_properties(std::string_view title, std::string_view creator, std::string_view created) {
    std::string text(declaration);
    text.append(
        R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
        R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>)");
    text.append(title).append("</dc:title><dc:creator>").append(creator);
    text.append(R"(</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">)").append(created);
    return text.append("</dcterms:created></cp:coreProperties>");
}

}  // namespace wallchart::docx
