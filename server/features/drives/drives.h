#pragma once
// Drives: the campaign to win one decision from one organization, and the endorsements that were won.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "features/directory/directory.h"
#include "features/slates/slates.h"

#include <optional>
#include <string>
#include <string_view>

namespace wallchart {

enum class DriveKind : std::uint8_t { endorsement, procedure, recognition, contract, strike };
BOOST_DESCRIBE_ENUM(DriveKind, endorsement, procedure, recognition, contract, strike)

enum class DriveStage : std::uint8_t {
    mapped,
    identifying,
    building_team,
    opening_process,
    resolution_moved,
    decided,
    activated
};
BOOST_DESCRIBE_ENUM(DriveStage, mapped, identifying, building_team, opening_process, resolution_moved,
                    decided, activated)

enum class DriveOutcome : std::uint8_t { open, endorsed, declined, recommended, withdrawn };
BOOST_DESCRIBE_ENUM(DriveOutcome, open, endorsed, declined, recommended, withdrawn)

struct Drive {
    static constexpr std::string_view table = "drive";
    Id<Drive> id;
    Id<Workspace> workspace_id;
    DriveKind kind = DriveKind::endorsement;
    Id<Organization> organization_id;
    std::optional<Id<Worksite>> worksite_id;
    std::optional<Id<Candidate>> candidate_id;  ///< one of candidate and slate for an endorsement
    std::optional<Id<Slate>> slate_id;
    DriveStage stage = DriveStage::mapped;
    DriveOutcome outcome = DriveOutcome::open;
    std::optional<Id<User>> user_id;  ///< the owner
    std::string ask;
    std::string script;     ///< Markdown
    std::int64_t goal = 0;  ///< supporters wanted
    std::optional<Date> needed_by;
    std::optional<Date> decided_on;
    std::string mover;
    std::string seconder;
    std::string note;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Drive, (),
                      (id, workspace_id, kind, organization_id, worksite_id, candidate_id, slate_id, stage,
                       outcome, user_id, ask, script, goal, needed_by, decided_on, mover, seconder, note,
                       revision))

/// A won decision, with the record that proves it.
struct Endorsement {
    static constexpr std::string_view table = "endorsement";
    Id<Endorsement> id;
    Id<Workspace> workspace_id;
    Id<Organization> organization_id;
    std::optional<Id<Drive>> drive_id;
    std::optional<Id<Candidate>> candidate_id;
    std::optional<Id<Slate>> slate_id;
    Date decided_on{};
    std::string evidence;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Endorsement, (),
                      (id, workspace_id, organization_id, drive_id, candidate_id, slate_id, decided_on,
                       evidence, revision))

}  // namespace wallchart
