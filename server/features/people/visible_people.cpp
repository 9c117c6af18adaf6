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

}  // namespace wallchart
