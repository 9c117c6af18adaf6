#pragma once
// The electoral side: races, the candidates in them, and slates of candidates across races.

#include "core/access.h"
#include "core/result.h"
#include "db/journal.h"
#include "db/transaction.h"
#include "http/router.h"

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

}  // namespace wallchart
