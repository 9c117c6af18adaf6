#include "core/json.h"
#include "features/duplicates/duplicates.h"
#include "http/paging.h"

#include <algorithm>

namespace wallchart {
namespace {

/// Where a list goes on: after a pair as likely as this.
struct Cursor {
    double probability = 0;
    Id<LikelyDuplicate> id;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (probability, id))

/// " FROM ... WHERE ...", the pairs that wait and of which both are visible; added to the statement.
void add_waiting_pairs(Query& query, const Access& access, double least) {
    query.sql += " FROM likely_duplicate d WHERE d.state = 'waiting' AND d.workspace_id = ";
    query.sql += query(access.workspace) + " AND d.probability >= " + query(least);
    query.sql += visible_people(query, access, "d.person_id");
    query.sql += visible_people(query, access, "d.other_person_id");
}

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
                                               const DuplicateQuery& asked) {
    if (!access.may(Permission::see_people))
        return failure(ErrorKind::forbidden, "Your role sees numbers, no names.");
    if (asked.limit < 1 || asked.limit > 50) return invalid("/limit", "From 1 to 50.");
    Query query("SELECT " + columns<LikelyDuplicate>("d"));
    add_waiting_pairs(query, access, asked.least);
    if (asked.person_id) {
        auto person = query(*asked.person_id);
        query.sql += " AND (d.person_id = " + person + " OR d.other_person_id = " + person + ")";
    }
    if (!asked.cursor.empty()) {
        auto cursor = decode_text<Cursor>(percent_decode(asked.cursor, false));
        if (!cursor) return unknown_cursor();
        auto probability = query(cursor->probability);
        query.sql += " AND (d.probability, d.id) < (" + probability + ", " + query(cursor->id) + ")";
    }
    query.sql += " ORDER BY d.probability DESC, d.id DESC LIMIT " + query(asked.limit + 1);
    Page<DuplicateView> page;
    Cursor last;
    for (auto& pair : reader.rows<LikelyDuplicate>(query)) {
        if (static_cast<int>(page.items.size()) == asked.limit) {
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
    Query query("SELECT count(*)");
    add_waiting_pairs(query, access, least);
    std::int64_t count = 0;
    reader.each(query, [&](const Row& row) { count = row.integer(0); });
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
