#include "http/openapi.h"

#include "cli/command.h"
#include "features/features.h"

#include <cstdio>

namespace wallchart {

Command openapi_command() {
    return {.name = "openapi",
            .summary = "Print the description of the API (OpenAPI 3.1)",
            .help = "Example:\n  wallchart openapi > api/openapi.json",
            .run = [](const Arguments&) -> Result<int> {
                Router router;
                add_all_routes(router);
                auto document = openapi_document(router);
                std::fwrite(document.data(), 1, document.size(), stdout);
                return 0;
            }};
}

}  // namespace wallchart
