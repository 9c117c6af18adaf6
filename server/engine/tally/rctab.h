#pragma once
// Ranked choice with the options of the RCTab tabulator (rcvresources.org), under its names: instant run-off,
// several winners with fractions of votes, bottoms-up, one seat after the other. Its behaviour was learnt
// from its open source and its published test sets; tests/conformance compares with them.

#include "engine/tally/count.h"
#include "engine/tally/election.h"
#include "engine/tally/options.h"
#include "engine/tally/ties.h"

#include <optional>
#include <vector>

namespace wallchart::tally {

// The names are those of RCTab's configuration files.
enum class WinnerElectionMode : std::uint8_t {
    singleWinnerMajority,
    multiWinnerAllowOnlyOneWinnerPerRound,
    multiWinnerAllowMultipleWinnersPerRound,
    bottomsUp,
    bottomsUpUsingPercentageThreshold,
    multiPassIrv,
};
BOOST_DESCRIBE_ENUM(WinnerElectionMode, singleWinnerMajority, multiWinnerAllowOnlyOneWinnerPerRound,
                    multiWinnerAllowMultipleWinnersPerRound, bottomsUp, bottomsUpUsingPercentageThreshold,
                    multiPassIrv)

enum class TiebreakMode : std::uint8_t {
    stated,  ///< not RCTab's: by the option "tie"
    random,
    stopCountingAndAsk,
    previousRoundCountsThenRandom,
    previousRoundCountsThenAsk,
    useCandidateOrder,
    generatePermutation,
};
BOOST_DESCRIBE_ENUM(TiebreakMode, stated, random, stopCountingAndAsk, previousRoundCountsThenRandom,
                    previousRoundCountsThenAsk, useCandidateOrder, generatePermutation)

enum class OvervoteRule : std::uint8_t {
    alwaysSkipToNextRank,
    exhaustImmediately,
    exhaustIfMultipleContinuing
};
BOOST_DESCRIBE_ENUM(OvervoteRule, alwaysSkipToNextRank, exhaustImmediately, exhaustIfMultipleContinuing)

struct RctabRules {
    static constexpr std::int64_t unlimited = INT32_MAX;

    WinnerElectionMode mode = WinnerElectionMode::singleWinnerMajority;
    TiebreakMode tiebreak = TiebreakMode::stated;
    TieRules ties{};                   ///< where the tiebreak is stated
    std::vector<Candidate> answers{};  ///< where it asks
    OvervoteRule overvote = OvervoteRule::exhaustImmediately;
    std::int64_t seed = 0;
    int decimals = 4;
    std::int64_t minimum_votes = 0;
    std::int64_t skipped_allowed = unlimited;
    std::int64_t rankings_allowed = unlimited;  ///< records with more are refused when they are read
    std::int64_t bottoms_up_percent = 0;
    std::int64_t stop_after_round = unlimited;
    YesNo fractional_threshold = YesNo::no;
    YesNo first_round_threshold = YesNo::no;
    YesNo hare_quota = YesNo::no;
    YesNo batch_elimination = YesNo::no;
    YesNo cutoff_elimination = YesNo::no;  ///< all below the share go at once
    YesNo continue_until_two = YesNo::no;
    YesNo exhaust_on_duplicate = YesNo::no;
};

/// Reads the options, each under RCTab's name. Errors: invalid, also for combinations that RCTab refuses.
Result<RctabRules> read_rctab_rules(const Election& election, Options& options);

/// Counts. Where the mode is multiPassIrv there is one count for each seat, else one.
/// Errors: invalid, conflict (a tie that has to be asked about).
Result<std::vector<Count>> tabulate(const Election& election, const RctabRules& rules);

}  // namespace wallchart::tally
