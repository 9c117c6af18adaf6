// A search is exact however many people have such a name, and however many the filter leaves.
#include "core/random.h"
#include "core/text.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "support/test_server.h"

#include <set>

namespace wallchart::test {
namespace {

/// More than are sorted at once, by name and by filter (see search_people.cpp).
constexpr int many_names = 1'300;
constexpr int many_people = 10'500;

class SearchPeopleTest : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        write([&](Transaction& tx) {
            council = organization(tx, {});
            local = organization(tx, council);
        });
    }
    template <class F>
    void write(F&& f) {
        auto done =
            (*database)->write({server->workspace(), {}, "test", ""}, [&](Transaction& tx) -> Result<void> {
                f(tx);
                return {};
            });
        ASSERT_TRUE(done) << done.error().message;
    }
    Id<Organization> organization(Transaction& tx, std::optional<Id<Organization>> parent) {
        Organization made;
        made.workspace_id = server->workspace();
        made.parent_organization_id = parent;
        made.name = made.name_folded = "x";
        tx.insert(made);
        return made.id;
    }
    Person person(std::string given, std::string family) {
        Person made;
        made.id = new_id<Person>();
        made.workspace_id = server->workspace();
        made.given_name = std::move(given);
        made.family_name = std::move(family);
        set_search_names(made);
        return made;
    }
    Membership member(Id<Person> id) {
        Membership made;
        made.person_id = id;
        made.organization_id = local;
        return made;
    }
    /// All pages of a search.
    std::vector<Id<Person>> found(PeopleQuery query, const Access& access) {
        std::vector<Id<Person>> all;
        query.limit = 200;
        do {
            auto page =
                (*database)->read([&](Reader& reader) { return search_people(reader, access, query); });
            EXPECT_TRUE(page) << page.error().message;
            if (!page) break;
            EXPECT_FALSE(page->items.empty() && page->next);
            for (const auto& item : page->items)
                all.push_back(item.id);
            query.cursor = page->next.value_or("");
        } while (!query.cursor.empty());
        return all;
    }
    std::vector<std::string> names(PeopleQuery query, const Access& access) {
        std::vector<std::string> all;
        auto page = (*database)->read([&](Reader& reader) { return search_people(reader, access, query); });
        for (const auto& item : page->items)
            all.push_back(item.name);
        return all;
    }

    Id<Organization> council;
    Id<Organization> local;
};

TEST_P(SearchPeopleTest, FindsTheOneOfAFilterAmongManyOfTheName) {
    auto wanted = person("Ana", "Zuniga");
    write([&](Transaction& tx) {
        std::vector<Person> people;
        std::vector<ContactPoint> contacts;
        for (int at = 0; at < many_names; ++at) {
            people.push_back(person("Ana", "Abel " + std::to_string(at)));
            ContactPoint contact;
            contact.person_id = people.back().id;
            contact.workspace_id = server->workspace();
            contact.value = "ana" + std::to_string(at) + "@example.org";
            contacts.push_back(contact);
        }
        people.push_back(wanted);
        tx.insert_all(people);
        tx.insert_all(contacts);
        auto membership = member(wanted.id);
        tx.insert(membership);
        Assignment assignment{wanted.id, {}, server->user(Role::volunteer), {}, {}};
        tx.insert(assignment);
    });
    const std::vector<std::string> only{"Ana Zuniga"};
    EXPECT_EQ(names({.search = "ana", .organization_id = local}, server->access(Role::owner)), only);
    EXPECT_EQ(
        names({.search = "ana", .assigned_to = server->user(Role::volunteer)}, server->access(Role::owner)),
        only);
    EXPECT_EQ(names({.search = "ana"}, server->access(Role::volunteer)), only);
    auto lead = server->access(Role::lead);
    lead.organization = council;
    EXPECT_EQ(names({.search = "ana"}, lead), only);
    EXPECT_EQ(names({.search = "zun", .organization_id = local}, server->access(Role::owner)), only);
    EXPECT_EQ(names({.search = "ana", .organization_id = council}, server->access(Role::owner)),
              std::vector<std::string>{});
    // Without a filter all of them, each once.
    EXPECT_EQ(found({.search = "ana"}, server->access(Role::owner)).size(), std::size_t{many_names} + 1);
}

