#include "core/text.h"
#include "features/formations/formations.h"
#include "http/paging.h"

namespace wallchart {
namespace {

/// Those who are members at or below the organization $1.
std::string members_below() {
    return "m.organization_id IN " + organizations_below("$1") + " AND m.status <> 'former'";
}

std::int64_t count_consenting(Reader& reader, Id<Organization> organization) {
    static const std::string sql = "SELECT count(DISTINCT m.person_id) FROM membership m WHERE " +
                                   members_below() + " AND " +
                                   consent_in_force("m.person_id", ConsentKind::introduction);
    return reader.value<std::int64_t>(sql, organization);
}

/// What formations are for: the one candidate, else the slate, else the alliance itself.
std::string cause_of(Reader& reader, const Workspace& workspace) {
    auto candidates = reader.rows<std::string>(
        "SELECT family_name FROM candidate WHERE workspace_id = $1 ORDER BY id LIMIT 2", workspace.id);
    if (candidates.size() == 1) return candidates.front();
    auto slate = reader.row<std::string>("SELECT name FROM slate WHERE workspace_id = $1 ORDER BY id LIMIT 1",
                                         workspace.id);
    return slate.value_or(workspace.name);
}

void appear(Transaction& tx, const Workspace& workspace, Id<Organization> organization) {
    auto known = tx.value<std::int64_t>(
        "SELECT count(*) FROM formation WHERE workspace_id = $1 AND organization_id = $2", workspace.id,
        organization);
    if (known > 0) return;
    if (count_consenting(tx, organization) < workspace.formation_minimum) return;
    auto name = tx.value<std::string>("SELECT name FROM organization WHERE id = $1", organization);
    Formation formation;
    formation.workspace_id = workspace.id;
    formation.organization_id = organization;
    formation.name = formation_name(name, cause_of(tx, workspace), workspace.language);
    formation.started_at = tx.now();
    tx.insert(formation);
}

const std::string& summary_sql() {
    static const std::string sql =
        "SELECT " + columns<Formation>("f") +
        ", o.name, o.kind, (SELECT max(at) FROM introduction i WHERE i.formation_id = f.id) "
        "FROM formation f JOIN organization o ON o.id = f.organization_id WHERE f.workspace_id = $1";
    return sql;
}

FormationSummary read_summary(const Row& row) {
    auto formation = read_row<Formation>(row);
    FormationSummary summary;
    summary.id = formation.id;
    summary.name = formation.name;
    summary.organization_id = formation.organization_id;
    summary.started_at = formation.started_at;
    summary.revision = formation.revision;
    summary.organization = row.text(6);
    summary.kind = parse_choice<OrganizationKind>(row.text(7)).value_or(OrganizationKind::other);
    if (!row.is_null(8)) summary.introduced_at = Instant{std::chrono::milliseconds{row.integer(8)}};
    return summary;
}

void add_count(Reader& reader, Id<Workspace> workspace, FormationSummary& summary) {
    auto minimum =
        reader.value<std::int64_t>("SELECT formation_minimum FROM workspace WHERE id = $1", workspace);
    auto count = count_consenting(reader, summary.organization_id);
    if (count >= minimum) summary.consenting = static_cast<int>(count);
}

}  // namespace

void refresh_formations(Transaction& tx, Id<Workspace> workspace_id, Id<Organization> organization) {
    auto workspace =
        tx.row<Workspace>("SELECT " + columns<Workspace>() + " FROM workspace WHERE id = $1", workspace_id);
    if (!workspace) return;
    auto above = tx.rows<std::int64_t>(
        "SELECT id FROM organization WHERE kind IN ('union', 'local', 'council', 'chapter') AND id IN " +
            organizations_above("$1"),
        organization);
    for (auto id : above)
        appear(tx, *workspace, Id<Organization>{id});
}

void refresh_all_formations(Transaction& tx, Id<Workspace> workspace_id) {
    auto workspace =
        tx.row<Workspace>("SELECT " + columns<Workspace>() + " FROM workspace WHERE id = $1", workspace_id);
    if (!workspace) return;
    auto due = tx.rows<std::int64_t>(
        "WITH RECURSIVE above(id) AS (SELECT m.organization_id FROM consent c "
        "JOIN membership m ON m.person_id = c.person_id JOIN person n ON n.id = c.person_id "
        "WHERE c.kind = 'introduction' AND c.granted = 1 AND n.workspace_id = $1 "
        "UNION SELECT o.parent_organization_id FROM organization o JOIN above ON above.id = o.id "
        "WHERE o.parent_organization_id IS NOT NULL) "
        "SELECT a.id FROM above a JOIN organization o ON o.id = a.id "
        "WHERE o.kind IN ('union', 'local', 'council', 'chapter') ORDER BY a.id",
        workspace_id);
    for (auto id : due)
        appear(tx, *workspace, Id<Organization>{id});
}

Result<Page<FormationSummary>> list_formations(Reader& reader, const Access& access,
                                               const std::string& cursor, int limit) {
    auto after = TRY(page_start(cursor, limit, 0));
    Query query(summary_sql());
    query(access.workspace);  // $1 of the summary
    query.sql += " AND f.id > " + query(after);
    // A lead of an organization sees the formations of its subtree.
    if (access.organization)
        query.sql += " AND f.organization_id IN " + organizations_below(query(*access.organization));
    query.sql += " ORDER BY f.id LIMIT " + query(limit + 1);
    std::vector<FormationSummary> found;
    reader.each(query, [&](const Row& row) { found.push_back(read_summary(row)); });
    auto page = page_of(std::move(found), limit);
    for (auto& summary : page.items)
        add_count(reader, access.workspace, summary);
    return page;
}

std::vector<Fellow> fellows_of(Reader& reader, const Access& access, const Formation& formation) {
    Query query;
    query(formation.organization_id);  // $1 of those below
    auto yes = [](ConsentKind kind) {
        return "CASE WHEN " + consent_in_force("n.id", kind) + " THEN 1 ELSE 0 END";
    };
    query.sql =
        "SELECT n.id, n.given_name, n.middle_name, n.family_name, n.suffix, n.language, "
        "(SELECT value FROM contact_point p WHERE p.person_id = n.id AND p.kind = 'email' AND p.working = 1 "
        "ORDER BY p.rank, p.id LIMIT 1), " +
        yes(ConsentKind::introduction) + ", " + yes(ConsentKind::email) +
        ", (SELECT count(*) FROM introduced i WHERE i.formation_id = " + query(formation.id) +
        " AND i.person_id = n.id) FROM person n WHERE n.id IN (SELECT m.person_id FROM membership m WHERE " +
        members_below() + ") AND (EXISTS (SELECT 1 FROM sign_up s WHERE s.person_id = n.id) OR " +
        consent_in_force("n.id", ConsentKind::introduction) + ")";
    query.sql += visible_people(query, access, "n.id") + " ORDER BY n.family_first, n.id LIMIT 500";
    std::vector<Fellow> fellows;
    reader.each(query, [&](const Row& row) {
        Person person;
        person.given_name = row.text(1);
        person.middle_name = row.text(2);
        person.family_name = row.text(3);
        person.suffix = row.text(4);
        fellows.push_back({.person_id = Id<Person>{row.integer(0)},
                           .name = full_name(person),
                           .email = row.is_null(6) ? std::string() : std::string(row.text(6)),
                           .language = std::string(row.text(5)),
                           .introduction = row.integer(7) != 0,
                           .email_consent = row.integer(8) != 0,
                           .already_introduced = row.integer(9) > 0});
    });
    return fellows;
}

Result<FormationView> find_formation(Reader& reader, const Access& access, Id<Formation> id) {
    FormationView view;
    bool found = false;
    Formation formation;
    reader.each(
        summary_sql() + " AND f.id = $2",
        [&](const Row& row) {
            found = true;
            formation = read_row<Formation>(row);
            view.formation = read_summary(row);
        },
        access.workspace, id);
    if (!found) return not_found("This formation");
    add_count(reader, access.workspace, view.formation);
    for (auto& fellow : fellows_of(reader, access, formation)) {
        FormationMember member;
        member.person_id = fellow.person_id;
        member.name = fellow.name;
        if (fellow.introduction && !fellow.email.empty()) member.email = fellow.email;
        member.introduction = fellow.introduction;
        member.email_consent = fellow.email_consent;
        member.introduced = fellow.already_introduced;
        member.organization = reader.value<std::string>(
            "SELECT o.name FROM membership m JOIN organization o ON o.id = m.organization_id WHERE "
            "m.person_id = $2 AND m.organization_id IN " +
                organizations_below("$1") + " ORDER BY m.id LIMIT 1",
            formation.organization_id, fellow.person_id);
        if (can_be_introduced(fellow)) {
            ++view.can_be_introduced;
            if (!fellow.already_introduced) ++view.new_since_introduction;
        }
        view.members.push_back(std::move(member));
    }
    view.introductions = reader.rows<Introduction>(
        "SELECT " + columns<Introduction>() + " FROM introduction WHERE formation_id = $1 ORDER BY id DESC",
        id);
    view.suggested = suggested_text(formation.name, access.language);
    return view;
}

Result<Formation> rename_formation(Transaction& tx, const Access& access, Id<Formation> id,
                                   const std::string& name, Id<Batch> revision) {
    auto formation = tx.row<Formation>(
        "SELECT " + columns<Formation>() + " FROM formation WHERE id = $1 AND workspace_id = $2", id,
        access.workspace);
    if (!formation) return not_found("This formation");
    formation->name = squeeze(name);
    if (formation->name.empty() || length(formation->name) > 200)
        return invalid("/name", "A name of 1 to 200 characters is needed.");
    if (revision) formation->revision = revision;
    TRY(tx.update(*formation));
    return *formation;
}

}  // namespace wallchart
