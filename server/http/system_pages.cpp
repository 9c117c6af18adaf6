#include "http/system_pages.h"

#include "http/metrics.h"

namespace wallchart {
namespace {

struct Health {
    std::string status;
};
BOOST_DESCRIBE_STRUCT(Health, (), (status))

Result<Health> health(Call& call) {
    // A question to the database: a server that can't reach it is not well.
    call.read([](Reader& reader) { return reader.value<std::int64_t>("SELECT 1"); });
    return Health{"ok"};
}

Result<Response> metrics(Call& call) {
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = call.services().metrics->text();
    return response;
}

Result<Response> openapi(Call& call) {
    Response response;
    response.content = call.services().documentation->openapi;
    return response;
}

Result<Response> api_documentation(Call& call) {
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.content = call.services().documentation->page;
    return response;
}

}  // namespace

void add_system_routes(Router& router) {
    router.group("system")
        .add(Method::get, "//healthz", Permission::anyone, health,
             "Whether the server and its database answer")
        .add(Method::get, "//metrics", Permission::anyone, metrics, "Figures in Prometheus' text format")
        .add(Method::get, "/openapi.json", Permission::anyone, openapi, "This description of the API")
        .add(Method::get, "//api", Permission::anyone, api_documentation, "The API as a page to read");
}

}  // namespace wallchart
