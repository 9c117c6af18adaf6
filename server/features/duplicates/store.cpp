#include "core/json.h"
#include "features/duplicates/duplicates.h"

#include <algorithm>

namespace wallchart {
namespace {

/// Where a list goes on: after a pair as likely as this.
struct Cursor {
    double probability = 0;
    Id<LikelyDuplicate> id;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (probability, id))

/// The pairs that wait and of which both are visible, as " FROM ... WHERE ...".
struct WaitingPairs {
    std::string sql;
    std::vector<Value> parameters;

    WaitingPairs(const Access& access, double least) {
        sql =
            " FROM likely_duplicate d WHERE d.workspace_id = $1 AND d.state = 'waiting' AND d.probability >= "
            "$2";
        parameters = {as_value(access.workspace), as_value(least)};
        add_visible(access, "d.person_id");
        add_visible(access, "d.other_person_id");
    }
    template <class T>
    std::string add(const T& value) {
        parameters.push_back(as_value(value));
        return "$" + std::to_string(parameters.size());
    }

private:
    void add_visible(const Access& access, std::string_view column) {
        auto visible = visible_people(access, column, static_cast<int>(parameters.size()) + 1);
        sql += visible.condition;
        for (auto& value : visible.parameters)
            parameters.push_back(std::move(value));
    }
};

std::size_t parts_of(const PersonRecord& record) {
    return record.contact_points.size() + record.addresses.size() + record.memberships.size() +
           record.employments.size() + record.external_ids.size() + record.custom_values.size();
}

}  // namespace

bool note_pair(Transaction& tx, Id<Workspace> workspace, FoundPair pair, DuplicateSource source) {
    if (pair.one == pair.two) return false;
    if (pair.two < pair.one) std::swap(pair.one, pair.two);
    auto known = tx.value<std::int64_t>(
        "SELECT count(*) FROM likely_duplicate WHERE (person_id = $1 AND other_person_id = $2) OR "
        "(person_id = $2 AND other_person_id = $1)",
        pair.one, pair.two);
    if (known > 0) return false;
    LikelyDuplicate noted;
    noted.person_id = pair.one;
    noted.workspace_id = workspace;
    noted.other_person_id = pair.two;
    noted.probability = pair.probability;
    noted.reasons = std::move(pair.reasons);
    noted.source = source;
    noted.at = tx.now();
    tx.insert(noted);
    return true;
}

Result<Page<DuplicateView>> waiting_duplicates(Reader& reader, const Access& access,
                                               const DuplicateQuery& query) {
    if (!access.may(Permission::see_people))
        return failure(ErrorKind::forbidden, "Your role sees numbers, no names.");
    if (query.limit < 1 || query.limit > 50) return invalid("/limit", "From 1 to 50.");
    WaitingPairs pairs(access, query.least);
    if (query.person_id) {
        auto person = pairs.add(*query.person_id);
        pairs.sql += " AND (d.person_id = " + person + " OR d.other_person_id = " + person + ")";
    }
    if (!query.cursor.empty()) {
        auto cursor = decode_text<Cursor>(percent_decode(query.cursor, false));
        if (!cursor) return invalid("/cursor", "This cursor is not one of ours.");
        auto probability = pairs.add(cursor->probability);
        pairs.sql += " AND (d.probability, d.id) < (" + probability + ", " + pairs.add(cursor->id) + ")";
    }
    pairs.sql += " ORDER BY d.probability DESC, d.id DESC LIMIT " + pairs.add(query.limit + 1);
    Page<DuplicateView> page;
    Cursor last;
    for (auto& pair : reader.rows_of<LikelyDuplicate>("SELECT " + columns<LikelyDuplicate>("d") + pairs.sql,
                                                      pairs.parameters)) {
        if (static_cast<int>(page.items.size()) == query.limit) {
            page.next = percent_encode(encode(last));
            break;
        }
        last = {pair.probability, pair.id};
        DuplicateView view{.id = pair.id,
                           .probability = pair.probability,
                           .reasons = std::move(pair.reasons),
                           .source = pair.source,
                           .at = pair.at,
                           .revision = pair.revision};
        view.people.push_back(TRY(find_person_record(reader, access, pair.person_id)));
        view.people.push_back(TRY(find_person_record(reader, access, pair.other_person_id)));
        // The record of which more is known is proposed to be kept; of two alike, the earlier.
        if (parts_of(view.people.back()) > parts_of(view.people.front()))
            std::swap(view.people.front(), view.people.back());
        page.items.push_back(std::move(view));
    }
    return page;
}

std::int64_t count_duplicates(Reader& reader, const Access& access, double least) {
    WaitingPairs pairs(access, least);
    std::int64_t count = 0;
    reader.each_of("SELECT count(*)" + pairs.sql, pairs.parameters,
                   [&](const Row& row) { count = row.integer(0); });
    return count;
}

Result<LikelyDuplicate> find_duplicate(Reader& reader, const Access& access, Id<LikelyDuplicate> id) {
    auto found = reader.row<LikelyDuplicate>(
        "SELECT " + columns<LikelyDuplicate>() +
            " FROM likely_duplicate WHERE id = $1 AND workspace_id = $2 AND state = 'waiting'",
        id, access.workspace);
    if (!found || !find_person(reader, access, found->person_id) ||
        !find_person(reader, access, found->other_person_id))
        return not_found("This pair");
    return std::move(*found);
}

Result<void> tell_apart(Transaction& tx, const Access& access, Id<LikelyDuplicate> id) {
    auto pair = TRY(find_duplicate(tx, access, id));
    pair.state = DuplicateState::distinct;
    pair.user_id = access.user;
    pair.at = tx.now();
    return tx.update(pair);
}

}  // namespace wallchart
