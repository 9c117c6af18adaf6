#pragma once
// Whether each step carried, what the whole came to, and why: the rule itself says so, from what was entered.

#include "engine/decision/message.h"
#include "engine/decision/situation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wallchart::decision {

enum class StepResult : std::uint8_t {
    open,  ///< nothing was voted yet
    carried,
    failed,
    no_quorum,           ///< may be tried again
    not_valid,           ///< notice too short, not read before, questionnaire missing ...: may be tried again
    incomplete,          ///< a number is missing from the vote
    recommended_upward,  ///< carried, and another body decides
    overruled,           ///< the floor set this step's result aside
    held,                ///< of town halls: all were held
    run_off,             ///< no choice carried: a second vote between those with most votes decides
};
BOOST_DESCRIBE_ENUM(StepResult, open, carried, failed, no_quorum, not_valid, incomplete, recommended_upward,
                    overruled, held, run_off)

enum class DecisionOutcome : std::uint8_t { undecided, endorsed, recommended, declined };
BOOST_DESCRIBE_ENUM(DecisionOutcome, undecided, endorsed, recommended, declined)

struct StepOutcome {
    std::size_t step = 0;  ///< position in the rule
    StepResult result = StepResult::open;
    std::optional<Date> on;           ///< of the vote, or of the last town hall
    std::optional<Date> retry_after;  ///< of the last vote that must be repeated
    std::vector<Message> reasons;
    std::vector<std::string> run_off;     ///< the choices of the second vote, once the first has left them
    std::optional<Date> run_off_after{};  ///< the day of that first vote
};

struct Outcome {
    DecisionOutcome result = DecisionOutcome::undecided;
    std::string recommended_to;
    std::optional<Date> decided_on;
    std::vector<StepOutcome> steps;  ///< those that a subject of this level goes through
    std::vector<Message> reasons;
};

/// Judges everything that was entered. A vote that is not valid or lacked a quorum decides nothing.
Outcome judge(const Situation& situation);

}  // namespace wallchart::decision
