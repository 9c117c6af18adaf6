// The API's description: the one that is checked in is the program's, and has the shape of OpenAPI 3.1.

#include "http/openapi.h"

#include "core/json.h"
#include "core/text.h"
#include "features/features.h"

#include <boost/json.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace wallchart {
namespace {

std::string document() {
    Router router;
    add_all_routes(router);
    return openapi_document(router);
}

TEST(OpenApi, TheOneThatIsCheckedInIsTheProgramsOwn) {
    std::ifstream file(std::string(WALLCHART_SOURCE) + "/api/openapi.json");
    std::string kept{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_TRUE(kept == document()) << "api/openapi.json is stale: run ./dev api";
}

/// Every "$ref" in the document, and every "operationId".
void walk(const json::value& value, std::set<std::string>& references, std::vector<std::string>& operations) {
    if (value.is_array())
        for (const auto& inner : value.get_array())
            walk(inner, references, operations);
    if (!value.is_object()) return;
    for (const auto& [key, inner] : value.get_object()) {
        if (key == "$ref" && inner.is_string()) references.emplace(inner.get_string());
        if (key == "operationId" && inner.is_string()) operations.emplace_back(inner.get_string());
        walk(inner, references, operations);
    }
}

TEST(OpenApi, HasTheShapeOfTheStandard) {
    auto parsed = parse_json(document());
    ASSERT_TRUE(parsed) << parsed.error().message;
    const auto& root = parsed->as_object();
    EXPECT_EQ(root.at("openapi").as_string(), "3.1.0");
    EXPECT_TRUE(root.at("info").as_object().contains("title"));
    EXPECT_TRUE(root.at("info").as_object().contains("version"));
    static const std::set<std::string> methods{"get", "post", "put", "patch", "delete"};
    for (const auto& [path, operations] : root.at("paths").as_object()) {
        EXPECT_TRUE(path.starts_with("/")) << path;
        for (const auto& [method, operation] : operations.as_object()) {
            EXPECT_TRUE(methods.contains(std::string(method))) << path << " " << method;
            const auto& fields = operation.as_object();
            EXPECT_TRUE(fields.contains("operationId")) << path;
            EXPECT_FALSE(fields.at("responses").as_object().empty()) << path;
            // Each {value} of the path is a required parameter of it.
            std::set<std::string> declared;
            if (const auto* parameters = fields.if_contains("parameters"))
                for (const auto& parameter : parameters->as_array())
                    if (parameter.at("in").as_string() == "path") {
                        EXPECT_TRUE(parameter.at("required").as_bool()) << path;
                        declared.emplace(parameter.at("name").as_string());
                    }
            std::set<std::string> named;
            for (auto segment : split(path, '/'))
                if (segment.starts_with('{')) named.emplace(segment.substr(1, segment.size() - 2));
            EXPECT_EQ(declared, named) << path;
        }
    }
    std::set<std::string> references;
    std::vector<std::string> operations;
    walk(*parsed, references, operations);
    EXPECT_EQ(std::set<std::string>(operations.begin(), operations.end()).size(), operations.size());
    for (const auto& reference : references) {
        auto pointer = reference.substr(1);
        boost::system::error_code fault;
        EXPECT_NE(parsed->find_pointer(pointer, fault), nullptr) << reference;
    }
}

}  // namespace
}  // namespace wallchart
