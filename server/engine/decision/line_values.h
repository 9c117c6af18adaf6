#pragma once
// Reads the value of one line of a rule ("quorum: 30 or 10 %, whichever is smaller") into its step.

#include "engine/decision/message.h"
#include "engine/decision/rule.h"

#include <optional>
#include <string_view>

namespace wallchart::decision {

/// Why a value could not be read; nothing if it could.
using LineFault = std::optional<Message>;
using ReadLine = LineFault (*)(DecisionStep& step, std::string_view value);

/// The reader for a key ("carries with", or a synonym such as "threshold"), with the key as it is printed.
struct LineKind {
    std::string_view key;
    ReadLine read;
};
const LineKind* line_kind(std::string_view key);

/// Parsers of the larger values.
LineFault read_quorum(DecisionStep& step, std::string_view value);
LineFault read_electorate(DecisionStep& step, std::string_view value);
LineFault read_thresholds(DecisionStep& step, std::string_view value);
LineFault read_overrule(DecisionStep& step, std::string_view value);
LineFault read_weight(DecisionStep& step, std::string_view value);
LineFault read_run_off(DecisionStep& step, std::string_view value);

}  // namespace wallchart::decision
