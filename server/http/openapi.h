#pragma once
// The description of the API, written from the routes themselves.

#include "http/router.h"

#include <string>

namespace wallchart {

/// OpenAPI 3.1 as JSON, indented and in a stable order, so that a difference in it is a change of the API.
std::string openapi_document(const Router& router);
/// The same as a page to read: every operation with its permission, input and answer.
std::string api_page(const Router& router);

}  // namespace wallchart
