#pragma once
// Which local people are in, from what they wrote. What is sure is placed; the rest waits for an organizer
// who knows, with suggestions, and is never guessed silently.

#include "engine/union_name/directory.h"
#include "features/directory/directory.h"
#include "features/people/people.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class PlacementState : std::uint8_t { waiting, placed, set_aside };
BOOST_DESCRIBE_ENUM(PlacementState, waiting, placed, set_aside)

struct Placement {
    static constexpr std::string_view table = "placement";
    Id<Person> person_id;
    Id<Placement> id;
    Id<Workspace> workspace_id;
    std::string text;  ///< as they wrote it
    std::string text_folded;
    std::string source;  ///< "sign_up", "import"
    PlacementState state = PlacementState::waiting;
    std::optional<Id<Organization>> organization_id;
    std::optional<Id<User>> user_id;  ///< who placed them; none when the text said it surely
    Instant at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Placement, (),
                      (person_id, id, workspace_id, text, text_folded, source, state, organization_id,
                       user_id, at, revision))

/// The unions, councils and locals of a workspace's directory, ready to be asked; kept until one changes.
std::shared_ptr<const union_name::Directory> union_directory(Reader& reader, Id<Workspace> workspace);

/// Whether there is nobody to place: an empty text, or one that says "none".
bool says_no_union(const union_name::Resolution& resolution);

/// What somebody wrote about their union.
struct WrittenUnion {
    Id<Workspace> workspace_id;
    Id<Person> person_id;
    std::string text;
    union_name::Hints hints{};
    std::string source;  ///< "sign_up", "import"
};

/// The text as it waits for an organizer; written by the caller.
Placement waiting_placement(const WrittenUnion& written, Instant now);

/// Places the person if the text surely means one organization; else queues them. Nothing to do for an empty
/// text or one that says "none". Answers the organization they were placed in.
std::optional<Id<Organization>> place_or_queue(Transaction& tx, const WrittenUnion& written);

/// Adds the membership, unless there is one, and lets formations appear.
void add_membership(Transaction& tx, Id<Workspace> workspace, Id<Person> person,
                    Id<Organization> organization, std::string_view source);

/// A suggestion of a place: why, in words, stands beside it.
struct PlacementSuggestion {
    Id<Organization> organization_id;
    std::string label;
    double probability = 0;
};
BOOST_DESCRIBE_STRUCT(PlacementSuggestion, (), (organization_id, label, probability))

struct PlacementView {
    Id<Placement> id;
    Id<Person> person_id;
    std::string name;
    std::string text;
    std::string source;
    Instant at{};
    std::optional<std::string> city;
    std::optional<std::string> state;
    std::optional<std::string> employer;
    union_name::Answer answer = union_name::Answer::not_a_union;
    std::vector<union_name::Reason> reasons;
    std::vector<PlacementSuggestion> suggestions;
    int same_text = 1;  ///< how many that wait wrote the same
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(PlacementView, (),
                      (id, person_id, name, text, source, at, city, state, employer, answer, reasons,
                       suggestions, same_text, revision))

/// Those waiting, oldest first, as far as the Access sees them. Errors: invalid (cursor, limit), forbidden.
Result<Page<PlacementView>> waiting_placements(Reader& reader, const Access& access,
                                               const std::string& cursor, int limit);
/// How many wait, as far as the Access sees them.
std::int64_t count_waiting(Reader& reader, const Access& access);

/// How many were placed, or set aside, and the change that did so: it can be undone.
struct Placed {
    int people = 0;
    Id<Batch> batch_id;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (people, batch_id))

/// Places one who waits, and if asked all who wrote the same (5,000 at a time). Errors: not_found, conflict
/// (placed meanwhile).
Result<Placed> place(Transaction& tx, const Access& access, Id<Placement> id, Id<Organization> organization,
                     bool all_of_same_text);
/// Takes one out of the queue, and if asked all who wrote the same: no local of ours is meant.
/// Errors: not_found, conflict.
Result<Placed> set_aside(Transaction& tx, const Access& access, Id<Placement> id, bool all_of_same_text);

void add_placement_routes(Router& router);

}  // namespace wallchart
