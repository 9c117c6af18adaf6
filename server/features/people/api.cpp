#include "features/people/people.h"

namespace wallchart {
namespace {

struct PersonPath {
    Id<Person> id;
};
BOOST_DESCRIBE_STRUCT(PersonPath, (), (id))

Result<Page<PersonSummary>> list_people(Call& call, const PeopleQuery& query) {
    return call.read([&](Reader& reader) { return search_people(reader, call.access(), query); });
}

Result<PersonRecord> show_person(Call& call, const PersonPath& path) {
    return call.read([&](Reader& reader) { return find_person_record(reader, call.access(), path.id); });
}

}  // namespace

void add_people_routes(Router& router) {
    router.group("people")
        .add(Method::get, "/people", Permission::see_people, list_people,
             "People by the start of a name, e-mail or phone")
        .add(Method::get, "/people/{id}", Permission::see_people, show_person, "A person's whole record");
}

}  // namespace wallchart
