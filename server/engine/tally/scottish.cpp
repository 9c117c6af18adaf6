// STV as the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1 part III, has it:
// weighted inclusive Gregory, transfer values of five decimal places, the rest ignored.
#include "engine/tally/gregory.h"
#include "engine/tally/rules.h"
#include "engine/tally/ties.h"

namespace wallchart::tally {
namespace {

constexpr int decimals = 5;

class Scottish {
public:
    Scottish(GregoryCount& stv, TieBreaker& ties, Count& count) : m_stv(stv), m_ties(ties), m_count(count) {}

    Result<void> run() {
        while (true) {
            elect_by_quota();
            if (m_stv.unfilled() == 0) return {};
            auto continuing = m_stv.all(Standing::continuing);
            if (static_cast<int>(continuing.size()) <= m_stv.unfilled()) {
                for (auto each : continuing)
                    m_stv.elect(each, m_stv.name(each) + " is elected: no more continue than seats are left.",
                                "SSI 2007/42 rule 52(1)");
                return {};
            }
            if (auto pending = with_surplus(); !pending.empty()) {
                TRY(transfer_surplus(m_stv.most(pending)));
            } else {
                TRY(exclude(m_stv.fewest(continuing)));
            }
            m_stv.begin_round();
        }
    }

private:
    void elect_by_quota() {
        for (auto each : m_stv.all(Standing::continuing))
            if (m_stv.unfilled() > 0 && m_stv.votes(each) >= *m_count.quota)
                m_stv.elect(each, m_stv.name(each) + " reaches the quota and is elected.",
                            "SSI 2007/42 rule 47");
    }

    std::vector<Candidate> with_surplus() const {
        std::vector<Candidate> found;
        for (auto each : m_stv.all(Standing::elected))
            if (m_stv.votes(each) > *m_count.quota) found.push_back(each);
        return found;
    }

    Result<void> transfer_surplus(const std::vector<Candidate>& largest) {
        auto from = TRY(m_ties.take(TieFor::surplus, largest, m_count));
        m_stv.round().decisions.push_back(
            {{from},
             "The surplus of " + m_stv.name(from) + ", the largest, is transferred.",
             largest.size() > 1 ? "SSI 2007/42 rule 49(2)" : "SSI 2007/42 rule 48"});
        m_stv.move_surplus(from, m_stv.votes(from) - *m_count.quota);
        return {};
    }

    Result<void> exclude(const std::vector<Candidate>& lowest) {
        auto from = TRY(m_ties.take(TieFor::loser, lowest, m_count));
        m_stv.eliminate(from, m_stv.name(from) + " has the fewest votes and is excluded.",
                        lowest.size() > 1 ? "SSI 2007/42 rule 51" : "SSI 2007/42 rule 50");
        m_stv.move_all(from);
        return {};
    }

    GregoryCount& m_stv;
    TieBreaker& m_ties;
    Count& m_count;
};

}  // namespace

Result<Count> count_scottish(const Election& election, Options& options) {
    auto clean = TRY(CleanBallots::of(election, TRY(read_clean_rules(options))));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "backward,lot")));
    auto count = begin_count(election);
    count.valid = clean.valid;
    count.invalid = clean.invalid;
    count.exhausted_at_start = clean.exhausted_at_start;
    GregoryCount stv(election, clean, decimals, count);
    // Rule 46: the valid ballots divided by one more than the seats, plus 1, fractions ignored.
    count.quota = (clean.valid / (election.seats + 1) + 1) * stv.one();
    TRY(Scottish(stv, ties, count).run());
    return count;
}

}  // namespace wallchart::tally
