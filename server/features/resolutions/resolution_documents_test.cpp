#include "core/text.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/page_flow.h"
#include "features/resolutions/sheet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zip.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace wallchart {
namespace {

using namespace resolution_text;

// ---- text cases ----

struct Case {
    std::string name;
    std::map<std::string, std::string> parts;  // by what follows "--- "; "" for what stands before
};

std::vector<Case> cases_of(const char* name) {
    std::ifstream file(std::filesystem::path(WALLCHART_SOURCE) / "tests/fixtures/resolutions" / name);
    EXPECT_TRUE(file) << name;
    std::vector<Case> cases;
    std::string line, part;
    while (std::getline(file, line)) {
        if (line.starts_with("== ")) {
            cases.push_back({line.substr(3), {}});
            part.clear();
        } else if (line.starts_with("--- ")) {
            part = line.substr(4);
        } else if (!cases.empty()) {
            cases.back().parts[part] += line + "\n";
        }
    }
    return cases;
}

std::string told(const TextDifference& difference) {
    std::string lines;
    for (const auto& change : difference.clauses) {
        std::string words;
        bool whole = change.edit == ClauseEdit::added || change.edit == ClauseEdit::removed;
        for (const auto& word : change.words) {
            if (whole || word.edit == WordEdit::same)
                words += word.text;
            else
                words += word.edit == WordEdit::added ? "{+" + word.text + "+}" : "[-" + word.text + "-]";
        }
        auto kind = std::string(name_of(change.kind));
        auto old_label = change.old_label.empty() ? kind : change.old_label;
        auto new_label = change.new_label.empty() ? kind : change.new_label;
        switch (change.edit) {
            case ClauseEdit::same:
                break;
            case ClauseEdit::added:
                lines += "+ " + new_label + ": " + words + "\n";
                break;
            case ClauseEdit::removed:
                lines += "- " + old_label + ": " + words + "\n";
                break;
            case ClauseEdit::changed:
                lines += new_label + " changed: " + words + "\n";
                break;
            case ClauseEdit::moved:
                lines += new_label + " moved from " + old_label + ": " + words + "\n";
                break;
            case ClauseEdit::moved_away:
                lines += "> " + old_label + " moved to " + new_label + "\n";
                break;
        }
    }
    return lines;
}

TEST(ResolutionCases, DifferencesAreToldAsWritten) {
    auto cases = cases_of("differences.txt");
    EXPECT_GE(cases.size(), 15u);
    for (auto& one : cases) {
        auto before = clauses_of(read_markdown(one.parts["old"]));
        auto after = clauses_of(read_markdown(one.parts["new"]));
        auto found = difference(before, after);
        EXPECT_EQ(trim(told(found)), trim(one.parts["told"])) << one.name;
        EXPECT_EQ(apply_difference(found, before), after) << one.name;
    }
}

TEST(ResolutionCases, DocumentsAreReadAsWritten) {
    for (auto& one : cases_of("documents.txt")) {
        auto document = read_markdown(one.parts[""]);
        std::string lines = document.title.empty() ? "" : "title: " + document.title + "\n";
        for (const auto& block : document.blocks) {
            auto label = block.label.empty() ? block.marker : block.label;
            lines += std::string(name_of(block.kind)) + (label.empty() ? "" : " " + label) + ": " +
                     marked_text(block) + "\n";
        }
        EXPECT_EQ(trim(lines), trim(one.parts["read"])) << one.name;
    }
}

TEST(ModelTexts, FiveInEachLanguageWithTheSameFields) {
    std::map<std::string, std::map<std::string, const ModelTextView*>> by_name;
    for (const auto& text : program_model_texts()) {
        by_name[text.key.substr(0, text.key.find('.'))][text.language] = &text;
        EXPECT_TRUE(check_text(text.title, text.language, text.body)) << text.key;
        auto document = read_markdown(text.body);
        EXPECT_EQ(document.language, text.language) << text.key;
        EXPECT_GE(std::ranges::count(document.blocks, TextBlockKind::whereas, &TextBlock::kind), 3)
            << text.key;
        EXPECT_GE(std::ranges::count(document.blocks, TextBlockKind::resolved, &TextBlock::kind), 3)
            << text.key;
    }
    EXPECT_EQ(by_name.size(), 5u);
    for (const auto& [name, texts] : by_name) {
        ASSERT_TRUE(texts.contains("en") && texts.contains("es")) << name;
        auto english = texts.at("en")->fields, spanish = texts.at("es")->fields;
        std::ranges::sort(english);
        std::ranges::sort(spanish);
        EXPECT_EQ(english, spanish) << name;
        EXPECT_EQ(clauses_of(read_markdown(texts.at("en")->body)).size() >=
                      clauses_of(read_markdown(texts.at("es")->body)).size(),
                  true)
            << name;
    }
}

// ---- pages ----

RC_GTEST_PROP(PageFlow, PlacesEveryLineOnceInOrderAndWithinThePage, ()) {
    auto blocks = *rc::gen::container<std::vector<FlowingBlock>>(
        rc::gen::map(rc::gen::tuple(rc::gen::inRange(1, 40), rc::gen::inRange(8, 24), rc::gen::inRange(0, 30),
                                    rc::gen::inRange(0, 4), rc::gen::inRange(0, 4)),
                     [](const auto& made) {
                         const auto& [lines, height, before, together, next] = made;
                         return FlowingBlock{lines, double(height), double(before), together == 0, next == 0};
                     }));
    constexpr double page_height = 300;
    auto places = flow(blocks, page_height);
    RC_ASSERT(places.size() == blocks.size());
    PlacedLine last{0, -1};
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        RC_ASSERT(places[at].size() == static_cast<std::size_t>(blocks[at].lines));
        std::map<int, int> on_page;
        for (const auto& line : places[at]) {
            RC_ASSERT(line.top >= 0 && line.top + blocks[at].line_height <= page_height + 0.1);
            RC_ASSERT((line.page == last.page ? line.top > last.top : line.page == last.page + 1));
            ++on_page[line.page];
            last = line;
        }
        bool split = on_page.size() > 1;
        for (const auto& [page, count] : on_page)
            RC_ASSERT(!split || count >= 2);
        if (blocks[at].keep_together && split)
            RC_ASSERT(blocks[at].lines * blocks[at].line_height > page_height);
    }
}

