#include "features/people/people.h"

namespace wallchart {

Result<Person> find_person(Reader& reader, const Access& access, Id<Person> id) {
    Query query;
    query.sql = "SELECT " + columns<Person>("person") + " FROM person WHERE person.id = " + query(id) +
                " AND person.workspace_id = " + query(access.workspace);
    query.sql += visible_people(query, access, "person.id");
    auto found = reader.rows<Person>(query);
    if (found.empty()) return not_found("This person");
    return std::move(found.front());
}

Result<PersonRecord> find_person_record(Reader& reader, const Access& access, Id<Person> id) {
    PersonRecord record;
    record.person = TRY(find_person(reader, access, id));
    record.name = full_name(record.person);
    std::vector<Question> questions;
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
    return record;
}

}  // namespace wallchart
