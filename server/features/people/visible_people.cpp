#include "core/text.h"
#include "features/people/people.h"

namespace wallchart {

VisiblePeople visible_people(const Access& access, std::string_view person_column, int next_parameter) {
    VisiblePeople visible;
    if (access.sees_everyone()) return visible;
    if (!access.may(Permission::see_people)) {
        visible.condition = " AND 1 = 0";
        return visible;
    }
    auto column = std::string(person_column);
    auto parameter = [&](Value value) {
        visible.parameters.push_back(std::move(value));
        return "$" + std::to_string(next_parameter + static_cast<int>(visible.parameters.size()) - 1);
    };
    auto assigned =
        "EXISTS (SELECT 1 FROM assignment seen WHERE seen.user_id = " + parameter(as_value(access.user)) +
        " AND seen.person_id = " + column + ")";
    if (access.role < Role::lead || !access.organization) {
        visible.condition = " AND " + assigned;
        return visible;
    }
    // A lead sees the members of their organization and of those below it, and those assigned to them.
    auto below = "EXISTS (WITH RECURSIVE below(id) AS (SELECT CAST(" +
                 parameter(as_value(*access.organization)) +
                 " AS BIGINT) UNION SELECT o.id FROM organization o JOIN below ON "
                 "o.parent_organization_id = below.id) "
                 "SELECT 1 FROM membership seen JOIN below ON below.id = seen.organization_id "
                 "WHERE seen.person_id = " +
                 column + ")";
    visible.condition = " AND (" + assigned + " OR " + below + ")";
    return visible;
}

}  // namespace wallchart
