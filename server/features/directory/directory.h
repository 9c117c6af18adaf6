#pragma once
// The directory: organizations in their tree, employers and worksites. Public knowledge, not people.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>

namespace wallchart {

enum class OrganizationKind : std::uint8_t {
    union_,
    council,
    local,
    chapter,
    caucus,
    committee,
    pac,
    media,
    community,
    other
};
BOOST_DESCRIBE_ENUM(OrganizationKind, union_, council, local, chapter, caucus, committee, pac, media,
                    community, other)

/// A body that can own people, decide, endorse or belong.
struct Organization {
    static constexpr std::string_view table = "organization";
    Id<Organization> id;
    Id<Workspace> workspace_id;
    std::optional<Id<Organization>> parent_organization_id;
    OrganizationKind kind = OrganizationKind::local;
    std::string name;
    std::string name_folded;  ///< fold(name)
    std::string affiliation;  ///< the union's code ("IBT"), or empty
    std::string number;       ///< "810", "32BJ"
    std::string city;
    std::string state;
    std::string postal_code;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::int64_t> members;  ///< as it states itself
    std::string website;
    std::string external_source;  ///< "olms", "teamsters", "afscme", "import" or empty
    std::string external_id;
    std::string note;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Organization, (),
                      (id, workspace_id, parent_organization_id, kind, name, name_folded, affiliation, number,
                       city, state, postal_code, latitude, longitude, members, website, external_source,
                       external_id, note, revision))

struct Employer {
    static constexpr std::string_view table = "employer";
    Id<Employer> id;
    Id<Workspace> workspace_id;
    std::string name;
    std::string name_folded;
    std::string industry;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Employer, (), (id, workspace_id, name, name_folded, industry, revision))

/// Where people work; may be a bargaining unit of a local.
struct Worksite {
    static constexpr std::string_view table = "worksite";
    Id<Worksite> id;
    Id<Workspace> workspace_id;
    std::optional<Id<Employer>> employer_id;
    std::optional<Id<Organization>> organization_id;  ///< the local whose unit it is
    std::string name;
    std::string name_folded;
    std::string street;
    std::string city;
    std::string state;
    std::string postal_code;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::int64_t> eligible;  ///< workers in the unit
    std::string organization_text;         ///< the union as the source wrote it
    std::string external_source;
    std::string external_id;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Worksite, (),
                      (id, workspace_id, employer_id, organization_id, name, name_folded, street, city, state,
                       postal_code, latitude, longitude, eligible, organization_text, external_source,
                       external_id, revision))

// ---- rules.cpp ----

/// Lengths and ranges; a name is there. Errors: invalid, with every fault.
Result<void> check_organization(const Organization& organization);
Result<void> check_employer(const Employer& employer);
Result<void> check_worksite(const Worksite& worksite);

// ---- tree.cpp ----

/// The ids of organizations and of all below them, as a SELECT in parentheses; `start` is a parameter ("$1")
/// or a SELECT of ids.
std::string organizations_below(std::string_view start);
/// The same of all above them.
std::string organizations_above(std::string_view start);
/// Whether an organization is `top` or stands below it.
bool is_at_or_below(Reader& reader, Id<Organization> organization, Id<Organization> top);
/// Whether an organization lies in the subtree that bounds the Access.
bool reaches(Reader& reader, const Access& access, Id<Organization> organization);

// ---- search_directory.cpp ----

/// One line of a list of organizations.
struct OrganizationSummary {
    Id<Organization> id;
    std::string name;
    OrganizationKind kind = OrganizationKind::local;
    std::string affiliation;
    std::string number;
    std::string city;
    std::string state;
    std::optional<std::int64_t> members;  ///< as it states itself
    std::int64_t people = 0;              ///< whom the workspace knows in it
    std::optional<Id<Organization>> parent_organization_id;
    std::optional<std::string> parent_name;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(OrganizationSummary, (),
                      (id, name, kind, affiliation, number, city, state, members, people,
                       parent_organization_id, parent_name, revision))

struct OrganizationQuery {
    std::string search;  ///< words that stand in its name, or its number, affiliation or city
    std::optional<OrganizationKind> kind;
    std::string state;
    std::optional<Id<Organization>> parent_organization_id;
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(OrganizationQuery, (), (search, kind, state, parent_organization_id, cursor, limit))

/// The workspace's organizations in the order of their names. Errors: invalid.
Result<Page<OrganizationSummary>> search_organizations(Reader& reader, const Access& access,
                                                       const OrganizationQuery& query);

struct WorksiteSummary {
    Id<Worksite> id;
    std::string name;
    std::optional<Id<Employer>> employer_id;
    std::optional<std::string> employer_name;
    std::optional<Id<Organization>> organization_id;
    std::optional<std::string> organization_name;
    std::string organization_text;
    std::string city;
    std::string state;
    std::optional<std::int64_t> eligible;
    std::int64_t people = 0;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(WorksiteSummary, (),
                      (id, name, employer_id, employer_name, organization_id, organization_name,
                       organization_text, city, state, eligible, people, revision))

struct WorksiteQuery {
    std::string search;  ///< words of its name, its employer's name or its city
    std::string state;
    std::optional<Id<Organization>> organization_id;
    std::optional<Id<Employer>> employer_id;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(WorksiteQuery, (), (search, state, organization_id, employer_id, cursor, limit))
Result<Page<WorksiteSummary>> search_worksites(Reader& reader, const Access& access,
                                               const WorksiteQuery& query);

struct EmployerSummary {
    Id<Employer> id;
    std::string name;
    std::string industry;
    std::int64_t worksites = 0;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(EmployerSummary, (), (id, name, industry, worksites, revision))

struct EmployerQuery {
    std::string search;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(EmployerQuery, (), (search, cursor, limit))
Result<Page<EmployerSummary>> search_employers(Reader& reader, const Access& access,
                                               const EmployerQuery& query);

// ---- store.cpp ----

/// Errors: not_found, for those of other workspaces too.
/// How many the workspace has of Organization or Worksite.
template <class Record>
std::int64_t count_all(Reader& reader, const Access& access) {
    return reader.value<std::int64_t>(
        "SELECT count(*) FROM " + std::string(Record::table) + " WHERE workspace_id = $1", access.workspace);
}

Result<Organization> find_organization(Reader& reader, const Access& access, Id<Organization> id);
Result<Employer> find_employer(Reader& reader, const Access& access, Id<Employer> id);
Result<Worksite> find_worksite(Reader& reader, const Access& access, Id<Worksite> id);

/// What a user may set of an organization; the rest comes from imports.
struct OrganizationInput {
    std::optional<Id<Organization>> parent_organization_id;
    OrganizationKind kind = OrganizationKind::local;
    std::string name;
    std::string affiliation;
    std::string number;
    std::string city;
    std::string state;
    std::string postal_code;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::int64_t> members;
    std::string website;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(OrganizationInput, (),
                      (parent_organization_id, kind, name, affiliation, number, city, state, postal_code,
                       latitude, longitude, members, website, note))

struct EmployerInput {
    std::string name;
    std::string industry;
};
BOOST_DESCRIBE_STRUCT(EmployerInput, (), (name, industry))

struct WorksiteInput {
    std::optional<Id<Employer>> employer_id;
    std::optional<Id<Organization>> organization_id;
    std::string name;
    std::string street;
    std::string city;
    std::string state;
    std::string postal_code;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::int64_t> eligible;
};
BOOST_DESCRIBE_STRUCT(WorksiteInput, (),
                      (employer_id, organization_id, name, street, city, state, postal_code, latitude,
                       longitude, eligible))

/// Writes what was put in; a record without an id is new. Errors: invalid (also: above itself in the tree,
/// or of another workspace); stale.
Result<void> save(Transaction& tx, const Access& access, Organization& record,
                  const OrganizationInput& input);
Result<void> save(Transaction& tx, const Access& access, Employer& record, const EmployerInput& input);
Result<void> save(Transaction& tx, const Access& access, Worksite& record, const WorksiteInput& input);

/// Removes a record that nothing refers to. Errors: stale; conflict when it is used.
template <class Record>
Result<void> remove_unused(Transaction& tx, const Record& record);

// ---- api.cpp ----

void add_directory_routes(Router& router);

}  // namespace wallchart
