// A resolution as PDF, with pango for the text and cairo for the pages.
#include "core/text.h"
#include "features/resolutions/page_flow.h"
#include "features/resolutions/sheet.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace wallchart {
namespace {

using resolution_text::TextBlock;
using resolution_text::TextBlockKind;

// The first of these that is installed; fontconfig falls back letter by letter.
constexpr auto text_faces =
    "Libertinus Serif,Linux Libertine O,Source Serif 4,Charis SIL,Liberation Serif,DejaVu Serif,serif";
constexpr auto heading_faces = "Archivo,Inter,Liberation Sans,DejaVu Sans,sans-serif";

constexpr double margin_left = 92, margin_right = 76, margin_top = 76, margin_bottom = 84;
constexpr double label_left = 56, line_number_right = 44;  ///< in the margin
constexpr double text_size = 11.5, text_leading = 16.5;

struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

struct Style {
    const char* faces = text_faces;
    double size = text_size;
    PangoWeight weight = PANGO_WEIGHT_NORMAL;
    double leading = text_leading;
};
constexpr Style text_style{};
constexpr Style title_style{heading_faces, 19, PANGO_WEIGHT_HEAVY, 24};
constexpr Style heading_style{heading_faces, 12.5, PANGO_WEIGHT_BOLD, 17};
constexpr Style small_style{heading_faces, 8.5, PANGO_WEIGHT_NORMAL, 12};
constexpr Style label_style{heading_faces, 8, PANGO_WEIGHT_BOLD, text_leading};

/// A stretch of text and what it looks like there.
struct Stretch {
    std::string text;
    bool bold = false, italic = false, missing = false;
};

enum class Ruled : std::uint8_t { none, below, to_write_on };

/// What stands on the page: a paragraph, perhaps with a label beside it.
struct Piece {
    Owned<PangoLayout> layout;
    double indent = 0;
    std::string label;
    Ruled ruled = Ruled::none;
    bool numbered = false;  ///< its lines count
    double grey = 0;
    const char* tag = "P";
    FlowingBlock flowing;
};

class Pdf {
public:
    Pdf(const ResolutionSheet& sheet, Paper paper, bool line_numbers)
        : m_sheet(sheet),
          m_width(paper == Paper::a4 ? 595.276 : 612),
          m_height(paper == Paper::a4 ? 841.89 : 792),
          m_line_numbers(line_numbers),
          m_surface(cairo_pdf_surface_create_for_stream(&Pdf::write, &m_bytes, m_width, m_height)),
          m_cairo(cairo_create(m_surface.get())) {}

