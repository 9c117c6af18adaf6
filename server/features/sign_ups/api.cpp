#include "core/assets.h"
#include "features/duplicates/duplicates.h"
#include "features/sign_ups/sign_ups.h"

namespace wallchart {
namespace {

struct JoinPath {
    std::string slug;
    std::string lang;
};
BOOST_DESCRIBE_STRUCT(JoinPath, (), (slug, lang))

struct JoinSuggestPath {
    std::string slug;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(JoinSuggestPath, (), (slug, text))

struct JoinSuggestions {
    std::vector<PlacementSuggestion> items;
};
BOOST_DESCRIBE_STRUCT(JoinSuggestions, (), (items))

struct JoinPageChange {
    bool is_open = true;
    std::string headline_en;
    std::string headline_es;
    std::string text_en;
    std::string text_es;
};
BOOST_DESCRIBE_STRUCT(JoinPageChange, (), (is_open, headline_en, headline_es, text_en, text_es))

/// As asked for, else as the browser prefers, else the workspace's.
std::string language_of(const Call& call, const JoinPath& path, const Workspace& workspace) {
    if (path.lang == "en" || path.lang == "es") return path.lang;
    auto preferred = call.request().header("accept-language").substr(0, 2);
    if (preferred == "en" || preferred == "es") return std::string(preferred);
    return workspace.language;
}

std::vector<PlacementSuggestion> suggestions_for(const union_name::Directory& directory,
                                                 std::string_view text) {
    std::vector<PlacementSuggestion> items;
    for (auto& candidate : directory.resolve(text).candidates)
        items.push_back({Id<Organization>{candidate.id}, candidate.label, candidate.probability});
    if (items.empty())
        for (auto& candidate : directory.suggest(text))
            items.push_back({Id<Organization>{candidate.id}, candidate.label, 0});
    return items;
}

Result<Response> show(Call& call, const JoinPath& path) {
    auto open = TRY(call.read([&](Reader& reader) { return find_join_page(reader, path.slug); }));
    auto language = language_of(call, path, open.workspace);
    if (!open.page.is_open) return Response::html(render_closed_page(open, language));
    return Response::html(render_join_page(open, language, {}));
}

Result<Response> send(Call& call, const JoinPath& path) {
    auto open = TRY(call.read([&](Reader& reader) { return find_join_page(reader, path.slug); }));
    auto language = language_of(call, path, open.workspace);
    if (!open.page.is_open) return Response::html(render_closed_page(open, language), 409);
    JoinPageState state;
    state.form = read_join_form(call.request().body);
    if (state.form.find) {
        auto directory =
            call.read([&](Reader& reader) { return union_directory(reader, open.workspace.id); });
        state.suggestions = suggestions_for(*directory, state.form.organization);
        state.looked_up = true;
        return Response::html(render_join_page(open, language, state));
    }
    // A machine that fills in every field gets the same thanks, and nothing is kept.
    if (!state.form.trap.empty()) return Response::html(render_thanks_page(open, language, {}));
    auto checked = check_join(state.form, language);
    if (!checked) {
        state.faults = checked.error().fields;
        return Response::html(render_join_page(open, language, state), 422);
    }
    Change change{open.workspace.id, {}, "sign_up", "Signed up on the public page"};
    auto done = call.services().database.write(change, [&](Transaction& tx) -> Result<SignedUp> {
        TRY(count_attempt(tx, call.request().peer));
        look_for_duplicates(tx, DuplicateSource::sign_up);
        return sign_up(tx, open.workspace, state.form, *checked, language);
    });
    if (!done) {
        state.faults.push_back({"", done.error().message});
        return Response::html(render_join_page(open, language, state), status_of(done.error().kind));
    }
    return Response::html(render_thanks_page(open, language, *done));
}

Result<JoinSuggestions> suggest(Call& call, const JoinSuggestPath& path) {
    auto directory =
        TRY(call.read([&](Reader& reader) -> Result<std::shared_ptr<const union_name::Directory>> {
            auto open = TRY(find_join_page(reader, path.slug));
            if (!open.page.is_open) return not_found("This page");
            return union_directory(reader, open.workspace.id);
        }));
    JoinSuggestions answer;
    for (auto& candidate : directory->suggest(path.text, 6))
        answer.items.push_back({Id<Organization>{candidate.id}, candidate.label, 0});
    return answer;
}

Result<Response> script(Call&) {
    Response response;
    response.content_type = "text/javascript; charset=utf-8";
    response.content = find_asset("assets/join.js").value_or("");
    response.headers.emplace_back("cache-control", "public, max-age=3600");
    return response;
}

/// The typefaces that the web app brings, whatever their hashed names; then the page's own rules.
std::string style_text() {
    std::string css;
    auto face = [&](std::string_view family, std::string_view start, std::string_view weights) {
        for (const auto& asset : assets_in(start))
            css += "@font-face{font-family:" + std::string(family) + ";font-weight:" + std::string(weights) +
                   ";font-stretch:62% 125%;font-display:swap;src:url(/" + std::string(asset.name.substr(4)) +
                   ") format(\"woff2\")}\n";
    };
    face("Archivo", "web/assets/archivo-latin-standard", "100 900");
    face("Inter", "web/assets/inter-latin-wght", "100 900");
    return css + std::string(find_asset("assets/join.css").value_or(""));
}

Result<Response> style(Call&) {
    static const std::string text = style_text();
    Response response;
    response.content_type = "text/css; charset=utf-8";
    response.content = text;
    response.headers.emplace_back("cache-control", "public, max-age=3600");
    return response;
}

Result<JoinPage> show_settings(Call& call) {
    return call.read([&](Reader& reader) { return join_page_of(reader, call.access().workspace); });
}

Result<JoinPage> change_settings(Call& call, const JoinPageChange& change) {
    return call.write("edit", "Public sign-up page changed", [&](Transaction& tx) {
        JoinPage page;
        page.is_open = change.is_open;
        page.headline_en = change.headline_en;
        page.headline_es = change.headline_es;
        page.text_en = change.text_en;
        page.text_es = change.text_es;
        page.revision = call.expected_revision({});
        return save_join_page(tx, call.access(), page);
    });
}

}  // namespace

void add_sign_up_routes(Router& router) {
    router.group("sign_ups")
        .add(Method::get, "//join/{slug}", Permission::anyone, show, "The public sign-up page")
        .add(Method::post, "//join/{slug}", Permission::anyone, send,
             "Signs somebody up from the public page")
        .add(Method::get, "//join/{slug}/unions", Permission::anyone, suggest,
             "Unions and locals of the directory for what has been typed so far")
        .add(Method::get, "//join-page.js", Permission::anyone, script,
             "Suggestions while typing, where scripts run")
        .add(Method::get, "//join-page.css", Permission::anyone, style, "How the public page looks")
        .add(Method::get, "/join-page", Permission::organize, show_settings, "What the public page says")
        .add(Method::put, "/join-page", Permission::organize, change_settings,
             "Change what the public page says");
}

}  // namespace wallchart
