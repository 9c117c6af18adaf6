#include "features/conversations/conversations.h"
#include "features/people/merged_people.h"

namespace wallchart {
namespace {

std::vector<Assessment> assessments_of(Reader& reader, Id<Person> person, Id<Drive> drive) {
    return reader.rows<Assessment>(
        "SELECT " + columns<Assessment>() +
            " FROM assessment WHERE person_id = $1 AND drive_id = $2 ORDER BY at, id",
        person, drive);
}

}  // namespace

void lock_person(Transaction& tx, Id<Person> person) {
    tx.value<std::int64_t>("SELECT id FROM person WHERE id = $1" + std::string(tx.dialect().lock_rows()),
                           person);
}

Result<void> check_drive(Reader& reader, const Access& access, Id<Drive> drive) {
    if (reader.value<std::int64_t>("SELECT id FROM drive WHERE id = $1 AND workspace_id = $2", drive,
                                   access.workspace) == 0)
        return not_found("This drive");
    return {};
}

void settle_current(Transaction& tx, Id<Person> person, Id<Drive> drive) {
    auto stored = assessments_of(tx, person, drive);
    auto counts = which_counts(stored);
    for (std::size_t at = 0; at < stored.size(); ++at) {
        bool current = at == counts;
        if (stored[at].current == current) continue;
        stored[at].current = current;
        // Read a moment ago under the person's lock: it can't have changed.
        (void)tx.update(stored[at]);
    }
}

void add_assessment(Transaction& tx, Assessment& assessment) {
    assessment.current = false;
    auto stored = assessments_of(tx, assessment.person_id, assessment.drive_id);
    auto counts = which_counts(stored);
    assessment.current = !counts || stored[*counts].at <= assessment.at;
    if (assessment.current && counts && stored[*counts].current) {
        stored[*counts].current = false;
        (void)tx.update(stored[*counts]);
    }
    tx.insert(assessment);
}

Result<Assessment> set_assessment(Transaction& tx, const Access& access, const NewAssessment& sent) {
    auto wanted = sent;
    wanted.person_id = present_person(tx, sent.person_id);
    if (wanted.value && (*wanted.value < 1 || *wanted.value > 5)) return invalid("/value", "From 1 to 5.");
    TRY(find_person(tx, access, wanted.person_id));
    TRY(check_drive(tx, access, wanted.drive_id));
    lock_person(tx, wanted.person_id);
    auto stored = assessments_of(tx, wanted.person_id, wanted.drive_id);
    auto counts = which_counts(stored);
    if (!counts && !wanted.value) return invalid("/value", "Say first how they stand, from 1 to 5.");
    Assessment assessment;
    if (counts) {
        const auto& before = stored[*counts];
        assessment.value = before.value;
        assessment.leader = before.leader;
    }
    assessment.person_id = wanted.person_id;
    assessment.drive_id = wanted.drive_id;
    assessment.value = wanted.value.value_or(assessment.value);
    assessment.leader = wanted.leader.value_or(assessment.leader);
    if (counts && stored[*counts].value == assessment.value && stored[*counts].leader == assessment.leader)
        return stored[*counts];
    assessment.user_id = access.user;
    // Another server's clock may be ahead: what is set now is what counts.
    assessment.at = counts ? std::max(tx.now(), stored[*counts].at) : tx.now();
    add_assessment(tx, assessment);
    return assessment;
}

Result<Nothing> take_back_assessment(Transaction& tx, const Access& access, Id<Person> person,
                                     Id<Assessment> id) {
    TRY(find_person(tx, access, person));
    lock_person(tx, person);
    auto stored = tx.row<Assessment>(
        "SELECT " + columns<Assessment>() + " FROM assessment WHERE person_id = $1 AND id = $2", person, id);
    if (!stored) return not_found("This assessment");
    if (stored->user_id != access.user && !access.may(Permission::organize))
        return failure(ErrorKind::forbidden, "Only who made an assessment, or an organizer, takes it back.");
    if (stored->conversation_id)
        return failure(ErrorKind::conflict,
                       "It came with a conversation: take back the conversation instead.");
    TRY(tx.erase(*stored));
    settle_current(tx, person, stored->drive_id);
    return Nothing{};
}

}  // namespace wallchart
