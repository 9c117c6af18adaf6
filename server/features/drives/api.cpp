#include "features/drives/drives.h"
#include "http/paging.h"

namespace wallchart {
namespace {

struct DrivePath {
    Id<Drive> id;
};
BOOST_DESCRIBE_STRUCT(DrivePath, (), (id))

/// What is written of a drive; a PUT replaces all of it. Stage and outcome have their own operations.
struct DriveInput {
    DriveKind kind = DriveKind::endorsement;
    Id<Organization> organization_id;
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Slate>> slate_id;
    std::optional<Id<User>> user_id;
    std::string ask;
    std::string script;
    std::optional<std::int64_t> goal;  ///< none: a majority of the members
    std::optional<Date> needed_by;
    std::string mover;
    std::string seconder;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DriveInput, (),
                      (kind, organization_id, worksite_id, candidate_id, slate_id, user_id, ask, script, goal,
                       needed_by, mover, seconder, note))

Result<Drive> with(Reader& reader, Drive drive, const DriveInput& input) {
    drive.kind = input.kind;
    drive.organization_id = input.organization_id;
    drive.worksite_id = input.worksite_id;
    drive.candidate_id = input.candidate_id;
    drive.slate_id = input.slate_id;
    drive.user_id = input.user_id;
    drive.ask = input.ask;
    drive.script = input.script;
    drive.goal = input.goal.value_or(0);
    drive.needed_by = input.needed_by;
    drive.mover = input.mover;
    drive.seconder = input.seconder;
    drive.note = input.note;
    TRY(check_drive(drive));
    TRY(check_drive_references(reader, drive));
    return drive;
}

/// Where no goal is given it is a majority of the members, as far as they are known.
Result<void> set_goal(Transaction& tx, Drive& drive, const DriveInput& input) {
    if (input.goal) return {};
    DriveScope only;
    only.where.sql = "d.id = " + only.where(drive.id);
    auto facts = drive_facts(tx, only);
    if (facts.empty() || facts.front().counts.members == 0) return {};
    drive.goal = facts.front().counts.majority;
    return tx.update(drive);
}

Result<Page<DriveSummary>> drives(Call& call, const DrivesQuery& query) {
    return call.read([&](Reader& reader) { return list_drives(reader, call.access(), query, call.today()); });
}

Result<DriveRecord> show(Call& call, const DrivePath& path) {
    return call.read(
        [&](Reader& reader) { return find_drive_record(reader, call.access(), path.id, call.today()); });
}

Result<DriveRecord> add(Call& call, const DriveInput& input) {
    return call.write("edit", "Started a drive", [&](Transaction& tx) -> Result<DriveRecord> {
        Drive drive;
        drive.workspace_id = call.access().workspace;
        drive = TRY(with(tx, std::move(drive), input));
        tx.insert(drive);
        TRY(set_goal(tx, drive, input));
        call.set_status(201);
        return find_drive_record(tx, call.access(), drive.id, call.today());
    });
}

Result<DriveRecord> change(Call& call, const DrivePath& path, const DriveInput& input) {
    return call.write("edit", "Changed a drive", [&](Transaction& tx) -> Result<DriveRecord> {
        auto stored = TRY(find_drive(tx, call.access(), path.id));
        auto drive = TRY(with(tx, stored, input));
        drive.revision = call.expected_revision(stored.revision);
        TRY(tx.update(drive));
        TRY(set_goal(tx, drive, input));
        return find_drive_record(tx, call.access(), drive.id, call.today());
    });
}

Result<Nothing> remove(Call& call, const DrivePath& path) {
    return call.write("edit", "Deleted a drive", [&](Transaction& tx) -> Result<Nothing> {
        auto drive = TRY(find_drive(tx, call.access(), path.id));
        drive.revision = call.expected_revision(drive.revision);
        TRY(erase_drive(tx, drive));
        return Nothing{};
    });
}

struct StageInput {
    DriveStage stage = DriveStage::mapped;
    std::string reason;  ///< needed where something is missing, and to go back
};
BOOST_DESCRIBE_STRUCT(StageInput, (), (stage, reason))

Result<DriveRecord> move(Call& call, const DrivePath& path, const StageInput& input) {
    return call.write("edit", "Moved a drive to another stage", [&](Transaction& tx) -> Result<DriveRecord> {
        auto facts = TRY(find_drive_facts(tx, call.access(), path.id, call.today()));
        facts.drive.revision = call.expected_revision(facts.drive.revision);
        TRY(move_drive(tx, std::move(facts), input.stage, input.reason));
        return find_drive_record(tx, call.access(), path.id, call.today());
    });
}

struct OutcomeInput {
    DriveOutcome outcome = DriveOutcome::open;
    std::optional<Date> decided_on;  ///< none: today, unless it is open again
};
BOOST_DESCRIBE_STRUCT(OutcomeInput, (), (outcome, decided_on))

Result<DriveRecord> set_outcome(Call& call, const DrivePath& path, const OutcomeInput& input) {
    if (input.outcome == DriveOutcome::endorsed)
        return invalid("/outcome", "Record the endorsement: the drive is endorsed by it.");
    return call.write("edit", "Set a drive's outcome", [&](Transaction& tx) -> Result<DriveRecord> {
        auto drive = TRY(find_drive(tx, call.access(), path.id));
        if (drive.outcome == DriveOutcome::endorsed)
            return failure(ErrorKind::conflict, "The endorsement is recorded. Delete that first.");
        drive.outcome = input.outcome;
        drive.decided_on.reset();
        if (input.outcome != DriveOutcome::open) drive.decided_on = input.decided_on.value_or(call.today());
        TRY(check_drive_references(tx, drive));
        drive.revision = call.expected_revision(drive.revision);
        TRY(tx.update(drive));
        return find_drive_record(tx, call.access(), path.id, call.today());
    });
}

struct ActivityQuery {
    Id<Drive> id;
    int weeks = 12;  ///< 1 to 104
};
BOOST_DESCRIBE_STRUCT(ActivityQuery, (), (id, weeks))

struct DriveActivity {
    std::vector<DriveWeek> weeks;  ///< oldest first, the present one last
};
BOOST_DESCRIBE_STRUCT(DriveActivity, (), (weeks))

Result<Count> count_open(Call& call) {
    return call.read(
        [&](Reader& reader) -> Result<Count> { return Count{count_open_drives(reader, call.access())}; });
}

Result<DriveActivity> activity(Call& call, const ActivityQuery& query) {
    return DriveActivity {
        TRY(call.read([&](Reader& reader) {
            return drive_activity(reader, call.access(), query.id, call.now(), query.weeks);
        }))
    };
}

}  // namespace

void add_drive_routes(Router& router) {
    router.group("drives")
        .add(Method::get, "/drives", Permission::see_counts, drives, "Drives with their counts, newest first")
        .add(Method::get, "/drives/count", Permission::see_counts, count_open, "How many drives are open")
        .add(Method::post, "/drives", Permission::organize, add, "Start a drive")
        .add(Method::get, "/drives/{id}", Permission::see_counts, show,
             "A drive with its stages and what is missing")
        .add(Method::put, "/drives/{id}", Permission::organize, change, "Replace what is written of a drive")
        .add(Method::delete_, "/drives/{id}", Permission::organize, remove,
             "Delete a drive in which nothing was recorded")
        .add(Method::post, "/drives/{id}/stage", Permission::organize, move,
             "Move a drive to another stage, with a reason where something is missing")
        .add(Method::post, "/drives/{id}/outcome", Permission::organize, set_outcome,
             "Say how a drive ended, or open it again")
        .add(Method::get, "/drives/{id}/activity", Permission::see_counts, activity,
             "Conversations and support of a drive, week by week");
    add_endorsement_routes(router);
}

}  // namespace wallchart
