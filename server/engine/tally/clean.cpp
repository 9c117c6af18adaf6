#include "engine/tally/clean.h"

namespace wallchart::tally {
namespace {

enum class Fate : std::uint8_t { counts, invalid, empty };

class Cleaner {
public:
    Cleaner(const Election& election, const CleanRules& rules)
        : m_rules(rules), m_stands(election.candidates.size(), true), m_seen(election.candidates.size()) {
        for (auto each : election.withdrawn)
            m_stands[static_cast<std::size_t>(each)] = false;
    }

    Fate clean(std::span<const Mark> marks, std::vector<Mark>& out) {
        out.clear();
        ++m_ballot;
        Ranks ranks(marks);
        std::int64_t skipped = 0;
        bool overvoted = false;
        for (auto rank = ranks.next(); !rank.empty(); rank = ranks.next()) {
            if (named_by(rank.front()) == skipped_rank) {
                if (++skipped > m_rules.skipped) break;
                continue;
            }
            skipped = 0;
            if (rank.size() > 1 || named_by(rank.front()) == overvoted_rank) {
                overvoted = true;
                if (m_rules.overvote == Overvote::exhaust) break;
                continue;
            }
            auto candidate = static_cast<std::size_t>(named_by(rank.front()));
            if (m_seen[candidate] == m_ballot) {
                if (m_rules.repeated == Repeated::exhaust) break;
                continue;
            }
            m_seen[candidate] = m_ballot;
            if (m_stands[candidate]) out.push_back(static_cast<Mark>(candidate));
        }
        if (!out.empty()) return Fate::counts;
        return overvoted ? Fate::invalid : Fate::empty;
    }

private:
    CleanRules m_rules;
    std::vector<bool> m_stands;
    std::vector<std::uint64_t> m_seen;  // the last ballot that ranked each
    std::uint64_t m_ballot = 0;
};

}  // namespace

Result<CleanRules> read_clean_rules(Options& options) {
    CleanRules rules;
    rules.overvote = TRY(options.choice("overvote", Overvote::exhaust));
    rules.repeated = TRY(options.choice("repeated", Repeated::ignore));
    rules.skipped = TRY(options.number("skipped", candidate_limit, 0, candidate_limit));
    return rules;
}

Result<CleanBallots> CleanBallots::of(const Election& election, const CleanRules& rules) {
    const auto& given = election.ballots;
    if (given.kind() != BallotKind::ranked)
        return failure(ErrorKind::invalid, "This rule counts rankings, and the ballots hold scores.");
    CleanBallots clean;
    clean.m_given = &given;
    if (given.plain() && election.withdrawn.empty()) {
        for (std::size_t ballot = 0; ballot < given.size(); ++ballot)
            (given.marks(ballot).empty() ? clean.exhausted_at_start : clean.valid) += given.weight(ballot);
        return clean;
    }
    clean.m_own.emplace();
    Cleaner cleaner(election, rules);
    std::vector<Mark> marks;
    for (std::size_t ballot = 0; ballot < given.size(); ++ballot) {
        auto weight = given.weight(ballot);
        switch (cleaner.clean(given.marks(ballot), marks)) {
            case Fate::counts:
                clean.valid += weight;
                TRY(clean.m_own->add(marks, weight));
                break;
            case Fate::invalid:
                clean.invalid += weight;
                break;
            case Fate::empty:
                clean.exhausted_at_start += weight;
                break;
        }
    }
    return clean;
}

}  // namespace wallchart::tally
