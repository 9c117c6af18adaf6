#include "engine/decision/windows.h"

#include "engine/decision/validity.h"

namespace wallchart::decision {
namespace {

bool is_settled(StepResult result) {
    return result == StepResult::carried || result == StepResult::failed ||
           result == StepResult::recommended_upward || result == StepResult::overruled ||
           result == StepResult::held || result == StepResult::incomplete;
}

/// The last day from which `period` has passed by `end`.
Date minus_period(Date end, Period period) {
    auto day = plus_period(end, {-period.count, period.unit});
    while (plus_period(day, period) > end)
        day = plus_days(day, -1);
    while (plus_period(plus_days(day, 1), period) <= end)
        day = plus_days(day, 1);
    return day;
}

std::optional<Date> first_after(const std::vector<Date>& dates, std::optional<Date> limit) {
    for (auto date : dates)
        if (!limit || date > *limit) return date;
    return std::nullopt;
}

/// Computes one window after the other, forward from today, and backward from the day of need.
class Planner {
public:
    Planner(const Situation& situation, const Outcome& outcome)
        : m_situation(situation),
          m_outcome(outcome),
          m_windows(outcome.steps.size()),
          m_not_before(m_windows.size()),
          m_not_after(m_windows.size()) {}

    std::vector<Window> run() {
        // A step that must follow within some days keeps the one before it from being taken too early, and is
        // itself kept from being taken too late: each pass may move days that the next must look at again.
        for (int pass = 0; pass < passes_limit; ++pass) {
            for (std::size_t place = 0; place < m_windows.size(); ++place)
                forward(place);
            if (!raise_steps_before()) break;
        }
        for (int pass = 0; pass < passes_limit; ++pass) {
            auto bound = m_situation.needed_by;
            for (auto place = m_windows.size(); place-- > 0;)
                bound = backward(place, bound);
            if (!lower_steps_after()) break;
        }
        return std::move(m_windows);
    }

private:
    static constexpr int passes_limit = 100;

    /// Whether the step has been taken, so that its days can't be moved any more.
    bool is_fixed(std::size_t place) const {
        if (step(place).kind == StepKind::town_hall) return m_windows[place].earliest_halls.empty();
        return m_windows[place].settled;
    }

    /// Whether a step was moved to a later day, since the one after it must follow soon.
    bool raise_steps_before() {
        bool moved = false;
        for (std::size_t place = 1; place < m_windows.size(); ++place) {
            auto within = step(place).within_days;
            const auto& start = m_windows[place].earliest_start;
            const auto& before = m_windows[place - 1].earliest_finish;
            if (within == 0 || !start || !before || is_fixed(place) || is_fixed(place - 1)) continue;
            auto least = plus_days(*start, -within);
            if (*before >= least || (m_not_before[place - 1] && *m_not_before[place - 1] >= least)) continue;
            m_not_before[place - 1] = least;
            moved = true;
        }
        return moved;
    }

    /// Whether a step was moved to an earlier day, since it must follow the one before it soon.
    bool lower_steps_after() {
        bool moved = false;
        for (std::size_t place = 1; place < m_windows.size(); ++place) {
            auto within = step(place).within_days;
            const auto& start = m_windows[place].latest_start;
            const auto& before = m_windows[place - 1].latest_finish;
            if (within == 0 || !start || !before || is_fixed(place - 1)) continue;
            auto most = plus_days(*before, within);
            if (*start <= most || (m_not_after[place] && *m_not_after[place] <= most)) continue;
            m_not_after[place] = most;
            moved = true;
        }
        return moved;
    }

    /// A step can't be taken any more when the time in which it must follow the one before has passed.
    void keep_within(std::size_t place) {
        auto within = step(place).within_days;
        auto& window = m_windows[place];
        if (place == 0 || within == 0 || is_fixed(place) || !is_fixed(place - 1)) return;
        const auto& before = m_windows[place - 1].earliest_finish;
        if (!before) return;
        m_not_after[place] = plus_days(*before, within);
        if (window.earliest_start && *window.earliest_start <= *m_not_after[place]) return;
        window.earliest_start.reset();
        window.earliest_finish.reset();
        window.earliest_reading.reset();
        window.binding =
            message(Code::within_binds, m_outcome.steps[place - 1].step + 1, within, *m_not_after[place]);
    }

