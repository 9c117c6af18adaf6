#pragma once
// Records that were merged into another: where links to them lead, and what they said that was not taken.

#include "features/people/people.h"

#include <string>
#include <vector>

namespace wallchart {

/// What the other record said, where the two differed and one was kept.
struct NotTaken {
    std::string field;  ///< "given_name", "birth_date", or a custom field's name
    std::string value;
};
BOOST_DESCRIBE_STRUCT(NotTaken, (), (field, value))

/// One record that went into another.
struct MergedPerson {
    static constexpr std::string_view table = "merged_person";
    Id<Person> person_id;  ///< who they are now
    Id<MergedPerson> id;
    Id<Workspace> workspace_id;
    Id<Person> former_id;  ///< the record that went
    std::optional<Id<User>> user_id;
    Instant at{};
    std::vector<NotTaken> not_taken;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(MergedPerson, (),
                      (person_id, id, workspace_id, former_id, user_id, at, not_taken, revision))

/// The person whom this id means now: itself, or whom its record was merged into. A phone that was without a
/// signal may name a record that has gone since.
Id<Person> present_person(Reader& reader, Id<Person> id);

/// The records that went into this one, newest first.
std::vector<MergedPerson> merged_into(Reader& reader, Id<Person> person);

}  // namespace wallchart
