// The tree of organizations: who stands below whom.
#include "features/directory/directory.h"

namespace wallchart {
namespace {

/// Where a recursion begins: a SELECT of ids, or a parameter that is one.
std::string first_of(std::string_view start) {
    return start.starts_with('$') ? "SELECT CAST(" + std::string(start) + " AS BIGINT)" : std::string(start);
}

}  // namespace

std::string organizations_below(std::string_view start) {
    return "(WITH RECURSIVE below(id) AS (" + first_of(start) +
           " UNION SELECT child.id FROM organization child JOIN below ON child.parent_organization_id = "
           "below.id) SELECT id FROM below)";
}

std::string organizations_above(std::string_view start) {
    return "(WITH RECURSIVE above(id) AS (" + first_of(start) +
           " UNION SELECT child.parent_organization_id FROM organization child JOIN above ON child.id = "
           "above.id WHERE child.parent_organization_id IS NOT NULL) SELECT id FROM above)";
}

bool is_at_or_below(Reader& reader, Id<Organization> organization, Id<Organization> top) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM organization WHERE id = $2 AND id IN " + organizations_above("$1"),
               organization, top) > 0;
}

bool reaches(Reader& reader, const Access& access, Id<Organization> organization) {
    return !access.organization || is_at_or_below(reader, organization, *access.organization);
}

}  // namespace wallchart
