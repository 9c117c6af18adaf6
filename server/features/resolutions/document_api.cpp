// How a text reads while it is written, and the documents made of it.
#include "core/text.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/resolutions.h"
#include "features/resolutions/sheet.h"

namespace wallchart {
namespace {

struct DocumentQuery {
    Id<Resolution> id;
    DocumentFormat format = DocumentFormat::pdf;
    Paper paper = Paper::letter;
    int version = 0;            ///< 0: the text as adopted, else the latest
    bool line_numbers = false;  ///< in the margin, for amendments from the floor
    bool show = false;          ///< in the browser (to print it), rather than saved as a file
};
BOOST_DESCRIBE_STRUCT(DocumentQuery, (), (id, format, paper, version, line_numbers, show))

/// A text being written, for a resolution (whose mover and date fill fields) or for the library.
struct TextPreviewRequest {
    std::string body;
    std::optional<Id<Resolution>> resolution_id;
};
BOOST_DESCRIBE_STRUCT(TextPreviewRequest, (), (body, resolution_id))

struct TextPreview {
    resolution_text::TextDocument document;
    std::vector<std::string> missing;
    std::vector<resolution_text::TextFault> faults;
};
BOOST_DESCRIBE_STRUCT(TextPreview, (), (document, missing, faults))

std::string file_name(const ResolutionSheet& sheet, std::string_view ending) {
    std::string name;
    for (char c : fold(sheet.title())) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    name = name.substr(0, 80);
    while (name.ends_with('-'))
        name.pop_back();
    return (name.empty() ? "resolution" : name) + "-v" + std::to_string(sheet.version.number) +
           std::string(ending);
}

Result<Response> show_document(Call& call, const DocumentQuery& query) {
    auto sheet = TRY(call.read([&](Reader& reader) -> Result<ResolutionSheet> {
        ResolutionSheet made;
        made.resolution = TRY(find_resolution(reader, call.access(), query.id));
        auto number = query.version > 0 ? query.version : made.resolution.latest_version;
        if (query.version <= 0 && made.resolution.adopted_version_id)
            number = reader.value<int>("SELECT number FROM resolution_version WHERE id = $1",
                                       *made.resolution.adopted_version_id);
        made.version = TRY(find_version(reader, made.resolution, number));
        made.organization = organization_of(reader, made.resolution);
        made.document = read_markdown(filled_text(made.resolution, made.version));
        return made;
    }));
    switch (query.format) {
        case DocumentFormat::pdf: {
            auto response = Response::download(file_name(sheet, ".pdf"), "application/pdf",
                                               TRY(render_pdf(sheet, query.paper, query.line_numbers)));
            if (query.show)
                for (auto& [name, value] : response.headers)
                    if (name == "content-disposition") value.replace(0, value.find(';'), "inline");
            return response;
        }
        case DocumentFormat::docx:
            return Response::download(
                file_name(sheet, ".docx"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                TRY(render_docx(sheet, query.paper)));
        case DocumentFormat::markdown:
            return Response::download(file_name(sheet, ".md"), "text/markdown; charset=utf-8",
                                      render_markdown(sheet, filled_text(sheet.resolution, sheet.version)));
        case DocumentFormat::text:
            break;
    }
    return Response::download(file_name(sheet, ".txt"), "text/plain; charset=utf-8", render_text(sheet));
}

Result<TextPreview> preview(Call& call, const TextPreviewRequest& wanted) {
    auto text = wanted.body;
    if (length(text) > body_limit) return invalid("/body", "At most 60,000 characters.");
    if (wanted.resolution_id) {
        auto resolution = TRY(call.read(
            [&](Reader& reader) { return find_resolution(reader, call.access(), *wanted.resolution_id); }));
        text = resolution_text::fill_fields(text, resolution_fields(resolution));
    }
    TextPreview made;
    made.document = read_markdown(text);
    made.missing = resolution_text::field_names_in(text);
    made.faults = resolution_text::find_faults(wanted.body);
    return made;
}

}  // namespace

void add_resolution_document_routes(Router& router) {
    router.group("resolutions")
        .add(Method::post, "/resolution-preview", Permission::see_people, preview,
             "How a text reads: its clauses, blanks and faults")
        .add(Method::get, "/resolutions/{id}/document", Permission::see_people, show_document,
             "The document as PDF, DOCX, Markdown or plain text");
}

}  // namespace wallchart
