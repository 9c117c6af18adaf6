#include "features/people/merged_people.h"

namespace wallchart {

Id<Person> present_person(Reader& reader, Id<Person> id) {
    auto now = reader.row<Id<Person>>(
        "SELECT person_id FROM merged_person WHERE former_id = $1 ORDER BY id DESC LIMIT 1", id);
    return now.value_or(id);
}

std::vector<MergedPerson> merged_into(Reader& reader, Id<Person> person) {
    return reader.rows<MergedPerson>(
        "SELECT " + columns<MergedPerson>() + " FROM merged_person WHERE person_id = $1 ORDER BY id DESC",
        person);
}

}  // namespace wallchart
