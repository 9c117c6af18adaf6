#include "features/duplicates/duplicates.h"

#include "core/json.h"
#include "features/conversations/conversations.h"
#include "features/upkeep/upkeep.h"
#include "support/test_server.h"

namespace wallchart::test {
namespace {

class DuplicatesTest : public ServerTest {
protected:
    static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }
    Id<Person> add(std::string_view body) {
        auto response = server->as(Role::organizer).post("/people", body);
        EXPECT_EQ(response.status, 201) << response.body;
        return *parse_id<Person>(text(body_of(response).at("person").at("id")));
    }
    static std::string path(Id<Person> id) { return "/people/" + to_string(id); }
    Response merge(Id<Person> keep, Id<Person> other, const std::string& more = "") {
        return server->post("/merges", R"({"keep_person_id":")" + to_string(keep) +
                                           R"(","other_person_id":")" + to_string(other) + "\"" + more + "}");
    }
    void undo(const Response& merged) {
        auto batch = text(body_of(merged).at("batch_id"));
        auto response = server->post("/batches/" + batch + "/undo");
        ASSERT_EQ(response.status, 200) << response.body;
        EXPECT_EQ(body_of(response).at("left").as_int64(), 0) << response.body;
    }
    /// All rows of tables that belong to people, as text.
    std::string everything() {
        return (*database)->read([&](Reader& reader) {
            std::string all;
            for (const auto& table : (*database)->schema().tables()) {
                if (!table.journaled || !(table.belongs_to_person || table.name == "person")) continue;
                std::string names;
                for (const auto& column : table.columns)
                    names += (names.empty() ? "" : ", ") + column;
                reader.each("SELECT " + names + " FROM " + table.name + " ORDER BY id", [&](const Row& row) {
                    all += table.name;
                    for (int at = 0; at < row.columns(); ++at)
                        all += "|" + std::string(row.is_null(at) ? "-" : row.text(at));
                    all += "\n";
                });
            }
            return all;
        });
    }
    /// As `wallchart check` looks: nothing refers to what is not there, and the journal tells of every row.
    void expect_whole() {
        auto report = check_database(database->source());
        ASSERT_TRUE(report) << report.error().message;
        for (const auto& finding : report->findings)
            ADD_FAILURE() << finding.table << ": " << finding.what;
    }
    void note(Id<Person> one, Id<Person> two, double probability = 0.9) {
        auto done = (*database)->write(
            {server->workspace(), {}, "duplicate", ""}, [&](Transaction& tx) -> Result<void> {
                note_pair(tx, server->workspace(), {one, two, probability, {{"given", "nickname", 3.5}}},
                          DuplicateSource::search);
                return {};
            });
        ASSERT_TRUE(done);
    }
};
ON_BOTH_DATABASES(DuplicatesTest);

