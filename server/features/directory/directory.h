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
#include <vector>

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

/// Lengths, numbers within reason, at least a name. Sets name_folded. Errors: invalid, with every fault.
Result<void> check_organization(Organization& organization);
Result<void> check_employer(Employer& employer);
Result<void> check_worksite(Worksite& worksite);

/// What an organizer may say of an organization; what is absent stays as it is.
struct OrganizationChange {
    std::optional<Id<Organization>> parent_organization_id;
    std::optional<OrganizationKind> kind;
    std::optional<std::string> name;
    std::optional<std::string> affiliation;
    std::optional<std::string> number;
    std::optional<std::string> city;
    std::optional<std::string> state;
    std::optional<std::string> postal_code;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::int64_t> members;
    std::optional<std::string> website;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(OrganizationChange, (),
                      (parent_organization_id, kind, name, affiliation, number, city, state, postal_code,
                       latitude, longitude, members, website, note))
struct EmployerChange {
    std::optional<std::string> name;
    std::optional<std::string> industry;
};
BOOST_DESCRIBE_STRUCT(EmployerChange, (), (name, industry))
struct WorksiteChange {
    std::optional<Id<Employer>> employer_id;
    std::optional<Id<Organization>> organization_id;
    std::optional<std::string> name;
    std::optional<std::string> street;
    std::optional<std::string> city;
    std::optional<std::string> state;
    std::optional<std::string> postal_code;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<std::int64_t> eligible;
    std::optional<std::string> organization_text;
};
BOOST_DESCRIBE_STRUCT(WorksiteChange, (),
                      (employer_id, organization_id, name, street, city, state, postal_code, latitude,
                       longitude, eligible, organization_text))
void apply(Organization& organization, const OrganizationChange& change);
void apply(Employer& employer, const EmployerChange& change);
void apply(Worksite& worksite, const WorksiteChange& change);

// ---- search.cpp ----

struct OrganizationQuery {
    std::string search;  ///< the start of a name, a number ("810"), or union and number ("teamsters 810")
    std::optional<OrganizationKind> kind;
    std::string affiliation;
    std::string state;
    std::optional<Id<Organization>> parent_id;  ///< those directly below it
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(OrganizationQuery, (), (search, kind, affiliation, state, parent_id, cursor, limit))

/// One line of a list, with the people on record as a number only.
struct OrganizationSummary {
    Id<Organization> id;
    OrganizationKind kind = OrganizationKind::local;
    std::string name;
    std::string affiliation;
    std::string number;
    std::string city;
    std::string state;
    std::optional<std::int64_t> members;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(OrganizationSummary, (),
                      (id, kind, name, affiliation, number, city, state, members, people))

/// In the order of their names. Errors: invalid (cursor, limit).
Result<Page<OrganizationSummary>> search_organizations(Reader& reader, Id<Workspace> workspace,
                                                       const OrganizationQuery& query);

struct WorksiteQuery {
    std::string search;  ///< the start of a name
    std::string state;
    std::optional<Id<Employer>> employer_id;
    std::optional<Id<Organization>> organization_id;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(WorksiteQuery, (), (search, state, employer_id, organization_id, cursor, limit))
struct WorksiteSummary {
    Id<Worksite> id;
    std::string name;
    std::optional<std::string> employer;
    std::optional<std::string> organization;
    std::string organization_text;
    std::string city;
    std::string state;
    std::optional<std::int64_t> eligible;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(WorksiteSummary, (),
                      (id, name, employer, organization, organization_text, city, state, eligible, people))
Result<Page<WorksiteSummary>> search_worksites(Reader& reader, Id<Workspace> workspace,
                                               const WorksiteQuery& query);

struct EmployerQuery {
    std::string search;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(EmployerQuery, (), (search, cursor, limit))
struct EmployerSummary {
    Id<Employer> id;
    std::string name;
    std::string industry;
    std::int64_t worksites = 0;
};
BOOST_DESCRIBE_STRUCT(EmployerSummary, (), (id, name, industry, worksites))
Result<Page<EmployerSummary>> search_employers(Reader& reader, Id<Workspace> workspace,
                                               const EmployerQuery& query);

// ---- store.cpp ----

/// An organization with its place in the tree and its numbers.
struct OrganizationRecord {
    struct Named {
        Id<Organization> id;
        std::string name;
    };
    Organization organization;
    std::vector<Named> above;  ///< from the top down
    std::int64_t below = 0;    ///< organizations directly below it
    std::int64_t worksites = 0;
    std::int64_t eligible = 0;      ///< workers of its worksites
    std::int64_t people = 0;        ///< with a membership in it
    std::int64_t people_below = 0;  ///< with a membership in it or below it
    std::int64_t officers = 0;      ///< stewards, delegates and officers among its people
};
BOOST_DESCRIBE_STRUCT(OrganizationRecord::Named, (), (id, name))
BOOST_DESCRIBE_STRUCT(OrganizationRecord, (),
                      (organization, above, below, worksites, eligible, people, people_below, officers))

struct WorksiteRecord {
    struct Group {
        std::string name;
        std::int64_t people = 0;
    };
    Worksite worksite;
    std::optional<std::string> employer;
    std::optional<std::string> organization;
    std::int64_t people = 0;
    std::vector<Group> departments;
    std::vector<Group> shifts;
};
BOOST_DESCRIBE_STRUCT(WorksiteRecord::Group, (), (name, people))
BOOST_DESCRIBE_STRUCT(WorksiteRecord, (), (worksite, employer, organization, people, departments, shifts))

/// All of these: errors not_found, also for another workspace's.
Result<Organization> find_organization(Reader& reader, Id<Workspace> workspace, Id<Organization> id);
Result<Employer> find_employer(Reader& reader, Id<Workspace> workspace, Id<Employer> id);
Result<Worksite> find_worksite(Reader& reader, Id<Workspace> workspace, Id<Worksite> id);
Result<OrganizationRecord> find_organization_record(Reader& reader, Id<Workspace> workspace,
                                                    Id<Organization> id);
Result<WorksiteRecord> find_worksite_record(Reader& reader, Id<Workspace> workspace, Id<Worksite> id);

/// Inserts, or updates what has an id, after checking what it refers to. Errors: invalid, not_found, stale.
Result<void> save_organization(Transaction& tx, Organization& organization);
Result<void> save_employer(Transaction& tx, Employer& employer);
Result<void> save_worksite(Transaction& tx, Worksite& worksite);

/// Errors: conflict while anything refers to it, stale.
Result<void> erase_organization(Transaction& tx, const Organization& organization);
Result<void> erase_employer(Transaction& tx, const Employer& employer);
Result<void> erase_worksite(Transaction& tx, const Worksite& worksite);

// ---- api.cpp ----

void add_directory_routes(Router& router);

}  // namespace wallchart
