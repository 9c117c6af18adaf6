#include "core/text.h"
#include "features/resolutions/markdown.h"
#include "features/resolutions/resolutions.h"
#include "http/paging.h"

namespace wallchart {
namespace {

struct ModelTextPath {
    Id<ModelText> id;
};
BOOST_DESCRIBE_STRUCT(ModelTextPath, (), (id))

struct ModelTextKey {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(ModelTextKey, (), (key))

struct ModelTextQuery {
    std::string language;  ///< "en", "es", or empty for both
    std::string cursor;
    int limit = 50;  ///< of own texts, 1 to 200; the program's come with the first page
};
BOOST_DESCRIBE_STRUCT(ModelTextQuery, (), (language, cursor, limit))

struct NewModelText {
    std::string title;  ///< empty: the text's own
    std::string language;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(NewModelText, (), (title, language, body))

struct ModelTextChange {
    std::optional<std::string> title;
    std::optional<std::string> language;
    std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(ModelTextChange, (), (title, language, body))

Result<Page<ModelTextView>> list(Call& call, const ModelTextQuery& query) {
    auto after = TRY(page_start(query.cursor, query.limit, 0));
    auto own = call.read([&](Reader& reader) {
        return reader.rows<ModelText>("SELECT " + columns<ModelText>() +
                                          " FROM model_text WHERE workspace_id = $1 AND id > $2 AND "
                                          "(language = $3 OR $4 = '') ORDER BY id LIMIT $5",
                                      call.access().workspace, after, query.language, query.language,
                                      query.limit + 1);
    });
    auto stored = page_of(std::move(own), query.limit);
    Page<ModelTextView> page;
    page.next = std::move(stored.next);
    if (query.cursor.empty())
        for (const auto& text : program_model_texts())
            if (query.language.empty() || text.language == query.language) page.items.push_back(text);
    for (const auto& text : stored.items)
        page.items.push_back(view_of(text));
    return page;
}

Result<ModelTextView> show(Call& call, const ModelTextKey& path) {
    return call.read([&](Reader& reader) { return find_model_text(reader, call.access(), path.key); });
}

Result<void> settle(ModelText& text) {
    if (trim(text.title).empty()) text.title = read_markdown(text.body).title;
    return check_text(text.title, text.language, text.body);
}

Result<ModelTextView> create(Call& call, const NewModelText& wanted) {
    call.set_status(201);
    return call.write("edit", "Added a model text", [&](Transaction& tx) -> Result<ModelTextView> {
        ModelText text{{}, call.access().workspace, wanted.title, wanted.language, wanted.body, {}};
        TRY(settle(text));
        tx.insert(text);
        return view_of(text);
    });
}

Result<ModelTextView> change(Call& call, const ModelTextPath& path, const ModelTextChange& wanted) {
    return call.write("edit", "Changed a model text", [&](Transaction& tx) -> Result<ModelTextView> {
        auto text = TRY(find_model_text(tx, call.access(), path.id));
        text.revision = call.expected_revision(text.revision);
        if (wanted.title) text.title = *wanted.title;
        if (wanted.language) text.language = *wanted.language;
        if (wanted.body) text.body = *wanted.body;
        TRY(settle(text));
        TRY(tx.update(text));
        return view_of(text);
    });
}

Result<Nothing> remove(Call& call, const ModelTextPath& path) {
    return call.write("edit", "Removed a model text", [&](Transaction& tx) -> Result<Nothing> {
        auto text = TRY(find_model_text(tx, call.access(), path.id));
        text.revision = call.expected_revision(text.revision);
        TRY(tx.erase(text));
        return Nothing{};
    });
}

}  // namespace

void add_model_text_routes(Router& router) {
    router.group("resolutions")
        .add(Method::get, "/model-texts", Permission::see_people, list,
             "The library of model texts: the program's first, then the workspace's own")
        .add(Method::get, "/model-texts/{key}", Permission::see_people, show,
             "A model text: the program's by its name, an own one by its id")
        .add(Method::post, "/model-texts", Permission::organize, create, "Add a model text")
        .add(Method::patch, "/model-texts/{id}", Permission::organize, change, "Change an own model text")
        .add(Method::delete_, "/model-texts/{id}", Permission::organize, remove, "Remove an own model text");
}

}  // namespace wallchart
