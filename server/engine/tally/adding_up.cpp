#include "engine/tally/adding_up.h"

#include "engine/tally/rules.h"

#include <algorithm>
#include <limits>

namespace wallchart::tally {
namespace {

constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();

enum class Fate : std::uint8_t { counts, invalid, blank };

/// What one ballot gives to whom.
class Giver {
public:
    Giver(const Election& election, Gives gives, std::int64_t most)
        : m_gives(gives),
          m_most(most),
          m_kind(election.ballots.kind()),
          m_stands(election.candidates.size(), true) {
        for (auto each : election.withdrawn)
            m_stands[static_cast<std::size_t>(each)] = false;
    }

    std::vector<std::pair<Candidate, std::int64_t>> given;

    Fate read(std::span<const Mark> marks) {
        given.clear();
        m_total = 0;
        m_invalid = false;
        if (m_kind == BallotKind::scored) {
            for (std::size_t each = 0; each < marks.size(); ++each)
                if (marks[each] != no_score) give(static_cast<Candidate>(each), marks[each]);
        } else {
            read_ranks(marks);
        }
        bool choices = m_gives == Gives::first_choice && given.size() > 1;
        bool too_many = m_gives != Gives::scores && m_total > m_most;
        if (m_invalid || choices || too_many) return Fate::invalid;
        return given.empty() ? Fate::blank : Fate::counts;
    }

private:
    void read_ranks(std::span<const Mark> marks) {
        Ranks ranks(marks);
        for (auto rank = ranks.next(); !rank.empty(); rank = ranks.next()) {
            for (auto mark : rank) {
                if (named_by(mark) == overvoted_rank) m_invalid = true;
                if (names_candidate(mark)) give(named_by(mark), 1);
            }
            if (m_gives == Gives::first_choice && !given.empty()) return;
        }
    }

    void give(Candidate candidate, std::int64_t number) {
        if (m_gives == Gives::scores && number > m_most) m_invalid = true;
        if (!m_stands[static_cast<std::size_t>(candidate)]) return;
        if (m_gives == Gives::scores) {
            given.emplace_back(candidate, number);
            return;
        }
        if (number == 0) return;
        bool one = m_gives != Gives::points;
        bool again =
            std::ranges::find(given, candidate, &std::pair<Candidate, std::int64_t>::first) != given.end();
        if (one && again) return;
        given.emplace_back(candidate, one ? 1 : number);
        m_total += one ? 1 : number;
    }

    Gives m_gives;
    std::int64_t m_most;
    BallotKind m_kind;
    std::vector<bool> m_stands;
    std::int64_t m_total = 0;
    bool m_invalid = false;
};

}  // namespace

std::vector<Candidate> standing(const Election& election) {
    std::vector<Candidate> found;
    for (Candidate each = 0; each < static_cast<Candidate>(election.candidates.size()); ++each)
        if (std::ranges::find(election.withdrawn, each) == election.withdrawn.end()) found.push_back(each);
    return found;
}

Result<Sums> add_up(const Election& election, Gives gives, std::int64_t most) {
    if (gives == Gives::scores && election.ballots.kind() != BallotKind::scored)
        return failure(ErrorKind::invalid,
                       "This rule needs ballots with a score for each candidate, and these are rankings.");
    Sums sums;
    sums.votes.resize(election.candidates.size());
    Giver giver(election, gives, most);
    for (std::size_t ballot = 0; ballot < election.ballots.size(); ++ballot) {
        auto weight = election.ballots.weight(ballot);
        switch (giver.read(election.ballots.marks(ballot))) {
            case Fate::counts:
                sums.valid += weight;
                for (const auto& [candidate, number] : giver.given)
                    sums.votes[static_cast<std::size_t>(candidate)] += number * weight;
                break;
            case Fate::invalid:
                sums.invalid += weight;
                break;
            case Fate::blank:
                sums.blank += weight;
                break;
        }
    }
    return sums;
}

Result<void> elect_by(Count& count, const std::vector<Amount>& votes, std::vector<Candidate> among, int seats,
                      TieBreaker& ties, const std::string& clause) {
    auto of = [&](Candidate each) { return votes[static_cast<std::size_t>(each)]; };
    auto elect = [&](Candidate each, std::string why) {
        auto& round = count.rounds.back();
        count.elected.push_back(each);
        round.elected.push_back(each);
        round.decisions.push_back(
            {{each}, count.candidates[static_cast<std::size_t>(each)] + std::move(why), clause});
        std::erase(among, each);
        --seats;
    };
    while (seats > 0 && !among.empty()) {
        auto best = of(*std::ranges::max_element(among, {}, of));
        std::vector<Candidate> first;
        std::ranges::copy_if(among, std::back_inserter(first),
                             [&](Candidate each) { return of(each) == best; });
        if (static_cast<int>(first.size()) <= seats) {
            for (auto each : first)
                elect(each, " has the most votes of those left and is elected.");
        } else {
            elect(TRY(ties.take(TieFor::winner, first, count)), " is elected after a tie.");
        }
    }
    return {};
}

Result<Count> elect_most(const Election& election, const Sums& sums, TieBreaker& ties,
                         const std::string& clause) {
    auto count = begin_count(election);
    count.valid = sums.valid;
    count.invalid = sums.invalid;
    count.exhausted_at_start = sums.blank;
    Round round;
    std::vector<Amount> votes;
    for (auto each : sums.votes) {
        votes.emplace_back(each);
        round.tallies.emplace_back(each);
    }
    for (auto each : election.withdrawn)
        round.tallies[static_cast<std::size_t>(each)].reset();
    count.rounds.push_back(std::move(round));
    TRY(elect_by(count, votes, standing(election), election.seats, ties, clause));
    return count;
}

Result<Count> count_plurality(const Election& election, Options& options) {
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    return elect_most(election, TRY(add_up(election, Gives::first_choice, no_limit)), ties,
                      "plurality: the most votes");
}

Result<Count> count_block_vote(const Election& election, Options& options) {
    auto marks = TRY(options.number("marks", election.seats, 1, candidate_limit));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    return elect_most(election, TRY(add_up(election, Gives::one_each, marks)), ties,
                      "block vote: the most votes");
}

Result<Count> count_cumulative(const Election& election, Options& options) {
    auto points = TRY(options.number("points", election.seats, 1, highest_score));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    return elect_most(election, TRY(add_up(election, Gives::points, points)), ties,
                      "cumulative vote: the most votes");
}

Result<Count> count_approval(const Election& election, Options& options) {
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    return elect_most(election, TRY(add_up(election, Gives::one_each, no_limit)), ties,
                      "approval: the most approvals");
}

Result<Count> count_score(const Election& election, Options& options) {
    auto highest = TRY(options.number("highest", highest_score, 1, highest_score));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    return elect_most(election, TRY(add_up(election, Gives::scores, highest)), ties,
                      "score: the most points");
}

}  // namespace wallchart::tally
