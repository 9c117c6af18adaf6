#include "engine/decision/line_values.h"

#include "core/text.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/words.h"

namespace wallchart::decision {
namespace {

/// "10 days", "2 weeks".
std::optional<int> take_days(Words& words) {
    auto number = words.take_number();
    if (!number || *number > days_limit) return std::nullopt;
    if (words.take_any({"days", "day", "days'"})) return number;
    if (words.take_any({"weeks", "week", "weeks'"}) && *number * 7 <= days_limit) return *number * 7;
    return std::nullopt;
}

/// A line that says only a number of days; what may follow them is in `ends`.
LineFault read_days(std::string_view value, std::initializer_list<std::string_view> ends, int& into) {
    Words words(value);
    if (words.take("none") && words.done()) return std::nullopt;
    words.take("at least");
    auto days = take_days(words);
    words.take_any(ends);
    if (!days || !words.done()) return message(Code::not_days, value);
    into = *days;
    return std::nullopt;
}

LineFault read_notice(DecisionStep& step, std::string_view value) {
    return read_days(value, {"notice", "before", "before the meeting", "before the ballot opens"},
                     step.notice_days);
}

LineFault read_open(DecisionStep& step, std::string_view value) {
    return read_days(value, {"long"}, step.open_days);
}

LineFault read_wait(DecisionStep& step, std::string_view value) {
    return read_days(value, {"after the step before", "after step before"}, step.wait_days);
}

LineFault read_within(DecisionStep& step, std::string_view value) {
    return read_days(value, {"after the step before", "of the step before", "after step before"},
                     step.within_days);
}

LineFault read_abstentions(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take_any({"do not count", "don't count", "not counted", "are not counted", "no"}))
        step.abstentions_count = false;
    else if (words.take_any({"count as votes cast", "count", "are counted", "counted", "yes"}))
        step.abstentions_count = true;
    else
        return message(Code::not_yes_or_no, value);
    if (!words.done()) return message(Code::not_yes_or_no, value);
    return std::nullopt;
}

LineFault read_reading(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take_any({"at the meeting before", "at the meeting before the vote",
                        "at one meeting , voted at the next", "at one meeting and voted at the next"}))
        step.reading = ReadingRule::meeting_before;
    else if (words.take_any({"at an earlier meeting", "at any earlier meeting"}))
        step.reading = ReadingRule::earlier_meeting;
    else if (words.take_any({"no", "none", "not required"}))
        step.reading = ReadingRule::none;
    else
        return message(Code::not_a_reading, value);
    words.take("the vote");
    if (!words.done()) return message(Code::not_a_reading, value);
    return std::nullopt;
}

/// "required", "7 days before": into days.
bool take_days_before(Words& words, std::optional<int>& days) {
    if (words.take_any({"required before the vote", "required", "before the vote"})) {
        days = 0;
        return true;
    }
    words.take("at least");
    days = take_days(words);
    words.take("before");
    words.take_any({"the vote", "the meeting", "the ballot opens"});
    return days.has_value();
}

LineFault read_questionnaire(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take_any({"none", "no"}) && words.done()) return std::nullopt;
    words.take("returned");
    std::optional<int> days;
    auto fault = message(Code::not_a_questionnaire, value);
    if (!take_days_before(words, days)) return fault;
    if (words.take(",")) {
        auto answer = take_days(words);
        if (!answer || !words.take("to answer")) return fault;
        step.answer_days = *answer;
    }
    if (!words.done()) return fault;
    step.questionnaire_days = days;
    return std::nullopt;
}

LineFault read_interview(DecisionStep& step, std::string_view value) {
    Words words(value);
    if (words.take_any({"none", "no"}) && words.done()) return std::nullopt;
    words.take("held");
    std::optional<int> days;
    if (!take_days_before(words, days) || !words.done()) return message(Code::not_a_questionnaire, value);
    step.interview_days = days;
    return std::nullopt;
}

