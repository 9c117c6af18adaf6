#pragma once
// What ties a person to others and to other systems: relationships, numbers elsewhere, and the workspace's
// own fields.

#include "features/people/people.h"

#include <optional>
#include <string>
#include <vector>

namespace wallchart {

// ---- relationships.cpp ----

/// A relationship as seen from one of its two people.
struct RelationshipView {
    Id<Relationship> id;
    RelationshipKind kind = RelationshipKind::knows;
    bool outward = true;  ///< this person leads, influences or knows the other; else the other this one
    std::optional<Id<Person>> other_person_id;  ///< none where the Access may not see the other
    std::optional<std::string> other_name;
    std::string evidence;
    std::optional<std::string> user_name;  ///< who claimed it
    Instant at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(RelationshipView, (),
                      (id, kind, outward, other_person_id, other_name, evidence, user_name, at, revision))

/// In both directions, newest first. Errors: not_found.
Result<std::vector<RelationshipView>> relationships_of(Reader& reader, const Access& access,
                                                       Id<Person> person);

struct RelationshipInput {
    Id<Person> other_person_id;
    RelationshipKind kind = RelationshipKind::knows;
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(RelationshipInput, (), (other_person_id, kind, evidence))
/// Errors: not_found; invalid (the other is not to be seen, or the same person); conflict (it is there).
Result<Relationship> add_relationship(Transaction& tx, const Access& access, Id<Person> person,
                                      const RelationshipInput& input);
/// From either of its two people. Errors: not_found, stale.
Result<void> remove_relationship(Transaction& tx, const Access& access, Id<Person> person,
                                 Id<Relationship> id, Id<Batch> expected);

// ---- custom_fields.cpp ----

std::vector<CustomField> custom_fields(Reader& reader, Id<Workspace> workspace);
/// Errors: invalid, conflict (the name is taken).
Result<CustomField> add_custom_field(Transaction& tx, Id<Workspace> workspace, const std::string& name);
/// Errors: not_found, invalid, conflict, stale.
Result<CustomField> rename_custom_field(Transaction& tx, Id<Workspace> workspace, Id<CustomField> id,
                                        const std::string& name, Id<Batch> expected);
/// Errors: not_found; stale; conflict while it holds values.
Result<void> remove_custom_field(Transaction& tx, Id<Workspace> workspace, Id<CustomField> id,
                                 Id<Batch> expected);
/// Sets a person's value; an empty one removes it. Errors: not_found, invalid; stale, also where the value
/// that was expected is gone.
Result<void> set_custom_value(Transaction& tx, const Access& access, Id<Person> person, Id<CustomField> field,
                              const std::string& value, Id<Batch> expected);

struct ExternalIdInput {
    std::string source;  ///< "van", "action_network" ...
    std::string value;
};
BOOST_DESCRIBE_STRUCT(ExternalIdInput, (), (source, value))
/// Errors: not_found; invalid; conflict (another person has this number).
Result<ExternalId> add_external_id(Transaction& tx, const Access& access, Id<Person> person,
                                   const ExternalIdInput& input);
/// Errors: not_found, stale.
Result<void> remove_external_id(Transaction& tx, const Access& access, Id<Person> person, Id<ExternalId> id,
                                Id<Batch> expected);

// ---- ties_api.cpp ----

void add_ties_routes(Router& router);

}  // namespace wallchart
