#include "engine/tally/rctab_tabulator.h"

#include "engine/tally/rules.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

TieRules stated_ties(const RctabRules& rules) {
    return rules.tiebreak == TiebreakMode::stated ? rules.ties : TieRules{};
}

constexpr std::size_t index(Activity activity) {
    return static_cast<std::size_t>(activity);
}

}  // namespace

RctabTabulator::RctabTabulator(const Election& election, const Ballots& ballots, const RctabRules& rules,
                               const std::vector<Candidate>& excluded, int seats)
    : m_election(election),
      m_rules(rules),
      m_ballots(ballots),
      m_choice(rules, election.candidates.size()),
      m_ties(election, stated_ties(rules)),
      m_random(rules.seed),
      m_one(power_of_ten(rules.decimals)),
      m_seats(seats),
      m_count(begin_count(election)),
      m_status(election.candidates.size(), Status::continuing),
      m_round_of(election.candidates.size()),
      m_recipient(m_ballots.size(), -1),
      m_activity(m_ballots.size(), Activity::active),
      m_value(m_ballots.size(), m_one) {
    m_count.digits = rules.decimals;
    m_count.zeros = Zeros::trim;
    m_count.seats = seats;
    for (auto each : excluded)
        m_status[static_cast<std::size_t>(each)] = Status::excluded;
    for (Candidate each = 0; each < static_cast<Candidate>(election.candidates.size()); ++each)
        if (name(each) != write_ins_name) m_permutation.push_back(each);
    if (rules.tiebreak == TiebreakMode::generatePermutation) {
        sort_by_name(m_permutation);
        m_random.shuffle(m_permutation);
    }
}

Result<Count> RctabTabulator::run() {
    while (goes_on()) {
        deal();
        // Once the one winner is found, the threshold that was reached stays.
        if (m_count.rounds.size() == 1 ||
            (m_seats == 1 && m_rules.first_round_threshold == YesNo::no && m_count.elected.empty()))
            set_threshold();
        fill_round();
        auto winners = TRY(find_winners());
        if (!winners.empty()) {
            win(winners);
            if (m_seats > 1 && m_rules.mode != WinnerElectionMode::bottomsUp)
                move_surpluses(winners, m_count.rounds.back());
        } else {
            auto eliminated = std::ranges::count(m_status, Status::eliminated);
            bool until_two = m_rules.continue_until_two == YesNo::yes && eliminated < standing() - 2;
            if (static_cast<int>(m_count.elected.size()) < m_seats || until_two ||
                m_rules.mode == WinnerElectionMode::bottomsUpUsingPercentageThreshold)
                lose(TRY(find_losers()));
        }
        if (m_count.rounds.back().elected.empty() && m_count.rounds.back().eliminated.empty()) break;
    }
    m_count.quota = m_threshold;
    return std::move(m_count);
}

Count RctabTabulator::follow(const Count& whole) {
    m_follows = YesNo::yes;
    for (const auto& decided : whole.rounds) {
        deal();
        m_threshold = decided.quota.value_or(0);
        fill_round();
        win(decided.elected);
        if (m_seats > 1 && m_rules.mode != WinnerElectionMode::bottomsUp)
            move_surpluses(decided.elected, decided);
        lose(decided.eliminated);
    }
    m_count.quota = whole.quota;
    return std::move(m_count);
}

void RctabTabulator::win(const Group& winners) {
    for (auto each : winners) {
        m_status[static_cast<std::size_t>(each)] = Status::winner;
        m_round_of[static_cast<std::size_t>(each)] = m_count.rounds.size();
        m_count.elected.push_back(each);
        m_count.rounds.back().elected.push_back(each);
    }
}

void RctabTabulator::lose(const Group& losers) {
    for (auto each : losers) {
        m_status[static_cast<std::size_t>(each)] = Status::eliminated;
        m_round_of[static_cast<std::size_t>(each)] = m_count.rounds.size();
        m_count.rounds.back().eliminated.push_back(each);
    }
}

std::int64_t RctabTabulator::standing() const {
    return static_cast<std::int64_t>(m_status.size()) - std::ranges::count(m_status, Status::excluded);
}

bool RctabTabulator::won_in(std::size_t round) const {
    return std::ranges::any_of(
        m_count.elected, [&](Candidate each) { return m_round_of[static_cast<std::size_t>(each)] == round; });
}

bool RctabTabulator::goes_on() const {
    auto round = m_count.rounds.size();
    auto winners = static_cast<std::int64_t>(m_count.elected.size());
    auto eliminated = std::ranges::count(m_status, Status::eliminated);
    if (static_cast<std::int64_t>(round) >= m_rules.stop_after_round) return false;
    if (m_rules.continue_until_two == YesNo::yes) {
        bool just_eliminated = round > 0 && !m_count.rounds.back().eliminated.empty();
        return eliminated + winners + 1 < standing() || just_eliminated;
    }
    if (m_rules.mode == WinnerElectionMode::bottomsUpUsingPercentageThreshold) return winners == 0;
    // With several seats, one round more shows where the last surpluses went.
    return winners < m_seats ||
           (m_seats > 1 && won_in(round) && m_rules.mode != WinnerElectionMode::bottomsUp);
}

bool RctabTabulator::continues(Candidate candidate) const {
    auto status = m_status[static_cast<std::size_t>(candidate)];
    return status == Status::continuing ||
           (status == Status::winner && m_rules.continue_until_two == YesNo::yes);
}