TEST_P(DuplicatesTest, EverythingOfBothSurvivesAndUndoPutsBothBack) {
    auto liz =
        add(R"({"given_name":"Liz","family_name":"Rivera","email":"liz@example.org","note":"Steward"})");
    auto elizabeth = add(R"({"given_name":"Elizabeth","family_name":"Rivera-Soto","phone":"402 555 0123",
                            "email":"liz@example.org","note":"Night shift"})");
    auto third = add(R"({"given_name":"Ivo"})");
    auto field = text(body_of(server->post("/custom-fields", R"({"name":"T-shirt"})")).at("id"));
    server->put(path(liz) + "/custom-values/" + field, R"({"value":"M"})");
    server->put(path(elizabeth) + "/custom-values/" + field, R"({"value":"L"})");
    server->patch(path(elizabeth), R"({"birth_date":"1980-02-03"})");
    server->post(path(elizabeth) + "/addresses", R"({"street":"12 Oak St","city":"Riverton"})");
    server->post(path(elizabeth) + "/external-ids", R"({"source":"van","value":"101"})");
    server->post(path(elizabeth) + "/consents", R"({"kind":"text","granted":true,"wording":"At the gate"})");
    server->post(path(liz) + "/relationships",
                 R"({"kind":"leads","other_person_id":")" + to_string(third) + "\"}");
    server->post(path(third) + "/relationships",
                 R"({"kind":"knows","other_person_id":")" + to_string(elizabeth) + "\"}");
    server->post(path(liz) + "/relationships",
                 R"({"kind":"knows","other_person_id":")" + to_string(elizabeth) + "\"}");
    note(liz, elizabeth);
    note(elizabeth, third, 0.4);
    auto before = everything();

    auto merged = merge(liz, elizabeth, R"(,"take":["family_name"])");
    ASSERT_EQ(merged.status, 200) << merged.body;
    auto record = body_of(merged).at("record");
    EXPECT_EQ(text(record.at("name")), "Liz Rivera-Soto");
    EXPECT_EQ(text(record.at("person").at("birth_date")), "1980-02-03");
    EXPECT_EQ(text(record.at("person").at("note")), "Steward\nNight shift");
    EXPECT_EQ(record.at("contact_points").as_array().size(), 2U);
    EXPECT_EQ(record.at("addresses").as_array().size(), 1U);
    EXPECT_EQ(record.at("external_ids").as_array().size(), 1U);
    EXPECT_EQ(record.at("consents").as_array().size(), 1U);
    EXPECT_EQ(text(record.at("custom_values").at(0).at("value")), "M");
    auto ties = body_of(server->get(path(liz) + "/relationships")).at("items").as_array();
    EXPECT_EQ(ties.size(), 2U);
    // What was not taken is not lost.
    auto left = (*database)->read([&](Reader& reader) { return merged_into(reader, liz); });
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(encode(left.front().not_taken),
              R"([{"field":"given_name","value":"Elizabeth"},{"field":"family_name","value":"Rivera"},)"
              R"({"field":"T-shirt","value":"L"}])");
    auto shown = body_of(server->get(path(liz) + "/merged-records")).at("items").as_array();
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown.at(0).at("not_taken").as_array().size(), 3U);
    EXPECT_EQ(server->stranger().get(path(liz) + "/merged-records").status, 404);
    server->as(Role::organizer);
    // Links to the record that went lead to the one that is there.
    EXPECT_EQ(text(body_of(server->get(path(elizabeth))).at("person").at("id")), to_string(liz));
    auto pairs = body_of(server->get("/likely-duplicates")).at("items").as_array();
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_DOUBLE_EQ(pairs.at(0).at("probability").to_number<double>(), 0.4);

    expect_whole();
    undo(merged);
    expect_whole();
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(text(body_of(server->get(path(elizabeth))).at("name")), "Elizabeth Rivera-Soto");
}

TEST_P(DuplicatesTest, ConversationsCountOnceAndPhonesMayNameTheRecordThatWent) {
    auto drive =
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<Id<Drive>> {
            Organization local;
            local.workspace_id = server->workspace();
            local.name = "Harbor Local 12";
            tx.insert(local);
            Drive made;
            made.workspace_id = server->workspace();
            made.organization_id = local.id;
            tx.insert(made);
            return made.id;
        });
    ASSERT_TRUE(drive);
    auto one = add(R"({"given_name":"Ana","family_name":"Li"})");
    auto two = add(R"({"given_name":"Anna","family_name":"Li"})");
    auto talk = [&](Id<Person> person, const char* key, int value) {
        return server->post("/conversations", R"({"person_id":")" + to_string(person) + R"(","drive_id":")" +
                                                  to_string(*drive) + R"(","client_key":")" + key +
                                                  R"(","assessment":)" + std::to_string(value) + "}");
    };
    ASSERT_EQ(talk(one, "first-talk", 3).status, 201);
    database->clock().set(database->clock().now() + std::chrono::minutes{5});
    ASSERT_EQ(talk(two, "second-talk", 2).status, 201);
    auto current = [&] {
        return (*database)->read([&](Reader& reader) {
            return reader.rows<Assessment>("SELECT " + columns<Assessment>() +
                                           " FROM assessment WHERE current = 1 ORDER BY person_id");
        });
    };
    auto before = everything();
    auto merged = merge(one, two);
    ASSERT_EQ(merged.status, 200) << merged.body;
    ASSERT_EQ(current().size(), 1U);
    EXPECT_EQ(current().front().value, 2);
    EXPECT_EQ(current().front().person_id, one);

    database->clock().set(database->clock().now() + std::chrono::minutes{5});
    auto late = talk(two, "from-a-phone", 1);
    ASSERT_EQ(late.status, 201) << late.body;
    EXPECT_EQ(text(body_of(late).at("conversation").at("person_id")), to_string(one));
    EXPECT_EQ(talk(two, "from-a-phone", 1).status, 200);  // sent again
    ASSERT_EQ(current().size(), 1U);
    EXPECT_EQ(current().front().value, 1);

    // What was said since stays with the record it was said to; nothing is there twice.
    auto batch = text(body_of(merged).at("batch_id"));
    auto undone = server->post("/batches/" + batch + "/undo");
    ASSERT_EQ(undone.status, 200) << undone.body;
    auto rows = (*database)->read(
        [&](Reader& reader) { return reader.value<std::int64_t>("SELECT count(*) FROM conversation"); });
    EXPECT_EQ(rows, 3);
    EXPECT_EQ(server->get(path(two)).status, 200);
}

