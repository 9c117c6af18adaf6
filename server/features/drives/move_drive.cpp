#include "core/text.h"
#include "features/drives/drives.h"

namespace wallchart {

Result<void> move_drive(Transaction& tx, DriveFacts facts, DriveStage wanted, const std::string& reason) {
    auto& drive = facts.drive;
    if (wanted == drive.stage) return failure(ErrorKind::conflict, "The drive is at this stage already.");
    if (length(reason) > 1000) return invalid("/reason", "At most 1000 characters.");
    auto missing = missing_before(wanted, facts);
    bool explained = !trim(reason).empty();
    if (wanted < drive.stage && !explained) return invalid("/reason", "Say why the drive goes back.");
    if (!missing.empty() && !explained) {
        Error error{ErrorKind::conflict,
                    "Something is still missing before this stage. Do that first, or say why it is not "
                    "needed."};
        for (const auto& code : missing)
            error.fields.push_back({"/reason", code});
        return std::unexpected(std::move(error));
    }
    DriveMove move{{},      drive.workspace_id, drive.id, drive.stage, wanted, squeeze(reason),
                   missing, tx.change().user,   tx.now(), {}};
    drive.stage = wanted;
    TRY(tx.update(drive));
    tx.insert(move);
    return {};
}

}  // namespace wallchart
