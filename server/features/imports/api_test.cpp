#include "features/imports/imports.h"
#include "support/test_server.h"

#include <filesystem>

namespace wallchart {
namespace {

class ImportApiTest : public test::ServerTest {
protected:
    Response send(std::string_view content, const std::string& query) {
        Request request;
        request.method = Method::post;
        request.path = "/api/v1/imports";
        request.query = query;
        request.body = content;
        return server->as(Role::organizer).send(std::move(request));
    }
    boost::json::value upload(std::string_view content,
                              const std::string& query = "kind=people&file_name=list.csv") {
        auto answer = send(content, query);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return test::body_of(answer);
    }
    boost::json::value step(const std::string& id, const std::string& verb) {
        auto answer = server->post("/imports/" + id + "/" + verb);
        EXPECT_EQ(answer.status, 200) << answer.body;
        JobRunner runner(server->database());
        add_import_jobs(runner);
        while (runner.run_one()) {
        }
        return test::body_of(server->get("/imports/" + id));
    }
};
ON_BOTH_DATABASES(ImportApiTest);

TEST_P(ImportApiTest, GoesFromUploadToUndo) {
    auto view = upload("First,Last,Mail\r\nAna,Rivera,ana@example.org\r\nBo,Chen,broken\r\n");
    auto id = std::string(view.at("id").as_string());
    EXPECT_EQ(view.at("mapping").at("columns").at(2).at("field").as_string(), "email");
    EXPECT_TRUE(view.at("can").at("run").as_bool());
    auto sample = test::body_of(server->get("/imports/" + id + "/sample"));
    EXPECT_EQ(sample.at("rows").at(0).at(0).as_string(), "Ana");
    auto mapping = boost::json::serialize(view.at("mapping"));
    EXPECT_EQ(server->patch("/imports/" + id, mapping).status, 200);
    auto checked = step(id, "preflight");
    EXPECT_EQ(checked.at("state").as_string(), "checked");
    EXPECT_EQ(checked.at("summary").at("rejected").as_int64(), 1);
    EXPECT_EQ(checked.at("rejects").at(0).at("line").as_int64(), 3);
    EXPECT_EQ(checked.at("rejects").at(0).at("in_words").as_string(),
              in_words(RejectReason::email_invalid, "en"));
    // Whoever looks is told the reason in their own language.
    auto spanish = server->access(Role::organizer);
    spanish.language = "es";
    auto told = test::body_of(server->as(spanish).get("/imports/" + id)).at("rejects").at(0);
    EXPECT_EQ(told.at("in_words").as_string(), in_words(RejectReason::email_invalid, "es"));
    server->as(Role::organizer);
    auto rejects = server->get("/imports/" + id + "/rejects");
    EXPECT_EQ(rejects.status, 200);
    EXPECT_NE(rejects.body.find("Bo,Chen,broken,3,Mail,"), std::string::npos);
    auto done = step(id, "run");
    EXPECT_EQ(done.at("state").as_string(), "done");
    EXPECT_EQ(done.at("summary").at("created").as_int64(), 1);
    EXPECT_FALSE(done.at("can").at("run").as_bool());
    EXPECT_TRUE(done.at("can").at("undo").as_bool());
    EXPECT_EQ(test::body_of(server->get("/people?search=rivera")).at("items").as_array().size(), 1U);
    EXPECT_EQ(step(id, "undo").at("state").as_string(), "undone");
    EXPECT_EQ(test::body_of(server->get("/people?search=rivera")).at("items").as_array().size(), 0U);
    EXPECT_EQ(test::body_of(server->get("/imports")).at("items").as_array().size(), 1U);
    // Check, run and undo; and a look for those who are there twice.
    EXPECT_EQ(test::body_of(server->get("/jobs")).at("items").as_array().size(), 4U);
}

TEST_P(ImportApiTest, RefusesWhatIsNoList) {
    auto refused = [&](std::string_view content, const std::string& query) {
        return send(content, query).status;
    };
    EXPECT_EQ(refused("PK\x03\x04...", "kind=people"), 415);
    EXPECT_EQ(refused("", "kind=people"), 422);
    EXPECT_EQ(refused("first,last\r\nAna,Rivera\r\n", "kind=planets"), 422);
    EXPECT_EQ(refused("first,last\r\nAna,Rivera\r\n", "kind=people&preset=nlrb"), 422);
}

TEST_P(ImportApiTest, UnpacksNothing) {
    // A ZIP bomb is refused for being a ZIP; a body that says it is compressed for saying so.
    for (std::string_view bomb : {"PK\x03\x04 42.zip", "\x1F\x8B\x08 a gigabyte of zeros"}) {
        auto answer = send(bomb, "kind=people");
        EXPECT_EQ(answer.status, 415);
        EXPECT_NE(answer.body.find("again"), std::string::npos) << answer.body;
    }
    for (std::string coding : {"gzip", "deflate", "br", "zstd", "gzip, gzip"}) {
        Request request;
        request.method = Method::post;
        request.path = "/api/v1/imports";
        request.query = "kind=people";
        request.headers.emplace_back("content-encoding", coding);
        request.body = "First,Last\r\nAna,Rivera\r\n";
        EXPECT_EQ(server->as(Role::organizer).send(std::move(request)).status, 415) << coding;
    }
    EXPECT_EQ(test::body_of(server->get("/imports")).at("items").as_array().size(), 0U);
    EXPECT_TRUE(std::filesystem::is_empty(server->data_folder() + "/imports"));
}

TEST_P(ImportApiTest, IsForOrganizersOfTheWorkspace) {
    auto id = std::string(upload("First,Last\r\nAna,Rivera\r\n").at("id").as_string());
    for (auto role : {Role::observer, Role::volunteer, Role::lead}) {
        EXPECT_EQ(server->as(role).get("/imports").status, 403);
        EXPECT_EQ(server->as(role).get("/imports/" + id).status, 403);
        EXPECT_EQ(server->as(role).post("/imports/" + id + "/run").status, 403);
    }
    EXPECT_EQ(server->stranger().get("/imports/" + id).status, 404);
    EXPECT_EQ(server->stranger().get("/imports/" + id + "/sample").status, 404);
    EXPECT_EQ(server->stranger().get("/imports/" + id + "/rejects").status, 404);
    EXPECT_EQ(server->stranger().post("/imports/" + id + "/run").status, 404);
    EXPECT_EQ(server->nobody().get("/imports/" + id).status, 401);
}

}  // namespace
}  // namespace wallchart
