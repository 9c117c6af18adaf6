#include "features/duplicates/jobs.h"

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

struct PersonPath {
    Id<Person> id;
};
BOOST_DESCRIBE_STRUCT(PersonPath, (), (id))

struct MergedRecords {
    std::vector<MergedPerson> items;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(MergedRecords, (), (items))

Result<MergedRecords> show_merged(Call& call, const PersonPath& path) {
    return call.read([&](Reader& reader) -> Result<MergedRecords> {
        TRY(find_person(reader, call.access(), path.id));
        return MergedRecords{merged_into(reader, path.id)};
    });
}

/// The newest job of the kind: the one that was just asked for, or waits already.
Result<JobView> job_of(Reader& reader, Id<Workspace> workspace, std::string_view kind) {
    auto id = reader.value<std::int64_t>("SELECT max(id) FROM job WHERE workspace_id = $1 AND kind = $2",
                                         workspace, kind);
    return view_of(TRY(find_job(reader, workspace, Id<Job>{id})));
}

Result<JobView> search(Call& call) {
    call.set_status(202);
    return call.write("duplicate", "Asked to look through everyone", [&](Transaction& tx) {
        look_for_duplicates(tx, DuplicateSource::search);
        return job_of(tx, call.access().workspace, "find_duplicates");
    });
}

Result<JobView> merge_many(Call& call, const MergeSure& wanted) {
    if (!(wanted.least >= 0.9 && wanted.least <= 1)) return invalid("/least", "From 0.9 to 1.");
    call.set_status(202);
    return call.write("duplicate", "Asked to merge the pairs that are sure",
                      [&](Transaction& tx) -> Result<JobView> {
                          auto id = enqueue(tx, "merge_sure", wanted);
                          return view_of(TRY(find_job(tx, call.access().workspace, id)));
                      });
}

}  // namespace

void add_duplicate_jobs(JobRunner& runner) {
    runner.add("find_duplicates", find_duplicates);
    runner.add("compare_newcomers", compare_newcomers);
    runner.add("merge_sure", merge_sure, 20);
}

void add_duplicate_routes(Router& router) {
    router.group("duplicates")
        .add(Method::get, "/likely-duplicates", Permission::lead_people, list,
             "Pairs that may be one person, with both records and the reasons")
        .add(Method::get, "/likely-duplicates/count", Permission::lead_people, count, "How many pairs wait")
        .add(Method::post, "/likely-duplicates/{id}/distinct", Permission::lead_people, distinct,
             "Remember that the two are not one person")
        .add(Method::post, "/likely-duplicates/search", Permission::organize, search,
             "Look through everyone for pairs that may be one person; answers the job")
        .add(Method::post, "/likely-duplicates/merge-sure", Permission::organize, merge_many,
             "Merge the pairs that are as likely as given, each taken back by itself; answers the job")
        .add(Method::get, "/people/{id}/merged-records", Permission::see_people, show_merged,
             "The records that were merged into a person's, with what they said that was not taken")
        .add(Method::post, "/merges", Permission::lead_people, merge,
             "Make one record of two; undone like any other change");
}

}  // namespace wallchart
