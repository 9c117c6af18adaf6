// M. Balinski and R. Laraki, "Majority Judgment" (2011): the best median grade wins. Of equal medians one
// grade after the other is taken away at the median until they differ. A candidate who was not graded has
// the lowest grade; of an even number of grades the lower of the two in the middle is the median.
#include "engine/tally/adding_up.h"
#include "engine/tally/rules.h"

#include <algorithm>

namespace wallchart::tally {
namespace {

/// How often each grade was given; kept sparse, from the lowest.
class Grades {
public:
    void add(std::int64_t grade, std::int64_t weight) {
        auto at = std::ranges::lower_bound(m_counts, grade, {}, &Counted::grade);
        if (at == m_counts.end() || at->grade != grade) at = m_counts.insert(at, {grade, 0});
        at->count += weight;
        m_total += weight;
    }
    std::int64_t total() const { return m_total; }

    std::int64_t median() const { return m_counts[middle()].grade; }
    /// How many grades can be taken away one by one while the median stays what it is: at least one.
    std::int64_t stays() const {
        auto at = middle();
        std::int64_t below = 0;
        for (std::size_t each = 0; each < at; ++each)
            below += m_counts[each].count;
        auto above = m_total - below - m_counts[at].count;
        auto holds = [&](std::int64_t taken) {
            auto left = m_total - taken, position = (left + 1) / 2;
            return left > 0 && position > below && position <= left - above;
        };
        std::int64_t low = 1, high = m_counts[at].count;
        while (low < high) {
            auto half = low + (high - low + 1) / 2;
            if (holds(half - 1)) {
                low = half;
            } else {
                high = half - 1;
            }
        }
        return low;
    }
    void take(std::int64_t count) {
        m_counts[middle()].count -= count;
        m_total -= count;
    }

private:
    struct Counted {
        std::int64_t grade = 0;
        std::int64_t count = 0;
    };
    /// Where the median is: number (total + 1) / 2 from below.
    std::size_t middle() const {
        std::int64_t position = (m_total + 1) / 2;
        std::size_t at = 0;
        for (; position > m_counts[at].count; ++at)
            position -= m_counts[at].count;
        return at;
    }

    std::vector<Counted> m_counts;
    std::int64_t m_total = 0;
};

/// Those of `candidates` whose grades are best, compared as above; several where they are all alike.
std::vector<Candidate> best_of(std::vector<Candidate> candidates, std::vector<Grades> grades) {
    auto median = [&](Candidate each) { return grades[static_cast<std::size_t>(each)].median(); };
    while (candidates.size() > 1 && grades[static_cast<std::size_t>(candidates.front())].total() > 0) {
        auto best = median(*std::ranges::max_element(candidates, {}, median));
        std::erase_if(candidates, [&](Candidate each) { return median(each) != best; });
        // As many at once as change nobody's median before the last.
        auto count = grades[static_cast<std::size_t>(candidates.front())].stays();
        for (auto each : candidates)
            count = std::min(count, grades[static_cast<std::size_t>(each)].stays());
        for (auto each : candidates)
            grades[static_cast<std::size_t>(each)].take(count);
    }
    return candidates;
}

}  // namespace

Result<Count> count_majority_judgment(const Election& election, Options& options) {
    auto highest = TRY(options.number("highest", highest_score, 1, highest_score));
    TieBreaker ties(election, TRY(read_tie_rules(election, options, "lot")));
    auto sums = TRY(add_up(election, Gives::scores, highest));
    auto count = begin_count(election);
    count.valid = sums.valid;
    count.invalid = sums.invalid;
    count.exhausted_at_start = sums.blank;
    auto all = standing(election);
    std::vector<Grades> grades(election.candidates.size());
    for (std::size_t ballot = 0; ballot < election.ballots.size(); ++ballot) {
        auto marks = election.ballots.marks(ballot);
        bool graded = std::ranges::any_of(
            all, [&](Candidate each) { return marks[static_cast<std::size_t>(each)] != no_score; });
        bool too_high =
            std::ranges::any_of(marks, [&](Mark mark) { return mark != no_score && mark > highest; });
        if (!graded || too_high) continue;
        for (auto each : all) {
            auto mark = marks[static_cast<std::size_t>(each)];
            grades[static_cast<std::size_t>(each)].add(mark == no_score ? 0 : mark,
                                                       election.ballots.weight(ballot));
        }
    }
    if (count.valid == 0) return failure(ErrorKind::invalid, "No ballot has a grade that counts.");
    Round round;
    round.tallies.resize(election.candidates.size());
    for (auto each : all)
        round.tallies[static_cast<std::size_t>(each)] = grades[static_cast<std::size_t>(each)].median();
    count.rounds.push_back(std::move(round));
    for (int seat = 0; seat < election.seats; ++seat) {
        auto winner = TRY(ties.take(TieFor::winner, best_of(all, grades), count));
        auto& last = count.rounds.back();
        count.elected.push_back(winner);
        last.elected.push_back(winner);
        last.decisions.push_back({{winner},
                                  election.candidates[static_cast<std::size_t>(winner)] +
                                      " has the best majority grade of those left.",
                                  "Balinski and Laraki 2011"});
        std::erase(all, winner);
    }
    return count;
}

}  // namespace wallchart::tally
