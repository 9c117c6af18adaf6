#pragma once
// Conversations, what they led to (assessments), and when to talk again (follow-ups).

#include "features/drives/drives.h"
#include "features/people/people.h"
#include "http/router.h"

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

// ---- rules.cpp ----

/// What is sent when a conversation was held (or tried): everything in one call.
struct NewConversation {
    Id<Person> person_id;
    std::optional<Id<Drive>> drive_id;
    std::string client_key;     ///< made by the device, 8 to 64 letters, digits, "-" and "_"
    std::optional<Instant> at;  ///< by the device's clock; now if absent or in the future
    Channel channel = Channel::in_person;
    bool reached = true;            ///< false: tried, and nobody answered
    std::optional<int> assessment;  ///< 1 to 5; needs a drive, and that they were reached
    std::optional<bool> leader;     ///< absent: as it was
    std::vector<std::string> issues;
    std::vector<std::string> answers;
    std::string note;
    std::optional<Date> follow_up_on;
};
BOOST_DESCRIBE_STRUCT(NewConversation, (),
                      (person_id, drive_id, client_key, at, channel, reached, assessment, leader, issues,
                       answers, note, follow_up_on))

/// Lengths, shapes and what belongs together. `held_on` is the day of the conversation in the workspace's
/// time zone. Errors: invalid, with every fault.
Result<void> check_conversation(const NewConversation& wanted, Date held_on);

/// Of a person's assessments in one drive, the one that counts: the newest by when it was judged, so that a
/// phone that was without a signal for a day does not overrule what was learned since. Nothing if none.
std::optional<std::size_t> which_counts(const std::vector<Assessment>& assessments);

/// Whether a logged conversation settles an open follow-up: one that was reached settles those of its drive
/// and those without a drive; one that was not settles them only by naming another day.
bool settles(const NewConversation& conversation, const FollowUp& follow_up);

/// By which channels a person may be reached. A call or a visit by the organizer or volunteer who talks
/// with them needs no consent; a text needs the consent "text", an e-mail the consent "email", and what was
/// taken back counts as never given. `newest_first` are the person's consents.
struct Reach {
    bool text = false;
    bool email = false;
};
Reach reach_of(const std::vector<Consent>& newest_first);

// ---- log_conversation.cpp ----

struct LoggedConversation {
    Conversation conversation;
    std::optional<Assessment> assessment;
    std::optional<FollowUp> follow_up;
    bool repeated = false;  ///< this client_key was logged before: nothing was written
};
BOOST_DESCRIBE_STRUCT(LoggedConversation, (), (conversation, assessment, follow_up, repeated))

/// What was logged with this key before, if it was. Errors: conflict (with another person or drive).
Result<std::optional<LoggedConversation>> find_logged(Reader& reader, const Access& access,
                                                      const NewConversation& wanted);
/// Writes the conversation, the assessment that now counts and the follow-ups settled and made. The same
/// client_key again writes nothing and answers what was written. Errors: invalid; not_found (a person that
/// the Access does not see, another workspace's drive); conflict.
Result<LoggedConversation> log_conversation(Transaction& tx, const Access& access,
                                            const NewConversation& wanted);

/// What can be corrected afterwards; absent: as it is.
struct ConversationEdit {
    std::optional<Channel> channel;
    std::optional<std::vector<std::string>> issues;
    std::optional<std::vector<std::string>> answers;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ConversationEdit, (), (channel, issues, answers, note))

/// Corrects a conversation: one's own, or anybody's for an organizer. Errors: not_found, forbidden, invalid,
/// stale unless `expected` is its revision (none: whatever it is).
Result<Conversation> edit_conversation(Transaction& tx, const Access& access, Id<Person> person,
                                       Id<Conversation> id, std::optional<Id<Batch>> expected,
                                       const ConversationEdit& edit);
/// Takes a conversation back with all that it led to: its assessment goes, the one before counts again, and
/// the follow-ups it settled are open again. Errors: as for editing.
Result<Nothing> take_back_conversation(Transaction& tx, const Access& access, Id<Person> person,
                                       Id<Conversation> id);

// ---- assessments.cpp ----

struct NewAssessment {
    Id<Person> person_id;
    Id<Drive> drive_id;
    std::optional<int> value;    ///< absent: as it was; needed at the first
    std::optional<bool> leader;  ///< absent: as it was
};
BOOST_DESCRIBE_STRUCT(NewAssessment, (), (person_id, drive_id, value, leader))

/// Sets how a person stands, keeping the history. Answers what is now current; writes nothing when it says
/// what was already so. Errors: invalid; not_found.
Result<Assessment> set_assessment(Transaction& tx, const Access& access, const NewAssessment& wanted);
/// Takes one's own assessment back; the one before counts again. Errors: not_found; forbidden (another's,
/// unless an organizer); conflict (it came with a conversation: take that back).
Result<Nothing> take_back_assessment(Transaction& tx, const Access& access, Id<Person> person,
                                     Id<Assessment> id);

