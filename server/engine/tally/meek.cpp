// STV by Meek's method and by Warren's, in the exact steps of the PR Foundation's Reference Meek Rule
// (prfound.org), whose clauses are named: keep factors are moved until hardly any surplus is left, then the
// last is defeated. Warren (Voting Matters 4, 1994) differs in what a ballot gives to those elected: the
// same from each, as far as it has it, instead of the same share.
#include "engine/tally/clean.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

#include <algorithm>
#include <map>

namespace wallchart::tally {
namespace {

enum class Keep : std::uint8_t { share, amount };
enum class State : std::uint8_t { hopeful, elected, defeated };

class MeekCount {
public:
    MeekCount(const CleanBallots& clean, Keep keep, int digits, int omega, TieBreaker& ties, Count& count)
        : m_ballots(clean.ballots()),
          m_keep(keep),
          m_one(power_of_ten(digits)),
          m_omega(power_of_ten(digits - omega)),
          m_ties(ties),
          m_count(count),
          m_state(count.candidates.size(), State::hopeful),
          m_factor(count.candidates.size(), m_one),
          m_votes(count.candidates.size()) {
        count.digits = digits;
    }

    void withdraw(Candidate candidate) {
        m_state[static_cast<std::size_t>(candidate)] = State::defeated;
        m_factor[static_cast<std::size_t>(candidate)] = 0;
        m_withdrawn.push_back(candidate);
    }

    Result<void> run() {
        while (static_cast<int>(hopeful().size()) > unfilled() && unfilled() > 0) {
            gather();
            auto stopped = iterate();
            begin_round();
            if (stopped == Stopped::elected) {
                elect_winners();
            } else {
                TRY(defeat_low());
            }
        }
        finish();
        return {};
    }

private:
    enum class Stopped : std::uint8_t { elected, small, stable };

    std::vector<Candidate> hopeful() const {
        std::vector<Candidate> found;
        for (std::size_t each = 0; each < m_state.size(); ++each)
            if (m_state[each] == State::hopeful) found.push_back(static_cast<Candidate>(each));
        std::ranges::stable_sort(found, std::greater<>{},
                                 [&](Candidate each) { return m_votes[static_cast<std::size_t>(each)]; });
        return found;
    }
    int unfilled() const { return m_count.seats - static_cast<int>(m_count.elected.size()); }
    Amount votes(Candidate each) const { return m_votes[static_cast<std::size_t>(each)]; }

    /// Ballots that are alike as far as they can matter in this round, up to the first hopeful candidate, as
    /// one. Who was defeated in the round before stays in, so that it can be said where the votes went.
    void gather() {
        m_groups = Ballots();
        std::vector<Mark> marks;
        for (std::size_t ballot = 0; ballot < m_ballots.size(); ++ballot) {
            marks.clear();
            for (auto mark : m_ballots.marks(ballot)) {
                if (m_state[mark] == State::defeated && mark != m_last_defeated) continue;
                marks.push_back(mark);
                if (m_state[mark] == State::hopeful) break;
            }
            // The groups are no more than the ballots, which fitted.
            if (!marks.empty()) (void)m_groups.add(marks, m_ballots.weight(ballot));
        }
    }

    /// What a ballot of remaining weight `left` gives to a candidate (B.2.a).
    Amount given(Amount left, Amount factor) const {
        if (factor == m_one) return left;
        if (m_keep == Keep::amount) return std::min(left, factor);
        return divide(left * factor, m_one, Rounding::up);
    }

    void distribute() {
        std::ranges::fill(m_votes, 0);
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            auto left = m_one;
            for (auto mark : m_groups.marks(group)) {
                auto part = given(left, m_factor[mark]);
                m_votes[mark] += part * m_groups.weight(group);
                left -= part;
                if (left == 0) break;
            }
        }
        Amount sum = 0;
        for (auto each : m_votes)
            sum += each;
        m_exhausted = m_count.valid * m_one - sum;
        m_quota = sum / (m_count.seats + 1) + 1;  // B.2.b
    }

    Stopped iterate() {
        auto last_surplus = m_count.valid * m_one;
        while (true) {
            distribute();
            m_surplus = 0;
            bool elects = false;
            for (std::size_t each = 0; each < m_state.size(); ++each) {
                if (m_state[each] == State::elected) m_surplus += m_votes[each] - m_quota;
                elects = elects || (m_state[each] == State::hopeful && m_votes[each] >= m_quota);
            }
            m_surplus = std::max<Amount>(m_surplus, 0);
            if (elects) return Stopped::elected;
            if (m_surplus < m_omega) return Stopped::small;
            if (m_surplus >= last_surplus) return Stopped::stable;
            last_surplus = m_surplus;
            for (std::size_t each = 0; each < m_state.size(); ++each) {  // B.2.f
                if (m_state[each] != State::elected) continue;
                auto product = multiply_divide(m_factor[each], m_quota, m_one, Rounding::up);
                m_factor[each] =
                    std::min(m_one, multiply_divide(product, m_one, m_votes[each], Rounding::up));
            }
        }
    }

    void begin_round() {
        if (!m_count.rounds.empty()) m_count.rounds.back().transfers = flows();
        Round round;
        for (auto each : m_votes)
            round.tallies.emplace_back(each);
        for (auto each : m_withdrawn)
            round.tallies[static_cast<std::size_t>(each)].reset();
        round.exhausted = m_exhausted;
        round.quota = m_quota;
        m_count.rounds.push_back(std::move(round));
        m_count.quota = m_quota;
        m_recorded = m_factor;
        m_last_defeated = -1;
    }

