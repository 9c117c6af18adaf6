// What the organization's own rule asks, and whether it was done, as facts for a drive's requirements.
#include "engine/decision/timetable.h"
#include "features/decisions/decisions.h"

#include <algorithm>

namespace wallchart {

DecisionFacts read_decision_facts(Reader& reader, const Drive& drive, Date today) {
    DecisionFacts facts;
    auto situation = situation_of(reader, drive, today);
    if (!situation) return facts;
    facts.rule_known = true;
    auto outcome = decision::judge(*situation);
    if (situation->needed_by) facts.possible = decision::plan(*situation, outcome).possible;
    facts.notice_required = false;
    for (const auto& taken : outcome.steps) {
        const auto& step = situation->rule.steps[taken.step];
        facts.questionnaire_required |= step.questionnaire_days.has_value();
        facts.interview_required |= step.interview_days.has_value();
        facts.notice_required |= step.notice_days > 0;
    }
    auto done = [&](decision::StepAct act) {
        return std::ranges::any_of(situation->events, [&](const auto& event) { return event.act == act; });
    };
    facts.questionnaire_returned = done(decision::StepAct::questionnaire);
    facts.interview_held = done(decision::StepAct::interview);
    facts.notice_given = done(decision::StepAct::notice);
    facts.vote_entered = done(decision::StepAct::vote);
    facts.carried = outcome.result == decision::DecisionOutcome::endorsed ||
                    outcome.result == decision::DecisionOutcome::recommended;
    return facts;
}

}  // namespace wallchart
