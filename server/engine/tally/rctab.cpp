#include "engine/tally/rctab.h"

#include "engine/tally/rctab_tabulator.h"
#include "engine/tally/rules.h"

#include <algorithm>
#include <iterator>

namespace wallchart::tally {
namespace {

/// The counts of one seat after the other, as one record.
Count joined(std::vector<Count> counts, int seats) {
    if (counts.size() > 1)
        for (std::size_t at = 0; at < counts.size(); ++at)
            for (auto& round : counts[at].rounds)
                round.seat = static_cast<int>(at) + 1;
    auto all = std::move(counts.front());
    for (std::size_t at = 1; at < counts.size(); ++at) {
        auto seat =
            "Seat " + std::to_string(at + 1) + ": all ballots are counted again, without those elected.";
        counts[at].rounds.front().decisions.insert(counts[at].rounds.front().decisions.begin(),
                                                   {{}, seat, "multiPassIrv"});
        std::ranges::move(counts[at].rounds, std::back_inserter(all.rounds));
        for (std::size_t part = 0; part < all.parts.size(); ++part)
            std::ranges::move(counts[at].parts[part].rounds, std::back_inserter(all.parts[part].rounds));
        all.elected.insert(all.elected.end(), counts[at].elected.begin(), counts[at].elected.end());
        all.quota = counts[at].quota;
    }
    all.seats = seats;
    return all;
}

Result<Count> count_with(const Election& election, Options& options) {
    auto rules = TRY(read_rctab_rules(election, options));
    return joined(TRY(tabulate(election, rules)), election.seats);
}

}  // namespace

Result<std::vector<Count>> tabulate(const Election& election, const RctabRules& rules) {
    if (election.ballots.kind() != BallotKind::ranked)
        return failure(ErrorKind::invalid, "This rule counts rankings, and the ballots hold scores.");
    std::vector<Count> counts;
    auto add = [&](const std::vector<Candidate>& excluded, int seats) -> Result<void> {
        auto count = TRY(RctabTabulator(election, election.ballots, rules, excluded, seats).run());
        for (const auto& part : election.parts) {
            auto own = RctabTabulator(election, part.ballots, rules, excluded, seats).follow(count);
            count.parts.push_back({part.kind, part.name, own.valid, own.invalid, own.exhausted_at_start,
                                   std::move(own.rounds)});
        }
        counts.push_back(std::move(count));
        return {};
    };
    if (rules.mode != WinnerElectionMode::multiPassIrv) {
        TRY(add(election.withdrawn, election.seats));
        return counts;
    }
    auto excluded = election.withdrawn;
    for (int seat = 0; seat < election.seats; ++seat) {
        TRY(add(excluded, 1));
        excluded.insert(excluded.end(), counts.back().elected.begin(), counts.back().elected.end());
    }
    return counts;
}

Result<Count> count_rctab(const Election& election, Options& options) {
    options.preset("winnerElectionMode",
                   election.seats == 1 ? "singleWinnerMajority" : "multiWinnerAllowMultipleWinnersPerRound");
    return count_with(election, options);
}

Result<Count> count_irv(const Election& election, Options& options) {
    if (election.seats != 1)
        return failure(ErrorKind::invalid,
                       "irv elects one; for several seats there are scottish, meek, bottoms-up "
                       "and sequential.");
    options.preset("winnerElectionMode", "singleWinnerMajority");
    return count_with(election, options);
}

Result<Count> count_bottoms_up(const Election& election, Options& options) {
    options.preset("winnerElectionMode", election.seats == 1 ? "singleWinnerMajority" : "bottomsUp");
    return count_with(election, options);
}

Result<Count> count_sequential(const Election& election, Options& options) {
    options.preset("winnerElectionMode", election.seats == 1 ? "singleWinnerMajority" : "multiPassIrv");
    return count_with(election, options);
}

}  // namespace wallchart::tally
