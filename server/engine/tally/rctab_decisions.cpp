// Who wins and who is eliminated in a round, and how ties are broken.
#include "engine/tally/rctab_tabulator.h"

#include <algorithm>

namespace wallchart::tally {

Result<RctabTabulator::Group> RctabTabulator::find_winners() {
    auto& round = m_count.rounds.back();
    // Undeclared write-ins go first: nobody is elected while they have votes.
    if (auto write_ins = find_candidate(m_election, write_ins_name);
        write_ins && m_tallies.contains(*write_ins) && m_tallies[*write_ins] != 0)
        return Group{};
    Group everybody;
    for (const auto& [candidate, votes] : m_tallies)
        everybody.push_back(candidate);

    if (m_rules.mode == WinnerElectionMode::bottomsUpUsingPercentageThreshold) {
        bool all = std::ranges::all_of(everybody, [&](Candidate each) { return tally(each) >= m_threshold; });
        if (!all) return Group{};
        round.decisions.push_back({everybody, "Everybody who is left has the share of votes that is asked.",
                                   "bottomsUpUsingPercentageThreshold"});
        return everybody;
    }
    Group winners;
    auto seats_left = m_seats - static_cast<int>(m_count.elected.size());
    if (seats_left > 0) {
        if (static_cast<int>(everybody.size()) == seats_left) {
            winners = everybody;
            round.decisions.push_back(
                {winners, "As many are left as there are seats.", "one candidate for each seat"});
        } else if (m_rules.first_round_threshold == YesNo::yes &&
                   static_cast<int>(everybody.size()) - 1 == m_seats) {
            winners = m_by_tally.rbegin()->second;
            round.decisions.push_back({winners, "The most votes win: one more is left than seats.",
                                       "doesFirstRoundDetermineThreshold"});
        } else if (m_rules.mode != WinnerElectionMode::bottomsUp) {
            for (const auto& [votes, candidates] : m_by_tally)
                if (votes >= m_threshold)
                    std::ranges::copy_if(candidates, std::back_inserter(winners),
                                         [&](Candidate each) { return name(each) != write_ins_name; });
            if (!winners.empty())
                round.decisions.push_back({winners,
                                           list_names(m_election.candidates, winners) +
                                               " reached the threshold of " +
                                               print_amount(m_threshold, m_rules.decimals, Zeros::trim) + ".",
                                           "winning threshold"});
        }
    }
    if (needs_one_winner(winners, seats_left > 0)) {
        winners = m_by_tally.rbegin()->second;
        if (winners.size() > 1) winners = { TRY(break_tie(TieFor::winner, winners)) };
    }
    return winners;
}

/// Whether only the first may win in this round: one winner a round, or two left of whom neither reaches the
/// threshold for one seat.
bool RctabTabulator::needs_one_winner(const Group& winners, bool seats_left) const {
    bool several =
        winners.size() > 1 && (m_rules.mode == WinnerElectionMode::multiWinnerAllowOnlyOneWinnerPerRound ||
                               m_rules.first_round_threshold == YesNo::yes);
    bool none = m_seats == 1 && winners.empty() && m_tallies.size() == 2 && seats_left &&
                m_by_tally.begin()->first >= whole(m_rules.minimum_votes);
    return several || none;
}

/// By the tallies of the round that decided: the whole's, where this is a part of it.
void RctabTabulator::move_surpluses(const Group& winners, const Round& decided) {
    for (auto winner : winners) {
        auto votes = decided.tallies[static_cast<std::size_t>(winner)].value_or(0);
        auto surplus = votes - m_threshold;
        auto fraction = surplus > 0 ? multiply_divide(surplus, m_one, votes) : Amount{0};
        Amount kept = 0;
        for (std::size_t ballot = 0; ballot < m_ballots.size(); ++ballot) {
            if (m_recipient[ballot] != winner || m_activity[ballot] != Activity::active) continue;
            auto moves = multiply_divide(m_value[ballot], fraction, m_one);
            kept += (m_value[ballot] - moves) * m_ballots.weight(ballot);
            m_value[ballot] = moves;
        }
        m_winner_tallies[winner] = kept;
    }
}

Result<RctabTabulator::Group> RctabTabulator::find_losers() {
    auto& decisions = m_count.rounds.back().decisions;
    if (auto write_ins = find_candidate(m_election, write_ins_name);
        write_ins && m_tallies.contains(*write_ins) && m_tallies[*write_ins] > 0) {
        decisions.push_back(
            {{*write_ins}, "Undeclared write-ins are eliminated first.", "undeclared write-ins"});
        return Group{*write_ins};
    }
    if (auto losers = below(whole(m_rules.minimum_votes)); !losers.empty()) {
        if (losers.size() == m_permutation.size())
            return failure(ErrorKind::invalid, "Every candidate has fewer votes than the minimum of " +
                                                   std::to_string(m_rules.minimum_votes) + ".");
        decisions.push_back({losers, "Eliminated for fewer votes than the minimum.", "minimumVoteThreshold"});
        return losers;
    }
    if (m_rules.cutoff_elimination == YesNo::yes) {
        if (auto losers = below(m_threshold); !losers.empty() && losers.size() < m_tallies.size()) {
            decisions.push_back(
                {losers, "Eliminated for fewer votes than the share that is asked.", "cutoffElimination"});
            return losers;
        }
    }
    if (m_rules.batch_elimination == YesNo::yes) {
        if (auto losers = batch(); losers.size() > 1) {
            decisions.push_back({losers, "Eliminated together: even all their votes do not reach the next.",
                                 "batchElimination"});
            return losers;
        }
    }
    if (m_by_tally.empty()) return failure(ErrorKind::invalid, "Nobody is left who could be eliminated.");
    auto last = m_by_tally.begin()->second;
    auto loser = last.size() > 1 ? TRY(break_tie(TieFor::loser, last)) : last.front();
    m_count.rounds.back().decisions.push_back(
        {{loser}, name(loser) + " has the fewest votes and is eliminated.", "fewest votes"});
    return Group{loser};
}

RctabTabulator::Group RctabTabulator::below(Amount bar) const {
    Group losers;
    for (const auto& [votes, candidates] : m_by_tally)
        if (votes < bar) losers.insert(losers.end(), candidates.begin(), candidates.end());
    return losers;
}

/// All who are so low that their votes together are fewer than those of the next.
RctabTabulator::Group RctabTabulator::batch() const {
    Amount running = 0;
    Group seen, losers, losers_before;
    for (const auto& [votes, candidates] : m_by_tally) {
        if (running < votes && seen.size() > losers.size()) {
            losers_before = losers;
            losers = seen;
        }
        running += votes * static_cast<Amount>(candidates.size());
        seen.insert(seen.end(), candidates.begin(), candidates.end());
    }
    // Two must be left where the count goes on until two are.
    auto eliminated = std::ranges::count(m_status, Status::eliminated);
    if (m_rules.continue_until_two == YesNo::yes &&
        static_cast<std::int64_t>(losers.size()) + eliminated == standing() - 1)
        return losers_before;
    return losers;
}

Result<Candidate> RctabTabulator::break_tie(TieFor purpose, Group tied) {
    if (m_rules.tiebreak == TiebreakMode::stated) return m_ties.take(purpose, tied, m_count);
    sort_by_name(tied);
    Tie tie{purpose, tied, 0, {}};
    auto add = [&](Candidate chosen, std::string how) {
        tie.chosen = chosen;
        tie.how += how;
        m_count.rounds.back().ties.push_back(tie);
        return chosen;
    };
    if (m_rules.tiebreak == TiebreakMode::useCandidateOrder ||
        m_rules.tiebreak == TiebreakMode::generatePermutation) {
        auto order = m_permutation;
        if (purpose == TieFor::loser) std::ranges::reverse(order);
        for (auto each : order)
            if (std::ranges::find(tied, each) != tied.end())
                return add(each, "By the order " + list_names(m_election.candidates, m_permutation) + ": " +
                                     (purpose == TieFor::loser ? "the last loses." : "the first wins."));
    }
    if (m_rules.tiebreak == TiebreakMode::previousRoundCountsThenRandom ||
        m_rules.tiebreak == TiebreakMode::previousRoundCountsThenAsk) {
        for (auto round = m_count.rounds.size() - 1; round-- > 0 && tied.size() > 1;) {
            auto at = [&](Candidate each) {
                return m_count.rounds[round].tallies[static_cast<std::size_t>(each)].value_or(0);
            };
            auto [least, most] = std::ranges::minmax(tied, {}, at);
            auto bar = purpose == TieFor::loser ? at(least) : at(most);
            std::erase_if(tied, [&](Candidate each) { return at(each) != bar; });
            if (tied.size() == 1)
                return add(tied.front(), "By the votes in round " + std::to_string(round + 1) + ".");
        }
        tie.how = "Earlier rounds do not part them. ";
    }
    if (m_rules.tiebreak == TiebreakMode::random ||
        m_rules.tiebreak == TiebreakMode::previousRoundCountsThenRandom)
        return add(tied[m_random.pick(tied.size())],
                   "At random, with the seed " + std::to_string(m_rules.seed) + ".");
    return add(TRY(ask(purpose, tied)), "By the answer given when the count stopped.");
}

Result<Candidate> RctabTabulator::ask(TieFor purpose, const Group& tied) {
    auto who = list_names(m_election.candidates, tied);
    if (m_answered == m_rules.answers.size())
        return failure(
            ErrorKind::conflict,
            "The count stops in round " + std::to_string(m_count.rounds.size()) + ": " + who + " are tied" +
                (purpose == TieFor::loser ? " to be eliminated" : " to be elected") +
                ". Decide which of them, and count again with that name added at the end of the option "
                "answers=NAME;NAME;...");
    auto answer = m_rules.answers[m_answered++];
    if (std::ranges::find(tied, answer) == tied.end())
        return failure(ErrorKind::invalid,
                       "The answer " + name(answer) + " is not among those who are tied: " + who + ".");
    return answer;
}

}  // namespace wallchart::tally
