#include "engine/linkage/explain.h"
#include "engine/linkage/linkage.h"
#include "features/duplicates/jobs.h"
#include "features/duplicates/read_people.h"

#include <algorithm>

namespace wallchart {
namespace {

constexpr std::size_t pairs_at_once = 200;

/// Workspaces up to this many people are looked through by themselves; it takes some seconds and 0.3 GB. In
/// larger ones an organizer chooses the hour.
constexpr std::int64_t looked_through_unasked = 250'000;

std::vector<DuplicateReason> reasons_of(const linkage::Explanation& explanation) {
    std::vector<DuplicateReason> reasons;
    for (const auto& reason : explanation.reasons) {
        using Part = linkage::Reason::Part;
        if (reason.part == Part::before) {
            reasons.push_back({"before", "how rarely two records are one person", reason.weight});
        } else if (reason.part == Part::otherwise) {
            reasons.push_back({"otherwise", "another explanation is possible", reason.weight});
        } else {
            reasons.push_back({std::string(linkage::info(reason.comparison).name), std::string(reason.level),
                               reason.weight});
        }
    }
    return reasons;
}

bool is_there(Reader& reader, Id<Person> person) {
    return reader.value<std::int64_t>("SELECT count(*) FROM person WHERE id = $1", person) > 0;
}

}  // namespace

void look_for_duplicates(Transaction& tx, DuplicateSource source) {
    auto waiting = tx.value<std::int64_t>(
        "SELECT count(*) FROM job WHERE workspace_id = $1 AND kind = 'find_duplicates' AND state = 'waiting'",
        tx.change().workspace);
    if (waiting > 0) return;
    auto run_at = tx.now();
    if (source != DuplicateSource::search) {
        // Those who come in together are looked for together, and large lists not all the time.
        // No more are counted than need be, as whoever signs up waits for it.
        auto people = tx.value<std::int64_t>(
            "SELECT count(*) FROM (SELECT 1 FROM person WHERE workspace_id = $1 LIMIT $2) AS counted",
            tx.change().workspace, looked_through_unasked + 1);
        if (people > looked_through_unasked) return;
        run_at += std::chrono::seconds(10 + people / 5000);
    }
    enqueue(tx, "find_duplicates", FindDuplicates{source}, run_at);
}

Result<std::string> find_duplicates(JobTask& task) {
    auto input = TRY(task.input<FindDuplicates>());
    auto workspace = task.job().workspace_id;
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
    for (std::size_t at = 0; at < linkage.pairs.size() && !task.should_stop(); at += pairs_at_once) {
        auto end = std::min(linkage.pairs.size(), at + pairs_at_once);
        auto before = found.noted;
        TRY(task.database().write(
            task.change("find_duplicates", "Found records that may be one person"),
            [&](Transaction& tx) -> Result<void> {
                std::int64_t noted = 0;
                for (auto one = at; one < end; ++one) {
                    const auto& pair = linkage.pairs[one];
                    // Somebody may have erased or merged one of them in the meantime.
                    auto left = people.ids[pair.left], right = people.ids[pair.right];
                    if (!is_there(tx, left) || !is_there(tx, right)) continue;
                    auto outcome = linkage::compare(people.values, people.records[pair.left],
                                                    people.records[pair.right]);
                    noted += note_pair(tx, workspace,
                                       {left, right, linkage::probability_of(pair.weight),
                                        reasons_of(linkage::explain(scorer, outcome))},
                                       input.source)
                                 ? 1
                                 : 0;
                }
                found.noted = before + noted;
                return task.record(tx, static_cast<std::int64_t>(end), found.pairs, found);
            }));
    }
    return encode(found);
}

}  // namespace wallchart
