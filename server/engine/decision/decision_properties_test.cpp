// What must hold for any rule, calendar and vote.

#include "engine/decision/rule_text.h"
#include "engine/decision/tally.h"
#include "engine/decision/text_case.h"
#include "engine/decision/timetable.h"
#include "engine/decision/wording.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace wallchart::decision {
namespace {

using namespace std::chrono;

template <class T>
T any_of(std::initializer_list<T> values) {
    return *rc::gen::elementOf(std::vector<T>(values));
}

int number(int from, int to) {
    return *rc::gen::inRange(from, to + 1);
}

bool coin() {
    return number(0, 1) == 1;
}

DecisionThreshold any_threshold(bool plurality_too) {
    DecisionThreshold threshold;
    threshold.kind = static_cast<ThresholdKind>(number(0, plurality_too ? 3 : 2));
    threshold.denominator = any_of({2, 3, 4, 5, 100, 1000, 10'000});
    threshold.numerator = number(1, threshold.denominator - 1);
    threshold.of = static_cast<ThresholdBase>(number(0, 2));
    return threshold;
}

std::vector<DecisionLevel> any_levels() {
    std::vector<DecisionLevel> levels;
    for (int level = 0; level < 4; ++level)
        if (coin()) levels.push_back(static_cast<DecisionLevel>(level));
    return levels;
}

DecisionStep any_step() {
    DecisionStep step;
    step.kind = static_cast<StepKind>(number(0, 6));
    step.name = any_of<std::string>({"", "COPE", "Reunión general", "Local 12's board"});
    step.electorate.kind = static_cast<ElectorateKind>(number(0, 3));
    step.electorate.seats = any_of({0, 1, 9, 240});
    step.electorate.delegates_per_local = any_of({0, 1, 2});
    step.electorate.members_per_delegate = any_of({0, 100});
    step.electorate.officers = coin();
    if (coin()) {
        Quorum quorum;
        if (coin()) quorum.number = number(1, 500);
        quorum.denominator = any_of({2, 3, 10, 100});
        quorum.numerator = number(quorum.number ? 0 : 1, quorum.denominator - 1);
        quorum.more_than = coin();
        quorum.choice = static_cast<QuorumChoice>(number(0, 1));
        step.quorum = quorum;
    }
    if (coin()) {
        step.thresholds.push_back(any_threshold(true));
        step.thresholds.back().matters = {static_cast<DecisionMatter>(number(0, 5))};
    }
    step.thresholds.push_back(any_threshold(true));
    step.abstentions_count = coin();
    if (number(0, 3) == 0)
        step.weight = VoteWeight{number(1, 3), any_of({1, 50, 100, 250}),
                                 static_cast<WeightRounding>(number(0, 2)), any_of({0, 1, 2})};
    step.run_off = static_cast<RunOff>(number(0, 2));
    step.notice_days = any_of({0, 1, 10, 60});
    step.reading = static_cast<ReadingRule>(number(0, 2));
    if (coin()) step.questionnaire_days = any_of({0, 1, 14});
    step.answer_days = any_of({0, 21});
    if (coin()) step.interview_days = any_of({0, 1, 7});
    step.wait_days = any_of({0, 1, 40});
    step.within_days = any_of({0, 0, 45, 90});
    step.open_days = any_of({0, 14});
    step.town_halls = number(1, 4);
    if (coin()) step.over = Period{number(1, 5), static_cast<PeriodUnit>(number(0, 2))};
    step.days_apart = any_of({0, 1, 14});
    step.after_no = static_cast<AfterNo>(number(0, 1));
    if (coin()) step.overrule = any_threshold(false);
    step.applies_to = any_levels();
    step.decides = any_levels();
    step.recommends = any_levels();
    step.recommends_to = "the State Federation";
    return step;
}

RC_GTEST_PROP(DecisionProperty, ARuleReadsBackAsItWasPrinted, ()) {
    DecisionRule rule;
    rule.title = any_of<std::string>({"", "How Local 88 decides", "Cómo decidimos"});
    for (int count = number(1, 4); count > 0; --count)
        rule.steps.push_back(any_step());
    auto text = print_rule(rule);
    auto reading = read_rule(text);
    // Only faults of the whole may be left: every line must be understood.
    for (const auto& fault : reading.faults) {
        RC_LOG() << text << fault.line << ": " << say(fault.what, Language::en) << std::endl;
        RC_ASSERT(fault.what.code >= Code::no_steps && fault.what.code <= Code::recommends_to_missing);
    }
    RC_ASSERT(reading.rule == normalized(rule));
    RC_ASSERT(print_rule(reading.rule) == text);
}

RC_GTEST_PROP(DecisionProperty, AnyTextIsReadOrFaulted, (const std::string& text)) {
    auto rule = parse_rule(text);
    if (!rule) RC_ASSERT(!rule.error().fields.empty());
    read_pattern(text);
}

/// A sound rule of one to three voting steps, perhaps after town halls.
DecisionRule sound_rule() {
    DecisionRule rule;
    int count = number(1, 3);
    for (int at = 0; at < count; ++at) {
        auto step = any_step();
        bool last = at + 1 == count;
        if (last && step.kind == StepKind::town_hall) step.kind = StepKind::membership_meeting;
        step.applies_to.clear();
        step.decides.clear();
        step.recommends.clear();
        step.quorum.reset();
        step.overrule.reset();
        if (at == 0) step.within_days = 0;
        if (step.electorate.kind != ElectorateKind::delegates) step.weight.reset();
        if (step.kind == StepKind::town_hall) {
            step.questionnaire_days.reset();
            step.interview_days.reset();
        }
        if (step.kind != StepKind::member_ballot) step.open_days = 0;
        if (step.kind == StepKind::member_ballot || step.kind == StepKind::town_hall)
            step.reading = ReadingRule::none;
        rule.steps.push_back(std::move(step));
    }
    return normalized(rule);
}

Calendar any_calendar() {
    Calendar calendar;
    for (const auto* body : {"committee", "executive board", "membership meeting", "delegate body",
                             "convention", "town halls"}) {
        if (number(0, 3) == 0) continue;
        auto text =
            any_of<std::string>({"first Tuesday of each month but July", "second and fourth Wednesday",
                                 "every Monday", "15th of each month", "when called",
                                 "quarterly: third Thursday of March", "2026-05-06, 2026-06-03"});
        calendar.patterns.push_back({body, *read_pattern(text)});
    }
    return calendar;
}

Situation any_situation() {
    Situation situation;
    situation.rule = sound_rule();
    situation.calendar = any_calendar();
    situation.subject.level = static_cast<DecisionLevel>(number(0, 3));
    situation.today = 2026y / April / 22d;
    situation.needed_by = plus_days(situation.today, number(0, 400));
    // Some of what must come before may have been done.
    for (int count = number(0, 4); count > 0; --count) {
        auto act = any_of({StepAct::notice, StepAct::questionnaire_sent, StepAct::questionnaire,
                           StepAct::interview, StepAct::reading, StepAct::town_hall});
        situation.events.push_back({number(0, static_cast<int>(situation.rule.steps.size()) - 1),
                                    act,
                                    plus_days(situation.today, -number(0, 60)),
                                    {}});
    }
    return situation;
}

Timetable plan_of(const Situation& situation) {
    RC_PRE(check_rule(situation.rule).empty());
    return plan(situation, judge(situation));
}

RC_GTEST_PROP(DecisionProperty, AnEarlierDayOfNeedNeverMakesTheImpossiblePossible, ()) {
    auto situation = any_situation();
    auto later = plan_of(situation);
    situation.needed_by = plus_days(*situation.needed_by, -number(1, 100));
    auto earlier = plan_of(situation);
    if (!later.possible) RC_ASSERT(!earlier.possible);
    RC_CLASSIFY(later.possible, "possible");
}

RC_GTEST_PROP(DecisionProperty, LatestDaysKeepToTheDayOfNeedAndToNotice, ()) {
    auto situation = any_situation();
    auto timetable = plan_of(situation);
    RC_LOG() << print_rule(situation.rule) << print_timetable(situation, Language::en);
    std::optional<Date> after;   // the last vote before
    std::optional<Date> before;  // the last day of the step before: a vote, or a town hall
    for (const auto& step : timetable.steps) {
        const auto& rule = situation.rule.steps[step.step];
        std::optional<Date> notice, start, finish, last_hall;
        for (const auto& act : step.acts) {
            if (act.latest) RC_ASSERT(*act.latest <= *situation.needed_by);
            if (act.act == StepAct::notice) notice = act.latest;
            if (act.act == StepAct::ballot_opened) start = act.latest;
            if (act.act == StepAct::vote) finish = act.latest;
            if (act.act == StepAct::town_hall) last_hall = act.latest ? act.latest : act.done_on;
        }
        if (!start) start = finish;
        if (notice && start) RC_ASSERT(days_between(*notice, *start) == rule.notice_days);
        // The steps keep their order, and a ballot its time.
        if (start && finish && rule.kind == StepKind::member_ballot)
            RC_ASSERT(days_between(*start, *finish) >= rule.open_days);
        if (after && start) RC_ASSERT(plus_days(*after, rule.wait_days) <= *start);
        if (before && start && rule.within_days > 0)
            RC_ASSERT(*start <= plus_days(*before, rule.within_days));
        if (finish) after = finish;
        before = rule.kind == StepKind::town_hall ? last_hall : finish;
    }
}

RC_GTEST_PROP(DecisionProperty, WhatIsPossibleFitsBetweenEarliestAndLatest, ()) {
    auto situation = any_situation();
    auto timetable = plan_of(situation);
    if (!timetable.possible) return;
    RC_ASSERT(timetable.earliest_decision.has_value());
    RC_ASSERT(*timetable.earliest_decision <= *situation.needed_by);
    for (const auto& step : timetable.steps)
        for (const auto& act : step.acts)
            if (act.state == ActState::possible) RC_ASSERT(*act.earliest <= *act.latest);
}

/// Carries out what the timetable says is possible, each act on its earliest or each on its latest day.
RC_GTEST_PROP(DecisionProperty, WhoKeepsToTheTimetableDecidesValidly, ()) {
    auto situation = any_situation();
    auto timetable = plan_of(situation);
    RC_PRE(timetable.possible);
    bool early = coin();
    for (const auto& step : timetable.steps) {
        // The earliest day of a vote presumes that what comes before is done on its earliest day too.
        for (const auto& act : step.acts) {
            if (act.done_on) continue;
            StepEvent event{static_cast<int>(step.step), act.act, early ? *act.earliest : *act.latest, {}};
            if (act.act == StepAct::vote)
                event.votes = VoteCount{
                    .yes = 50, .present = 50, .eligible = 50, .votes_present = 50, .votes_eligible = 50};
            situation.events.push_back(event);
        }
    }
    auto outcome = judge(situation);
    RC_ASSERT(outcome.result == DecisionOutcome::endorsed);
    RC_ASSERT(*outcome.decided_on <= *situation.needed_by);
}

RC_GTEST_PROP(DecisionProperty, MoreVotesForNeverMakeItFail, ()) {
    auto threshold = any_threshold(true);
    bool abstentions = coin();
    VoteCount votes{number(0, 100), number(0, 100), number(0, 30), {}, {}, {}};
    // Whoever joins comes from among those present, or from outside.
    votes.present = votes.yes + votes.no + votes.abstain + 1;
    auto before = count_votes(threshold, abstentions, votes, 1000);
    ++votes.yes;
    if (coin()) ++*votes.present;
    auto after = count_votes(threshold, abstentions, votes, 1000);
    bool grew = threshold.of == ThresholdBase::present;
    RC_ASSERT(before.result != TallyResult::carried || after.result == TallyResult::carried || grew);
    if (grew && before.result == TallyResult::carried) RC_ASSERT(after.result == TallyResult::carried);
    // And one more against never makes it carry.
    ++votes.no;
    ++*votes.present;
    if (after.result == TallyResult::failed)
        RC_ASSERT(count_votes(threshold, abstentions, votes, 1000).result == TallyResult::failed);
}

RC_GTEST_PROP(DecisionProperty, AbstentionsMatterOnlyWhereTheyAreInTheBase, ()) {
    auto threshold = any_threshold(false);
    VoteCount votes{number(0, 100), number(0, 100), 0, {}, {}, {}};
    votes.present = 400;
    auto without = count_votes(threshold, false, votes, 1000).result;
    votes.abstain = number(1, 100);
    RC_ASSERT(count_votes(threshold, false, votes, 1000).result == without);
    if (count_votes(threshold, true, votes, 1000).result == TallyResult::carried)
        RC_ASSERT(without == TallyResult::carried);
    if (threshold.of != ThresholdBase::votes_cast)
        RC_ASSERT(count_votes(threshold, true, votes, 1000).result == without);
}

RC_GTEST_PROP(DecisionProperty, NeededIsTheSmallestNumberThatReaches, ()) {
    auto threshold = any_threshold(false);
    auto normal = threshold;
    if (normal.kind == ThresholdKind::majority) normal.numerator = 1, normal.denominator = 2;
    std::int64_t base = number(1, 100'000);
    auto needed = votes_needed(threshold, base);
    auto reaches = [&](std::int64_t votes) {
        auto left = votes * normal.denominator, right = base * normal.numerator;
        return normal.kind == ThresholdKind::at_least ? left >= right : left > right;
    };
    RC_ASSERT(reaches(needed));
    RC_ASSERT(!reaches(needed - 1));
}

RC_GTEST_PROP(DecisionProperty, ALargerLocalHasNoFewerVotesAndFractionsOnlyAdd, ()) {
    VoteWeight weight{number(1, 5), number(1, 500), WeightRounding::full, number(0, 3)};
    auto members = number(0, 100'000);
    RC_ASSERT(votes_of(weight, members) <= votes_of(weight, members + number(0, 1000)));
    auto full = votes_of(weight, members);
    weight.rounding = WeightRounding::major_fraction;
    auto major = votes_of(weight, members);
    weight.rounding = WeightRounding::fraction;
    auto any = votes_of(weight, members);
    RC_ASSERT(full <= major);
    RC_ASSERT(major <= any);
    RC_ASSERT(any <= full + weight.votes);
    if (members % weight.members == 0) RC_ASSERT(any == full);
}

RC_GTEST_PROP(DecisionProperty, ARunOffIsBetweenTheFirstTwoAndOneOfThemHasMore, ()) {
    Situation situation{.today = 2026y / April / 22d};
    DecisionStep step{.thresholds = {DecisionThreshold{}}, .run_off = RunOff::top_two};
    situation.rule = normalized({"", {step}});
    VoteCount votes;
    int count = number(2, 5);
    for (int at = 0; at < count; ++at)
        votes.choices.push_back({"choice " + std::to_string(at), number(0, 60), at == 0});
    situation.events.push_back({0, StepAct::vote, 2026y / April / 20d, votes});
    auto first = judge(situation);
    auto ours = votes.choices[0].votes;
    std::int64_t all = 0;
    for (const auto& choice : votes.choices)
        all += choice.votes;
    if (first.steps[0].result != StepResult::run_off) {
        // Ours has carried, another has, there was nobody to run against, or ours is not among the first two.
        bool other =
            std::ranges::any_of(votes.choices, [&](const auto& c) { return !c.ours && c.votes * 2 > all; });
        auto before = std::ranges::count_if(votes.choices, [&](const auto& c) { return c.votes > ours; });
        RC_ASSERT(ours * 2 > all || other || ours == 0 || before >= 2);
        return;
    }
    RC_ASSERT(first.result == DecisionOutcome::undecided);
    const auto& left = first.steps[0].run_off;
    RC_ASSERT(left.size() >= 2U);
    RC_PRE(left.size() == 2U);
    VoteCount second;
    second.choices = {{left[0], 40, left[0] == "choice 0"}, {left[1], 41, left[1] == "choice 0"}};
    situation.events.push_back({0, StepAct::vote, 2026y / April / 20d, second});
    auto result = judge(situation).result;
    RC_ASSERT(result == (left[1] == "choice 0" ? DecisionOutcome::endorsed : DecisionOutcome::declined));
}

RC_GTEST_PROP(DecisionProperty, AMorePatientNeedKeepsEveryLatestDayOrMovesItBack, ()) {
    auto situation = any_situation();
    auto before = plan_of(situation);
    situation.needed_by = plus_days(*situation.needed_by, number(1, 60));
    auto after = plan_of(situation);
    RC_ASSERT(before.steps.size() == after.steps.size());
    for (std::size_t step = 0; step < before.steps.size(); ++step) {
        const auto& left = before.steps[step].acts;
        const auto& right = after.steps[step].acts;
        RC_ASSERT(left.size() == right.size());
        for (std::size_t act = 0; act < left.size(); ++act)
            if (left[act].act == StepAct::vote && left[act].latest && right[act].latest)
                RC_ASSERT(*left[act].latest <= *right[act].latest);
    }
}

}  // namespace
}  // namespace wallchart::decision
