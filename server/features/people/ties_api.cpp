#include "features/people/ties.h"

namespace wallchart {
namespace {

struct TiedPersonPath {
    Id<Person> id;
};
BOOST_DESCRIBE_STRUCT(TiedPersonPath, (), (id))

struct RelationshipPath {
    Id<Person> id;
    Id<Relationship> part_id;
};
BOOST_DESCRIBE_STRUCT(RelationshipPath, (), (id, part_id))

Result<Page<RelationshipView>> list_relationships(Call& call, const TiedPersonPath& path) {
    return call.read([&](Reader& reader) -> Result<Page<RelationshipView>> {
        return Page<RelationshipView> {
            TRY(relationships_of(reader, call.access(), path.id))
            , {}
        };
    });
}

Result<Relationship> post_relationship(Call& call, const TiedPersonPath& path,
                                       const RelationshipInput& input) {
    call.set_status(201);
    return call.write("edit", "Recorded a relationship",
                      [&](Transaction& tx) { return add_relationship(tx, call.access(), path.id, input); });
}

Result<Nothing> delete_relationship(Call& call, const RelationshipPath& path) {
    return call.write("edit", "Removed a relationship", [&](Transaction& tx) -> Result<Nothing> {
        TRY(remove_relationship(tx, call.access(), path.id, path.part_id, call.expected_revision({})));
        return Nothing{};
    });
}

Result<Page<CustomField>> list_fields(Call& call) {
    return call.read([&](Reader& reader) -> Result<Page<CustomField>> {
        return Page<CustomField>{custom_fields(reader, call.access().workspace), {}};
    });
}

struct CustomFieldInput {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(CustomFieldInput, (), (name))

struct CustomFieldPath {
    Id<CustomField> id;
};
BOOST_DESCRIBE_STRUCT(CustomFieldPath, (), (id))

Result<CustomField> post_field(Call& call, const CustomFieldInput& input) {
    call.set_status(201);
    return call.write("settings", "Added a field", [&](Transaction& tx) {
        return add_custom_field(tx, call.access().workspace, input.name);
    });
}

Result<CustomField> patch_field(Call& call, const CustomFieldPath& path, const CustomFieldInput& input) {
    return call.write("settings", "Renamed a field", [&](Transaction& tx) {
        return rename_custom_field(tx, call.access().workspace, path.id, input.name,
                                   call.expected_revision({}));
    });
}

Result<Nothing> delete_field(Call& call, const CustomFieldPath& path) {
    return call.write("settings", "Removed a field", [&](Transaction& tx) -> Result<Nothing> {
        TRY(remove_custom_field(tx, call.access().workspace, path.id, call.expected_revision({})));
        return Nothing{};
    });
}

struct CustomValuePath {
    Id<Person> id;
    Id<CustomField> custom_field_id;
};
BOOST_DESCRIBE_STRUCT(CustomValuePath, (), (id, custom_field_id))

struct CustomValueInput {
    std::string value;  ///< empty: none
};
BOOST_DESCRIBE_STRUCT(CustomValueInput, (), (value))

Result<PersonRecord> put_value(Call& call, const CustomValuePath& path, const CustomValueInput& input) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY(set_custom_value(tx, call.access(), path.id, path.custom_field_id, input.value,
                             call.expected_revision({})));
        return find_person_record(tx, call.access(), path.id);
    });
}

struct ExternalIdPath {
    Id<Person> id;
    Id<ExternalId> part_id;
};
BOOST_DESCRIBE_STRUCT(ExternalIdPath, (), (id, part_id))

Result<PersonRecord> post_number(Call& call, const TiedPersonPath& path, const ExternalIdInput& input) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<PersonRecord> {
        TRY(add_external_id(tx, call.access(), path.id, input));
        return find_person_record(tx, call.access(), path.id);
    });
}

Result<Nothing> delete_number(Call& call, const ExternalIdPath& path) {
    return call.write("edit", "Changed a person", [&](Transaction& tx) -> Result<Nothing> {
        TRY(remove_external_id(tx, call.access(), path.id, path.part_id, call.expected_revision({})));
        return Nothing{};
    });
}

}  // namespace

void add_ties_routes(Router& router) {
    router.group("people")
        .add(Method::get, "/people/{id}/relationships", Permission::see_people, list_relationships,
             "Whom a person leads, influences or knows, and who them")
        .add(Method::post, "/people/{id}/relationships", Permission::lead_people, post_relationship,
             "Record that a person leads, influences or knows another")
        .add(Method::delete_, "/people/{id}/relationships/{part_id}", Permission::lead_people,
             delete_relationship, "Remove a relationship")
        .add(Method::get, "/custom-fields", Permission::see_people, list_fields,
             "The workspace's own fields of people")
        .add(Method::post, "/custom-fields", Permission::organize, post_field, "Add a field of people")
        .add(Method::patch, "/custom-fields/{id}", Permission::organize, patch_field,
             "Rename a field of people")
        .add(Method::delete_, "/custom-fields/{id}", Permission::organize, delete_field,
             "Remove a field that holds no values")
        .add(Method::put, "/people/{id}/custom-values/{custom_field_id}", Permission::lead_people, put_value,
             "Set a person's value in a field; an empty one removes it")
        .add(Method::post, "/people/{id}/external-ids", Permission::lead_people, post_number,
             "Record a person's number in another system")
        .add(Method::delete_, "/people/{id}/external-ids/{part_id}", Permission::lead_people, delete_number,
             "Remove a person's number in another system");
}

}  // namespace wallchart