    const DecisionStep& step(std::size_t place) const {
        return m_situation.rule.steps[m_outcome.steps[place].step];
    }
    std::vector<Date> done(std::size_t place, StepAct act) const {
        return dates_of(m_situation, m_outcome.steps[place].step, act);
    }

    void forward(std::size_t place) {
        auto& window = m_windows[place] = {};
        const auto& found = m_outcome.steps[place];
        window.days = days_of(m_situation, step(place));
        window.settled = is_settled(found.result);
        if (step(place).kind == StepKind::town_hall) return forward_town_halls(place);
        window.notice_on = first_after(done(place, StepAct::notice), found.retry_after);
        if (window.settled) {
            window.earliest_start = window.earliest_finish = found.on;
            return;
        }
        if (!found.run_off.empty()) return forward_run_off(place);
        forward_vote(place);
        keep_within(place);
    }

    /// The second vote needs no notice, reading or interview of its own.
    void forward_run_off(std::size_t place) {
        auto& window = m_windows[place];
        const auto& found = m_outcome.steps[place];
        window.notice_on = first_after(done(place, StepAct::notice), std::nullopt);
        for (auto date : done(place, StepAct::reading))
            window.read_on = date;
        bool ballot = step(place).kind == StepKind::member_ballot;
        auto lower = plus_days(*found.run_off_after, ballot ? 1 : 0);
        if (found.retry_after) lower = std::max(lower, plus_days(*found.retry_after, 1));
        if (m_not_before[place]) lower = std::max(lower, *m_not_before[place]);
        if (ballot) return forward_ballot(place, lower);
        window.earliest_start = window.days.on_or_after(std::max(lower, m_situation.today));
        window.earliest_finish = window.earliest_start;
    }

    void forward_town_halls(std::size_t place) {
        auto& window = m_windows[place];
        const auto& rule = step(place);
        window.held = counted_town_halls(m_situation, m_outcome.steps[place].step);
        window.notice_on = first_after(done(place, StepAct::notice), std::nullopt);
        auto lower = m_situation.today;
        if (rule.notice_days > 0)
            lower = std::max(lower, plus_days(window.notice_on.value_or(lower), rule.notice_days));
        if (place > 0) {
            const auto& before = m_windows[place - 1].earliest_finish;
            if (!before) return;
            lower = std::max(lower, plus_days(*before, rule.wait_days));
        }
        auto last = window.held.empty() ? std::optional<Date>() : window.held.back();
        for (auto count = static_cast<int>(window.held.size()); count < rule.town_halls; ++count) {
            if (last) lower = std::max(lower, plus_days(*last, std::max(rule.days_apart, 1)));
            if (count + 1 == rule.town_halls && m_not_before[place])
                lower = std::max(lower, *m_not_before[place]);
            last = window.days.on_or_after(lower);
            if (!last) return;
            window.earliest_halls.push_back(*last);
        }
        window.earliest_finish = last;
        window.earliest_start = window.held.empty() ? window.earliest_halls.front() : window.held.front();
        if (window.held.empty()) keep_within(place);
    }

    void raise(Window& window, Date& lower, Date to, Message why) const {
        if (to <= lower) return;
        lower = to;
        window.binding = std::move(why);
    }

