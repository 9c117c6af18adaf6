#include "engine/tally/rules.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wallchart::tally {
namespace {

constexpr auto ranked = BallotKind::ranked;
constexpr auto scored = BallotKind::scored;

constexpr std::array rules{
    Rule{"plurality", "The most votes win (one mark, or the first choice)", ranked, count_plurality},
    Rule{"majority", "A question, or one of several, by a stated share of a stated base, with quorum", ranked,
         count_majority},
    Rule{"two-round", "A majority of first choices, else a second round between the two first", ranked,
         count_two_round},
    Rule{"approval", "Every candidate marked gets a vote", ranked, count_approval},
    Rule{"score", "Points for each candidate; the most points win", scored, count_score},
    Rule{"block-vote", "As many marks as seats; the most votes win", ranked, count_block_vote},
    Rule{"cumulative", "Votes that may be heaped on one candidate", scored, count_cumulative},
    Rule{"irv", "Instant run-off (alternative vote)", ranked, count_irv},
    Rule{"bottoms-up", "The last are eliminated until as many are left as there are seats", ranked,
         count_bottoms_up},
    Rule{"sequential", "Instant run-off for each seat in turn, without those elected before", ranked,
         count_sequential},
    Rule{"rctab", "Ranked choice with the options of the RCTab tabulator, by their names", ranked,
         count_rctab},
    Rule{"scottish", "STV as in Scottish council elections: weighted inclusive Gregory, 5 decimals", ranked,
         count_scottish},
    Rule{"meek", "STV by Meek's method: keep factors, and a quota that falls with what is exhausted", ranked,
         count_meek},
    Rule{"warren", "STV by Warren's method: as Meek, with equal contributions", ranked, count_warren},
    Rule{"prf-meek", "STV by the PR Foundation's reference Meek rule", ranked, count_prf_meek},
    Rule{"prf-wigm", "STV by the PR Foundation's reference weighted inclusive Gregory rule", ranked,
         count_prf_wigm},
    Rule{"minneapolis", "STV as in Minneapolis (Code of Ordinances, chapter 167)", ranked, count_minneapolis},
    Rule{"schulze", "Condorcet: the strongest path of pairwise majorities", ranked, count_schulze},
    Rule{"ranked-pairs", "Condorcet: majorities locked in from the largest (Tideman)", ranked,
         count_ranked_pairs},
    Rule{"majority-judgment", "The best median grade", scored, count_majority_judgment},
    Rule{"star", "Score, then an automatic run-off between the two first", scored, count_star},
};

/// Other names that are common for a rule.
constexpr std::array other_names{std::pair{"fptp", "plurality"},
                                 std::pair{"first-past-the-post", "plurality"},
                                 std::pair{"supermajority", "majority"},
                                 std::pair{"super-majority", "majority"},
                                 std::pair{"runoff", "two-round"},
                                 std::pair{"run-off", "two-round"},
                                 std::pair{"range", "score"},
                                 std::pair{"block", "block-vote"},
                                 std::pair{"alternative", "irv"},
                                 std::pair{"instant-runoff", "irv"},
                                 std::pair{"rcv", "irv"},
                                 std::pair{"multi-pass-irv", "sequential"},
                                 std::pair{"wigm", "prf-wigm"},
                                 std::pair{"wigm-prf", "prf-wigm"},
                                 std::pair{"meek-prf", "prf-meek"},
                                 std::pair{"scotland", "scottish"},
                                 std::pair{"mpls", "minneapolis"},
                                 std::pair{"tideman", "ranked-pairs"},
                                 std::pair{"condorcet", "schulze"},
                                 std::pair{"mj", "majority-judgment"},
                                 std::pair{"majority-judgement", "majority-judgment"}};

const Rule* rule_named(std::string_view name) {
    auto found = std::ranges::find(rules, name, &Rule::name);
    if (found != rules.end()) return &*found;
    for (const auto& [other, rule] : other_names)
        if (name == other) return rule_named(rule);
    return nullptr;
}

bool asks_more_than_half(std::string_view name) {
    return to_lower_ascii(name).starts_with("super");
}

}  // namespace

std::span<const Rule> all_rules() {
    return rules;
}

Result<const Rule*> find_rule(std::string_view name) {
    auto plain = to_lower_ascii(trim(name));
    std::ranges::replace(plain, '_', '-');
    std::ranges::replace(plain, ' ', '-');
    for (std::string_view part : {"", "-stv", "-voting", "-vote"})
        if (plain.ends_with(part))
            if (const auto* rule = rule_named(std::string_view(plain).substr(0, plain.size() - part.size())))
                return rule;
    if (plain.starts_with("stv-"))
        if (const auto* rule = rule_named(std::string_view(plain).substr(4))) return rule;
    std::string known;
    for (const auto& rule : rules)
        known += (known.empty() ? "" : ", ") + std::string(rule.name);
    return failure(ErrorKind::not_found,
                   "There is no rule \"" + std::string(name) + "\"; there are " + known + ".");
}

Count begin_count(const Election& election) {
    Count count;
    count.title = election.title;
    count.candidates = election.candidates;
    count.withdrawn = election.withdrawn;
    count.seats = election.seats;
    count.fingerprint = election.ballots.fingerprint();
    return count;
}

Result<Count> count(const Election& election, std::string_view name, Options options) {
    const auto* rule = TRY(find_rule(name));
    TRY(check_election(election));
    for (const auto& [key, value] : election.options)
        options.preset(key, value);
    if (asks_more_than_half(name)) options.preset("share", "2/3");
    auto counted = TRY(rule->count(election, options));
    TRY(options.finish(rule->name));
    counted.rule = rule->name;
    counted.options = options.used();
    return counted;
}

}  // namespace wallchart::tally
