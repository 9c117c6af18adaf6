#include "features/duplicates/note_pairs.h"

#include "engine/linkage/explain.h"

namespace wallchart {
namespace {

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

std::int64_t note_pairs(Transaction& tx, const ComparablePeople& people, const linkage::Scorer& scorer,
                        std::span<const linkage::ScoredPair> pairs, DuplicateSource source) {
    auto workspace = tx.change().workspace;
    // Two looks at once, on PostgreSQL, would each find a pair unknown and write it down.
    auto lock = "SELECT id FROM workspace WHERE id = $1" + std::string(tx.dialect().lock_rows());
    tx.each(lock, [](const Row&) {}, workspace);
    std::int64_t noted = 0;
    for (const auto& pair : pairs) {
        auto left = people.ids[pair.left], right = people.ids[pair.right];
        if (!is_there(tx, left) || !is_there(tx, right)) continue;
        auto outcome = linkage::compare(people.values, people.records[pair.left], people.records[pair.right]);
        FoundPair found{left, right, linkage::probability_of(pair.weight),
                        reasons_of(linkage::explain(scorer, outcome))};
        noted += note_pair(tx, workspace, std::move(found), source) ? 1 : 0;
    }
    return noted;
}

}  // namespace wallchart
