// The PR Foundation's reference rule for the weighted inclusive Gregory method (prfound.org, Reference WIGM
// Rule): four decimal places, the result of each operation truncated. Clauses are those of its text.
#include "engine/tally/gregory.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

constexpr int decimals = 4;

class ReferenceWigm {
public:
    ReferenceWigm(GregoryCount& stv, TieBreaker& ties, Count& count, YesNo batch)
        : m_stv(stv), m_ties(ties), m_count(count), m_batch(batch) {}

    Result<void> run() {
        while (!complete()) {
            for (auto each : m_stv.all(Standing::continuing)) {
                if (m_stv.votes(each) < *m_count.quota) continue;
                m_stv.elect(each, m_stv.name(each) + " reaches the quota and is elected.", "PRF WIGM B.1");
                m_pending.push_back(each);
            }
            if (complete()) break;
            if (auto losers = m_stv.sure_losers(m_pending); m_batch == YesNo::yes && !losers.empty()) {
                for (auto each : losers)
                    m_stv.eliminate(each, m_stv.name(each) + " can no longer win and is defeated.",
                                    "PRF WIGM B.2");
                if (complete()) break;
                for (auto each : losers)
                    m_stv.move_all(each);
            } else if (!m_pending.empty()) {
                TRY(transfer_high_surplus());
            } else {
                auto low =
                    TRY(m_ties.take(TieFor::loser, m_stv.fewest(m_stv.all(Standing::continuing)), m_count));
                m_stv.eliminate(low, m_stv.name(low) + " has the fewest votes and is defeated.",
                                "PRF WIGM B.4");
                if (complete()) break;
                m_stv.move_all(low);
            }
            m_stv.begin_round();
        }
        if (m_stv.unfilled() > 0)
            for (auto each : m_stv.all(Standing::continuing))
                m_stv.elect(each, m_stv.name(each) + " is elected: no more continue than seats are left.",
                            "PRF WIGM C");
        return {};
    }

private:
    bool complete() const {
        return m_stv.unfilled() <= 0 ||
               static_cast<int>(m_stv.all(Standing::continuing).size()) <= m_stv.unfilled();
    }

    Result<void> transfer_high_surplus() {
        auto from = TRY(m_ties.take(TieFor::surplus, m_stv.most(m_pending), m_count));
        std::erase(m_pending, from);
        m_stv.round().decisions.push_back(
            {{from},
             "The surplus of " + m_stv.name(from) + ", the largest, is transferred.",
             "PRF WIGM B.3"});
        m_stv.move_surplus(from, m_stv.votes(from) - *m_count.quota, ValueSteps::each_operation);
        return {};
    }

    GregoryCount& m_stv;
    TieBreaker& m_ties;
    Count& m_count;
    YesNo m_batch;
    std::vector<Candidate> m_pending;  // elected, their surplus not yet transferred
};

}  // namespace

Result<Count> count_prf_wigm(const Election& election, Options& options) {
    auto clean = TRY(CleanBallots::of(election, TRY(read_clean_rules(options))));
    auto batch = TRY(options.choice("defeat_sure_losers", YesNo::no));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    auto count = begin_count(election);
    count.valid = clean.valid;
    count.invalid = clean.invalid;
    count.exhausted_at_start = clean.exhausted_at_start;
    GregoryCount stv(election, clean, decimals, count);
    count.quota = clean.valid * stv.one() / (election.seats + 1) + 1;
    TRY(ReferenceWigm(stv, ties, count, batch).run());
    return count;
}

}  // namespace wallchart::tally
