#include "engine/decision/validity.h"

namespace wallchart::decision {
namespace {

class Checker {
public:
    Checker(const Situation& situation, std::size_t at, Date voted_on, const StepOutcome* before,
            std::optional<Date> retry_after)
        : m_situation(situation),
          m_at(at),
          m_step(situation.rule.steps[at]),
          m_voted_on(voted_on),
          m_start(voted_on),
          m_before(before),
          m_retry_after(retry_after) {}

    Validity check() {
        check_ballot();
        check_step_before();
        check_notice();
        check_reading();
        check_questionnaire();
        check_interview();
        return std::move(m_found);
    }

    Validity check_run_off() {
        check_ballot();
        return std::move(m_found);
    }

private:
    template <class... Arguments>
    void kept(Code code, Arguments&&... arguments) {
        m_found.kept.push_back(message(code, std::forward<Arguments>(arguments)...));
    }
    template <class... Arguments>
    void fault(Code code, Arguments&&... arguments) {
        m_found.faults.push_back(message(code, std::forward<Arguments>(arguments)...));
    }

    /// A ballot is judged from its opening: notice and the rest count to that day.
    void check_ballot() {
        if (m_step.kind != StepKind::member_ballot) return;
        std::optional<Date> opened;
        for (auto date : dates_of(m_situation, m_at, StepAct::ballot_opened))
            if (date <= m_voted_on && (!m_retry_after || date > *m_retry_after)) opened = date;
        if (!opened) {
            if (m_step.open_days > 0) fault(Code::ballot_opening_missing, m_step.open_days);
            return;
        }
        m_start = *opened;
        if (m_step.open_days == 0) return;
        auto open = days_between(*opened, m_voted_on);
        if (open >= m_step.open_days)
            kept(Code::ballot_kept, open, m_step.open_days);
        else
            fault(Code::ballot_too_short, open, m_step.open_days);
    }

    void check_step_before() {
        if (m_before == nullptr) return;
        const auto& earlier = m_situation.rule.steps[m_before->step];
        if (earlier.kind == StepKind::town_hall) return check_town_halls(earlier);
        if (!m_before->on || m_before->result == StepResult::open ||
            m_before->result == StepResult::no_quorum || m_before->result == StepResult::not_valid ||
            m_before->result == StepResult::incomplete || m_before->result == StepResult::run_off)
            return fault(Code::step_before_open, m_before->step + 1);
        auto gap = days_between(*m_before->on, m_start);
        if (gap < 0) return fault(Code::step_before_later, m_before->step + 1, *m_before->on);
        if (gap < m_step.wait_days) fault(Code::wait_short, gap, m_step.wait_days, m_before->step + 1);
        check_within(gap);
    }

    void check_within(int gap) {
        if (m_step.within_days > 0 && gap > m_step.within_days)
            fault(Code::within_passed, gap, m_step.within_days, m_before->step + 1);
    }

    void check_town_halls(const DecisionStep& earlier) {
        auto held = counted_town_halls(m_situation, m_before->step);
        std::erase_if(held, [&](Date date) { return plus_days(date, m_step.wait_days) > m_start; });
        auto count = static_cast<int>(held.size());
        if (count < earlier.town_halls) return fault(Code::town_halls_too_few, count, earlier.town_halls);
        kept(Code::town_halls_held, count, earlier.town_halls);
        check_within(days_between(held.back(), m_start));
        if (!earlier.over) return;
        auto least = plus_period(held.front(), *earlier.over);
        if (m_start < least)
            fault(Code::town_halls_too_short, held.front(), least, m_start);
        else
            kept(Code::town_halls_long_enough, held.front(), least);
    }

    void check_notice() {
        if (m_step.notice_days == 0) return;
        std::optional<Date> given;
        for (auto date : dates_of(m_situation, m_at, StepAct::notice))
            if (!given && date <= m_start && (!m_retry_after || date > *m_retry_after)) given = date;
        if (!given) return fault(Code::notice_missing, m_step.notice_days);
        auto days = days_between(*given, m_start);
        if (days < m_step.notice_days)
            fault(Code::notice_short, days, m_step.notice_days, *given);
        else
            kept(Code::notice_kept, days, m_step.notice_days);
    }

