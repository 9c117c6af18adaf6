// What must be true of a rule as a whole, whichever way it was written.

#include "core/text.h"
#include "engine/decision/rule_text.h"

namespace wallchart::decision {
namespace {

using enum DecisionLevel;
constexpr std::array all_levels{local, state, federal, ballot_measure};
using Faults = std::vector<RuleFault>;

void add(Faults& faults, std::size_t step, Message what) {
    faults.push_back({0, static_cast<int>(step), std::move(what)});
}

bool sound(const DecisionThreshold& threshold) {
    if (threshold.kind == ThresholdKind::majority) return true;
    if (threshold.kind == ThresholdKind::plurality && threshold.numerator == 0) return true;
    int spare = threshold.kind == ThresholdKind::more_than ? 1 : 0;
    return threshold.numerator > 0 && threshold.denominator > 0 &&
           threshold.denominator <= rule_number_limit && threshold.numerator + spare <= threshold.denominator;
}

bool sound(const Quorum& quorum) {
    if (quorum.number && (*quorum.number <= 0 || *quorum.number > rule_number_limit)) return false;
    if (quorum.numerator == 0) return true;
    int spare = quorum.more_than ? 1 : 0;
    return quorum.numerator > 0 && quorum.denominator > 0 && quorum.denominator <= rule_number_limit &&
           quorum.numerator + spare <= quorum.denominator;
}

void check_numbers(Faults& faults, const DecisionStep& step, std::size_t at) {
    auto check = [&](int number, int limit) {
        if (number < 0 || number > limit)
            add(faults, at, message(Code::number_out_of_range, std::to_string(number)));
    };
    for (int days : {step.notice_days, step.questionnaire_days.value_or(0), step.answer_days,
                     step.interview_days.value_or(0), step.wait_days, step.within_days, step.open_days,
                     step.days_apart, step.over ? step.over->count : 0})
        check(days, days_limit);
    for (int number :
         {step.electorate.seats, step.electorate.delegates_per_local, step.electorate.members_per_delegate})
        check(number, rule_number_limit);
    check(step.town_halls, town_hall_limit);
    if (step.weight) {
        if (step.weight->votes <= 0 || step.weight->members <= 0)
            add(faults, at, message(Code::number_out_of_range, print_weight(*step.weight)));
        for (int number : {step.weight->votes, step.weight->members, step.weight->at_least})
            check(number, rule_number_limit);
    }
    if (step.quorum && !sound(*step.quorum))
        add(faults, at, message(Code::fraction_out_of_range, print_quorum(*step.quorum)));
    for (const auto& threshold : step.thresholds)
        if (!sound(threshold))
            add(faults, at, message(Code::fraction_out_of_range, print_threshold(threshold)));
    if (step.overrule && (!sound(*step.overrule) || step.overrule->kind == ThresholdKind::plurality))
        add(faults, at, message(Code::fraction_out_of_range, print_threshold(*step.overrule)));
}

void check_kind(Faults& faults, const DecisionStep& step, std::size_t at) {
    if (step.kind == StepKind::town_hall) {
        if (step.town_halls == 0) add(faults, at, message(Code::town_halls_missing));
        if (!step.decides.empty() || !step.recommends.empty() || step.overrule || step.questionnaire_days ||
            step.interview_days)
            add(faults, at, message(Code::town_halls_do_not_vote));
    }
    if (step.open_days > 0 && step.kind != StepKind::member_ballot)
        add(faults, at, message(Code::ballot_only));
    if (step.weight && step.electorate.kind != ElectorateKind::delegates)
        add(faults, at, message(Code::weight_needs_delegates));
    if (step.within_days > 0 && at == 0) add(faults, at, message(Code::within_needs_step));
    if (step.within_days > 0 && step.within_days < step.wait_days)
        add(faults, at, message(Code::within_before_wait, step.within_days, step.wait_days));
    bool meets = step.kind != StepKind::member_ballot && step.kind != StepKind::town_hall;
    if (step.reading != ReadingRule::none && !meets) add(faults, at, message(Code::reading_needs_meeting));
    if (step.quorum && step.quorum->number && step.electorate.seats > 0 &&
        *step.quorum->number > step.electorate.seats)
        add(faults, at, message(Code::quorum_over_seats, *step.quorum->number, step.electorate.seats));
}

void check_thresholds(Faults& faults, const DecisionRule& rule, std::size_t at) {
    const auto& step = rule.steps[at];
    if (step.kind == StepKind::town_hall) return;
    if (step.thresholds.empty()) return add(faults, at, message(Code::no_threshold));
    for (std::size_t each = 0; each + 1 < step.thresholds.size(); ++each) {
        if (step.thresholds[each].matters.empty())
            return add(faults, at,
                       message(Code::threshold_never_used, print_threshold(step.thresholds[each + 1])));
    }
    for (auto level : all_levels) {
        auto path = path_of(rule, level);
        if (std::ranges::find(path, at) == path.end()) continue;
        for (auto kind : {SubjectKind::candidate, SubjectKind::slate}) {
            if (threshold_for(step, {kind, level}) != nullptr) continue;
            add(faults, at, message(Code::no_threshold_for, level));
            break;
        }
    }
}

void check_end(Faults& faults, const DecisionStep& step, std::size_t at) {
    for (auto level : step.decides)
        if (std::ranges::find(step.recommends, level) != step.recommends.end())
            add(faults, at, message(Code::decides_and_recommends, level));
    if (!step.recommends.empty() && trim(step.recommends_to).empty())
        add(faults, at, message(Code::recommends_to_missing));
}

void check_overrule(Faults& faults, const DecisionRule& rule, std::size_t at) {
    if (!rule.steps[at].overrule) return;
    for (auto level : all_levels) {
        auto path = path_of(rule, level);
        auto here = std::ranges::find(path, at);
        if (here == path.end()) continue;
        auto next = here + 1;
        if (next == path.end() || rule.steps[*next].kind == StepKind::town_hall)
            return add(faults, at, message(Code::overrule_needs_next));
    }
}

void check_paths(Faults& faults, const DecisionRule& rule) {
    std::set<std::size_t> reached;
    for (auto level : all_levels) {
        auto path = path_of(rule, level);
        reached.insert(path.begin(), path.end());
        auto ends = [&](auto at) { return end_at(rule.steps[at], level) != StepEnd::goes_on; };
        // An organization may leave a level out altogether ("applies to"), but not half way.
        if (!path.empty() && std::ranges::none_of(path, ends))
            add(faults, path.back(), message(Code::nobody_decides, level));
    }
    for (std::size_t at = 0; at < rule.steps.size(); ++at)
        if (!reached.contains(at)) add(faults, at, message(Code::step_never_reached, at + 1));
}

}  // namespace

std::vector<RuleFault> check_rule(const DecisionRule& rule) {
    Faults faults;
    if (rule.steps.empty()) return {{0, -1, message(Code::no_steps)}};
    if (rule.steps.size() > rule_step_limit) return {{0, -1, message(Code::too_many_steps, rule_step_limit)}};
    for (std::size_t at = 0; at < rule.steps.size(); ++at) {
        const auto& step = rule.steps[at];
        check_numbers(faults, step, at);
        check_kind(faults, step, at);
        check_thresholds(faults, rule, at);
        check_end(faults, step, at);
        check_overrule(faults, rule, at);
    }
    check_paths(faults, rule);
    return faults;
}

}  // namespace wallchart::decision
