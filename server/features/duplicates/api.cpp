#include "features/duplicates/duplicates.h"

namespace wallchart {
namespace {

struct DuplicatePath {
    Id<LikelyDuplicate> id;
};
BOOST_DESCRIBE_STRUCT(DuplicatePath, (), (id))

struct CountQuery {
    double least = 0;
};
BOOST_DESCRIBE_STRUCT(CountQuery, (), (least))

struct DuplicateCount {
    std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(DuplicateCount, (), (waiting))

Result<Page<DuplicateView>> list(Call& call, const DuplicateQuery& query) {
    return call.read([&](Reader& reader) { return waiting_duplicates(reader, call.access(), query); });
}

Result<DuplicateCount> count(Call& call, const CountQuery& query) {
    return call.read([&](Reader& reader) -> Result<DuplicateCount> {
        return DuplicateCount{count_duplicates(reader, call.access(), query.least)};
    });
}

Result<Nothing> distinct(Call& call, const DuplicatePath& path) {
    return call.write("duplicate", "Told two records apart", [&](Transaction& tx) -> Result<Nothing> {
        TRY(tell_apart(tx, call.access(), path.id));
        return Nothing{};
    });
}

/// The person as they are now, and the batch by which the merge can be taken back.
struct MergeResult {
    PersonRecord record;
    Id<Batch> batch_id;
};
BOOST_DESCRIBE_STRUCT(MergeResult, (), (record, batch_id))

Result<MergeResult> merge(Call& call, const Merge& wanted) {
    return call.write("merge", "Merged two records of one person",
                      [&](Transaction& tx) -> Result<MergeResult> {
                          auto person = TRY(merge_people(tx, call.access(), wanted));
                          tx.flush();
                          return MergeResult {
                              TRY(find_person_record(tx, call.access(), person.id))
                              , tx.batch()
                          };
                      });
}

}  // namespace

void add_duplicate_routes(Router& router) {
    router.group("duplicates")
        .add(Method::get, "/likely-duplicates", Permission::lead_people, list,
             "Pairs that may be one person, with both records and the reasons")
        .add(Method::get, "/likely-duplicates/count", Permission::lead_people, count, "How many pairs wait")
        .add(Method::post, "/likely-duplicates/{id}/distinct", Permission::lead_people, distinct,
             "Remember that the two are not one person")
        .add(Method::post, "/merges", Permission::lead_people, merge,
             "Make one record of two; undone like any other change");
}

}  // namespace wallchart
