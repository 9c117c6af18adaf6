#include "features/people/people.h"

#include "support/test_server.h"

namespace wallchart::test {
namespace {

class PeopleTest : public ServerTest {
protected:
    Id<Person> add(const char* given, const char* family, const char* email = "", const char* phone = "",
                   Id<Workspace> workspace = {}) {
        Person person;
        auto done = (*database)->write({workspace, {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            person.workspace_id = workspace ? workspace : server->workspace();
            person.given_name = given;
            person.family_name = family;
            set_search_names(person);
            tx.insert(person);
            auto contact = [&](ContactKind kind, std::string_view value) {
                if (value.empty()) return;
                ContactPoint point;
                point.person_id = person.id;
                point.workspace_id = person.workspace_id;
                point.kind = kind;
                point.value = value;
                tx.insert(point);
            };
            contact(ContactKind::email, email);
            contact(ContactKind::phone, phone);
            return {};
        });
        EXPECT_TRUE(done);
        return person.id;
    }
    std::vector<std::string> found(const std::string& search, const Access& access) {
        PeopleQuery query;
        query.search = search;
        auto page = (*database)->read([&](Reader& reader) { return search_people(reader, access, query); });
        std::vector<std::string> names;
        if (page)
            for (const auto& item : page->items)
                names.push_back(item.name);
        return names;
    }
    std::vector<std::string> found(const std::string& search) {
        return found(search, server->access(Role::owner));
    }
};

using Names = std::vector<std::string>;

TEST_P(PeopleTest, IsFoundByTheStartOfEitherNameWithoutMarksOrCase) {
    add("José", "Peña Rivera");
    add("Rosa", "Penn");
    EXPECT_EQ(found("PENA"), Names{"José Peña Rivera"});
    EXPECT_EQ(found("pen"), (Names{"José Peña Rivera", "Rosa Penn"}));
    EXPECT_EQ(found("jose p"), Names{"José Peña Rivera"});
    EXPECT_EQ(found("Penn, R"), Names{"Rosa Penn"});
    EXPECT_EQ(found("ivera"), Names{});
}

TEST_P(PeopleTest, IsFoundByTheStartOfAnEmailOrAPhoneAsTyped) {
    add("Rosa", "Lima", "rosa@example.org", "+14025550123");
    add("Ivo", "Kral", "ivo@example.org", "+14025550177");
    EXPECT_EQ(found("rosa@"), Names{"Rosa Lima"});
    EXPECT_EQ(found("(402) 555-01"), (Names{"Ivo Kral", "Rosa Lima"}));
    EXPECT_EQ(found("402-555-0177"), Names{"Ivo Kral"});
    EXPECT_EQ(found("+14025550123"), Names{"Rosa Lima"});
}

TEST_P(PeopleTest, PagesInTheOrderOfFamilyNames) {
    for (const char* family : {"Cruz", "Abel", "Dorn", "Baker", "Ekholm"})
        add("Pat", family);
    std::string cursor;
    Names names;
    for (int page = 0; page < 3; ++page) {
        auto answer = body_of(server->as(Role::organizer).get("/people?limit=2&cursor=" + cursor));
        for (const auto& item : answer.at("items").as_array())
            names.emplace_back(item.at("name").as_string());
        if (!answer.at("next").is_string()) break;
        cursor = answer.at("next").as_string();
    }
    EXPECT_EQ(names, (Names{"Pat Abel", "Pat Baker", "Pat Cruz", "Pat Dorn", "Pat Ekholm"}));
}

TEST_P(PeopleTest, AVolunteerSeesOnlyThoseAssignedToThem) {
    auto mine = add("Rosa", "Lima");
    auto other = add("Ivo", "Kral");
    auto done =
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            Assignment assignment{mine, {}, server->user(Role::volunteer), {}, {}};
            tx.insert(assignment);
            return {};
        });
    ASSERT_TRUE(done);
    EXPECT_EQ(found("", server->access(Role::volunteer)), Names{"Rosa Lima"});
    EXPECT_EQ(server->as(Role::lead).get("/people/count").body, R"({"count":2})");
    server->as(Role::volunteer);
    EXPECT_EQ(server->get("/people/count").body, R"({"count":1})");
    EXPECT_EQ(server->get("/people/" + to_string(mine)).status, 200);
    EXPECT_EQ(server->get("/people/" + to_string(other)).status, 404);
}

TEST_P(PeopleTest, ManyAreAssignedAtOnceAndTheRestIsFound) {
    auto rosa = add("Rosa", "Lima"), ivo = add("Ivo", "Kral");
    add("Jun", "Park");
    auto volunteer = to_string(server->user(Role::volunteer));
    auto assign = [&](const std::string& people) {
        return server->post("/assignments",
                            R"({"person_ids":[)" + people + R"(],"user_id":")" + volunteer + "\"}");
    };
    auto both = "\"" + to_string(rosa) + "\",\"" + to_string(ivo) + "\"";
    server->as(Role::lead);
    auto done = assign(both);
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(body_of(done).at("assigned").as_int64(), 2);
    EXPECT_EQ(found("", server->access(Role::volunteer)), (Names{"Ivo Kral", "Rosa Lima"}));
    auto rest = body_of(server->get("/people?unassigned=true")).at("items").as_array();
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest.at(0).at("name"), "Jun Park");
    auto again = body_of(assign(both));
    EXPECT_EQ(again.at("assigned").as_int64(), 0);
    EXPECT_EQ(again.at("already").as_int64(), 2);
    EXPECT_TRUE(again.at("batch_id").is_null());
    EXPECT_EQ(server->as(Role::organizer)
                  .post("/batches/" + std::string(body_of(done).at("batch_id").as_string()) + "/undo")
                  .status,
              200);
    EXPECT_EQ(found("", server->access(Role::volunteer)), Names{});
    // One whom they may not see, and none is assigned.
    EXPECT_EQ(assign(both + ",\"17\"").status, 404);
    EXPECT_EQ(found("", server->access(Role::volunteer)), Names{});
    EXPECT_EQ(assign("").status, 422);
    std::string many = "\"17\"";
    for (int at = 0; at < 1000; ++at)
        many += ",\"17\"";
    EXPECT_EQ(assign(many).status, 422);
    EXPECT_EQ(server->stranger()
                  .post("/assignments", R"({"person_ids":[)" + both + R"(],"user_id":")" + volunteer + "\"}")
                  .status,
              404);
}

