// What the votes came to becomes the drive's outcome, and a won decision an endorsement.
#include "features/decisions/decisions.h"

namespace wallchart {
namespace {

using decision::DecisionOutcome;

DriveOutcome drive_outcome(DecisionOutcome outcome) {
    switch (outcome) {
        case DecisionOutcome::undecided:
            return DriveOutcome::open;
        case DecisionOutcome::endorsed:
            return DriveOutcome::endorsed;
        case DecisionOutcome::recommended:
            return DriveOutcome::recommended;
        case DecisionOutcome::declined:
            return DriveOutcome::declined;
    }
    return DriveOutcome::open;
}

std::vector<Endorsement> endorsements_of(Reader& reader, Id<Drive> drive) {
    return reader.rows<Endorsement>(
        "SELECT " + columns<Endorsement>() + " FROM endorsement WHERE drive_id = $1", drive);
}

/// Where the deciding vote is recorded.
std::string evidence_of(Reader& reader, Id<Drive> drive, Date decided_on) {
    for (const auto& record : records_of(reader, drive))
        if (record.happened_on == decided_on && record.votes && !record.evidence.empty())
            return record.evidence;
    return {};
}

Result<void> add_endorsement(Transaction& tx, const Drive& drive, Date decided_on) {
    Endorsement won;
    won.workspace_id = drive.workspace_id;
    won.organization_id = drive.organization_id;
    won.drive_id = drive.id;
    won.candidate_id = drive.candidate_id;
    won.slate_id = drive.slate_id;
    won.decided_on = decided_on;
    won.evidence = evidence_of(tx, drive.id, decided_on);
    tx.insert(won);
    return {};
}

}  // namespace

decision::Outcome outcome_of(Reader& reader, const Drive& drive, Date today) {
    auto situation = situation_of(reader, drive, today);
    return situation ? decision::judge(*situation) : decision::Outcome{};
}

Result<void> settle_drive(Transaction& tx, const Drive& drive, Date today, DecisionOutcome before) {
    if (drive.outcome == DriveOutcome::withdrawn || drive.kind != DriveKind::endorsement) return {};
    auto outcome = outcome_of(tx, drive, today);
    // An outcome that somebody set by hand, without votes, is theirs: only what the rule found is taken back.
    if (outcome.result == DecisionOutcome::undecided && before == DecisionOutcome::undecided) return {};
    auto changed = drive;
    changed.outcome = drive_outcome(outcome.result);
    changed.decided_on = outcome.decided_on;
    if (changed.outcome != drive.outcome || changed.decided_on != drive.decided_on) TRY(tx.update(changed));
    auto won = endorsements_of(tx, drive.id);
    if (outcome.result == DecisionOutcome::endorsed && won.empty())
        return add_endorsement(tx, drive, *outcome.decided_on);
    if (outcome.result != DecisionOutcome::endorsed && before == DecisionOutcome::endorsed)
        for (const auto& endorsement : won)
            TRY(tx.erase(endorsement));
    return {};
}

}  // namespace wallchart
