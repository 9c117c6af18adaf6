#include "core/text.h"
#include "features/decisions/timetable_view.h"

namespace wallchart {
namespace {

struct DrivePath {
    Id<Drive> id;
};
BOOST_DESCRIBE_STRUCT(DrivePath, (), (id))

struct TimetableQuery {
    Id<Drive> id;
    std::optional<decision::DecisionLevel> level;  ///< as if for a race of this level
};
BOOST_DESCRIBE_STRUCT(TimetableQuery, (), (id, level))

struct StepRecordPath {
    Id<StepRecord> id;
};
BOOST_DESCRIBE_STRUCT(StepRecordPath, (), (id))

struct NewStepRecord {
    int step = 0;  ///< position in the rule, from 0
    decision::StepAct act = decision::StepAct::notice;
    Date happened_on{};
    std::optional<decision::VoteCount> votes;
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(NewStepRecord, (), (step, act, happened_on, votes, evidence))

struct StepRecordChange {
    std::optional<Date> happened_on;
    std::optional<decision::VoteCount> votes;
    std::optional<std::string> evidence;
};
BOOST_DESCRIBE_STRUCT(StepRecordChange, (), (happened_on, votes, evidence))

Result<DriveTimetable> show(Call& call, const TimetableQuery& query) {
    return call.read([&](Reader& reader) -> Result<DriveTimetable> {
        auto drive = TRY(find_deciding_drive(reader, call.access(), query.id));
        return timetable_of(reader, call.access(), drive, call.today(), query.level);
    });
}

Result<Page<StepRecord>> list(Call& call, const DrivePath& path) {
    return call.read([&](Reader& reader) -> Result<Page<StepRecord>> {
        TRY(find_deciding_drive(reader, call.access(), path.id));
        return Page<StepRecord>{records_of(reader, path.id), {}};
    });
}

/// Carries out a change of what was done, and lets the drive follow from it.
template <class F>
Result<DriveTimetable> record(Call& call, Transaction& tx, Id<Drive> id, F&& change) {
    auto today = call.today();
    auto drive = TRY(find_deciding_drive(tx, call.access(), id));
    auto before = outcome_of(tx, drive, today).result;
    TRY(change(drive));
    TRY(settle_drive(tx, drive, today, before));
    return timetable_of(tx, call.access(), TRY(find_deciding_drive(tx, call.access(), id)), today);
}

Result<DriveTimetable> add(Call& call, const DrivePath& path, const NewStepRecord& wanted) {
    call.set_status(201);
    return call.write("edit", "Recorded a step of a decision", [&](Transaction& tx) {
        return record(call, tx, path.id, [&](const Drive& drive) -> Result<void> {
            auto situation = situation_of(tx, drive, call.today());
            if (!situation)
                return failure(ErrorKind::conflict, "Write down first how the organization decides.");
            StepRecord made{.workspace_id = call.access().workspace,
                            .drive_id = drive.id,
                            .step = wanted.step,
                            .act = wanted.act,
                            .happened_on = wanted.happened_on,
                            .votes = wanted.votes,
                            .evidence = std::string(trim(wanted.evidence))};
            if (wanted.step < 0 || wanted.step >= static_cast<int>(situation->rule.steps.size()))
                return invalid("/step", "The rule has no such step.");
            if (situation->events.size() >= record_limit)
                return failure(ErrorKind::conflict, "A drive has 500 such records at most.");
            TRY(check_record(made, call.today()));
            tx.insert(made);
            return {};
        });
    });
}

Result<DriveTimetable> change(Call& call, const StepRecordPath& path, const StepRecordChange& wanted) {
    return call.write("edit", "Changed a step of a decision", [&](Transaction& tx) -> Result<DriveTimetable> {
        auto found = TRY(find_record(tx, call.access(), path.id));
        return record(call, tx, found.drive_id, [&](const Drive&) -> Result<void> {
            found.revision = call.expected_revision(found.revision);
            if (wanted.happened_on) found.happened_on = *wanted.happened_on;
            if (wanted.votes) found.votes = wanted.votes;
            if (wanted.evidence) found.evidence = trim(*wanted.evidence);
            TRY(check_record(found, call.today()));
            return tx.update(found);
        });
    });
}

Result<DriveTimetable> erase(Call& call, const StepRecordPath& path) {
    return call.write("edit", "Removed a step of a decision", [&](Transaction& tx) -> Result<DriveTimetable> {
        auto found = TRY(find_record(tx, call.access(), path.id));
        return record(call, tx, found.drive_id, [&](const Drive&) -> Result<void> {
            found.revision = call.expected_revision(found.revision);
            return tx.erase(found);
        });
    });
}

}  // namespace

void add_timetable_routes(Router& router) {
    router.group("decisions")
        .add(Method::get, "/drives/{id}/timetable", Permission::see_counts, show,
             "By when each step of the decision is due, and what the votes came to")
        .add(Method::get, "/drives/{id}/step-records", Permission::see_counts, list,
             "What was done at the steps of the decision")
        .add(Method::post, "/drives/{id}/step-records", Permission::lead_people, add,
             "Record what was done: notice, reading, vote ...; answers the timetable and the outcome")
        .add(Method::patch, "/step-records/{id}", Permission::lead_people, change,
             "Correct what was recorded; answers the timetable and the outcome")
        .add(Method::delete_, "/step-records/{id}", Permission::lead_people, erase,
             "Remove what was recorded by mistake; answers the timetable and the outcome");
}

}  // namespace wallchart
