// STAR voting (starvoting.org): the two with the most points go to a run-off, in which each ballot counts for
// the one it scores higher. Ties among points are broken by who is preferred to more of those tied, then by
// the most highest scores; a tie in the run-off by points, then likewise; then by lot. Several seats are
// filled one after the other.
#include "engine/tally/adding_up.h"
#include "engine/tally/pairwise.h"
#include "engine/tally/rules.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

class Star {
public:
    Star(const Election& election, const Sums& sums, const Pairwise& pairs, std::int64_t highest,
         TieBreaker& ties, Count& count)
        : m_sums(sums),
          m_pairs(pairs),
          m_ties(ties),
          m_count(count),
          m_most_given(election.candidates.size()) {
        for (std::size_t ballot = 0; ballot < election.ballots.size(); ++ballot) {
            auto marks = election.ballots.marks(ballot);
            for (std::size_t each = 0; each < marks.size(); ++each)
                if (marks[each] == highest) m_most_given[each] += election.ballots.weight(ballot);
        }
    }

    Result<void> fill_seat(std::vector<Candidate>& left, int seat) {
        begin_round(seat, left, [&](Candidate each) { return Amount{points(each)}; });
        if (left.size() == 1) return elect(left, left.front(), "Nobody else is left");
        auto first = TRY(finalist(left));
        auto others = left;
        std::erase(others, first);
        auto second = TRY(finalist(others));
        std::erase(others, second);
        m_count.rounds.back().eliminated = others;
        m_count.rounds.back().decisions.push_back(
            {{first, second},
             name(first) + " and " + name(second) + " have the most points and go to the run-off.",
             "STAR: scoring round"});
        begin_round(seat, {first, second}, [&](Candidate each) {
            return Amount{m_pairs.votes(each, each == first ? second : first)};
        });
        auto& round = m_count.rounds.back();
        round.exhausted = m_count.valid - m_pairs.votes(first, second) - m_pairs.votes(second, first);
        std::vector<Candidate> tied{first, second};
        if (m_pairs.votes(first, second) != m_pairs.votes(second, first))
            tied = {m_pairs.beats(first, second) ? first : second};
        else
            narrow(tied, [&](Candidate each) { return points(each); });
        if (tied.size() > 1)
            narrow(tied, [&](Candidate each) { return m_most_given[static_cast<std::size_t>(each)]; });
        return elect(left, TRY(m_ties.take(TieFor::winner, tied, m_count)), "More ballots prefer this one");
    }

private:
    std::int64_t points(Candidate each) const { return m_sums.votes[static_cast<std::size_t>(each)]; }
    std::string name(Candidate each) const { return m_count.candidates[static_cast<std::size_t>(each)]; }

    template <class Value>
    static void narrow(std::vector<Candidate>& tied, Value value) {
        auto best = value(*std::ranges::max_element(tied, {}, value));
        std::erase_if(tied, [&](Candidate each) { return value(each) != best; });
    }

    Result<Candidate> finalist(std::vector<Candidate> among) {
        narrow(among, [&](Candidate each) { return points(each); });
        auto tied = among;
        narrow(among, [&](Candidate each) {
            return std::ranges::count_if(tied, [&](Candidate other) { return m_pairs.beats(each, other); });
        });
        narrow(among, [&](Candidate each) { return m_most_given[static_cast<std::size_t>(each)]; });
        return m_ties.take(TieFor::winner, among, m_count);
    }

    template <class Tally>
    void begin_round(int seat, const std::vector<Candidate>& among, Tally tally) {
        Round round;
        round.seat = m_count.seats > 1 ? seat : 0;
        round.tallies.resize(m_count.candidates.size());
        for (auto each : among)
            round.tallies[static_cast<std::size_t>(each)] = tally(each);
        m_count.rounds.push_back(std::move(round));
    }

    Result<void> elect(std::vector<Candidate>& left, Candidate winner, const std::string& why) {
        auto& round = m_count.rounds.back();
        m_count.elected.push_back(winner);
        round.elected.push_back(winner);
        round.decisions.push_back({{winner}, why + ": " + name(winner) + " is elected.", "STAR: run-off"});
        std::erase(left, winner);
        return {};
    }

    const Sums& m_sums;
    const Pairwise& m_pairs;
    TieBreaker& m_ties;
    Count& m_count;
    std::vector<std::int64_t> m_most_given;  // by candidate: how many gave the highest score
};

}  // namespace

Result<Count> count_star(const Election& election, Options& options) {
    auto highest = TRY(options.number("highest", 5, 1, highest_score));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    auto sums = TRY(add_up(election, Gives::scores, highest));
    if (sums.invalid > 0)
        return failure(ErrorKind::invalid, std::to_string(sums.invalid) + " ballots have a score above " +
                                               std::to_string(highest) +
                                               ": say the highest with the option highest.");
    auto pairs = TRY(Pairwise::of(election));
    auto count = begin_count(election);
    count.valid = sums.valid;
    count.exhausted_at_start = sums.blank;
    Star star(election, sums, pairs, highest, ties, count);
    auto left = standing(election);
    for (int seat = 1; seat <= election.seats; ++seat)
        TRY(star.fill_seat(left, seat));
    return count;
}

}  // namespace wallchart::tally
