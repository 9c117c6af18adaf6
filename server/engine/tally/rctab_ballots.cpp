#include "engine/tally/rctab_ballots.h"

#include <algorithm>

namespace wallchart::tally {

RctabChoice::Choice RctabChoice::choose(std::span<const Mark> marks, const std::vector<bool>& continues) {
    // Ranks left empty at the end were not marked at all.
    while (!marks.empty() && named_by(marks.back()) == skipped_rank)
        marks = marks.first(marks.size() - 1);
    if (marks.empty()) return {Activity::undervote};
    ++m_ballot;
    Ranks ranks(marks);
    std::int64_t rank = 0, last_seen = 0;
    for (auto at_rank = ranks.next(); !at_rank.empty(); at_rank = ranks.next()) {
        ++rank;
        if (named_by(at_rank.front()) == skipped_rank) continue;
        if (rank - last_seen - 1 > m_rules.skipped_allowed) return {Activity::skipped};
        last_seen = rank;
        if (m_rules.exhaust_on_duplicate == YesNo::yes && repeats(at_rank)) return {Activity::repeated};
        auto decision = overvoted(at_rank, continues);
        if (decision == Overvoted::exhaust) return {Activity::overvote};
        if (decision == Overvoted::skip) continue;
        for (auto mark : at_rank)
            if (continues[static_cast<std::size_t>(named_by(mark))])
                return {Activity::active, named_by(mark)};
    }
    // Whether the ranks were used up, or the last of them was an overvote with no rank to skip to.
    return {Activity::exhausted};
}

bool RctabChoice::repeats(std::span<const Mark> rank) {
    for (auto mark : rank) {
        if (!names_candidate(mark)) continue;
        auto& seen = m_seen[static_cast<std::size_t>(named_by(mark))];
        if (seen == m_ballot) return true;
        seen = m_ballot;
    }
    return false;
}

RctabChoice::Overvoted RctabChoice::overvoted(std::span<const Mark> rank,
                                              const std::vector<bool>& continues) const {
    bool explicit_one = named_by(rank.front()) == overvoted_rank;
    if (rank.size() == 1 && !explicit_one) return Overvoted::no;
    switch (m_rules.overvote) {
        case OvervoteRule::exhaustImmediately:
            return Overvoted::exhaust;
        case OvervoteRule::alwaysSkipToNextRank:
            return Overvoted::skip;
        case OvervoteRule::exhaustIfMultipleContinuing:
            break;
    }
    // Where the record does not say who was marked, nobody can say how many of them continue.
    if (explicit_one) return Overvoted::exhaust;
    auto continuing = std::ranges::count_if(
        rank, [&](Mark mark) { return continues[static_cast<std::size_t>(named_by(mark))]; });
    return continuing > 1 ? Overvoted::exhaust : Overvoted::no;
}

}  // namespace wallchart::tally