    void check_reading() {
        if (m_step.reading == ReadingRule::none) return;
        std::optional<Date> read;
        for (auto date : dates_of(m_situation, m_at, StepAct::reading))
            if (date < m_voted_on) read = date;
        if (!read) return fault(Code::reading_missing);
        if (m_step.reading == ReadingRule::meeting_before) {
            auto days = days_of(m_situation, m_step);
            auto between = days.between(plus_days(*read, 1), plus_days(m_voted_on, -1));
            if (!between.empty()) return fault(Code::reading_not_at_meeting_before, *read, between.back());
        }
        kept(Code::reading_kept, *read);
    }

    void check_questionnaire() {
        if (!m_step.questionnaire_days) return;
        auto returned = dates_of(m_situation, StepAct::questionnaire);
        if (returned.empty() || returned.front() > m_start)
            return fault(Code::questionnaire_missing, *m_step.questionnaire_days);
        auto days = days_between(returned.front(), m_start);
        if (days < *m_step.questionnaire_days)
            fault(Code::questionnaire_late, days, *m_step.questionnaire_days);
        else
            kept(Code::questionnaire_kept, returned.front());
    }

    void check_interview() {
        if (!m_step.interview_days) return;
        auto held = dates_of(m_situation, m_at, StepAct::interview);
        if (held.empty() || held.front() > m_start)
            return fault(Code::interview_missing, *m_step.interview_days);
        auto days = days_between(held.front(), m_start);
        if (days < *m_step.interview_days)
            fault(Code::interview_late, days, *m_step.interview_days);
        else
            kept(Code::interview_kept, held.front());
    }

    const Situation& m_situation;
    std::size_t m_at;
    const DecisionStep& m_step;
    Date m_voted_on;
    Date m_start;  // the meeting, or the opening of the ballot
    const StepOutcome* m_before;
    std::optional<Date> m_retry_after;
    Validity m_found;
};

template <class Fits>
std::vector<Date> dates_where(const Situation& situation, Fits fits) {
    std::vector<Date> dates;
    for (const auto& event : situation.events)
        if (fits(event)) dates.push_back(event.on);
    std::ranges::sort(dates);
    return dates;
}

}  // namespace

Validity check_validity(const Situation& situation, std::size_t step, Date voted_on,
                        const StepOutcome* before, std::optional<Date> retry_after) {
    return Checker(situation, step, voted_on, before, retry_after).check();
}

Validity check_run_off(const Situation& situation, std::size_t step, Date voted_on, Date first) {
    return Checker(situation, step, voted_on, nullptr, first).check_run_off();
}

std::vector<Date> counted_town_halls(const Situation& situation, std::size_t step) {
    const auto& rule = situation.rule.steps[step];
    auto notices = dates_of(situation, step, StepAct::notice);
    std::vector<Date> counted;
    for (auto date : dates_of(situation, step, StepAct::town_hall)) {
        auto given = [&](Date notice) { return plus_days(notice, rule.notice_days) <= date; };
        if (rule.notice_days > 0 && std::ranges::none_of(notices, given)) continue;
        bool apart = counted.empty() || days_between(counted.back(), date) >= std::max(rule.days_apart, 1);
        if (apart) counted.push_back(date);
    }
    return counted;
}

Date plus_period(Date date, Period period) {
    switch (period.unit) {
        case PeriodUnit::days:
            return plus_days(date, period.count);
        case PeriodUnit::weeks:
            return plus_days(date, period.count * 7);
        case PeriodUnit::months:
            break;
    }
    auto moved = date + std::chrono::months(period.count);
    if (moved.ok()) return moved;
    return std::chrono::year_month_day_last(moved.year(), std::chrono::month_day_last(moved.month()));
}

std::vector<Date> dates_of(const Situation& situation, std::size_t step, StepAct act) {
    return dates_where(situation, [&](const auto& event) {
        return event.act == act && event.step == static_cast<int>(step);
    });
}

std::vector<Date> dates_of(const Situation& situation, StepAct act) {
    return dates_where(situation, [&](const auto& event) { return event.act == act; });
}

}  // namespace wallchart::decision
