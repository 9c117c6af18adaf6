#include "engine/decision/outcome.h"

#include "core/text.h"
#include "engine/decision/rule_text.h"
#include "engine/decision/run_off.h"
#include "engine/decision/tally.h"
#include "engine/decision/validity.h"

namespace wallchart::decision {
namespace {

/// How the step before bears on the one being judged.
struct Standing {
    const DecisionThreshold* overrule = nullptr;  ///< what it takes to overrule it, where the floor may
    bool against = false;                         ///< it said no
    StepEnd end = StepEnd::goes_on;               ///< what it would have been had the floor not come after
};

class Judge {
public:
    explicit Judge(const Situation& situation)
        : m_situation(situation), m_path(path_of(situation.rule, situation.subject.level)) {}

    Outcome run() {
        if (m_path.empty()) m_outcome.reasons.push_back(message(Code::no_rule_for_level, level()));
        for (std::size_t place = 0; place < m_path.size(); ++place) {
            // References into the steps stay good: room is made once.
            if (place == 0) m_outcome.steps.reserve(m_path.size());
            m_at = m_path[place];
            m_before = place == 0 ? nullptr : &m_outcome.steps[place - 1];
            m_last = place + 1 == m_path.size();
            m_outcome.steps.push_back({m_at, StepResult::open, {}, {}, {}});
            if (!judge_step(m_outcome.steps.back())) break;
        }
        add_rest();
        return std::move(m_outcome);
    }

private:
    DecisionLevel level() const { return m_situation.subject.level; }
    const DecisionStep& step() const { return m_situation.rule.steps[m_at]; }

    /// Steps that were not reached are part of the answer, open.
    void add_rest() {
        for (auto place = m_outcome.steps.size(); place < m_path.size(); ++place)
            m_outcome.steps.push_back({m_path[place], StepResult::open, {}, {}, {}});
    }

    /// Whether the next step is to be judged.
    bool judge_step(StepOutcome& found) {
        if (step().kind == StepKind::town_hall) return judge_town_halls(found);
        if (m_standing.overrule != nullptr) return judge_floor(found);
        judge_vote(found, nullptr);
        return follow(found);
    }

    bool judge_town_halls(StepOutcome& found) {
        auto held = counted_town_halls(m_situation, m_at);
        auto count = static_cast<int>(held.size());
        auto recorded = dates_of(m_situation, m_at, StepAct::town_hall).size();
        if (recorded > held.size())
            found.reasons.push_back(message(Code::town_halls_not_counted, recorded - held.size()));
        if (count > 0 || step().town_halls > 0)
            found.reasons.push_back(
                message(count < step().town_halls ? Code::town_halls_too_few : Code::town_halls_held, count,
                        step().town_halls));
        if (count >= step().town_halls) {
            found.result = StepResult::held;
            found.on = held[static_cast<std::size_t>(step().town_halls) - 1];
        } else {
            wait_for(found);
        }
        // The poll that follows is judged all the same, so that it is said why it is not valid.
        return true;
    }

    /// The floor after a step that it may overrule.
    bool judge_floor(StepOutcome& found) {
        auto standing = m_standing;
        m_standing = {};
        auto& before = m_outcome.steps[m_outcome.steps.size() - 2];
        bool motion = judge_overrule(found, *standing.overrule);
        if (motion && found.result == StepResult::carried) {
            before.result = StepResult::overruled;
            before.reasons.push_back(message(Code::floor_overruled, m_at + 1));
            found.reasons.push_back(message(Code::motion_carried));
            if (!standing.against) return decide(found, DecisionOutcome::declined, *found.on);
            auto motion_reasons = std::move(found.reasons);
            found = {m_at, StepResult::open, {}, found.retry_after, std::move(motion_reasons)};
            judge_vote(found, nullptr);
            return follow(found, standing.end);
        }
        if (motion && found.result == StepResult::failed) {
            found.reasons.push_back(message(Code::floor_did_not_overrule));
            return stand(found, standing);
        }
        if (motion)
            return wait_for(found);  // no quorum, not valid or incomplete: the motion may be made again
        return standing.end == StepEnd::goes_on || standing.against ? judge_floor_vote(found, standing)
                                                                    : judge_report(found, standing);
    }

    /// Without a motion, the vote on the endorsement itself must also reach what overruling takes.
    bool judge_floor_vote(StepOutcome& found, const Standing& standing) {
        judge_vote(found, standing.against ? standing.overrule : nullptr);
        if (found.result == StepResult::open && standing.against && standing.end != StepEnd::goes_on &&
            !dates_of(m_situation, m_at, StepAct::report).empty())
            return judge_report(found, standing);
        if (found.result == StepResult::open && standing.against)
            found.reasons.push_back(message(Code::floor_may_overrule, *standing.overrule));
        if (found.result == StepResult::carried && standing.against) {
            auto& before = m_outcome.steps[m_outcome.steps.size() - 2];
            before.result = StepResult::overruled;
            before.reasons.push_back(message(Code::floor_overruled, m_at + 1));
        }
        return follow(found, standing.end);
    }

