#include "features/people/merged_people.h"
#include "features/people/people.h"
#include "features/people/ties.h"
#include "http/paging.h"

namespace wallchart {
namespace {

struct PersonPath {
    Id<Person> id;
};
BOOST_DESCRIBE_STRUCT(PersonPath, (), (id))

Result<Page<PersonSummary>> list_people(Call& call, const PeopleQuery& query) {
    return call.read([&](Reader& reader) { return search_people(reader, call.access(), query); });
}

Result<Count> count_people(Call& call) {
    return call.read(
        [&](Reader& reader) -> Result<Count> { return Count{count_visible_people(reader, call.access())}; });
}

Result<PersonRecord> show_person(Call& call, const PersonPath& path) {
    return call.read([&](Reader& reader) {
        auto record = find_person_record(reader, call.access(), path.id);
        if (record || record.error().kind != ErrorKind::not_found) return record;
        // Perhaps it went into another record, by a merge.
        return find_person_record(reader, call.access(), present_person(reader, path.id));
    });
}

Result<PersonRecord> record_of(Transaction& tx, const Access& access, Id<Person> id) {
    tx.flush();
    return find_person_record(tx, access, id);
}

Result<PersonRecord> add_person(Call& call, const NewPerson& input) {
    call.set_status(201);
    return call.write("add", "Added a person", [&](Transaction& tx) -> Result<PersonRecord> {
        auto person = TRY(create_person(tx, call.access(), input));
        return record_of(tx, call.access(), person.id);
    });
}

Result<PersonRecord> edit_person(Call& call, const PersonPath& path, const PersonChange& change) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY(change_person(tx, call.access(), path.id, change, call.expected_revision({})));
        return record_of(tx, call.access(), path.id);
    });
}

Result<Nothing> remove_person(Call& call, const PersonPath& path) {
    return call.write("erase", "Erased a person everywhere", [&](Transaction& tx) -> Result<Nothing> {
        TRY(erase_person(tx, call.access(), path.id));
        return Nothing{};
    });
}

Result<PersonRecord> add_consent(Call& call, const PersonPath& path, const ConsentInput& input) {
    return call.write("consent", "Recorded a consent", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY(record_consent(tx, call.access(), path.id, input));
        return record_of(tx, call.access(), path.id);
    });
}

struct AnyPart;
struct PartPath {
    Id<Person> id;
    Id<AnyPart> part_id;
};
BOOST_DESCRIBE_STRUCT(PartPath, (), (id, part_id))

template <class Part, class Input>
Result<PersonRecord> post_part(Call& call, const PersonPath& path, const Input& input) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY((add_part<Part, Input>(tx, call.access(), path.id, input)));
        return record_of(tx, call.access(), path.id);
    });
}

template <class Part, class Input>
Result<PersonRecord> put_part(Call& call, const PartPath& path, const Input& input) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY((change_part<Part, Input>(tx, call.access(), path.id, Id<Part>{path.part_id.value}, input,
                                      call.expected_revision({}))));
        return record_of(tx, call.access(), path.id);
    });
}

template <class Part>
Result<PersonRecord> delete_part(Call& call, const PartPath& path) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY(remove_part(tx, call.access(), path.id, Id<Part>{path.part_id.value},
                        call.expected_revision({})));
        return record_of(tx, call.access(), path.id);
    });
}

Result<AssignedPeople> assign_many(Call& call, const AssignPeople& input) {
    return call.write("edit", "Assigned people",
                      [&](Transaction& tx) { return assign_people(tx, call.access(), input); });
}

/// The three routes of what belongs to a person; each answers the person's whole record.
template <class Part, class Input>
void add_part_routes(Router& router, const std::string& name, const std::string& what) {
    auto one = "/people/{id}/" + name + "/{part_id}";
    router
        .add(Method::post, "/people/{id}/" + name, Permission::lead_people, post_part<Part, Input>,
             "Add " + what + " to a person")
        .add(Method::put, one, Permission::lead_people, put_part<Part, Input>,
             "Change " + what + " of a person")
        .add(Method::delete_, one, Permission::lead_people, delete_part<Part>,
             "Remove " + what + " of a person");
}

}  // namespace

void add_people_routes(Router& router) {
    router.group("people")
        .add(Method::get, "/people", Permission::see_people, list_people,
             "People by the start of a name, e-mail or phone")
        .add(Method::get, "/people/count", Permission::see_people, count_people, "How many people one sees")
        .add(Method::get, "/people/{id}", Permission::see_people, show_person, "A person's whole record")
        .add(Method::post, "/people", Permission::lead_people, add_person, "Add a person")
        .add(Method::patch, "/people/{id}", Permission::lead_people, edit_person,
             "Change what a person is called and what is noted of them")
        .add(Method::delete_, "/people/{id}", Permission::administer, remove_person,
             "Erase a person and every trace of them; cannot be undone")
        .add(Method::post, "/people/{id}/consents", Permission::lead_people, add_consent,
             "Record what a person agreed to, or took back")
        .add(Method::post, "/assignments", Permission::lead_people, assign_many,
             "Assign many people to a user at once");
    add_part_routes<ContactPoint, ContactInput>(router, "contact-points", "a contact point");
    add_part_routes<Address, AddressInput>(router, "addresses", "an address");
    add_part_routes<Membership, MembershipInput>(router, "memberships", "a membership");
    add_part_routes<Employment, EmploymentInput>(router, "employments", "an employment");
    add_part_routes<Assignment, AssignmentInput>(router, "assignments", "an assignment");
    add_ties_routes(router);
}

}  // namespace wallchart
