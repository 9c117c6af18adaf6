#include "features/directory/directory.h"
#include "features/people/people.h"

namespace wallchart {

std::string visible_people(Query& query, const Access& access, std::string_view person_column) {
    if (access.sees_everyone()) return "";
    if (!access.may(Permission::see_people)) return " AND 1 = 0";
    auto person = " AND seen.person_id = " + std::string(person_column) + ")";
    auto assigned =
        "EXISTS (SELECT 1 FROM assignment seen WHERE seen.user_id = " + query(access.user) + person;
    if (access.role < Role::lead || !access.organization) return " AND " + assigned;
    // A lead sees the members of their organization and of those below it, and those assigned to them.
    return " AND (" + assigned + " OR EXISTS (SELECT 1 FROM membership seen WHERE seen.organization_id IN " +
           organizations_below(query(*access.organization)) + person + ")";
}

std::string people_in_reach(Query& query, const Access& access) {
    auto people = "SELECT person_id AS id FROM assignment WHERE user_id = " + query(access.user);
    if (access.role >= Role::lead && access.organization)
        people += " UNION ALL SELECT person_id FROM membership WHERE organization_id IN " +
                  organizations_below(query(*access.organization));
    return people;
}

std::int64_t count_visible_people(Reader& reader, const Access& access) {
    Query query;
    if (access.sees_everyone())
        query.sql = "SELECT count(*) FROM person WHERE workspace_id = " + query(access.workspace);
    else if (access.may(Permission::see_people))
        query.sql = "SELECT count(DISTINCT seen.id) FROM (" + people_in_reach(query, access) + ") AS seen";
    else
        return 0;
    return reader.rows<std::int64_t>(query).front();
}

}  // namespace wallchart
