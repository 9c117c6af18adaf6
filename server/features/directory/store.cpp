#include "core/text.h"
#include "features/directory/directory.h"

namespace wallchart {
namespace {

template <class Record>
Result<Record> find_record(Reader& reader, const Access& access, Id<Record> id, std::string_view what) {
    auto found = reader.row<Record>("SELECT " + columns<Record>() + " FROM " + std::string(Record::table) +
                                        " WHERE id = $1 AND workspace_id = $2",
                                    id, access.workspace);
    if (!found) return not_found(what);
    return std::move(*found);
}

template <class Record>
Result<void> write(Transaction& tx, const Access& access, Record& record) {
    record.workspace_id = access.workspace;
    record.name_folded = fold(record.name);
    if (record.id) return tx.update(record);
    tx.insert(record);
    return {};
}

}  // namespace

Result<Organization> find_organization(Reader& reader, const Access& access, Id<Organization> id) {
    return find_record(reader, access, id, "This organization");
}

Result<Employer> find_employer(Reader& reader, const Access& access, Id<Employer> id) {
    return find_record(reader, access, id, "This employer");
}

Result<Worksite> find_worksite(Reader& reader, const Access& access, Id<Worksite> id) {
    return find_record(reader, access, id, "This worksite");
}

Result<void> save(Transaction& tx, const Access& access, Organization& record,
                  const OrganizationInput& input) {
    record.parent_organization_id = input.parent_organization_id;
    record.kind = input.kind;
    record.name = squeeze(input.name);
    record.affiliation = squeeze(input.affiliation);
    record.number = squeeze(input.number);
    record.city = squeeze(input.city);
    record.state = squeeze(input.state);
    record.postal_code = squeeze(input.postal_code);
    record.latitude = input.latitude;
    record.longitude = input.longitude;
    record.members = input.members;
    record.website = squeeze(input.website);
    record.note = input.note;
    TRY(check_organization(record));
    if (record.parent_organization_id) {
        if (!find_organization(tx, access, *record.parent_organization_id))
            return invalid("/parent_organization_id", "This organization does not exist.");
        if (record.id && is_at_or_below(tx, *record.parent_organization_id, record.id))
            return invalid("/parent_organization_id", "It would stand below itself.");
    }
    return write(tx, access, record);
}

Result<void> save(Transaction& tx, const Access& access, Employer& record, const EmployerInput& input) {
    record.name = squeeze(input.name);
    record.industry = squeeze(input.industry);
    TRY(check_employer(record));
    return write(tx, access, record);
}

Result<void> save(Transaction& tx, const Access& access, Worksite& record, const WorksiteInput& input) {
    record.employer_id = input.employer_id;
    record.organization_id = input.organization_id;
    record.name = squeeze(input.name);
    record.street = squeeze(input.street);
    record.city = squeeze(input.city);
    record.state = squeeze(input.state);
    record.postal_code = squeeze(input.postal_code);
    record.latitude = input.latitude;
    record.longitude = input.longitude;
    record.eligible = input.eligible;
    TRY(check_worksite(record));
    if (record.employer_id && !find_employer(tx, access, *record.employer_id))
        return invalid("/employer_id", "This employer does not exist.");
    if (record.organization_id && !find_organization(tx, access, *record.organization_id))
        return invalid("/organization_id", "This organization does not exist.");
    return write(tx, access, record);
}

template <class Record>
Result<void> remove_unused(Transaction& tx, const Record& record) {
    for (const auto& reference : tx.schema().references_to(Record::table)) {
        auto sql = "SELECT count(*) FROM (SELECT 1 FROM " + reference.table + " WHERE " + reference.column +
                   " = $1 LIMIT 1) AS used";
        if (tx.value<std::int64_t>(sql, record.id) > 0)
            return failure(ErrorKind::conflict, "Something else refers to this: move that first.");
    }
    return tx.erase(record);
}
template Result<void> remove_unused(Transaction&, const Organization&);
template Result<void> remove_unused(Transaction&, const Employer&);
template Result<void> remove_unused(Transaction&, const Worksite&);

}  // namespace wallchart
