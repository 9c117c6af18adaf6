#include "features/people/ties.h"

#include "support/test_server.h"

namespace wallchart::test {
namespace {

class TiesTest : public ServerTest {
protected:
    static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }
    std::string add(const char* given) {
        auto answer =
            server->as(Role::organizer).post("/people", std::string(R"({"given_name":")") + given + "\"}");
        return text(body_of(answer).at("person").at("id"));
    }
};
ON_BOTH_DATABASES(TiesTest);

TEST_P(TiesTest, ARelationshipIsSeenFromBothSidesAndHidesWhomOneMayNotSee) {
    auto rosa = add("Rosa");
    auto ivo = add("Ivo");
    auto made =
        server->post("/people/" + rosa + "/relationships",
                     R"({"kind":"leads","evidence":"He asks her first","other_person_id":")" + ivo + "\"}");
    ASSERT_EQ(made.status, 201) << made.body;
    auto from_ivo = body_of(server->get("/people/" + ivo + "/relationships")).at("items").at(0);
    EXPECT_FALSE(from_ivo.at("outward").as_bool());
    EXPECT_EQ(text(from_ivo.at("other_name")), "Rosa");

    auto done = server->post("/people/" + ivo + "/assignments",
                             "{\"user_id\":\"" + to_string(server->user(Role::volunteer)) + "\"}");
    ASSERT_LT(done.status, 300);
    auto seen = server->as(Role::volunteer).get("/people/" + ivo + "/relationships");
    EXPECT_EQ(seen.status, 200);
    EXPECT_EQ(seen.body.find("Rosa"), std::string::npos);
    EXPECT_EQ(seen.body.find("He asks"), std::string::npos);
    EXPECT_EQ(seen.body.find(rosa), std::string::npos);
    EXPECT_EQ(server->get("/people/" + rosa + "/relationships").status, 404);

    server->as(Role::organizer);
    auto path = "/people/" + ivo + "/relationships/" + text(from_ivo.at("id"));
    EXPECT_EQ(server->remove(path).status, 204);
    EXPECT_EQ(server->remove(path).status, 404);
}

TEST_P(TiesTest, NobodyIsTiedToThemselvesOrToAStranger) {
    auto rosa = add("Rosa");
    auto path = "/people/" + rosa + "/relationships";
    EXPECT_EQ(server->post(path, R"({"other_person_id":")" + rosa + "\"}").status, 422);
    EXPECT_EQ(server->post(path, R"({"other_person_id":"12345"})").status, 422);
}

TEST_P(TiesTest, AFieldIsSetEmptiedAndRemoved) {
    auto rosa = add("Rosa");
    auto field = text(body_of(server->post("/custom-fields", R"({"name":"T-shirt"})")).at("id"));
    EXPECT_EQ(server->post("/custom-fields", R"({"name":"T-shirt"})").status, 409);
    auto path = "/people/" + rosa + "/custom-values/" + field;
    auto record = body_of(server->put(path, R"({"value":" M "})"));
    EXPECT_EQ(text(record.at("custom_values").at(0).at("value")), "M");
    EXPECT_EQ(server->remove("/custom-fields/" + field).status, 409);
    EXPECT_EQ(server->as(Role::lead).put(path, R"({"value":"L"})").status, 200);
    EXPECT_EQ(server->as(Role::lead).post("/custom-fields", R"({"name":"x"})").status, 403);
    server->as(Role::organizer);
    EXPECT_TRUE(body_of(server->put(path, R"({"value":""})")).at("custom_values").as_array().empty());
    EXPECT_EQ(server->remove("/custom-fields/" + field).status, 204);
}

