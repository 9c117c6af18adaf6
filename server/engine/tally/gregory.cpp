#include "engine/tally/gregory.h"

#include <algorithm>

namespace wallchart::tally {

GregoryCount::GregoryCount(const Election& election, const CleanBallots& clean, int digits, Count& count)
    : m_ballots(clean.ballots()),
      m_count(count),
      m_one(power_of_ten(digits)),
      m_piles(election.candidates.size()),
      m_position(m_ballots.size()),
      m_value(m_ballots.size(), static_cast<std::uint32_t>(m_one)),
      m_votes(election.candidates.size()),
      m_standing(election.candidates.size(), Standing::continuing) {
    for (auto each : election.withdrawn)
        m_standing[static_cast<std::size_t>(each)] = Standing::withdrawn;
    count.digits = digits;
    for (std::size_t ballot = 0; ballot < m_ballots.size(); ++ballot) {
        auto marks = m_ballots.marks(ballot);
        if (marks.empty()) continue;
        m_piles[marks.front()].push_back(static_cast<std::uint32_t>(ballot));
        m_votes[marks.front()] += m_ballots.weight(ballot) * m_one;
    }
    begin_round();
}

std::vector<Candidate> GregoryCount::all(Standing standing) const {
    std::vector<Candidate> found;
    for (std::size_t each = 0; each < m_standing.size(); ++each)
        if (m_standing[each] == standing) found.push_back(static_cast<Candidate>(each));
    std::ranges::stable_sort(found, std::greater<>{}, [&](Candidate each) { return votes(each); });
    return found;
}

std::vector<Candidate> GregoryCount::fewest(const std::vector<Candidate>& candidates) const {
    auto bar = votes(*std::ranges::min_element(candidates, {}, [&](Candidate each) { return votes(each); }));
    std::vector<Candidate> found;
    std::ranges::copy_if(candidates, std::back_inserter(found),
                         [&](Candidate each) { return votes(each) == bar; });
    return found;
}

std::vector<Candidate> GregoryCount::most(const std::vector<Candidate>& candidates) const {
    auto bar = votes(*std::ranges::max_element(candidates, {}, [&](Candidate each) { return votes(each); }));
    std::vector<Candidate> found;
    std::ranges::copy_if(candidates, std::back_inserter(found),
                         [&](Candidate each) { return votes(each) == bar; });
    return found;
}

std::vector<Candidate> GregoryCount::sure_losers(const std::vector<Candidate>& pending) const {
    auto lowest_first = all(Standing::continuing);
    std::ranges::reverse(lowest_first);
    Amount sum = 0;
    for (auto each : pending)
        sum += votes(each) - *m_count.quota;
    std::size_t losers = 0;
    auto most = lowest_first.size() - static_cast<std::size_t>(unfilled());
    for (std::size_t at = 0; at < most && at + 1 < lowest_first.size(); ++at) {
        sum += votes(lowest_first[at]);
        if (sum < votes(lowest_first[at + 1])) losers = at + 1;
    }
    lowest_first.resize(losers);
    return lowest_first;
}

void GregoryCount::begin_round() {
    Round round;
    for (std::size_t each = 0; each < m_votes.size(); ++each) {
        bool stands = m_standing[each] != Standing::withdrawn;
        round.tallies.push_back(stands ? std::optional(m_votes[each]) : std::nullopt);
    }
    round.exhausted = m_exhausted + m_residual;
    round.residual = m_residual;
    m_count.rounds.push_back(std::move(round));
}

void GregoryCount::elect(Candidate candidate, std::string text, std::string clause) {
    m_standing[static_cast<std::size_t>(candidate)] = Standing::elected;
    m_count.elected.push_back(candidate);
    round().elected.push_back(candidate);
    round().decisions.push_back({{candidate}, std::move(text), std::move(clause)});
}

void GregoryCount::eliminate(Candidate candidate, std::string text, std::string clause) {
    m_standing[static_cast<std::size_t>(candidate)] = Standing::eliminated;
    round().eliminated.push_back(candidate);
    round().decisions.push_back({{candidate}, std::move(text), std::move(clause)});
}

template <class Revalue>
void GregoryCount::move(Candidate from, Revalue revalue, Amount stays) {
    std::vector<Amount> gains(m_votes.size());
    Amount exhausted = 0, moved = 0;
    auto pile = std::move(m_piles[static_cast<std::size_t>(from)]);
    m_piles[static_cast<std::size_t>(from)] = {};
    for (auto ballot : pile) {
        auto marks = m_ballots.marks(ballot);
        auto position = static_cast<std::size_t>(m_position[ballot]) + 1;
        while (position < marks.size() && m_standing[marks[position]] != Standing::continuing)
            ++position;
        auto value = revalue(m_value[ballot]);
        Amount worth = m_ballots.weight(ballot) * static_cast<Amount>(value);
        moved += worth;
        if (position == marks.size()) {
            exhausted += worth;
            continue;
        }
        m_value[ballot] = value;
        m_position[ballot] = static_cast<std::uint16_t>(position);
        m_piles[marks[position]].push_back(ballot);
        gains[marks[position]] += worth;
    }
    auto residual = votes(from) - stays - moved;
    auto& transfers = round().transfers;
    for (std::size_t each = 0; each < gains.size(); ++each) {
        if (gains[each] == 0) continue;
        m_votes[each] += gains[each];
        transfers.push_back({from, static_cast<Candidate>(each), gains[each]});
    }
    if (exhausted != 0) transfers.push_back({from, nobody_exhausted, exhausted});
    if (residual != 0) transfers.push_back({from, nobody_residual, residual});
    m_exhausted += exhausted;
    m_residual += residual;
    m_votes[static_cast<std::size_t>(from)] = stays;
}

void GregoryCount::move_all(Candidate from) {
    move(from, [](std::uint32_t value) { return value; }, 0);
}

void GregoryCount::move_surplus(Candidate from, Amount surplus, ValueSteps steps) {
    auto total = votes(from);
    auto fraction = multiply_divide(surplus, m_one, total);
    auto reduced = [&](Amount value) {
        switch (steps) {
            case ValueSteps::at_once:
                return multiply_divide(value, surplus, total);
            case ValueSteps::each_operation:
                return multiply_divide(value * surplus / m_one, m_one, total);
            case ValueSteps::fraction_first:
                return value * fraction / m_one;
        }
        return Amount{0};
    };
    // Most ballots of a pile have one of few values: what they become is computed once.
    std::uint32_t last = 0, becomes = 0;
    move(
        from,
        [&](std::uint32_t value) {
            if (value != last) {
                last = value;
                becomes = static_cast<std::uint32_t>(reduced(value));
            }
            return becomes;
        },
        total - surplus);
}

}  // namespace wallchart::tally
