#include "core/text.h"
#include "features/conversations/conversations.h"
#include "http/paging.h"

namespace wallchart {
namespace {

/// Where a list goes on: before this instant and id.
struct Cursor {
    Instant at{};
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (at, id))

/// What the two lists share: the person must be visible, the newest come first.
Result<Query> listing(Reader& reader, const Access& access, const PersonHistoryQuery& query,
                      std::string select, const std::string& table) {
    TRY(check_page_limit(query.limit));
    TRY(find_person(reader, access, query.id));
    Query wanted(std::move(select));
    wanted.sql += " WHERE " + table + ".person_id = " + wanted(query.id);
    if (query.drive_id) wanted.sql += " AND " + table + ".drive_id = " + wanted(*query.drive_id);
    if (!query.cursor.empty()) {
        auto cursor = decode_text<Cursor>(percent_decode(query.cursor, false));
        if (!cursor) return unknown_cursor();
        auto at = wanted(cursor->at);
        wanted.sql += " AND (" + table + ".at, " + table + ".id) < (" + at + ", " + wanted(cursor->id) + ")";
    }
    wanted.sql += " ORDER BY " + table + ".at DESC, " + table + ".id DESC LIMIT " + wanted(query.limit + 1);
    return wanted;
}

/// The page, and where the next one begins: after the last item's record.
template <class View, class Record>
Page<View> newest_page(std::vector<View> found, int limit, Record View::* record) {
    Page<View> page;
    if (static_cast<int>(found.size()) > limit) {
        found.resize(static_cast<std::size_t>(limit));
        const auto& last = found.back().*record;
        page.next = percent_encode(encode(Cursor{last.at, last.id.value}));
    }
    page.items = std::move(found);
    return page;
}

}  // namespace

Result<Page<ConversationView>> list_conversations(Reader& reader, const Access& access,
                                                  const PersonHistoryQuery& query) {
    auto wanted = TRY(listing(
        reader, access, query,
        "SELECT " + columns<Conversation>("conversation") +
            ", COALESCE(u.name, ''), COALESCE(d.ask, ''), (SELECT a.value FROM assessment a WHERE "
            "a.person_id "
            "= conversation.person_id AND a.conversation_id = conversation.id LIMIT 1) FROM conversation "
            "LEFT JOIN user_account u ON u.id = conversation.user_id LEFT JOIN drive d ON d.id = "
            "conversation.drive_id",
        "conversation"));
    std::vector<ConversationView> found;
    constexpr int own = 15;  // columns of a conversation
    reader.each(wanted, [&](const Row& row) {
        ConversationView view{read_row<Conversation>(row),
                              std::string(row.text(own)),
                              std::string(row.text(own + 1)),
                              {},
                              false};
        if (!row.is_null(own + 2)) view.assessment = static_cast<int>(row.integer(own + 2));
        view.can_edit = access.may(Permission::organize) || view.conversation.user_id == access.user;
        found.push_back(std::move(view));
    });
    return newest_page(std::move(found), query.limit, &ConversationView::conversation);
}

Result<Page<AssessmentView>> list_assessments(Reader& reader, const Access& access,
                                              const PersonHistoryQuery& query) {
    auto wanted = TRY(listing(reader, access, query,
                              "SELECT " + columns<Assessment>("assessment") +
                                  ", COALESCE(u.name, ''), COALESCE(d.ask, '') FROM assessment LEFT JOIN "
                                  "user_account u ON u.id = assessment.user_id LEFT JOIN drive d ON d.id = "
                                  "assessment.drive_id",
                              "assessment"));
    std::vector<AssessmentView> found;
    constexpr int own = 10;  // columns of an assessment
    reader.each(wanted, [&](const Row& row) {
        AssessmentView view{read_row<Assessment>(row), std::string(row.text(own)),
                            std::string(row.text(own + 1)), false};
        view.can_edit = !view.assessment.conversation_id &&
                        (access.may(Permission::organize) || view.assessment.user_id == access.user);
        found.push_back(std::move(view));
    });
    return newest_page(std::move(found), query.limit, &AssessmentView::assessment);
}

}  // namespace wallchart
