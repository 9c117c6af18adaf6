#include "features/sign_ups/sign_ups.h"

#include "features/formations/formations.h"
#include "features/placements/placements.h"
#include "support/test_server.h"

#include <set>

namespace wallchart::test {
namespace {

class SignUpTest : public ServerTest {
protected:
    Id<Organization> add_organization(OrganizationKind kind, const char* name, const char* affiliation,
                                      const char* number, std::optional<Id<Organization>> parent = {}) {
        Organization organization;
        auto done =
            (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
                organization.workspace_id = server->workspace();
                organization.kind = kind;
                organization.name = name;
                organization.name_folded = name;
                organization.affiliation = affiliation;
                organization.number = number;
                organization.parent_organization_id = parent;
                tx.insert(organization);
                return {};
            });
        EXPECT_TRUE(done);
        return organization.id;
    }
    Response join(std::string_view form, std::string_view query = "lang=en") {
        return server->nobody().post("//join/harbor?" + std::string(query), form);
    }
    std::int64_t count(const std::string& table, const std::string& condition = "1 = 1") {
        return (*database)->read([&](Reader& reader) {
            return reader.value<std::int64_t>("SELECT count(*) FROM " + table + " WHERE " + condition);
        });
    }
};

TEST_P(SignUpTest, ThePageOpensInBothLanguagesWithoutAnAccount) {
    auto english = server->nobody().get("//join/harbor?lang=en");
    EXPECT_EQ(english.status, 200);
    EXPECT_NE(english.body.find("Count me in"), std::string::npos);
    auto spanish = server->nobody().get("//join/harbor?lang=es&utm_source=flyer");
    EXPECT_EQ(spanish.status, 200);
    EXPECT_NE(spanish.body.find("Cuenten conmigo"), std::string::npos);
    EXPECT_EQ(spanish.body.find("<script>"), std::string::npos);
    EXPECT_EQ(server->nobody().get("//join/nowhere").status, 404);
}

TEST_P(SignUpTest, ASureUnionIsPlacedAndWhatIsUnsureWaits) {
    auto local = add_organization(OrganizationKind::local, "Teamsters Local 810", "IBT", "810");
    add_organization(OrganizationKind::local, "Teamsters Local 705", "IBT", "705");
    EXPECT_EQ(join("name=Rosa+Lima&email=rosa%40example.org&organization=IBT+Local+810").status, 200);
    EXPECT_EQ(count("membership", "organization_id = " + to_string(local)), 1);
    EXPECT_EQ(join("name=Ivo+Kral&email=ivo%40example.org&organization=teamsters").status, 200);
    EXPECT_EQ(join("name=Ada+Kral&email=ada%40example.org&organization=Teamsters").status, 200);
    EXPECT_EQ(count("placement", "state = 'waiting'"), 2);
    EXPECT_EQ(count("membership"), 1);

    auto queue = body_of(server->as(Role::organizer).get("/placements"));
    ASSERT_EQ(queue.at("items").as_array().size(), 2U);
    const auto& first = queue.at("items").at(0);
    EXPECT_EQ(first.at("name").as_string(), "Ivo Kral");
    EXPECT_EQ(first.at("same_text").as_int64(), 2);
    EXPECT_GE(first.at("suggestions").as_array().size(), 1U);
    auto path = "/placements/" + std::string(first.at("id").as_string()) + "/place";
    auto body = R"({"organization_id":")" + to_string(local) + R"(","all_of_same_text":true})";
    EXPECT_EQ(server->stranger().post(path, body).status, 404);
    EXPECT_EQ(server->as(Role::volunteer).post(path, body).status, 403);
    EXPECT_EQ(body_of(server->as(Role::organizer).post(path, body)).at("people").as_int64(), 2);
    EXPECT_EQ(server->as(Role::organizer).post(path, body).status, 409);
    EXPECT_EQ(count("membership", "organization_id = " + to_string(local)), 3);
}

TEST_P(SignUpTest, WhoNamesNoUnionOfOursIsSetAsideOnceForAll) {
    for (std::string name : {"Ada", "Ben", "Cleo"})
        join("name=" + name + "+Kral&email=" + name + "%40example.org&organization=The+Harbor+Guild");
    join("name=Dan+Kral&email=dan%40example.org&organization=none");  // nobody to place
    auto queue = body_of(server->as(Role::organizer).get("/placements"));
    ASSERT_EQ(queue.at("items").as_array().size(), 3U);
    auto path = [&](std::size_t at) {
        return "/placements/" + std::string(queue.at("items").at(at).at("id").as_string()) + "/set-aside";
    };
    EXPECT_EQ(body_of(server->as(Role::organizer).post(path(0))).at("people").as_int64(), 1);
    auto all = body_of(server->as(Role::organizer).post(path(1) + "?all_of_same_text=true"));
    EXPECT_EQ(all.at("people").as_int64(), 2);
    EXPECT_EQ(count("placement", "state = 'waiting'"), 0);
    EXPECT_EQ(count("placement", "state = 'set_aside'"), 3);
    // Set aside by mistake: all of them wait again.
    auto undo = "/batches/" + std::string(all.at("batch_id").as_string()) + "/undo";
    EXPECT_EQ(server->as(Role::organizer).post(undo).status, 200);
    EXPECT_EQ(count("placement", "state = 'waiting'"), 2);
    EXPECT_EQ(count("placement", "state = 'set_aside'"), 1);
}

TEST_P(SignUpTest, HowManyWroteTheSameCountsOnlyPeopleOneSees) {
    join("name=Ivo+Kral&email=ivo%40example.org&organization=The+Harbor+Guild");
    join("name=Ada+Kral&email=ada%40example.org&organization=The+Harbor+Guild");
    auto waiting = [&](const Access& access) {
        return (*database)->read([&](Reader& reader) { return *waiting_placements(reader, access, "", 10); });
    };
    auto all = waiting(server->access(Role::owner)).items;
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().same_text, 2);
    EXPECT_TRUE(
        (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
            Assignment assignment{all.front().person_id, {}, server->user(Role::volunteer), {}, {}};
            tx.insert(assignment);
            return {};
        }));
    auto theirs = waiting(server->access(Role::volunteer)).items;
    ASSERT_EQ(theirs.size(), 1U);
    EXPECT_EQ(theirs.front().same_text, 1);
}

