#include "features/slates/slates.h"
#include "http/paging.h"

#include <algorithm>
#include <map>

namespace wallchart {
namespace {

template <class T>
Result<T> find_in(Reader& reader, Id<Workspace> workspace, Id<T> id, std::string_view what) {
    auto found = reader.row<T>(
        "SELECT " + columns<T>() + " FROM " + std::string(T::table) + " WHERE id = $1 AND workspace_id = $2",
        id, workspace);
    if (!found) return not_found(what);
    return std::move(*found);
}

template <class T>
Result<Page<T>> list_of(Reader& reader, Id<Workspace> workspace, const SlatesQuery& query) {
    auto after = TRY(page_start(query.cursor, query.limit, 0));
    return page_of(reader.rows<T>("SELECT " + columns<T>() + " FROM " + std::string(T::table) +
                                      " WHERE workspace_id = $1 AND id > $2 ORDER BY id LIMIT $3",
                                  workspace, after, query.limit + 1),
                   query.limit);
}

/// Candidates with their races and slates, three questions for any number of them.
std::vector<CandidateView> views_of(Reader& reader, Id<Workspace> workspace,
                                    std::vector<Candidate> candidates) {
    std::map<Id<Race>, Race> races;
    for (auto& race :
         reader.rows<Race>("SELECT " + columns<Race>() + " FROM race WHERE workspace_id = $1", workspace))
        races.emplace(race.id, std::move(race));
    std::map<Id<Slate>, Slate> slates;
    for (auto& slate :
         reader.rows<Slate>("SELECT " + columns<Slate>() + " FROM slate WHERE workspace_id = $1", workspace))
        slates.emplace(slate.id, std::move(slate));
    std::map<Id<Candidate>, std::vector<Slate>> on;
    for (const auto& place : reader.rows<SlateCandidate>(
             "SELECT " + columns<SlateCandidate>("c") +
                 " FROM slate_candidate c JOIN slate s ON s.id = c.slate_id WHERE s.workspace_id = $1"
                 " ORDER BY c.slate_id",
             workspace))
        on[place.candidate_id].push_back(slates[place.slate_id]);
    std::vector<CandidateView> views;
    for (auto& candidate : candidates) {
        auto name = candidate_name(candidate);
        auto race = races[candidate.race_id];
        auto on_slates = on[candidate.id];
        views.push_back({std::move(candidate), std::move(name), std::move(race), std::move(on_slates)});
    }
    return views;
}

SlateView view_of(Reader& reader, Slate slate) {
    auto candidates = reader.rows<Candidate>(
        "SELECT " + columns<Candidate>("c") +
            " FROM slate_candidate s JOIN candidate c ON c.id = s.candidate_id WHERE s.slate_id = $1"
            " ORDER BY s.position, s.id",
        slate.id);
    auto workspace = slate.workspace_id;
    return {std::move(slate), views_of(reader, workspace, std::move(candidates))};
}

bool named_by_drives(Reader& reader, std::string_view column, std::int64_t id) {
    auto named = [&](std::string_view table) {
        return reader.value<std::int64_t>(
                   "SELECT count(*) FROM " + std::string(table) + " WHERE " + std::string(column) + " = $1",
                   id) > 0;
    };
    return named("drive") || named("endorsement");
}

Result<void> erase_places(Transaction& tx, const std::string& column, std::int64_t id) {
    for (const auto& place : tx.rows<SlateCandidate>(
             "SELECT " + columns<SlateCandidate>() + " FROM slate_candidate WHERE " + column + " = $1", id))
        TRY(tx.erase(place));
    return {};
}

}  // namespace

Result<Race> find_race(Reader& reader, Id<Workspace> workspace, Id<Race> id) {
    return find_in<Race>(reader, workspace, id, "This race");
}

Result<Candidate> find_candidate(Reader& reader, Id<Workspace> workspace, Id<Candidate> id) {
    return find_in<Candidate>(reader, workspace, id, "This candidate");
}

Result<Slate> find_slate(Reader& reader, Id<Workspace> workspace, Id<Slate> id) {
    return find_in<Slate>(reader, workspace, id, "This slate");
}

Result<CandidateView> find_candidate_view(Reader& reader, Id<Workspace> workspace, Id<Candidate> id) {
    auto candidate = TRY(find_candidate(reader, workspace, id));
    std::vector<Candidate> one;
    one.push_back(std::move(candidate));
    return std::move(views_of(reader, workspace, std::move(one)).front());
}

Result<SlateView> find_slate_view(Reader& reader, Id<Workspace> workspace, Id<Slate> id) {
    return view_of(reader, TRY(find_slate(reader, workspace, id)));
}

Result<Page<Race>> list_races(Reader& reader, Id<Workspace> workspace, const SlatesQuery& query) {
    return list_of<Race>(reader, workspace, query);
}

Result<Page<CandidateView>> list_candidates(Reader& reader, Id<Workspace> workspace,
                                            const SlatesQuery& query) {
    auto page = TRY(list_of<Candidate>(reader, workspace, query));
    return Page<CandidateView>{views_of(reader, workspace, std::move(page.items)), std::move(page.next)};
}

Result<Page<SlateView>> list_slates(Reader& reader, Id<Workspace> workspace, const SlatesQuery& query) {
    auto page = TRY(list_of<Slate>(reader, workspace, query));
    Page<SlateView> views;
    views.next = std::move(page.next);
    for (auto& slate : page.items)
        views.items.push_back(view_of(reader, std::move(slate)));
    return views;
}

Result<void> set_slate_candidates(Transaction& tx, Slate& slate,
                                  const std::vector<Id<Candidate>>& candidates) {
    if (candidates.size() > 200) return invalid("/candidate_ids", "At most 200 candidates.");
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        auto pointer = "/candidate_ids/" + std::to_string(i);
        auto twice = std::find(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i),
                               candidates[i]) != candidates.begin() + static_cast<std::ptrdiff_t>(i);
        if (twice) return invalid(pointer, "This candidate is named twice.");
        if (!find_candidate(tx, slate.workspace_id, candidates[i]))
            return invalid(pointer, "This candidate does not exist.");
    }
    auto places = tx.rows<SlateCandidate>(
        "SELECT " + columns<SlateCandidate>() + " FROM slate_candidate WHERE slate_id = $1", slate.id);
    bool changed = false;
    for (auto& place : places)
        if (std::ranges::find(candidates, place.candidate_id) == candidates.end()) {
            TRY(tx.erase(place));
            changed = true;
        }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        auto position = static_cast<int>(i);
        auto place = std::ranges::find(places, candidates[i], &SlateCandidate::candidate_id);
        if (place == places.end()) {
            SlateCandidate added{{}, slate.id, candidates[i], position, {}};
            tx.insert(added);
            changed = true;
        } else if (place->position != position) {
            place->position = position;
            TRY(tx.update(*place));
            changed = true;
        }
    }
    // Who is on it is part of a slate: whoever saw it before is told, although its own row stays as it is.
    if (!changed) return {};
    slate.revision = tx.batch();
    tx.execute("UPDATE slate SET revision = $1 WHERE id = $2", slate.revision, slate.id);
    return {};
}

Result<void> erase_race(Transaction& tx, const Race& race) {
    if (tx.value<std::int64_t>("SELECT count(*) FROM candidate WHERE race_id = $1", race.id) > 0)
        return failure(ErrorKind::conflict, "Candidates run in this race. Delete or move them first.");
    return tx.erase(race);
}

Result<void> erase_candidate(Transaction& tx, const Candidate& candidate) {
    if (named_by_drives(tx, "candidate_id", candidate.id.value))
        return failure(ErrorKind::conflict,
                       "There are drives or endorsements for this candidate. Delete those first.");
    TRY(erase_places(tx, "candidate_id", candidate.id.value));
    return tx.erase(candidate);
}

Result<void> erase_slate(Transaction& tx, const Slate& slate) {
    if (named_by_drives(tx, "slate_id", slate.id.value))
        return failure(ErrorKind::conflict,
                       "There are drives or endorsements for this slate. Delete those first.");
    TRY(erase_places(tx, "slate_id", slate.id.value));
    return tx.erase(slate);
}

}  // namespace wallchart
