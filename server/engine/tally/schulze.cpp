// Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and condorcet-consistent
// single-winner election method" (2011): one candidate stands before another if the strongest chain of
// majorities that leads from the one to the other is stronger than any that leads back.
#include "engine/tally/pairwise.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

enum class Strength : std::uint8_t { winning_votes, margins };
BOOST_DESCRIBE_ENUM(Strength, winning_votes, margins)

using Table = std::vector<std::vector<std::int64_t>>;

Table strongest_paths(const Pairwise& pairs, Strength strength) {
    const auto& all = pairs.candidates();
    Table paths(all.size(), std::vector<std::int64_t>(all.size()));
    for (std::size_t from = 0; from < all.size(); ++from)
        for (std::size_t to = 0; to < all.size(); ++to) {
            if (from == to || !pairs.beats(all[from], all[to])) continue;
            auto votes = pairs.votes(all[from], all[to]);
            paths[from][to] =
                strength == Strength::winning_votes ? votes : votes - pairs.votes(all[to], all[from]);
        }
    for (std::size_t by = 0; by < all.size(); ++by)
        for (std::size_t from = 0; from < all.size(); ++from) {
            if (paths[from][by] == 0) continue;
            for (std::size_t to = 0; to < all.size(); ++to)
                if (from != to)
                    paths[from][to] = std::max(paths[from][to], std::min(paths[from][by], paths[by][to]));
        }
    return paths;
}

}  // namespace

Result<Count> count_schulze(const Election& election, Options& options) {
    auto strength = TRY(options.choice("strength", Strength::winning_votes));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    auto pairs = TRY(Pairwise::of(election));
    auto count = begin_condorcet(election, pairs);
    auto paths = strongest_paths(pairs, strength);
    const auto& all = pairs.candidates();
    std::vector<std::size_t> left(all.size());
    for (std::size_t at = 0; at < left.size(); ++at)
        left[at] = at;
    for (int seat = 0; seat < election.seats; ++seat) {
        std::vector<Candidate> first;
        for (auto each : left)
            if (std::ranges::none_of(
                    left, [&](std::size_t other) { return paths[other][each] > paths[each][other]; }))
                first.push_back(all[each]);
        auto winner = TRY(ties.take(TieFor::winner, first, count));
        auto& round = count.rounds.back();
        count.elected.push_back(winner);
        round.elected.push_back(winner);
        round.decisions.push_back(
            {{winner},
             election.candidates[static_cast<std::size_t>(winner)] +
                 " has a path to each of the others that is at least as strong as any back.",
             "Schulze 2011, section 2.2"});
        std::erase_if(left, [&](std::size_t each) { return all[each] == winner; });
    }
    return count;
}

}  // namespace wallchart::tally
