#include "features/directory/directory.h"

namespace wallchart {
namespace {

struct OrganizationPath {
    Id<Organization> id;
};
BOOST_DESCRIBE_STRUCT(OrganizationPath, (), (id))
struct EmployerPath {
    Id<Employer> id;
};
BOOST_DESCRIBE_STRUCT(EmployerPath, (), (id))
struct WorksitePath {
    Id<Worksite> id;
};
BOOST_DESCRIBE_STRUCT(WorksitePath, (), (id))

Id<Workspace> here(const Call& call) {
    return call.access().workspace;
}

/// Makes a record from what was said of it.
template <class Record, class Change>
Result<Record> create(Call& call, std::string summary, const Change& change,
                      Result<void> (*save)(Transaction&, Record&)) {
    auto made = call.write("edit", std::move(summary), [&](Transaction& tx) -> Result<Record> {
        Record record;
        record.workspace_id = here(call);
        apply(record, change);
        TRY(save(tx, record));
        return record;
    });
    if (made) call.set_status(201);
    return made;
}

/// Changes a record, if it is still the one that the caller read.
template <class Record, class Change>
Result<Record> change_one(Call& call, Id<Record> id, std::string summary, const Change& change,
                          Result<Record> (*find)(Reader&, Id<Workspace>, Id<Record>),
                          Result<void> (*save)(Transaction&, Record&)) {
    return call.write("edit", std::move(summary), [&](Transaction& tx) -> Result<Record> {
        auto record = TRY(find(tx, here(call), id));
        record.revision = call.expected_revision(record.revision);
        apply(record, change);
        TRY(save(tx, record));
        return record;
    });
}

template <class Record>
Result<Nothing> erase_one(Call& call, Id<Record> id, std::string summary,
                          Result<Record> (*find)(Reader&, Id<Workspace>, Id<Record>),
                          Result<void> (*erase)(Transaction&, const Record&)) {
    return call.write("edit", std::move(summary), [&](Transaction& tx) -> Result<Nothing> {
        auto record = TRY(find(tx, here(call), id));
        record.revision = call.expected_revision(record.revision);
        TRY(erase(tx, record));
        return Nothing{};
    });
}

// ---- organizations ----

Result<Page<OrganizationSummary>> list_organizations(Call& call, const OrganizationQuery& query) {
    return call.read([&](Reader& reader) { return search_organizations(reader, here(call), query); });
}
Result<OrganizationRecord> show_organization(Call& call, const OrganizationPath& path) {
    return call.read([&](Reader& reader) { return find_organization_record(reader, here(call), path.id); });
}
Result<Organization> add_organization(Call& call, const OrganizationChange& change) {
    return create<Organization>(call, "Added an organization", change, save_organization);
}
Result<Organization> edit_organization(Call& call, const OrganizationPath& path,
                                       const OrganizationChange& change) {
    return change_one(call, path.id, "Changed an organization", change, find_organization, save_organization);
}
Result<Nothing> remove_organization(Call& call, const OrganizationPath& path) {
    return erase_one(call, path.id, "Erased an organization", find_organization, erase_organization);
}

// ---- employers ----

Result<Page<EmployerSummary>> list_employers(Call& call, const EmployerQuery& query) {
    return call.read([&](Reader& reader) { return search_employers(reader, here(call), query); });
}
Result<Employer> show_employer(Call& call, const EmployerPath& path) {
    return call.read([&](Reader& reader) { return find_employer(reader, here(call), path.id); });
}
Result<Employer> add_employer(Call& call, const EmployerChange& change) {
    return create<Employer>(call, "Added an employer", change, save_employer);
}
Result<Employer> edit_employer(Call& call, const EmployerPath& path, const EmployerChange& change) {
    return change_one(call, path.id, "Changed an employer", change, find_employer, save_employer);
}
Result<Nothing> remove_employer(Call& call, const EmployerPath& path) {
    return erase_one(call, path.id, "Erased an employer", find_employer, erase_employer);
}

// ---- worksites ----

Result<Page<WorksiteSummary>> list_worksites(Call& call, const WorksiteQuery& query) {
    return call.read([&](Reader& reader) { return search_worksites(reader, here(call), query); });
}
Result<WorksiteRecord> show_worksite(Call& call, const WorksitePath& path) {
    return call.read([&](Reader& reader) { return find_worksite_record(reader, here(call), path.id); });
}
Result<Worksite> add_worksite(Call& call, const WorksiteChange& change) {
    return create<Worksite>(call, "Added a worksite", change, save_worksite);
}
Result<Worksite> edit_worksite(Call& call, const WorksitePath& path, const WorksiteChange& change) {
    return change_one(call, path.id, "Changed a worksite", change, find_worksite, save_worksite);
}
Result<Nothing> remove_worksite(Call& call, const WorksitePath& path) {
    return erase_one(call, path.id, "Erased a worksite", find_worksite, erase_worksite);
}

}  // namespace

void add_directory_routes(Router& router) {
    using enum Permission;
    router.group("directory")
        .add(Method::get, "/organizations", see_counts, list_organizations,
             "Search the directory of organizations")
        .add(Method::post, "/organizations", organize, add_organization, "Add an organization")
        .add(Method::get, "/organizations/{id}", see_counts, show_organization,
             "An organization, its place in the tree and its numbers")
        .add(Method::patch, "/organizations/{id}", organize, edit_organization, "Change an organization")
        .add(Method::delete_, "/organizations/{id}", organize, remove_organization,
             "Erase an organization that nothing refers to")
        .add(Method::get, "/employers", see_counts, list_employers, "Search employers")
        .add(Method::post, "/employers", organize, add_employer, "Add an employer")
        .add(Method::get, "/employers/{id}", see_counts, show_employer, "An employer")
        .add(Method::patch, "/employers/{id}", organize, edit_employer, "Change an employer")
        .add(Method::delete_, "/employers/{id}", organize, remove_employer,
             "Erase an employer that nothing refers to")
        .add(Method::get, "/worksites", see_counts, list_worksites, "Search worksites")
        .add(Method::post, "/worksites", organize, add_worksite, "Add a worksite")
        .add(Method::get, "/worksites/{id}", see_counts, show_worksite, "A worksite and its numbers")
        .add(Method::patch, "/worksites/{id}", organize, edit_worksite, "Change a worksite")
        .add(Method::delete_, "/worksites/{id}", organize, remove_worksite,
             "Erase a worksite that nothing refers to");
}

}  // namespace wallchart
