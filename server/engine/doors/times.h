#pragma once
// Times as people write them.

#include "core/result.h"

#include <optional>
#include <string_view>

namespace wallchart::doors {

/// The minutes that "2h", "90m", "1h30", "1:30" or "2.5h" say. Errors: invalid.
Result<double> read_minutes(std::string_view text);

/// "17:30", "5:30 pm", "9": minutes of the day; nothing for anything else.
std::optional<int> read_time_of_day(std::string_view text);

}  // namespace wallchart::doors
