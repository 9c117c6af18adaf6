#include "features/people/people.h"

namespace wallchart {

namespace {

/// A person, if the Access sees them.
Query visible_person(const Access& access, Id<Person> id) {
    Query query;
    query.sql = "SELECT " + columns<Person>("person") + " FROM person WHERE person.id = " + query(id) +
                " AND person.workspace_id = " + query(access.workspace);
    query.sql += visible_people(query, access, "person.id");
    return query;
}

}  // namespace

Result<Person> find_person(Reader& reader, const Access& access, Id<Person> id) {
    auto found = reader.rows<Person>(visible_person(access, id));
    if (found.empty()) return not_found("This person");
    return std::move(found.front());
}

Result<PersonRecord> find_person_record(Reader& reader, const Access& access, Id<Person> id) {
    PersonRecord record;
    std::optional<Person> person;
    auto query = visible_person(access, id);
    // All in one trip to the database: what belongs to a person whom the Access does not see is dropped here.
    std::vector<Question> questions;
    questions.push_back(
        {query.sql, query.parameters, [&](const Row& row) { person = read_row<Person>(row); }});
    auto belonging = [&]<class T>(std::vector<T>& into, const char* order) {
        static const std::string sql = "SELECT " + columns<T>() + " FROM " + std::string(T::table) +
                                       " WHERE person_id = $1 ORDER BY " + order;
        questions.push_back(
            {sql, {as_value(id)}, [&into](const Row& row) { into.push_back(read_row<T>(row)); }});
    };
    belonging(record.contact_points, "rank, id");
    belonging(record.addresses, "id");
    belonging(record.external_ids, "id");
    belonging(record.memberships, "id");
    belonging(record.employments, "id");
    belonging(record.consents, "at DESC, id DESC");
    belonging(record.custom_values, "id");
    belonging(record.assignments, "id");
    belonging(record.relationships, "id");
    questions.push_back(names_in_record(id, record.names));
    reader.ask(questions);
    if (!person) return not_found("This person");
    record.person = std::move(*person);
    record.name = full_name(record.person);
    return record;
}

}  // namespace wallchart
