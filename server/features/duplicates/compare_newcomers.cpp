#include "engine/linkage/linkage.h"
#include "features/duplicates/alike_people.h"
#include "features/duplicates/jobs.h"
#include "features/duplicates/learnt.h"
#include "features/duplicates/note_pairs.h"

#include <algorithm>

namespace wallchart {
namespace {

/// So few people are looked through in a blink, and better: everyone is compared with everyone.
constexpr std::int64_t always_looked_through = 5'000;
/// Up to so many everyone is looked through unasked, when the list has changed much; it takes some seconds
/// and 0.3 GB. In larger workspaces an organizer chooses the hour, and newcomers are compared one by one,
/// however many: some milliseconds each.
constexpr std::int64_t looked_through_unasked = 250'000;
/// The share of a list by which it has changed much.
constexpr double changed_much = 0.05;

constexpr std::size_t newcomers_at_once = 50;

/// Newcomers are found by these, so that whoever shares one with them is among those compared.
constexpr std::array searched{linkage::Kind::email,      linkage::Kind::phone,
                              linkage::Kind::family,     linkage::Kind::whole_name,
                              linkage::Kind::identifier, linkage::Kind::identifier2,
                              linkage::Kind::identifier3};

std::int64_t people_in(Reader& reader, Id<Workspace> workspace) {
    // No more are counted than need be.
    return reader.value<std::int64_t>(
        "SELECT count(*) FROM (SELECT 1 FROM person WHERE workspace_id = $1 LIMIT $2) AS counted", workspace,
        looked_through_unasked + 1);
}

/// Those of whom the journal says something new since, in the order of their ids.
std::vector<Id<Person>> newcomers_since(Reader& reader, Id<Workspace> workspace, std::int64_t journal_id) {
    return reader.rows<Id<Person>>(
        "SELECT DISTINCT j.subject_id FROM journal j JOIN batch b ON b.id = j.batch_id WHERE j.id >= $1 AND "
        "b.workspace_id = $2 AND j.table_name IN ('person', 'contact_point', 'address', 'external_id') AND "
        "j.action <> 'erase' ORDER BY 1",
        journal_id, workspace);
}

/// How far the comparing of newcomers is.
struct Newcomers {
    FoundDuplicates found;
    std::int64_t compared_to = 0;  ///< an id of the journal, where the next begins
    Id<Person> last;               ///< compared, of those before it all
};
BOOST_DESCRIBE_STRUCT(Newcomers, (), (found, compared_to, last))

struct Comparison {
    ComparablePeople people;
    linkage::Frequencies frequencies;
    std::vector<linkage::ScoredPair> pairs;
};

/// Reads some newcomers and whom they may be, and scores them.
Comparison compare_some(Reader& reader, Id<Workspace> workspace, const Learnt& learnt,
                        std::span<const Id<Person>> newcomers) {
    std::vector<std::pair<Id<Person>, Id<Person>>> alike;
    std::vector<Id<Person>> all(newcomers.begin(), newcomers.end());
    for (auto newcomer : newcomers)
        for (auto other : alike_people(reader, workspace, newcomer)) {
            alike.push_back(std::minmax(newcomer, other));
            all.push_back(other);
        }
    auto make_distinct = [](auto& list) {
        std::ranges::sort(list);
        auto repeated = std::ranges::unique(list);
        list.erase(repeated.begin(), repeated.end());
    };
    make_distinct(alike);
    make_distinct(all);
    Comparison comparison{read_comparable_people(reader, workspace, all, learnt.sources), {}, {}};
    const auto& people = comparison.people;
    comparison.frequencies =
        linkage::frequencies_of(learnt.frequencies, people.values, people.records, searched);
    linkage::Scorer scorer(learnt.model, comparison.frequencies);
    // Beyond the last where somebody went in the meantime.
    auto row_of = [&](Id<Person> id) {
        auto found = std::ranges::lower_bound(people.ids, id);
        if (found != people.ids.end() && *found != id) found = people.ids.end();
        return static_cast<std::uint32_t>(found - people.ids.begin());
    };
    for (auto [one, other] : alike) {
        auto left = row_of(one), right = row_of(other);
        if (left == people.ids.size() || right == people.ids.size()) continue;
        auto weight =
            scorer.weight(linkage::compare(people.values, people.records[left], people.records[right]));
        if (linkage::probability_of(weight) >= least_shown_probability)
            comparison.pairs.push_back({left, right, static_cast<float>(weight)});
    }
    return comparison;
}

Result<std::string> compare_one_by_one(JobTask& task, const Learnt& learnt,
                                       std::span<const Id<Person>> newcomers, std::int64_t compared_to) {
    auto input = TRY(task.input<FindDuplicates>());
    auto workspace = task.job().workspace_id;
    auto progress = task.progress<Newcomers>().value_or(Newcomers{.compared_to = compared_to});
    auto total = static_cast<std::int64_t>(newcomers.size());
    auto done = std::ranges::upper_bound(newcomers, progress.last) - newcomers.begin();
    for (auto rest = newcomers.subspan(static_cast<std::size_t>(done)); !rest.empty();) {
        if (task.should_stop()) return task.cancelled() ? encode(progress.found) : std::string{};
        auto some = rest.first(std::min(newcomers_at_once, rest.size()));
        auto compared = task.database().read(
            [&](Reader& reader) { return compare_some(reader, workspace, learnt, some); });
        linkage::Scorer scorer(learnt.model, compared.frequencies);
        auto before = progress.found;
        TRY(task.database().write(
            task.change("find_duplicates", "Found records that may be one person"),
            [&](Transaction& tx) -> Result<void> {
                progress.found = before;
                progress.found.people += static_cast<std::int64_t>(some.size());
                progress.found.pairs += static_cast<std::int64_t>(compared.pairs.size());
                progress.found.noted += note_pairs(tx, compared.people, scorer, compared.pairs, input.source);
                progress.last = some.back();
                return task.record(tx, progress.found.people, total, progress);
            }));
        rest = rest.subspan(some.size());
    }
    TRY(task.database().write(task.change("find_duplicates", ""), [&](Transaction& tx) -> Result<void> {
        keep_compared_to(tx, workspace, progress.compared_to);
        return {};
    }));
    return encode(progress.found);
}

}  // namespace

void look_for_duplicates(Transaction& tx, DuplicateSource source) {
    auto asked = source == DuplicateSource::search;
    std::string_view kind = asked ? "find_duplicates" : "compare_newcomers";
    auto waiting = tx.value<std::int64_t>(
        "SELECT count(*) FROM job WHERE workspace_id = $1 AND kind = $2 AND state = 'waiting'",
        tx.change().workspace, kind);
    if (waiting > 0) return;
    // Those who come in together are looked for together.
    enqueue(tx, kind, FindDuplicates{source}, tx.now() + std::chrono::seconds(asked ? 0 : 10));
}

Result<std::string> compare_newcomers(JobTask& task) {
    auto workspace = task.job().workspace_id;
    auto compared_to = settled_journal_id();
    std::int64_t people = 0;
    std::optional<Learnt> learnt;
    std::vector<Id<Person>> newcomers;
    task.database().read([&](Reader& reader) {
        people = people_in(reader, workspace);
        learnt = find_learnt(reader, workspace);
        if (learnt && people > always_looked_through)
            newcomers = newcomers_since(reader, workspace, learnt->compared_to);
    });
    auto much = learnt ? static_cast<double>(learnt->people) * changed_much : 0;
    auto changed = learnt ? std::max(std::abs(people - learnt->people), std::ssize(newcomers)) : people;
    bool is_long = people > looked_through_unasked;
    if (people <= always_looked_through || (!is_long && static_cast<double>(changed) > much))
        return find_duplicates(task);
    if (!learnt) return encode(FoundDuplicates{});
    return compare_one_by_one(task, *learnt, newcomers, compared_to);
}

}  // namespace wallchart
