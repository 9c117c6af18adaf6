#pragma once
// A person with what an import may change of them: what a row adds, and the writing of it.

#include "features/imports/person_row.h"
#include "features/people/people.h"
#include "features/placements/placements.h"

#include <deque>
#include <string>
#include <vector>

namespace wallchart {

/// A new person, or one loaded from the database. What has no id yet is new.
struct PersonBundle {
    Person person;
    std::vector<ContactPoint> contact_points;
    std::vector<Address> addresses;
    std::vector<ExternalId> external_ids;
    std::vector<Membership> memberships;
    std::vector<Employment> employments;
    std::vector<Consent> consents;
    std::vector<CustomValue> custom_values;
    std::vector<Placement> placements;
    bool is_new = false;
    bool person_changed = false;
    // Positions of stored records that differ from what is stored.
    std::vector<std::size_t> changed_contacts, changed_addresses, changed_memberships, changed_employments,
        changed_custom_values, changed_placements;
};

/// What rows refer to besides the person.
struct RowContext {
    Id<Workspace> workspace;
    std::string source;  ///< of external ids
    Instant now{};
    std::vector<Id<CustomField>> custom_fields;  ///< by position among the custom names
};

/// A row's employment as records know it.
struct PlacedEmployment {
    std::optional<Id<Employer>> employer;
    std::optional<Id<Worksite>> worksite;
};

/// Adds what the row says to the bundle; whether anything changed.
bool apply_row(PersonBundle& bundle, PersonRow& row, const PlacedEmployment& place,
               const RowContext& context);

/// The people with these ids and all that an import may change, in the order of ids; those that are gone
/// are left out.
std::vector<PersonBundle> load_bundles(Reader& reader, std::vector<Id<Person>> ids);

/// Writes new and changed records of all bundles, which are of no use afterwards. Errors: stale.
Result<void> write_bundles(Transaction& tx, std::deque<PersonBundle>& bundles);

}  // namespace wallchart
