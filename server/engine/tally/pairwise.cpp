#include "engine/tally/pairwise.h"

#include "engine/tally/adding_up.h"
#include "engine/tally/rules.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

constexpr int not_ranked = INT32_MAX;
/// Beyond this many candidates the votes between all pairs would drown the record.
constexpr std::size_t noted_candidates = 40;

/// The rank of each candidate on a ballot, and whether it ranks anybody who stands. A candidate ranked twice
/// stands at the first; one without a score stands with those who have 0.
bool read_levels(const Election& election, const std::vector<Candidate>& stand, std::span<const Mark> marks,
                 std::vector<int>& levels) {
    levels.assign(election.candidates.size(), not_ranked);
    auto is_ranked = [&](Candidate each) { return levels[static_cast<std::size_t>(each)] != not_ranked; };
    if (election.ballots.kind() == BallotKind::scored) {
        for (std::size_t each = 0; each < marks.size(); ++each)
            if (marks[each] != no_score) levels[each] = -static_cast<int>(marks[each]);
        if (std::ranges::none_of(stand, is_ranked)) return false;
        std::ranges::replace(levels, not_ranked, 0);
        return true;
    }
    Ranks ranks(marks);
    int level = 0;
    for (auto rank = ranks.next(); !rank.empty(); rank = ranks.next()) {
        ++level;
        for (auto mark : rank)
            if (names_candidate(mark)) {
                auto& at = levels[static_cast<std::size_t>(named_by(mark))];
                at = std::min(at, level);
            }
    }
    return std::ranges::any_of(stand, is_ranked);
}

}  // namespace

Result<Pairwise> Pairwise::of(const Election& election) {
    if (election.candidates.size() > limit)
        return failure(ErrorKind::too_large, "Condorcet rules take at most 500 candidates.");
    Pairwise pairs;
    pairs.m_size = election.candidates.size();
    pairs.m_votes.resize(pairs.m_size * pairs.m_size);
    pairs.m_candidates = standing(election);
    std::vector<int> levels;
    for (std::size_t ballot = 0; ballot < election.ballots.size(); ++ballot) {
        auto weight = election.ballots.weight(ballot);
        bool ranks = read_levels(election, pairs.m_candidates, election.ballots.marks(ballot), levels);
        (ranks ? pairs.valid : pairs.blank) += weight;
        if (ranks) pairs.add(levels, weight);
    }
    return pairs;
}

void Pairwise::add(std::span<const int> levels, std::int64_t weight) {
    for (auto one : m_candidates) {
        auto level = levels[static_cast<std::size_t>(one)];
        if (level == not_ranked) continue;
        auto* row = m_votes.data() + static_cast<std::size_t>(one) * m_size;
        for (auto other : m_candidates)
            if (level < levels[static_cast<std::size_t>(other)]) row[other] += weight;
    }
}

std::optional<Candidate> Pairwise::condorcet_winner() const {
    for (auto one : m_candidates)
        if (std::ranges::all_of(m_candidates,
                                [&](Candidate other) { return one == other || beats(one, other); }))
            return one;
    return std::nullopt;
}

Count begin_condorcet(const Election& election, const Pairwise& pairs) {
    auto count = begin_count(election);
    count.valid = pairs.valid;
    count.exhausted_at_start = pairs.blank;
    Round round;
    round.tallies.resize(election.candidates.size());
    const auto& all = pairs.candidates();
    for (auto one : all) {
        round.tallies[static_cast<std::size_t>(one)] = std::ranges::count_if(
            all, [&](Candidate other) { return one != other && pairs.beats(one, other); });
        for (auto other : all)
            if (one != other && all.size() <= noted_candidates)
                round.notes.emplace_back(election.candidates[static_cast<std::size_t>(one)] + " over " +
                                             election.candidates[static_cast<std::size_t>(other)],
                                         pairs.votes(one, other));
    }
    if (auto winner = pairs.condorcet_winner())
        round.decisions.push_back(
            {{*winner},
             election.candidates[static_cast<std::size_t>(*winner)] + " beats each other candidate.",
             "Condorcet winner"});
    count.rounds.push_back(std::move(round));
    return count;
}

}  // namespace wallchart::tally
