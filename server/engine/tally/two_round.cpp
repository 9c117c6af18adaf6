// A majority of first choices, else a second round between those who had the most.
#include "engine/tally/adding_up.h"
#include "engine/tally/clean.h"
#include "engine/tally/rules.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

/// Where the votes of the second round come from.
enum class Runoff : std::uint8_t {
    rankings,  ///< from the same ballots: each counts for the finalist ranked higher (contingent vote)
    ballot,    ///< from a second ballot, which is counted by itself
};
BOOST_DESCRIBE_ENUM(Runoff, rankings, ballot)

/// Votes by candidate, of the first on each ballot among those who continue; the last is of nobody.
std::vector<Amount> first_among(const Ballots& ballots, const std::vector<bool>& continues) {
    std::vector<Amount> votes(continues.size() + 1);
    for (std::size_t ballot = 0; ballot < ballots.size(); ++ballot) {
        auto marks = ballots.marks(ballot);
        auto first = std::ranges::find_if(marks, [&](Mark mark) { return continues[mark]; });
        votes[first == marks.end() ? continues.size() : *first] += ballots.weight(ballot);
    }
    return votes;
}

}  // namespace

Result<Count> count_two_round(const Election& election, Options& options) {
    if (election.seats != 1) return failure(ErrorKind::invalid, "two-round elects one.");
    auto clean = TRY(CleanBallots::of(election, TRY(read_clean_rules(options))));
    bool ranked = false;
    for (std::size_t ballot = 0; ballot < clean.ballots().size() && !ranked; ++ballot)
        ranked = clean.ballots().marks(ballot).size() > 1;
    auto runoff = TRY(options.choice("runoff", ranked ? Runoff::rankings : Runoff::ballot));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));

    auto count = begin_count(election);
    count.valid = clean.valid;
    count.invalid = clean.invalid;
    count.exhausted_at_start = clean.exhausted_at_start;
    count.quota = clean.valid / 2 + 1;
    std::vector<bool> continues(election.candidates.size());
    auto all = standing(election);
    for (auto each : all)
        continues[static_cast<std::size_t>(each)] = true;
    auto votes = first_among(clean.ballots(), continues);
    auto of = [&](Candidate each) { return votes[static_cast<std::size_t>(each)]; };
    auto add_round = [&](const std::vector<Candidate>& among) {
        Round round;
        round.tallies.resize(election.candidates.size());
        Amount sum = 0;
        for (auto each : among) {
            round.tallies[static_cast<std::size_t>(each)] = of(each);
            sum += of(each);
        }
        round.exhausted = clean.valid - sum;
        count.rounds.push_back(std::move(round));
    };
    add_round(all);
    if (auto first = *std::ranges::max_element(all, {}, of); of(first) >= *count.quota) {
        TRY(elect_by(count, votes, {first}, 1, ties, "two-round: more than half in the first round"));
        return count;
    }

    std::vector<Candidate> finalists;
    auto left = all;
    while (finalists.size() < 2 && !left.empty()) {
        auto best = of(*std::ranges::max_element(left, {}, of));
        std::vector<Candidate> next;
        std::ranges::copy_if(left, std::back_inserter(next),
                             [&](Candidate each) { return of(each) == best; });
        if (next.size() + finalists.size() > 2) next = { TRY(ties.take(TieFor::winner, next, count)) };
        for (auto each : next)
            std::erase(left, each);
        finalists.insert(finalists.end(), next.begin(), next.end());
    }
    auto names = list_names(election.candidates, finalists);
    count.rounds.back().decisions.push_back(
        {finalists, names + " go on to the second round.", "two-round: nobody has more than half"});
    count.rounds.back().eliminated = left;
    if (runoff == Runoff::ballot) {
        count.outcome.push_back("A second round is needed between " + names + ".");
        return count;
    }
    // Who moves: ballots of those who are out count for the finalist they rank, or for nobody.
    for (auto from : left) {
        std::vector<bool> only(election.candidates.size());
        only[static_cast<std::size_t>(from)] = true;
        std::vector<Amount> gains(election.candidates.size() + 1);
        for (std::size_t ballot = 0; ballot < clean.ballots().size(); ++ballot) {
            auto marks = clean.ballots().marks(ballot);
            if (marks.empty() || marks.front() != from) continue;
            auto to = std::ranges::find_if(marks, [&](Mark mark) {
                return std::ranges::find(finalists, static_cast<Candidate>(mark)) != finalists.end();
            });
            gains[to == marks.end() ? election.candidates.size() : *to] += clean.ballots().weight(ballot);
        }
        for (std::size_t to = 0; to < gains.size(); ++to)
            if (gains[to] > 0)
                count.rounds.back().transfers.push_back(
                    {from, to == election.candidates.size() ? nobody_exhausted : static_cast<Candidate>(to),
                     gains[to]});
    }
    continues.assign(election.candidates.size(), false);
    for (auto each : finalists)
        continues[static_cast<std::size_t>(each)] = true;
    votes = first_among(clean.ballots(), continues);
    add_round(finalists);
    TRY(elect_by(count, votes, finalists, 1, ties, "two-round: the most votes in the second round"));
    return count;
}

}  // namespace wallchart::tally
