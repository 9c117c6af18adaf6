// Giving many people to one who is to talk with them.
#include "features/people/people.h"

namespace wallchart {

Result<AssignedPeople> assign_people(Transaction& tx, const Access& access, const AssignPeople& input) {
    if (input.person_ids.empty() || std::ssize(input.person_ids) > assigned_at_once)
        return invalid("/person_ids", "From 1 to 1,000 people at once.");
    AssignedPeople done;
    for (auto person : input.person_ids) {
        auto known = tx.value<std::int64_t>(
            "SELECT count(*) FROM assignment WHERE person_id = $1 AND user_id = $2", person, input.user_id);
        if (known > 0 && find_person(tx, access, person)) {
            ++done.already;
            continue;
        }
        TRY((add_part<Assignment, AssignmentInput>(tx, access, person, {input.user_id, {}})));
        ++done.assigned;
    }
    tx.flush();
    if (done.assigned > 0) done.batch_id = tx.batch();
    return done;
}

}  // namespace wallchart