TEST_P(DuplicatesTest, WhoeverWasToldApartStaysApart) {
    auto one = add(R"({"given_name":"Ana","family_name":"Li"})");
    auto two = add(R"({"given_name":"Anna","family_name":"Li"})");
    auto father = add(R"({"given_name":"Juan","family_name":"Li"})");
    note(one, two);
    note(two, father);
    note(one, father, 0.3);
    auto pairs =
        body_of(server->get("/likely-duplicates?person_id=" + to_string(father))).at("items").as_array();
    ASSERT_EQ(pairs.size(), 2U);
    EXPECT_EQ(text(pairs.at(0).at("reasons").at(0).at("found")), "nickname");
    ASSERT_EQ(server->post("/likely-duplicates/" + text(pairs.at(0).at("id")) + "/distinct").status, 204);
    EXPECT_EQ(server->post("/likely-duplicates/" + text(pairs.at(0).at("id")) + "/distinct").status, 404);
    note(father, two);  // found once more: it is remembered
    EXPECT_EQ(body_of(server->get("/likely-duplicates/count")).at("waiting").as_int64(), 2);
    ASSERT_EQ(merge(one, two).status, 200);
    note(one, father);
    EXPECT_EQ(body_of(server->get("/likely-duplicates/count")).at("waiting").as_int64(), 0);
}

TEST_P(DuplicatesTest, MembershipsOfOneLocalBecomeOne) {
    Membership kept;
    kept.role = MembershipRole::member;
    kept.status = MembershipStatus::prospect;
    kept.revision = {1};
    auto other = kept;
    other.role = MembershipRole::steward;
    other.status = MembershipStatus::member;
    other.good_standing = false;
    other.revision = {2};
    auto combined = combine_memberships(kept, other);
    EXPECT_EQ(combined.role, MembershipRole::steward);
    EXPECT_EQ(combined.status, MembershipStatus::member);
    EXPECT_FALSE(combined.good_standing);
    combined = combine_memberships(other, kept);
    EXPECT_EQ(combined.role, MembershipRole::steward);
    EXPECT_EQ(combined.status, MembershipStatus::member);
}

TEST_P(DuplicatesTest, WhoMayNotSeeBothDoesNotMerge) {
    auto one = add(R"({"given_name":"Ana","family_name":"Li"})");
    auto two = add(R"({"given_name":"Anna","family_name":"Li"})");
    note(one, two);
    EXPECT_EQ(merge(one, one).status, 422);
    EXPECT_EQ(merge(one, two, R"(,"take":["password"])").status, 422);
    server->as(Role::volunteer);
    EXPECT_EQ(merge(one, two).status, 403);
    server->stranger();
    EXPECT_EQ(merge(one, two).status, 404);
    EXPECT_TRUE(body_of(server->get("/likely-duplicates")).at("items").as_array().empty());
    auto lead = server->access(Role::lead);
    lead.organization = Id<Organization>{12345};
    server->as(lead);
    EXPECT_EQ(merge(one, two).status, 404);
    EXPECT_TRUE(body_of(server->get("/likely-duplicates")).at("items").as_array().empty());
    EXPECT_EQ(body_of(server->get("/likely-duplicates/count")).at("waiting").as_int64(), 0);
}

