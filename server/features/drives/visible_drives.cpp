#include "features/drives/drives.h"

namespace wallchart {

std::string visible_drives(Query& query, const Access& access, std::string_view alias) {
    std::string drive(alias);
    // Whoever has people to talk to must see what for.
    auto assigned = [&] {
        return "EXISTS (SELECT 1 FROM assignment mine WHERE mine.user_id = " + query(access.user) +
               " AND (mine.drive_id = " + drive +
               ".id OR (mine.drive_id IS NULL AND EXISTS (SELECT 1 FROM membership theirs WHERE "
               "theirs.person_id = mine.person_id AND theirs.organization_id = " +
               drive + ".organization_id))))";
    };
    if (access.role == Role::volunteer) return " AND " + assigned();
    if (!access.organization) return "";
    return " AND (" + drive + ".organization_id IN " + organizations_below(query(*access.organization)) +
           " OR " + assigned() + ")";
}

}  // namespace wallchart
