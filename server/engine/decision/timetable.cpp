#include "engine/decision/timetable.h"

#include "core/text.h"
#include "engine/decision/validity.h"
#include "engine/decision/windows.h"

namespace wallchart::decision {
namespace {

bool meets(StepKind kind) {
    return kind != StepKind::member_ballot && kind != StepKind::town_hall;
}

class Planner {
public:
    Planner(const Situation& situation, const Outcome& outcome)
        : m_situation(situation), m_outcome(outcome), m_windows(windows_of(situation, outcome)) {}

    Timetable run() {
        for (std::size_t place = 0; place < m_windows.size(); ++place)
            m_timetable.steps.push_back(plan_step(place));
        conclude();
        return std::move(m_timetable);
    }

private:
    bool decided() const { return m_outcome.result != DecisionOutcome::undecided; }
    const DecisionStep& rule(std::size_t place) const {
        return m_situation.rule.steps[m_outcome.steps[place].step];
    }
    std::optional<Date> first_done(std::size_t place, StepAct act) const {
        auto dates = dates_of(m_situation, m_outcome.steps[place].step, act);
        return dates.empty() ? std::nullopt : std::optional(dates.front());
    }
    std::optional<Date> first_done(StepAct act) const {
        auto dates = dates_of(m_situation, act);
        return dates.empty() ? std::nullopt : std::optional(dates.front());
    }

    StepPlan plan_step(std::size_t place) {
        const auto& window = m_windows[place];
        StepPlan step{m_outcome.steps[place].step, ActState::possible, {}, {}};
        bool reached = window.settled || !decided();
        if (!window.settled && reached && meets(rule(place).kind) &&
            !has_meetings(m_situation.calendar, rule(place)))
            step.reasons.push_back(message(Code::no_meetings_entered, rule(place).kind));
        if (reached) {
            add_acts_before(step, place);
            if (rule(place).kind == StepKind::town_hall)
                add_town_halls(step, place);
            else
                add_vote(step, place);
        }
        add_sent_up(step, place);
        bool counts = m_outcome.steps[place].result != StepResult::incomplete;
        step.state = window.settled && counts ? ActState::done : worst(step, reached);
        return step;
    }

    static ActState worst(const StepPlan& step, bool reached) {
        if (!reached) return ActState::not_possible;
        auto state = ActState::possible;
        for (const auto& act : step.acts)
            state = std::max(state, act.state);
        return state;
    }

    /// An act that has to be done some days before the step.
    void add_before(StepPlan& step, std::size_t place, StepAct act, int days, Date earliest,
                    std::optional<Date> done_on) {
        const auto& window = m_windows[place];
        ActPlan plan{.act = act, .done_on = done_on};
        if (window.settled) {
            plan.state = ActState::done;
            step.acts.push_back(plan);
            return;
        }
        auto start = window.latest_start;
        if (start) plan.latest = plus_days(*start, -days);
        if (done_on) {
            plan.state = ActState::done;
            if (plan.latest && *done_on > *plan.latest) {
                plan.state = ActState::late;
                plan.reasons.push_back(
                    message(Code::given_too_late, *done_on, days_between(*done_on, *start), *start, days));
            }
        } else {
            plan.earliest = earliest;
            judge(plan, std::nullopt);
        }
        step.acts.push_back(std::move(plan));
    }

    void add_acts_before(StepPlan& step, std::size_t place) {
        const auto& window = m_windows[place];
        const auto& decided_by = rule(place);
        auto today = m_situation.today;
        if (decided_by.questionnaire_days) {
            auto back = first_done(StepAct::questionnaire);
            auto sent = first_done(StepAct::questionnaire_sent);
            auto wait = *decided_by.questionnaire_days;
            // One that came back was sent, whether or not somebody wrote down when.
            if (!back || sent)
                add_before(step, place, StepAct::questionnaire_sent, back ? 0 : wait + decided_by.answer_days,
                           today, sent);
            auto answered = plus_days(sent.value_or(today), decided_by.answer_days);
            add_before(step, place, StepAct::questionnaire, wait, std::max(today, answered), back);
        }
        if (decided_by.interview_days)
            add_before(step, place, StepAct::interview, *decided_by.interview_days, today,
                       first_done(place, StepAct::interview));
        if (decided_by.notice_days > 0 && decided_by.kind == StepKind::town_hall)
            add_town_hall_notice(step, place);
        else if (decided_by.notice_days > 0)
            add_before(step, place, StepAct::notice, decided_by.notice_days, today, window.notice_on);
        if (decided_by.reading != ReadingRule::none) add_reading(step, place);
    }

