#include "features/directory/directory.h"
#include "http/paging.h"

namespace wallchart {
namespace {

template <class Record>
struct PathOf {
    Id<Record> id;
};
using OrganizationPath = PathOf<Organization>;
using EmployerPath = PathOf<Employer>;
using WorksitePath = PathOf<Worksite>;
BOOST_DESCRIBE_STRUCT(OrganizationPath, (), (id))
BOOST_DESCRIBE_STRUCT(EmployerPath, (), (id))
BOOST_DESCRIBE_STRUCT(WorksitePath, (), (id))

Result<Page<OrganizationSummary>> list_organizations(Call& call, const OrganizationQuery& query) {
    return call.read([&](Reader& reader) { return search_organizations(reader, call.access(), query); });
}
Result<Page<EmployerSummary>> list_employers(Call& call, const EmployerQuery& query) {
    return call.read([&](Reader& reader) { return search_employers(reader, call.access(), query); });
}
Result<Page<WorksiteSummary>> list_worksites(Call& call, const WorksiteQuery& query) {
    return call.read([&](Reader& reader) { return search_worksites(reader, call.access(), query); });
}

template <class Record>
Result<Count> count(Call& call) {
    return call.read(
        [&](Reader& reader) -> Result<Count> { return Count{count_all<Record>(reader, call.access())}; });
}

Result<Organization> find(Reader& reader, const Access& access, Id<Organization> id) {
    return find_organization(reader, access, id);
}
Result<Employer> find(Reader& reader, const Access& access, Id<Employer> id) {
    return find_employer(reader, access, id);
}
Result<Worksite> find(Reader& reader, const Access& access, Id<Worksite> id) {
    return find_worksite(reader, access, id);
}

template <class Record>
Result<Record> show(Call& call, const PathOf<Record>& path) {
    return call.read([&](Reader& reader) { return find(reader, call.access(), path.id); });
}

template <class Record, class Input>
Result<Record> add(Call& call, const Input& input) {
    call.set_status(201);
    return call.write("add", "Added to the directory", [&](Transaction& tx) -> Result<Record> {
        Record record;
        TRY(save(tx, call.access(), record, input));
        return record;
    });
}

template <class Record, class Input>
Result<Record> change(Call& call, const PathOf<Record>& path, const Input& input) {
    return call.write("edit", "Changed the directory", [&](Transaction& tx) -> Result<Record> {
        auto record = TRY(find(tx, call.access(), path.id));
        record.revision = call.expected_revision(record.revision);
        TRY(save(tx, call.access(), record, input));
        return record;
    });
}

template <class Record>
Result<Nothing> remove(Call& call, const PathOf<Record>& path) {
    return call.write("edit", "Removed from the directory", [&](Transaction& tx) -> Result<Nothing> {
        auto record = TRY(find(tx, call.access(), path.id));
        record.revision = call.expected_revision(record.revision);
        TRY(remove_unused(tx, record));
        return Nothing{};
    });
}

template <class Record, class Input>
void add_record_routes(Router& router, const std::string& path, const std::string& one) {
    router.add(Method::post, path, Permission::organize, add<Record, Input>, "Add " + one)
        .add(Method::get, path + "/{id}", Permission::see_counts, show<Record>, "Show " + one)
        .add(Method::put, path + "/{id}", Permission::organize, change<Record, Input>, "Change " + one)
        .add(Method::delete_, path + "/{id}", Permission::organize, remove<Record>,
             "Remove " + one + " that nothing refers to");
}

}  // namespace

void add_directory_routes(Router& router) {
    router.group("directory")
        .add(Method::get, "/organizations", Permission::see_counts, list_organizations,
             "Organizations by words of their name, number, affiliation or city")
        .add(Method::get, "/employers", Permission::see_counts, list_employers,
             "Employers by words of their name or industry")
        .add(Method::get, "/worksites", Permission::see_counts, list_worksites,
             "Worksites by words of their name, employer or city")
        .add(Method::get, "/organizations/count", Permission::see_counts, count<Organization>,
             "How many organizations there are")
        .add(Method::get, "/worksites/count", Permission::see_counts, count<Worksite>,
             "How many worksites there are");
    add_record_routes<Organization, OrganizationInput>(router, "/organizations", "an organization");
    add_record_routes<Employer, EmployerInput>(router, "/employers", "an employer");
    add_record_routes<Worksite, WorksiteInput>(router, "/worksites", "a worksite");
}

}  // namespace wallchart