/// An assessment within a transaction that has checked the person and the drive; makes the newest current.
/// The person's row must be locked.
void add_assessment(Transaction& tx, Assessment& assessment);
/// Marks the newest of what is stored current, and no other.
void settle_current(Transaction& tx, Id<Person> person, Id<Drive> drive);
/// Holds others off a person's assessments until the transaction ends.
void lock_person(Transaction& tx, Id<Person> person);
/// Errors: not_found, for another workspace's too.
Result<void> check_drive(Reader& reader, const Access& access, Id<Drive> drive);

// ---- store.cpp ----

/// A conversation as it is read: with the names of those concerned.
struct ConversationView {
    Conversation conversation;
    std::string user_name;  ///< who held it
    std::string drive_ask;
    std::optional<int> assessment;
    bool can_edit = false;
};
BOOST_DESCRIBE_STRUCT(ConversationView, (), (conversation, user_name, drive_ask, assessment, can_edit))

struct AssessmentView {
    Assessment assessment;
    std::string user_name;
    std::string drive_ask;
    bool can_edit = false;
};
BOOST_DESCRIBE_STRUCT(AssessmentView, (), (assessment, user_name, drive_ask, can_edit))

struct PersonHistoryQuery {
    Id<Person> id;
    std::optional<Id<Drive>> drive_id;
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(PersonHistoryQuery, (), (id, drive_id, cursor, limit))

/// Newest first. Errors: not_found; invalid (cursor, limit).
Result<Page<ConversationView>> list_conversations(Reader& reader, const Access& access,
                                                  const PersonHistoryQuery& query);
Result<Page<AssessmentView>> list_assessments(Reader& reader, const Access& access,
                                              const PersonHistoryQuery& query);

// ---- my_day.cpp ----

enum class DayReason : std::uint8_t { follow_up, not_talked_to, talked_to };
BOOST_DESCRIBE_ENUM(DayReason, follow_up, not_talked_to, talked_to)

/// What was said the last time, by whom.
struct LastConversation {
    Date on{};
    Channel channel = Channel::in_person;
    std::string user_name;
    std::string note;
    std::vector<std::string> issues;
    std::vector<std::string> answers;
};
BOOST_DESCRIBE_STRUCT(LastConversation, (), (on, channel, user_name, note, issues, answers))

struct DayPhone {
    std::string value;  ///< E.164
    std::string label;
    bool may_text = false;
};
BOOST_DESCRIBE_STRUCT(DayPhone, (), (value, label, may_text))

/// One person of one's day.
struct DayPerson {
    Id<Person> person_id;
    std::string name;
    std::optional<Id<Drive>> drive_id;
    DayReason reason = DayReason::not_talked_to;
    std::optional<Date> due_on;  ///< of a follow-up
    int days_late = 0;
    std::string worksite;
    std::string department;
    std::string shift;
    std::string organization;  ///< the first membership's
    std::string language;
    std::vector<DayPhone> phones;     ///< to call; to text where they agreed to it
    std::vector<std::string> emails;  ///< only where they agreed to it
    std::string address;              ///< one line, for a visit
    std::optional<int> assessment;
    bool leader = false;
    std::optional<LastConversation> last;
};
BOOST_DESCRIBE_STRUCT(DayPerson, (),
                      (person_id, name, drive_id, reason, due_on, days_late, worksite, department, shift,
                       organization, language, phones, emails, address, assessment, leader, last))

/// What is to be said in a drive.
struct DayDrive {
    Id<Drive> id;
    std::string organization;
    std::string candidate;  ///< or the slate's name; empty where there is neither
    std::string ask;
    std::string script;  ///< Markdown
    std::optional<Date> needed_by;
    std::vector<std::string> issues;   ///< what others named lately, the most frequent first
    std::vector<std::string> answers;  ///< what others said they will do
};
BOOST_DESCRIBE_STRUCT(DayDrive, (), (id, organization, candidate, ask, script, needed_by, issues, answers))

struct MyDay {
    Date today{};
    std::vector<DayPerson> people;  ///< the first 200
    std::vector<DayDrive> drives;
    int follow_ups = 0;  ///< due today or late, of everybody
    int not_talked_to = 0;
    int talked_to_today = 0;  ///< conversations that one has held since midnight
};
BOOST_DESCRIBE_STRUCT(MyDay, (), (today, people, drives, follow_ups, not_talked_to, talked_to_today))

/// The order of a day: what is latest first, then those nobody has talked to, then the others by name.
void sort_day(std::vector<DayPerson>& people);

/// Follow-ups that are due, then those assigned to the caller. `today` is the workspace's.
MyDay my_day(Reader& reader, const Access& access, Instant now);

// ---- api.cpp ----

void add_conversation_routes(Router& router);

}  // namespace wallchart
