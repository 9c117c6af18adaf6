#include "features/accounts/accounts.h"
#include "features/duplicates/jobs.h"

namespace wallchart {

Result<std::string> merge_sure(JobTask& task) {
    auto input = TRY(task.input<MergeSure>());
    const auto& job = task.job();
    if (!job.user_id) return failure(ErrorKind::forbidden, "Nobody asked for this.");
    auto merged = task.progress<MergedSure>().value_or(MergedSure{});
    std::int64_t total = 0;
    while (!task.should_stop()) {
        // Asked anew each time: a role may be taken back, and a merge changes which pairs there are.
        auto access = TRY(task.database().read(
            [&](Reader& reader) { return access_of(reader, job.workspace_id, *job.user_id); }));
        if (!access.may(Permission::organize))
            return failure(ErrorKind::forbidden, "Only an organizer merges many at once.");
        auto waiting = TRY(task.database().read([&](Reader& reader) {
            total = merged.merged + count_duplicates(reader, access, input.least);
            return waiting_duplicates(reader, access, {.least = input.least, .limit = 1});
        }));
        if (waiting.items.empty()) break;
        const auto& pair = waiting.items.front();
        Merge merge{pair.people.front().person.id, pair.people.back().person.id, {}};
        TRY(task.database().write(
            task.change("merge", "Merged two records of one person"), [&](Transaction& tx) -> Result<void> {
                TRY(merge_people(tx, access, merge));
                return task.record(tx, merged.merged + 1, total, MergedSure{merged.merged + 1});
            }));
        ++merged.merged;
    }
    return encode(merged);
}

}  // namespace wallchart
