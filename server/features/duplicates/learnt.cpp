#include "features/duplicates/learnt.h"

#include "core/id.h"
#include "core/json.h"
#include "engine/linkage/model_json.h"

namespace wallchart {

std::optional<Learnt> find_learnt(Reader& reader, Id<Workspace> workspace) {
    std::optional<Learnt> learnt;
    reader.each(
        "SELECT people, compared_to, model, frequencies, sources FROM linkage_model WHERE workspace_id = $1",
        [&](const Row& row) {
            auto model = linkage::model_from_json(row.text(2));
            auto frequencies = decode_text<linkage::FrequencySummary>(row.text(3));
            auto sources = decode_text<std::vector<std::string>>(row.text(4));
            // Written by another version of the engine, it is learnt anew.
            if (!model || !frequencies || !sources) return;
            learnt = {*model, std::move(*frequencies), std::move(*sources), row.integer(0), row.integer(1)};
        },
        workspace);
    return learnt;
}

void keep_learnt(Transaction& tx, Id<Workspace> workspace, const Learnt& learnt) {
    tx.execute("DELETE FROM linkage_model WHERE workspace_id = $1", workspace);
    tx.execute(
        "INSERT INTO linkage_model (id, workspace_id, people, compared_to, model, frequencies, sources) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        new_id_value(), workspace, learnt.people, learnt.compared_to, linkage::to_json(learnt.model),
        encode(learnt.frequencies), encode(learnt.sources));
}

void keep_compared_to(Transaction& tx, Id<Workspace> workspace, std::int64_t compared_to) {
    tx.execute("UPDATE linkage_model SET compared_to = $1 WHERE workspace_id = $2", compared_to, workspace);
}

std::int64_t settled_journal_id() {
    constexpr std::int64_t two_minutes = 120'000;
    return first_id_at(id_milliseconds(new_id_value()) - two_minutes);
}

}  // namespace wallchart
