#pragma once
// Two records that may be one human: found when somebody comes in, judged by an organizer, never merged
// silently. A merge keeps everything of both, and can be taken back.

#include "features/jobs/jobs.h"
#include "features/people/merged_people.h"
#include "features/people/people.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class DuplicateState : std::uint8_t { waiting, distinct };
BOOST_DESCRIBE_ENUM(DuplicateState, waiting, distinct)

/// How a pair came to be noticed.
enum class DuplicateSource : std::uint8_t { sign_up, import, search, user };
BOOST_DESCRIBE_ENUM(DuplicateSource, sign_up, import, search, user)

/// One field's share in how sure a pair is; the weights of all fields add up to it.
struct DuplicateReason {
    std::string field;  ///< "given", "birth", "phone" ...
    std::string found;  ///< "nickname", "day and month swapped", "different" ...
    double weight = 0;  ///< bits: +1 doubles the odds
};
BOOST_DESCRIBE_STRUCT(DuplicateReason, (), (field, found, weight))

struct LikelyDuplicate {
    static constexpr std::string_view table = "likely_duplicate";
    Id<Person> person_id;  ///< the earlier record, until a merge changes one of the two
    Id<LikelyDuplicate> id;
    Id<Workspace> workspace_id;
    Id<Person> other_person_id;
    DuplicateState state = DuplicateState::waiting;
    double probability = 0;
    std::vector<DuplicateReason> reasons;
    DuplicateSource source = DuplicateSource::search;
    std::optional<Id<User>> user_id;  ///< who said that they are two
    Instant at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(LikelyDuplicate, (),
                      (person_id, id, workspace_id, other_person_id, state, probability, reasons, source,
                       user_id, at, revision))

// ---- rules.cpp ----

/// What can be taken from the other record instead of the kept one's.
inline constexpr std::array<std::string_view, 7> mergeable_fields{
    "given_name", "middle_name", "family_name", "suffix", "birth_date", "sex", "language"};

/// The person after a merge, and what one of the two said that it does not say any more.
struct CombinedPerson {
    Person person;
    std::vector<NotTaken> not_taken;
};
/// The kept record's values, with the other's where the kept one has none or `take` names the field; both
/// notes. Errors: invalid (a field that there is not).
Result<CombinedPerson> combine_people(const Person& kept, const Person& other,
                                      const std::vector<std::string>& take);

/// Of two memberships of one organization: the higher role, and what was written last of standing and status.
Membership combine_memberships(const Membership& kept, const Membership& other);

// ---- store.cpp ----

/// A pair as it is noticed.
struct FoundPair {
    Id<Person> one;
    Id<Person> two;
    double probability = 0;
    std::vector<DuplicateReason> reasons;
};
/// Lets a pair wait to be judged. Does nothing for a pair that is known: waiting, or said to be two.
bool note_pair(Transaction& tx, Id<Workspace> workspace, FoundPair pair, DuplicateSource source);

/// A pair that waits, with both records.
struct DuplicateView {
    Id<LikelyDuplicate> id;
    double probability = 0;
    std::vector<DuplicateReason> reasons;
    DuplicateSource source = DuplicateSource::search;
    Instant at{};
    std::vector<PersonRecord> people;  ///< two: the one proposed to be kept first
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(DuplicateView, (), (id, probability, reasons, source, at, people, revision))

struct DuplicateQuery {
    std::optional<Id<Person>> person_id;  ///< only pairs of this person
    double least = 0;                     ///< only pairs as likely as this, 0 to 1
    std::string cursor;
    int limit = 20;  ///< 1 to 50
};
BOOST_DESCRIBE_STRUCT(DuplicateQuery, (), (person_id, least, cursor, limit))

/// Pairs that wait and of which the Access sees both, the likeliest first. Errors: invalid, forbidden.
Result<Page<DuplicateView>> waiting_duplicates(Reader& reader, const Access& access,
                                               const DuplicateQuery& query);
/// How many of them there are, as likely as `least`.
std::int64_t count_duplicates(Reader& reader, const Access& access, double least);
/// One of them. Errors: not_found, also where the Access does not see both.
Result<LikelyDuplicate> find_duplicate(Reader& reader, const Access& access, Id<LikelyDuplicate> id);
/// Remembers that the two are not one person: the pair is not shown again. Errors: not_found, stale.
Result<void> tell_apart(Transaction& tx, const Access& access, Id<LikelyDuplicate> id);

// ---- merge_people.cpp ----

struct Merge {
    Id<Person> keep_person_id;
    Id<Person> other_person_id;
    std::vector<std::string> take;  ///< fields taken from the other: "given_name", or a custom field's id
};
BOOST_DESCRIBE_STRUCT(Merge, (), (keep_person_id, other_person_id, take))

/// Makes one record of two. Contact points, memberships, conversations, assessments, consents and all else
/// of the other belong to the kept one afterwards; what only one of the two could be (a name, a birth date)
/// and was not taken is remembered beside it. One batch: undo puts both back.
/// Errors: not_found (either, for the Access), invalid (the same record, an unknown field).
Result<Person> merge_people(Transaction& tx, const Access& access, const Merge& merge);

// ---- compare_newcomers.cpp ----

/// Sees to it that those who have just come in are looked for among all others, soon; for `search`, that
/// everyone is looked through at once. Does nothing while such a look is waiting.
void look_for_duplicates(Transaction& tx, DuplicateSource source);

void add_duplicate_jobs(JobRunner& runner);

// ---- api.cpp ----

void add_duplicate_routes(Router& router);

}  // namespace wallchart
