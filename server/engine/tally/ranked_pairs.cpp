// T. N. Tideman, "Independence of clones as a criterion for voting rules" (1987): majorities are locked in
// from the strongest down, each unless it would close a circle with those before.
#include "engine/tally/pairwise.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

#include <algorithm>
#include <tuple>

namespace wallchart::tally {
namespace {

enum class Strength : std::uint8_t { winning_votes, margins };
BOOST_DESCRIBE_ENUM(Strength, winning_votes, margins)

struct Majority {
    Candidate winner = 0;
    Candidate loser = 0;
    std::int64_t strength = 0;
    std::int64_t against = 0;  // of two of equal strength, fewer votes against go before
};

/// Who stands above whom by the majorities locked in so far, followed through.
class Order {
public:
    explicit Order(std::size_t candidates) : m_size(candidates), m_above(candidates * candidates) {}

    bool above(Candidate one, Candidate other) const { return m_above[index(one, other)]; }
    void lock(Candidate winner, Candidate loser) {
        for (Candidate high = 0; high < static_cast<Candidate>(m_size); ++high) {
            if (high != winner && !above(high, winner)) continue;
            for (Candidate low = 0; low < static_cast<Candidate>(m_size); ++low)
                if (low == loser || above(loser, low)) m_above[index(high, low)] = true;
        }
    }

private:
    std::size_t index(Candidate one, Candidate other) const {
        return static_cast<std::size_t>(one) * m_size + static_cast<std::size_t>(other);
    }
    std::size_t m_size;
    std::vector<bool> m_above;
};

}  // namespace

Result<Count> count_ranked_pairs(const Election& election, Options& options) {
    auto strength = TRY(options.choice("strength", Strength::winning_votes));
    auto rules = TRY(read_tie_rules(election, options, "lot"));
    auto lots = draw_lots(election.candidates, rules.seed);
    if (!rules.order.empty()) lots = rules.order;
    if (!election.tie_order.empty()) lots = election.tie_order;
    TieBreaker ties(election, std::move(rules));
    auto pairs = TRY(Pairwise::of(election));
    auto count = begin_condorcet(election, pairs);

    std::vector<Majority> majorities;
    for (auto one : pairs.candidates())
        for (auto other : pairs.candidates()) {
            if (one == other || !pairs.beats(one, other)) continue;
            auto against = pairs.votes(other, one);
            auto votes = pairs.votes(one, other);
            majorities.push_back(
                {one, other, strength == Strength::winning_votes ? votes : votes - against, against});
        }
    // Majorities that are equal in all are taken by the order drawn: first of those who win, last of those
    // who lose.
    std::vector<std::ptrdiff_t> places(election.candidates.size(), std::ssize(lots));
    for (std::size_t at = 0; at < lots.size(); ++at)
        places[static_cast<std::size_t>(lots[at])] = static_cast<std::ptrdiff_t>(at);
    auto lot = [&](Candidate each) { return places[static_cast<std::size_t>(each)]; };
    std::ranges::sort(majorities, {}, [&](const Majority& each) {
        return std::tuple(-each.strength, each.against, lot(each.winner), -lot(each.loser));
    });
    Order order(election.candidates.size());
    auto name = [&](Candidate each) { return election.candidates[static_cast<std::size_t>(each)]; };
    for (const auto& each : majorities) {
        if (order.above(each.winner, each.loser)) continue;  // said by those before already
        if (!order.above(each.loser, each.winner)) {
            order.lock(each.winner, each.loser);
            continue;
        }
        count.rounds.back().decisions.push_back({{each.winner, each.loser},
                                                 name(each.winner) + " over " + name(each.loser) +
                                                     " is left out: stronger majorities say the opposite.",
                                                 "Tideman 1987: no circles"});
    }
    auto left = pairs.candidates();
    for (int seat = 0; seat < election.seats; ++seat) {
        std::vector<Candidate> first;
        for (auto each : left)
            if (std::ranges::none_of(left, [&](Candidate other) { return order.above(other, each); }))
                first.push_back(each);
        auto winner = TRY(ties.take(TieFor::winner, first, count));
        auto& round = count.rounds.back();
        count.elected.push_back(winner);
        round.elected.push_back(winner);
        round.decisions.push_back(
            {{winner}, name(winner) + " stands at the head of the order.", "Tideman 1987"});
        std::erase(left, winner);
    }
    return count;
}

}  // namespace wallchart::tally