    void add_town_hall_notice(StepPlan& step, std::size_t place) {
        const auto& window = m_windows[place];
        ActPlan plan{.act = StepAct::notice, .done_on = window.notice_on};
        if (!window.latest_halls.empty())
            plan.latest = plus_days(window.latest_halls.front(), -rule(place).notice_days);
        plan.earliest = m_situation.today;
        judge(plan, std::nullopt);
        step.acts.push_back(std::move(plan));
    }

    void add_reading(StepPlan& step, std::size_t place) {
        const auto& window = m_windows[place];
        ActPlan plan{.act = StepAct::reading};
        auto read = first_done(place, StepAct::reading);
        plan.done_on = window.settled ? read : window.read_on;
        plan.earliest = window.earliest_reading;
        plan.latest = window.latest_reading;
        judge(plan, window.binding);
        if (read && !plan.done_on) plan.reasons.push_back(message(Code::reading_lapsed, *read));
        add_dates(plan, window);
        step.acts.push_back(std::move(plan));
    }

    void add_town_halls(StepPlan& step, std::size_t place) {
        const auto& window = m_windows[place];
        int number = 0;
        for (auto date : window.held)
            step.acts.push_back(
                {.act = StepAct::town_hall, .number = ++number, .state = ActState::done, .done_on = date});
        for (std::size_t at = 0; number < rule(place).town_halls; ++at) {
            ActPlan plan{.act = StepAct::town_hall, .number = ++number};
            if (at < window.earliest_halls.size()) plan.earliest = window.earliest_halls[at];
            if (at < window.latest_halls.size()) plan.latest = window.latest_halls[at];
            judge(plan, std::nullopt);
            add_dates(plan, window);
            step.acts.push_back(std::move(plan));
        }
    }

    /// What the step does itself: the vote, or hearing the report of a decision that it may overrule.
    StepAct main_act(std::size_t place) const {
        if (place == 0) return StepAct::vote;
        const auto& before = rule(place - 1);
        bool stands = before.overrule && end_at(before, m_situation.subject.level) != StepEnd::goes_on;
        auto result = m_outcome.steps[place - 1].result;
        bool against = result == StepResult::failed || result == StepResult::overruled;
        return stands && !against ? StepAct::report : StepAct::vote;
    }

    /// Whether the floor voted on overruling the step before, and on nothing else.
    bool only_overruled(std::size_t place) const {
        return first_done(place, StepAct::overrule) && !first_done(place, StepAct::vote);
    }

    void add_vote(StepPlan& step, std::size_t place) {
        const auto& window = m_windows[place];
        const auto& found = m_outcome.steps[place];
        if (rule(place).kind == StepKind::member_ballot) {
            ActPlan opening{.act = StepAct::ballot_opened, .done_on = window.opened_on};
            if (window.settled) opening.done_on = first_done(place, StepAct::ballot_opened);
            opening.earliest = window.earliest_start;
            opening.latest = window.latest_start;
            if (window.settled)
                opening.state = ActState::done;
            else
                judge(opening, window.binding);
            step.acts.push_back(std::move(opening));
        }
        ActPlan plan{.act = main_act(place)};
        if (window.settled) {
            plan.state = ActState::done;
            plan.done_on = found.on;
            if (only_overruled(place)) plan.act = StepAct::overrule;
            if (found.result == StepResult::incomplete) {
                plan.state = ActState::possible;
                plan.reasons.push_back(message(Code::vote_incomplete, *found.on));
            }
        } else {
            plan.earliest = window.earliest_finish;
            plan.latest = window.latest_finish;
            judge(plan, window.binding);
            if (!found.run_off.empty())
                plan.reasons.push_back(
                    message(Code::run_off_binds, *found.run_off_after, join(found.run_off, ", ")));
            add_dates(plan, window);
        }
        step.acts.push_back(std::move(plan));
    }