TEST_P(SignUpTest, KeepsOnlyTheConsentsThatWereGivenWithTheirWording) {
    join("name=Rosa+Lima&email=rosa%40example.org&email_consent=yes&introduction_consent=yes", "lang=es");
    EXPECT_EQ(count("consent", "kind = 'email' AND granted = 1"), 1);
    EXPECT_EQ(count("consent", "kind = 'text'"), 0);
    auto wording = (*database)->read([](Reader& reader) {
        return reader.value<std::string>("SELECT wording FROM consent WHERE kind = 'email'");
    });
    EXPECT_EQ(wording, consent_wording(ConsentKind::email, "es"));
}

TEST_P(SignUpTest, TheSamePersonIsOneAndAHouseholdIsSeveral) {
    join("name=Rosa+Lima&email=home%40example.org");
    join("name=ROSA+lima&email=Home%40Example.org&phone=402-555-0123");
    join("name=Ivo+Lima&email=home%40example.org");
    EXPECT_EQ(count("person"), 2);
    EXPECT_EQ(count("sign_up"), 3);
}

TEST_P(SignUpTest, ThePageSentAgainAsksNobodyTwice) {
    for (int times = 0; times < 2; ++times)
        join("name=Flo+Ray&email=flo%40example.org&employer=Harbor+Freight&organization=The+Harbor+Guild");
    EXPECT_EQ(count("person"), 1);
    EXPECT_EQ(count("placement", "state = 'waiting'"), 1);
    EXPECT_EQ(count("employment"), 1);
    // Somewhere else, in other words: that is new.
    join("name=Flo+Ray&email=flo%40example.org&employer=Pier+9&organization=the+dockers");
    EXPECT_EQ(count("placement", "state = 'waiting'"), 2);
    EXPECT_EQ(count("employment"), 2);
}

TEST_P(SignUpTest, LocalsOfOneNameAreToldApartByTheirNumberInTheRegister) {
    for (const auto* number : {"11661", "22572"}) {
        auto done =
            (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
                Organization organization;
                organization.workspace_id = server->workspace();
                organization.kind = OrganizationKind::local;
                organization.name = "SEIU Local 32";
                organization.name_folded = "seiu local 32";
                organization.affiliation = "SEIU";
                organization.number = "32";
                organization.external_source = "olms";
                organization.external_id = number;
                tx.insert(organization);
                return {};
            });
        ASSERT_TRUE(done);
    }
    join("name=Eve+Poe&email=eve%40example.org&organization=SEIU+32");
    auto queue = body_of(server->as(Role::organizer).get("/placements"));
    ASSERT_EQ(queue.at("items").as_array().size(), 1U);
    std::set<std::string> labels;
    for (const auto& one : queue.at("items").at(0).at("suggestions").as_array())
        labels.emplace(one.at("label").as_string());
    EXPECT_EQ(labels, (std::set<std::string>{"SEIU Local 32, olms 11661", "SEIU Local 32, olms 22572"}));
}