TEST_P(DuplicatesTest, ALookThroughEveryoneFindsThoseTwiceAndMergesWhoIsSure) {
    constexpr std::array given{"Ana", "Ivo", "Rosa", "Tunde", "Priya", "Jun", "Colleen", "Malik"};
    constexpr std::array family{"Li", "Petrov", "Lima", "Abara", "Shah", "Park", "Hughes", "Freeman", "Soto"};
    auto phone_of = [](std::size_t at) {
        return "402" + std::to_string(2'000'000 + at * 1'037'389 % 7'999'993);
    };
    auto body = [&](std::size_t at, std::string first) {
        std::string last = family[at % family.size()];
        return R"({"given_name":")" + first + R"(","family_name":")" + last + R"(","email":")" + first + "." +
               last + R"(@example.org","phone":")" + phone_of(at) + "\"}";
    };
    for (std::size_t at = 0; at < 60; ++at)
        add(body(at, given[at % given.size()]));
    std::array twice{add(body(3, given[3])), add(body(17, given[17 % given.size()]))};
    // A household shares a name and a phone and is not one person.
    add(R"({"given_name":"Bartholomew","family_name":")" + std::string(family[25 % family.size()]) +
        R"(","email":"bart@example.net","phone":")" + phone_of(25) + "\"}");
    auto run = [&] {
        JobRunner runner(**database);
        add_duplicate_jobs(runner);
        while (runner.run_one()) {
        }
    };
    ASSERT_EQ(server->post("/likely-duplicates/search").status, 202);
    run();
    auto pairs = body_of(server->get("/likely-duplicates")).at("items").as_array();
    ASSERT_EQ(pairs.size(), twice.size());
    for (const auto& pair : pairs) {
        EXPECT_GT(pair.at("probability").to_number<double>(), 0.95);
        EXPECT_GT(pair.at("reasons").as_array().size(), 3U);
        EXPECT_EQ(text(pair.at("people").at(0).at("name")), text(pair.at("people").at(1).at("name")));
    }
    ASSERT_EQ(server->post("/likely-duplicates/search").status, 202);
    run();
    EXPECT_EQ(body_of(server->get("/likely-duplicates/count")).at("waiting").as_int64(), 2);
    // That they were found is no act of anybody's, to be listed and taken back.
    auto listed = body_of(server->get("/batches?limit=200"));
    for (const auto& batch : listed.at("items").as_array())
        EXPECT_NE(text(batch.at("summary")), "Found records that may be one person");
    auto found_for = body_of(server->get("/likely-duplicates?person_id=" + to_string(twice.front())));
    auto earlier =
        *parse_id<Person>(text(found_for.at("items").at(0).at("people").at(0).at("person").at("id")));
    auto entry = body_of(server->get(path(std::min(earlier, twice.front())) + "/history")).at("items").at(0);
    ASSERT_EQ(text(entry.at("table_name")), "likely_duplicate");
    EXPECT_FALSE(entry.at("can_undo").as_bool());
    EXPECT_EQ(server->post("/batches/" + text(entry.at("batch_id")) + "/undo").status, 409);

    EXPECT_EQ(server->post("/likely-duplicates/merge-sure", R"({"least":0.5})").status, 422);
    ASSERT_EQ(server->post("/likely-duplicates/merge-sure", R"({"least":0.95})").status, 202);
    run();
    EXPECT_EQ(body_of(server->get("/likely-duplicates/count")).at("waiting").as_int64(), 0);
    // Each is taken back by itself.
    auto merges = body_of(server->get("/batches?kind=merge")).at("items").as_array();
    ASSERT_EQ(merges.size(), 2U);
    ASSERT_EQ(server->post("/batches/" + text(merges.at(0).at("id")) + "/undo").status, 200);
    auto count = (*database)->read(
        [&](Reader& reader) { return reader.value<std::int64_t>("SELECT count(*) FROM person"); });
    EXPECT_EQ(count, 62);
}

TEST_P(DuplicatesTest, ErasingSomebodyErasesWhatTheyWereMergedFrom) {
    auto one = add(R"({"given_name":"Ana","family_name":"Li","email":"ana@example.org"})");
    auto two = add(R"({"given_name":"Anna","family_name":"Lee"})");
    ASSERT_EQ(merge(one, two).status, 200);
    ASSERT_EQ(server->as(Role::owner).remove(path(one)).status, 204);
    auto left = (*database)->read([&](Reader& reader) {
        return reader.value<std::int64_t>("SELECT count(*) FROM journal WHERE subject_id IN ($1, $2)", one,
                                          two);
    });
    EXPECT_EQ(left, 0);
    EXPECT_EQ(everything(), "");
    EXPECT_EQ(server->get(path(two)).status, 404);
}

}  // namespace
}  // namespace wallchart::test