    Result<std::string> run() {
        describe();
        head();
        for (const auto& block : m_sheet.document.blocks)
            body(block);
        closing();
        draw();
        m_cairo.reset();
        cairo_surface_finish(m_surface.get());
        if (cairo_surface_status(m_surface.get()) != CAIRO_STATUS_SUCCESS)
            return failure(ErrorKind::unavailable, "The PDF could not be made.");
        return std::move(m_bytes);
    }

private:
    static cairo_status_t write(void* bytes, const unsigned char* data, unsigned int count) {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), count);
        return CAIRO_STATUS_SUCCESS;
    }

    void describe() {
        auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
            cairo_pdf_surface_set_metadata(m_surface.get(), what, text.c_str());
        };
        set(CAIRO_PDF_METADATA_TITLE, m_sheet.title());
        set(CAIRO_PDF_METADATA_AUTHOR, m_sheet.organization);
        set(CAIRO_PDF_METADATA_SUBJECT, status_line(m_sheet));
        // The version's own time: the same version is the same file.
        set(CAIRO_PDF_METADATA_CREATE_DATE, to_string(m_sheet.version.at));
    }

    Owned<PangoLayout> layout(const std::vector<Stretch>& stretches, const Style& style, double width) {
        Owned<PangoLayout> made(pango_cairo_create_layout(m_cairo.get()));
        Owned<PangoFontDescription> font(pango_font_description_new());
        pango_font_description_set_family_static(font.get(), style.faces);
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), style.weight);
        pango_layout_set_font_description(made.get(), font.get());
        std::string text;
        Owned<PangoAttrList> attributes(pango_attr_list_new());
        for (const auto& stretch : stretches) {
            auto from = static_cast<guint>(text.size());
            text += stretch.text;
            auto add = [&](PangoAttribute* attribute) {
                attribute->start_index = from;
                attribute->end_index = static_cast<guint>(text.size());
                pango_attr_list_insert(attributes.get(), attribute);
            };
            if (stretch.bold) add(pango_attr_weight_new(PANGO_WEIGHT_BOLD));
            if (stretch.italic) add(pango_attr_style_new(PANGO_STYLE_ITALIC));
            if (stretch.missing) {
                add(pango_attr_background_new(0xe800, 0xe400, 0xdc00));
                add(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
            }
        }
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
        pango_layout_set_attributes(made.get(), attributes.get());
        pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        return made;
    }

    Piece& add(const std::vector<Stretch>& stretches, const Style& style, double space_before,
               double indent = 0) {
        Piece piece;
        piece.layout = layout(stretches, style, text_width() - indent);
        piece.indent = indent;
        piece.flowing.lines = pango_layout_get_line_count(piece.layout.get());
        piece.flowing.line_height = style.leading;
        piece.flowing.space_before = space_before;
        return m_pieces.emplace_back(std::move(piece));
    }

    void head() {
        if (!m_sheet.organization.empty()) {
            auto& line = add({{m_sheet.organization, true}}, small_style, 0);
            line.flowing.keep_with_next = true;
        }
        auto& title = add({{m_sheet.title()}}, title_style, 4);
        title.flowing.keep_together = title.flowing.keep_with_next = true;
        title.tag = "H1";
        auto& status = add({{status_line(m_sheet)}}, small_style, 6);
        status.grey = 0.3;
        status.ruled = Ruled::below;
        status.flowing.keep_with_next = true;
    }

    void body(const TextBlock& block) {
        std::vector<Stretch> stretches;
        if (!block.lead.empty()) stretches.push_back({block.lead + " ", true});
        bool heading = block.kind == TextBlockKind::heading, item = block.kind == TextBlockKind::item;
        for (const auto& run : block.runs)
            stretches.push_back(
                {run.missing ? missing_field(run.text, m_sheet.resolution.language) : run.text, run.bold,
                 run.italic, run.missing});
        auto& piece = add(stretches, heading ? heading_style : text_style,
                          heading ? 18
                          : item  ? 5
                                  : 9,
                          item ? 22.0 * block.level : 0);
        piece.label = item ? block.marker : block.label;
        piece.numbered = true;
        if (heading) {
            piece.flowing.keep_with_next = piece.flowing.keep_together = true;
            piece.tag = "H2";
        }
    }

    /// Mover, decision and signatures, all on one page.
    void closing() {
        bool first = true;
        for (const auto& line : closing_lines(m_sheet)) {
            auto& piece = add({{line.label + (line.value.empty() ? "" : "  "), true}, {line.value}},
                              text_style, first ? 26 : 4);
            if (line.value.empty()) piece.ruled = Ruled::to_write_on;
            piece.flowing.keep_with_next = piece.flowing.keep_together = true;
            first = false;
        }
        for (const auto& signer : signers(m_sheet)) {
            auto& piece = add({{signer}}, small_style, 40);
            piece.ruled = Ruled::to_write_on;
            piece.flowing.keep_with_next = piece.flowing.keep_together = true;
        }
    }

    double text_width() const { return m_width - margin_left - margin_right; }

    void draw() {
        std::vector<FlowingBlock> blocks;
        for (const auto& piece : m_pieces)
            blocks.push_back(piece.flowing);
        auto places = flow(blocks, m_height - margin_top - margin_bottom);
        int pages = 1;
        for (const auto& lines : places)
            for (const auto& line : lines)
                pages = std::max(pages, line.page + 1);
        for (int page = 0; page < pages; ++page) {
            int number = 0;  // lines are counted from the top of each page, as speakers name them
            for (std::size_t at = 0; at < m_pieces.size(); ++at)
                draw(m_pieces[at], places[at], page, number);
            foot(page, pages);
            cairo_show_page(m_cairo.get());
        }
    }

    void draw(Piece& piece, const std::vector<PlacedLine>& lines, int page, int& number) {
        auto* cairo = m_cairo.get();
        bool tagged = false;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (lines[at].page != page) continue;
            if (!tagged) cairo_tag_begin(cairo, piece.tag, nullptr);
            tagged = true;
            auto* line = pango_layout_get_line_readonly(piece.layout.get(), static_cast<int>(at));
            double baseline = margin_top + lines[at].top + 0.74 * piece.flowing.line_height;
            double left = margin_left + piece.indent;
            if (at == 0 && !piece.label.empty()) {
                bool item = piece.indent > 0;
                put({{piece.label}}, item ? text_style : label_style,
                    item ? left - 18 : margin_left - (margin_left - label_left), baseline, item ? 0 : 0.3);
            }
            cairo_set_source_rgb(cairo, piece.grey, piece.grey, piece.grey);
            cairo_move_to(cairo, left, baseline);
            pango_cairo_show_layout_line(cairo, line);
            if (piece.numbered && m_line_numbers) {
                auto text = std::to_string(++number);
                Owned<PangoLayout> numeral(layout({{text}}, small_style, 40));
                int width = 0;
                pango_layout_get_size(numeral.get(), &width, nullptr);
                put({{text}}, small_style, line_number_right - width / static_cast<double>(PANGO_SCALE),
                    baseline, 0.45);
            }
            if (at + 1 == lines.size()) rule(piece, line, baseline);
        }
        if (tagged) cairo_tag_end(cairo, piece.tag);
    }

    /// The line under the head, or one to write on: after a label, or above who signs.
    void rule(const Piece& piece, PangoLayoutLine* line, double baseline) {
        if (piece.ruled == Ruled::none) return;
        auto* cairo = m_cairo.get();
        double from = margin_left, to = m_width - margin_right, y = baseline + 7;
        if (piece.ruled == Ruled::to_write_on) {
            bool signature = piece.flowing.line_height < text_leading;
            PangoRectangle extents;
            pango_layout_line_get_extents(line, nullptr, &extents);
            from =
                signature ? margin_left : margin_left + extents.width / static_cast<double>(PANGO_SCALE) + 6;
            to = margin_left + 260;
            y = signature ? baseline - 11 : baseline + 1.5;
        }
        cairo_set_source_rgb(cairo, 0, 0, 0);
        cairo_set_line_width(cairo, piece.ruled == Ruled::below ? 1.2 : 0.6);
        cairo_move_to(cairo, from, y);
        cairo_line_to(cairo, to, y);
        cairo_stroke(cairo);
    }

    void foot(int page, int pages) {
        auto left = m_sheet.organization.empty() ? status_line(m_sheet)
                                                 : m_sheet.organization + " · " + status_line(m_sheet);
        auto right = page_line(m_sheet, page + 1, pages);
        Owned<PangoLayout> measured(layout({{right}}, small_style, text_width()));
        int width = 0;
        pango_layout_get_size(measured.get(), &width, nullptr);
        double right_width = width / static_cast<double>(PANGO_SCALE);
        double baseline = m_height - margin_bottom + 44;
        Owned<PangoLayout> shortened(layout({{left}}, small_style, text_width() - right_width - 12));
        pango_layout_set_ellipsize(shortened.get(), PANGO_ELLIPSIZE_END);
        show(shortened.get(), margin_left, baseline, 0.35);
        put({{right}}, small_style, m_width - margin_right - right_width, baseline, 0.35);
    }

    void put(const std::vector<Stretch>& text, const Style& style, double x, double baseline, double grey) {
        Owned<PangoLayout> made(layout(text, style, text_width()));
        show(made.get(), x, baseline, grey);
    }

    void show(PangoLayout* made, double x, double baseline, double grey) {
        cairo_set_source_rgb(m_cairo.get(), grey, grey, grey);
        cairo_move_to(m_cairo.get(), x, baseline);
        pango_cairo_show_layout_line(m_cairo.get(), pango_layout_get_line_readonly(made, 0));
    }

    const ResolutionSheet& m_sheet;
    double m_width, m_height;
    bool m_line_numbers;
    std::string m_bytes;
    Owned<cairo_surface_t> m_surface;
    Owned<cairo_t> m_cairo;
    std::vector<Piece> m_pieces;
};

}  // namespace

Result<std::string> render_pdf(const ResolutionSheet& sheet, Paper paper, bool line_numbers) {
    return Pdf(sheet, paper, line_numbers).run();
}

}  // namespace wallchart