TEST_P(TiesTest, AValueIsPutBackAndTheSecondEditorIsTold) {
    auto rosa = add("Rosa");
    auto field = text(body_of(server->post("/custom-fields", R"({"name":"T-shirt"})")).at("id"));
    auto path = "/people/" + rosa + "/custom-values/" + field;
    auto value_in = [&](const Response& answer) { return body_of(answer).at("custom_values").at(0); };
    auto first = text(value_in(server->put(path, R"({"value":"M"})")).at("revision"));
    EXPECT_EQ(server->put(path, R"({"value":"L"})", first).status, 200);
    EXPECT_EQ(server->put(path, R"({"value":"XL"})", first).status, 412);
    EXPECT_EQ(server->put(path, R"({"value":""})", first).status, 412);

    auto changes = body_of(server->get("/people/" + rosa + "/history")).at("items");
    EXPECT_EQ(text(changes.at(0).at("table_name")), "custom_value");
    EXPECT_EQ(server->post("/batches/" + text(changes.at(0).at("batch_id")) + "/undo").status, 200);
    auto now = value_in(server->get("/people/" + rosa));
    EXPECT_EQ(text(now.at("value")), "M");

    EXPECT_EQ(server->put(path, R"({"value":""})", text(now.at("revision"))).status, 200);
    EXPECT_EQ(server->put(path, R"({"value":"S"})", text(now.at("revision"))).status, 412)
        << "what was expected is gone";
    EXPECT_EQ(server->put(path, R"({"value":"S"})").status, 200);
}

TEST_P(TiesTest, ANumberOfAnotherSystemIsOnePersonsOnly) {
    auto rosa = add("Rosa");
    auto ivo = add("Ivo");
    const char* number = R"({"source":"van","value":"101"})";
    auto record = body_of(server->post("/people/" + rosa + "/external-ids", number));
    EXPECT_EQ(server->post("/people/" + ivo + "/external-ids", number).status, 409);
    auto id = text(record.at("external_ids").at(0).at("id"));
    EXPECT_EQ(server->remove("/people/" + ivo + "/external-ids/" + id).status, 404);
    EXPECT_EQ(server->remove("/people/" + rosa + "/external-ids/" + id).status, 204);
}

TEST_P(TiesTest, ErasingSomebodyLeavesNoTraceOfThemAnywhere) {
    auto made =
        body_of(server->as(Role::organizer).post("/people", R"({"given_name":"Trace","family_name":"Nobody",
                                               "email":"trace.nobody@example.org"})"));
    auto id = text(made.at("person").at("id"));
    auto done =
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            auto person = *parse_id<Person>(id);
            tx.execute(
                "INSERT INTO mail (id, workspace_id, person_id, recipient, subject, body, state, attempts, "
                "run_at) "
                "VALUES ($1, $2, $3, 'trace.nobody@example.org', 'x', 'x', 'sent', 1, 0)",
                new_id_value(), server->workspace(), person);
            tx.execute(
                "INSERT INTO unsubscribe_link (token_hash, person_id, workspace_id, created_at) VALUES ('x', "
                "$1, "
                "$2, 0)",
                person, server->workspace());
            tx.execute(
                "INSERT INTO idempotency (user_id, key_hash, request_hash, at, status, answer) VALUES (1, "
                "'k', "
                "'r', 0, 200, $1)",
                "{\"person\":{\"id\":\"" + id + "\",\"given_name\":\"Trace\"}}");
            return {};
        });
    ASSERT_TRUE(done);
    ASSERT_EQ(server->as(Role::owner).remove("/people/" + id).status, 204);
    (*database)->read([&](Reader& reader) {
        for (const auto& table : (*database)->schema().tables()) {
            std::string all;
            for (const auto& column : table.columns)
                all += (all.empty() ? "" : " || ' ' || ") + ("coalesce(CAST(" + column + " AS TEXT), '')");
            reader.each("SELECT " + all + " FROM " + table.name, [&](const Row& row) {
                EXPECT_EQ(row.text(0).find("race"), std::string_view::npos) << table.name << row.text(0);
                // That it happened stays in the list of changes, without whom.
                if (table.name != "batch") {
                    EXPECT_EQ(row.text(0).find(id), std::string_view::npos) << table.name << row.text(0);
                }
            });
        }
    });
}

}  // namespace
}  // namespace wallchart::test
