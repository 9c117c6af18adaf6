#include "engine/linkage/frequency_summary.h"
#include "engine/linkage/linkage.h"
#include "features/duplicates/jobs.h"
#include "features/duplicates/learnt.h"
#include "features/duplicates/note_pairs.h"

#include <algorithm>

namespace wallchart {

Result<std::string> find_duplicates(JobTask& task) {
    auto input = TRY(task.input<FindDuplicates>());
    auto workspace = task.job().workspace_id;
    auto compared_to = settled_journal_id();
    auto people =
        task.database().read([&](Reader& reader) { return read_comparable_people(reader, workspace); });
    auto total = static_cast<std::int64_t>(people.records.size());
    FoundDuplicates found{.people = total};
    linkage::Scope scope{people.records.size(), 0};
    auto linkage = linkage::link(people.values, people.records, scope,
                                 {.progress = [&](auto, double) { (void)task.should_stop(); }});
    if (task.should_stop()) return task.cancelled() ? encode(found) : std::string{};
    std::erase_if(linkage.pairs, [](const linkage::ScoredPair& pair) {
        return linkage::probability_of(pair.weight) < least_shown_probability;
    });
    found.pairs = static_cast<std::int64_t>(linkage.pairs.size());
    // The likeliest first, so that they can be judged while the rest is written.
    std::ranges::stable_sort(linkage.pairs, std::greater<>{}, &linkage::ScoredPair::weight);
    linkage::Frequencies frequencies(people.records, scope);
    linkage::Scorer scorer(linkage.model, frequencies);
    std::span<const linkage::ScoredPair> pairs = linkage.pairs;
    for (std::size_t at = 0; at < pairs.size() && !task.should_stop(); at += pairs_at_once) {
        auto some = pairs.subspan(at, std::min(pairs_at_once, pairs.size() - at));
        auto before = found.noted;
        TRY(task.database().write(
            task.change("find_duplicates", "Found records that may be one person"),
            [&](Transaction& tx) -> Result<void> {
                found.noted = before + note_pairs(tx, people, scorer, some, input.source);
                return task.record(tx, static_cast<std::int64_t>(at + some.size()), found.pairs, found);
            }));
    }
    if (task.should_stop()) return task.cancelled() ? encode(found) : std::string{};
    Learnt learnt{linkage.model, linkage::summarize(frequencies, people.values), people.sources, total,
                  compared_to};
    TRY(task.database().write(task.change("find_duplicates", ""), [&](Transaction& tx) -> Result<void> {
        keep_learnt(tx, workspace, learnt);
        return {};
    }));
    return encode(found);
}

}  // namespace wallchart
