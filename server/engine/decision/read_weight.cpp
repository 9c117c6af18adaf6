// Votes by the size of a local, and what follows when no choice carries.

#include "engine/decision/line_values.h"
#include "engine/decision/words.h"

namespace wallchart::decision {

/// "1 per 100 members or fraction, at least 2"; "one vote for each member".
LineFault read_weight(DecisionStep& step, std::string_view value) {
    Words words(value);
    auto fault = message(Code::not_a_weight, value);
    if (words.take_any({"one each", "none"}) && words.done()) return std::nullopt;
    VoteWeight weight;
    if (auto votes = words.take_number()) weight.votes = *votes;
    words.take_any({"votes", "vote"});
    if (!words.take_any({"per", "for each", "for every"})) return fault;
    if (auto members = words.take_number()) weight.members = *members;
    if (!words.take_any({"members", "member"})) return fault;
    words.take(",");
    if (words.take_any({"or major fraction", "or a major fraction", "or major part"}))
        weight.rounding = WeightRounding::major_fraction;
    else if (words.take_any({"or fraction", "or a fraction", "or part"}))
        weight.rounding = WeightRounding::fraction;
    words.take_any({"thereof", "of it"});
    words.take(",");
    if (words.take("at least")) {
        auto least = words.take_number();
        if (!least) return fault;
        weight.at_least = *least;
        words.take_any({"votes", "vote"});
    }
    if (!words.done()) return fault;
    if (weight.votes == 0 || weight.members == 0) return message(Code::number_out_of_range, value);
    step.weight = weight;
    return std::nullopt;
}

/// "top two", "between the top two, plurality".
LineFault read_run_off(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take_any({"no", "none"}) && words.done()) return std::nullopt;
    words.take("between");
    words.take("the");
    if (!words.take_any({"top two", "two with most votes", "first two"}))
        return message(Code::not_a_run_off, value);
    words.take(",");
    bool plurality = words.take_any({"plurality", "most votes decide", "by plurality"});
    if (!words.done()) return message(Code::not_a_run_off, value);
    step.run_off = plurality ? RunOff::top_two_plurality : RunOff::top_two;
    return std::nullopt;
}

}  // namespace wallchart::decision
