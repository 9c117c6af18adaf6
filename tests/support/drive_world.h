#pragma once
// A small world for tests of what is done in a drive: a local, its worksite, people who work there.

#include "features/drives/drives.h"
#include "features/people/people.h"
#include "support/test_server.h"

#include <string>

namespace wallchart::test {

class DriveWorld : public ServerTest {
protected:
    void SetUp() override {
        ServerTest::SetUp();
        if (IsSkipped()) return;
        write([&](Transaction& tx) {
            Organization organization;
            organization.workspace_id = server->workspace();
            organization.name = "Harbor Workers Local 12";
            organization.name_folded = "harbor workers local 12";
            tx.insert(organization);
            local = organization.id;
            Worksite site;
            site.workspace_id = server->workspace();
            site.organization_id = local;
            site.name = "North Pier";
            site.name_folded = "north pier";
            site.eligible = 10;
            tx.insert(site);
            worksite = site.id;
            Drive wanted;
            wanted.workspace_id = server->workspace();
            wanted.organization_id = local;
            wanted.ask = "Will you vote yes?";
            wanted.script = "Ask, then **listen**.";
            tx.insert(wanted);
            drive = wanted.id;
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

    /// A member of the local who works at the worksite.
    Id<Person> add(const char* given, const char* family, const char* department = "Dock",
                   const char* shift = "Day") {
        Person person;
        write([&](Transaction& tx) {
            person.workspace_id = server->workspace();
            person.given_name = given;
            person.family_name = family;
            set_search_names(person);
            tx.insert(person);
            Membership membership;
            membership.person_id = person.id;
            membership.organization_id = local;
            tx.insert(membership);
            Employment employment;
            employment.person_id = person.id;
            employment.worksite_id = worksite;
            employment.department = department;
            employment.shift = shift;
            tx.insert(employment);
        });
        return person.id;
    }
    void assign(Id<Person> person, Role role) {
        write([&](Transaction& tx) {
            Assignment assignment{person, {}, server->user(role), drive, {}};
            tx.insert(assignment);
        });
    }
    /// The body of a POST to /conversations; `more` are further members, beginning with a comma.
    std::string conversation(Id<Person> person, const std::string& key, const std::string& more = "") const {
        return R"({"person_id":")" + to_string(person) + R"(","drive_id":")" + to_string(drive) +
               R"(","client_key":")" + key + "\"" + more + "}";
    }
    std::string assessment(Id<Person> person, const std::string& more) const {
        return R"({"person_id":")" + to_string(person) + R"(","drive_id":")" + to_string(drive) + "\"" +
               more + "}";
    }
    template <class T = std::int64_t, class... Parameters>
    T value(std::string_view sql, const Parameters&... parameters) {
        return (*database)->read([&](Reader& reader) { return reader.value<T>(sql, parameters...); });
    }

    Id<Organization> local;
    Id<Worksite> worksite;
    Id<Drive> drive;
};

}  // namespace wallchart::test