LineFault read_held(DecisionStep& step, std::string_view value) {
    Words words(value);
    auto fault = message(Code::not_town_halls, value);
    words.take("at least");
    auto count = words.take_number();
    if (!count) return fault;
    if (*count == 0 || *count > town_hall_limit) return message(Code::number_out_of_range, value);
    words.take_any({"town halls", "town hall", "meetings", "times"});
    std::optional<Period> over;
    int apart = 0;
    while (words.take(",") || words.next() == "over") {
        if (words.take("over")) {
            words.take("at least");
            auto amount = words.take_number();
            if (!amount || *amount == 0 || *amount > days_limit) return fault;
            if (words.take_any({"days", "day"}))
                over = Period{*amount, PeriodUnit::days};
            else if (words.take_any({"weeks", "week"}))
                over = Period{*amount, PeriodUnit::weeks};
            else if (words.take_any({"months", "month"}))
                over = Period{*amount, PeriodUnit::months};
            else
                return fault;
        } else {
            words.take("at least");
            auto days = take_days(words);
            if (!days || !words.take("apart")) return fault;
            apart = *days;
        }
    }
    if (!words.done()) return fault;
    step.town_halls = *count;
    step.over = over;
    step.days_apart = apart;
    return std::nullopt;
}

/// "state, federal and ballot measures"; nothing if a word is no level.
std::optional<std::vector<DecisionLevel>> levels_of(std::string_view value) {
    using enum DecisionLevel;
    auto plain = replace_all(fold(value), " and ", ", ");
    if (plain == "nothing" || plain == "none") return std::vector<DecisionLevel>{};
    std::vector<DecisionLevel> levels;
    for (auto part : split(plain, ',')) {
        auto word = trim(part);
        if (word == "everything" || word == "all") {
            levels.insert(levels.end(), {local, state, federal, ballot_measure});
        } else if (word == "candidates" || word == "all candidates" || word == "all races") {
            levels.insert(levels.end(), {local, state, federal});
        } else if (auto level = parse_level(word)) {
            levels.push_back(*level);
        } else {
            return std::nullopt;
        }
    }
    return levels;
}

LineFault read_applies(DecisionStep& step, std::string_view value) {
    auto levels = levels_of(value);
    if (!levels) return message(Code::not_levels, value);
    step.applies_to = *levels;
    return std::nullopt;
}

LineFault read_decides(DecisionStep& step, std::string_view value) {
    auto levels = levels_of(value);
    if (!levels) return message(Code::not_levels, value);
    step.decides = *levels;
    return std::nullopt;
}

LineFault read_recommends(DecisionStep& step, std::string_view value) {
    auto at = fold(value).find(" to ");
    if (at == std::string::npos || value.substr(at, 4) != " to ")
        return message(Code::recommends_to_whom, value);
    auto levels = levels_of(value.substr(0, at));
    if (!levels) return message(Code::not_levels, value.substr(0, at));
    step.recommends = *levels;
    step.recommends_to = squeeze(value.substr(at + 4));
    return std::nullopt;
}

LineFault read_after_no(DecisionStep& step, std::string_view value) {
    Words words(value);
    words.take("the process");
    if (words.take_any({"ends", "stop", "stops", "it ends"}))
        step.after_no = AfterNo::ends;
    else if (words.take_any({"goes on", "go on", "the next step votes all the same"}))
        step.after_no = AfterNo::goes_on;
    else
        return message(Code::not_after_no, value);
    if (!words.done()) return message(Code::not_after_no, value);
    return std::nullopt;
}

}  // namespace

const LineKind* line_kind(std::string_view key) {
    static const std::map<std::string_view, LineKind> kinds = [] {
        std::map<std::string_view, LineKind> all;
        auto add = [&](ReadLine read, std::initializer_list<std::string_view> names) {
            for (auto name : names)
                all.emplace(name, LineKind{*names.begin(), read});
        };
        add(read_electorate, {"who votes", "electorate", "voters"});
        add(read_quorum, {"quorum"});
        add(read_thresholds, {"carries with", "threshold", "passes with"});
        add(read_abstentions, {"abstentions"});
        add(read_weight, {"votes", "weight", "votes by size"});
        add(read_run_off, {"run-off", "runoff", "run off", "second vote"});
        add(read_notice, {"notice"});
        add(read_reading, {"read"});
        add(read_questionnaire, {"questionnaire"});
        add(read_interview, {"interview"});
        add(read_wait, {"wait"});
        add(read_within, {"within"});
        add(read_open, {"open"});
        add(read_held, {"held"});
        add(read_applies, {"applies to", "only for"});
        add(read_after_no, {"after a no"});
        add(read_overrule, {"floor may overrule", "the floor may overrule"});
        add(read_decides, {"decides"});
        add(read_recommends, {"recommends"});
        return all;
    }();
    auto found = kinds.find(key);
    return found == kinds.end() ? nullptr : &found->second;
}

}  // namespace wallchart::decision