    /// A decision that stands unless the floor overrules it becomes final when it was reported there.
    bool judge_report(StepOutcome& found, const Standing& standing) {
        auto reports = dates_of(m_situation, m_at, StepAct::report);
        if (reports.empty()) {
            found.reasons.push_back(message(Code::stands_unless_overruled, *standing.overrule));
            return wait_for(found);
        }
        auto valid = check_validity(m_situation, m_at, reports.back(), m_before, {});
        found.on = reports.back();
        found.reasons.insert(found.reasons.end(), valid.faults.begin(), valid.faults.end());
        if (!valid.faults.empty()) {
            found.result = StepResult::not_valid;
            found.retry_after = found.on;
            return wait_for(found);
        }
        found.result = StepResult::carried;
        return stand(found, standing);
    }

    bool stand(StepOutcome& found, const Standing& standing) {
        found.reasons.push_back(message(Code::stands, m_before->step + 1));
        if (standing.against) return decide(found, DecisionOutcome::declined, *found.on);
        return end(m_outcome.steps[m_outcome.steps.size() - 2], standing.end, *found.on);
    }

    /// Whether a motion to overrule was voted on; its result goes into `found`.
    bool judge_overrule(StepOutcome& found, const DecisionThreshold& threshold) {
        return judge_events(found, StepAct::overrule, threshold, nullptr);
    }

    void judge_vote(StepOutcome& found, const DecisionThreshold* also) {
        const auto* threshold = threshold_for(step(), m_situation.subject);
        if (threshold == nullptr) return;  // check_rule says so
        judge_events(found, StepAct::vote, *threshold, also);
    }

    /// Judges the votes of one kind in order of their dates; the last one counts.
    bool judge_events(StepOutcome& found, StepAct act, const DecisionThreshold& threshold,
                      const DecisionThreshold* also) {
        std::vector<const StepEvent*> events;
        for (const auto& event : m_situation.events)
            if (event.act == act && event.step == static_cast<int>(m_at) && event.votes)
                events.push_back(&event);
        std::ranges::stable_sort(events, {}, [](const auto* event) { return event->on; });
        auto said = found.reasons.size();
        for (const auto* event : events) {
            found.reasons.resize(said);
            judge_event(found, *event, threshold, also);
            // A vote that counted is not undone by a later one: what was decided stays decided.
            if (found.result == StepResult::carried || found.result == StepResult::failed) break;
            if (found.result == StepResult::run_off) {
                said = found.reasons.size();  // the first vote is part of the answer
                continue;
            }
            if (found.result != StepResult::incomplete) found.retry_after = event->on;
        }
        return !events.empty();
    }

    void judge_event(StepOutcome& found, const StepEvent& event, const DecisionThreshold& threshold,
                     const DecisionThreshold* also) {
        found.on = event.on;
        const auto& votes = *event.votes;
        auto eligible =
            votes.eligible ? votes.eligible : electorate_size(step().electorate, m_situation.facts);
        auto say = [&](const std::vector<Message>& messages) {
            found.reasons.insert(found.reasons.end(), messages.begin(), messages.end());
        };
        bool second = !found.run_off.empty();
        if (second) say({message(Code::run_off_held, event.on, join(found.run_off, ", "))});
        auto wrong = impossible_votes(votes, eligible, counting_of(step()));
        if (!wrong && second) wrong = run_off_fault(votes, found.run_off);
        if (wrong) {
            say({*wrong});
            found.result = StepResult::incomplete;
            return;
        }
        auto needed = second ? run_off_threshold(step(), threshold) : threshold;
        auto quorum = check_quorum(step(), votes, eligible);
        auto tally = count_votes(needed, step().abstentions_count, votes, eligible, counting_of(step()));
        auto valid = second ? check_run_off(m_situation, m_at, event.on, *found.run_off_after)
                            : check_validity(m_situation, m_at, event.on, m_before, found.retry_after);
        say(quorum.reasons);
        if (step().weight) say({message(Code::weights_said, *step().weight)});
        say(tally.reasons);
        if (also != nullptr) add_overruling(found, tally, *also, votes, eligible);
        say(valid.kept);
        say(valid.faults);
        found.result = result_of(quorum.result, tally.result, valid);
        if (found.result == StepResult::not_valid || found.result == StepResult::no_quorum)
            say({message(Code::try_again)});
        if (found.result == StepResult::failed && !second)
            look_for_run_off(found, event, threshold, eligible);
    }