TEST(PageFlow, AHeadingGoesToThePageOfItsText) {
    auto places = flow({{17, 16, 0}, {1, 16, 8, true, true}, {4, 16, 8}}, 300);
    EXPECT_EQ(places[0].back().page, 0);
    EXPECT_EQ(places[1].front().page, 1);
    EXPECT_EQ(places[1].front().top, 0);
    EXPECT_EQ(places[2].front().page, 1);
}

// ---- formats ----

ResolutionSheet sheet_of(std::string_view body, ResolutionState state = ResolutionState::adopted) {
    ResolutionSheet sheet;
    sheet.organization = "Harbor & Dock Workers Local 12";
    auto& resolution = sheet.resolution;
    resolution.title = "Untitled";
    resolution.language = "en";
    resolution.state = state;
    resolution.mover = "Łucja Żółć";
    resolution.seconder = "José Peña";
    resolution.decided_on = *parse_date("2026-05-06");
    resolution.decided_by = "membership meeting";
    resolution.votes_for = 52;
    resolution.votes_against = 3;
    resolution.votes_abstained = 1;
    resolution.evidence = "minutes of May 6, page 2";
    sheet.version.number = 3;
    sheet.version.at = *parse_instant("2026-05-06T20:00:00Z");
    sheet.document = read_markdown(body);
    return sheet;
}

constexpr std::string_view sample_body =
    "# Endorse Ana Rivera & slate\n\nWHEREAS, rents **rose** <fast>; and\n\nRESOLVED, that {local} endorses "
    "*Ana Rivera*:\n\n1. at once;\n2. in writing.\n";

/// What a program prints; nothing where it is not installed.
std::optional<std::string> output_of(const std::string& command) {
    auto* pipe = popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe) return std::nullopt;
    std::string output;
    std::array<char, 4096> buffer;
    while (auto count = fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), count);
    if (pclose(pipe) != 0) return std::nullopt;
    return output;
}

std::filesystem::path write_file(const std::string& name, const std::string& bytes) {
    auto path =
        std::filesystem::temp_directory_path() / ("wallchart_" + to_string(new_id<Resolution>()) + name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

TEST(ResolutionPdf, HoldsItsTextAndIsTheSameEachTime) {
    auto sheet = sheet_of(sample_body);
    auto pdf = render_pdf(sheet, Paper::letter, true);
    ASSERT_TRUE(pdf);
    EXPECT_TRUE(pdf->starts_with("%PDF-"));
    EXPECT_EQ(*pdf, *render_pdf(sheet, Paper::letter, true));
    EXPECT_NE(*pdf, *render_pdf(sheet, Paper::a4, true));
    auto path = write_file(".pdf", *pdf);
    auto text = output_of("pdftotext -layout " + path.string() + " -");
    auto information = output_of("pdfinfo " + path.string());
    std::filesystem::remove(path);
    if (!text || !information) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    for (const char* part : {"Endorse Ana Rivera & slate", "WHEREAS, rents rose <fast>", "R1", "[local]",
                             "Moved by", "Łucja Żółć", "Wednesday, May 6, 2026, membership meeting",
                             "52 for, 3 against, 1 abstaining", "Page 1 of 1", "As adopted"})
        EXPECT_NE(text->find(part), std::string::npos) << part << "\n" << *text;
    EXPECT_NE(information->find("612 x 792 pts (letter)"), std::string::npos) << *information;
}

TEST(ResolutionPdf, ALongTextHasPagesAndAnEmptyOneHasOne) {
    std::string body = "# Long\n\n";
    for (int at = 0; at < 60; ++at)
        body +=
            "WHEREAS, the members of this local have met and have talked about rents, fares, wages and "
            "hours, "
            "and found that they agree;\n\n";
    auto path = write_file(".pdf", *render_pdf(sheet_of(body), Paper::a4, false));
    auto empty = write_file(".pdf", *render_pdf(sheet_of(""), Paper::a4, false));
    auto information = output_of("pdfinfo " + path.string()), other = output_of("pdfinfo " + empty.string());
    std::filesystem::remove(path);
    std::filesystem::remove(empty);
    if (!information || !other) GTEST_SKIP() << "pdfinfo (poppler-utils) is not installed";
    EXPECT_NE(other->find("Pages:           1"), std::string::npos) << *other;
    EXPECT_EQ(information->find("Pages:           1\n"), std::string::npos) << *information;
}

/// The files of a ZIP archive.
std::map<std::string, std::string> unzipped(const std::string& bytes) {
    std::map<std::string, std::string> files;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    EXPECT_NE(archive, nullptr);
    if (!archive) return files;
    for (zip_int64_t at = 0; at < zip_get_num_entries(archive, 0); ++at) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(at), 0, &stat);
        std::string content(stat.size, '\0');
        auto* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(at), 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        files[stat.name] = content;
    }
    zip_close(archive);
    return files;
}

