#include "engine/decision/rule_text.h"
#include "engine/decision/text_case.h"
#include "targets.h"

namespace wallchart::fuzz {

using namespace decision;

void try_decision_rule(std::string_view input) {
    auto reading = read_rule(input);
    for (const auto& fault : reading.faults)
        for (auto language : {Language::en, Language::es})
            require(!say(fault.what, language).empty(), "every fault has words");
    if (reading.faults.empty()) {
        auto text = print_rule(reading.rule);
        auto again = read_rule(text);
        require(again.faults.empty() && again.rule == reading.rule, "a rule reads back as it was printed");
    }
    if (auto pattern = read_pattern(input)) {
        auto again = read_pattern(print_pattern(*pattern));
        require(again.has_value() && *again == *pattern, "a pattern reads back as it was printed");
        using namespace std::chrono;
        auto days = expand(*pattern, 2026y / January / 1d, 2027y / December / 31d);
        require(std::ranges::is_sorted(days), "meetings come in order");
    }
    if (auto votes = read_votes(input))
        require(votes->choices.size() <= input.size(), "choices were written");
    auto cases = read_cases(input);
    if (!cases) return;
    for (const auto& each : *cases)
        for (auto language : {Language::en, Language::es}) {
            require(!print_timetable(each.situation, language).empty(), "there is a timetable");
            require(!print_outcome(each.situation, language).empty(), "there is an outcome");
        }
}

}  // namespace wallchart::fuzz
