#include "core/text.h"
#include "engine/tally/rctab.h"

#include <charconv>

namespace wallchart::tally {
namespace {

/// A number, or a word that stands for another.
Result<std::int64_t> number_or(Options& options, std::string_view key, std::string_view word,
                               std::int64_t meaning, std::int64_t from) {
    if (to_lower_ascii(options.text(key, word)) == word) return meaning;
    return options.number(key, 0, from, INT32_MAX);
}

Result<std::vector<Candidate>> read_answers(const Election& election, Options& options) {
    std::vector<Candidate> answers;
    auto text = options.text("answers", "");
    if (text.empty()) return answers;
    for (auto part : split(text, ';')) {
        auto found = find_candidate(election, trim(part));
        if (!found)
            return failure(ErrorKind::invalid, "The option answers names \"" + std::string(trim(part)) +
                                                   "\", who is not a candidate.");
        answers.push_back(*found);
    }
    return answers;
}

Result<void> check(const Election& election, const RctabRules& rules) {
    auto refuse = [](std::string_view what) { return failure(ErrorKind::invalid, std::string(what)); };
    using Mode = WinnerElectionMode;
    if (election.seats == 1) {
        if (rules.mode == Mode::bottomsUp || rules.mode == Mode::multiPassIrv ||
            rules.mode == Mode::multiWinnerAllowOnlyOneWinnerPerRound ||
            rules.mode == Mode::multiWinnerAllowMultipleWinnersPerRound)
            return refuse("winnerElectionMode " + std::string(name_of(rules.mode)) +
                          " needs more than one seat.");
        if (rules.hare_quota == YesNo::yes) return refuse("hareQuota needs more than one seat.");
    } else {
        if (rules.mode == Mode::singleWinnerMajority)
            return refuse("winnerElectionMode singleWinnerMajority elects to one seat only.");
        if (rules.mode != Mode::multiPassIrv && rules.continue_until_two == YesNo::yes)
            return refuse("continueUntilTwoCandidatesRemain is for one seat only.");
        if (rules.mode != Mode::multiPassIrv && rules.batch_elimination == YesNo::yes)
            return refuse("batchElimination is for one seat only.");
        if (rules.mode == Mode::bottomsUpUsingPercentageThreshold)
            return refuse(
                "bottomsUpUsingPercentageThreshold elects everybody above a share of the votes: the seats "
                "must be left at 1.");
    }
    if (rules.mode == Mode::bottomsUpUsingPercentageThreshold) {
        if (rules.bottoms_up_percent == 0)
            return refuse("bottomsUpUsingPercentageThreshold needs multiSeatBottomsUpPercentageThreshold.");
        if (rules.batch_elimination == YesNo::yes)
            return refuse("batchElimination cannot be used with bottomsUpUsingPercentageThreshold.");
    } else if (rules.cutoff_elimination == YesNo::yes) {
        return refuse("cutoffElimination needs bottomsUpUsingPercentageThreshold.");
    }
    return {};
}

}  // namespace

Result<RctabRules> read_rctab_rules(const Election& election, Options& options) {
    RctabRules rules;
    rules.mode = TRY(options.choice("winnerElectionMode", rules.mode));
    rules.tiebreak = TRY(options.choice("tiebreakMode", rules.tiebreak));
    rules.overvote = TRY(options.choice("overvoteRule", rules.overvote));
    if (rules.tiebreak == TiebreakMode::stated) {
        rules.ties = TRY(read_tie_rules(election, options, "backward,lot"));
    } else {
        // RCTab's own range of seeds.
        rules.seed = TRY(options.number("randomSeed", 0, -140737488355328, 140737488355327));
        if (rules.tiebreak == TiebreakMode::stopCountingAndAsk ||
            rules.tiebreak == TiebreakMode::previousRoundCountsThenAsk)
            rules.answers = TRY(read_answers(election, options));
    }
    rules.decimals =
        static_cast<int>(TRY(options.number("decimalPlacesForVoteArithmetic", 4, 1, digits_limit)));
    rules.minimum_votes = TRY(options.number("minimumVoteThreshold", 0, 0, 1'000'000));
    rules.skipped_allowed =
        TRY(number_or(options, "maxSkippedRanksAllowed", "unlimited", RctabRules::unlimited, 0));
    auto declared = static_cast<std::int64_t>(election.candidates.size()) -
                    (find_candidate(election, write_ins_name) ? 1 : 0);
    rules.rankings_allowed = TRY(number_or(options, "maxRankingsAllowed", "max", declared, 1));
    if (rules.mode == WinnerElectionMode::bottomsUpUsingPercentageThreshold)
        rules.bottoms_up_percent = TRY(options.number("multiSeatBottomsUpPercentageThreshold", 15, 1, 100));
    rules.stop_after_round =
        TRY(number_or(options, "stopTabulationEarlyAfterRound", "never", RctabRules::unlimited, 1));
    rules.fractional_threshold = TRY(options.choice("nonIntegerWinningThreshold", YesNo::no));
    rules.first_round_threshold = TRY(options.choice("doesFirstRoundDetermineThreshold", YesNo::no));
    rules.hare_quota = TRY(options.choice("hareQuota", YesNo::no));
    rules.batch_elimination = TRY(options.choice("batchElimination", YesNo::no));
    rules.cutoff_elimination = TRY(options.choice("cutoffElimination", YesNo::no));
    rules.continue_until_two = TRY(options.choice("continueUntilTwoCandidatesRemain", YesNo::no));
    rules.exhaust_on_duplicate = TRY(options.choice("exhaustOnDuplicateCandidate", YesNo::no));
    TRY(check(election, rules));
    return rules;
}

}  // namespace wallchart::tally
