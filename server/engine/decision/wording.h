#pragma once
// The words for what the engine finds, in English and Spanish. No other file of the engine holds a sentence.

#include "engine/decision/message.h"
#include "engine/decision/outcome.h"
#include "engine/decision/timetable.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wallchart::decision {

enum class Language : std::uint8_t { en, es };
BOOST_DESCRIBE_ENUM(Language, en, es)

/// es for "es" and "es-MX", else en.
Language language_of(std::string_view code);

/// A message as one sentence (or two).
std::string say(const Message& message, Language language);

/// "Tue 2 Jun 2026".
std::string say(Date date, Language language);
/// "Membership meeting".
std::string say(StepKind kind, Language language);
/// "Give notice", "Close the ballot and count it".
std::string say(StepAct act, StepKind kind, Language language);
/// "state races".
std::string say(DecisionLevel level, Language language);
/// "1 vote for each 100 members or fraction".
std::string say(const VoteWeight& weight, Language language);
/// "2/3 of votes cast".
std::string say(const DecisionThreshold& threshold, Language language);
std::string say(StepResult result, Language language);
std::string say(ActState state, Language language);
/// "Endorsed", "Recommended to the State Federation".
std::string say(const Outcome& outcome, Language language);

/// What a step asks for, each as a few words: "2/3 of votes cast", "quorum 30", "10 days' notice".
std::vector<std::string> requirements_of(const DecisionStep& step, const DecisionSubject& subject,
                                         Language language);

namespace detail {
/// A sentence in both languages: {0} stands for the first argument, {0:day|days} for the word that fits its
/// number, {0:full} for a threshold with what it is a share of.
struct Sentence {
    std::string_view en;
    std::string_view es;
};
Sentence sentence_of(Code code);
Sentence sentence_of_rule(Code code);  ///< empty for codes of other things
}  // namespace detail

}  // namespace wallchart::decision