TEST_P(PeopleTest, AStrangerAndAnObserverSeeNothing) {
    auto person = add("Rosa", "Lima", "rosa@example.org");
    auto path = "/people/" + to_string(person);
    EXPECT_EQ(server->stranger().get(path).status, 404);
    EXPECT_EQ(server->stranger().get("/people?search=rosa").body, R"({"items":[],"next":null})");
    EXPECT_EQ(server->stranger().get("/people/count").body, R"({"count":0})");
    EXPECT_EQ(server->as(Role::observer).get(path).status, 403);
    EXPECT_EQ(server->get("/people/count").status, 403);
    EXPECT_EQ(server->nobody().get(path).status, 401);
    auto answer = body_of(server->as(Role::owner).get(path));
    EXPECT_EQ(answer.at("name").as_string(), "Rosa Lima");
    EXPECT_EQ(answer.at("contact_points").as_array().size(), 1U);
}

TEST_P(PeopleTest, ALeadSeesTheMembersOfTheirSubtree) {
    auto inside = add("Rosa", "Lima");
    add("Ivo", "Kral");
    Access lead = server->access(Role::lead);
    auto done =
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            auto organization = [&](std::optional<std::int64_t> parent) {
                auto id = new_id_value();
                tx.execute(
                    "INSERT INTO organization (id, workspace_id, parent_organization_id, kind, name, "
                    "name_folded, "
                    "affiliation, number, city, state, postal_code, website, external_source, external_id, "
                    "note, "
                    "revision) VALUES ($1, $2, $3, 'local', 'x', 'x', '', '', '', '', '', '', '', '', '', 1)",
                    id, server->workspace(), parent);
                return id;
            };
            auto council = organization({});
            auto local = organization(council);
            Membership membership;
            membership.person_id = inside;
            membership.organization_id.value = local;
            tx.insert(membership);
            lead.organization.emplace().value = council;
            return {};
        });
    ASSERT_TRUE(done);
    EXPECT_EQ(found("", lead), Names{"Rosa Lima"});
}

ON_BOTH_DATABASES(PeopleTest);

TEST(PersonRules, NamesEveryFault) {
    Person person;
    person.birth_date = "1980-13";
    person.language = "xx";
    auto checked = check_person(person);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().fields.size(), 3U);
    person = {};
    person.family_name = "Lima";
    person.birth_date = "1980-12";
    EXPECT_TRUE(check_person(person));
}

}  // namespace
}  // namespace wallchart::test