    /// Where votes went since the last round: on each ballot, what one gives less is what the next gets more.
    std::vector<Transfer> flows() const {
        auto count = m_state.size();
        // By from and to; `count` is nobody: exhausted.
        std::map<std::pair<std::size_t, std::size_t>, Amount> moved;
        std::vector<std::pair<std::size_t, Amount>> losses, gains;
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            losses.clear();
            gains.clear();
            auto before = m_one, after = m_one;
            for (auto mark : m_groups.marks(group)) {
                auto was = given(before, m_recorded[mark]), is = given(after, m_factor[mark]);
                if (is < was) losses.emplace_back(mark, was - is);
                if (is > was) gains.emplace_back(mark, is - was);
                before -= was;
                after -= is;
            }
            if (after < before) losses.emplace_back(count, before - after);
            if (after > before) gains.emplace_back(count, after - before);
            for (std::size_t loss = 0, gain = 0; loss < losses.size() && gain < gains.size();) {
                auto part = std::min(losses[loss].second, gains[gain].second);
                moved[{losses[loss].first, gains[gain].first}] += part * m_groups.weight(group);
                losses[loss].second -= part;
                gains[gain].second -= part;
                if (losses[loss].second == 0) ++loss;
                if (gains[gain].second == 0) ++gain;
            }
        }
        auto holder = [&](std::size_t each) {
            return each == count ? nobody_exhausted : static_cast<Candidate>(each);
        };
        std::vector<Transfer> transfers;
        for (const auto& [way, votes] : moved)
            transfers.push_back({holder(way.first), holder(way.second), votes});
        return transfers;
    }

    void elect(Candidate each, std::string why, std::string clause) {
        m_state[static_cast<std::size_t>(each)] = State::elected;
        m_count.elected.push_back(each);
        auto& round = m_count.rounds.back();
        round.elected.push_back(each);
        round.decisions.push_back(
            {{each}, m_count.candidates[static_cast<std::size_t>(each)] + std::move(why), std::move(clause)});
    }

    void elect_winners() {
        for (auto each : hopeful())
            if (votes(each) >= m_quota) elect(each, " reaches the quota and is elected.", "PRF Meek B.2.c");
    }

    Result<void> defeat_low() {
        auto all = hopeful();
        auto bar = votes(all.back()) + m_surplus;
        std::erase_if(all, [&](Candidate each) { return votes(each) > bar; });
        auto low = TRY(m_ties.take(TieFor::loser, all, m_count));
        m_state[static_cast<std::size_t>(low)] = State::defeated;
        m_factor[static_cast<std::size_t>(low)] = 0;
        m_last_defeated = low;
        auto& round = m_count.rounds.back();
        round.eliminated.push_back(low);
        round.decisions.push_back({{low},
                                   m_count.candidates[static_cast<std::size_t>(low)] +
                                       " has the fewest votes and is defeated; the surplus is " +
                                       print_amount(m_surplus, m_count.digits) + ".",
                                   "PRF Meek B.3"});
        return {};
    }

    /// C: where seats are left, those who remain get them, in a last round that shows their votes.
    void finish() {
        if (unfilled() <= 0) return;
        gather();
        distribute();
        begin_round();
        for (auto each : hopeful())
            elect(each, " is elected: no more continue than seats are left.", "PRF Meek C.1");
    }

    const Ballots& m_ballots;
    Keep m_keep;
    Amount m_one;
    Amount m_omega;
    TieBreaker& m_ties;
    Count& m_count;
    Ballots m_groups;
    std::vector<State> m_state;
    std::vector<Amount> m_factor;    // by candidate: keep factors
    std::vector<Amount> m_recorded;  // those of the last round recorded
    std::vector<Amount> m_votes;
    std::vector<Candidate> m_withdrawn;
    Candidate m_last_defeated = -1;
    Amount m_exhausted = 0;
    Amount m_quota = 0;
    Amount m_surplus = 0;
};

Result<Count> count_by(Keep keep, const Election& election, Options& options, int digits, int omega,
                       std::string_view ties_preset) {
    auto clean = TRY(CleanBallots::of(election, TRY(read_clean_rules(options))));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, ties_preset)));
    auto count = begin_count(election);
    count.valid = clean.valid;
    count.invalid = clean.invalid;
    count.exhausted_at_start = clean.exhausted_at_start;
    MeekCount meek(clean, keep, digits, omega, ties, count);
    for (auto each : election.withdrawn)
        meek.withdraw(each);
    TRY(meek.run());
    return count;
}

Result<Count> count_with_digits(Keep keep, const Election& election, Options& options) {
    auto digits = static_cast<int>(TRY(options.number("digits", 9, 3, 15)));
    auto omega = static_cast<int>(TRY(options.number("omega", digits * 2 / 3, 1, digits)));
    return count_by(keep, election, options, digits, omega, "backward,lot");
}

}  // namespace

Result<Count> count_meek(const Election& election, Options& options) {
    return count_with_digits(Keep::share, election, options);
}

Result<Count> count_warren(const Election& election, Options& options) {
    return count_with_digits(Keep::amount, election, options);
}

Result<Count> count_prf_meek(const Election& election, Options& options) {
    return count_by(Keep::share, election, options, 9, 6, "lot");
}

}  // namespace wallchart::tally
