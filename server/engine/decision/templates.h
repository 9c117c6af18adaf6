#pragma once
// Rules to begin with: the ways of deciding that are found in most unions.

#include <span>
#include <string_view>

namespace wallchart::decision {

struct RuleTemplate {
    std::string_view key;  ///< "two_meetings"
    std::string_view title_en;
    std::string_view title_es;
    std::string_view text;  ///< as parse_rule reads it and print_rule prints it
};

std::span<const RuleTemplate> rule_templates();

}  // namespace wallchart::decision
