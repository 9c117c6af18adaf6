#include "features/conversations/conversations.h"

namespace wallchart {
namespace {

struct ConversationPath {
    Id<Person> id;
    Id<Conversation> conversation_id;
};
BOOST_DESCRIBE_STRUCT(ConversationPath, (), (id, conversation_id))

struct AssessmentPath {
    Id<Person> id;
    Id<Assessment> assessment_id;
};
BOOST_DESCRIBE_STRUCT(AssessmentPath, (), (id, assessment_id))

Result<LoggedConversation> post_conversation(Call& call, const NewConversation& wanted) {
    auto logged = call.write("conversation", "Logged a conversation",
                             [&](Transaction& tx) { return log_conversation(tx, call.access(), wanted); });
    if (!logged && logged.error().kind == ErrorKind::conflict) {
        // Sent twice at the same moment: the other one was written, and is the answer to both.
        auto other =
            TRY(call.read([&](Reader& reader) { return find_logged(reader, call.access(), wanted); }));
        if (other) return std::move(*other);
    }
    if (logged && !logged->repeated) call.set_status(201);
    return logged;
}

Result<Conversation> patch_conversation(Call& call, const ConversationPath& path,
                                        const ConversationEdit& edit) {
    return call.write("edit", "Corrected a conversation", [&](Transaction& tx) {
        std::optional<Id<Batch>> expected;
        if (auto sent = call.expected_revision({})) expected = sent;
        return edit_conversation(tx, call.access(), path.id, path.conversation_id, expected, edit);
    });
}

Result<Nothing> delete_conversation(Call& call, const ConversationPath& path) {
    return call.write("undo", "Took a conversation back", [&](Transaction& tx) {
        return take_back_conversation(tx, call.access(), path.id, path.conversation_id);
    });
}

Result<Assessment> post_assessment(Call& call, const NewAssessment& wanted) {
    return call.write("assessment", "Set an assessment",
                      [&](Transaction& tx) { return set_assessment(tx, call.access(), wanted); });
}

Result<Nothing> delete_assessment(Call& call, const AssessmentPath& path) {
    return call.write("undo", "Took an assessment back", [&](Transaction& tx) {
        return take_back_assessment(tx, call.access(), path.id, path.assessment_id);
    });
}

Result<Page<ConversationView>> get_conversations(Call& call, const PersonHistoryQuery& query) {
    return call.read([&](Reader& reader) { return list_conversations(reader, call.access(), query); });
}

Result<Page<AssessmentView>> get_assessments(Call& call, const PersonHistoryQuery& query) {
    return call.read([&](Reader& reader) { return list_assessments(reader, call.access(), query); });
}

Result<MyDay> get_my_day(Call& call) {
    return call.read([&](Reader& reader) { return my_day(reader, call.access(), call.now()); });
}

}  // namespace

void add_conversation_routes(Router& router) {
    router.group("conversations")
        .add(Method::get, "/my-day", Permission::see_people, get_my_day,
             "My people today: follow-ups that are due, then those I have not talked to, with what to say")
        .add(Method::post, "/conversations", Permission::log_contact, post_conversation,
             "Log a conversation with its assessment and follow-up; a client_key counts once")
        .add(Method::get, "/people/{id}/conversations", Permission::see_people, get_conversations,
             "Conversations with a person, newest first")
        .add(Method::patch, "/people/{id}/conversations/{conversation_id}", Permission::log_contact,
             patch_conversation, "Correct a conversation")
        .add(Method::delete_, "/people/{id}/conversations/{conversation_id}", Permission::log_contact,
             delete_conversation, "Take a conversation back, with what it led to")
        .add(Method::post, "/assessments", Permission::log_contact, post_assessment,
             "Set how a person stands on a drive's ask")
        .add(Method::get, "/people/{id}/assessments", Permission::see_people, get_assessments,
             "How a person stood, each time it was judged, newest first")
        .add(Method::delete_, "/people/{id}/assessments/{assessment_id}", Permission::log_contact,
             delete_assessment, "Take an assessment back; the one before counts again");
}

}  // namespace wallchart
