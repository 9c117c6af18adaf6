#include "features/directory/directory.h"

namespace wallchart {
namespace {

constexpr int depth_limit = 20;  // of the tree of organizations

template <class T>
Result<T> find(Reader& reader, Id<Workspace> workspace, Id<T> id, std::string_view what) {
    auto found = reader.row<T>(
        "SELECT " + columns<T>() + " FROM " + std::string(T::table) + " WHERE id = $1 AND workspace_id = $2",
        id, workspace);
    if (!found) return not_found(what);
    return std::move(*found);
}

template <class T>
Result<void> save(Transaction& tx, T& record) {
    if (record.id) return tx.update(record);
    tx.insert(record);
    return {};
}

/// Refuses while a row of any table refers to the record.
template <class T>
Result<void> erase(Transaction& tx, const T& record) {
    for (const auto& reference : tx.schema().references_to(T::table)) {
        bool used = tx.value<std::int64_t>(
                        "SELECT 1 FROM " + reference.table + " WHERE " + reference.column + " = $1 LIMIT 1",
                        record.id) != 0;
        if (used)
            return failure(ErrorKind::conflict, "It can't be erased: something else still refers to it (" +
                                                    reference.table + ").");
    }
    return tx.erase(record);
}

std::vector<OrganizationRecord::Named> above(Reader& reader, const Organization& organization) {
    std::vector<OrganizationRecord::Named> chain;
    auto next = organization.parent_organization_id;
    while (next && static_cast<int>(chain.size()) < depth_limit) {
        auto parent = reader.row<Organization>(
            "SELECT " + columns<Organization>() + " FROM organization WHERE id = $1", *next);
        if (!parent) break;
        chain.insert(chain.begin(), {parent->id, parent->name});
        next = parent->parent_organization_id;
    }
    return chain;
}

std::vector<WorksiteRecord::Group> groups(Reader& reader, Id<Worksite> worksite, std::string_view column) {
    auto name = std::string(column);
    return reader.rows<WorksiteRecord::Group>("SELECT " + name +
                                                  ", count(*) FROM employment WHERE worksite_id = $1 AND "
                                                  "ended_on IS NULL GROUP BY " +
                                                  name + " ORDER BY count(*) DESC, " + name + " LIMIT 100",
                                              worksite);
}

}  // namespace

Result<Organization> find_organization(Reader& reader, Id<Workspace> workspace, Id<Organization> id) {
    return find(reader, workspace, id, "The organization");
}
Result<Employer> find_employer(Reader& reader, Id<Workspace> workspace, Id<Employer> id) {
    return find(reader, workspace, id, "The employer");
}
Result<Worksite> find_worksite(Reader& reader, Id<Workspace> workspace, Id<Worksite> id) {
    return find(reader, workspace, id, "The worksite");
}

Result<OrganizationRecord> find_organization_record(Reader& reader, Id<Workspace> workspace,
                                                    Id<Organization> id) {
    OrganizationRecord record;
    record.organization = TRY(find_organization(reader, workspace, id));
    record.above = above(reader, record.organization);
    auto count = [&](std::string_view sql) { return reader.value<std::int64_t>(sql, id); };
    record.below = count("SELECT count(*) FROM organization WHERE parent_organization_id = $1");
    record.worksites = count("SELECT count(*) FROM worksite WHERE organization_id = $1");
    record.eligible =
        count("SELECT CAST(coalesce(sum(eligible), 0) AS BIGINT) FROM worksite WHERE organization_id = $1");
    record.people = count("SELECT count(DISTINCT person_id) FROM membership WHERE organization_id = $1");
    record.officers = count(
        "SELECT count(DISTINCT person_id) FROM membership WHERE organization_id = $1 AND role <> 'member'");
    record.people_below = count(
        "WITH RECURSIVE below(id) AS (SELECT id FROM organization WHERE id = $1 UNION SELECT o.id FROM "
        "organization o JOIN below ON o.parent_organization_id = below.id) "
        "SELECT count(DISTINCT m.person_id) FROM below JOIN membership m ON m.organization_id = below.id");
    return record;
}

Result<WorksiteRecord> find_worksite_record(Reader& reader, Id<Workspace> workspace, Id<Worksite> id) {
    WorksiteRecord record;
    record.worksite = TRY(find_worksite(reader, workspace, id));
    const auto& site = record.worksite;
    if (site.employer_id) {
        if (auto employer = find_employer(reader, workspace, *site.employer_id))
            record.employer = employer->name;
    }
    if (site.organization_id) {
        if (auto local = find_organization(reader, workspace, *site.organization_id))
            record.organization = local->name;
    }
    record.people = reader.value<std::int64_t>(
        "SELECT count(DISTINCT person_id) FROM employment WHERE worksite_id = $1 AND ended_on IS NULL", id);
    record.departments = groups(reader, id, "department");
    record.shifts = groups(reader, id, "shift");
    return record;
}

Result<void> save_organization(Transaction& tx, Organization& organization) {
    TRY(check_organization(organization));
    if (organization.parent_organization_id) {
        auto parent = find_organization(tx, organization.workspace_id, *organization.parent_organization_id);
        if (!parent) return invalid("/parent_organization_id", "This organization does not exist.");
        bool circle = parent->id == organization.id;
        for (const auto& ancestor : above(tx, *parent))
            circle = circle || ancestor.id == organization.id;
        if (circle) return invalid("/parent_organization_id", "An organization can't be above itself.");
    }
    return save(tx, organization);
}

Result<void> save_employer(Transaction& tx, Employer& employer) {
    TRY(check_employer(employer));
    return save(tx, employer);
}

Result<void> save_worksite(Transaction& tx, Worksite& site) {
    TRY(check_worksite(site));
    if (site.employer_id && !find_employer(tx, site.workspace_id, *site.employer_id))
        return invalid("/employer_id", "This employer does not exist.");
    if (site.organization_id && !find_organization(tx, site.workspace_id, *site.organization_id))
        return invalid("/organization_id", "This organization does not exist.");
    return save(tx, site);
}

Result<void> erase_organization(Transaction& tx, const Organization& organization) {
    return erase(tx, organization);
}
Result<void> erase_employer(Transaction& tx, const Employer& employer) {
    return erase(tx, employer);
}
Result<void> erase_worksite(Transaction& tx, const Worksite& worksite) {
    return erase(tx, worksite);
}

}  // namespace wallchart
