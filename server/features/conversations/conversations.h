#pragma once
// Conversations, what they led to (assessments), and when to talk again (follow-ups).

#include "features/drives/drives.h"
#include "features/people/people.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class Channel : std::uint8_t { in_person, phone, text, door, meeting, video };
BOOST_DESCRIBE_ENUM(Channel, in_person, phone, text, door, meeting, video)

struct Conversation {
    static constexpr std::string_view table = "conversation";
    Id<Person> person_id;
    Id<Conversation> id;
    Id<Workspace> workspace_id;
    std::optional<Id<Drive>> drive_id;
    Id<User> user_id;
    Instant at{};            ///< when it was held, by the phone's clock
    Instant recorded_at{};   ///< when it reached the server
    std::string client_key;  ///< made by the phone, so that a retry does not count twice
    Channel channel = Channel::in_person;
    bool reached = true;
    std::string note;
    std::vector<std::string> issues;
    std::vector<std::string> answers;  ///< what they will do
    std::optional<Date> follow_up_on;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Conversation, (),
                      (person_id, id, workspace_id, drive_id, user_id, at, recorded_at, client_key, channel,
                       reached, note, issues, answers, follow_up_on, revision))

/// How a person stands on a drive's ask, each time it was judged; the one that is current counts.
struct Assessment {
    static constexpr std::string_view table = "assessment";
    Id<Person> person_id;
    Id<Assessment> id;
    Id<Drive> drive_id;
    int value = 3;  ///< 1 leader for, 2 for, 3 undecided, 4 against, 5 leader against
    bool leader = false;
    bool current = true;
    std::optional<Id<User>> user_id;
    std::optional<Id<Conversation>> conversation_id;
    Instant at{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Assessment, (),
                      (person_id, id, drive_id, value, leader, current, user_id, conversation_id, at,
                       revision))

/// When somebody is to be talked to again; done when the next conversation is logged.
struct FollowUp {
    static constexpr std::string_view table = "follow_up";
    Id<Person> person_id;
    Id<FollowUp> id;
    Id<Workspace> workspace_id;
    std::optional<Id<Drive>> drive_id;
    Id<User> user_id;
    Date due_on{};
    bool done = false;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (person_id, id, workspace_id, drive_id, user_id, due_on, done, revision))

}  // namespace wallchart
