#pragma once
// The text form of a rule: read with every fault named by its line, printed so that it reads back the same.

#include "core/result.h"
#include "engine/decision/message.h"
#include "engine/decision/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace wallchart::decision {

inline constexpr std::size_t rule_text_limit = 20'000;  ///< bytes
inline constexpr std::size_t rule_step_limit = 20;
inline constexpr int days_limit = 1000;
inline constexpr int town_hall_limit = 50;
inline constexpr int rule_number_limit = 10'000'000;  ///< of members, and under a fraction

/// What is wrong with a rule. `line` counts from 1, 0 when the rule was not read from text; `step` counts
/// from 0, -1 for the rule as a whole.
struct RuleFault {
    int line = 0;
    int step = -1;
    Message what;
    friend bool operator==(const RuleFault&, const RuleFault&) = default;
};

/// A rule as far as it could be read, and everything that is wrong with it.
struct RuleReading {
    DecisionRule rule;
    std::vector<RuleFault> faults;  ///< of single lines and of the whole, by line
};

/// Reads and checks a rule's text.
RuleReading read_rule(std::string_view text);

/// As read_rule, for callers that want a sound rule or nothing. Errors: invalid; the pointers of its fields
/// are "/lines/7", the sentences English.
Result<DecisionRule> parse_rule(std::string_view text);

/// The text of a rule: parse_rule(print_rule(rule)) is normalized(rule).
std::string print_rule(const DecisionRule& rule);

/// One form for what can be said in several: levels in order, the last step deciding what none decided.
DecisionRule normalized(DecisionRule rule);

/// What is wrong with a rule as a whole: somebody must decide on every level, a floor that may overrule
/// must come next and vote ...
std::vector<RuleFault> check_rule(const DecisionRule& rule);

/// Parts of the text form, used by wording and tests too.
std::string print_threshold(const DecisionThreshold& threshold);
std::string print_quorum(const Quorum& quorum);
std::string print_electorate(const Electorate& electorate);
std::string print_weight(const VoteWeight& weight);
std::string_view matter_words(DecisionMatter matter);

}  // namespace wallchart::decision
