#include "features/resolutions/resolutions.h"

#include "support/test_server.h"

namespace wallchart::test {
namespace {

class ResolutionsTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        auto done =
            (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
                auto organization = [&](const char* name, std::optional<Id<Organization>> parent = {}) {
                    Organization made;
                    made.workspace_id = server->workspace();
                    made.parent_organization_id = parent;
                    made.name = name;
                    tx.insert(made);
                    return made.id;
                };
                council = organization("Bay Labor Council");
                auto local = organization("Harbor Workers Local 12", council);
                other = organization("Valley Council");
                Race race;
                race.workspace_id = server->workspace();
                race.office = "U.S. House";
                race.district = "NB-2";
                race.election_on = *parse_date("2026-11-03");
                tx.insert(race);
                Candidate candidate;
                candidate.workspace_id = server->workspace();
                candidate.race_id = race.id;
                candidate.given_name = "Ana";
                candidate.family_name = "Rivera";
                candidate.line = {"independent", "Commonwealth Party"};
                tx.insert(candidate);
                Drive made;
                made.workspace_id = server->workspace();
                made.organization_id = local;
                made.candidate_id = candidate.id;
                made.needed_by = *parse_date("2026-09-01");
                tx.insert(made);
                drive = to_string(made.id);
                return {};
            });
        ASSERT_TRUE(done);
        server->as(Role::organizer);
    }

    /// The draft that most tests begin with; its path.
    std::string draft(const char* body = R"({"model":"1_endorse_candidate.en"})") {
        auto response = server->post("/drives/" + drive + "/resolutions", body);
        EXPECT_EQ(response.status, 201) << response.body;
        return "/resolutions/" + std::string(body_of(response).at("resolution").at("id").as_string());
    }
    boost::json::value at(const std::string& path) { return body_of(server->get(path)); }
    std::string revision(const std::string& path) {
        return std::string(at(path).at("resolution").at("revision").as_string());
    }
    static std::string text_of(const boost::json::value& value) { return std::string(value.as_string()); }

    std::string drive;
    Id<Organization> council, other;
};
ON_BOTH_DATABASES(ResolutionsTest);

