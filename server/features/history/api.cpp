#include "features/history/history.h"
#include "features/people/people.h"

namespace wallchart {
namespace {

Result<Page<BatchView>> list(Call& call, const BatchQuery& query) {
    return call.read([&](Reader& reader) { return list_batches(reader, call.access(), query); });
}

struct PersonHistory {
    Id<Person> id;
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(PersonHistory, (), (id, cursor, limit))

Result<Page<HistoryEntry>> person_history(Call& call, const PersonHistory& query) {
    return call.read([&](Reader& reader) {
        return history_of_person(reader, call.access(), query.id, query.cursor, query.limit);
    });
}

struct BatchPath {
    Id<Batch> id;
};
BOOST_DESCRIBE_STRUCT(BatchPath, (), (id))

Result<UndoResult> undo(Call& call, const BatchPath& path) {
    auto result = TRY(call.write("undo", "Undid a change", [&](Transaction& tx) -> Result<UndoResult> {
        return undo_one_batch(tx, call.access(), path.id);
    }));
    if (result.job_id) call.set_status(202);
    return result;
}

}  // namespace

void add_history_routes(Router& router) {
    router.group("history")
        .add(Method::get, "/batches", Permission::organize, list, "What was changed, newest first")
        .add(Method::post, "/batches/{id}/undo", Permission::log_contact, undo,
             "Take back one's own change, or any for who may organize")
        .add(Method::get, "/people/{id}/history", Permission::see_people, person_history,
             "What was changed about a person, newest first");
}

}  // namespace wallchart
