#include "features/drives/drives.h"

namespace wallchart {

VisibleDrives visible_drives(const Access& access, std::string_view alias, int next_parameter) {
    VisibleDrives visible;
    auto parameter = [&](Value value) {
        visible.parameters.push_back(std::move(value));
        return "$" + std::to_string(next_parameter + static_cast<int>(visible.parameters.size()) - 1);
    };
    std::string drive(alias);
    // Whoever has people to talk to must see what for.
    auto assigned = [&] {
        return "EXISTS (SELECT 1 FROM assignment mine WHERE mine.user_id = " +
               parameter(as_value(access.user)) + " AND (mine.drive_id = " + drive +
               ".id OR (mine.drive_id IS NULL AND EXISTS (SELECT 1 FROM membership theirs WHERE "
               "theirs.person_id = mine.person_id AND theirs.organization_id = " +
               drive + ".organization_id))))";
    };
    auto below = [&] {
        return drive + ".organization_id IN (WITH RECURSIVE below(id) AS (SELECT CAST(" +
               parameter(as_value(*access.organization)) +
               " AS BIGINT) UNION SELECT o.id FROM organization o JOIN below ON "
               "o.parent_organization_id = below.id) SELECT id FROM below)";
    };
    if (access.role == Role::volunteer) {
        visible.condition = " AND " + assigned();
    } else if (access.organization) {
        visible.condition = " AND (" + below() + " OR " + assigned() + ")";
    }
    return visible;
}

}  // namespace wallchart
