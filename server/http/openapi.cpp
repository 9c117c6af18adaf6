#include "http/openapi.h"

#include "core/text.h"

#include <boost/json.hpp>

namespace wallchart {
namespace {

struct Schemas : std::map<std::string, json::object> {
    std::map<std::string, const void*> described;

    /// Whether the type is to be described now. Two types of one name would overwrite each other here and in
    /// every client: a mistake of ours, found at the first start.
    bool enter(const std::string& name, const void* type) {
        auto [found, fresh] = described.emplace(name, type);
        if (found->second != type) throw std::logic_error("two types of the API are called " + name);
        return fresh;
    }
};

json::object schema_of(const ValueType& type, Schemas& schemas);

json::object reference(std::string_view name) {
    return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

void add_record(const RecordType& record, Schemas& schemas) {
    std::string name(record.name);
    if (!schemas.enter(name, &record)) return;
    json::object properties;
    json::array required;
    for (const auto& field : record.fields) {
        properties[field.name] = schema_of(*field.type, schemas);
        if (field.type->kind != Kind::optional) required.emplace_back(field.name);
    }
    json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["additionalProperties"] = false;
    schemas[name] = std::move(schema);
}

json::object schema_of(const ValueType& type, Schemas& schemas) {
    switch (type.kind) {
        case Kind::boolean:
            return {{"type", "boolean"}};
        case Kind::integer:
            return {{"type", "integer"}, {"format", "int32"}};
        case Kind::long_integer:
            return {{"type", "integer"}, {"format", "int64"}};
        case Kind::real:
            return {{"type", "number"}};
        case Kind::text:
            return {{"type", "string"}};
        case Kind::id:
            return {{"type", "string"}, {"pattern", "^[0-9]+$"}};
        case Kind::instant:
            return {{"type", "string"}, {"format", "date-time"}};
        case Kind::date:
            return {{"type", "string"}, {"format", "date"}};
        case Kind::choice: {
            std::string name(type.name);
            if (schemas.enter(name, type.choices.data())) {
                json::array values;
                for (const auto& choice : type.choices)
                    values.emplace_back(choice.name);
                schemas[name] = {{"type", "string"}, {"enum", std::move(values)}};
            }
            return reference(name);
        }
        case Kind::record:
            add_record(type.record(), schemas);
            return reference(type.record().name);
        case Kind::optional: {
            auto inner = schema_of(*type.element, schemas);
            return {{"anyOf", json::array{std::move(inner), json::object{{"type", "null"}}}}};
        }
        case Kind::list:
            return {{"type", "array"}, {"items", schema_of(*type.element, schemas)}};
    }
    return {};
}

/// In the description of an input whatever has a default may be left out; records are shared with answers,
/// so that bodies say so themselves.
json::object body_of(const ValueType& type, Schemas& schemas) {
    return {
        {"required", true},
        {"content", json::object{{"application/json", json::object{{"schema", schema_of(type, schemas)}}}}}};
}

json::object answer_of(const Route& route, Schemas& schemas) {
    if (route.answer == nullptr) return {{"description", "The document."}};
    if (route.answer->kind == Kind::record && route.answer->record().name == "Nothing")
        return {{"description", "Done."}};
    auto schema = schema_of(*route.answer, schemas);
    if (route.paged)
        schema = {{"type", "object"},
                  {"properties",
                   json::object{{"items", json::object{{"type", "array"}, {"items", std::move(schema)}}},
                                {"next", json::object{{"type", json::array{"string", "null"}}}}}},
                  {"required", json::array{"items", "next"}}};
    return {{"description", "Done."},
            {"content", json::object{{"application/json", json::object{{"schema", std::move(schema)}}}}}};
}

json::array parameters_of(const Route& route, Schemas& schemas) {
    json::array parameters;
    if (route.parameters == nullptr) return parameters;
    for (const auto& field : route.parameters->fields) {
        bool in_path = route.path.find("{" + std::string(field.name) + "}") != std::string::npos;
        bool optional = field.type->kind == Kind::optional;
        const auto& type = optional ? *field.type->element : *field.type;
        json::object parameter{
            {"name", field.name}, {"in", in_path ? "path" : "query"}, {"schema", schema_of(type, schemas)}};
        if (in_path) parameter["required"] = true;
        parameters.push_back(std::move(parameter));
    }
    return parameters;
}

std::string operation_id(const Route& route) {
    std::string id(name_of(route.method));
    id = to_lower_ascii(id);
    for (char letter : route.path) {
        bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
        if (plain) id.push_back(letter);
        if (!plain && !id.ends_with('_')) id.push_back('_');
    }
    while (id.ends_with('_'))
        id.pop_back();
    return id;
}

void write_indented(std::string& out, const json::value& value, std::size_t depth) {
    auto line = [&](std::size_t level) { out += "\n" + std::string(level * 2, ' '); };
    if (value.is_object() && !value.get_object().empty()) {
        out += "{";
        bool first = true;
        for (const auto& [key, inner] : value.get_object()) {
            if (!std::exchange(first, false)) out += ",";
            line(depth + 1);
            out += json::serialize(json::value(key)) + ": ";
            write_indented(out, inner, depth + 1);
        }
        line(depth);
        out += "}";
    } else if (value.is_array() && !value.get_array().empty() && !value.get_array().front().is_primitive()) {
        out += "[";
        bool first = true;
        for (const auto& inner : value.get_array()) {
            if (!std::exchange(first, false)) out += ",";
            line(depth + 1);
            write_indented(out, inner, depth + 1);
        }
        line(depth);
        out += "]";
    } else {
        out += json::serialize(value);
    }
}

/// In the order of path and method, whatever order the features were registered in.
std::vector<const Route*> sorted(const Router& router) {
    std::vector<const Route*> routes;
    for (const auto& route : router.routes())
        routes.push_back(&route);
    std::ranges::sort(routes, {}, [](const Route* route) {
        return std::make_pair(Router::full_path(*route), static_cast<int>(route->method));
    });
    return routes;
}

}  // namespace

std::string openapi_document(const Router& router) {
    Schemas schemas;
    json::object paths;
    for (const auto* route : sorted(router)) {
        json::object operation{{"operationId", operation_id(*route)},
                               {"tags", json::array{route->group}},
                               {"summary", route->summary},
                               {"x-permission", name_of(route->permission)}};
        if (route->permission == Permission::anyone) operation["security"] = json::array{};
        if (auto parameters = parameters_of(*route, schemas); !parameters.empty())
            operation["parameters"] = std::move(parameters);
        if (route->body != nullptr) operation["requestBody"] = body_of(*route->body, schemas);
        if (route->upload)
            operation["requestBody"] = json::object{
                {"required", true}, {"content", json::object{{"application/octet-stream", json::object{}}}}};
        auto answer = answer_of(*route, schemas);
        auto status = answer.contains("content") || route->answer == nullptr ? "200" : "204";
        operation["responses"] =
            json::object{{status, std::move(answer)},
                         {"default", json::object{{"$ref", "#/components/responses/Problem"}}}};
        auto path = Router::full_path(*route);
        if (!paths.contains(path)) paths[path] = json::object{};
        paths[path].get_object()[to_lower_ascii(name_of(route->method))] = std::move(operation);
    }
    json::object listed;
    for (auto& [name, schema] : schemas)
        listed[name] = std::move(schema);
    listed["Problem"] = json::object{
        {"type", "object"},
        {"properties",
         json::object{
             {"type", json::object{{"type", "string"}}},
             {"title", json::object{{"type", "string"}}},
             {"status", json::object{{"type", "integer"}}},
             {"detail", json::object{{"type", "string"}}},
             {"instance",
              json::object{{"type", "string"}, {"description", "The request's number in the log."}}},
             {"current",
              json::object{{"description", "With 412: the record as it is now, as its own GET answers it."}}},
             {"errors",
              json::object{
                  {"type", "array"},
                  {"items", json::object{{"type", "object"},
                                         {"properties",
                                          json::object{{"pointer", json::object{{"type", "string"}}},
                                                       {"message", json::object{{"type", "string"}}}}}}}}}}}};
    json::object document{
        {"openapi", "3.1.0"},
        {"info",
         json::object{{"title", "Wallchart"},
                      {"version", "1"},
                      {"description",
                       "Writes by cookie need the header X-Wallchart; tokens go in Authorization: Bearer. "
                       "Lists page by cursor, writes accept Idempotency-Key, updates If-Match."}}},
        {"security",
         json::array{json::object{{"token", json::array{}}}, json::object{{"session", json::array{}}}}},
        {"paths", std::move(paths)},
        {"components",
         json::object{
             {"securitySchemes", json::object{{"token", json::object{{"type", "http"}, {"scheme", "bearer"}}},
                                              {"session", json::object{{"type", "apiKey"},
                                                                       {"in", "cookie"},
                                                                       {"name", "wallchart_session"}}}}},
             {"responses",
              json::object{{"Problem",
                            json::object{{"description", "What went wrong (RFC 9457)."},
                                         {"content",
                                          json::object{{"application/problem+json",
                                                        json::object{{"schema", reference("Problem")}}}}}}}}},
             {"schemas", std::move(listed)}}}};
    std::string out;
    write_indented(out, document, 0);
    return out + "\n";
}

std::string api_page(const Router& router) {
    std::string page =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\"><title>Wallchart API</title><style>"
        "body{font:15px/1.5 "
        "system-ui,sans-serif;background:#fbf9f4;color:#211c15;max-width:62rem;margin:2rem "
        "auto;padding:0 1rem}h2{border-bottom:1px solid "
        "#e6dfd2;margin-top:2.5rem}table{width:100%;border-collapse:"
        "collapse}td{padding:.3rem .6rem .3rem 0;border-bottom:1px solid "
        "#e6dfd2;vertical-align:top}code{font:13px "
        "ui-monospace,monospace}.method{font-weight:700}.who{color:#5f574b}</style></"
        "head><body><h1>Wallchart "
        "API</h1><p>JSON over HTTP below <code>/api/v1</code>. The whole description as OpenAPI 3.1: <a "
        "href=\"/api/v1/openapi.json\">openapi.json</a>. Send a token as <code>Authorization: Bearer "
        "…</code>. Lists "
        "answer <code>{items, next}</code>: ask again with <code>cursor=next</code>. Writes accept "
        "<code>Idempotency-Key</code>, updates <code>If-Match</code> with the revision that was read. Errors "
        "are "
        "<code>application/problem+json</code>.</p>";
    std::map<std::string, std::vector<const Route*>> groups;
    for (const auto* route : sorted(router))
        groups[route->group].push_back(route);
    for (const auto& [group, routes] : groups) {
        page += "<h2>" + escape_html(group) + "</h2><table>";
        for (const auto* route : routes)
            page += "<tr><td class=\"method\"><code>" + to_upper_ascii(name_of(route->method)) +
                    "</code></td><td><code>" + escape_html(Router::full_path(*route)) + "</code></td><td>" +
                    escape_html(route->summary) + "</td><td class=\"who\">" +
                    escape_html(replace_all(std::string(name_of(route->permission)), "_", " ")) +
                    "</td></tr>";
        page += "</table>";
    }
    return page + "</body></html>\n";
}

}  // namespace wallchart
