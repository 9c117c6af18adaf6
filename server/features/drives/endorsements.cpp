#include "core/text.h"
#include "features/drives/drives.h"
#include "http/paging.h"

namespace wallchart {
namespace {

const std::string& selected() {
    static const std::string sql =
        "SELECT " + columns<Endorsement>("e") +
        ", o.kind, o.name, s.name, c.given_name, c.family_name FROM endorsement e"
        " JOIN organization o ON o.id = e.organization_id LEFT JOIN slate s ON s.id = e.slate_id"
        " LEFT JOIN candidate c ON c.id = e.candidate_id WHERE e.workspace_id = $1";
    return sql;
}

EndorsementView view_of(const Row& row) {
    EndorsementView view;
    view.endorsement = read_row<Endorsement>(row);
    auto next = static_cast<int>(record_type<Endorsement>().fields.size());
    auto kind = parse_choice<OrganizationKind>(row.text(next)).value_or(OrganizationKind::other);
    view.level = level_of(kind, view.endorsement.slate_id.has_value());
    view.organization_name = row.text(next + 1);
    if (!row.is_null(next + 2)) view.target_name = row.text(next + 2);
    if (!row.is_null(next + 4))
        view.target_name =
            std::string(trim(std::string(row.text(next + 3)) + " " + std::string(row.text(next + 4))));
    return view;
}

Result<Drive> drive_of(Transaction& tx, const Endorsement& endorsement) {
    auto drive =
        tx.row<Drive>("SELECT " + columns<Drive>() + " FROM drive WHERE id = $1 AND workspace_id = $2",
                      *endorsement.drive_id, endorsement.workspace_id);
    if (!drive) return invalid("/drive_id", "This drive does not exist.");
    return std::move(*drive);
}

}  // namespace

Result<Page<EndorsementView>> list_endorsements(Reader& reader, Id<Workspace> workspace,
                                                const EndorsementsQuery& query) {
    auto before = TRY(page_start(query.cursor, query.limit, INT64_MAX));
    Query wanted(selected());
    wanted(workspace);  // $1 of what is selected
    auto equals = [&](const char* column, const auto& value) {
        if (value) wanted.sql += std::string(" AND e.") + column + " = " + wanted(*value);
    };
    equals("organization_id", query.organization_id);
    equals("candidate_id", query.candidate_id);
    equals("slate_id", query.slate_id);
    wanted.sql += " AND e.id < " + wanted(before);
    wanted.sql += " ORDER BY e.id DESC LIMIT " + wanted(query.limit + 1);
    std::vector<EndorsementView> found;
    reader.each(wanted, [&](const Row& row) { found.push_back(view_of(row)); });
    return page_of(std::move(found), query.limit,
                   [](const EndorsementView& view) { return view.endorsement.id; });
}

Result<EndorsementView> find_endorsement(Reader& reader, Id<Workspace> workspace, Id<Endorsement> id) {
    std::optional<EndorsementView> found;
    reader.each(selected() + " AND e.id = $2", [&](const Row& row) { found = view_of(row); }, workspace, id);
    if (!found) return not_found("This endorsement");
    return std::move(*found);
}

Result<void> record_endorsement(Transaction& tx, Endorsement& endorsement) {
    if (endorsement.candidate_id.has_value() == endorsement.slate_id.has_value())
        return invalid("/candidate_id",
                       "An endorsement is for a candidate or for a slate: name one of them.");
    if (!endorsement.decided_on.ok() || endorsement.decided_on.year() < std::chrono::year{1900})
        return invalid("/decided_on", "The day of the decision is needed.");
    if (length(endorsement.evidence) > 2000) return invalid("/evidence", "At most 2000 characters.");
    // The same records that a drive may name.
    Drive same;
    same.kind = DriveKind::procedure;
    same.workspace_id = endorsement.workspace_id;
    same.organization_id = endorsement.organization_id;
    same.candidate_id = endorsement.candidate_id;
    same.slate_id = endorsement.slate_id;
    TRY(check_drive_references(tx, same));
    auto column = std::string(endorsement.slate_id ? "slate_id" : "candidate_id");
    auto target = endorsement.slate_id ? endorsement.slate_id->value : endorsement.candidate_id->value;
    if (tx.value<std::int64_t>("SELECT count(*) FROM endorsement WHERE organization_id = $1 AND " + column +
                                   " = $2 AND id <> $3",
                               endorsement.organization_id, target, endorsement.id) > 0)
        return failure(ErrorKind::conflict, "This endorsement is recorded already.");
    if (endorsement.drive_id) {
        auto drive = TRY(drive_of(tx, endorsement));
        if (drive.organization_id != endorsement.organization_id ||
            drive.candidate_id != endorsement.candidate_id || drive.slate_id != endorsement.slate_id)
            return invalid("/drive_id", "This drive is for another organization, candidate or slate.");
        if (drive.outcome != DriveOutcome::endorsed || drive.decided_on != endorsement.decided_on) {
            drive.outcome = DriveOutcome::endorsed;
            drive.decided_on = endorsement.decided_on;
            TRY(tx.update(drive));
        }
    }
    if (endorsement.id) return tx.update(endorsement);
    tx.insert(endorsement);
    return {};
}

Result<void> erase_endorsement(Transaction& tx, const Endorsement& endorsement) {
    TRY(tx.erase(endorsement));
    if (!endorsement.drive_id) return {};
    auto drive = drive_of(tx, endorsement);
    if (!drive || drive->outcome != DriveOutcome::endorsed) return {};
    drive->outcome = DriveOutcome::open;
    drive->decided_on.reset();
    TRY(check_drive_references(tx, *drive));
    return tx.update(*drive);
}

}  // namespace wallchart
