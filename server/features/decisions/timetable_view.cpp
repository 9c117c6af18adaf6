#include "features/decisions/timetable_view.h"

namespace wallchart {
namespace {

using namespace decision;

class Words {
public:
    explicit Words(Language language) : m_language(language) {}

    std::vector<std::string> of(const std::vector<Message>& messages) const {
        std::vector<std::string> said;
        for (const auto& message : messages)
            said.push_back(say(message, m_language));
        return said;
    }

    TimetableAct of(const ActPlan& plan, StepKind kind) const {
        return {plan.act,      say(plan.act, kind, m_language),
                plan.number,   plan.state,
                plan.earliest, plan.latest,
                plan.done_on,  plan.days_left,
                plan.dates,    of(plan.reasons)};
    }

private:
    Language m_language;
};

/// What can be recorded at a step: what the rule asks for there, and a vote.
std::vector<StepAct> acts_of(const Situation& situation, std::size_t at, const StepOutcome* before) {
    const auto& step = situation.rule.steps[at];
    std::vector<StepAct> acts;
    if (step.questionnaire_days)
        acts.insert(acts.end(), {StepAct::questionnaire_sent, StepAct::questionnaire});
    if (step.interview_days) acts.push_back(StepAct::interview);
    if (step.notice_days > 0) acts.push_back(StepAct::notice);
    if (step.reading != ReadingRule::none) acts.push_back(StepAct::reading);
    if (step.kind == StepKind::town_hall) acts.push_back(StepAct::town_hall);
    if (step.kind == StepKind::member_ballot) acts.push_back(StepAct::ballot_opened);
    if (before != nullptr) {
        const auto& earlier = situation.rule.steps[before->step];
        if (earlier.overrule) acts.push_back(StepAct::overrule);
        if (earlier.overrule && end_at(earlier, situation.subject.level) != StepEnd::goes_on)
            acts.push_back(StepAct::report);
    }
    if (votes(step.kind)) acts.push_back(StepAct::vote);
    if (end_at(step, situation.subject.level) == StepEnd::recommends) acts.push_back(StepAct::sent_up);
    return acts;
}

std::optional<VoteForecast> forecast_of(const DecisionStep& step, const DecisionSubject& subject,
                                        const Standing& standing, Language language) {
    auto found = forecast(step, subject, standing);
    if (!found) return std::nullopt;
    return VoteForecast{found->expectation, found->asked, found->share,
                        found->low,         found->high,  say(*threshold_for(step, subject), language),
                        found->more};
}

/// Leaves of the plan what was done: what the drive was won or lost without is not late.
void close(DriveTimetable& view) {
    view.closed = true;
    view.possible = false;
    view.summary.clear();
    view.earliest_decision.reset();
    for (auto& step : view.steps) {
        std::erase_if(step.acts, [](const TimetableAct& act) { return !act.done_on; });
        step.notes.clear();
    }
}

}  // namespace

DriveTimetable timetable_of(Reader& reader, const Access& access, const Drive& drive, Date today,
                            std::optional<DecisionLevel> level) {
    DriveTimetable view{.drive_id = drive.id,
                        .organization_id = drive.organization_id,
                        .today = today,
                        .needed_by = drive.needed_by};
    view.records = records_of(reader, drive.id);
    auto language = language_of(access.language);
    Words words(language);
    auto situation = situation_of(reader, drive, today, level);
    if (!situation) {
        view.outcome_title = say(Outcome{}, language);
        return view;
    }
    view.rule_known = true;
    view.can_record = access.may(Permission::lead_people) && !access.read_only;
    if (auto stored = find_rule(reader, drive.organization_id)) view.source = stored->source;
    view.level = situation->subject.level;
    auto outcome = judge(*situation);
    auto timetable = plan(*situation, outcome);
    view.possible = timetable.possible;
    view.summary = words.of(timetable.reasons);
    view.earliest_decision = timetable.earliest_decision;
    view.outcome = outcome.result;
    view.outcome_title = say(outcome, language);
    view.outcome_reasons = words.of(outcome.reasons);
    view.decided_on = outcome.decided_on;
    auto counts = counts_of(reader, drive.id);
    Standing standing{counts.supporters, counts.assessed_3, counts.assessed_4 + counts.assessed_5};
    for (std::size_t place = 0; place < timetable.steps.size(); ++place) {
        const auto& planned = timetable.steps[place];
        const auto& found = outcome.steps[place];
        const auto& rule = situation->rule.steps[planned.step];
        TimetableStep step{.step = static_cast<int>(planned.step),
                           .kind = rule.kind,
                           .title = rule.name.empty() ? say(rule.kind, language) : rule.name,
                           .requirements = requirements_of(rule, situation->subject, language),
                           .state = planned.state,
                           .notes = words.of(planned.reasons),
                           .result = found.result,
                           .result_title = say(found.result, language),
                           .decided_on = found.on,
                           .reasons = words.of(found.reasons),
                           .votes_by_size = rule.weight.has_value()};
        bool decided = found.result == StepResult::carried || found.result == StepResult::failed;
        if (!decided) step.run_off = found.run_off;
        for (const auto& act : planned.acts)
            step.acts.push_back(words.of(act, rule.kind));
        step.records = acts_of(*situation, planned.step, place == 0 ? nullptr : &outcome.steps[place - 1]);
        if (drive.outcome == DriveOutcome::open && found.result == StepResult::open)
            step.forecast = forecast_of(rule, situation->subject, standing, language);
        view.steps.push_back(std::move(step));
    }
    if (drive.outcome != DriveOutcome::open && outcome.result == DecisionOutcome::undecided) close(view);
    return view;
}

}  // namespace wallchart
