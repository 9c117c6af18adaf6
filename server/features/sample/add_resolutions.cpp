#include "core/random.h"
#include "features/resolutions/resolutions.h"
#include "features/sample/arrive.h"

namespace wallchart::sample {
namespace {

/// Drives whose resolution stands to be seen; more would only repeat it.
constexpr int at_most = 30;

Result<void> add_one(Transaction& tx, const Access& access, const Drive& drive, Date today, Random& random) {
    std::string model = drive.slate_id ? "endorse_slate" : "endorse_candidate";
    const auto& models = program_model_texts();
    auto language = random.chance(0.15) ? "es" : "en";
    auto found = std::ranges::find_if(models, [&](const ModelTextView& each) {
        return each.key.find(model) != std::string::npos && each.language == language;
    });
    if (found == models.end()) return {};
    auto resolution = TRY(create_resolution(tx, access, drive.id, {found->key, "", language, ""}));
    bool decided = drive.decided_on.has_value();
    resolution.mover = drive.mover;
    resolution.seconder = drive.seconder;
    resolution.moved_on = decided ? plus_days(*drive.decided_on, -random.between(10, 35))
                                  : plus_days(today, -random.between(1, 20));
    TRY(check_step(resolution, ResolutionState::moved));
    resolution.state = ResolutionState::moved;
    TRY(tx.update(resolution));
    if (!decided) return {};
    ResolutionDecision decision;
    bool won = drive.outcome == DriveOutcome::endorsed;
    decision.outcome = won ? ResolutionState::adopted : ResolutionState::defeated;
    decision.decided_on = *drive.decided_on;
    decision.decided_by = "membership meeting";
    decision.votes_for = won ? random.between(41, 90) : random.between(14, 30);
    decision.votes_against = won ? random.between(6, 30) : random.between(33, 70);
    decision.votes_abstained = random.between(0, 6);
    decision.evidence = "Minutes of the meeting, page " + std::to_string(random.between(1, 4));
    // A text with blanks left can't be adopted; then it stays moved.
    auto done = decide_resolution(tx, access, resolution, decision, today);
    if (!done && done.error().kind != ErrorKind::conflict && done.error().kind != ErrorKind::invalid)
        return std::unexpected(done.error());
    return {};
}

}  // namespace

Result<void> add_resolutions(Database& database, const Workspace& workspace, const SampleUsers& users,
                             const SampleOptions& options) {
    auto drives = database.read([&](Reader& reader) {
        return reader.rows<Drive>(
            "SELECT " + columns<Drive>() +
                " FROM drive WHERE workspace_id = $1 AND stage IN ('resolution_moved', 'decided', "
                "'activated') AND mover <> '' ORDER BY outcome DESC, id LIMIT $2",
            workspace.id, at_most);
    });
    Access access;
    access.workspace = workspace.id;
    access.role = Role::organizer;
    Random random(options.seed, 5);
    for (const auto& drive : drives) {
        access.user = drive.user_id.value_or(users.owner);
        Change change{workspace.id, access.user, "resolution", "Drafted a resolution"};
        TRY(database.write(
            change, [&](Transaction& tx) { return add_one(tx, access, drive, options.today, random); }));
    }
    return {};
}

}  // namespace wallchart::sample