TEST(ResolutionDocx, IsAWellFormedPackageAndTheSameEachTime) {
    auto sheet = sheet_of(sample_body);
    auto docx = render_docx(sheet, Paper::a4);
    ASSERT_TRUE(docx);
    EXPECT_EQ(*docx, *render_docx(sheet, Paper::a4));
    auto files = unzipped(*docx);
    const auto& document = files["word/document.xml"];
    EXPECT_NE(document.find("Endorse Ana Rivera &amp; slate"), std::string::npos);
    EXPECT_NE(document.find("&lt;fast&gt;"), std::string::npos);
    EXPECT_NE(document.find(R"(<w:pStyle w:val="Whereas"/>)"), std::string::npos);
    EXPECT_NE(
        document.find(R"(<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[local]</w:t>)"),
        std::string::npos);
    EXPECT_NE(files["[Content_Types].xml"].find("/word/document.xml"), std::string::npos);
    // Every part that the package names is there, and every style that the text uses.
    for (const char* part : {"word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footer1.xml",
                             "word/_rels/document.xml.rels", "_rels/.rels", "docProps/core.xml"})
        EXPECT_TRUE(files.contains(part)) << part;
    constexpr std::string_view use = "<w:pStyle w:val=\"";
    for (const auto* text :
         {&files["word/document.xml"], &files["word/footer1.xml"], &files["word/numbering.xml"]})
        for (auto at = text->find(use); at != std::string::npos; at = text->find(use, at + 1)) {
            auto name = text->substr(at + use.size(), text->find('"', at + use.size()) - at - use.size());
            EXPECT_NE(files["word/styles.xml"].find("w:styleId=\"" + name + "\""), std::string::npos) << name;
        }
    if (!output_of("xmllint --version && true")) return;
    for (const auto& [name, content] : files) {
        auto path = write_file(".xml", content);
        EXPECT_TRUE(output_of("xmllint --noout " + path.string())) << name;
        std::filesystem::remove(path);
    }
}

TEST(ResolutionText, ReadsAsAnEMail) {
    EXPECT_EQ(
        render_text(sheet_of("# Endorse Ana Rivera\n\nWHEREAS, the members of this local have met and have "
                             "talked about rents, fares and wages;\n\nRESOLVED, that {local} acts:\n\n"
                             "1. at once.")),
        "Harbor & Dock Workers Local 12\n\n"
        "Endorse Ana Rivera\n"
        "==================\n"
        "As adopted Wednesday, May 6, 2026\n\n"
        "W1   WHEREAS, the members of this local have met and have talked about\n"
        "     rents, fares and wages;\n\n"
        "R1   RESOLVED, that [local] acts:\n\n"
        "     1. at once.\n\n"
        "Moved by: Łucja Żółć\n"
        "Seconded by: José Peña\n"
        "Adopted: Wednesday, May 6, 2026, membership meeting\n"
        "Vote: 52 for, 3 against, 1 abstaining\n"
        "Record: minutes of May 6, page 2\n"
        "\n\n________________________________________\nChair of the meeting\n"
        "\n\n________________________________________\nRecording secretary\n");
}

TEST(ResolutionText, ADraftIsNotTakenForTheAdoptedText) {
    auto sheet = sheet_of("Text.", ResolutionState::draft);
    EXPECT_EQ(status_line(sheet), "Draft, version 3");
    sheet.resolution.language = "es";
    EXPECT_EQ(status_line(sheet), "Borrador, versión 3");
    EXPECT_EQ(long_date(*parse_date("2026-05-06"), "es"), "miércoles 6 de mayo de 2026");
    EXPECT_EQ(listed({"A", "B", "C"}, "es"), "A, B y C");
    sheet = sheet_of("Text.");
    sheet.resolution.adopted_version_id = Id<ResolutionVersion>{99};
    EXPECT_EQ(status_line(sheet), "Draft, version 3");
}

}  // namespace
}  // namespace wallchart