    /// The last step may have to tell another body what it recommends.
    void add_sent_up(StepPlan& step, std::size_t place) {
        if (place + 1 != m_windows.size() || m_outcome.result == DecisionOutcome::declined ||
            m_outcome.result == DecisionOutcome::endorsed)
            return;
        auto recommends = [&](const auto& found) {
            return end_at(m_situation.rule.steps[found.step], m_situation.subject.level) ==
                   StepEnd::recommends;
        };
        if (std::ranges::none_of(m_outcome.steps, recommends)) return;
        ActPlan plan{.act = StepAct::sent_up, .done_on = first_done(StepAct::sent_up)};
        auto finish = m_windows[place].earliest_finish;
        if (finish) plan.earliest = std::max(*finish, m_situation.today);
        plan.latest = m_situation.needed_by;
        judge(plan, std::nullopt);
        step.acts.push_back(std::move(plan));
    }

    /// Sets the state of an act from its days, with the reason when it cannot come in time.
    void judge(ActPlan& plan, const std::optional<Message>& binding) const {
        if (plan.done_on) {
            plan.state = ActState::done;
            return;
        }
        if (plan.latest) plan.days_left = days_between(m_situation.today, *plan.latest);
        bool must_follow = binding && binding->code == Code::within_binds;
        if (!m_situation.needed_by && !plan.latest) {
            plan.state = plan.earliest ? ActState::possible : ActState::not_possible;
            if (!plan.earliest) plan.reasons.push_back(message(Code::no_meeting_ahead));
            if (!plan.earliest && must_follow) plan.reasons.push_back(*binding);
        } else if (!plan.latest) {
            plan.state = ActState::not_possible;
            plan.reasons.push_back(message(Code::no_meeting_in_time, *m_situation.needed_by));
        } else if (*plan.latest < m_situation.today) {
            plan.state = ActState::late;
            plan.reasons.push_back(message(Code::latest_past, *plan.latest));
            if (must_follow) plan.reasons.push_back(*binding);
        } else if (!plan.earliest || *plan.earliest > *plan.latest) {
            plan.state = ActState::not_possible;
            plan.reasons.push_back(plan.earliest ? message(Code::too_late, *plan.earliest, *plan.latest)
                                                 : message(Code::no_meeting_ahead));
            if (binding) plan.reasons.push_back(*binding);
        }
    }

    static void add_dates(ActPlan& plan, const Window& window) {
        if (plan.state != ActState::possible || !plan.earliest) return;
        plan.dates =
            window.days.between(*plan.earliest, plan.latest.value_or(plus_days(*plan.earliest, 400)));
        if (plan.dates.size() > shown_dates_limit) plan.dates.resize(shown_dates_limit);
    }

    void conclude() {
        if (m_windows.empty()) {
            m_timetable.possible = false;
            m_timetable.reasons = m_outcome.reasons;
            return;
        }
        if (decided()) {
            m_timetable.possible = m_outcome.result != DecisionOutcome::declined;
            m_timetable.reasons = m_outcome.reasons;
            return;
        }
        m_timetable.earliest_decision = m_windows.back().earliest_finish;
        for (const auto& step : m_timetable.steps) {
            for (const auto& act : step.acts) {
                if (act.state == ActState::done || act.state == ActState::possible) continue;
                if (m_timetable.possible) {
                    m_timetable.reasons.push_back(
                        message(Code::not_possible_since, step.step + 1, act.act, act.number));
                    m_timetable.reasons.insert(m_timetable.reasons.end(), act.reasons.begin(),
                                               act.reasons.end());
                }
                m_timetable.possible = false;
            }
        }
        for (const auto& found : m_outcome.steps)
            if (found.result == StepResult::incomplete)
                m_timetable.reasons.push_back(message(Code::vote_incomplete, *found.on));
        if (m_outcome.steps.back().result == StepResult::incomplete) return;
        auto earliest = m_timetable.earliest_decision;
        if (!m_timetable.possible && earliest)
            m_timetable.reasons.push_back(message(Code::earliest_would_be, *earliest));
        if (!m_timetable.possible || !earliest) return;
        if (earliest == m_situation.needed_by)
            m_timetable.reasons.push_back(message(Code::possible_on_last_day, *earliest));
        else if (m_situation.needed_by)
            m_timetable.reasons.push_back(message(Code::possible_by, *earliest, *m_situation.needed_by,
                                                  days_between(*earliest, *m_situation.needed_by)));
        else
            m_timetable.reasons.push_back(message(Code::possible_without_date, *earliest));
    }

    const Situation& m_situation;
    const Outcome& m_outcome;
    std::vector<Window> m_windows;
    Timetable m_timetable;
};

}  // namespace

Timetable plan(const Situation& situation, const Outcome& outcome) {
    return Planner(situation, outcome).run();
}

}  // namespace wallchart::decision
