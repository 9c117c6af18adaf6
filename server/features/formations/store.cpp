#include "core/text.h"
#include "features/formations/formations.h"

namespace wallchart {
namespace {

/// True where the newest consent of a kind says yes.
std::string consent_in_force(std::string_view person, std::string_view kind) {
    return "COALESCE((SELECT c.granted FROM consent c WHERE c.person_id = " + std::string(person) +
           " AND c.kind = '" + std::string(kind) + "' ORDER BY c.at DESC, c.id DESC LIMIT 1), 0) = 1";
}

/// The organizations at and below $1, as a table "below" of ids.
constexpr std::string_view below_first =
    "WITH RECURSIVE below(id) AS (SELECT CAST($1 AS BIGINT) UNION "
    "SELECT o.id FROM organization o JOIN below ON o.parent_organization_id = below.id) ";

std::int64_t count_consenting(Reader& reader, Id<Organization> organization) {
    static const std::string sql = std::string(below_first) +
                                   "SELECT count(DISTINCT m.person_id) FROM membership m JOIN below ON "
                                   "below.id = m.organization_id WHERE "
                                   "m.status <> 'former' AND " +
                                   consent_in_force("m.person_id", "introduction");
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
        "WITH RECURSIVE above(id) AS (SELECT CAST($1 AS BIGINT) UNION SELECT o.parent_organization_id "
        "FROM organization o JOIN above ON above.id = o.id WHERE o.parent_organization_id IS NOT NULL) "
        "SELECT a.id FROM above a JOIN organization o ON o.id = a.id "
        "WHERE o.kind IN ('union', 'local', 'council', 'chapter')",
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
    if (limit < 1 || limit > 200) return invalid("/limit", "From 1 to 200.");
    auto after = cursor.empty() ? std::optional<std::int64_t>(0) : parse_id_value(cursor);
    if (!after) return invalid("/cursor", "This cursor is not one of ours.");
    std::string sql = summary_sql() + " AND f.id > $2";
    // A lead of an organization sees the formations of its subtree.
    std::vector<Value> parameters{as_value(access.workspace), as_value(*after), as_value(limit + 1)};
    if (access.organization) {
        sql +=
            " AND f.organization_id IN (WITH RECURSIVE below(id) AS (SELECT CAST($4 AS BIGINT) UNION "
            "SELECT o.id FROM organization o JOIN below ON o.parent_organization_id = below.id) SELECT id "
            "FROM "
            "below)";
        parameters.push_back(as_value(*access.organization));
    }
    Page<FormationSummary> page;
    reader.each_of(sql + " ORDER BY f.id LIMIT $3", parameters, [&](const Row& row) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = to_string(page.items.back().id);
            return;
        }
        page.items.push_back(read_summary(row));
    });
    for (auto& summary : page.items)
        add_count(reader, access.workspace, summary);
    return page;
}

std::vector<Fellow> fellows_of(Reader& reader, const Access& access, const Formation& formation) {
    auto visible = visible_people(access, "n.id", 3);
    std::vector<Value> parameters{as_value(formation.organization_id), as_value(formation.id)};
    for (auto& value : visible.parameters)
        parameters.push_back(std::move(value));
    std::vector<Fellow> fellows;
    reader.each_of(
        std::string(below_first) +
            "SELECT n.id, n.given_name, n.middle_name, n.family_name, n.suffix, n.language, "
            "(SELECT value FROM contact_point p WHERE p.person_id = n.id AND p.kind = 'email' AND p.working "
            "= 1 "
            "ORDER BY p.rank, p.id LIMIT 1), "
            "CASE WHEN " +
            consent_in_force("n.id", "introduction") + " THEN 1 ELSE 0 END, CASE WHEN " +
            consent_in_force("n.id", "email") +
            " THEN 1 ELSE 0 END, "
            "(SELECT count(*) FROM introduced i WHERE i.formation_id = $2 AND i.person_id = n.id) "
            "FROM person n WHERE n.id IN (SELECT m.person_id FROM membership m JOIN below ON below.id = "
            "m.organization_id WHERE m.status <> 'former') AND (EXISTS (SELECT 1 FROM sign_up s WHERE "
            "s.person_id = n.id) OR " +
            consent_in_force("n.id", "introduction") + ")" + visible.condition +
            " ORDER BY n.family_first, n.id LIMIT 500",
        parameters, [&](const Row& row) {
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
            std::string(below_first) +
                "SELECT o.name FROM membership m JOIN below ON below.id = m.organization_id JOIN "
                "organization o ON "
                "o.id = m.organization_id WHERE m.person_id = $2 ORDER BY m.id LIMIT 1",
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