void RctabTabulator::deal() {
    std::vector<bool> continuing(m_status.size());
    m_tallies.clear();
    for (Candidate each = 0; each < static_cast<Candidate>(m_status.size()); ++each) {
        continuing[static_cast<std::size_t>(each)] = continues(each);
        if (continues(each)) m_tallies[each] = 0;
    }
    m_inactive = {};
    m_moves.clear();
    bool last = m_seats > 1 && static_cast<int>(m_count.elected.size()) >= m_seats;
    for (std::size_t ballot = 0; ballot < m_ballots.size(); ++ballot) {
        auto votes = m_ballots.weight(ballot) * m_value[ballot];
        if (m_activity[ballot] != Activity::active) {
            m_inactive[index(m_activity[ballot])] += votes;
            continue;
        }
        auto from = m_recipient[ballot];
        if (from < 0 || !continuing[static_cast<std::size_t>(from)]) {
            auto choice = m_choice.choose(m_ballots.marks(ballot), continuing);
            if (votes != 0 && from >= 0) m_moves[from][choice.candidate] += votes;
            m_recipient[ballot] = static_cast<std::int16_t>(choice.candidate);
            m_activity[ballot] = choice.activity;
            // When all seats are filled nobody is left to take a surplus: the ballots are not to blame.
            if (choice.activity != Activity::active && last) m_activity[ballot] = Activity::final_surplus;
            if (choice.activity != Activity::active) {
                m_inactive[index(m_activity[ballot])] += votes;
                continue;
            }
        }
        m_tallies[m_recipient[ballot]] += votes;
    }
    begin_round(continuing);
}

void RctabTabulator::record_transfer(Candidate from, Candidate to, Amount votes) {
    m_count.rounds.back().transfers.push_back({from, to, votes});
}

void RctabTabulator::begin_round(const std::vector<bool>& continuing) {
    if (!m_count.rounds.empty()) {
        for (const auto& [from, moves] : m_moves)
            for (const auto& [to, votes] : moves)
                record_transfer(from, to, votes);
        fill_winners();
    }
    Round round;
    round.tallies.resize(continuing.size());
    for (const auto& [candidate, votes] : m_tallies)
        round.tallies[static_cast<std::size_t>(candidate)] = votes;
    for (const auto& [winner, votes] : m_winner_tallies)
        round.tallies[static_cast<std::size_t>(winner)] = votes;
    m_count.rounds.push_back(std::move(round));
    m_by_tally.clear();
    for (const auto& [candidate, votes] : m_tallies)
        m_by_tally[votes].push_back(candidate);
}

/// What was lost in fractions when the surpluses of the last round moved; the winners keep the threshold.
void RctabTabulator::fill_winners() {
    for (auto& [winner, votes] : m_winner_tallies) {
        if (m_round_of[static_cast<std::size_t>(winner)] != m_count.rounds.size()) continue;
        auto residual = votes - m_threshold;
        if (residual <= 0 || m_follows == YesNo::yes) continue;
        m_residual += residual;
        votes = m_threshold;
        record_transfer(winner, nobody_residual, residual);
    }
}

void RctabTabulator::fill_round() {
    auto& round = m_count.rounds.back();
    Amount inactive = 0;
    for (auto activity : {Activity::overvote, Activity::skipped, Activity::repeated, Activity::exhausted,
                          Activity::final_surplus})
        inactive += m_inactive[index(activity)];
    if (m_count.rounds.size() == 1) {
        m_inactive_at_start = inactive;
        m_count.invalid = static_cast<std::int64_t>(m_inactive[index(Activity::overvote)] / m_one);
        m_count.exhausted_at_start =
            static_cast<std::int64_t>((inactive + m_inactive[index(Activity::undervote)]) / m_one) -
            m_count.invalid;
        m_count.valid = m_ballots.total() - m_count.invalid - m_count.exhausted_at_start;
    }
    round.exhausted = inactive - m_inactive_at_start + m_residual;
    round.residual = m_residual;
    round.quota = m_threshold;
    round.notes = {{"overvotes", m_inactive[index(Activity::overvote)]},
                   {"skippedRankings", m_inactive[index(Activity::skipped)]},
                   {"exhaustedChoices", m_inactive[index(Activity::exhausted)]},
                   {"repeatedRankings", m_inactive[index(Activity::repeated)]},
                   {"undervotes", m_inactive[index(Activity::undervote)]}};
    if (m_inactive[index(Activity::final_surplus)] != 0)
        round.notes.emplace_back("finalRoundSurplus", m_inactive[index(Activity::final_surplus)]);
}

void RctabTabulator::set_threshold() {
    Amount active = 0;
    for (const auto& [candidate, votes] : m_tallies)
        active += votes;
    if (m_rules.mode == WinnerElectionMode::bottomsUpUsingPercentageThreshold) {
        m_threshold = divide(active * m_rules.bottoms_up_percent, 100, Rounding::up);
    } else {
        auto unit = m_rules.fractional_threshold == YesNo::yes ? Amount{1} : m_one;
        bool hare = m_rules.hare_quota == YesNo::yes;
        auto divisor = static_cast<Amount>(hare ? m_seats : m_seats + 1) * unit;
        m_threshold = hare ? divide(active, divisor, Rounding::up) * unit : (active / divisor + 1) * unit;
    }
    m_threshold = std::max(m_threshold, whole(m_rules.minimum_votes));
}

void RctabTabulator::sort_by_name(Group& group) const {
    std::ranges::sort(group, {}, [&](Candidate each) { return name(each); });
}

}  // namespace wallchart::tally