    void forward_vote(std::size_t place) {
        auto& window = m_windows[place];
        const auto& rule = step(place);
        const auto& found = m_outcome.steps[place];
        auto today = m_situation.today;
        // A day before all others, so that a ballot that is open already can be held against the rest.
        Date lower = plus_days(today, -10'000);
        if (place > 0 && !raise_for_step_before(place, lower)) return;
        if (m_not_before[place] && rule.kind != StepKind::member_ballot)
            raise(window, lower, *m_not_before[place], following(place));
        if (found.retry_after)
            raise(window, lower, plus_days(*found.retry_after, 1),
                  message(Code::retry_binds, *found.retry_after));
        if (rule.notice_days > 0)
            raise(window, lower, plus_days(window.notice_on.value_or(today), rule.notice_days),
                  window.notice_on ? message(Code::notice_given_binds, rule.notice_days, *window.notice_on)
                                   : message(Code::notice_binds, rule.notice_days));
        if (rule.questionnaire_days) raise_for_questionnaire(window, rule, lower);
        if (rule.interview_days) {
            auto held = first_after(done(place, StepAct::interview), std::nullopt);
            raise(window, lower, plus_days(held.value_or(today), *rule.interview_days),
                  message(Code::interview_binds, *rule.interview_days));
        }
        if (rule.kind == StepKind::member_ballot) return forward_ballot(place, lower);
        if (lower < today) lower = today;
        forward_meeting(place, lower);
    }

    /// Why a step must not be taken too early.
    Message following(std::size_t place) const {
        auto within = step(place + 1).within_days;
        return message(Code::step_after_binds, m_outcome.steps[place + 1].step + 1, within);
    }

    bool raise_for_step_before(std::size_t place, Date& lower) {
        const auto& before = m_windows[place - 1];
        auto& window = m_windows[place];
        if (!before.earliest_finish) {
            window.binding = before.binding;
            return false;
        }
        const auto& rule = step(place);
        raise(window, lower, plus_days(*before.earliest_finish, rule.wait_days),
              message(Code::step_before_binds, m_outcome.steps[place - 1].step + 1, *before.earliest_finish));
        const auto& earlier = step(place - 1);
        if (earlier.kind == StepKind::town_hall && earlier.over && before.earliest_start)
            raise(window, lower, plus_period(*before.earliest_start, *earlier.over),
                  message(Code::town_halls_bind, *before.earliest_start,
                          plus_period(*before.earliest_start, *earlier.over)));
        return true;
    }

    void raise_for_questionnaire(Window& window, const DecisionStep& rule, Date& lower) const {
        auto today = m_situation.today;
        auto back = first_after(dates_of(m_situation, StepAct::questionnaire), std::nullopt);
        if (!back) {
            auto sent = first_after(dates_of(m_situation, StepAct::questionnaire_sent), std::nullopt);
            back = std::max(today, plus_days(sent.value_or(today), rule.answer_days));
        }
        raise(window, lower, plus_days(*back, *rule.questionnaire_days),
              message(Code::questionnaire_binds, *rule.questionnaire_days, *back));
    }

    void forward_ballot(std::size_t place, Date lower) {
        auto& window = m_windows[place];
        const auto& rule = step(place);
        auto today = m_situation.today;
        for (auto date : done(place, StepAct::ballot_opened))
            if (date >= lower) window.opened_on = date;
        window.earliest_start = window.opened_on ? *window.opened_on : std::max(lower, today);
        auto closes = std::max(today, plus_days(*window.earliest_start, rule.open_days));
        if (m_not_before[place] && closes < *m_not_before[place]) {
            closes = *m_not_before[place];
            window.binding = following(place);
        }
        window.earliest_finish = window.days.on_or_after(closes);
    }

    void forward_meeting(std::size_t place, Date lower) {
        auto& window = m_windows[place];
        const auto& rule = step(place);
        auto today = m_situation.today;
        if (rule.reading != ReadingRule::none) {
            // What was read before a vote that did not count may have to be read again.
            for (auto date : done(place, StepAct::reading))
                if (date <= today) window.read_on = date;
            if (!use_reading(window, rule, lower)) {
                window.read_on.reset();
                plan_reading(window, rule, lower);
                return;
            }
        }
        window.earliest_start = window.days.on_or_after(lower);
        window.earliest_finish = window.earliest_start;
    }

    /// Whether what was read can still be voted on; if so `lower` is no earlier than that vote.
    bool use_reading(Window& window, const DecisionStep& rule, Date& lower) const {
        if (!window.read_on) return false;
        auto next = window.days.after(*window.read_on);
        if (!next) return false;
        if (rule.reading == ReadingRule::earlier_meeting || window.days.any()) {
            lower = std::max(lower, *next);
            return true;
        }
        if (*next < lower) return false;
        lower = *next;
        return true;
    }

    /// A reading still to come: the first meeting after it that is late enough for all else.
    void plan_reading(Window& window, const DecisionStep& rule, Date lower) const {
        auto read = window.days.on_or_after(m_situation.today);
        while (read) {
            auto vote = window.days.after(*read);
            if (rule.reading == ReadingRule::earlier_meeting || window.days.any()) {
                auto later = vote ? window.days.on_or_after(std::max(*vote, lower)) : vote;
                vote = later;
            }
            if (!vote) return;
            if (*vote >= lower) {
                if (window.days.on_or_after(lower) < vote)
                    window.binding = message(Code::reading_binds, *read);
                window.earliest_reading = read;
                window.earliest_start = window.earliest_finish = vote;
                return;
            }
            read = vote;
        }
    }

    /// The bound for the step before.
    std::optional<Date> backward(std::size_t place, std::optional<Date> bound) {
        auto& window = m_windows[place];
        const auto& rule = step(place);
        window.latest_start = window.latest_finish = window.latest_reading = std::nullopt;
        window.latest_halls.clear();
        if (auto most = m_not_after[place]; most && rule.kind != StepKind::town_hall) {
            // What must follow soon is the opening of a ballot.
            if (rule.kind == StepKind::member_ballot) most = plus_days(*most, rule.open_days);
            bound = bound ? std::min(*bound, *most) : *most;
        }
        if (!bound || (window.settled && rule.kind != StepKind::town_hall)) return std::nullopt;
        if (rule.kind == StepKind::town_hall) return backward_town_halls(place, *bound);
        window.latest_finish = window.days.on_or_before(*bound);
        window.latest_start = window.latest_finish;
        if (rule.kind == StepKind::member_ballot && window.latest_finish)
            window.latest_start =
                window.opened_on ? *window.opened_on : plus_days(*window.latest_finish, -rule.open_days);
        bool locked = m_outcome.steps[place].run_off.empty() && window.read_on &&
                      rule.reading == ReadingRule::meeting_before && !window.days.any();
        if (locked && window.earliest_start && *window.earliest_start <= *bound)
            window.latest_start = window.latest_finish = window.earliest_start;
        if (rule.reading != ReadingRule::none && !window.read_on && window.latest_start)
            window.latest_reading = window.days.before(*window.latest_start);
        if (!window.latest_start) return std::nullopt;
        return plus_days(*window.latest_start, -rule.wait_days);
    }

    std::optional<Date> backward_town_halls(std::size_t place, Date bound) {
        auto& window = m_windows[place];
        const auto& rule = step(place);
        // The time from the first town hall counts to the next step itself, not to the wait before it.
        auto next = m_windows[place + 1].latest_start;
        auto limit = std::optional<Date>(bound);
        for (auto count = rule.town_halls; count > static_cast<int>(window.held.size()); --count) {
            if (count == 1 && rule.over && next) limit = std::min(*limit, minus_period(*next, *rule.over));
            if (count == 1 && m_not_after[place]) limit = std::min(*limit, *m_not_after[place]);
            limit = window.days.on_or_before(*limit);
            if (!limit) {
                window.latest_halls.clear();
                return std::nullopt;
            }
            window.latest_halls.insert(window.latest_halls.begin(), *limit);
            limit = plus_days(*limit, -std::max(rule.days_apart, 1));
        }
        if (window.latest_halls.empty()) return std::nullopt;
        window.latest_start = window.latest_halls.front();
        window.latest_finish = window.latest_halls.back();
        return plus_days(*window.latest_start, -rule.wait_days);
    }

    const Situation& m_situation;
    const Outcome& m_outcome;
    std::vector<Window> m_windows;
    std::vector<std::optional<Date>> m_not_before;  ///< the finish of a step, since the next must follow soon
    std::vector<std::optional<Date>> m_not_after;   ///< the start of a step that must follow soon
};

}  // namespace

std::vector<Window> windows_of(const Situation& situation, const Outcome& outcome) {
    return Planner(situation, outcome).run();
}

}  // namespace wallchart::decision
