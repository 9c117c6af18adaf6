#include "core/json.h"
#include "core/text.h"
#include "features/drives/drives.h"
#include "http/paging.h"

#include <algorithm>
#include <map>

namespace wallchart {
namespace {

/// What stands beside a drive: names that are not in it.
struct Names {
    std::string organization;
    std::string city;
    std::string state;
    std::string target;
    std::optional<std::string> owner;
};

std::map<Id<Drive>, Names> names_of(Reader& reader, const DriveScope& scope) {
    std::map<Id<Drive>, Names> names;
    reader.each(scope.where.with(
                    "SELECT d.id, o.name, o.city, o.state, s.name, c.given_name, c.family_name, u.name"
                    " FROM drive d JOIN organization o ON o.id = d.organization_id"
                    " LEFT JOIN slate s ON s.id = d.slate_id LEFT JOIN candidate c ON c.id = d.candidate_id"
                    " LEFT JOIN user_account u ON u.id = d.user_id WHERE " +
                    scope.where.sql),
                [&](const Row& row) {
                    auto& of = names[Id<Drive>{row.integer(0)}];
                    of.organization = row.text(1);
                    of.city = row.text(2);
                    of.state = row.text(3);
                    if (!row.is_null(4)) of.target = row.text(4);
                    if (!row.is_null(6))
                        of.target =
                            std::string(trim(std::string(row.text(5)) + " " + std::string(row.text(6))));
                    if (!row.is_null(7)) of.owner = std::string(row.text(7));
                });
    return names;
}

/// Those who see numbers only get no names of people.
void leave_names_out(Drive& drive, const Access& access) {
    if (access.role >= Role::lead) return;
    drive.mover.clear();
    drive.seconder.clear();
    drive.note.clear();
}

DriveSummary summary_of(DriveFacts facts, Names names, Date today) {
    DriveSummary summary;
    summary.missing = requirements_of(facts.drive.stage, facts);
    std::erase_if(summary.missing, [](const Requirement& one) { return one.met; });
    summary.drive = std::move(facts.drive);
    summary.organization_name = std::move(names.organization);
    summary.city = std::move(names.city);
    summary.state = std::move(names.state);
    summary.target_name = std::move(names.target);
    summary.owner_name = std::move(names.owner);
    summary.counts = facts.counts;
    if (summary.drive.outcome == DriveOutcome::open && summary.drive.needed_by) {
        summary.days_left = days_between(today, *summary.drive.needed_by);
        summary.late = *summary.days_left < 0;
    }
    return summary;
}

DriveScope scope_of(const Access& access, Id<Drive> id) {
    DriveScope scope;
    auto& where = scope.where;
    where.sql = "d.id = " + where(id) + " AND d.workspace_id = " + where(access.workspace);
    where.sql += visible_drives(where, access, "d");
    return scope;
}

/// The drives that a list asks for.
DriveScope scope_of(const Access& access, const DrivesQuery& query, Date today) {
    DriveScope scope;
    auto& where = scope.where;
    auto workspace = where(access.workspace);
    where.sql = "d.workspace_id = " + workspace;
    auto equals = [&](const char* column, const auto& value) {
        if (value) where.sql += std::string(" AND d.") + column + " = " + where(*value);
    };
    equals("organization_id", query.organization_id);
    equals("candidate_id", query.candidate_id);
    equals("slate_id", query.slate_id);
    equals("stage", query.stage);
    equals("outcome", query.outcome);
    equals("user_id", query.user_id);
    if (query.late) where.sql += " AND d.outcome = 'open' AND d.needed_by < " + where(today);
    if (auto start = fold(squeeze(query.search)); !start.empty()) {
        where.sql +=
            " AND d.organization_id IN (SELECT id FROM organization WHERE workspace_id = " + workspace +
            " AND name_folded >= " + where(start);
        where.sql += " AND name_folded < " + where(prefix_end(start)) + ")";
    }
    where.sql += visible_drives(where, access, "d");
    return scope;
}

/// A drive's place in a list: what is still to be won first, the earliest needed before the others, those
/// without a day last.
struct Urgency {
    std::int64_t ended = 0;
    std::string needed_by;
    Id<Drive> id;
};
BOOST_DESCRIBE_STRUCT(Urgency, (), (ended, needed_by, id))
constexpr std::string_view urgency =
    "CASE WHEN d.outcome = 'open' THEN 0 ELSE 1 END, COALESCE(d.needed_by, '9999'), d.id";

/// Asks the rule itself, with the reckoning of its timetable, what it wants and whether that was done.
void ask_the_rule(Reader& reader, DriveFacts& facts, Date today) {
    bool recorded = facts.decision.carried;
    facts.decision = decision_facts(reader, facts.drive, today);
    facts.decision.carried |= recorded;
}

/// The stages whose requirements depend on what the rule asks.
bool rule_matters(const Drive& drive) {
    return drive.outcome == DriveOutcome::open &&
           (drive.stage == DriveStage::opening_process || drive.stage == DriveStage::resolution_moved);
}

}  // namespace

Result<Page<DriveSummary>> list_drives(Reader& reader, const Access& access, const DrivesQuery& query,
                                       Date today) {
    TRY(check_page_limit(query.limit));
    auto wanted = scope_of(access, query, today).where;
    wanted.sql = "SELECT " + std::string(urgency) + " FROM drive d WHERE " + wanted.sql;
    if (!query.cursor.empty()) {
        auto last = decode_text<Urgency>(percent_decode(query.cursor, false));
        if (!last) return unknown_cursor();
        wanted.sql += " AND (" + std::string(urgency) + ") > (" + wanted(last->ended) + ", ";
        wanted.sql += wanted(last->needed_by) + ", " + wanted(last->id) + ")";
    }
    wanted.sql += " ORDER BY 1, 2, 3 LIMIT " + wanted(query.limit + 1);
    std::vector<Urgency> order;
    reader.each(wanted, [&](const Row& row) {
        order.push_back({row.integer(0), std::string(row.text(1)), Id<Drive>{row.integer(2)}});
    });
    Page<DriveSummary> page;
    if (std::ssize(order) > query.limit) {
        order.resize(static_cast<std::size_t>(query.limit));
        page.next = percent_encode(encode(order.back()));
    }
    if (order.empty()) return page;
    std::vector<Id<Drive>> ids;
    for (const auto& place : order)
        ids.push_back(place.id);
    DriveScope shown;
    shown.where.sql = "d.id IN " + shown.where.one_of(ids);
    auto names = names_of(reader, shown);
    for (auto& facts : drive_facts(reader, shown)) {
        auto id = facts.drive.id;
        if (rule_matters(facts.drive)) ask_the_rule(reader, facts, today);
        leave_names_out(facts.drive, access);
        page.items.push_back(summary_of(std::move(facts), std::move(names[id]), today));
    }
    std::ranges::sort(page.items, {}, [&](const DriveSummary& summary) {
        return std::ranges::find(ids, summary.drive.id) - ids.begin();
    });
    return page;
}

std::int64_t count_open_drives(Reader& reader, const Access& access) {
    Query query;
    query.sql = "SELECT count(*) FROM drive d WHERE d.workspace_id = " + query(access.workspace) +
                " AND d.outcome = 'open'";
    query.sql += visible_drives(query, access, "d");
    return reader.rows<std::int64_t>(query).front();
}

Result<DriveFacts> find_drive_facts(Reader& reader, const Access& access, Id<Drive> id, Date today) {
    auto found = drive_facts(reader, scope_of(access, id));
    if (found.empty()) return not_found("This drive");
    ask_the_rule(reader, found.front(), today);
    return std::move(found.front());
}

Result<Drive> find_drive(Reader& reader, const Access& access, Id<Drive> id) {
    auto where = scope_of(access, id).where;
    auto found =
        reader.rows<Drive>(where.with("SELECT " + columns<Drive>("d") + " FROM drive d WHERE " + where.sql));
    if (found.empty()) return not_found("This drive");
    leave_names_out(found.front(), access);
    return std::move(found.front());
}

Result<DriveRecord> find_drive_record(Reader& reader, const Access& access, Id<Drive> id, Date today) {
    auto facts = TRY(find_drive_facts(reader, access, id, today));
    DriveRecord record;
    record.moves = reader.rows<DriveMove>(
        "SELECT " + columns<DriveMove>() + " FROM drive_move WHERE drive_id = $1 ORDER BY id DESC", id);
    for (auto stage : drive_stages) {
        StageView view{stage, {}, "", requirements_of(stage, facts)};
        if (stage == DriveStage::mapped)
            view.reached_at = Instant(std::chrono::milliseconds(id_milliseconds(id.value)));
        // The newest move that came to this stage or passed over it.
        for (const auto& move : record.moves)
            if (stage <= facts.drive.stage && move.from_stage < stage && stage <= move.to_stage) {
                view.reached_at = move.at;
                view.reason = move.reason;
                break;
            }
        record.stages.push_back(std::move(view));
    }
    if (facts.drive.stage != DriveStage::activated)
        record.next_stage = drive_stages[static_cast<std::size_t>(facts.drive.stage) + 1];
    record.departments = facts.departments;
    record.leader_departments = facts.leader_departments;
    record.endorsements = reader.rows<Endorsement>(
        "SELECT " + columns<Endorsement>() + " FROM endorsement WHERE drive_id = $1 ORDER BY id", id);
    bool organizes = access.may(Permission::organize) && !access.read_only;
    record.can = {organizes, organizes, access.may(Permission::log_contact) && !access.read_only};
    leave_names_out(facts.drive, access);
    if (access.role < Role::lead) {
        for (auto& move : record.moves)
            move.reason.clear();
        for (auto& stage : record.stages)
            stage.reason.clear();
        for (auto& endorsement : record.endorsements)
            endorsement.evidence.clear();
    }
    auto names = names_of(reader, scope_of(access, id));
    record.summary = summary_of(std::move(facts), std::move(names[id]), today);
    return record;
}

Result<void> check_drive_references(Reader& reader, const Drive& drive) {
    auto known = [&](std::string_view table, std::int64_t id) {
        return reader.value<std::int64_t>(
                   "SELECT count(*) FROM " + std::string(table) + " WHERE id = $1 AND workspace_id = $2", id,
                   drive.workspace_id) > 0;
    };
    if (!known("organization", drive.organization_id.value))
        return invalid("/organization_id", "This organization does not exist.");
    if (drive.worksite_id &&
        reader.value<std::int64_t>("SELECT count(*) FROM worksite WHERE id = $1 AND workspace_id = $2 AND "
                                   "(organization_id IS NULL OR organization_id = $3)",
                                   *drive.worksite_id, drive.workspace_id, drive.organization_id) == 0)
        return invalid("/worksite_id", "This worksite does not exist in the organization.");
    if (drive.candidate_id && !known("candidate", drive.candidate_id->value))
        return invalid("/candidate_id", "This candidate does not exist.");
    if (drive.slate_id && !known("slate", drive.slate_id->value))
        return invalid("/slate_id", "This slate does not exist.");
    if (drive.user_id &&
        reader.value<std::int64_t>("SELECT count(*) FROM user_role WHERE user_id = $1 AND workspace_id = $2",
                                   *drive.user_id, drive.workspace_id) == 0)
        return invalid("/user_id", "This user does not exist in the workspace.");
    if (drive.outcome != DriveOutcome::open || drive.kind != DriveKind::endorsement) return {};
    auto column = std::string(drive.slate_id ? "slate_id" : "candidate_id");
    auto target = drive.slate_id ? drive.slate_id->value : drive.candidate_id->value;
    if (reader.value<std::int64_t>("SELECT count(*) FROM drive WHERE organization_id = $1 AND " + column +
                                       " = $2 AND outcome = 'open' AND kind = 'endorsement' AND id <> $3",
                                   drive.organization_id, target, drive.id) > 0)
        return failure(ErrorKind::conflict, "There is an open drive for this already.");
    return {};
}

Result<void> erase_drive(Transaction& tx, const Drive& drive) {
    for (const char* table : {"assessment", "conversation", "follow_up", "assignment", "step_record",
                              "resolution", "endorsement"})
        if (tx.value<std::int64_t>("SELECT count(*) FROM (SELECT 1 FROM " + std::string(table) +
                                       " WHERE drive_id = $1 LIMIT 1) AS used",
                                   drive.id) > 0)
            return failure(ErrorKind::conflict,
                           "There is work recorded in this drive. Withdraw it instead of deleting it.");
    for (const auto& move : tx.rows<DriveMove>(
             "SELECT " + columns<DriveMove>() + " FROM drive_move WHERE drive_id = $1", drive.id))
        TRY(tx.erase(move));
    return tx.erase(drive);
}

}  // namespace wallchart
