// STV as in Minneapolis (Code of Ordinances, title 8.5, chapter 167): a whole-number threshold, surplus
// fractions of four decimal places, and the simultaneous defeat of all who cannot be elected any more.
//
// 167.20 says of the last that their votes "would not be enough to surpass" the next; read word by word it
// would defeat one who can still draw level. As others who count by it do, one who can draw level stays.
#include "engine/tally/gregory.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

constexpr int decimals = 4;

class Minneapolis {
public:
    Minneapolis(GregoryCount& stv, TieBreaker& ties, Count& count)
        : m_stv(stv), m_ties(ties), m_count(count) {}

    Result<void> run() {
        while (true) {
            for (auto each : m_stv.all(Standing::continuing)) {
                if (m_stv.votes(each) < *m_count.quota) continue;
                m_stv.elect(each, m_stv.name(each) + " reaches the threshold and is elected.",
                            "167.70(1)(a)");
                m_pending.push_back(each);
            }
            if (m_stv.unfilled() <= 0) return {};
            if (static_cast<int>(m_stv.all(Standing::continuing).size()) <= m_stv.unfilled()) {
                elect_the_rest();
                return {};
            }
            if (auto losers = m_stv.sure_losers(m_pending); !losers.empty()) {
                for (auto each : losers)
                    m_stv.eliminate(each, m_stv.name(each) + " cannot be elected any more and is defeated.",
                                    "167.70(1)(c)");
                for (auto each : losers)
                    m_stv.move_all(each);
            } else if (!m_pending.empty()) {
                TRY(transfer_largest_surplus());
            } else {
                auto low =
                    TRY(m_ties.take(TieFor::loser, m_stv.fewest(m_stv.all(Standing::continuing)), m_count));
                m_stv.eliminate(low, m_stv.name(low) + " has the fewest votes and is defeated.",
                                "167.70(1)(e)");
                m_stv.move_all(low);
            }
            m_stv.begin_round();
        }
    }

private:
    void elect_the_rest() {
        for (auto each : m_stv.all(Standing::continuing))
            m_stv.elect(each, m_stv.name(each) + " is elected: no more continue than seats are left.",
                        "167.70(1)(f)");
    }

    Result<void> transfer_largest_surplus() {
        auto from = TRY(m_ties.take(TieFor::surplus, m_stv.most(m_pending), m_count));
        std::erase(m_pending, from);
        m_stv.round().decisions.push_back(
            {{from},
             "The surplus of " + m_stv.name(from) + ", the largest, is transferred.",
             "167.70(1)(d)"});
        m_stv.move_surplus(from, m_stv.votes(from) - *m_count.quota, ValueSteps::fraction_first);
        return {};
    }

    GregoryCount& m_stv;
    TieBreaker& m_ties;
    Count& m_count;
    std::vector<Candidate> m_pending;
};

}  // namespace

Result<Count> count_minneapolis(const Election& election, Options& options) {
    options.preset("overvote", "skip");
    auto clean = TRY(CleanBallots::of(election, TRY(read_clean_rules(options))));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    auto count = begin_count(election);
    count.valid = clean.valid;
    count.invalid = clean.invalid;
    count.exhausted_at_start = clean.exhausted_at_start;
    GregoryCount stv(election, clean, decimals, count);
    // 167.20: the votes cast divided by one more than the seats, plus 1, fractions disregarded.
    count.quota = (clean.valid / (election.seats + 1) + 1) * stv.one();
    TRY(Minneapolis(stv, ties, count).run());
    return count;
}

}  // namespace wallchart::tally