    /// Of several choices none may have carried: then those with most votes are voted on again.
    void look_for_run_off(StepOutcome& found, const StepEvent& event, const DecisionThreshold& threshold,
                          std::optional<int> eligible) const {
        if (step().run_off == RunOff::none || event.act != StepAct::vote || event.votes->choices.empty())
            return;
        if (auto other = carried_instead(threshold, step(), *event.votes, eligible))
            return found.reasons.push_back(message(Code::other_carried, other->name, other->votes));
        auto left = finalists(*event.votes);
        if (left.size() < 2) return;
        auto ours = std::ranges::find_if(event.votes->choices, &ChoiceCount::ours);
        auto names = join(left, ", ");
        if (std::ranges::find(left, ours->name) == left.end())
            return found.reasons.push_back(message(Code::not_in_run_off, names));
        found.result = StepResult::run_off;
        found.run_off = std::move(left);
        found.run_off_after = event.on;
        found.reasons.push_back(message(Code::run_off_needed, names));
    }

    /// The same votes, held against what it takes to overrule the step before.
    void add_overruling(StepOutcome& found, Tally& tally, const DecisionThreshold& overrule,
                        const VoteCount& votes, std::optional<int> eligible) {
        auto needed = count_votes(overrule, step().abstentions_count, votes, eligible, counting_of(step()));
        bool reached = needed.result == TallyResult::carried;
        found.reasons.push_back(
            message(reached ? Code::vote_overrules : Code::vote_does_not_overrule, m_before->step + 1));
        found.reasons.insert(found.reasons.end(), needed.reasons.begin(), needed.reasons.end());
        if (tally.result == TallyResult::carried) tally.result = needed.result;
    }

    static StepResult result_of(TallyResult quorum, TallyResult tally, const Validity& valid) {
        if (!valid.faults.empty()) return StepResult::not_valid;
        if (quorum == TallyResult::failed) return StepResult::no_quorum;
        if (quorum == TallyResult::unknown || tally == TallyResult::unknown) return StepResult::incomplete;
        return tally == TallyResult::carried ? StepResult::carried : StepResult::failed;
    }

    bool follow(StepOutcome& found) { return follow(found, StepEnd::goes_on); }

    /// What a vote leads to. `otherwise` is where it leads if the step itself says that it goes on.
    bool follow(StepOutcome& found, StepEnd otherwise) {
        auto end_here = end_at(step(), level());
        if (end_here == StepEnd::goes_on) end_here = otherwise;
        bool carried = found.result == StepResult::carried;
        if (!carried && found.result != StepResult::failed) return wait_for(found);
        if (step().overrule && !m_last) {
            m_standing = {&*step().overrule, !carried, end_here};
            auto in_favor = end_here == StepEnd::goes_on ? Code::recommended_for : Code::decided_for;
            found.reasons.push_back(message(carried ? in_favor : Code::recommended_against));
            return true;
        }
        if (end_here != StepEnd::goes_on && carried) return end(found, end_here, *found.on);
        if (end_here != StepEnd::goes_on || (!carried && step().after_no == AfterNo::ends)) {
            found.reasons.push_back(message(Code::process_ended));
            return decide(found, DecisionOutcome::declined, *found.on);
        }
        if (!carried) found.reasons.push_back(message(Code::advice_only));
        return true;
    }

    bool end(StepOutcome& found, StepEnd how, Date on) {
        if (how == StepEnd::goes_on) return false;
        if (how == StepEnd::decides) return decide(found, DecisionOutcome::endorsed, on);
        std::string to;
        for (auto at : m_path)
            if (end_at(m_situation.rule.steps[at], level()) == StepEnd::recommends)
                to = m_situation.rule.steps[at].recommends_to;
        found.result = StepResult::recommended_upward;
        found.reasons.push_back(message(Code::goes_upward, level(), to));
        m_outcome.recommended_to = to;
        return decide(found, DecisionOutcome::recommended, on);
    }

    bool decide(const StepOutcome& found, DecisionOutcome outcome, Date on) {
        m_outcome.result = outcome;
        m_outcome.decided_on = on;
        auto code = outcome == DecisionOutcome::endorsed      ? Code::endorsed
                    : outcome == DecisionOutcome::recommended ? Code::recommended
                                                              : Code::declined;
        m_outcome.reasons = {message(code, found.step + 1, on, m_outcome.recommended_to)};
        return false;
    }

    /// Nothing further can be judged until this step has been taken.
    bool wait_for(const StepOutcome& found) {
        if (m_outcome.reasons.empty())
            m_outcome.reasons.push_back(message(Code::waiting_for, found.step + 1));
        return any_votes_after(found.step);
    }

    /// Votes entered ahead of their turn are judged too, and told why they do not count.
    bool any_votes_after(std::size_t at) const {
        return std::ranges::any_of(m_situation.events, [&](const auto& event) {
            return event.act == StepAct::vote && event.step > static_cast<int>(at);
        });
    }

    const Situation& m_situation;
    std::vector<std::size_t> m_path;
    Outcome m_outcome;
    Standing m_standing;
    std::size_t m_at = 0;
    StepOutcome* m_before = nullptr;
    bool m_last = false;
};

}  // namespace

Outcome judge(const Situation& situation) {
    Outcome faulty;
    for (const auto& fault : check_rule(situation.rule))
        faulty.reasons.push_back(fault.what);
    if (!faulty.reasons.empty()) return faulty;
    return Judge(situation).run();
}

}  // namespace wallchart::decision
