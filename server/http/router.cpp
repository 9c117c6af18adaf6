#include "http/router.h"

#include "core/text.h"

namespace wallchart {
namespace {

constexpr std::string_view prefix = "/api/v1";

/// The segments of a path without the empty first one.
std::vector<std::string_view> segments_of(std::string_view path) {
    if (path.starts_with('/')) path.remove_prefix(1);
    return split(path, '/');
}

bool is_placeholder(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}

}  // namespace

std::string Router::full_path(const Route& route) {
    if (route.path.starts_with("//")) return route.path.substr(1);
    return std::string(prefix) + route.path;
}

void Router::index_last() {
    Pattern pattern;
    const auto path = full_path(m_routes.back());
    for (auto segment : segments_of(path))
        pattern.segments.emplace_back(is_placeholder(segment) ? std::string_view{} : segment);
    pattern.route = m_routes.size() - 1;
    m_patterns[pattern.segments.size()].push_back(std::move(pattern));
}

Router::Match Router::match(Method method, std::string_view path) const {
    Match match;
    auto given = segments_of(path);
    auto found = m_patterns.find(given.size());
    if (found == m_patterns.end()) return match;
    const Pattern* best = nullptr;
    std::size_t fewest = SIZE_MAX;
    for (const auto& pattern : found->second) {
        std::size_t open = 0;
        bool fits = true;
        for (std::size_t at = 0; at < given.size() && fits; ++at) {
            const auto& wanted = pattern.segments[at];
            if (wanted.empty() && !given[at].empty()) ++open;
            fits = wanted.empty() ? !given[at].empty() : wanted == given[at];
        }
        if (!fits) continue;
        match.path_known = true;
        // "/people/search" stands before "/people/{id}", in whatever order they were added.
        if (m_routes[pattern.route].method != method || open >= fewest) continue;
        best = &pattern;
        fewest = open;
    }
    if (best == nullptr) return match;
    match.route = &m_routes[best->route];
    for (std::size_t at = 0; at < given.size(); ++at)
        if (best->segments[at].empty()) match.values.emplace_back(given[at]);
    return match;
}

Result<void> decode_parameters(const Route& route, const Request& request,
                               const std::vector<std::string>& path_values, const RecordType& type,
                               void* into) {
    Error error{ErrorKind::invalid, "Some parameters are not right."};
    auto take = [&](std::string_view name, std::string_view text) {
        auto field = type.find(name);
        // Links to public pages are shared with what others hang on to them ("?utm_source=...").
        if (!field && route.path.starts_with("//")) return;
        if (!field) {
            error.fields.push_back(
                {"/" + std::string(first_characters(name, 100)), "This parameter is not known."});
            return;
        }
        const auto& found = type.fields[*field];
        if (auto done = decode_scalar(text, *found.type, found.in(into)); !done)
            error.fields.push_back({"/" + std::string(name), done.error().message});
    };
    std::size_t next = 0;
    for (auto segment :
         segments_of(route.path.starts_with("//") ? std::string_view(route.path).substr(1) : route.path)) {
        if (!is_placeholder(segment)) continue;
        auto name = segment.substr(1, segment.size() - 2);
        auto field = type.find(name);
        // An id in a path that can't be one names nothing.
        bool is_id = field && type.fields[*field].type->kind == Kind::id;
        if (is_id && !parse_id_value(path_values[next])) return not_found("It");
        take(name, path_values[next++]);
    }
    for (const auto& [name, value] : parse_form(request.query))
        take(name, value);
    if (!error.fields.empty()) return std::unexpected(std::move(error));
    return {};
}

}  // namespace wallchart
