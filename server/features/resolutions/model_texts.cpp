#include "core/assets.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/resolutions.h"

namespace wallchart {

ModelTextView view_of(const ModelText& text) {
    return {to_string(text.id), true,      text.title,
            text.language,      text.body, resolution_text::field_names_in(text.body),
            text.revision};
}

const std::vector<ModelTextView>& program_model_texts() {
    static const auto texts = [] {
        constexpr std::string_view folder = "assets/model_texts/", ending = ".md";
        std::vector<ModelTextView> found;
        for (const auto& asset : assets_in(folder)) {
            if (!asset.name.ends_with(ending)) continue;
            ModelTextView text;
            text.key = asset.name.substr(folder.size(), asset.name.size() - folder.size() - ending.size());
            text.language = text.key.substr(text.key.rfind('.') + 1);
            text.body = asset.content;
            text.fields = resolution_text::field_names_in(text.body);
            text.title = read_markdown(text.body).title;
            found.push_back(std::move(text));
        }
        return found;
    }();
    return texts;
}

Result<ModelText> find_model_text(Reader& reader, const Access& access, Id<ModelText> id) {
    auto text = reader.row<ModelText>(
        "SELECT " + columns<ModelText>() + " FROM model_text WHERE id = $1 AND workspace_id = $2", id,
        access.workspace);
    if (!text) return not_found("The model text");
    return *text;
}

Result<ModelTextView> find_model_text(Reader& reader, const Access& access, std::string_view key) {
    for (const auto& text : program_model_texts())
        if (text.key == key) return text;
    auto id = parse_id<ModelText>(key);
    if (!id) return not_found("The model text");
    return view_of(TRY(find_model_text(reader, access, *id)));
}

}  // namespace wallchart
