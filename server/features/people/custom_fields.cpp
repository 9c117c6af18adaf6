#include "core/text.h"
#include "features/people/ties.h"

namespace wallchart {
namespace {

Result<std::string> check_name(Reader& reader, Id<Workspace> workspace, const std::string& name,
                               Id<CustomField> self) {
    auto squeezed = squeeze(name);
    if (squeezed.empty() || length(squeezed) > 100)
        return invalid("/name", "A name of 1 to 100 characters is needed.");
    auto taken = reader.value<std::int64_t>(
        "SELECT count(*) FROM custom_field WHERE workspace_id = $1 AND name = $2 AND id <> $3", workspace,
        squeezed, self);
    if (taken > 0) return failure(ErrorKind::conflict, "There is already a field of that name.");
    return squeezed;
}

Result<CustomField> find_field(Reader& reader, Id<Workspace> workspace, Id<CustomField> id) {
    auto field = reader.row<CustomField>(
        "SELECT " + columns<CustomField>() + " FROM custom_field WHERE id = $1 AND workspace_id = $2", id,
        workspace);
    if (!field) return not_found("The field");
    return std::move(*field);
}

}  // namespace

std::vector<CustomField> custom_fields(Reader& reader, Id<Workspace> workspace) {
    return reader.rows<CustomField>("SELECT " + columns<CustomField>() +
                                        " FROM custom_field WHERE workspace_id = $1 ORDER BY name LIMIT 1000",
                                    workspace);
}

Result<CustomField> add_custom_field(Transaction& tx, Id<Workspace> workspace, const std::string& name) {
    CustomField field;
    field.workspace_id = workspace;
    field.name = TRY(check_name(tx, workspace, name, {}));
    tx.insert(field);
    return field;
}

Result<CustomField> rename_custom_field(Transaction& tx, Id<Workspace> workspace, Id<CustomField> id,
                                        const std::string& name, Id<Batch> expected) {
    auto field = TRY(find_field(tx, workspace, id));
    field.name = TRY(check_name(tx, workspace, name, id));
    if (expected) field.revision = expected;
    TRY(tx.update(field));
    return field;
}

Result<void> remove_custom_field(Transaction& tx, Id<Workspace> workspace, Id<CustomField> id,
                                 Id<Batch> expected) {
    auto field = TRY(find_field(tx, workspace, id));
    auto used = tx.value<std::int64_t>(
        "SELECT count(*) FROM (SELECT id FROM custom_value WHERE custom_field_id = $1 LIMIT 1) AS first", id);
    if (used > 0) return failure(ErrorKind::conflict, "There are people with a value in this field.");
    if (expected) field.revision = expected;
    return tx.erase(field);
}

Result<void> set_custom_value(Transaction& tx, const Access& access, Id<Person> person, Id<CustomField> field,
                              const std::string& value, Id<Batch> expected) {
    TRY(find_person(tx, access, person));
    TRY(find_field(tx, access.workspace, field));
    if (length(value) > 1000) return invalid("/value", "At most 1000 characters.");
    auto text = std::string(trim(value));
    auto stored = tx.row<CustomValue>("SELECT " + columns<CustomValue>() +
                                          " FROM custom_value WHERE person_id = $1 AND custom_field_id = $2",
                                      person, field);
    if (!stored) {
        if (expected) return failure(ErrorKind::stale, "Somebody else changed this in the meantime.");
        if (text.empty()) return {};
        CustomValue made;
        made.person_id = person;
        made.custom_field_id = field;
        made.value = text;
        tx.insert(made);
        return {};
    }
    if (expected) stored->revision = expected;
    if (text.empty()) return tx.erase(*stored);
    stored->value = text;
    return tx.update(*stored);
}

Result<ExternalId> add_external_id(Transaction& tx, const Access& access, Id<Person> person,
                                   const ExternalIdInput& input) {
    TRY(find_person(tx, access, person));
    ExternalId number;
    number.person_id = person;
    number.workspace_id = access.workspace;
    number.source = squeeze(input.source);
    number.value = squeeze(input.value);
    if (number.source.empty() || length(number.source) > 40)
        return invalid("/source", "The system's name is needed, at most 40 characters.");
    if (number.value.empty() || length(number.value) > 200)
        return invalid("/value", "The number is needed, at most 200 characters.");
    auto taken = tx.value<std::int64_t>(
        "SELECT count(*) FROM external_id WHERE workspace_id = $1 AND source = $2 AND value = $3",
        access.workspace, number.source, number.value);
    // Whose it is, is not told: it may be somebody whom the Access does not see.
    if (taken > 0) return failure(ErrorKind::conflict, "This number is recorded already.");
    tx.insert(number);
    return number;
}

Result<void> remove_external_id(Transaction& tx, const Access& access, Id<Person> person, Id<ExternalId> id,
                                Id<Batch> expected) {
    TRY(find_person(tx, access, person));
    auto stored = tx.row<ExternalId>(
        "SELECT " + columns<ExternalId>() + " FROM external_id WHERE id = $1 AND person_id = $2", id, person);
    if (!stored) return not_found("The number");
    if (expected) stored->revision = expected;
    return tx.erase(*stored);
}

}  // namespace wallchart
