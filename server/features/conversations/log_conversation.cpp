#include "core/text.h"
#include "features/conversations/conversations.h"
#include "features/people/merged_people.h"

#include <algorithm>

namespace wallchart {
namespace {

/// Trimmed, and each once.
std::vector<std::string> tidy(const std::vector<std::string>& items) {
    std::vector<std::string> kept;
    for (const auto& item : items) {
        auto text = squeeze(item);
        if (std::ranges::find(kept, text) == kept.end()) kept.push_back(std::move(text));
    }
    return kept;
}

/// A phone that was without a signal may name a record that was merged since.
NewConversation for_present_person(Reader& reader, NewConversation sent) {
    sent.person_id = present_person(reader, sent.person_id);
    return sent;
}

std::vector<FollowUp> open_follow_ups(Reader& reader, Id<Person> person, Id<User> user) {
    return reader.rows<FollowUp>("SELECT " + columns<FollowUp>() +
                                     " FROM follow_up WHERE person_id = $1 AND user_id = $2 AND done = 0",
                                 person, user);
}

std::optional<FollowUp> change_follow_ups(Transaction& tx, const Access& access,
                                          const NewConversation& wanted) {
    for (auto& open : open_follow_ups(tx, wanted.person_id, access.user)) {
        if (!settles(wanted, open)) continue;
        open.done = true;
        (void)tx.update(open);  // read under the person's lock
    }
    if (!wanted.follow_up_on) return std::nullopt;
    FollowUp follow_up;
    follow_up.person_id = wanted.person_id;
    follow_up.workspace_id = access.workspace;
    follow_up.drive_id = wanted.drive_id;
    follow_up.user_id = access.user;
    follow_up.due_on = *wanted.follow_up_on;
    tx.insert(follow_up);
    return follow_up;
}

/// The assessment that a conversation leads to: none when it says nothing of how the person stands.
Result<std::optional<Assessment>> assess(Transaction& tx, const Access& access, const NewConversation& wanted,
                                         const Conversation& conversation) {
    if (!wanted.assessment && !wanted.leader) return std::optional<Assessment>{};
    auto before = tx.row<Assessment>("SELECT " + columns<Assessment>() +
                                         " FROM assessment WHERE person_id = $1 AND drive_id = $2 AND "
                                         "current = 1",
                                     wanted.person_id, *wanted.drive_id);
    if (!before && !wanted.assessment)
        return invalid("/assessment", "Say how they stand, from 1 to 5, to mark them a leader.");
    Assessment assessment;
    assessment.person_id = wanted.person_id;
    assessment.drive_id = *wanted.drive_id;
    assessment.value = wanted.assessment ? *wanted.assessment : before->value;
    assessment.leader = wanted.leader.value_or(before && before->leader);
    assessment.user_id = access.user;
    assessment.conversation_id = conversation.id;
    assessment.at = conversation.at;
    add_assessment(tx, assessment);
    return std::optional(assessment);
}

Result<Conversation> find_conversation(Transaction& tx, const Access& access, Id<Person> person,
                                       Id<Conversation> id) {
    TRY(find_person(tx, access, person));
    lock_person(tx, person);
    auto stored = tx.row<Conversation>(
        "SELECT " + columns<Conversation>() + " FROM conversation WHERE person_id = $1 AND id = $2", person,
        id);
    if (!stored) return not_found("This conversation");
    if (stored->user_id != access.user && !access.may(Permission::organize))
        return failure(ErrorKind::forbidden, "Only who held a conversation, or an organizer, changes it.");
    return std::move(*stored);
}

}  // namespace

Result<std::optional<LoggedConversation>> find_logged(Reader& reader, const Access& access,
                                                      const NewConversation& sent) {
    auto wanted = for_present_person(reader, sent);
    auto stored = reader.row<Conversation>(
        "SELECT " + columns<Conversation>() + " FROM conversation WHERE user_id = $1 AND client_key = $2",
        access.user, wanted.client_key);
    if (!stored) return std::optional<LoggedConversation>{};
    if (stored->workspace_id != access.workspace || stored->person_id != wanted.person_id ||
        stored->drive_id != wanted.drive_id)
        return failure(ErrorKind::conflict, "This client_key was used for another conversation.");
    LoggedConversation logged{.conversation = std::move(*stored), .repeated = true};
    logged.assessment = reader.row<Assessment>(
        "SELECT " + columns<Assessment>() + " FROM assessment WHERE person_id = $1 AND conversation_id = $2",
        wanted.person_id, logged.conversation.id);
    logged.follow_up = reader.row<FollowUp>(
        "SELECT " + columns<FollowUp>() +
            " FROM follow_up WHERE person_id = $1 AND user_id = $2 AND revision = $3 AND done = 0",
        wanted.person_id, access.user, logged.conversation.revision);
    return std::optional(std::move(logged));
}

Result<LoggedConversation> log_conversation(Transaction& tx, const Access& access,
                                            const NewConversation& sent) {
    auto wanted = for_present_person(tx, sent);
    auto at = std::min(wanted.at.value_or(tx.now()), tx.now());
    TRY(check_conversation(wanted, local_date(at, access.time_zone)));
    TRY(find_person(tx, access, wanted.person_id));
    if (wanted.drive_id) TRY(check_drive(tx, access, *wanted.drive_id));
    lock_person(tx, wanted.person_id);
    if (auto before = TRY(find_logged(tx, access, wanted))) return std::move(*before);

    LoggedConversation logged;
    auto& conversation = logged.conversation;
    conversation.person_id = wanted.person_id;
    conversation.workspace_id = access.workspace;
    conversation.drive_id = wanted.drive_id;
    conversation.user_id = access.user;
    conversation.at = at;
    conversation.recorded_at = tx.now();
    conversation.client_key = wanted.client_key;
    conversation.channel = wanted.channel;
    conversation.reached = wanted.reached;
    conversation.note = trim(wanted.note);
    conversation.issues = tidy(wanted.issues);
    conversation.answers = tidy(wanted.answers);
    conversation.follow_up_on = wanted.follow_up_on;
    tx.insert(conversation);
    logged.assessment = TRY(assess(tx, access, wanted, conversation));
    logged.follow_up = change_follow_ups(tx, access, wanted);
    return logged;
}

Result<Conversation> edit_conversation(Transaction& tx, const Access& access, Id<Person> person,
                                       Id<Conversation> id, std::optional<Id<Batch>> expected,
                                       const ConversationEdit& edit) {
    auto stored = TRY(find_conversation(tx, access, person, id));
    if (expected) stored.revision = *expected;
    if (edit.channel) stored.channel = *edit.channel;
    if (edit.issues) stored.issues = tidy(*edit.issues);
    if (edit.answers) stored.answers = tidy(*edit.answers);
    if (edit.note) stored.note = trim(*edit.note);
    NewConversation checked;
    checked.client_key = stored.client_key;
    checked.issues = stored.issues;
    checked.answers = stored.answers;
    checked.note = stored.note;
    TRY(check_conversation(checked, local_date(stored.at, access.time_zone)));
    TRY(tx.update(stored));
    return stored;
}

Result<Nothing> take_back_conversation(Transaction& tx, const Access& access, Id<Person> person,
                                       Id<Conversation> id) {
    auto stored = TRY(find_conversation(tx, access, person, id));
    // The batch that logged it also wrote its follow-ups; an edit since has given it a later revision.
    auto logged_by = tx.value<Id<Batch>>(
        "SELECT batch_id FROM journal WHERE subject_id = $1 AND record_id = $2 AND table_name = "
        "'conversation' AND action = 'insert' ORDER BY id DESC LIMIT 1",
        person, id);
    for (auto& follow_up : tx.rows<FollowUp>(
             "SELECT " + columns<FollowUp>() + " FROM follow_up WHERE person_id = $1 AND revision = $2",
             person, logged_by)) {
        if (follow_up.done) {
            follow_up.done = false;
            TRY(tx.update(follow_up));
        } else {
            TRY(tx.erase(follow_up));
        }
    }
    auto assessments = tx.rows<Assessment>(
        "SELECT " + columns<Assessment>() + " FROM assessment WHERE person_id = $1 AND conversation_id = $2",
        person, id);
    for (const auto& assessment : assessments) {
        TRY(tx.erase(assessment));
        settle_current(tx, person, assessment.drive_id);
    }
    TRY(tx.erase(stored));
    return Nothing{};
}

}  // namespace wallchart
