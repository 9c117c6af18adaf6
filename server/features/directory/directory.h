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

}  // namespace wallchart
