#include "features/placements/placements.h"

namespace wallchart {
namespace {

struct PlacementList {
    std::string cursor;
    int limit = 50;
};
BOOST_DESCRIBE_STRUCT(PlacementList, (), (cursor, limit))

struct PlacementPath {
    Id<Placement> id;
};
BOOST_DESCRIBE_STRUCT(PlacementPath, (), (id))

struct PlaceInto {
    Id<Organization> organization_id;
    bool all_of_same_text = false;
};
BOOST_DESCRIBE_STRUCT(PlaceInto, (), (organization_id, all_of_same_text))

struct SetAside {
    Id<Placement> id;
    bool all_of_same_text = false;
};
BOOST_DESCRIBE_STRUCT(SetAside, (), (id, all_of_same_text))

struct SuggestQuery {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SuggestQuery, (), (text))

struct Suggestions {
    std::vector<PlacementSuggestion> items;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (items))

Result<Page<PlacementView>> list_waiting(Call& call, const PlacementList& list) {
    return call.read(
        [&](Reader& reader) { return waiting_placements(reader, call.access(), list.cursor, list.limit); });
}

struct PlacementCount {
    std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(PlacementCount, (), (waiting))

Result<PlacementCount> show_count(Call& call) {
    return call.read([&](Reader& reader) -> Result<PlacementCount> {
        return PlacementCount{count_waiting(reader, call.access())};
    });
}

Result<Placed> place_person(Call& call, const PlacementPath& path, const PlaceInto& into) {
    return call.write("placement", "Placed in an organization", [&](Transaction& tx) {
        return place(tx, call.access(), path.id, into.organization_id, into.all_of_same_text);
    });
}

Result<Placed> put_aside(Call& call, const SetAside& wanted) {
    return call.write("placement", "Set aside in the placement queue", [&](Transaction& tx) {
        return set_aside(tx, call.access(), wanted.id, wanted.all_of_same_text);
    });
}

Result<Suggestions> suggest(Call& call, const SuggestQuery& query) {
    Suggestions answer;
    auto directory =
        call.read([&](Reader& reader) { return union_directory(reader, call.access().workspace); });
    for (auto& candidate : directory->suggest(query.text))
        answer.items.push_back({Id<Organization>{candidate.id}, std::move(candidate.label), 0});
    return answer;
}

}  // namespace

void add_placement_routes(Router& router) {
    router.group("placements")
        .add(Method::get, "/placements", Permission::lead_people, list_waiting,
             "Those who wait to be placed in a local, with suggestions")
        .add(Method::get, "/placements/count", Permission::lead_people, show_count, "How many wait")
        .add(Method::post, "/placements/{id}/place", Permission::lead_people, place_person,
             "Place somebody, and if asked all who wrote the same")
        .add(Method::post, "/placements/{id}/set-aside", Permission::lead_people, put_aside,
             "Take somebody out of the queue, and if asked all who wrote the same")
        .add(Method::get, "/union-suggestions", Permission::see_counts, suggest,
             "Organizations of the directory for what has been typed so far");
}

}  // namespace wallchart