TEST_P(SignUpTest, FaultsAreToldAndNothingIsKept) {
    auto response = join("name=&email=nonsense&text_consent=yes");
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("aria-invalid"), std::string::npos);
    EXPECT_EQ(join("name=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body.find("<script>alert"), std::string::npos);
    EXPECT_EQ(count("person"), 0);
}

TEST_P(SignUpTest, AMachineThatFillsTheTrapLeavesNothing) {
    EXPECT_EQ(join("name=Bot&email=bot%40example.org&website=x").status, 200);
    EXPECT_EQ(count("person"), 0);
}

TEST_P(SignUpTest, TooManyFromOneAddressAreRefused) {
    for (int at = 0; at < 20; ++at)
        EXPECT_EQ(
            join("name=Person+" + std::to_string(at) + "&email=p" + std::to_string(at) + "%40example.org")
                .status,
            200);
    EXPECT_EQ(join("name=One+More&email=more%40example.org").status, 429);
    EXPECT_EQ(count("person"), 20);
}

TEST_P(SignUpTest, AFormationAppearsWithEnoughWhoConsentInTheLocalAndInItsUnion) {
    auto international = add_organization(OrganizationKind::union_, "Teamsters", "IBT", "");
    add_organization(OrganizationKind::local, "Teamsters Local 810", "IBT", "810", international);
    add_organization(OrganizationKind::local, "Teamsters Local 705", "IBT", "705", international);
    auto sign = [&](const char* name, const char* local, const char* consent) {
        join(std::string("name=") + name + "+Lima&email=" + name +
             "%40example.org&email_consent=yes&organization=" + local + consent);
    };
    const char* yes = "&introduction_consent=yes";
    sign("Ana", "teamsters+810", yes);
    sign("Ben", "teamsters+810", yes);
    sign("Cleo", "teamsters+810", "");
    EXPECT_EQ(count("formation"), 0);
    sign("Dan", "teamsters+705", yes);
    EXPECT_EQ(count("formation"), 1);  // the union's: three who consented in two locals
    sign("Eva", "teamsters+810", yes);
    EXPECT_EQ(count("formation"), 2);

    auto list = body_of(server->as(Role::observer).get("/formations"));
    ASSERT_EQ(list.at("items").as_array().size(), 2U);
    EXPECT_EQ(list.at("items").at(0).at("consenting").as_int64(), 4);
    auto path = "/formations/" + std::string(list.at("items").at(0).at("id").as_string());
    EXPECT_EQ(server->as(Role::observer).get(path).status, 403);
    EXPECT_EQ(server->stranger().get(path).status, 404);
    auto view = body_of(server->as(Role::organizer).get(path));
    EXPECT_EQ(view.at("members").as_array().size(), 5U);
    EXPECT_EQ(view.at("can_be_introduced").as_int64(), 4);
    // Without the consent to be introduced the address is shown to nobody here.
    for (const auto& member : view.at("members").as_array())
        EXPECT_EQ(member.at("email").is_null(), !member.at("introduction").as_bool());
}

ON_BOTH_DATABASES(SignUpTest);

TEST(JoinRules, SplitsNamesAsPeopleWriteThem) {
    using Pair = std::pair<std::string, std::string>;
    EXPECT_EQ(split_name("Rosa"), Pair("Rosa", ""));
    EXPECT_EQ(split_name(" Rosa  Lima "), Pair("Rosa", "Lima"));
    EXPECT_EQ(split_name("Rosa Lima Soto"), Pair("Rosa", "Lima Soto"));
    EXPECT_EQ(split_name("Ana María Rivera Soto"), Pair("Ana María", "Rivera Soto"));
}

Fellow fellow(int id, const char* name, bool consents, bool before) {
    return {Id<Person>{id}, name, std::string(name) + "@example.org", "en", consents, consents, before};
}

TEST(IntroductionRules, NamesOnlyThoseWhoConsentedAndTheirOthers) {
    std::vector<Fellow> fellows{fellow(1, "ana", true, false), fellow(2, "ben", true, false),
                                fellow(3, "cleo", false, false)};
    auto letters = write_letters(fellows, {"Subject", "Message"}, "Olga", "Alliance", "en", "F");
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_NE(letters[0].text.find("ben@example.org"), std::string::npos);
    EXPECT_EQ(letters[0].text.find("cleo"), std::string::npos);
    EXPECT_EQ(letters[0].text.find("ana@"), std::string::npos);
}

TEST(IntroductionRules, ATextLeftAsOfferedIsSaidToEachInTheirLanguage) {
    std::vector<Fellow> fellows{fellow(1, "ana", true, false), fellow(2, "ben", true, false)};
    fellows[0].language = "es";
    auto letters = write_letters(fellows, suggested_text("F", "en"), "Olga", "Alliance", "en", "F");
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0].subject, suggested_text("F", "es").subject);
    EXPECT_EQ(letters[0].text.find("Hola:"), 0U);
    EXPECT_EQ(letters[1].text.find("Hello,"), 0U);
    auto own = write_letters(fellows, {"Subject", "My own words."}, "Olga", "Alliance", "en", "F");
    EXPECT_EQ(own[0].text.find("My own words."), 0U);
}

TEST(IntroductionRules, NobodyIsWrittenToWithoutNews) {
    EXPECT_TRUE(write_letters({fellow(1, "ana", true, true), fellow(2, "ben", true, true)}, {"S", "M"}, "O",
                              "A", "en", "F")
                    .empty());
    EXPECT_TRUE(write_letters({fellow(1, "ana", true, false), fellow(2, "ben", false, false)}, {"S", "M"},
                              "O", "A", "en", "F")
                    .empty());
    EXPECT_EQ(write_letters({fellow(1, "ana", true, true), fellow(2, "ben", true, false)}, {"S", "M"}, "O",
                            "A", "en", "F")
                  .size(),
              2U);
}

}  // namespace
}  // namespace wallchart::test
