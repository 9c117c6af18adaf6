#include "core/text.h"
#include "features/people/ties.h"

namespace wallchart {

Result<std::vector<RelationshipView>> relationships_of(Reader& reader, const Access& access,
                                                       Id<Person> person) {
    TRY(find_person(reader, access, person));
    std::vector<RelationshipView> views;
    auto stored = reader.rows<Relationship>(
        "SELECT " + columns<Relationship>() +
            " FROM relationship WHERE person_id = $1 OR other_person_id = $1 ORDER BY id DESC LIMIT 500",
        person);
    for (const auto& one : stored) {
        RelationshipView view;
        view.id = one.id;
        view.kind = one.kind;
        view.outward = one.person_id == person;
        view.evidence = one.evidence;
        view.at = one.at;
        view.revision = one.revision;
        auto other = view.outward ? one.other_person_id : one.person_id;
        // Whoever may not see the other is told that there is somebody, and no more.
        if (auto seen = find_person(reader, access, other)) {
            view.other_person_id = other;
            view.other_name = full_name(*seen);
        } else {
            view.evidence.clear();
        }
        auto user = reader.value<std::string>("SELECT name FROM user_account WHERE id = $1", one.user_id);
        if (!user.empty()) view.user_name = user;
        views.push_back(std::move(view));
    }
    return views;
}

Result<Relationship> add_relationship(Transaction& tx, const Access& access, Id<Person> person,
                                      const RelationshipInput& input) {
    TRY(find_person(tx, access, person));
    if (input.other_person_id == person) return invalid("/other_person_id", "This is the same person.");
    if (!find_person(tx, access, input.other_person_id))
        return invalid("/other_person_id", "This person does not exist.");
    if (length(input.evidence) > 1000) return invalid("/evidence", "At most 1000 characters.");
    auto known = tx.value<std::int64_t>(
        "SELECT count(*) FROM relationship WHERE person_id = $1 AND other_person_id = $2 AND kind = $3",
        person, input.other_person_id, input.kind);
    if (known > 0) return failure(ErrorKind::conflict, "This is recorded already.");
    Relationship relationship;
    relationship.person_id = person;
    relationship.other_person_id = input.other_person_id;
    relationship.kind = input.kind;
    relationship.user_id = access.user;
    relationship.evidence = squeeze(input.evidence);
    relationship.at = tx.now();
    tx.insert(relationship);
    return relationship;
}

Result<void> remove_relationship(Transaction& tx, const Access& access, Id<Person> person,
                                 Id<Relationship> id, Id<Batch> expected) {
    TRY(find_person(tx, access, person));
    auto stored = tx.row<Relationship>("SELECT " + columns<Relationship>() +
                                           " FROM relationship WHERE id = $1 AND (person_id = $2 OR "
                                           "other_person_id = $2)",
                                       id, person);
    if (!stored) return not_found("The relationship");
    if (expected) stored->revision = expected;
    return tx.erase(*stored);
}

}  // namespace wallchart
