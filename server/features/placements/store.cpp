#include "core/text.h"
#include "features/formations/formations.h"
#include "features/placements/placements.h"
#include "http/paging.h"

#include <map>

namespace wallchart {
namespace {

union_name::Hints hints_of(const PlacementView& view) {
    return {.city = view.city.value_or(""),
            .state = view.state.value_or(""),
            .postal_code = "",
            .employer = view.employer.value_or("")};
}

std::optional<std::string> text_or_nothing(const Row& row, int column) {
    if (row.is_null(column) || row.text(column).empty()) return std::nullopt;
    return std::string(row.text(column));
}

constexpr int placed_at_once = 5000;  // who wrote the same, in one transaction

/// A waiting placement that the Access may decide. Errors: not_found, conflict.
Result<Placement> find_waiting(Transaction& tx, const Access& access, Id<Placement> id) {
    Query query("SELECT " + columns<Placement>("p") + " FROM placement p WHERE p.workspace_id = ");
    query.sql += query(access.workspace) + " AND p.id = " + query(id);
    query.sql += visible_people(query, access, "p.person_id");
    auto found = tx.rows<Placement>(query);
    if (found.empty()) return not_found("This entry of the queue");
    if (found.front().state != PlacementState::waiting)
        return failure(ErrorKind::conflict, "Somebody has already decided this one.");
    return std::move(found.front());
}

/// It and, if asked, those who wrote the same and wait as well.
Result<std::vector<Placement>> find_all_waiting(Transaction& tx, const Access& access, Id<Placement> id,
                                                bool all_of_same_text) {
    auto chosen = TRY(find_waiting(tx, access, id));
    if (!all_of_same_text) return std::vector<Placement>{std::move(chosen)};
    Query query("SELECT " + columns<Placement>("p") +
                " FROM placement p WHERE p.state = 'waiting' AND p.workspace_id = ");
    query.sql += query(access.workspace) + " AND p.text_folded = " + query(chosen.text_folded);
    query.sql +=
        visible_people(query, access, "p.person_id") + " ORDER BY p.id LIMIT " + query(placed_at_once);
    return tx.rows<Placement>(query);
}

void make_member(Transaction& tx, Id<Person> person, Id<Organization> organization, std::string_view source) {
    auto known = tx.value<std::int64_t>(
        "SELECT count(*) FROM membership WHERE person_id = $1 AND organization_id = $2", person,
        organization);
    if (known > 0) return;
    Membership membership;
    membership.person_id = person;
    membership.organization_id = organization;
    membership.source = source;
    tx.insert(membership);
}

/// Of those whom the Access sees: a count of others would tell where they are from.
int count_same_text(Reader& reader, const Access& access, const std::string& text_folded) {
    Query query("SELECT count(*) FROM placement p WHERE p.state = 'waiting' AND p.workspace_id = ");
    query.sql += query(access.workspace) + " AND p.text_folded = " + query(text_folded);
    query.sql += visible_people(query, access, "p.person_id");
    return reader.rows<int>(query).front();
}

bool waits_already(Reader& reader, const Placement& placement) {
    return reader.value<std::int64_t>(
               "SELECT count(*) FROM placement WHERE person_id = $1 AND text_folded = $2 AND state = "
               "'waiting'",
               placement.person_id, placement.text_folded) > 0;
}

/// Bodies of one name and place are told apart by their number in the register they come from.
void tell_apart(Reader& reader, std::vector<PlacementSuggestion>& suggestions) {
    std::map<std::string, int> named;
    for (const auto& one : suggestions)
        ++named[one.label];
    for (auto& one : suggestions) {
        if (named[one.label] < 2) continue;
        reader.each(
            "SELECT external_source, external_id FROM organization WHERE id = $1 AND external_id <> ''",
            [&](const Row& row) {
                one.label += ", " + std::string(row.text(0)) + " " + std::string(row.text(1));
            },
            one.organization_id);
    }
}

}  // namespace

void add_membership(Transaction& tx, Id<Workspace> workspace, Id<Person> person,
                    Id<Organization> organization, std::string_view source) {
    make_member(tx, person, organization, source);
    refresh_formations(tx, workspace, organization);
}

bool says_no_union(const union_name::Resolution& resolution) {
    return resolution.answer == union_name::Answer::not_a_union &&
           (resolution.name.sort == union_name::NameSort::nothing || resolution.name.says_none);
}

Placement waiting_placement(const WrittenUnion& written, Instant now) {
    Placement placement;
    placement.person_id = written.person_id;
    placement.workspace_id = written.workspace_id;
    placement.text = squeeze(written.text);
    placement.text_folded = fold(placement.text);
    placement.source = written.source;
    placement.at = now;
    return placement;
}

std::optional<Id<Organization>> place_or_queue(Transaction& tx, const WrittenUnion& written) {
    auto placement = waiting_placement(written, tx.now());
    auto resolution = union_directory(tx, written.workspace_id)->resolve(placement.text, written.hints);
    if (says_no_union(resolution)) return std::nullopt;
    if (resolution.answer == union_name::Answer::resolved) {
        placement.state = PlacementState::placed;
        placement.organization_id = Id<Organization>{resolution.id};
    }
    // Whoever sends the page again is not asked about again.
    if (!placement.organization_id && waits_already(tx, placement)) return std::nullopt;
    tx.insert(placement);
    if (placement.organization_id)
        add_membership(tx, written.workspace_id, written.person_id, *placement.organization_id, "placement");
    return placement.organization_id;
}

Result<Page<PlacementView>> waiting_placements(Reader& reader, const Access& access,
                                               const std::string& cursor, int limit) {
    if (!access.may(Permission::see_people))
        return failure(ErrorKind::forbidden, "Your role sees numbers, no names.");
    auto after = TRY(page_start(cursor, limit, 0));
    Query query(
        "SELECT p.id, p.person_id, p.text, p.source, p.at, p.revision, n.given_name, n.middle_name, "
        "n.family_name, n.suffix, "
        "(SELECT city FROM address a WHERE a.person_id = p.person_id ORDER BY a.id LIMIT 1), "
        "(SELECT state FROM address a WHERE a.person_id = p.person_id ORDER BY a.id LIMIT 1), "
        "(SELECT employer_text FROM employment e WHERE e.person_id = p.person_id ORDER BY e.id LIMIT 1), "
        "p.text_folded FROM placement p JOIN person n ON n.id = p.person_id WHERE p.state = 'waiting' AND "
        "p.workspace_id = ");
    query.sql += query(access.workspace) + " AND p.id > " + query(after);
    query.sql += visible_people(query, access, "p.person_id");
    query.sql += " ORDER BY p.id LIMIT " + query(limit + 1);
    std::vector<PlacementView> found;
    std::vector<std::string> texts;  // folded, of those found
    reader.each(query, [&](const Row& row) {
        PlacementView view;
        view.id.value = row.integer(0);
        view.person_id.value = row.integer(1);
        view.text = row.text(2);
        view.source = row.text(3);
        view.at = Instant{std::chrono::milliseconds{row.integer(4)}};
        view.revision.value = row.integer(5);
        Person person;
        person.given_name = row.text(6);
        person.middle_name = row.text(7);
        person.family_name = row.text(8);
        person.suffix = row.text(9);
        view.name = full_name(person);
        view.city = text_or_nothing(row, 10);
        view.state = text_or_nothing(row, 11);
        view.employer = text_or_nothing(row, 12);
        texts.emplace_back(row.text(13));
        found.push_back(std::move(view));
    });
    auto page = page_of(std::move(found), limit);
    // Once for each text: a list of members may have brought thousands of one.
    std::map<std::string, int> waiting;
    for (std::size_t at = 0; at < page.items.size(); ++at) {
        auto [known, is_new] = waiting.try_emplace(texts[at]);
        if (is_new) known->second = count_same_text(reader, access, texts[at]);
        page.items[at].same_text = known->second;
    }
    auto directory = union_directory(reader, access.workspace);
    for (auto& view : page.items) {
        auto resolution = directory->resolve(view.text, hints_of(view));
        view.answer = resolution.answer;
        view.reasons = std::move(resolution.reasons);
        for (auto& candidate : resolution.candidates)
            view.suggestions.push_back(
                {Id<Organization>{candidate.id}, std::move(candidate.label), candidate.probability});
        tell_apart(reader, view.suggestions);
    }
    return page;
}

std::int64_t count_waiting(Reader& reader, const Access& access) {
    Query query("SELECT count(*) FROM placement p WHERE p.state = 'waiting' AND p.workspace_id = ");
    query.sql += query(access.workspace);
    query.sql += visible_people(query, access, "p.person_id");
    std::int64_t count = 0;
    reader.each(query, [&](const Row& row) { count = row.integer(0); });
    return count;
}

Result<Placed> place(Transaction& tx, const Access& access, Id<Placement> id, Id<Organization> organization,
                     bool all_of_same_text) {
    auto placements = TRY(find_all_waiting(tx, access, id, all_of_same_text));
    auto known =
        tx.value<std::int64_t>("SELECT count(*) FROM organization WHERE id = $1 AND workspace_id = $2",
                               organization, access.workspace);
    if (known == 0) return not_found("This organization");
    for (auto& placement : placements) {
        placement.state = PlacementState::placed;
        placement.organization_id = organization;
        placement.user_id = access.user;
        TRY(tx.update(placement));
        make_member(tx, placement.person_id, organization, "placement");
    }
    refresh_formations(tx, access.workspace, organization);
    return Placed{static_cast<int>(placements.size()), tx.batch()};
}

Result<Placed> set_aside(Transaction& tx, const Access& access, Id<Placement> id, bool all_of_same_text) {
    auto placements = TRY(find_all_waiting(tx, access, id, all_of_same_text));
    for (auto& placement : placements) {
        placement.state = PlacementState::set_aside;
        placement.user_id = access.user;
        TRY(tx.update(placement));
    }
    return Placed{static_cast<int>(placements.size()), tx.batch()};
}

}  // namespace wallchart