TEST_P(ResolutionsTest, TheLibraryHoldsTheProgramsTextsAndOnesOwn) {
    auto first = at("/model-texts?language=es");
    EXPECT_EQ(first.at("items").as_array().size(), 5u);
    auto made =
        server->post("/model-texts", R"({"title":"","language":"en","body":"# Ours\n\nRESOLVED, {local}."})");
    ASSERT_EQ(made.status, 201) << made.body;
    auto key = text_of(body_of(made).at("key"));
    EXPECT_EQ(text_of(body_of(made).at("title")), "Ours");
    EXPECT_EQ(text_of(body_of(made).at("fields").as_array().front()), "local");
    EXPECT_EQ(at("/model-texts?language=en").at("items").as_array().size(), 6u);

    auto bad = server->patch("/model-texts/" + key, R"({"body":"a\n{loocal}"})");
    EXPECT_EQ(bad.status, 422) << bad.body;
    EXPECT_NE(bad.body.find("Line 2: there is no field {loocal}; {local} perhaps?"), std::string::npos)
        << bad.body;
    EXPECT_EQ(text_of(at("/model-texts/" + key).at("title")), "Ours");
    EXPECT_EQ(text_of(at("/model-texts/2_endorse_slate.es").at("language")), "es");
    EXPECT_EQ(server->get("/model-texts/none").status, 404);
    auto old = text_of(body_of(made).at("revision"));
    EXPECT_EQ(server->patch("/model-texts/" + key, R"({"title":"Ours, better"})", old).status, 200);
    EXPECT_EQ(server->patch("/model-texts/" + key, R"({"title":"Late"})", old).status, 412);
    EXPECT_EQ(server->stranger().remove("/model-texts/" + key).status, 404);
    EXPECT_EQ(server->as(Role::lead).remove("/model-texts/" + key).status, 403);
    EXPECT_EQ(server->as(Role::organizer).remove("/model-texts/" + key).status, 204);
    EXPECT_EQ(at("/model-texts?language=en").at("items").as_array().size(), 5u);
}

TEST_P(ResolutionsTest, ADraftIsFilledFromTheDrive) {
    auto view = at(draft());
    auto body = text_of(view.at("latest").at("body"));
    EXPECT_EQ(text_of(view.at("resolution").at("title")), "Resolution to endorse Ana Rivera for U.S. House");
    EXPECT_NE(body.find("Harbor Workers Local 12 endorses Ana Rivera for U.S. House"), std::string::npos)
        << body;
    EXPECT_NE(body.find("to Bay Labor Council and"), std::string::npos) << body;
    EXPECT_NE(body.find("on Tuesday, November 3, 2026, and Ana Rivera is running as a candidate on the "
                        "independent and Commonwealth "
                        "Party lines"),
              std::string::npos)
        << body;
    EXPECT_EQ(boost::json::serialize(view.at("latest").at("missing")), R"(["date","mover","seconder"])");
    EXPECT_EQ(text_of(view.at("resolution").at("state")), "draft");
    auto spanish = at(draft(R"({"model":"1_endorse_candidate.es"})"));
    EXPECT_NE(text_of(spanish.at("latest").at("body")).find("martes 3 de noviembre de 2026"),
              std::string::npos);
    EXPECT_EQ(at("/drives/" + drive + "/resolutions").at("items").as_array().size(), 2u);
    EXPECT_EQ(at("/resolutions?limit=1&state=draft").at("items").as_array().size(), 1u);
    EXPECT_EQ(server->post("/drives/" + drive + "/resolutions", R"({"model":"no such"})").status, 404);
    EXPECT_EQ(server->post("/drives/" + drive + "/resolutions", R"({"body":""})").status, 422);
}

TEST_P(ResolutionsTest, IsMovedAmendedAndAdoptedAsAText) {
    auto path = draft();
    EXPECT_EQ(server->patch(path, R"({"state":"moved"})").status, 422);  // nobody moved it
    EXPECT_EQ(server->patch(path, R"({"state":"adopted"})").status, 409);
    auto moved = server->patch(path, R"({"mover":" Rosa  Lima ","seconder":"José Peña","state":"moved"})");
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_EQ(text_of(body_of(moved).at("resolution").at("mover")), "Rosa Lima");
    EXPECT_EQ(text_of(body_of(moved).at("resolution").at("moved_on")), "2026-04-22");
    EXPECT_TRUE(body_of(moved).at("latest").at("missing").as_array().empty());

    auto body = text_of(body_of(moved).at("latest").at("body"));
    body.replace(body.find("fourteen"), 8, "seven");
    auto amended = server->post(
        path + "/versions", boost::json::serialize(boost::json::object{{"body", body}, {"note", "Amended"}}));
    ASSERT_EQ(amended.status, 201) << amended.body;
    auto difference = at(path + "/difference?from=1&to=2").at("difference");
    EXPECT_EQ(difference.at("changed").as_int64(), 1);
    EXPECT_NE(boost::json::serialize(difference).find(R"({"edit":"removed","text":"fourteen"})"),
              std::string::npos);

    auto decided =
        server->post(path + "/adoption",
                     R"({"outcome":"adopted","decided_on":"2026-04-21","decided_by":"membership meeting",)"
                     R"("votes_for":52,"votes_against":3,"evidence":"minutes"})");
    ASSERT_EQ(decided.status, 200) << decided.body;
    auto view = body_of(decided);
    EXPECT_EQ(text_of(view.at("resolution").at("state")), "adopted");
    // Mover and date became part of the text: a version of its own.
    EXPECT_EQ(view.at("decided_version").as_int64(), 3);
    EXPECT_NE(text_of(view.at("latest").at("body")).find("on Tuesday, April 21, 2026. Moved by Rosa Lima"),
              std::string::npos);
    EXPECT_FALSE(view.at("can").at("edit").as_bool());
    EXPECT_EQ(server->post(path + "/versions", R"({"body":"RESOLVED, other."})").status, 409);
    EXPECT_EQ(server->patch(path, R"({"mover":"Another"})").status, 409);
    EXPECT_EQ(server->post(path + "/adoption", R"({"outcome":"defeated","decided_on":"2026-04-21"})").status,
              409);

    auto versions = at(path + "/versions").at("items").as_array();
    ASSERT_EQ(versions.size(), 3u);
    EXPECT_TRUE(versions[0].at("decided_on").as_bool());
    EXPECT_EQ(text_of(versions[1].at("author")), "organizer");
    EXPECT_EQ(text_of(versions[1].at("note")), "Amended");

    EXPECT_EQ(server->as(Role::lead).remove(path + "/adoption").status, 403);
    EXPECT_EQ(server->as(Role::organizer).remove(path + "/adoption").status, 200);
    EXPECT_EQ(text_of(at(path).at("resolution").at("state")), "moved");
}

TEST_P(ResolutionsTest, AnAmendmentIsFilledFromTheDriveToo) {
    auto path = draft();
    auto body = text_of(at(path).at("latest").at("body")) + "\n\nRESOLVED, that {local} thanks {mover}.";
    auto amended =
        server->post(path + "/versions", boost::json::serialize(boost::json::object{{"body", body}}));
    ASSERT_EQ(amended.status, 201) << amended.body;
    auto written = text_of(at(path).at("latest").at("body"));
    EXPECT_EQ(written.find("{local}"), std::string::npos) << written;
    EXPECT_NE(written.find("thanks {mover}."), std::string::npos) << written;
    // The same text once more is no version of its own.
    EXPECT_EQ(
        server->post(path + "/versions", boost::json::serialize(boost::json::object{{"body", body}})).status,
        201);
    EXPECT_EQ(at(path).at("latest").at("number").as_int64(), 2);
}

TEST_P(ResolutionsTest, ATextWithBlanksIsNotAdoptedAndBadDecisionsAreRefused) {
    auto path = draft(R"({"body":"RESOLVED, that {slate} is endorsed."})");
    EXPECT_EQ(server->patch(path, R"({"mover":"Rosa","state":"moved"})").status, 200);
    auto answer = server->post(path + "/adoption", R"({"outcome":"adopted","decided_on":"2026-04-21"})");
    EXPECT_EQ(answer.status, 409);
    EXPECT_NE(answer.body.find("{slate}"), std::string::npos) << answer.body;
    EXPECT_EQ(server->post(path + "/adoption", R"({"outcome":"moved","decided_on":"2026-04-21"})").status,
              422);
    EXPECT_EQ(server->post(path + "/adoption", R"({"outcome":"adopted","decided_on":"2026-05-21"})").status,
              422);
    EXPECT_EQ(
        server->post(path + "/adoption", R"({"outcome":"adopted","decided_on":"2026-04-21","votes_for":3})")
            .status,
        422);
    EXPECT_EQ(server->patch(path, R"({"state":"withdrawn"})").status, 200);
    EXPECT_EQ(server->patch(path, R"({"state":"moved"})").status, 409);
    EXPECT_EQ(server->patch(path, R"({"state":"draft"})").status, 200);
}

TEST_P(ResolutionsTest, TheSecondWriterIsTold) {
    auto path = draft();
    auto read = revision(path);
    auto write = [&](const char* body) {
        Request request;
        request.method = Method::post;
        request.path = "/api/v1" + path + "/versions";
        request.headers.emplace_back("if-match", "\"" + read + "\"");
        request.body = body;
        return server->send(request);
    };
    EXPECT_EQ(write(R"({"body":"# One\n\nRESOLVED, one."})").status, 201);
    EXPECT_EQ(write(R"({"body":"# Two\n\nRESOLVED, two."})").status, 412);
    EXPECT_EQ(text_of(at(path).at("resolution").at("title")), "One");
    EXPECT_EQ(at(path + "/versions").at("items").as_array().size(), 2u);
    EXPECT_EQ(server->patch(path, R"({"mover":"Rosa"})", read).status, 412);
}

TEST_P(ResolutionsTest, DocumentsComeInFourFormats) {
    auto path = draft();
    for (const auto& [format, start] :
         std::map<std::string, std::string>{{"pdf", "%PDF-"},
                                            {"docx", "PK"},
                                            {"markdown", "# Resolution to endorse Ana Rivera"},
                                            {"text", "Harbor"}}) {
        auto response = server->get(path + "/document?format=" + format + "&paper=a4");
        EXPECT_EQ(response.status, 200) << format;
        EXPECT_TRUE(response.body.starts_with(start)) << format;
    }
    auto disposition = [&](const char* query) {
        auto response = server->get(path + "/document?format=pdf" + query);
        for (const auto& [name, value] : response.headers)
            if (name == "content-disposition") return value.substr(0, value.find(';'));
        return std::string();
    };
    EXPECT_EQ(disposition(""), "attachment");
    EXPECT_EQ(disposition("&show=true"), "inline");
    EXPECT_EQ(server->get(path + "/document?format=rtf").status, 422);
    EXPECT_EQ(server->get(path + "/document?version=9").status, 404);
    EXPECT_EQ(server->get(path + "/versions/9").status, 404);
    EXPECT_EQ(server->get(path + "/difference?from=1&to=9").status, 404);
}

TEST_P(ResolutionsTest, APreviewTellsBlanksAndFaults) {
    auto preview =
        body_of(server->post("/resolution-preview", R"({"body":"RESOLVED, {mover} and {moover}."})"));
    EXPECT_EQ(boost::json::serialize(preview.at("faults")),
              R"([{"line":1,"field":"moover","nearest":"mover"}])");
    EXPECT_EQ(text_of(preview.at("document").at("blocks").at(0).at("label")), "R1");
}

TEST_P(ResolutionsTest, EachRoleSeesAndWritesAsItMay) {
    auto path = draft();
    auto create = [&] {
        return server->post("/drives/" + drive + "/resolutions", R"({"body":"RESOLVED, x."})").status;
    };
    server->as(Role::observer);
    EXPECT_EQ(server->get(path).status, 403);
    EXPECT_EQ(create(), 403);
    server->as(Role::volunteer);
    EXPECT_EQ(server->get(path).status, 200);
    EXPECT_FALSE(at(path).at("can").at("edit").as_bool());
    EXPECT_EQ(create(), 403);
    EXPECT_EQ(server->patch(path, R"({"mover":"x"})").status, 403);
    server->as(Role::lead);
    EXPECT_EQ(create(), 201);
    EXPECT_EQ(server->post("/model-texts", R"({"language":"en","body":"x"})").status, 403);
    server->stranger();
    for (const char* under : {"", "/versions", "/versions/1", "/difference?from=1&to=1", "/document"})
        EXPECT_EQ(server->get(path + under).status, 404) << under;
    EXPECT_EQ(server->get("/drives/" + drive + "/resolutions").status, 404);
    EXPECT_EQ(create(), 404);
    EXPECT_EQ(server->patch(path, R"({"mover":"x"})").status, 404);
    EXPECT_EQ(server->post(path + "/versions", R"({"body":"x"})").status, 404);
    EXPECT_EQ(server->post(path + "/adoption", R"({"decided_on":"2026-04-21"})").status, 404);
    EXPECT_TRUE(at("/resolutions").at("items").as_array().empty());
    server->nobody();
    EXPECT_EQ(server->get(path).status, 401);
}

TEST_P(ResolutionsTest, ALeadReachesTheDrivesOfTheirOrganizationsOnly) {
    draft();
    auto listed = [&](std::optional<Id<Organization>> organization) {
        auto access = server->access(Role::lead);
        access.organization = organization;
        return (*database)->read([&](Reader& reader) {
            auto page = list_resolutions(reader, access, {});
            bool reached = find_reachable_drive(reader, access, *parse_id<Drive>(drive)).has_value();
            EXPECT_EQ(reached, !page->items.empty());
            return page->items.size();
        });
    };
    EXPECT_EQ(listed({}), 1u);
    EXPECT_EQ(listed(council), 1u);
    EXPECT_EQ(listed(other), 0u);
}

}  // namespace
}  // namespace wallchart::test
