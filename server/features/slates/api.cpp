#include "features/slates/slates.h"

namespace wallchart {
namespace {

struct RacePath {
    Id<Race> id;
};
BOOST_DESCRIBE_STRUCT(RacePath, (), (id))
struct CandidatePath {
    Id<Candidate> id;
};
BOOST_DESCRIBE_STRUCT(CandidatePath, (), (id))
struct SlatePath {
    Id<Slate> id;
};
BOOST_DESCRIBE_STRUCT(SlatePath, (), (id))

/// What is written of a race; a PUT replaces all of it.
struct RaceInput {
    std::string name;
    std::string office;
    RaceLevel level = RaceLevel::federal;
    std::string district;
    std::string state;
    Date election_on{};
};
BOOST_DESCRIBE_STRUCT(RaceInput, (), (name, office, level, district, state, election_on))

Result<Race> with(Race race, const RaceInput& input) {
    race.name = input.name;
    race.office = input.office;
    race.level = input.level;
    race.district = input.district;
    race.state = input.state;
    race.election_on = input.election_on;
    TRY(check_race(race));
    return race;
}

Result<Page<Race>> races(Call& call, const SlatesQuery& query) {
    return call.read([&](Reader& reader) { return list_races(reader, call.access().workspace, query); });
}

Result<Race> show_race(Call& call, const RacePath& path) {
    return call.read([&](Reader& reader) { return find_race(reader, call.access().workspace, path.id); });
}

Result<Race> add_race(Call& call, const RaceInput& input) {
    return call.write("edit", "Added a race", [&](Transaction& tx) -> Result<Race> {
        Race race;
        race.workspace_id = call.access().workspace;
        race = TRY(with(std::move(race), input));
        tx.insert(race);
        call.set_status(201);
        return race;
    });
}

Result<Race> change_race(Call& call, const RacePath& path, const RaceInput& input) {
    return call.write("edit", "Changed a race", [&](Transaction& tx) -> Result<Race> {
        auto stored = TRY(find_race(tx, call.access().workspace, path.id));
        auto race = TRY(with(stored, input));
        race.revision = call.expected_revision(stored.revision);
        TRY(tx.update(race));
        return race;
    });
}

Result<Nothing> delete_race(Call& call, const RacePath& path) {
    return call.write("edit", "Deleted a race", [&](Transaction& tx) -> Result<Nothing> {
        auto race = TRY(find_race(tx, call.access().workspace, path.id));
        race.revision = call.expected_revision(race.revision);
        TRY(erase_race(tx, race));
        return Nothing{};
    });
}

struct CandidateInput {
    Id<Race> race_id;
    std::string given_name;
    std::string family_name;
    std::vector<std::string> line;
    std::string statement;
    std::string website;
    int goal = 10;
};
BOOST_DESCRIBE_STRUCT(CandidateInput, (), (race_id, given_name, family_name, line, statement, website, goal))

Result<Candidate> with(Reader& reader, Candidate candidate, const CandidateInput& input) {
    if (!find_race(reader, candidate.workspace_id, input.race_id))
        return invalid("/race_id", "This race does not exist.");
    candidate.race_id = input.race_id;
    candidate.given_name = input.given_name;
    candidate.family_name = input.family_name;
    candidate.line = input.line;
    candidate.statement = input.statement;
    candidate.website = input.website;
    candidate.goal = input.goal;
    TRY(check_candidate(candidate));
    return candidate;
}

Result<Page<CandidateView>> candidates(Call& call, const SlatesQuery& query) {
    return call.read([&](Reader& reader) { return list_candidates(reader, call.access().workspace, query); });
}

Result<CandidateView> show_candidate(Call& call, const CandidatePath& path) {
    return call.read(
        [&](Reader& reader) { return find_candidate_view(reader, call.access().workspace, path.id); });
}

Result<CandidateView> add_candidate(Call& call, const CandidateInput& input) {
    return call.write("edit", "Added a candidate", [&](Transaction& tx) -> Result<CandidateView> {
        Candidate candidate;
        candidate.workspace_id = call.access().workspace;
        candidate = TRY(with(tx, std::move(candidate), input));
        tx.insert(candidate);
        call.set_status(201);
        return find_candidate_view(tx, candidate.workspace_id, candidate.id);
    });
}

Result<CandidateView> change_candidate(Call& call, const CandidatePath& path, const CandidateInput& input) {
    return call.write("edit", "Changed a candidate", [&](Transaction& tx) -> Result<CandidateView> {
        auto stored = TRY(find_candidate(tx, call.access().workspace, path.id));
        auto candidate = TRY(with(tx, stored, input));
        candidate.revision = call.expected_revision(stored.revision);
        TRY(tx.update(candidate));
        return find_candidate_view(tx, candidate.workspace_id, candidate.id);
    });
}

Result<Nothing> delete_candidate(Call& call, const CandidatePath& path) {
    return call.write("edit", "Deleted a candidate", [&](Transaction& tx) -> Result<Nothing> {
        auto candidate = TRY(find_candidate(tx, call.access().workspace, path.id));
        candidate.revision = call.expected_revision(candidate.revision);
        TRY(erase_candidate(tx, candidate));
        return Nothing{};
    });
}

struct SlateInput {
    std::string name;
    int goal = 10;
    std::vector<Id<Candidate>> candidate_ids;  ///< in their order on the slate
};
BOOST_DESCRIBE_STRUCT(SlateInput, (), (name, goal, candidate_ids))

Result<Page<SlateView>> slates(Call& call, const SlatesQuery& query) {
    return call.read([&](Reader& reader) { return list_slates(reader, call.access().workspace, query); });
}

Result<SlateView> show_slate(Call& call, const SlatePath& path) {
    return call.read(
        [&](Reader& reader) { return find_slate_view(reader, call.access().workspace, path.id); });
}

Result<SlateView> add_slate(Call& call, const SlateInput& input) {
    return call.write("edit", "Added a slate", [&](Transaction& tx) -> Result<SlateView> {
        Slate slate{{}, call.access().workspace, input.name, input.goal, {}};
        TRY(check_slate(slate));
        tx.insert(slate);
        TRY(set_slate_candidates(tx, slate, input.candidate_ids));
        call.set_status(201);
        return find_slate_view(tx, slate.workspace_id, slate.id);
    });
}

Result<SlateView> change_slate(Call& call, const SlatePath& path, const SlateInput& input) {
    return call.write("edit", "Changed a slate", [&](Transaction& tx) -> Result<SlateView> {
        auto slate = TRY(find_slate(tx, call.access().workspace, path.id));
        slate.name = input.name;
        slate.goal = input.goal;
        TRY(check_slate(slate));
        slate.revision = call.expected_revision(slate.revision);
        TRY(tx.update(slate));
        TRY(set_slate_candidates(tx, slate, input.candidate_ids));
        return find_slate_view(tx, slate.workspace_id, slate.id);
    });
}

Result<Nothing> delete_slate(Call& call, const SlatePath& path) {
    return call.write("edit", "Deleted a slate", [&](Transaction& tx) -> Result<Nothing> {
        auto slate = TRY(find_slate(tx, call.access().workspace, path.id));
        slate.revision = call.expected_revision(slate.revision);
        TRY(erase_slate(tx, slate));
        return Nothing{};
    });
}

}  // namespace

void add_slate_routes(Router& router) {
    router.group("slates")
        .add(Method::get, "/races", Permission::see_counts, races, "Races that candidates run in")
        .add(Method::post, "/races", Permission::organize, add_race, "Add a race")
        .add(Method::get, "/races/{id}", Permission::see_counts, show_race, "A race")
        .add(Method::put, "/races/{id}", Permission::organize, change_race, "Replace what is known of a race")
        .add(Method::delete_, "/races/{id}", Permission::organize, delete_race,
             "Delete a race nobody runs in")
        .add(Method::get, "/candidates", Permission::see_counts, candidates,
             "Candidates, with race and slates")
        .add(Method::post, "/candidates", Permission::organize, add_candidate, "Add a candidate")
        .add(Method::get, "/candidates/{id}", Permission::see_counts, show_candidate, "A candidate")
        .add(Method::put, "/candidates/{id}", Permission::organize, change_candidate,
             "Replace what is known of a candidate")
        .add(Method::delete_, "/candidates/{id}", Permission::organize, delete_candidate,
             "Delete a candidate that no drive names")
        .add(Method::get, "/slates", Permission::see_counts, slates, "Slates with their candidates")
        .add(Method::post, "/slates", Permission::organize, add_slate, "Add a slate")
        .add(Method::get, "/slates/{id}", Permission::see_counts, show_slate, "A slate")
        .add(Method::put, "/slates/{id}", Permission::organize, change_slate,
             "Replace a slate's name, goal and candidates")
        .add(Method::delete_, "/slates/{id}", Permission::organize, delete_slate,
             "Delete a slate that no drive names");
}

}  // namespace wallchart
