#pragma once
// The electoral side: races, the candidates in them, and slates of candidates across races.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "http/router.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart {

enum class RaceLevel : std::uint8_t { local, state, federal, ballot_measure };
BOOST_DESCRIBE_ENUM(RaceLevel, local, state, federal, ballot_measure)

struct Race {
    static constexpr std::string_view table = "race";
    Id<Race> id;
    Id<Workspace> workspace_id;
    std::string name;  ///< "U.S. House NB-2"
    std::string office;
    RaceLevel level = RaceLevel::federal;
    std::string district;  ///< "NB-2"
    std::string state;
    Date election_on{};
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Race, (),
                      (id, workspace_id, name, office, level, district, state, election_on, revision))

struct Candidate {
    static constexpr std::string_view table = "candidate";
    Id<Candidate> id;
    Id<Workspace> workspace_id;
    Id<Race> race_id;
    std::string given_name;
    std::string family_name;
    std::vector<std::string> line;  ///< the lines they run on: "independent", or names of parties
    std::string statement;
    std::string website;
    int goal = 10;  ///< locals wanted
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (id, workspace_id, race_id, given_name, family_name, line, statement, website, goal,
                       revision))

struct Slate {
    static constexpr std::string_view table = "slate";
    Id<Slate> id;
    Id<Workspace> workspace_id;
    std::string name;
    int goal = 10;  ///< locals wanted for each candidate
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(Slate, (), (id, workspace_id, name, goal, revision))

struct SlateCandidate {
    static constexpr std::string_view table = "slate_candidate";
    Id<SlateCandidate> id;
    Id<Slate> slate_id;
    Id<Candidate> candidate_id;
    int position = 0;
    Id<Batch> revision;
};
BOOST_DESCRIBE_STRUCT(SlateCandidate, (), (id, slate_id, candidate_id, position, revision))

// ---- rules.cpp ----

/// "Ana Rivera".
std::string candidate_name(const Candidate& candidate);
/// Lengths, a name, an election day; a ballot measure is a race of its own. Errors: invalid, with every
/// fault.
Result<void> check_race(const Race& race);
/// Lengths, a family name, one to five different lines, a goal from 0 to 1,000. Trims the lines.
Result<void> check_candidate(Candidate& candidate);
Result<void> check_slate(const Slate& slate);

// ---- store.cpp ----

/// A candidate as shown, with their race and the slates they are on.
struct CandidateView {
    Candidate candidate;
    std::string name;
    Race race;
    std::vector<Slate> slates;
};
BOOST_DESCRIBE_STRUCT(CandidateView, (), (candidate, name, race, slates))

/// A slate with its candidates in their order.
struct SlateView {
    Slate slate;
    std::vector<CandidateView> candidates;
};
BOOST_DESCRIBE_STRUCT(SlateView, (), (slate, candidates))

/// Errors of all finders: not_found, for those of another workspace too.
Result<Race> find_race(Reader& reader, Id<Workspace> workspace, Id<Race> id);
Result<Candidate> find_candidate(Reader& reader, Id<Workspace> workspace, Id<Candidate> id);
Result<Slate> find_slate(Reader& reader, Id<Workspace> workspace, Id<Slate> id);
Result<CandidateView> find_candidate_view(Reader& reader, Id<Workspace> workspace, Id<Candidate> id);
Result<SlateView> find_slate_view(Reader& reader, Id<Workspace> workspace, Id<Slate> id);

/// In the order in which they were made. Errors: invalid (cursor, limit).
struct SlatesQuery {
    std::string cursor;
    int limit = 50;  ///< 1 to 200
};
BOOST_DESCRIBE_STRUCT(SlatesQuery, (), (cursor, limit))
Result<Page<Race>> list_races(Reader& reader, Id<Workspace> workspace, const SlatesQuery& query);
Result<Page<CandidateView>> list_candidates(Reader& reader, Id<Workspace> workspace,
                                            const SlatesQuery& query);
Result<Page<SlateView>> list_slates(Reader& reader, Id<Workspace> workspace, const SlatesQuery& query);

/// Writes the slate's candidates in this order: adds, moves and takes out. That gives the slate a new
/// revision. Errors: invalid for one that is named twice or not of the workspace.
Result<void> set_slate_candidates(Transaction& tx, Slate& slate,
                                  const std::vector<Id<Candidate>>& candidates);

/// Errors: stale, and conflict as long as candidates run in it.
Result<void> erase_race(Transaction& tx, const Race& race);
/// With their places on slates. Errors: stale, and conflict as long as drives or endorsements name them.
Result<void> erase_candidate(Transaction& tx, const Candidate& candidate);
/// Errors: stale, and conflict as long as drives or endorsements name it.
Result<void> erase_slate(Transaction& tx, const Slate& slate);

// ---- api.cpp ----

void add_slate_routes(Router& router);

}  // namespace wallchart