TEST_P(SearchPeopleTest, FindsTheSameAsLookingAtEachPerson) {
    const std::vector<std::string> given{"Jo", "Joan", "Jose", "Ana", "Mia"};
    const std::vector<std::string> family{"Jones", "Joyce", "Abel", "Anand", "Moss"};
    struct Made {
        Person person;
        std::vector<std::string> contacts;
        bool member = false;
    };
    std::vector<Made> made;
    Random random(3, 1);
    for (int at = 0; at < many_people + 500; ++at) {
        Made one{
            person(random.pick(given), random.pick(family) + " " + std::to_string(at)), {}, at < many_people};
        if (random.chance(0.2))
            one.contacts.push_back("jo" + std::to_string(random.below(50)) + "@example.org");
        if (random.chance(0.2))
            one.contacts.push_back("jo" + std::to_string(random.below(50)) + "@example.net");
        if (random.chance(0.3))
            one.contacts.push_back("+1402555" + std::to_string(1000 + random.below(9000)));
        made.push_back(std::move(one));
    }
    write([&](Transaction& tx) {
        std::vector<Person> people;
        std::vector<ContactPoint> contacts;
        std::vector<Membership> members;
        for (const auto& one : made) {
            people.push_back(one.person);
            if (one.member) members.push_back(member(one.person.id));
            if (one.member && members.size() % 100 == 0) members.push_back(member(one.person.id));  // twice
            for (const auto& value : one.contacts) {
                ContactPoint contact;
                contact.person_id = one.person.id;
                contact.workspace_id = server->workspace();
                contact.kind = value.starts_with('+') ? ContactKind::phone : ContactKind::email;
                contact.value = value;
                contacts.push_back(contact);
            }
        }
        tx.insert_all(people);
        tx.insert_all(contacts);
        tx.insert_all(members);
    });
    auto lead = server->access(Role::lead);
    lead.organization = council;
    for (const std::string search : {"jo", "joa", "jones 1", "402555", "jones 17", ""}) {
        auto phone = search == "402555" ? "+1402555" : "-";
        std::set<Id<Person>> all;
        std::set<Id<Person>> members;
        for (const auto& one : made) {
            bool fits =
                one.person.family_first.starts_with(search) || one.person.given_first.starts_with(search);
            for (const auto& value : one.contacts)
                fits |= value.starts_with(search) || value.starts_with(phone);
            if (!fits) continue;
            all.insert(one.person.id);
            if (one.member) members.insert(one.person.id);
        }
        auto check = [&](const PeopleQuery& query, const Access& access,
                         const std::set<Id<Person>>& expected) {
            auto listed = found(query, access);
            EXPECT_EQ(listed.size(), expected.size()) << search;
            EXPECT_EQ(std::set<Id<Person>>(listed.begin(), listed.end()), expected) << search;
        };
        check({.search = search}, server->access(Role::owner), all);
        check({.search = search, .organization_id = local}, server->access(Role::owner), members);
        check({.search = search}, lead, members);
        if (search.empty()) {
            EXPECT_EQ(all.size(), made.size());
        }
    }
}

TEST_P(SearchPeopleTest, ThoseOfTheFamilyNameComeFirstAmongMany) {
    write([&](Transaction& tx) {
        std::vector<Person> people;
        for (int at = 0; at < many_names; ++at)
            people.push_back(person("Mora", "Abel " + std::to_string(at)));
        people.push_back(person("Zoe", "Mora"));
        tx.insert_all(people);
    });
    auto first = names({.search = "mora", .limit = 3}, server->access(Role::owner));
    EXPECT_EQ(first, (std::vector<std::string>{"Zoe Mora", "Mora Abel 0", "Mora Abel 1"}));
}

ON_BOTH_DATABASES(SearchPeopleTest);

}  // namespace
}  // namespace wallchart::test
