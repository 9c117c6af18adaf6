#pragma once
// Every rule by its name, and the one function that counts.

#include "engine/tally/count.h"
#include "engine/tally/election.h"
#include "engine/tally/options.h"

#include <span>
#include <string_view>

namespace wallchart::tally {

/// A way of counting.
struct Rule {
    std::string_view name;     ///< "scottish"
    std::string_view summary;  ///< one line
    BallotKind ballots;        ///< what it is usually marked on
    Result<Count> (*count)(const Election&, Options&);
};

std::span<const Rule> all_rules();
/// The rule of that name, or of another that is common for it ("fptp", "ranked_pairs", "scottish-stv").
/// Errors: not_found, naming the rules there are.
Result<const Rule*> find_rule(std::string_view name);

/// Counts an election by a rule. Options that are not given have the rule's own values, and the record says
/// all of them. Errors: not_found (the rule), invalid (the election, an option), conflict (a tie that has to
/// be asked about), too_large.
Result<Count> count(const Election& election, std::string_view rule, Options options);

/// A record with what does not depend on the rule.
Count begin_count(const Election& election);

// The rules, one a family of files.
Result<Count> count_scottish(const Election& election, Options& options);
Result<Count> count_prf_wigm(const Election& election, Options& options);
Result<Count> count_minneapolis(const Election& election, Options& options);
Result<Count> count_meek(const Election& election, Options& options);
Result<Count> count_prf_meek(const Election& election, Options& options);
Result<Count> count_warren(const Election& election, Options& options);
Result<Count> count_irv(const Election& election, Options& options);
Result<Count> count_bottoms_up(const Election& election, Options& options);
Result<Count> count_sequential(const Election& election, Options& options);
Result<Count> count_rctab(const Election& election, Options& options);
Result<Count> count_plurality(const Election& election, Options& options);
Result<Count> count_block_vote(const Election& election, Options& options);
Result<Count> count_cumulative(const Election& election, Options& options);
Result<Count> count_approval(const Election& election, Options& options);
Result<Count> count_score(const Election& election, Options& options);
Result<Count> count_two_round(const Election& election, Options& options);
Result<Count> count_majority(const Election& election, Options& options);
Result<Count> count_schulze(const Election& election, Options& options);
Result<Count> count_ranked_pairs(const Election& election, Options& options);
Result<Count> count_majority_judgment(const Election& election, Options& options);
Result<Count> count_star(const Election& election, Options& options);

}  // namespace wallchart::tally
